"""A day whose text is undetermined: what is certain once, and of the rest each text that is possible, said to be so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from clausier.consolidate import Timeline, Version
from clausier.emit.called import called
from clausier.export.compare import aligned, seen
from clausier.export.flow import Line, Part, Piece, parts, typeset
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
    keys = [[seen(piece) for piece in pieces] for pieces, _ in wordings]
    alike = 0
    while all(alike < len(k) and k[alike] == keys[0][alike] for k in keys):
        alike += 1
    yield from wordings[0][0][:alike]
    if all(len(k) == alike for k in keys):
        return
    yield _said(OPENED)
    rest: list[tuple[list[object], tuple[Piece, ...], list[str]]] = []
    for key, (pieces, name) in zip(keys, wordings, strict=True):
        same = next((names for other, _, names in rest if other == key), None)
        if same is None:
            rest.append(([*key], pieces[alike:], [name]))
        else:
            same.append(name)
    for _, pieces, names in rest:
        versions = " ou ".join(called_[name] for name in names)
        yield _said(f"[Si {versions} est en vigueur\u00a0: {'' if pieces else absent[names[0]]}".rstrip() + "]")
        yield from pieces
    yield _said(CLOSED)


def _said(words: str) -> Line:
    return Line(kind="doubt", text=typeset(Text(words)))
