"""Where a quotation stands in a provision: an alinéa, a cell, or a heading, its sub-articles included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from clausier.diagnostics import Span
from clausier.model.provision import Alinea, Provision, Status, Table
from clausier.rules.pattern import Match, Pattern, loose_matches, matches
from clausier.text import Text
from clausier.text.sentences import sentences
from clausier.text.typography import fold
from clausier.text.words import nearest


class Unit(Struct, frozen=True):
    """Words that a quotation must not overrun. `n` is the rank of the alinéa, or of the table that holds the cell."""

    provision: Provision
    kind: Literal["alinea", "cell", "heading"]
    n: int
    text: Text
    span: Span | None


class Spot(Struct, frozen=True):
    """A quotation found in a unit."""

    unit: Unit
    match: Match

    @property
    def quote(self) -> str:
        """The words as the text has them."""
        return self.unit.text.chars[self.match.start : self.match.end]

    @property
    def around(self) -> tuple[Text, Text]:
        """What its sentences say before it and after it."""
        text, start, end = self.unit.text, self.match.start, self.match.end
        its_own = [(a, b) for a, b in sentences(text.chars) if a < end and b > start]
        first, last = (its_own[0][0], its_own[-1][1]) if its_own else (start, end)
        return text.slice(min(first, start), start), text.slice(end, max(last, end))

    @property
    def fixed_origins(self) -> tuple[str, ...]:
        """Who wrote the words of the quotation outside its placeholders."""
        text = self.unit.text
        return tuple(dict.fromkeys(o for a, b in self.match.fixed for o in text.slice(a, b).origins()))

    @property
    def origins(self) -> tuple[str, ...]:
        """Who wrote the words of the quotation, placeholders included."""
        return self.unit.text.slice(self.match.start, self.match.end).origins()


def units(provision: Provision) -> Iterator[Unit]:
    """The units of `provision` and of its sub-articles, in reading order; what is repealed has no words."""
    for part in provision.walk():
        if part.status == "repealed":
            continue
        if part.heading is not None:
            yield Unit(part, "heading", 0, part.heading, part.span)
        alinea = table = 0
        for block in part.blocks:
            match block:
                case Alinea():
                    alinea += 1
                    if not block.repealed:
                        yield Unit(part, "alinea", alinea, block.text, block.span)
                case Table():
                    table += 1
                    for row in block.rows:
                        for cell in row:
                            yield Unit(part, "cell", table, cell, block.span)
                case _:
                    pass  # a lacuna has no words; those that an amendment quotes are not its own


def spots(among: Iterable[Unit], pattern: Pattern, *, loose: bool = False) -> tuple[Spot, ...]:
    """Each place of the units of a provision where `pattern` stands; `loose`: with anything in place of its placeholders."""
    find = loose_matches if loose else matches
    fixed = max((piece for piece in pattern.pieces if isinstance(piece, str)), key=len)
    likely_units = (unit for unit in among if fixed in fold(unit.text.chars).chars)
    return tuple(Spot(unit, match) for unit in likely_units for match in find(pattern, unit.text.chars))


def likely(provision: Provision, pattern: Pattern) -> str | None:
    """The stretch of `provision` most like the quotation, for a help line."""
    words = " ".join(piece for piece in pattern.pieces if isinstance(piece, str))
    return nearest(words, tuple(unit.text.chars for unit in units(provision)))


def has_lacuna(provision: Provision) -> bool:
    """Whether words of `provision`, or of its sub-articles, are not at hand."""
    return any(part.lacuna is not None for part in provision.walk())


def by_identity(document: Provision) -> dict[str, tuple[Provision, Status]]:
    """Each provision of `document` by its identity, with its status, which it shares with what it is part of."""
    found: dict[str, tuple[Provision, Status]] = {}

    def visit(provision: Provision, above: Status) -> None:
        status = provision.status if above == "in-force" else above
        found[provision.id] = (provision, status)
        for child in provision.children:
            visit(child, status)

    visit(document, "in-force")
    return found
