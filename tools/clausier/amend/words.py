"""Where words stand in a place, and putting others there: the mechanism behind every change inside a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from clausier.amend.rewrite import put, splice_blocks
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs import Blocks, Column, HeadingPlace, Path, Place, Row, Sentence, WholeProvision, at
from clausier.text import Text
from clausier.text.words import occurrences


class Spot(Struct, frozen=True, order=True):
    """One text of the document: a heading (`block` is -1), an alinéa (`row` is -1), or a cell."""

    path: Path
    block: int
    row: int = -1
    column: int = -1


class Match(Struct, frozen=True, order=True):
    """The characters `start` to `end` of a spot."""

    spot: Spot
    start: int
    end: int


def spots(place: Place, document: Provision) -> Iterator[Spot]:
    """The texts in which words are looked for under `place`: headings only where one is named, or the whole is."""
    path = place.path
    owner = at(document, path)
    match place:
        case HeadingPlace():
            yield Spot(path, -1)
        case WholeProvision():
            yield from _all(owner, path, headings=not path)
        case Blocks(start=start, end=end):
            for index in range(start, end):
                yield from _block(owner, path, index)
        case Sentence(block=block):
            yield Spot(path, block)
        case Row(block=block, row=row):
            table = owner.blocks[block]
            yield from (
                Spot(path, block, row, c) for c in range(len(table.rows[row]) if isinstance(table, Table) else 0)
            )
        case Column(block=block, column=column):
            table = owner.blocks[block]
            yield from (Spot(path, block, r, column) for r in range(len(table.rows) if isinstance(table, Table) else 0))


def _all(owner: Provision, path: Path, *, headings: bool) -> Iterator[Spot]:
    if headings and owner.heading:
        yield Spot(path, -1)
    for index in range(len(owner.blocks)):
        yield from _block(owner, path, index)
    for index, child in enumerate(owner.children):
        yield from _all(child, (*path, index), headings=headings)


def _block(owner: Provision, path: Path, index: int) -> Iterator[Spot]:
    match owner.blocks[index]:
        case Alinea() as line if not line.repealed:
            yield Spot(path, index)
        case Table(rows=rows):
            yield from (Spot(path, index, r, c) for r, row in enumerate(rows) for c in range(len(row)))
        case _:
            # The words of a tombstone, of a lacuna and of a quotation are nobody's to change here.
            return


def place_of(spot: Spot) -> Place:
    """The line, or the heading, that a spot is, or that its cell stands in."""
    return Blocks(spot.path, spot.block, spot.block + 1, line=True) if spot.block >= 0 else HeadingPlace(spot.path)


def text_at(spot: Spot, document: Provision) -> Text:
    """The text of a spot; an empty one where a heading is missing."""
    owner = at(document, spot.path)
    if spot.block < 0:
        return owner.heading or Text("")
    block = owner.blocks[spot.block]
    if isinstance(block, Table):
        return block.rows[spot.row][spot.column]
    assert isinstance(block, Alinea)  # noqa: S101 - spots are made of lines and cells only
    return block.text


def put_text(spot: Spot, document: Provision, text: Text) -> Provision:
    """`document` with `text` at the spot."""
    owner = at(document, spot.path)
    if spot.block < 0:
        return put(document, spot.path, replace(owner, heading=text))
    block = owner.blocks[spot.block]
    if isinstance(block, Table):
        row = block.rows[spot.row]
        cells = (*row[: spot.column], text, *row[spot.column + 1 :])
        new: Table | Alinea = replace(block, rows=(*block.rows[: spot.row], cells, *block.rows[spot.row + 1 :]))
    else:
        assert isinstance(block, Alinea)  # noqa: S101 - spots are made of lines and cells only
        new = replace(block, text=text)
    return splice_blocks(document, spot.path, spot.block, spot.block + 1, (new,))


def matches(words: str, place: Place, document: Provision) -> tuple[Match, ...]:
    """Where `words` stand under `place`, in reading order; two may overlap."""
    found: list[Match] = []
    for spot in spots(place, document):
        chars = text_at(spot, document).chars
        for start, end in occurrences(chars, words):
            if not isinstance(place, Sentence) or (place.start <= start and end <= place.end):
                found.append(Match(spot, start, end))
    return tuple(found)


def overlapping(found: tuple[Match, ...]) -> Match | None:
    """The stretch of the first matches that overlap one another, of all in reading order; None where none do."""
    stretch: Match | None = None
    for one, other in pairwise(found):
        if one.spot == other.spot and other.start < one.end:
            stretch = Match(one.spot, stretch.start if stretch else one.start, other.end)
        elif stretch:
            break
    return stretch
