"""A Markdown file → its blocks, by the project's own reader: what that refuses is refused here."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.author.intake.form import Block, Grid, Paragraph, Received
from clausier.diagnostics import Refused, has_errors
from clausier.source import markdown


def read_marked(text: str) -> Received:
    """The blocks of a Markdown text. Raises Refused where it holds what is no text (code, HTML, images)."""
    parts, found = markdown.read_markdown("", text)
    if has_errors(found):
        first = next(d for d in found if d.severity == "error")
        where = first.span.line
        raise Refused(f"ligne {where} : {first.message.text('fr')}", f"line {where}: {first.message.text('en')}")
    return Received(blocks=tuple(_blocks(parts)))


def _blocks(parts: tuple[markdown.Part, ...]) -> Iterator[Block]:
    for part in parts:
        place = f"ligne {part.span.line}"
        match part:
            case markdown.Heading():
                yield Paragraph(text=part.text.chars, level=part.level, place=place)
            case markdown.Line():
                label = (part.label or "-") if part.item else ""
                yield Paragraph(text=part.text.chars, label=label, depth=part.depth, place=place)
            case markdown.Grid():
                yield Grid(rows=tuple(tuple(c.chars for c in row) for row in part.rows))
            case markdown.Quote():
                yield from _blocks(part.parts)
