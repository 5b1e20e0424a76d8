"""Markdown → lines of an act: headings, alinéas, tables, quotations, each with its place (DESIGN 3.1).

Only a small part of CommonMark is text; the rest, and what CommonMark would swallow or change, is refused.
"""

from __future__ import annotations

from msgspec import Struct

from clausier.diagnostics import Diagnostic, Span
from clausier.text import Text
from clausier.text.regex import regex

_REST = r"[^\x00-\x1f\x7f\\`*_\[\]!<&|#]*(?<!\s)"  # of a line, none of which is a mark
PLAIN = rf"[^\W\d_]{_REST}"
MARKS = regex(r"[\s>#]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*")  # before the words of a line
_PLAIN = regex(PLAIN)
_PLAIN_HEADING = regex(rf"(#{{1,6}}) ([^\W_]{_REST})")
_LABEL = regex(
    r"(?:\(?\d{1,3}(?:[ \u00a0](?:bis|ter|quater|quinquies|sexies))?\)"
    r"|\d{1,3}[°º](?:[ \u00a0](?:bis|ter|quater|quinquies|sexies))?[.)]?"
    r"|\(?[a-z]{1,2}(?:[ \u00a0](?:bis|ter|quater))?\)"
    r"|(?:[IVX]{1,6}|[A-K])[.)°])(?=\s)"
)


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


def read_markdown(path: str, text: str, *, first_line: int = 1) -> tuple[tuple[Part, ...], tuple[Diagnostic, ...]]:
    """The parts of the Markdown `text` of the file `path`, in order, and what is refused in it.

    `first_line` is the line of the file on which `text` begins.
    """
    plain = _plain(path, text, first_line)
    if plain is not None:
        return plain, ()
    from clausier.source.markdown_tokens import (
        read,
    )  # markdown-it, which takes as long to import as a small text to read

    return read(path, text, first_line)


def _plain(path: str, text: str, first_line: int) -> tuple[Part, ...] | None:
    """The parts of a text of nothing but plain lines and headings, with blank lines between them all; None for any other."""
    parts: list[Part] = []
    apart = True
    for number, line in enumerate(text.split("\n"), start=first_line):
        if line and not apart:
            return None
        apart = not line
        if _PLAIN.fullmatch(line):
            parts.append(Line(Text(line), Span(path, number, 1, number)))
        elif heading := _PLAIN_HEADING.fullmatch(line):
            marks = MARKS.match(line)
            column = marks.end() + 1 if marks else 1
            parts.append(Heading(len(heading[1]), Text(heading[2]), Span(path, number, column, number)))
        elif line:
            return None
    return tuple(parts)


def own_label(text: Text) -> tuple[str, Text]:
    """The label with which an item begins (`1°`, `a)`), `""` where it has none, and the words after it."""
    own = _LABEL.match(text.chars)
    if not own:
        return "", text
    skip = len(text.chars) - len(text.chars[own.end() :].lstrip())
    return own.group(), text.slice(skip, len(text))
