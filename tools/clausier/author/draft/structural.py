"""A change of structure → what it orders: what moves, is numbered otherwise, split or joined.

Guide de légistique, 3.4.1: « devient », « deviennent respectivement », « est déplacé après », « est scindé en », « sont réunis en »;
rows of a table are named by their first cell.
"""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from clausier.author.draft import edits
from clausier.author.draft.lay import words
from clausier.author.draft.naming import alinea, table_of
from clausier.author.draft.sentences import Ordered, payload, plain
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs import unit_name
from clausier.text import Text
from clausier.text.sentences import sentences
from clausier.text.words import occurrences

_TWO = 2


def structural(of: Provision, edit: edits.Structural, *, alone: bool) -> Ordered:
    """What a change of structure orders; `alone`: in an article of one alinéa, which is named for it."""
    target = unit_name(of)
    match edit:
        case edits.SentenceReworded(line=line, rank=rank, new=new):
            place = phrase(of, line, rank, alone=alone)
            order = plain("remplacer", place, new=_words(new)) if new else plain("supprimer", place)
            return replace(order, of_two=rank == _sentences_in(of, line) == _TWO)
        case edits.SentencesAdded():
            return _sentences(of, edit, alone=alone)
        case edits.Moved():
            return _moved(of, edit)
        case edits.Relabelled(old=old, new=new):
            return plain("renuméroter", tuple(f"{target}, {label}" for label in old), ("en", ", ".join(new)))
        case edits.NewRow(table=table, name=name, cells=()):
            return plain("supprimer-ligne", _row(of, table, name))
        case edits.NewRow(table=table, name=name, header=header, cells=cells):
            found = _cell(of.tables[table - 1], name, cells)
            if found:
                return plain("remplacer-mots", _row(of, table, name), ("mots", found[0]), ("par", found[1]))
            return plain("remplacer-ligne", _row(of, table, name), new=_rows(header, (cells,)))
        case edits.RowsAdded():
            return _added_rows(of, edit)
        case edits.RowMoved(table=table, name=name, beside=beside, before=before):
            key = "avant" if before else "après"
            return plain("déplacer", _row(of, table, name), (key, _row(of, table, beside)))
        case edits.MovedWhole(after=after, before=following):
            one = after or following
            assert one is not None  # noqa: S101 - it stands beside one of them
            return plain("déplacer", target, ("après" if after else "avant", unit_name(one)))
        case edits.Renumbered(numbers=numbers, others=others):
            return plain("renuméroter", (target, *map(unit_name, others)), ("en", ", ".join(numbers)))
        case edits.Split(rank=rank, number=number):
            return plain("scinder", target, ("à", alinea(of, rank)), ("en", number))
        case edits.Joined(other=other):
            return plain("réunir", (target, unit_name(other)), ("en", of.number))
        case _:
            assert_never(edit)


def _moved(of: Provision, edit: edits.Moved) -> Ordered:
    first, last = alinea(of, edit.first), alinea(of, edit.last)
    lines = first if first == last else f"{first} à {last.rpartition(' ')[2]}"
    key = "avant" if edit.before else "après"
    return plain("déplacer", lines, (key, alinea(edit.beside, edit.rank)))


def phrase(of: Provision, line: int, rank: int, *, alone: bool) -> str:
    """The sentence of that rank of an alinéa, or of the article of which that is `alone`."""
    return f"{unit_name(of)}, phr. {rank}" if alone else f"{alinea(of, line)}, phr. {rank}"


def _sentences_in(of: Provision, line: int) -> int:
    return sum(1 for _ in sentences(of.alineas[line - 1].text.chars))


def _sentences(of: Provision, edit: edits.SentencesAdded, *, alone: bool) -> Ordered:
    if edit.at_end:
        place = alinea(of, -1 if alone else edit.line)
        return replace(plain("compléter", place, new=_words(edit.new), lines=edit.count), alone=alone)
    verb = "insérer-après" if edit.after else "insérer-avant"
    return plain(verb, phrase(of, edit.line, edit.after or 1, alone=alone), new=_words(edit.new), lines=edit.count)


def _added_rows(of: Provision, edit: edits.RowsAdded) -> Ordered:
    after = (("après", edit.after),) if edit.after else ()
    new = _rows(edit.header, edit.rows)
    return plain("ajouter-ligne", table_of(of, edit.table), *after, new=new, lines=len(edit.rows))


def _row(of: Provision, table: int, name: str) -> str:
    return f'{table_of(of, table)}, ligne "{name}"'


def _cell(table: Table, name: str, cells: tuple[Text, ...]) -> tuple[str, str] | None:
    """The words of the one cell that changes in a row, and the new ones, where they are found in the row once."""
    row = next(row for row in table.rows if words(row[0].chars) == words(name))
    pairs = [(o.chars, n.chars) for o, n in zip(row, cells, strict=True) if words(o.chars) != words(n.chars)]
    if len(pairs) != 1 or pairs[0][0] == row[0].chars:
        return None
    old, new = pairs[0]
    told = old and new and not set(old + new) & set("«»") and old[0].isalnum() and new[0].isalnum()
    return (old, new) if told and sum(len(occurrences(c.chars, old)) for c in row) == 1 else None


def _rows(header: tuple[Text, ...], rows: tuple[tuple[Text, ...], ...]) -> str:
    """Rows as a table that repeats its header."""
    return payload((Table(key="", rows=(header, *rows)),), ())


def _words(chars: str) -> str:
    return payload((Alinea(key="", text=Text(chars)),), ())
