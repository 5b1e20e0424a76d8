"""What Markdown is read into: headings, lines, tables and quotations, each with its place; and the labels of list items."""

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


_COUNTED = regex(r"\d{1,3}[.)](?!\S)")  # the label of an item that Markdown itself counts
_LABEL = regex(
    r"(?:\(?\d{1,3}(?:[ \u00a0](?:bis|ter|quater|quinquies|sexies))?\)"
    r"|\d{1,3}[°º](?:[ \u00a0](?:bis|ter|quater|quinquies|sexies))?[.)]?"
    r"|\(?(?:[a-z]{1,2}|[ivx]{3,5})(?:[ \u00a0](?:bis|ter|quater))?\)"
    r"|(?:[a-oq-z]|[ivx]{2,5})\."  # « p. » begins the number of a page
    r"|(?:[IVX]{1,6}|[A-K])[.)°])(?=\s)"
)


def is_label(words: str) -> bool:
    """Whether an item may begin with `words` as its label: `1°`, `b)`, `2.`."""
    return own_label(Text(f"{words} "))[0] == words or _COUNTED.fullmatch(words) is not None


def label_of(chars: str) -> str:
    """The label with which words begin; "" where they begin with none."""
    found = _LABEL.match(chars)
    return found.group() if found else ""


def own_label(text: Text, beside: Text | None = None) -> tuple[str, Text]:
    """The label with which an item begins (`1°`, `a)`), `""` where it has none, and the words after it.

    `beside` is the label of an item of its list: `2.` is a label in one that Markdown counts.
    """
    own = _LABEL.match(text.chars)
    if not own and beside is not None and _COUNTED.fullmatch(beside.chars):
        own = _COUNTED.match(text.chars)
    if not own:
        return "", text
    skip = len(text.chars) - len(text.chars[own.end() :].lstrip())
    return own.group(), text.slice(skip, len(text))
