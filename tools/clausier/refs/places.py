"""The places that a target names in a given state of the text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clausier.model.provision import Provision

Path = tuple[int, ...]


class WholeProvision(Struct, frozen=True, tag=True, array_like=True):
    """A provision with all below it. `path` is the child index at each level from the document down."""

    path: Path


class HeadingPlace(Struct, frozen=True, tag=True, array_like=True):
    """The heading of a provision."""

    path: Path


class Blocks(Struct, frozen=True, tag=True, array_like=True):
    """The blocks `start` to `end` (excluded) of a provision: an alinéa, an item with its sub-items, a table, a range.

    `numbered` tells an item named by its label: a numbered unit, which is abrogated rather than deleted. `line` tells an
    alinéa named by its rank: that line alone.
    """

    path: Path
    start: int
    end: int
    numbered: bool = False
    line: bool = False


class Sentence(Struct, frozen=True, tag=True, array_like=True):
    """The characters `start` to `end` of the alinéa that is block `block`."""

    path: Path
    block: int
    start: int
    end: int


class Row(Struct, frozen=True, tag=True, array_like=True):
    """Row `row` of the table that is block `block`; the header is row 0."""

    path: Path
    block: int
    row: int


class Column(Struct, frozen=True, tag=True, array_like=True):
    """Column `column` of the table that is block `block`."""

    path: Path
    block: int
    column: int


Place = WholeProvision | HeadingPlace | Blocks | Sentence | Row | Column


def at(document: Provision, path: Path) -> Provision:
    """The provision at `path`, which must exist."""
    for index in path:
        document = document.children[index]
    return document


def walk(provision: Provision, path: Path = ()) -> Iterator[tuple[Path, Provision]]:
    """A provision and every one below it, in reading order, each with its path: behind `path`, which is its own."""
    yield path, provision
    for index, child in enumerate(provision.children):
        yield from walk(child, (*path, index))
