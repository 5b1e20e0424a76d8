"""What an operation names, by identities that outlast a change: told on two texts, it shows whether its words still mean the same.

« L’alinéa 3 » is another alinéa once one has been inserted above it, « l’article 4 » another article once they have been
renumbered: neither overwrites the other's words, and yet the order of the two decides what the text becomes.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.amend.excerpt import short
from clausier.amend.identity import ink
from clausier.amend.resolve import State, places, word_matches
from clausier.amend.words import Match, Spot, text_at
from clausier.model.operation import AddWords, Move, Split, Substitute, TextOperation
from clausier.model.provision import Alinea, Block, Provision, Table
from clausier.model.target import Target
from clausier.refs import Blocks, Column, HeadingPlace, Place, Row, Sentence, WholeProvision, at
from clausier.text import Text

# ("provision", id) · ("heading", id) · ("block", key) · ("block", key, origin, number of a character in a table)
# · ("sentence", key, words) · ("row", key, cells) · ("column", key, n)
Named = tuple[tuple[str, ...], ...]
_LENGTH = 60  # of what a finding shows


def named(operation: TextOperation, document: Provision) -> Named | None:
    """What the targets, anchors and quoted words of `operation` designate in `document`, in order; None where one does not."""
    state = State(document, document)
    common = operation.common
    match operation:
        case Substitute(targets=targets, words=words, count=count):
            found, problems = word_matches(words, "mots", targets, count, common, state)
            return None if problems else tuple(_holder(m, document) for m in found)
        case AddWords(targets=targets, anchor=anchor, count=count):
            found, problems = word_matches(anchor, "après", targets, count, common, state)
            return None if problems else tuple(_holder(m, document) for m in found)
        case _:
            pass
    things: list[tuple[str, ...]] = []
    for target in (*operation.targets, *anchors(operation)):
        resolved, problems = places(target, common, state)
        if problems:
            return None
        things.extend(thing for place in resolved for thing in _identity(place, document))
    return tuple(things)


def meant(operation: TextOperation, document: Provision) -> str:
    """How a finding shows what `named` finds: the first words of each thing, or its title, cut short."""
    shown = (_shown(thing, document) for thing in dict.fromkeys(named(operation, document) or ()))
    return short(" / ".join(filter(None, shown)), _LENGTH)


def _shown(thing: tuple[str, ...], document: Provision) -> str:
    match thing:
        case ("provision" | "heading", identity):
            there = (p for p in document.walk() if p.id == identity)
            return next((" : ".join((p.title(), *map(_first_words, p.blocks[:1]))) for p in there), "")
        case ("sentence", _, words):
            return words
        case ("row", _, *cells):
            return " | ".join(cells)
        case ("block", key, origin, number):
            tables = (b for p in document.walk() for b in p.blocks if isinstance(b, Table) and b.key == key)
            rows = (pair for table in tables for pair in zip(table.rows, table.lines, strict=True))
            return next((line for row, line in rows if any(_has(cell, origin, int(number)) for cell in row)), "")
        case (_, key, *_):
            blocks = (b for p in document.walk() for b in p.blocks if b.key == key)
            return next((_first_words(b) for b in blocks), "")
        case _:
            return ""


def _has(cell: Text, origin: str, number: int) -> bool:
    return any(run.origin == origin and 0 <= number - run.at < len(chars) for chars, run in cell.pieces())


def _first_words(block: Block) -> str:
    match block:
        case Alinea(text=text):
            return text.chars
        case Table(lines=lines):
            return lines[0]
        case _:
            return ""


def anchors(operation: TextOperation) -> tuple[Target, ...]:
    """What an operation names beside its targets: where it moves them, where it splits them."""
    match operation:
        case Move(anchor=anchor):
            return (anchor,)
        case Split(at=Target() as begin):
            return (begin,)
        case _:
            return ()


def _holder(match: Match, document: Provision) -> tuple[str, ...]:
    """The heading or the line in which words were found; in a table, whose rows move, the first of their characters."""
    owner = at(document, match.spot.path)
    if match.spot.block < 0:
        return ("heading", owner.id)
    block = owner.blocks[match.spot.block]
    if not isinstance(block, Table):
        return ("block", block.key)
    origin, number = ink(text_at(match.spot, document), match.start)
    return ("block", block.key, origin, str(number))


def _identity(place: Place, document: Provision) -> Iterator[tuple[str, ...]]:
    owner = at(document, place.path)
    match place:
        case WholeProvision():
            yield ("provision", owner.id)
        case HeadingPlace():
            yield ("heading", owner.id)
        case Blocks(start=start, end=end):
            yield from (("block", block.key) for block in owner.blocks[start:end])
        case Sentence(block=index, start=start, end=end):
            words = text_at(Spot(place.path, index), document).chars[start:end]
            yield ("sentence", owner.blocks[index].key, words)
        case Row(block=index, row=row):
            table = owner.blocks[index]
            assert isinstance(table, Table)  # noqa: S101 - rows are named in tables only
            yield ("row", table.key, *(cell.chars for cell in table.rows[row]))
        case Column(block=index, column=column):
            yield ("column", owner.blocks[index].key, str(column))
