"""What may change of a provision, as edits that a sentence can order."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from clausier.model.provision import Block, Provision, Table
from clausier.text import Text

Level = Literal["structure", "words", "lines", "whole"]
LEVELS: tuple[Level, ...] = ("structure", "words", "lines", "whole")
Reading = Literal["", "avant", "résultat"]


class Reworded(Struct, frozen=True):
    """In the alinéa of that rank, the words `old` become `new`, or go where that is empty."""

    line: int
    old: str
    new: str


class SentenceReworded(Struct, frozen=True):
    """The sentence of that rank, in the alinéa of rank `line`, becomes `new`, or goes where that is empty."""

    line: int
    rank: int
    new: str


class SentencesAdded(Struct, frozen=True, kw_only=True):
    """The sentences `new`, so many as `count`, come after the sentence of that rank, 0: before the first; `at_end`: none follows."""

    line: int
    after: int
    new: str
    count: int
    at_end: bool


class Line(Struct, frozen=True, kw_only=True):
    """The alinéa of that rank (from 1) is replaced by `blocks`; or deleted, where there are none."""

    rank: int
    blocks: tuple[Block, ...] = ()


class Inserted(Struct, frozen=True, kw_only=True):
    """`blocks` come after the alinéa of that rank, or before it; `at_end`: nothing follows in the provision.

    `table` names the table of that rank rather than an alinéa.
    """

    rank: int
    blocks: tuple[Block, ...]
    before: bool = False
    at_end: bool = False
    table: bool = False


class Moved(Struct, frozen=True, kw_only=True):
    """The alinéas of ranks `first` to `last` come to stand after, or before, the alinéa of rank `rank` of `beside`."""

    first: int
    last: int
    beside: Provision
    rank: int
    before: bool = False


class Relabelled(Struct, frozen=True):
    """Items of a list take other labels, all at once."""

    old: tuple[str, ...]
    new: tuple[str, ...]


class NewTable(Struct, frozen=True):
    """The table of that rank is replaced; or goes, where there is none."""

    rank: int
    table: Table | None


class NewRow(Struct, frozen=True, kw_only=True):
    """In the table of that rank, the row of that name has other cells; or goes, where there are none."""

    table: int
    name: str
    header: tuple[Text, ...] = ()
    cells: tuple[Text, ...] = ()


class RowsAdded(Struct, frozen=True, kw_only=True):
    """In the table of that rank, `rows` come after the row of the name `after`; at its end where that is empty."""

    table: int
    after: str
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


class RowMoved(Struct, frozen=True, kw_only=True):
    """In the table of that rank, the row of that name comes to stand after, or before, the row of the name `beside`."""

    table: int
    name: str
    beside: str
    before: bool = False


class Retitled(Struct, frozen=True):
    """The provision is given another heading."""

    heading: str


class Whole(Struct, frozen=True):
    """The provision is reworded whole, its sub-articles included."""

    edited: Provision


class Removed(Struct, frozen=True):
    """The provision is repealed."""


class Restored(Struct, frozen=True):
    """The provision, which was repealed, has words again."""

    edited: Provision


class Added(Struct, frozen=True, kw_only=True):
    """A provision comes after its neighbour `after`, or before `before`; at the end of what holds it where neither is given."""

    edited: Provision
    after: Provision | None = None
    before: Provision | None = None


class MovedWhole(Struct, frozen=True, kw_only=True):
    """The provision comes to stand after `after`, or before `before`."""

    after: Provision | None = None
    before: Provision | None = None


class Renumbered(Struct, frozen=True):
    """The provision, and `others`, take other numbers, all at once, each that of its rank; `in_order`: none has moved among them."""

    numbers: tuple[str, ...]
    others: tuple[Provision, ...] = ()
    in_order: bool = True


class Split(Struct, frozen=True):
    """The provision is split in two, the second part beginning at the alinéa of that rank, under `number`."""

    rank: int
    number: str


class Joined(Struct, frozen=True):
    """The provision and `other` become one, under the provision's number."""

    other: Provision


# What changes words where they stand, and what moves, parts or counts them otherwise.
Worded = Reworded | Line | Inserted | Retitled | Whole | Removed | Restored | Added | NewTable
Structural = (
    SentenceReworded
    | SentencesAdded
    | Moved
    | Relabelled
    | NewRow
    | RowsAdded
    | RowMoved
    | MovedWhole
    | Renumbered
    | Split
    | Joined
)
Edit = Worded | Structural


def displaces(edit: Edit) -> bool:
    """Whether an edit takes something away, or makes it be called otherwise: references to it may be left behind."""
    match edit:
        case Line(blocks=blocks):
            return not blocks
        case NewTable(table=table):
            return table is None
        case Reworded() | Retitled() | SentenceReworded() | SentencesAdded() | NewRow() | RowsAdded() | RowMoved():
            return False
        case _:
            return True


def shifts(edit: Edit) -> bool:
    """Whether a change makes other lines, or tables, be counted otherwise."""
    match edit:
        case Line(blocks=()) | Inserted():
            return True
        case NewTable(table=None):
            return True
        case _:
            return False


class Change(Struct, frozen=True, kw_only=True):
    """An edit of a provision of the text in force (for `Added`, of the one that is to hold the new one).

    `reading` says in which of two texts its sentence counts and numbers: the one before the amendment, or the one that the
    changes before it have made; "" where both say the same.
    """

    of: Provision
    edit: Edit
    reading: Reading = ""
