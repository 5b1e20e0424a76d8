"""The table of a rank, and the rows and columns that their first cell names."""

from __future__ import annotations

from clausier.model.provision import Provision, Table
from clausier.model.target import NamedColumn, NamedRow, NthTable
from clausier.refs.failures import Ambiguous, Failure, Missing, closest
from clausier.refs.items import stretch_of
from clausier.refs.names import describe
from clausier.refs.places import Blocks, Column, Path, Place, Row, WholeProvision, at
from clausier.text.typography import same


def find_table(step: NthTable, path: Path, document: Provision) -> tuple[Place, ...] | Failure:
    """The table of that rank in the provision at `path`."""
    tables = [i for i, b in enumerate(at(document, path).blocks) if isinstance(b, Table)]
    if not 1 <= step.n <= len(tables):
        return Missing(WholeProvision(path), document)
    index = tables[step.n - 1]
    return (Blocks(path, index, index + 1),)


def find_in_table(step: NamedRow | NamedColumn, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    """The row or column of that name in the tables at `place`."""
    path, stretch = stretch_of(place, document)
    blocks = at(document, path).blocks
    found: list[Place] = []
    names: list[str] = []
    for i in stretch:
        table = blocks[i]
        if not isinstance(table, Table):
            continue
        cells = [row[0] for row in table.rows[1:]] if isinstance(step, NamedRow) else list(table.rows[0])
        names.extend(cell.chars for cell in cells)
        for rank, cell in enumerate(cells):
            if same(cell.chars, step.name):
                found.append(Row(path, i, rank + 1) if isinstance(step, NamedRow) else Column(path, i, rank))
    if len(found) == 1:
        return (found[0],)
    if found:
        return Ambiguous(tuple(describe(p, document) for p in found))
    return Missing(place, document, lambda: closest(step.name, names, likeness=0.4))
