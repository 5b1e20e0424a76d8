"""A version, a day whose text is open, what changes between two, an act: all that a document of it holds, however it is set."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from clausier.consolidate import Period, Timeline, Version
from clausier.emit.called import called
from clausier.emit.parts import whole
from clausier.export import identity
from clausier.export.authors import Authors, authors
from clausier.export.compare import Compared, aligned, compared, seen
from clausier.export.content import blocks, changed_blocks
from clausier.export.flow import Line, Part, Piece, parts, parts_of, typeset
from clausier.model.act import Act
from clausier.model.provision import Provision
from clausier.schemas import Object
from clausier.text import Text

OPENED = "[Passage indéterminé\u00a0: un seul de ces textes est en vigueur.]"
CLOSED = "[Fin du passage indéterminé.]"
ABSENT = "(la stipulation n’existe pas)"
UNKNOWN = "(aucun texte connu)"  # where some of a version is not at hand: it may have been among it


class _Slot(Struct):
    """A place in reading order: a provision, as each candidate that has it there words it."""

    id: str
    parts: dict[str, Part]


def possible(timeline: Timeline, candidates: Sequence[Version]) -> tuple[Part, ...]:
    """The provisions of every candidate in reading order; those in which they differ hold each wording."""
    slots: list[_Slot] = []
    for version in candidates:
        found = parts(version.document)
        met = aligned(slots, found, [s.id for s in slots], [p.id for p in found])
        slots = [_joined(slot, part, version.id) for slot, part in met]
    absent = {v.id: ABSENT if _whole(v) else UNKNOWN for v in candidates}
    names = {v.id: f"la {called(timeline, v)}" for v in candidates}
    return tuple(_part(slot, absent, names) for slot in slots)


def _whole(version: Version) -> bool:
    return version.complete and not any(p.lacuna for p in version.document.walk())


def _joined(slot: _Slot | None, part: Part | None, name: str) -> _Slot:
    if slot is None:
        slot = _Slot(part.id if part else "", {})
    if part is not None:
        slot.parts[name] = part
    return slot


def _part(slot: _Slot, absent: Mapping[str, str], names: Mapping[str, str]) -> Part:
    wordings = [(slot.parts[n].pieces if n in slot.parts else (), n) for n in absent]
    first = next(iter(slot.parts.values()))
    pieces = tuple(_pieces(wordings, absent, names))
    return Part(id=slot.id, title=first.title, pieces=pieces)


def _pieces(
    wordings: Sequence[tuple[tuple[Piece, ...], str]], absent: Mapping[str, str], called_: Mapping[str, str]
) -> Iterator[Piece]:
    """What all begin with, then each wording with the versions that have it."""
    keys = [tuple(seen(piece) for piece in pieces) for pieces, _ in wordings]
    alike = 0
    while all(alike < len(k) and k[alike] == keys[0][alike] for k in keys):
        alike += 1
    yield from wordings[0][0][:alike]
    if all(len(k) == alike for k in keys):
        return
    yield _said(OPENED)
    rest: dict[tuple[object, ...], tuple[tuple[Piece, ...], list[str]]] = {}
    for key, (pieces, name) in zip(keys, wordings, strict=True):
        rest.setdefault(key, (pieces[alike:], []))[1].append(name)
    for pieces, names in rest.values():
        versions = " ou ".join(called_[name] for name in names)
        yield _said(f"[Si {versions} est en vigueur\u00a0: {'' if pieces else absent[names[0]]}".rstrip() + "]")
        yield from pieces
    yield _said(CLOSED)


def _said(words: str) -> Line:
    return Line(kind="doubt", text=typeset(Text(words)))


HOW = "Ce qui est supprimé est barré, ce qui est ajouté est souligné."


class Composed(Struct, frozen=True, kw_only=True, dict=True):
    """A document: what it says of itself, the `parts` of its text, or the `changes` from one text to another, and what stands before and after them.

    `who` knows the authors of the changes. `contents`: with a table of contents; `unnamed` is said of `signatures` where the
    act names nobody.
    """

    said: identity.Identity
    parts: tuple[Part, ...] = ()
    changes: tuple[Compared, ...] = ()
    who: Authors | None = None
    contents: bool = False
    members: identity.Columns = ()
    signatures: identity.Columns = ()
    unnamed: str = ""
    editors_notes: tuple[str, ...] = ()

    @cached_property
    def blocks(self) -> list[Object]:
        """The text as data (see `content`)."""
        return changed_blocks(self.changes) if self.changes else blocks(p for part in self.parts for p in part.pieces)


def version_composed(timeline: Timeline, version: Version, provision: Provision | None = None) -> Composed:
    """The text of a version with its members and contents; or one `provision` of it alone."""
    said = identity.of_version(timeline, version)
    if provision is not None:
        return Composed(said=said, parts=parts_of(provision, whole(provision, version.document), version.document))
    notes = identity.editors_notes(version, timeline)
    people = identity.members(version, timeline)
    return Composed(said=said, parts=parts(version.document), contents=True, members=people, editors_notes=notes)


def day_composed(timeline: Timeline, day: datetime.date, candidates: Sequence[Version], period: Period) -> Composed:
    """The text of a day that is undetermined: where the candidates differ, each wording, said to be possible."""
    found = tuple(possible(timeline, candidates))
    return Composed(said=identity.of_day(timeline, day, candidates, period), parts=found, contents=True)


def changes_composed(
    timeline: Timeline, before: Version, after: Version, how: str = HOW, *, proposal: bool = False
) -> Composed:
    """The text of `after` with what each act changed since `before`; `how` tells readers by what they know it, `proposal` as in `of_changes`."""
    said = identity.of_changes(timeline, before, after, how, proposal=proposal)
    return Composed(said=said, changes=compared(before.document, after.document), who=authors(timeline, before, after))


def act_composed(timeline: Timeline, act: Act) -> Composed:
    """The words of the act, its quotations as such; of a draft, then a row for each party to sign in."""
    found = (replace(part, pieces=tuple(p.unnumbered() for p in part.pieces)) for part in parts(act.document))
    people = identity.signatures(timeline, act) if act.draft else ()
    unnamed = "" if act.signatories else identity.UNNAMED
    return Composed(said=identity.of_act(timeline, act), parts=tuple(found), signatures=people, unnamed=unnamed)
