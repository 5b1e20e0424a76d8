"""What the checks look at, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from clausier.check.acronyms import Use, uses
from clausier.check.bodies import Body, bodies
from clausier.check.locate import locate
from clausier.check.passage import Passage, passages
from clausier.diagnostics import Code, Diagnostic, Span
from clausier.model.act import Act


class Subject(Struct, frozen=True, kw_only=True):
    """An act under check: its passages in reading order, the acronyms in them and the bodies that they create.

    `earlier_…`: those of the acts before it.
    """

    act: Act
    passages: tuple[Passage, ...]
    acronyms: tuple[Use, ...]
    bodies: tuple[Body, ...]
    earlier_bodies: tuple[Body, ...] = ()
    earlier_acronyms: tuple[Use, ...] = ()

    def span(self, passage: Passage, start: int = 0, end: int | None = None) -> Span:
        """Where the characters `start` to `end` of `passage` stand in the sources."""
        source = dict(self.act.files).get(passage.span.path)
        if source is None or not passage.chars[start:end].strip():
            return passage.span
        return locate(source, passage.span, passage.chars, start, end or len(passage.chars), passage.cell)


def subject(act: Act, before: Subject | None = None) -> Subject:
    """`act` as the checks see it, `before` being the act before it, which knows those before itself."""
    lines = passages(act)
    return Subject(
        act=act,
        passages=lines,
        acronyms=tuple(uses(lines)),
        bodies=tuple(bodies(lines)),
        earlier_bodies=(*before.earlier_bodies, *before.bodies) if before else (),
        earlier_acronyms=(*before.earlier_acronyms, *before.acronyms) if before else (),
    )


class Check(Struct, frozen=True, kw_only=True):
    """One check: the code it reports, whether it runs unless asked, and the function that finds."""

    code: Code
    on: bool = True
    find: Callable[[Subject], Iterator[Diagnostic]]
