"""The same place in two states of one text: by the identity of provisions, lines and characters, not by their look."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.amend.words import Match, Spot, text_at
from clausier.model.provision import Block, Provision, Table
from clausier.refs import Blocks, Column, HeadingPlace, Path, Place, Row, Sentence, WholeProvision, at, item_end
from clausier.refs.index import index_of
from clausier.text import Text


def path_of(document: Provision, identity: str) -> Path | None:
    """Where the provision of that identity stands in `document`."""
    return index_of(document).path_of(identity)


def follow(place: Place, before: Provision, now: Provision) -> Place | None:
    """The place in `now` that holds what `place` names in `before`; None where it, or a part of it, is gone."""
    owner = at(before, place.path)
    path = path_of(now, owner.id)
    if path is None:
        return None
    here = at(now, path)
    match place:
        case WholeProvision():
            return WholeProvision(path)
        case HeadingPlace():
            return HeadingPlace(path) if here.heading or not owner.heading else None
        case Blocks(start=start, end=end, numbered=numbered, line=line):
            indexes = [_block(here, b) for b in owner.blocks[start:end]]
            if None in indexes or not indexes:
                return None
            known = [i for i in indexes if i is not None]
            if numbered and item_end(owner.blocks, start) == end:  # an item is followed with what it has grown by
                return Blocks(path, known[0], item_end(here.blocks, known[0]), numbered, line)
            if known != list(range(known[0], known[0] + len(known))):
                return None
            return Blocks(path, known[0], known[-1] + 1, numbered, line)
        case Sentence(block=block, start=start, end=end):
            index = _block(here, owner.blocks[block])
            if index is None:
                return None
            stretch = _stretch(_line(owner.blocks[block]), start, end, _line(here.blocks[index]))
            return Sentence(path, index, *stretch) if stretch else None
        case Row(block=block, row=row):
            index = _block(here, owner.blocks[block])
            table, old = (here.blocks[index] if index is not None else None), owner.blocks[block]
            if index is None or not isinstance(table, Table) or not isinstance(old, Table):
                return None
            rank = next((i for i, cells in enumerate(table.rows) if _same_cells(cells, old.rows[row])), None)
            return Row(path, index, rank) if rank is not None else None
        case Column(block=block, column=column):
            index = _block(here, owner.blocks[block])
            return Column(path, index, column) if index is not None else None


def same_words(one: Place, other: Place, before: Provision, now: Provision) -> bool:
    """Whether two places of `now` hold the same characters of `before`; a sentence may have grown at its ends."""
    if one == other:
        return True
    if not (isinstance(one, Sentence) and isinstance(other, Sentence)):
        return False
    old = path_of(before, at(now, one.path).id)
    if (one.path, one.block) != (other.path, other.block) or old is None:
        return False
    line = at(now, one.path).blocks[one.block]
    then = at(before, old)
    index = _block(then, line)
    was = _line(then.blocks[index]) if index is not None else Text("")
    known = frozenset(_inks(was, 0, len(was)))
    return known.intersection(_inks(_line(line), one.start, one.end)) == known.intersection(
        _inks(_line(line), other.start, other.end)
    )


def _inks(text: Text, start: int, end: int) -> list[tuple[str, int]]:
    return [ink(text, index) for index in range(start, end)]


def follow_match(match: Match, before: Provision, now: Provision) -> Match | None:
    """The same characters in `now`, wherever in their provision they stand; None where any is gone, or others are among them."""
    owner = at(before, match.spot.path)
    path = path_of(now, owner.id)
    if path is None:
        return None
    here = at(now, path)
    old = text_at(match.spot, before)
    for spot in _spots_of(match.spot, owner, here, path):
        new = text_at(spot, now)
        stretch = _stretch(old, match.start, match.end, new)
        if stretch and _inks(new, *stretch) == _inks(old, match.start, match.end):
            return Match(spot, *stretch)
    return None


def _spots_of(spot: Spot, owner: Provision, here: Provision, path: Path) -> Iterator[Spot]:
    if spot.block < 0:
        yield Spot(path, -1)
        return
    index = _block(here, owner.blocks[spot.block])
    if index is None:
        return
    block = here.blocks[index]
    if isinstance(block, Table):
        yield from (Spot(path, index, r, c) for r, row in enumerate(block.rows) for c in range(len(row)))
    else:
        yield Spot(path, index)


def _block(owner: Provision, block: Block) -> int | None:
    return next((i for i, b in enumerate(owner.blocks) if b.key == block.key), None)


def _line(block: Block) -> Text:
    return getattr(block, "text", Text(""))


def _same_cells(now: tuple[Text, ...], then: tuple[Text, ...]) -> bool:
    """Whether any cell of the row still holds a character of the row as it was."""
    return any(_stretch(old, 0, len(old), new) for old, new in zip(then, now, strict=False) if len(old))


def _stretch(old: Text, start: int, end: int, new: Text) -> tuple[int, int] | None:
    """Where the characters `start` to `end` of `old` stand in `new`, from the first of them to the last."""
    first = _position(old, start, new)
    last = _position(old, end - 1, new)
    return (first, last + 1) if first is not None and last is not None and first <= last else None


def _position(old: Text, index: int, new: Text) -> int | None:
    origin, number = ink(old, index)
    begin = 0
    for run in new.runs:
        if run.origin == origin and run.at <= number < run.at + run.end - begin:
            return begin + number - run.at
        begin = run.end
    return None


def ink(text: Text, index: int) -> tuple[str, int]:
    """Which operation wrote the character at `index`, and the number of that character among those it wrote."""
    begin = 0
    for run in text.runs:
        if index < run.end:
            return run.origin, run.at + index - begin
        begin = run.end
    return "", -1
