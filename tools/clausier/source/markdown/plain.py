"""Markdown that is written plainly, as most is: paragraphs, headings, lists with dashes, tables and quotations."""

from __future__ import annotations

from msgspec import Struct

from clausier.diagnostics import Span
from clausier.source.markdown.breaks import run_together
from clausier.source.markdown.parts import MARKS, MAX_DEPTH, Grid, Heading, Line, Part, Quote, own_label
from clausier.text import Mark, Text
from clausier.text.regex import regex
from clausier.text.typography import BULLETS

_REST = r"[^\x00-\x1f\x7f\\`*_~\[\]!<&|#]*(?<!\s)"  # of a line, none of which is a mark
_WORDS = rf"(?=[^\s>+=~:{BULLETS}-])(?!\d+[.)](?:\s|$)){_REST}"  # with which nothing begins but a paragraph
_PLAIN = regex(_WORDS)
_PLAIN_HEADING = regex(rf"(#{{1,6}}) ((?=\S){_REST})")
_PLAIN_ITEM = regex(rf"((?:  )*)- ({_WORDS})")
_PLAIN_ROW = regex(r"\|[^\x00-\x1f\x7f\\`*_~\[\]!<&#]*\|")
_BOLD = "**"
_RULER = regex(r"\|(?: *:?-+:? *\|)+")


class _Source(Struct, frozen=True):
    """The file, the line of it at which what is read begins, and how many marks stand before each line of that."""

    path: str
    first_line: int
    marks: int = 0

    def span(self, start: int, end: int, column: int) -> Span:
        """The place of the lines `start` to `end` (excluded), counted from 0, from that column of the first."""
        return Span(self.path, self.first_line + start, column, self.first_line + end - 1)


def read_plain(path: str, text: str, first_line: int) -> tuple[Part, ...] | None:
    """The parts of the Markdown `text`, which begins on that line of the file; None where it is not written plainly."""
    return _plain(_Source(path, first_line), text.split("\n"))


def _plain(source: _Source, lines: list[str]) -> tuple[Part, ...] | None:
    """The parts of a text that is written plainly, as most are; None for any other, which is left to markdown-it.

    That is paragraphs, lists with dashes, tables and quotations with blank lines between them, and headings, and neither links
    nor emphasis but of whole paragraphs.
    """
    parts: list[Part] = []
    depth = 0  # of the item before
    start, end = 0, 0
    lines = [*lines, ""]
    while start < len(lines):
        line = lines[start]
        end = start + 1 if line[:1] in {"", "#"} else lines.index("", start)
        block = lines[start:end]
        read: list[Part] | None
        match line[:1]:
            case "":
                read = []
            case "#":
                read = _plain_heading(source, line, start)
            case ">":
                read = _plain_quotation(source, block, start)
            case "-" | " ":
                read = _plain_items(source, block, start, depth)
            case "|":
                read = _plain_table(source, block, start)
            case _:
                read = _plain_paragraph(source, block, start)
        if read is None:
            return None
        if read:
            depth = read[-1].depth if isinstance(read[-1], Line) else 0
        parts += read
        start = end
    return tuple(parts)


def _plain_paragraph(source: _Source, block: list[str], start: int) -> list[Part] | None:
    """A paragraph, which may be in bold from its first word to its last, as titles on a first page are."""
    span = source.span(start, start + len(block), source.marks + 1)
    bold = block[0].startswith(_BOLD) and block[-1].endswith(_BOLD)
    if bold:
        block = [block[0].removeprefix(_BOLD), *block[1:]]
        block = [*block[:-1], block[-1].removesuffix(_BOLD)]
    if not all(map(_PLAIN.fullmatch, block)) or (len(block) > 1 and run_together(block)):
        return None
    words = " ".join(block)
    return [Line(Text(words, (), (Mark(0, len(words), "strong"),) if bold else ()), span)]


def _plain_heading(source: _Source, line: str, start: int) -> list[Part] | None:
    heading = _PLAIN_HEADING.fullmatch(line)
    marks = MARKS.match(line)
    if heading is None or marks is None:
        return None
    return [Heading(len(heading[1]), Text(heading[2]), source.span(start, start + 1, source.marks + marks.end() + 1))]


def _plain_quotation(source: _Source, block: list[str], start: int) -> list[Part] | None:
    if source.marks or block[-1] in {">", "> "} or not all(line.startswith("> ") or line == ">" for line in block):
        return None
    inside = _plain(_Source(source.path, source.first_line + start, len("> ")), [line[2:] for line in block])
    return None if inside is None else [Quote(inside, source.span(start, start + len(block), 1))]


def _plain_items(source: _Source, block: list[str], start: int, depth: int) -> list[Part] | None:
    """The items of lists in one another, each two columns farther in; `depth` is that of the item before them, if any."""
    items: list[Part] = []
    begins = [rank for rank, line in enumerate(block) if line.lstrip().startswith("- ")]
    if begins[:1] != [0]:
        return None
    for first, end in zip(begins, (*begins[1:], len(block)), strict=True):
        item = _PLAIN_ITEM.fullmatch(block[first])
        column = len(item[1]) + 2 if item else 0
        more = block[first + 1 : end]
        goes_on = all(line.startswith(" " * column) and _PLAIN.fullmatch(line, column) for line in more)
        if item is None or not goes_on or column // 2 > min(depth + 1, MAX_DEPTH):
            return None
        depth = column // 2
        words = [item[2], *(line[column:] for line in more)]
        if more and run_together(words):
            return None
        label, text = own_label(Text(" ".join(words)))
        items.append(
            Line(text, source.span(start + first, start + end, source.marks + column + 1), label, depth, item=True)
        )
    return items


def _plain_table(source: _Source, block: list[str], start: int) -> list[Part] | None:
    if len(block) < 2 or not _RULER.fullmatch(block[1]) or not all(map(_PLAIN_ROW.fullmatch, block)):
        return None
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in block]
    if any(len(row) != len(rows[0]) for row in rows):
        return None
    del rows[1]
    return [Grid(tuple(tuple(map(Text, row)) for row in rows), source.span(start, start + len(block), 1))]
