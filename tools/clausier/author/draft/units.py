"""The units that somebody edited, each with what it was, and the changes that this asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from clausier.author.draft.compare import compared
from clausier.author.draft.edits import Added, Change, Level, Removed, Undraftable
from clausier.author.draft.lay import Edited, Laid, read_laid, whole
from clausier.model.provision import Provision

LEVELS: tuple[Level, ...] = ("words", "lines", "whole")


class Unit(Struct, kw_only=True):
    """An article of the text with its edits, while the amendment's article for it is sought."""

    name: str
    before: Provision | None  # None for a new one
    was: Provision | None
    now: Provision | None  # None for one that is gone
    neighbour: Provision | None = None
    following: Provision | None = None
    level: int = 0


def units(files: Mapping[str, Laid], edited: tuple[Edited, ...]) -> Iterator[Unit]:
    """The units that somebody changed, added or took away, in the order of the text."""
    for one in edited:
        if one.unit is None:
            finding = next((f for f in one.findings if f.severity == "error"), None)
            where = f", ligne {finding.span.line}" if finding else ""
            fr = finding.message.text("fr") if finding else "un fichier du brouillon tient un article et un seul"
            en = finding.message.text("en") if finding else "a file of the draft holds one article, and one alone"
            raise Undraftable(f"{one.file}{where}\u00a0: {fr}", f"{one.file}{where.replace('ligne', 'line')}: {en}")
    there = {one.file: one.unit for one in edited}
    neighbour: Provision | None = None
    order = [*there, *(name for name in files if name not in there)]
    laid_order = list(files)
    for name in sorted(order, key=lambda n: _place(n, laid_order, list(there))):
        file, now = files.get(name), there.get(name)
        if file is None:
            following = next((files[n].unit for n in laid_order if n > name), None)
            yield Unit(name=name, before=None, was=None, now=now, neighbour=neighbour, following=following)
            continue
        was = read_laid(file.markdown)
        if was is not None and (now is None or whole(was) != whole(now)):
            yield Unit(name=name, before=file.unit, was=was, now=now)
        neighbour = file.unit


def _place(name: str, laid_order: list[str], edited_order: list[str]) -> tuple[int, int]:
    """A file that was laid stands where it was; a new one behind the laid one before it."""
    if name in laid_order:
        return laid_order.index(name), -1
    at = edited_order.index(name)
    before = [laid_order.index(n) for n in edited_order[:at] if n in laid_order]
    return max(before, default=-1), at


def changes_of(unit: Unit) -> tuple[Change, ...]:
    """The changes that make of the unit what was edited, at its level. Raises Undraftable where none can."""
    if unit.now is None and unit.before is not None:
        return (Change(of=unit.before, edit=Removed()),)
    if unit.before is None and unit.now is not None:
        beside = unit.neighbour or unit.following
        if beside is None:
            raise Undraftable(
                "le texte n’a pas d’article auprès duquel en ajouter un", "there is no article to add one beside"
            )
        added = Added(edited=unit.now, after=unit.neighbour, before=None if unit.neighbour else unit.following)
        return (Change(of=beside, edit=added),)
    if unit.before is None or unit.was is None or unit.now is None:
        return ()
    return tuple(compared(unit.before, unit.was, unit.now, LEVELS[unit.level]))
