"""A change of structure → the sentence that orders it, and its operation: what moves, is numbered otherwise, split or joined.

Guide de légistique, 3.3: « devient », « deviennent respectivement », « est déplacé après », « est scindé en », « sont réunis en »;
rows of a table are named by their first cell.
"""

from __future__ import annotations

from typing import Any, assert_never

from msgspec.structs import replace

from clausier.author.draft.edits import (
    Change,
    Joined,
    Moved,
    MovedWhole,
    NewRow,
    Relabelled,
    Renumbered,
    RowMoved,
    RowsAdded,
    SentenceReworded,
    SentencesAdded,
    Split,
    Structural,
)
from clausier.author.draft.sentences import COUNTS, Ordered, ordered, payload, plain, typeset
from clausier.french.nouns import noun_of
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs import unit_name
from clausier.text import Text


def order_of(change: Change) -> Ordered:
    """The sentence and the operation of a change. Raises Undraftable where no sentence can order it."""
    edit = change.edit
    made = _structural(change.of, edit) if isinstance(edit, Structural) else ordered(change.of, edit)
    return replace(made, operation=(*made.operation, ("lecture", change.reading))) if change.reading else made


def _structural(of: Provision, edit: Structural) -> Ordered:
    target = unit_name(of)
    match edit:
        case SentenceReworded(line=line, rank=rank, new=""):
            return plain("supprimer", f"{target}, al. {line}, phr. {rank}")
        case SentenceReworded(line=line, rank=rank, new=new):
            return plain("remplacer", f"{target}, al. {line}, phr. {rank}", new=_words(new))
        case SentencesAdded():
            return _sentences(target, edit)
        case Moved():
            return _moved(target, edit)
        case Relabelled(old=old, new=new):
            return _list("renuméroter", tuple(f"{target}, {label}" for label in old), new)
        case NewRow(table=table, name=name, cells=()):
            return plain("supprimer-ligne", _row(of, table, name))
        case NewRow(table=table, name=name, header=header, cells=cells):
            return plain("remplacer-ligne", _row(of, table, name), new=_rows(header, (cells,)))
        case RowsAdded():
            return _added_rows(of, edit)
        case RowMoved(table=table, name=name, beside=beside, before=before):
            key = "avant" if before else "après"
            return plain("déplacer", _row(of, table, name), (key, _row(of, table, beside)))
        case MovedWhole(after=after, before=following):
            one = after or following
            assert one is not None  # noqa: S101 - it stands beside one of them
            return plain("déplacer", target, ("après" if after else "avant", unit_name(one)))
        case Renumbered(numbers=numbers, others=others):
            return _list("renuméroter", (target, *(unit_name(p) for p in others)), numbers)
        case Split(rank=rank, number=number):
            return plain("scinder", target, ("à", f"{target}, al. {rank}"), ("en", number))
        case Joined(other=other):
            return plain("réunir", (target, unit_name(other)), ("en", of.number))
        case _:
            assert_never(edit)


def _list(verb: str, targets: tuple[str, ...], numbers: tuple[str, ...]) -> Ordered:
    """Several targets with as many numbers: each in a list of its own where there is more than one."""
    made = plain(verb, targets, ("en", ", ".join(numbers)))
    if len(targets) == 1:
        return replace(made, operation=((verb, targets[0]), ("en", numbers[0])))
    return replace(made, operation=((verb, targets), ("en", numbers)))


def _moved(target: str, edit: Moved) -> Ordered:
    lines = f"{edit.first} à {edit.last}" if edit.last > edit.first else str(edit.first)
    key = "avant" if edit.before else "après"
    return plain("déplacer", f"{target}, al. {lines}", (key, f"{unit_name(edit.beside)}, al. {edit.rank}"))


def _sentences(target: str, edit: SentencesAdded) -> Ordered:
    """New sentences, counted as the guides have it; the table of formulas knows no count."""
    line = f"{target}, al. {edit.line}"
    several = edit.count > 1
    what = (
        f"{COUNTS.get(edit.count, str(edit.count))} phrases ainsi rédigées" if several else "une phrase ainsi rédigée"
    )
    new = _words(edit.new)
    if edit.at_end:
        noun = noun_of((line,)).the()
        said = f"{noun[0].upper()}{noun[1:]} est complété par {what} :"
        return Ordered(sentence=typeset(said), operation=(("compléter", line),), new=new)
    side, verb = ("après", "insérer-après") if edit.after else ("avant", "insérer-avant")
    beside = f"{line}, phr. {edit.after or 1}"
    is_ = "sont insérées" if several else "est insérée"
    said = f"{side.capitalize()} {noun_of((beside,)).the()}, {is_} {what} :"
    return Ordered(sentence=typeset(said), operation=((verb, beside),), new=new)


def _added_rows(of: Provision, edit: RowsAdded) -> Ordered:
    table = _table(of, edit.table)
    several = len(edit.rows) > 1
    count = COUNTS.get(len(edit.rows), str(len(edit.rows)))
    what = f"{count} lignes ainsi rédigées" if several else "une ligne ainsi rédigée"
    noun = noun_of((table,))
    new = _rows(edit.header, edit.rows)
    if not edit.after:
        said = f"{noun.the()} est complété par {what} :"
        return Ordered(sentence=typeset(said[0].upper() + said[1:]), operation=(("ajouter-ligne", table),), new=new)
    is_ = "sont insérées" if several else "est insérée"
    said = f"Après la ligne « {edit.after} » {noun.of()}, {is_} {what} :"
    operation: tuple[tuple[str, Any], ...] = (("ajouter-ligne", table), ("après", edit.after))
    return Ordered(sentence=typeset(said), operation=operation, new=new)


def _table(of: Provision, rank: int) -> str:
    """A table by its rank, where it is not the only one."""
    return f"{unit_name(of)}, tableau {rank}" if len(of.tables) > 1 else f"{unit_name(of)}, tableau"


def _row(of: Provision, table: int, name: str) -> str:
    return f'{_table(of, table)}, ligne "{name}"'


def _rows(header: tuple[Text, ...], rows: tuple[tuple[Text, ...], ...]) -> str:
    """Rows as a table that repeats its header."""
    return payload((Table(key="", rows=(header, *rows)),), ())


def _words(words: str) -> str:
    return payload((Alinea(key="", text=Text(words)),), ())
