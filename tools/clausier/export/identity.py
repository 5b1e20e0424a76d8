"""What a document says of itself: which text it is, of which days, made of which acts, who the members are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.consolidate import Period, Timeline, Version
from clausier.diagnostics.diagnostic import quoted
from clausier.emit.called import called, certain, days
from clausier.emit.dates import date_in_words, in_words
from clausier.emit.markdown import ONLY_ORIGINALS
from clausier.emit.membership import changes, member_days
from clausier.emit.operations import note_line, noted
from clausier.emit.site.edition import upon_acts
from clausier.export.flow import typeset
from clausier.model.act import Act, Party
from clausier.model.dates import Date, When, the_day
from clausier.model.operation import Annul, Operation, Postpone
from clausier.text import Text
from clausier.text.words import capitalised, uncapitalised

DRAFT = "Projet\u00a0: cet acte n’est pas signé et ne fait partie d’aucune version."
PARTIAL = "Texte incomplet\u00a0: il peut exister des stipulations que cette version ne donne pas."
UNNAMED = "L’acte ne nomme pas ses signataires\u00a0: ce sont ici les membres connus, à vérifier."
TRACKED = "Chaque modification est suivie\u00a0: elle s’accepte ou se refuse dans l’onglet Révision. Les auteurs sont les actes."

_LINE = 100  # characters of a head of page
Columns = tuple[tuple[str, tuple[str, ...]], ...]  # of a table: each column's name and cells


class Identity(Struct, frozen=True, kw_only=True):
    """What a document says of itself.

    `named` is which text it is; `standing` what it is worth, said on its first page and at the foot of each; `running`
    (the title, cut to a line) and `header` are at the head of each; `notes` are sentences about it. `day` is the day of
    the text, where one is known.
    """

    title: str
    running: str
    named: str
    header: str
    standing: str = ONLY_ORIGINALS
    partial: bool = False
    notes: tuple[str, ...] = ()
    day: datetime.date | None = None


def of_version(timeline: Timeline, version: Version) -> Identity:
    """Of the text of a version."""
    named = _version(version, timeline)
    return _identity(
        timeline, named, named, partial=not version.complete, notes=[_acts(version, timeline)], day=certain(version)[0]
    )


def of_day(timeline: Timeline, day: datetime.date, candidates: Sequence[Version], period: Period) -> Identity:
    """Of the text of a day that the dates of acts leave undetermined."""
    names = " ou ".join(called(timeline, v) for v in candidates)
    named = f"texte du {in_words(day)}, indéterminé\u00a0: {names}{' ou aucun encore' if period.or_none else ''}"
    because = [f"{timeline.act(e.partition('#')[0]).title}, {_reason(date)}" for e, date in period.because]
    notes = [f"Les dates qui le laissent ouvert\u00a0: {' ; '.join(because)}."] if because else []
    partial = not all(v.complete for v in candidates)
    return _identity(timeline, named, named, partial=partial, notes=notes, day=day)


def _reason(date: Date) -> str:
    why = date.reason if isinstance(date, When) else ""
    return date_in_words(date) + (f" ({why})" if why else "")


def of_changes(timeline: Timeline, before: Version, after: Version, how: str, *, proposal: bool) -> Identity:
    """Of what changes from one version to another; `how` says how it is shown.

    `proposal`: the second is what a proposal makes of the first, which is of another state of the sources.
    """
    if proposal:
        named = short = f"proposition\u00a0: ce qu’elle change au texte en vigueur ({called(timeline, after)})"
    else:
        named = f"de la {_version(before, timeline)}, à la {_version(after, timeline)}"
        short = f"de la {called(timeline, before)} à la {called(timeline, after)}"
    partial = not (before.complete and after.complete)
    notes = [_acts(after, timeline), *([how] if how else [])]
    return _identity(timeline, named, short, partial=partial, notes=notes, day=certain(after)[0])


def of_act(timeline: Timeline, act: Act) -> Identity:
    """Of one act: as it was signed, or, while it is a draft, as it is to be signed."""
    convention = timeline.acts[0]
    title = act.title or act.id
    signed = act.signed
    when = f"signature\u00a0: {date_in_words(signed)}" if signed else "date de signature inconnue"
    upon = upon_acts(timeline).get(act.id, ())
    annulled = not act.draft and act.id not in timeline.rank_of_act
    said = f"{title} (projet)" if act.draft else f"{title}{' (annulé)' if annulled else ''}, {when}"
    return Identity(
        title=_set(title),
        named=_set(convention.title) if act is not convention else "",
        running=running(convention.title),
        header=_set(said),
        standing=DRAFT if act.draft else ONLY_ORIGINALS,
        notes=() if act.draft else tuple(map(_set, (f"Acte tel que signé ({when}).", *_since(upon, timeline)))),
        day=the_day(signed),
    )


def _since(upon: Sequence[Operation], timeline: Timeline) -> Iterator[str]:
    """What other acts have made of an act since it was signed."""
    for operation in upon:
        by = timeline.act(operation.common.act)
        name = quoted(by.title or by.id, "fr")
        match operation:
            case Annul():
                yield f"Annulé, comme s’il n’avait jamais existé, par {name}."
            case Postpone(to=to):
                yield f"Entrée en vigueur reportée par {name}\u00a0: {date_in_words(to)}."
            case _:
                yield f"Modifié par {name}."


def _identity(
    timeline: Timeline, named: str, short: str, *, partial: bool, notes: Sequence[str], day: datetime.date | None
) -> Identity:
    title = timeline.acts[0].title
    return Identity(
        title=_set(title),
        named=_set(capitalised(named)),
        running=running(title),
        header=_set(capitalised(short)),
        partial=partial,
        notes=tuple(_set(words) for words in notes),
        day=day,
    )


def running(title: str) -> str:
    """A title, cut after a word where it is longer than a line of the head of a page."""
    if len(title) <= _LINE:
        return _set(title)
    return _set(title[:_LINE].rpartition(" ")[0] + "…")


def sides(timeline: Timeline, before: Version, after: Version, *, proposal: bool) -> tuple[str, str]:
    """The two texts of a comparison, as heads of two columns."""
    if proposal:
        return "Avant la proposition", "Avec la proposition"
    old, new = (_set(_version(version, timeline)) for version in (before, after))
    return capitalised(old), capitalised(new)


def _version(version: Version, timeline: Timeline) -> str:
    return f"{called(timeline, version)}, {days(timeline, version)}"


def _acts(version: Version, timeline: Timeline) -> str:
    names = [_act(timeline.act(a)) for a in version.acts]
    return f"Actes consolidés\u00a0: {' ; '.join(names)}."


def _act(act: Act) -> str:
    name = act.title or act.id
    if act.draft:
        return f"{name} (projet)"
    return f"{name} (signature\u00a0: {date_in_words(act.signed)})" if act.signed else f"{name} (signature inconnue)"


def editors_notes(version: Version, timeline: Timeline) -> tuple[str, ...]:
    """The notes d'édition of a version, each a sentence."""
    return tuple(_set(note_line(o)) for o in noted(version.document, timeline, below=True))


def members(version: Version, timeline: Timeline) -> Columns:
    """The members while the version is certainly in force, and who represents them where that is known.

    Where that changes meanwhile, also on which days each is one. Of a version that never certainly is in force, the members
    that its last act makes.
    """
    if version.first is None:
        found = [m for m in timeline.members if not m.operation or m.operation.partition("/")[0] in version.acts]
        return (
            _people("Membre", "Représenté par", _represented(found[-1].parties)) if found and found[-1].parties else ()
        )
    last = version.last or datetime.date.max
    met = [
        rank
        for rank, m in enumerate(timeline.members)
        if (m.last or datetime.date.max) >= version.first
        if min((when.first for _, when in changes(timeline, m)), default=m.first) <= last
    ]
    there: dict[tuple[str, str], list[int]] = {}
    for rank in met:
        for person in _represented(timeline.members[rank].parties):
            there.setdefault(person, []).append(rank)
    if not there:
        return ()
    when = tuple("" if ranks == met else _on_days(ranks, timeline) for ranks in there.values())
    return (*_people("Membre", "Représenté par", list(there)), *((("Jours", when),) if any(when) else ()))


def _on_days(ranks: Sequence[int], timeline: Timeline) -> str:
    """On which days one is a member who is so in the periods of these ranks."""
    first = [rank for rank in ranks if rank - 1 not in ranks]
    last = [rank for rank in ranks if rank + 1 not in ranks]
    every = (*timeline.members, None)
    said = (
        member_days(timeline, replace(timeline.members[a], last=timeline.members[b].last), every[b + 1])
        for a, b in zip(first, last, strict=True)
    )
    return _set(" ; ".join(uncapitalised(words) for words in said))


def signatures(timeline: Timeline, act: Act) -> Columns:
    """Who is to sign an act, with room for it: those whom it names, else the members that are known."""
    names = timeline.party_names
    known = timeline.members[-1].parties if timeline.members else ()
    named = [(names.get(s.party, s.party), _person(s.represented_by, s.quality)) for s in act.signatories]
    people = named or _represented(known)
    blank = ("",) * len(people)
    return (*_people("Partie", "Représentée par", people), ("Date", blank), ("Signature", blank)) if people else ()


def _represented(parties: Sequence[Party]) -> list[tuple[str, str]]:
    return [(p.name, _person(p.represented_by, p.quality)) for p in parties]


def _people(first: str, second: str, people: Sequence[tuple[str, str]]) -> Columns:
    columns = (first, tuple(_set(p[0]) for p in people)), (second, tuple(_set(p[1]) for p in people))
    return columns if any(columns[1][1]) else columns[:1]


def _person(who: str, quality: str) -> str:
    return f"{who}, {quality}" if who and quality else who or quality


def _set(words: str) -> str:
    return typeset(Text(words)).chars
