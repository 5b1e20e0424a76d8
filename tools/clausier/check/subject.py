"""What the checks look at, and what a check is."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from clausier.check.acronyms import Use, uses
from clausier.check.bodies import Body, bodies
from clausier.check.locate import locate
from clausier.check.passage import Lines, Passage, passages
from clausier.diagnostics import Span
from clausier.model.act import Act


class Names(Struct, frozen=True, kw_only=True):
    """What an act names: the bodies that it creates, each with the place of its line; the acronyms that it explains."""

    bodies: tuple[tuple[str, Span], ...]
    acronyms: tuple[str, ...]


class Subject(Struct, frozen=True, kw_only=True):
    """An act under check: its passages, the acronyms in them and the bodies that they create.

    `earlier`: what the acts before it have named.
    """

    act: Act
    lines: Lines
    acronyms: tuple[Use, ...]
    bodies: tuple[Body, ...]
    earlier: tuple[Names, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage, for a check that is of each."""
        return self.lines.passages

    def span(self, passage: Passage, start: int = 0, end: int | None = None) -> Span:
        """Where the characters `start` to `end` of `passage` stand in the sources."""
        source = self.act.source(passage.span.path)
        if source is None or not passage.chars[start:end].strip():
            return passage.span
        return locate(source, passage.span, passage.chars, start, end or len(passage.chars), passage.cell)


def subject(act: Act, earlier: Iterable[Names]) -> Subject:
    """`act` as the checks see it, after those that have named what is `earlier`."""
    lines = Lines(passages(act))
    return Subject(
        act=act,
        lines=lines,
        acronyms=tuple(uses(lines)),
        bodies=tuple(bodies(lines)),
        earlier=tuple(earlier),
    )


def names(one: Subject) -> Names:
    """What the act names, for those after it."""
    return Names(
        bodies=tuple((passage.chars[start:end], passage.span) for passage, start, end in one.bodies),
        acronyms=tuple(dict.fromkeys(use.acronym for use in one.acronyms if use.explained)),
    )
