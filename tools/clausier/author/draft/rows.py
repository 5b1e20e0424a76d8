"""Two wordings of a table → the changes of its rows, each named by its first cell; or of the table whole."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from clausier.author.draft.edits import Edit, NewRow, NewTable, RowMoved, RowsAdded
from clausier.author.draft.lay import words
from clausier.author.draft.pairing import steady
from clausier.author.draft.thresholds import Thresholds
from clausier.model.provision import Table
from clausier.text import Text

Row = tuple[Text, ...]


def row_edits(rank: int, old: Table, new: Table, limits: Thresholds, *, moves: bool) -> list[Edit]:
    """The changes that make `new` of `old`, the table of that rank.

    The table is replaced whole where its header changes, where most of its rows do, or where a row has no name of its own.
    """
    whole: list[Edit] = [NewTable(rank, new)]
    was, now = [_name(r) for r in old.rows[1:]], [_name(r) for r in new.rows[1:]]
    named = all(was) and all(now) and len(set(was)) == len(was) and len(set(now)) == len(now)
    if not named or not now or any('"' in n for n in (*was, *now)) or _cells(old.rows[0]) != _cells(new.rows[0]):
        return whole
    partner = _partners(old, new)
    edits = list(_edits(rank, old, new, partner, moves=moves))
    reworded = sum(isinstance(e, NewRow) for e in edits)
    return whole if not edits or None in edits or reworded > limits.article * len(was) else [e for e in edits if e]


def _partners(old: Table, new: Table) -> dict[int, int]:
    """For rows of `new`, the row of `old` that they are: of its name, or in its place."""
    was, now = [_name(r) for r in old.rows], [_name(r) for r in new.rows]
    partner = {j: was.index(name) for j, name in enumerate(now) if name in was}
    for op, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if op == "replace" and i2 - i1 == j2 - j1:  # a row under another name
            taken = set(partner.values())
            partner |= {
                j: i
                for i, j in zip(range(i1, i2), range(j1, j2), strict=True)
                if j not in partner and i not in taken and _cells(old.rows[i])[1:] == _cells(new.rows[j])[1:]
            }
    return partner


def _edits(rank: int, old: Table, new: Table, partner: dict[int, int], *, moves: bool) -> Iterator[Edit | None]:
    """The edits in the order of the table, moves behind what changes; None for a row that no sentence can put in its place."""
    known = [j for j in range(len(new.rows)) if j in partner]
    kept = {known[place] for place in steady([partner[j] for j in known])}
    changed = [*_changed(rank, old, new, partner), *(() if len(kept) < len(known) else _added(rank, new, partner))]
    yield from (edit for _, edit in sorted(changed, key=lambda pair: pair[0]))
    for at, j in enumerate(known):
        if j not in kept:
            if not moves:
                yield None
            beside = known[at - 1] if at > 1 else next(k for k in known[1:] if k in kept)
            name = new.rows[beside][0].chars
            yield RowMoved(table=rank, name=new.rows[j][0].chars, beside=name, before=at <= 1)
    if len(kept) < len(known):
        yield from (edit for _, edit in _added(rank, new, partner))


def _changed(rank: int, old: Table, new: Table, partner: dict[int, int]) -> Iterator[tuple[float, Edit | None]]:
    """The rows that go or have other cells, each with its place among the old ones."""
    made = {i: new.rows[j] for j, i in partner.items()}
    for i, row in enumerate(old.rows):
        if i not in made:
            yield i, NewRow(table=rank, name=row[0].chars)
        elif _cells(row) != _cells(made[i]):
            yield i, NewRow(table=rank, name=row[0].chars, header=old.rows[0], cells=made[i])


def _added(rank: int, new: Table, partner: dict[int, int]) -> Iterator[tuple[float, Edit | None]]:
    """The runs of new rows, each with its place among the old ones."""
    count = len(new.rows)
    j = 1
    while j < count:
        last = j
        while last < count and last not in partner:
            last += 1
        if last > j:
            if j == 1:
                yield 0, None  # no formula puts a row before the first
            after = "" if last == count else new.rows[j - 1][0].chars
            place = partner.get(j - 1, 0) + 0.5 if after else float("inf")
            yield place, RowsAdded(table=rank, after=after, header=new.rows[0], rows=new.rows[j:last])
        j = last + 1


def _name(row: Row) -> str:
    return words(row[0].chars)


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(words(cell.chars) for cell in row)
