"""Which places an operation strikes: its targets in the text before its act and as the act has changed it."""

from __future__ import annotations

from itertools import islice

from msgspec import Struct

from clausier.amend.excerpt import short
from clausier.amend.identity import follow, follow_match, same_words
from clausier.amend.words import Match, matches, overlapping, place_of, spots, text_at
from clausier.diagnostics import Diagnostic, Filled, Label, Message, Span, codes_amd, codes_ref, did_you_mean, report
from clausier.model.operation import Common
from clausier.model.provision import Provision
from clausier.model.target import Target
from clausier.refs import (
    Ambiguous,
    Failure,
    Miscounted,
    Missing,
    Place,
    Unknown,
    WholeProvision,
    at,
    describe,
    find,
)
from clausier.source.dates import THE_CONVENTION
from clausier.text.words import nearest, unquoted

_FEW = 3  # places to name in a help; more would help nobody
_TYPED_MARKS = ("“", '"')  # with which nothing is named; « » hold a heading, or a number by mistake
WHOLE = Message(fr="toute la convention", en="the whole convention")


class State(Struct, frozen=True):
    """The text as it stood before the act, and as the act's operations so far have made it.

    It is `unsettled` where the act has given a number that another unit still bears, and the operation is to settle it.
    """

    before: Provision
    now: Provision
    unsettled: bool = False


Resolved = tuple[tuple[Place, ...], tuple[Diagnostic, ...]]


def places(target: Target, common: Common, state: State) -> Resolved:
    """The places in `state.now` that `target` names, or why there are none."""
    span = common.place("target")
    result = find(target, state.now)
    if state.before is state.now:
        return _checked(result, target, span)
    before = find(target, state.before)
    followed: tuple[Place, ...] | None = None
    if isinstance(before, tuple):
        steps = [follow(place, state.before, state.now) for place in before]
        followed = None if None in steps else tuple(p for p in steps if p is not None)
    match common.reading:
        case "result":
            return _checked(result, target, span)
        case "before" if not isinstance(before, tuple):
            return _checked(before, target, span)
        case "before":
            return (followed, ()) if followed is not None else _removed(target, span)
        case None:
            pass
    if not isinstance(before, tuple):
        # What the act itself has made is named in the text as it has changed it.
        return _checked(result, target, span)
    if followed is None:
        return _removed(target, span)
    # Where the act has given a number twice, what must give way is the unit that bore it.
    if state.unsettled or not isinstance(result, tuple):
        return followed, ()
    if len(followed) == len(result) and all(
        same_words(one, other, state.before, state.now) for one, other in zip(followed, result, strict=True)
    ):
        return result, ()
    return (), (_both(target, span, before, result, state),)


def _both(target: Target, span: Span, before: tuple[Place, ...], result: tuple[Place, ...], state: State) -> Diagnostic:
    return report(
        codes_amd.TWO_READINGS,
        span,
        words=target.words,
        before=_excerpt(before[0], state.before),
        result=_excerpt(result[0], state.now),
    )


def _excerpt(place: Place, document: Provision) -> str:
    words = " ".join(text_at(s, document).chars for s in spots(place, document)) or describe(place, document)
    return f"«\u00a0{short(words)}\u00a0»"


def _removed(target: Target, span: Span) -> Resolved:
    return (), (report(codes_amd.REMOVED_BY_THE_ACT, span, words=target.words),)


def _checked(found: tuple[Place, ...] | Failure, target: Target, span: Span) -> Resolved:
    if isinstance(found, tuple):
        return found, ()
    return (), (failure(found, target, span),)


def failure(found: Failure, target: Target, span: Span) -> Diagnostic:
    """The finding for a target that names nothing, or nothing certain."""
    match found:
        case Missing(where=where, nearest=near):
            named = (
                Message(fr=f"l’article {where}", en=f"article {where}")
                if where[:1].isdigit()
                else Message(where, where)
            )
            bare = unquoted(target.words)
            mistyped = target.words[:1] in _TYPED_MARKS or (bare != target.words and bare[:1].isdigit())
            near = near or (bare if mistyped else "")
            return report(
                codes_ref.UNKNOWN_TARGET,
                span,
                words=target.words,
                where=THE_CONVENTION if where == "*" else named,
                help=did_you_mean(near),
            )
        case Unknown(number=number):
            where_unknown = Message(fr=f"l’article {number}", en=f"article {number}") if number else THE_CONVENTION
            return report(codes_ref.UNKNOWN_BECAUSE_OF_LACUNA, span, words=target.words, where=where_unknown)
        case Ambiguous(candidates=candidates):
            return report(codes_ref.AMBIGUOUS_TARGET, span, words=target.words, candidates=" · ".join(candidates))
        case Miscounted(n=n, quote=quote, found=rank, older=older):
            return report(codes_ref.BOTH_COUNTS, span, n=n, quote=quote, found=rank, older=older)


def word_matches(
    words: str, key: str, targets: tuple[Target, ...], count: int | None, common: Common, state: State
) -> tuple[tuple[Match, ...], tuple[Diagnostic, ...]]:
    """Where `words` stand in what the targets name, as often as `count` says (None: everywhere, once at least).

    The count is for each target, each unit of a range being one (for the total under `*`); `key` names the words in the source, for the finding.
    """
    found: list[Match] = []
    diagnostics: list[Diagnostic] = []
    for target in targets:
        one, problems = _matches_of(words, key, target, count, common, state)
        found.extend(one)
        diagnostics.extend(problems)
    return tuple(sorted(set(found))), tuple(diagnostics)


Groups = tuple[tuple[Match, ...], ...]  # for each place that a target names


def _fits(found: Groups, count: int | None) -> bool:
    return bool(found) and all(_enough(group, count) for group in found)


def _enough(group: tuple[Match, ...], count: int | None) -> bool:
    return (bool(group) if count is None else len(group) == count) and not overlapping(group)


def _matches_of(
    words: str, key: str, target: Target, count: int | None, common: Common, state: State
) -> tuple[tuple[Match, ...], tuple[Diagnostic, ...]]:
    span = common.place("target")
    sought = _Sought(words, key, target, count, common)
    result = find(target, state.now)
    in_result = _matches_in(words, result, state.now)
    if state.before is state.now or common.reading == "result":
        return _judged(sought, in_result, result, state.now)
    before = find(target, state.before)
    in_before = _matches_in(words, before, state.before)
    if not _fits(in_before, count):
        if common.reading == "before":
            return _judged(sought, in_before, before, state.before)
        return _judged(sought, in_result, result, state.now)
    followed = tuple(follow_match(m, state.before, state.now) for group in in_before for m in group)
    if None in followed:
        return (), (report(codes_amd.REMOVED_BY_THE_ACT, span, words=words),)
    kept = tuple(m for m in followed if m is not None)
    now = {m for group in in_result for m in group}
    if common.reading == "before" or not _fits(in_result, count) or set(kept) == now:
        return kept, _lacunas(sought, before, state.before)
    assert isinstance(before, tuple) and isinstance(result, tuple)  # noqa: S101, PT018 - both fit
    return (), (_both(target, span, before, result, state),)


def _matches_in(words: str, found: tuple[Place, ...] | Failure, document: Provision) -> Groups:
    return tuple(matches(words, p, document) for p in found) if isinstance(found, tuple) else ()


class _Sought(Struct, frozen=True):
    """Words looked for in one target of an operation, `key` being where the source has them."""

    words: str
    key: str
    target: Target
    count: int | None
    common: Common


def _judged(
    sought: _Sought, found: Groups, where: tuple[Place, ...] | Failure, document: Provision
) -> tuple[tuple[Match, ...], tuple[Diagnostic, ...]]:
    if not isinstance(where, tuple):
        return (), (failure(where, sought.target, sought.common.place("target")),)
    if unknown := _lacunas(sought, where, document):
        return (), unknown
    if _fits(found, sought.count):
        return tuple(m for group in found for m in group), ()
    pairs = zip(where, found, strict=True)
    return (), tuple(
        _misplaced(sought, place, group, document, alone=len(where) == 1)
        for place, group in pairs
        if not _enough(group, sought.count)
    )


def _misplaced(
    sought: _Sought, place: Place, group: tuple[Match, ...], document: Provision, *, alone: bool
) -> Diagnostic:
    """The finding for words that stand in a place too often, not often enough, or not at all."""
    words, span, expected = sought.words, sought.common.place(sought.key), _expected(sought.count)
    name: str | Message = sought.target.words if alone else describe(place, document)
    if name == "*":
        name = WHOLE
    if stretch := overlapping(group):
        around = text_at(stretch.spot, document).chars[stretch.start : stretch.end]
        return report(codes_amd.WORDS_OVERLAP, span, words=words, found=len(group), place=name, stretch=around)
    if group:
        return report(codes_amd.WORDS_MISCOUNTED, span, words=words, found=len(group), place=name, expected=expected)
    return report(
        codes_amd.WORDS_NOT_FOUND,
        span,
        words=words,
        place=name,
        expected=expected,
        help=_repealed(place, document)
        or _within_marks(sought, place, document)
        or (_elsewhere(words, place, document) if alone else None)
        or _nearest(words, place, document),
        labels=_labels(place, document),
    )


def _lacunas(sought: _Sought, where: tuple[Place, ...] | Failure, document: Provision) -> tuple[Diagnostic, ...]:
    """An error where part of what is searched is not at hand and a count was expected: it could be wrong."""
    if sought.count is None or not isinstance(where, tuple):
        return ()
    for place in where:
        if not isinstance(place, WholeProvision):
            continue
        for provision in at(document, place.path).walk():
            if provision.lacuna and provision.kind != "document":
                return (
                    report(
                        codes_amd.WORDS_IN_LACUNA,
                        sought.common.place("target"),
                        place=describe(place, document),
                        lacuna=provision.title(),
                        words=sought.words,
                    ),
                )
    return ()


def _expected(count: int | None) -> Message:
    if count is None:
        return Message(fr="au moins une occurrence attendue", en="at least one occurrence expected")
    if count == 1:
        return Message(fr="une occurrence attendue", en="one occurrence expected")
    return Message(fr=f"{count} occurrences attendues", en=f"{count} occurrences expected")


def _within_marks(sought: _Sought, place: Place, document: Provision) -> Filled | None:
    """Where the words are there without the quotation marks that were copied with them."""
    bare = unquoted(sought.words)
    if bare == sought.words or not matches(bare, place, document):
        return None
    return Message(
        fr="les guillemets de la phrase ne sont pas du texte\u00a0: écrire «\u00a0{key}: {bare}\u00a0»",
        en="the quotation marks of the sentence are no part of the text: write “{key}: {bare}”",
    ).fill(key=sought.key, bare=bare)


def _repealed(place: Place, document: Provision) -> Filled | None:
    """That no words are left there, and since which act."""
    unit = at(document, place.path)
    if unit.status != "repealed":
        return None
    by = unit.status_origin.split("/")[0]
    return Message(
        fr="ce texte est abrogé ({by})\u00a0: on ne peut plus en changer les mots, seulement le rétablir («\u00a0rétablir:\u00a0»)",
        en="this text is repealed ({by}): its words can no longer be changed; it can only be restored (“rétablir:”)",
    ).fill(by=by)


def _elsewhere(words: str, place: Place, document: Provision) -> Filled | None:
    """Where the words stand in the rest of the provision, or else of the text: a count that is one alinéa off."""
    for whole in (WholeProvision(place.path), WholeProvision(())):
        found = dict.fromkeys(describe(place_of(m.spot), document) for m in matches(words, whole, document))
        if 0 < len(found) <= _FEW:
            named = " · ".join(found)
            return Message(fr="ces mots figurent à «\u00a0{named}\u00a0»", en="these words stand in “{named}”").fill(
                named=named
            )
    return None


def _nearest(words: str, place: Place, document: Provision) -> Filled | None:
    near = nearest(words, tuple(text_at(s, document).chars for s in islice(spots(place, document), 400)))
    return (
        Message(fr="le texte dit «\u00a0{near}\u00a0»", en="the text says “{near}”").fill(near=near) if near else None
    )


def _labels(place: Place, document: Provision) -> tuple[Label, ...]:
    """Where the text that was searched is written."""
    for spot in spots(place, document):
        owner = at(document, spot.path)
        span = owner.blocks[spot.block].span if spot.block >= 0 else owner.span
        origins = text_at(spot, document).origins()
        if span and origins:
            said = Message(fr="texte en vigueur issu de {origin}", en="text in force, written by {origin}")
            return (Label(span, said.fill(origin=origins[0].split("#")[0])),)
    return ()
