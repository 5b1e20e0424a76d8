"""The text in force ⇄ editable Markdown, a file for each article: what is laid is read back, and must say the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import assert_never

from msgspec import Struct

from clausier.diagnostics import has_errors
from clausier.emit.anchors import anchors, units
from clausier.emit.markdown import provision_markdown
from clausier.model.provision import Alinea, Block, Lacuna, Provision, Quotation, Table
from clausier.source.headings import number_key
from clausier.source.markdown import read_markdown
from clausier.source.outline import outline
from clausier.text import Text
from clausier.text.typography import folded

RECORD = ".base.json"
REPEALED = "(abrogé)"


class Laid(Struct, frozen=True, kw_only=True):
    """A file of the draft's folder as it was laid: the unit that it holds, and its Markdown."""

    unit: Provision
    markdown: str


class Edited(Struct, frozen=True, kw_only=True):
    """A unit as somebody left it, and the file that holds it."""

    file: str
    unit: Provision


def laid(document: Provision) -> dict[str, Laid]:
    """Each unit of a text (an article with its sub-articles, an annex, a preamble) as a file of editable Markdown, by name.

    What stands before and after the units of a text, its parties and its closing, is no clause to be edited.
    """
    names = anchors(document)
    found = laid_units(document)
    width = max(2, len(str(len(found))))
    return {
        f"{rank:0{width}d}-{names[unit.id]}.md": Laid(unit=unit, markdown=provision_markdown(unit, 1))
        for rank, unit in enumerate(found, start=1)
    }


def laid_units(document: Provision) -> list[Provision]:
    """The units of a text that are clauses to be edited."""
    return [unit for unit, _ in units(document) if unit.kind not in {"opening", "closing"}]


def read_laid(markdown: str) -> Provision | None:
    """The unit that laid Markdown is read as; None where it is not read as one."""
    parts, found = read_markdown("", markdown)
    content, problems = outline(parts)
    if has_errors((*found, *problems)) or content.blocks or len(content.children) != 1:
        return None
    return content.children[0]


GAP = "[Texte non disponible"  # begins the line that is laid for words which nobody has
Shape = tuple[object, ...]


@lru_cache(maxsize=1 << 14)  # the lines of what was edited are compared several times
def words(chars: str) -> str:
    """Words through typography: what differs in spaces, apostrophes or dashes alone is no edit."""
    return " ".join(folded(chars).split())


def shapes(unit: Provision) -> Iterator[Shape]:
    """What a reader sees of the blocks of a provision, line by line, as laid Markdown has them."""
    return map(shape_of, unit.blocks)


def shape_of(block: Block) -> Shape:
    """What a reader sees of one block."""
    match block:
        case Alinea(text=text, label=label):
            own = words(label.chars) if label else ""
            return ("alinea", own, block.depth, block.item, _marks(text), words(text.chars))
        case Table():
            return ("table", tuple(tuple((words(cell.chars), _marks(cell)) for cell in row) for row in block.rows))
        case Lacuna():
            gap = words(f"{GAP}\u00a0: {block.reason}]")
            return ("alinea", "", 0, False, (("em", gap, ""),), gap)
        case Quotation():
            return ("quotation",)
        case _:
            assert_never(block)


def _marks(text: Text) -> Shape:
    """The words of a line that are emphasised or lead somewhere."""
    if not text.marks:
        return ()
    found = ((m.kind, words(text.chars[m.start : m.end]), m.href) for m in text.marks)
    return tuple(sorted(mark for mark in found if mark[1]))


def whole(unit: Provision) -> Shape:
    """All that a reader sees of a unit, its sub-articles included."""
    return (*_named(unit), tuple(shapes(unit)), tuple(whole(c) for c in unit.children))


def same(one: Provision, other: Provision) -> bool:
    """Whether a reader sees the same of two units. What both share as one object is not compared."""
    if one is other:
        return True
    return (
        len(one.blocks) == len(other.blocks)
        and len(one.children) == len(other.children)
        and _named(one) == _named(other)
        and all(a is b or shape_of(a) == shape_of(b) for a, b in zip(one.blocks, other.blocks, strict=True))
        and all(map(same, one.children, other.children))
    )


def _named(unit: Provision) -> tuple[str, str]:
    return number_key(unit.number), words(unit.title().removesuffix(REPEALED))
