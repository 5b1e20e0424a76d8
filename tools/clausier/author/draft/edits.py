"""What may change of a provision, as edits that a sentence can order."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from clausier.model.provision import Block, Provision, Table

Level = Literal["words", "lines", "whole"]


class Reworded(Struct, frozen=True):
    """In the alinéa of that rank, the words `old` become `new`, or go where that is empty."""

    line: int
    old: str
    new: str


class Line(Struct, frozen=True, kw_only=True):
    """The alinéa of that rank (from 1) is replaced by `blocks`; or deleted, where there are none."""

    rank: int
    blocks: tuple[Block, ...] = ()


class Inserted(Struct, frozen=True, kw_only=True):
    """`blocks` come after the alinéa of that rank; 0: before the first; `at_end`: nothing follows in the provision."""

    after: int
    blocks: tuple[Block, ...]
    at_end: bool


class NewTable(Struct, frozen=True):
    """The table of that rank is replaced."""

    rank: int
    table: Table


class Retitled(Struct, frozen=True):
    """The provision is given another heading."""

    heading: str


class Whole(Struct, frozen=True):
    """The provision is reworded whole, its sub-articles included."""

    edited: Provision


class Removed(Struct, frozen=True):
    """The provision is repealed."""


class Added(Struct, frozen=True, kw_only=True):
    """A provision comes after its neighbour `after`, or before `before`; at the end of what holds it where neither is given."""

    edited: Provision
    after: Provision | None = None
    before: Provision | None = None


class Renumbered(Struct, frozen=True):
    """The provision takes another number."""

    number: str


Edit = Reworded | Line | Inserted | NewTable | Retitled | Whole | Removed | Added | Renumbered


class Change(Struct, frozen=True, kw_only=True):
    """An edit of a provision of the text in force (for `Added`, of the one that is to hold the new one)."""

    of: Provision
    edit: Edit


class Undraftable(Exception):  # noqa: N818 - not a fault, but an edit that no amendment may make
    """An edit that cannot be ordered; why, in French and in English."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(en)
        self.fr, self.en = fr, en
