"""Rows of tables: reworded, added, taken away."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.amend.misfit import Misfit
from clausier.amend.rewrite import splice_blocks
from clausier.diagnostics import Message
from clausier.model.provision import Provision, Table
from clausier.refs import Blocks, Place, Row, WholeProvision, at
from clausier.refs.tables import rows_named
from clausier.source.outline import Writer
from clausier.text import Text
from clausier.text.typography import same
from clausier.text.words import occurrences

Cells = tuple[Text, ...]
NOT_A_ROW = Message(
    fr='il faut nommer une ligne\u00a0: 8.3, tableau 1, ligne "…"', en='a row is needed: 8.3, tableau 1, ligne "…"'
)
NO_ROWS = Message(
    fr="il faut un tableau cité (son en-tête, puis la ligne) ou «\u00a0cellules\u00a0»",
    en="a quoted table (its header, then the row) or “cellules” is needed",
)


def set_row(
    document: Provision, place: Place, rows: tuple[Cells, ...], header: Cells | None, writer: Writer
) -> Provision:
    """`remplacer-ligne`: other rows in place of one."""
    table, block, row = _row(document, place)
    if header is not None and not rows and row and _has_its_name(header, table.rows[row]):
        rows, header = (header,), None
    return _with_rows(document, (place, block), (row, row + 1), _checked(rows, header, table), writer)


def add_row(
    document: Provision, place: Place, rows: tuple[Cells, ...], header: Cells | None, after: str, writer: Writer
) -> Provision:
    """`ajouter-ligne`: rows after the one named, else at the end of the table."""
    owner = at(document, place.path)
    tables = [i for i, b in enumerate(owner.blocks) if isinstance(b, Table)]
    if isinstance(place, Blocks):
        tables = [i for i in tables if place.start <= i < place.end]
    if not isinstance(place, (Blocks, WholeProvision)) or len(tables) != 1:
        raise Misfit(Message(fr="il faut nommer un tableau", en="a table is needed"))
    table = owner.blocks[tables[0]]
    assert isinstance(table, Table)  # noqa: S101 - chosen above
    where = len(table.rows)
    if after:
        named = rows_named(after, table)
        if len(named) != 1:
            raise Misfit(
                Message(
                    fr=f"la ligne «\u00a0{after}\u00a0» y figure {len(named)} fois",
                    en=f"row “{after}” stands there {len(named)} times",
                )
            )
        where = named[0] + 1
    return _with_rows(document, (place, tables[0]), (where, where), _checked(rows, header, table), writer)


def delete_row(document: Provision, place: Place) -> Provision:
    """`supprimer-ligne`: nothing stays."""
    table, block, row = _row(document, place)
    if row == 0 or len(table.rows) == 2:
        raise Misfit(Message(fr="le tableau resterait sans ligne", en="the table would be left without rows"), "empty")
    changed = replace(table, rows=(*table.rows[:row], *table.rows[row + 1 :]))
    return splice_blocks(document, place.path, block, block + 1, (changed,))


def _row(document: Provision, place: Place) -> tuple[Table, int, int]:
    if not isinstance(place, Row):
        raise Misfit(NOT_A_ROW)
    table = at(document, place.path).blocks[place.block]
    assert isinstance(table, Table)  # noqa: S101 - rows stand in tables
    return table, place.block, place.row


def _checked(rows: tuple[Cells, ...], header: Cells | None, table: Table) -> tuple[Cells, ...]:
    """The new rows, where they have the table's columns and a quoted table repeats its header, or has rows alone."""
    if header is not None and not _same_row(header, table.rows[0]):
        if not _is_of_the_data(header, table):
            raise Misfit(
                Message(fr="l’en-tête cité n’est pas celui du tableau", en="the quoted header is not the table’s")
            )
        rows = (header, *rows)
    if not rows:
        raise Misfit(NO_ROWS)
    if any(len(row) != len(table.rows[0]) for row in rows):
        columns = len(table.rows[0])
        raise Misfit(Message(fr=f"le tableau a {columns} colonnes", en=f"the table has {columns} columns"))
    return rows


def _same_row(one: Cells, other: Cells) -> bool:
    return len(one) == len(other) and all(same(a.chars, b.chars) for a, b in zip(one, other, strict=True))


def _has_its_name(row: Cells, other: Cells) -> bool:
    """Whether the first cell of a row, quoted alone, begins as that of the row that it replaces: it is no header."""
    return bool(row and other[0].chars) and any(start == 0 for start, _ in occurrences(row[0].chars, other[0].chars))


def _is_of_the_data(row: Cells, table: Table) -> bool:
    """Whether a row has figures where those of a table have them and its header has none: no header of other words."""
    own, *data = (_figures(one) for one in table.rows)
    return _figures(row) in data and _figures(row) != own


def _figures(row: Cells) -> tuple[bool, ...]:
    return tuple(any(c.isdigit() for c in cell.chars) for cell in row)


def _with_rows(
    document: Provision, where: tuple[Place, int], stretch: tuple[int, int], rows: tuple[Cells, ...], writer: Writer
) -> Provision:
    """The document with `rows` in place of the rows of `stretch`, in the table that is a block of a place's provision."""
    place, block = where
    table = at(document, place.path).blocks[block]
    assert isinstance(table, Table)  # noqa: S101 - callers have chosen a table
    written = tuple(tuple(writer.text(cell) for cell in row) for row in rows)
    changed = replace(table, rows=(*table.rows[: stretch[0]], *written, *table.rows[stretch[1] :]))
    return splice_blocks(document, place.path, block, block + 1, (changed,))
