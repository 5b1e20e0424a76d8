"""What a target names in a given state of the text: places, or why there is none."""

from __future__ import annotations

from msgspec import Struct

from clausier.model.provision import Provision

Path = tuple[int, ...]


class WholeProvision(Struct, frozen=True):
    """A provision with all below it. `path` is the child index at each level from the document down."""

    path: Path


class HeadingPlace(Struct, frozen=True):
    """The heading of a provision."""

    path: Path


class Blocks(Struct, frozen=True):
    """The blocks `start` to `end` (excluded) of a provision: an alinéa, an item with its sub-items, a table, a range.

    `numbered` tells an item named by its label: a numbered unit, which is abrogated rather than deleted. `line` tells an
    alinéa named by its rank: that line alone.
    """

    path: Path
    start: int
    end: int
    numbered: bool = False
    line: bool = False


class Sentence(Struct, frozen=True):
    """The characters `start` to `end` of the alinéa that is block `block`."""

    path: Path
    block: int
    start: int
    end: int


class Row(Struct, frozen=True):
    """Row `row` of the table that is block `block`; the header is row 0."""

    path: Path
    block: int
    row: int


class Column(Struct, frozen=True):
    """Column `column` of the table that is block `block`."""

    path: Path
    block: int
    column: int


Place = WholeProvision | HeadingPlace | Blocks | Sentence | Row | Column


class Missing(Struct, frozen=True):
    """Nothing of that name. `where` names the provision searched; `nearest` what it may have meant."""

    where: str
    nearest: str = ""


class Unknown(Struct, frozen=True):
    """It would stand in a lacuna. `number` is the provision whose words are missing (`""`: the whole), `reason` why."""

    number: str
    reason: str


class Ambiguous(Struct, frozen=True):
    """Several things of that name."""

    candidates: tuple[str, ...]


class Miscounted(Struct, frozen=True):
    """An alinéa named with its words, which stand elsewhere: in alinéa `found`, or `older` by the older count."""

    n: int
    quote: str
    found: int
    older: int


Failure = Missing | Unknown | Ambiguous | Miscounted


def at(document: Provision, path: Path) -> Provision:
    """The provision at `path`, which must exist."""
    for index in path:
        document = document.children[index]
    return document
