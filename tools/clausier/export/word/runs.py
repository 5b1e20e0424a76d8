"""Characters in a Word paragraph: runs with their emphasis and links, those that come or go marked as tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.emit.changes import Op
from clausier.emit.html import SAFE_LINK
from clausier.export.authors import Author, Who
from clausier.export.compare import fates
from clausier.export.word.xml import element, escape, properties
from clausier.text import Mark, Text

_LONGEST_NAME = 255  # of an author, for Word


class Look(Struct, frozen=True, kw_only=True):
    """How a run looks beside what its paragraph says; in the order of the schema."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    colour: str = ""
    underlined: bool = False

    def xml(self) -> str:
        """The `w:rPr` of a run; nothing where it looks as its paragraph."""
        return properties(
            "rPr",
            element("rStyle", val=self.style) if self.style else "",
            element("b") if self.bold else "",
            element("i") if self.italic else "",
            element("strike") if self.struck else "",
            element("color", val=self.colour) if self.colour else "",
            element("u", val="single") if self.underlined else "",
        )


PLAIN = Look()


class Ink(Struct):
    """What a document has given out so far: numbers of its changes and bookmarks, addresses of its links."""

    given: int = 0
    links: dict[str, str] = field(default_factory=dict)

    def number(self) -> str:
        """A number that nothing else in the document has."""
        self.given += 1
        return str(self.given)

    def link(self, address: str) -> str:
        """The name of the relationship that leads to `address`."""
        return self.links.setdefault(address, f"lien{len(self.links) + 1}")

    def mark(self, op: Op, author: Author, content: str = "") -> str:
        """`content` as what comes (`w:ins`) or goes (`w:del`); a bare mark where there is none."""
        name = author.name if len(author.name) <= _LONGEST_NAME else author.name[: _LONGEST_NAME - 1] + "…"
        when = {"date": f"{author.day}T00:00:00Z"} if author.day else {}
        return element("ins" if op == "insert" else "del", content, id=self.number(), author=name, **when)


def run(chars: str, look: Look = PLAIN, *, deleted: bool = False) -> str:
    """Plain characters as a run; a tab is one."""
    name = "delText" if deleted else "t"
    parts = [
        f'<w:{name} xml:space="preserve">{escape(part)}</w:{name}>' if part != "\t" else "<w:tab/>"
        for part in re.split(r"(\t)", chars)
        if part
    ]
    return element("r", look.xml() + "".join(parts)) if parts else ""


def text_runs(text: Text, ink: Ink, look: Look = PLAIN) -> str:
    """A text with its emphasis and links."""
    return "".join(_linked(href, run(chars, shown), ink) for chars, shown, href in _stretches(text, look))


def whole(op: Op, text: Text, who: Who, ink: Ink) -> str:
    """A text all of which comes, or goes: each word by the act that wrote it, or that took it."""
    out: list[str] = []
    start = 0
    for author, group in groupby(_authors(op, text, who), key=lambda a: a[0]):
        end = start + sum(size for _, size in group)
        out.append(_marked_runs(op, text.slice(start, end), author, ink))
        start = end
    return "".join(out)


def _authors(op: Op, text: Text, who: Who) -> Iterator[tuple[Author, int]]:
    """The author of each stretch of a text, with its length: a run comes as one, and may go in parts."""
    if not text.runs:
        yield who(op, "", -1), len(text)
    for chars, run_ in text.pieces():
        if op == "insert" or run_.at < 0:
            yield who(op, run_.origin, run_.at), len(chars)
        else:
            yield from ((who(op, run_.origin, run_.at + index), 1) for index in range(len(chars)))


def _marked_runs(op: Op, text: Text, author: Author, ink: Ink) -> str:
    return "".join(
        _linked(href, ink.mark(op, author, run(chars, look, deleted=op == "delete")), ink)
        for chars, look, href in _stretches(text, PLAIN)
    )


def reworded(before: Text, after: Text, who: Who, ink: Ink) -> str:
    """What stays, goes and comes, word by word."""
    return "".join(
        text_runs(fate.now, ink)
        if fate.op == "equal"
        else whole(fate.op, fate.was if fate.op == "delete" else fate.now, who, ink)
        for fate in fates(before, after)
    )


def _stretches(text: Text, look: Look) -> Iterator[tuple[str, Look, str]]:
    """The text cut where its marks begin and end: characters, how they look, and where they lead."""
    for start, end, over in text.under_marks():
        href = next((m.href for m in over if m.kind == "link" and SAFE_LINK.match(m.href)), "")
        yield text.chars[start:end], _marked(look, over, href), href


def _marked(look: Look, marks: Iterable[Mark], href: str) -> Look:
    kinds = {m.kind for m in marks}
    return replace(
        look,
        style="Lien" if href else look.style,
        bold=look.bold or "strong" in kinds,
        italic=look.italic or "em" in kinds,
    )


def _linked(href: str, content: str, ink: Ink) -> str:
    # A tracked change stands inside a link: the schema has none around one.
    return f'<w:hyperlink r:id="{ink.link(href)}">{content}</w:hyperlink>' if href and content else content
