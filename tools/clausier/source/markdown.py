"""Markdown → lines of an act: headings, alinéas, tables, quotations, each with its place (DESIGN 3.1).

Only a small part of CommonMark is text; the rest, and what CommonMark would swallow or change, is refused.
"""

from __future__ import annotations

import re

from msgspec import Struct

from clausier.diagnostics import Diagnostic, Span
from clausier.text import Text

_LABEL = re.compile(
    r"(?:\(?\d{1,3}(?:[ \u00a0](?:bis|ter|quater|quinquies|sexies))?\)"
    r"|\d{1,3}[°º](?:[ \u00a0](?:bis|ter|quater|quinquies|sexies))?[.)]?"
    r"|\(?[a-z]{1,2}(?:[ \u00a0](?:bis|ter|quater))?\)"
    r"|(?:[IVX]{1,6}|[A-K])[.)°])(?=[ \u00a0\u202f])"
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
    from clausier.source.markdown_tokens import (
        read,
    )  # markdown-it, which a text kept from an earlier reading does without

    return read(path, text, first_line)


def own_label(text: Text) -> tuple[str, Text]:
    """The label with which an item begins (`1°`, `a)`), `""` where it has none, and the words after it."""
    own = _LABEL.match(text.chars)
    if not own:
        return "", text
    skip = len(text.chars) - len(text.chars[own.end() :].lstrip())
    return own.group(), text.slice(skip, len(text))
