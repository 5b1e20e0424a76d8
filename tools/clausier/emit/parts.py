"""The part of a text that a target names, and the same lines in another version."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.provision import Alinea, Provision, Table
from clausier.model.target import Target
from clausier.refs import Blocks, Column, Failure, HeadingPlace, Place, Row, Sentence, WholeProvision, at, find


def part(document: Provision, target: Target | None) -> Provision | Failure:
    """The provision that the target names in `document`, cut down to the part that it names; the whole without one."""
    if target is None:
        return document
    found = find(target, document)
    if not isinstance(found, tuple):
        return found
    if len(found) > 1:
        owner = at(document, found[0].path[:-1] if isinstance(found[0], WholeProvision) else found[0].path)
        if all(isinstance(p, WholeProvision) for p in found):
            return replace(owner, blocks=(), children=tuple(at(document, p.path) for p in found))
        return _cut(owner, found)
    return _cut(at(document, found[0].path), found)


def _cut(owner: Provision, places: tuple[Place, ...]) -> Provision:
    match places[0]:
        case WholeProvision():
            return owner
        case HeadingPlace():
            return replace(owner, blocks=(), children=())
        case Sentence(block=block, start=start, end=end):
            line = owner.blocks[block]
            assert isinstance(line, Alinea)  # noqa: S101 - sentences stand in alinéas
            return replace(owner, blocks=(replace(line, text=line.text.slice(start, end)),), children=())
        case Blocks():
            chosen = tuple(b for p in places if isinstance(p, Blocks) for b in owner.blocks[p.start : p.end])
            return replace(owner, blocks=chosen, children=())
        case Row(block=block, row=row):
            table = owner.blocks[block]
            assert isinstance(table, Table)  # noqa: S101 - rows stand in tables
            rows = (table.rows[0], table.rows[row]) if row else table.rows[:1]
            return replace(owner, blocks=(replace(table, rows=rows),), children=())
        case Column(block=block):
            return replace(owner, blocks=(owner.blocks[block],), children=())


def whole(found: Provision, document: Provision) -> Provision:
    """The provision of which `part` has found `found`, or a part, in `document`."""
    return next((p for p in document.walk() if p.id == found.id), found)


def lines_of(found: Provision, document: Provision) -> frozenset[str] | None:
    """The keys of the lines and tables to which `part` has cut a provision (none: its heading); None where it is whole.

    Lines keep their keys from version to version, moved and reworded; a sentence has none, and is followed with its line.
    """
    if found.children or found is whole(found, document):
        return None
    return frozenset(block.key for block in found.blocks)


def cut(provision: Provision, lines: frozenset[str]) -> Provision | None:
    """The provision cut down to those lines, or to its heading where there are none; None where it has none of them."""
    if not lines:
        return replace(provision, blocks=(), children=())
    kept = tuple(block for block in provision.blocks if block.key in lines)
    return replace(provision, separator="", heading=None, blocks=kept, children=()) if kept else None
