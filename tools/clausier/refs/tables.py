"""The table of a rank, the rows that a cell names, and the columns that their header does."""

from __future__ import annotations

from clausier.model.provision import Provision, Table
from clausier.model.target import NamedColumn, NamedRow, NthTable
from clausier.refs.failures import Ambiguous, Failure, Missing
from clausier.refs.items import stretch_of
from clausier.refs.names import describe, may_name
from clausier.refs.places import Blocks, Column, Path, Place, Row, WholeProvision, at
from clausier.text.typography import fold, same
from clausier.text.words import closest


def find_table(step: NthTable, path: Path, document: Provision) -> tuple[Place, ...] | Failure:
    """The table of that rank in the provision at `path`."""
    tables = [i for i, b in enumerate(at(document, path).blocks) if isinstance(b, Table)]
    if not 1 <= step.n <= len(tables):
        return Missing(WholeProvision(path), document)
    index = tables[step.n - 1]
    return (Blocks(path, index, index + 1),)


def rows_named(name: str, table: Table) -> tuple[int, ...]:
    """The rows whose first cell says `name`; where none does, those that have a cell which does.

    A table that sorts its rows (« Collège | Membre | Voix ») has what names each of them in another column than the first;
    but a figure names nothing there: « 2 » may be any row's votes. Else all cells name it, with bars between them.
    """
    rows = tuple(enumerate(table.rows))[1:]
    if "|" in name:
        wanted = [part.strip() for part in name.split("|")]
        return tuple(i for i, cells in rows if [fold(c.chars).chars for c in cells] == [fold(w).chars for w in wanted])
    by_first = tuple(i for i, cells in rows if same(cells[0].chars, name))
    if by_first or not may_name(name):
        return by_first
    return tuple(i for i, cells in rows if any(same(cell.chars, name) for cell in cells))


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
        if isinstance(step, NamedRow):
            names.extend(cell.chars for row in table.rows[1:] for cell in row if may_name(cell.chars) or cell is row[0])
            found.extend(Row(path, i, rank) for rank in rows_named(step.name, table))
        else:
            names.extend(cell.chars for cell in table.rows[0])
            found.extend(
                Column(path, i, rank) for rank, cell in enumerate(table.rows[0]) if same(cell.chars, step.name)
            )
    if len(found) == 1:
        return (found[0],)
    if found:
        return Ambiguous(tuple(describe(p, document) for p in found))
    return Missing(place, document, lambda: closest(step.name, names, likeness=0.4))
