"""What Markdown is read into: headings, lines, tables and quotations, each with its place."""

from __future__ import annotations

from msgspec import Struct

from clausier.diagnostics import Span
from clausier.text import Text
from clausier.text.regex import regex

MARKS = regex(r"[\s>#]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*")  # before the words of a line
MAX_DEPTH = 8


class Heading(Struct, frozen=True, tag=True, array_like=True):
    """A heading line, its number not yet told from its words."""

    level: int
    text: Text
    span: Span


class Line(Struct, frozen=True, tag=True, array_like=True):
    """A paragraph or a list item: an alinéa to be. `label` is the item's own, `""` where it has none."""

    text: Text
    span: Span
    label: str = ""
    depth: int = 0
    item: bool = False


class Grid(Struct, frozen=True, tag=True, array_like=True):
    """A table, its header first."""

    rows: tuple[tuple[Text, ...], ...]
    span: Span


class Quote(Struct, frozen=True, tag=True, array_like=True):
    """A block quotation: new text, its guillemets included."""

    parts: tuple[Part, ...]
    span: Span


Part = Heading | Line | Grid | Quote
