"""A Markdown source in canonical form, its header included: one blank line between blocks, none at either end."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from clausier.author.canonical.steps import CHARACTERS, LINES, SPACES, Read, Step, composed, counted, settled
from clausier.author.canonical.yaml import format_yaml
from clausier.diagnostics import Diagnostic, Message, has_errors
from clausier.source.files import front_matter
from clausier.source.markdown import Grid, Heading, Line, Part, Quote, read_markdown
from clausier.text import Text

_QUOTED_BLANK = re.compile(r" {0,3}>[ \t]*\Z")


def format_markdown(name: str, text: str, schema: str) -> tuple[str, tuple[Message, ...], tuple[Diagnostic, ...]]:
    """A Markdown source in canonical form, its header included; as `format_yaml`. `schema` is that of the header."""
    header, body, first_line, problems = front_matter(name, text)
    if has_errors(problems):
        return text, (), problems
    reasons: tuple[Message, ...] = ()
    if header:
        header, reasons, problems = format_yaml(name, header, schema, first_line=2)
        if problems:
            return text, (), problems
    _, problems = read_markdown(name, body, first_line=first_line)
    if has_errors(problems):
        return text, (), problems
    opening = f"---\n{header}---\n" if text.startswith("---\n") else ""

    def reading(candidate: str) -> Read:
        matter, inner, _, found = front_matter(name, opening + candidate)
        parts, again = read_markdown(name, inner)
        return Read((matter, tuple(_part(p) for p in parts)), counted((*found, *again)))

    body, more = settled(body, (*CHARACTERS, Step(LINES, _spaced)), reading)
    changed = opening + body
    if not (reasons or more) and changed != text:
        reasons = (SPACES,)  # behind the line that closes the header
    return changed, tuple(dict.fromkeys((*reasons, *more))), ()


def _part(part: Part) -> Hashable:
    match part:
        case Heading():
            return ("heading", part.level, _text(part.text))
        case Line():
            return ("line", _text(part.text), part.label, part.depth, part.item)
        case Grid():
            return ("table", tuple(tuple(_text(cell) for cell in row) for row in part.rows))
        case Quote():
            return ("quotation", tuple(_part(p) for p in part.parts))


def _text(text: Text) -> Hashable:
    marks = tuple((m.kind, m.href, composed(text.chars[: m.start]), composed(text.chars[: m.end])) for m in text.marks)
    return (composed(text.chars), marks)


def _spaced(text: str) -> str:
    """Markdown with one blank line between blocks, at most one elsewhere, none at either end."""
    lines = text.split("\n")
    starts = dict(_block_starts(text))
    kept: list[str] = []
    for number, line in enumerate(lines):
        blank = _blank(line)
        if number in starts:
            while kept and _blank(kept[-1]) is not None:
                kept.pop()
            if kept:
                kept.append(starts[number])
        if blank is None:
            kept.append(line)
        elif kept and _blank(kept[-1]) != blank:
            kept.append(blank)
    while kept and _blank(kept[-1]) is not None:
        kept.pop()
    return "\n".join(kept) + "\n" if kept else ""


def _blank(line: str) -> str | None:
    """A line without words as it should be (`""`, or `>` in a quotation); None where it has words."""
    if not line.strip(" \t"):
        return ""
    return ">" if _QUOTED_BLANK.match(line) else None


def _block_starts(text: str) -> Iterator[tuple[int, str]]:
    """The first line of each block at the top or directly in a quotation, with the blank line that belongs before it."""
    from markdown_it import MarkdownIt

    quoted = first = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.map is None or token.level > quoted:  # what closes has no lines
            continue
        if token.level == 0:
            yield token.map[0], ""
            quoted = first = token.type == "blockquote_open"
        else:
            if not first:
                yield token.map[0], ">"
            first = False
