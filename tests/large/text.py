"""The text that a made convention has, as its maker keeps it: units of lines, tables and sub-units, changed in place."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

WIDTH = 118
_NUMBER = re.compile(r" (?=[\d»:;])")


@dataclass(slots=True)
class Line:
    """A paragraph, or an item of a list; `label` is an item's own."""

    sentences: list[str]
    item: bool = False
    label: str = ""

    @property
    def words(self) -> str:
        return " ".join(self.sentences)


@dataclass(slots=True)
class Table:
    """A table: its rows of cells, the header first."""

    rows: list[list[str]]


Block = Line | Table


@dataclass(slots=True)
class Unit:
    """An article or a sub-article; `gone` once it is repealed, `file` where it stands in the convention's folder."""

    number: str
    heading: str
    blocks: list[Block] = field(default_factory=list)
    subs: list[Unit] = field(default_factory=list)
    gone: bool = False
    file: str = ""

    def all(self) -> Iterator[Unit]:
        """Itself and what stands below it, repealed units left out."""
        if not self.gone:
            yield self
            for sub in self.subs:
                yield from sub.all()

    def lines(self) -> list[Line]:
        """Its own lines, as alinéas are counted."""
        return [block for block in self.blocks if isinstance(block, Line)]

    def tables(self) -> list[Table]:
        """Its own tables."""
        return [block for block in self.blocks if isinstance(block, Table)]

    def words(self) -> str:
        """All that words are looked for in: its lines and cells, and those below it."""
        found = [line.words for line in self.lines()] + [
            cell for table in self.tables() for row in table.rows for cell in row
        ]
        return "\n".join([*found, *(sub.words() for sub in self.subs if not sub.gone)])


def unit_markdown(unit: Unit, level: int = 1) -> str:
    """A unit as a source file has it."""
    return "\n\n".join(_parts(unit, level)) + "\n"


def _parts(unit: Unit, level: int) -> list[str]:
    head = f"{'#' * level} {'Article ' if level == 1 else ''}{unit.number}"
    parts = [f"{head} (abrogé)" if unit.gone else f"{head} – {unit.heading}", *blocks_markdown(unit.blocks)]
    for sub in unit.subs:
        parts.extend(_parts(sub, level + 1))
    return parts


def blocks_markdown(blocks: list[Block], opening: str = "", closing: str = "") -> list[str]:
    """Blocks as Markdown, the items of a list together, between signs that open and close them where they are quoted."""
    parts: list[str] = []
    listed = False
    for rank, block in enumerate(blocks):
        before, after = opening if rank == 0 else "", closing if rank == len(blocks) - 1 else ""
        if isinstance(block, Table):
            parts += [p for p in (before.strip(), _table(block), after.strip()) if p]
            listed = False
            continue
        words = f"{before}{block.label} {block.words}{after}" if block.label else f"{before}{block.words}{after}"
        text = wrapped(words, "- " if block.item else "")
        if block.item and listed:
            parts[-1] += f"\n{text}"
        else:
            parts.append(text)
        listed = block.item
    return parts


def _table(table: Table) -> str:
    header, *rows = table.rows
    return "\n".join("| " + " | ".join(row) + " |" for row in (header, ["---"] * len(header), *rows))


def quoted(blocks: list[Block]) -> str:
    """Blocks as an amendment quotes them."""
    return _as_quotation(blocks_markdown(blocks, "« ", " »"))


def quoted_unit(unit: Unit, *, headed: bool) -> str:
    """A unit as an amendment quotes it, with its own heading or from its words on."""
    closing = "" if unit.subs else " »"
    opening = "" if headed else "« "
    parts = [f"## « {'' if '.' in unit.number else 'Article '}{unit.number} – {unit.heading}"] if headed else []
    parts += blocks_markdown(unit.blocks, opening, closing)
    for sub in unit.subs:
        last = sub is unit.subs[-1]
        parts += [f"### {sub.number} – {sub.heading}", *blocks_markdown(sub.blocks, "", " »" if last else "")]
    return _as_quotation(parts)


def _as_quotation(parts: list[str]) -> str:
    return "\n".join(f"> {row}".rstrip() for row in "\n\n".join(parts).split("\n"))


def wrapped(words: str, mark: str = "") -> str:
    """A paragraph on lines of a file; no line begins with a number, which Markdown might take for an item."""
    glued = _NUMBER.sub("\u2060", words)
    filled = textwrap.fill(
        glued,
        WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_on_hyphens=False,
        break_long_words=False,
    )
    return filled.replace("\u2060", " ")
