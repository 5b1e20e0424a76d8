"""One operation on a text: the only code that changes words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from clausier.amend.counting import counted_otherwise
from clausier.amend.fingerprint import fingerprint
from clausier.amend.identity import path_of
from clausier.amend.misfit import OUT_OF_FORCE, SOONER, Misfit
from clausier.amend.moving import join, move, renumber, split
from clausier.amend.numbering import given_twice, without_what_gave_way
from clausier.amend.overlap import named_twice, order
from clausier.amend.payload import left_over, payload_for, untaken, well_numbered
from clausier.amend.placing import append, insert, replace_place, restore, retitle
from clausier.amend.recast import Stretch, kept, recast, stretch_of
from clausier.amend.removal import delete, repeal, set_status
from clausier.amend.resolve import WHOLE, State, places, word_matches
from clausier.amend.rows import add_row, delete_row, set_row
from clausier.amend.stretches import CUT_BY_A_TABLE, Struck, cut_by_a_table, misplaced, stretches
from clausier.amend.words import Match, place_of, put_text, text_at
from clausier.diagnostics import Diagnostic, Message, codes_amd, has_errors, report
from clausier.model import operation as op
from clausier.model.provision import Provision
from clausier.model.target import Target
from clausier.refs import Place, describe
from clausier.source.folders import CONVENTION
from clausier.source.outline import Writer
from clausier.text import Text
from clausier.text.words import closed_up, cut, spaced, stands_close

OneByOne = (
    op.Replace
    | op.Append
    | op.InsertBeside
    | op.Restore
    | op.Repeal
    | op.Delete
    | op.Retitle
    | op.Split
    | op.SetRow
    | op.AddRow
    | op.DeleteRow
    | op.Suspend
    | op.Expire
)


class Applied(Struct, frozen=True, kw_only=True):
    """The text after an operation; the same object as before where it did not fit. What fits may leave a doubt, a warning."""

    document: Provision
    diagnostics: tuple[Diagnostic, ...] = ()


def apply(
    operation: op.TextOperation, *, before: Provision, now: Provision, numbers_settled_later: bool = False
) -> Applied:
    """`operation` on `now`, its act's operations so far having made `now` of `before`.

    It may give a number that is taken only where `numbers_settled_later`: the caller then sees to it.

    What does not fit leaves the text as it was and is reported: an unknown target, words not found or found too often,
    a payload of the wrong number or shape, two readings that differ. Nothing is guessed.
    """
    common = operation.common
    writer = Writer(common.id, common.act, taken=lambda identity: path_of(now, identity) is not None)
    unsettled = numbers_settled_later and isinstance(operation, op.Renumber) and any(given_twice(before, now))
    state = State(before, now, unsettled)
    match operation:
        case op.Substitute(targets=targets, words=words, new=new, count=count):
            found, problems = word_matches(words, "mots", targets, count, common, state)
            problems = (*problems, *_other_wording(common, targets, state))
            return _words(operation, now, found, problems, lambda m, text: _instead(m, new.strip(), text), writer)
        case op.AddWords(targets=targets, anchor=anchor, new=new, before=ahead, count=count):
            key = "avant" if ahead else "après"
            found, problems = word_matches(anchor, key, targets, count, common, state)
            problems = (*problems, *_other_wording(common, targets, state))
            return _words(operation, now, found, problems, lambda m, text: _beside(m, new, text, before=ahead), writer)
        case op.Renumber() | op.Move() | op.Join():
            applied = _together(operation, state, writer)
        case _:
            applied = _structure(operation, state, writer)
    if isinstance(operation, (op.Renumber, op.Repeal)):
        applied = replace(applied, document=without_what_gave_way(now, applied.document, common.act))
    return (
        applied if numbers_settled_later or has_errors(applied.diagnostics) else _numbered_once(operation, now, applied)
    )


_Edit = Callable[[Match, Text], tuple[int, int, Text]]


def _instead(match: Match, new: str, text: Text) -> tuple[int, int, Text]:
    if not new:
        return *cut(text.chars, match.start, match.end), Text("")
    start, end = closed_up(text.chars, match.start, match.end, new)
    if stands_close(text.chars[match.start : match.end]):
        return start, end, spaced(text.replace(start, end, Text("")), start, Text(new))
    return start, end, Text(new)


def _beside(match: Match, new: str, text: Text, *, before: bool) -> tuple[int, int, Text]:
    at = match.start if before else match.end
    start, end = closed_up(text.chars, at, at, new.strip())
    return start, end, spaced(text.replace(start, end, Text("")), start, Text(new))


def _words(
    operation: op.Substitute | op.AddWords,
    now: Provision,
    found: tuple[Match, ...],
    problems: tuple[Diagnostic, ...],
    edit: _Edit,
    writer: Writer,
) -> Applied:
    if problems:
        return Applied(document=now, diagnostics=problems)
    common = operation.common
    document = now
    # From the last to the first, so that no edit moves the place of another.
    for match in reversed(found):
        text = text_at(match.spot, document)
        start, end, new = edit(match, text)
        changed = text.replace(start, end, writer.text(new))
        # A colon may still introduce what is below the line; any other mark left alone says nothing.
        if not any(c.isalnum() or c == ":" for c in changed.chars) and match.spot.row < 0:
            place = describe(place_of(match.spot), document)
            return Applied(document=now, diagnostics=(report(codes_amd.LEFT_EMPTY, common.place("mots"), place=place),))
        document = put_text(match.spot, document, changed)
    everywhere = operation.count is None and any(not target.steps for target in operation.targets)
    return Applied(document=document, diagnostics=(_everywhere(operation, found, now),) if everywhere else ())


def _everywhere(operation: op.Substitute | op.AddWords, found: tuple[Match, ...], now: Provision) -> Diagnostic:
    """Where an operation on every occurrence in the whole text has struck, for a person to read through."""
    where = dict.fromkeys(describe(place_of(match.spot), now) for match in found)
    words = operation.words if isinstance(operation, op.Substitute) else operation.anchor
    return report(
        codes_amd.STRUCK, operation.common.place("occurrences"), words=words, count=len(found), places=" · ".join(where)
    )


def _struck(operation: op.TextOperation, state: State) -> tuple[list[Struck], list[Diagnostic]]:
    """The places that the targets name, in the order of the targets."""
    struck: list[Struck] = []
    diagnostics: list[Diagnostic] = []
    for target in operation.targets:
        found, problems = places(target, operation.common, state)
        diagnostics.extend(problems)
        struck.extend((target, place) for place in found)
    diagnostics.extend(named_twice(operation, struck))
    in_order = sorted(struck, key=lambda pair: order(pair[1]))
    if isinstance(operation, op.Delete | op.Move) and cut_by_a_table(in_order):
        diagnostics.append(_misfit(Misfit(CUT_BY_A_TABLE, "verb"), operation))
    if isinstance(operation, op.Replace):
        why = misplaced(in_order, operation.payload, state.now)
        struck = list(stretches(in_order))
        if why:
            diagnostics.append(_misfit(Misfit(why), operation))
    diagnostics.extend(_fingerprints(operation.common, [place for _, place in struck], state.now))
    return struck, diagnostics


def _structure(operation: OneByOne, state: State, writer: Writer) -> Applied:
    """An operation whose targets are changed each for itself."""
    struck, diagnostics = _struck(operation, state)
    if isinstance(operation, op.Replace) and not diagnostics:
        stretch = stretch_of([place for _, place in struck], operation.payload, state.now)
        if stretch:
            return _recast(operation, stretch, state.now, writer)
    document = state.now
    several = len(struck) > 1
    if isinstance(operation, (op.Replace, op.Restore)) and (left := left_over(operation.payload, struck, document)):
        words = _named(operation)
        diagnostics.append(report(codes_amd.PAYLOAD_NUMBER, operation.common.place("target"), found=left, target=words))
    if isinstance(operation, (op.Replace, op.Restore)) and (line := untaken(operation.payload, struck, document)):
        diagnostics.append(report(codes_amd.PAYLOAD_LEFT_OVER, line.span or operation.common.place("target")))
    # From the last to the first, so that no change moves the place of another.
    for target, place in sorted(struck, key=lambda pair: order(pair[1]), reverse=True) if not diagnostics else ():
        try:
            document = _one(operation, document, place, state, writer, several=several)
        except Misfit as misfit:
            diagnostics.append(_misfit(misfit, operation, describe(place, document), target.words))
    if not diagnostics and document is state.now and operation.common.act != CONVENTION:
        over = Misfit(OUT_OF_FORCE, "verb", SOONER if isinstance(operation, op.Expire) else None)
        diagnostics.append(_misfit(over, operation))
    if diagnostics:
        return Applied(document=state.now, diagnostics=tuple(diagnostics))
    doubts = counted_otherwise(operation, state.before) if isinstance(operation, op.Replace) else ()
    return Applied(document=document, diagnostics=doubts)


def _recast(operation: op.Replace, stretch: Stretch, now: Provision, writer: Writer) -> Applied:
    """An operation that replaces all its targets together, with a remark on what the new text does not take up."""
    try:
        document = recast(now, stretch, operation.payload, writer)
    except Misfit as misfit:
        return Applied(document=now, diagnostics=(_misfit(misfit, operation),))
    found = kept(now, stretch, operation.payload)
    lost, new = (" · ".join(unit.title() or str(unit.kind) for unit in units) for units in (found.gone, found.added))
    told = report(
        codes_amd.RECAST,
        operation.common.place("target"),
        target=WHOLE if stretch.whole else _named(operation),
        told=Message(
            fr="\u00a0; ".join([f"disparaît {lost}"] * bool(lost) + [f"s’ajoute {new}"] * bool(new)),
            en="; ".join([f"gone: {lost}"] * bool(lost) + [f"added: {new}"] * bool(new)),
        ),
    )
    return Applied(document=document, diagnostics=(told,) if lost or new else ())


def _numbered_once(operation: op.TextOperation, before: Provision, applied: Applied) -> Applied:
    """The text after the operation, unless it gives one number twice."""
    span = operation.common.place("target")
    twice = tuple(report(codes_amd.NUMBER_TAKEN, span, what=what) for what in given_twice(before, applied.document))
    return Applied(document=before, diagnostics=twice) if twice else applied


def _together(operation: op.Renumber | op.Move | op.Join, state: State, writer: Writer) -> Applied:
    """An operation that takes all its targets at once."""
    struck, diagnostics = _struck(operation, state)
    beside: tuple[Place, ...] = ()
    if isinstance(operation, op.Move):
        beside, problems = places(operation.anchor, operation.common, state)
        diagnostics.extend(problems)
    if diagnostics:
        return Applied(document=state.now, diagnostics=tuple(diagnostics))
    where = tuple(place for _, place in struck)
    try:
        match operation:
            case op.Renumber(numbers=numbers):
                document = renumber(state.now, where, numbers, writer)
            case op.Move(before=before):
                document = move(state.now, where, beside[0 if before else -1], before=before)
            case op.Join(number=number):
                document = join(state.now, where, number, writer)
            case _:
                assert_never(operation)
    except Misfit as misfit:
        name = " · ".join(describe(place, state.now) for place in where)
        return Applied(document=state.now, diagnostics=(_misfit(misfit, operation, name, operation.targets[0].words),))
    return Applied(document=document)


def _one(
    operation: OneByOne, document: Provision, place: Place, state: State, writer: Writer, *, several: bool
) -> Provision:
    match operation:
        case op.Replace(payload=payload):
            return replace_place(document, place, payload_for(document, place, payload, several=several), writer)
        case op.Append(payload=payload, at_start=at_start):
            return append(document, place, well_numbered(document, place, payload), writer, at_start=at_start)
        case op.InsertBeside(payload=payload, before=before):
            return insert(document, place, payload, writer, before=before)
        case op.Restore(payload=payload):
            return restore(document, place, payload_for(document, place, payload, several=several), writer)
        case op.Repeal():
            return repeal(document, place, writer)
        case op.Delete():
            return delete(document, place)
        case op.Retitle(heading=heading):
            return retitle(document, place, heading, writer)
        case op.Split(at=begin, words=words, number=number):
            return split(document, place, _beginning(begin, operation.common, state), words, number, writer)
        case op.SetRow(rows=rows, header=header):
            return set_row(document, place, rows, header, writer)
        case op.AddRow(rows=rows, header=header, after=after):
            return add_row(document, place, rows, header, after, writer)
        case op.DeleteRow():
            return delete_row(document, place)
        case op.Suspend():
            return set_status(document, place, "suspended", writer)
        case op.Expire():
            return set_status(document, place, "expired", writer)
        case _:
            assert_never(operation)


def _beginning(target: Target | None, common: op.Common, state: State) -> Place | None:
    """Where the second part of a split begins."""
    if target is None:
        return None
    found, problems = places(target, common, state)
    if problems:
        raise Misfit(Message(problems[0].message.text("fr"), problems[0].message.text("en")))
    return found[0]


def _other_wording(common: op.Common, targets: tuple[Target, ...], state: State) -> tuple[Diagnostic, ...]:
    """An error where a target is not worded as the operation expects (`empreinte`)."""
    if not common.expect:
        return ()
    found: list[Diagnostic] = []
    for target in targets:
        struck, problems = places(target, common, state)
        found.extend((*problems, *_fingerprints(common, struck, state.now)))
    return tuple(found)


def _fingerprints(common: op.Common, struck: Iterable[Place], document: Provision) -> list[Diagnostic]:
    if not common.expect:
        return []
    return [
        report(
            codes_amd.FINGERPRINT,
            common.place("empreinte"),
            place=describe(place, document),
            found=fingerprint(place, document)[: len(common.expect)],
            expected=common.expect,
        )
        for place in struck
        if not fingerprint(place, document).startswith(common.expect)
    ]


def _named(operation: op.TextOperation) -> str:
    """The targets of an operation, as written."""
    return " · ".join(target.words for target in operation.targets)


def _misfit(misfit: Misfit, operation: op.TextOperation, place: str = "", target: str = "") -> Diagnostic:
    """The finding for a misfit of the `target` that names the `place`; of all targets together where neither is given."""
    span, place = operation.common.place("target"), place or _named(operation)
    match misfit.kind:
        case "number":
            return report(codes_amd.PAYLOAD_NUMBER, span, help=misfit.hint, found=misfit.why, target=target)
        case "empty":
            return report(codes_amd.LEFT_EMPTY, span, place=place)
        case "verb":
            verb = operation.common.verb
            return report(codes_amd.WRONG_VERB, span, help=misfit.hint, verb=verb, place=place, why=misfit.why)
        case _:
            return report(codes_amd.PAYLOAD_SHAPE, span, help=misfit.hint, place=place, why=misfit.why)
