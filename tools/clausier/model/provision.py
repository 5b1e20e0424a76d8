"""The text of an act or of a version, as a tree of provisions that hold blocks. Frozen; a rewrite shares what it keeps.

There are a million of these in a large text, and no cycle can be made of what is frozen: the collector is not told of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clausier.diagnostics import Span
from clausier.text import Text

Kind = Literal["document", "opening", "preamble", "division", "article", "annex", "closing"]
Status = Literal["in-force", "repealed", "suspended", "expired"]


class Alinea(Struct, frozen=True, gc=False, kw_only=True, tag=True, array_like=True):
    """A line that starts anew: a paragraph, or an item of a list (circular of 20 October 2000).

    `key` is its identity, kept when its words change. `depth` is 0 outside lists and n in a list nested n deep; `item`
    tells an item from a further paragraph of one. `label` is the item's own (`1°`, `a)`), as written. `status` is other
    than in force where it was repealed, suspended or has expired by `status_origin`.
    """

    key: str
    text: Text
    label: Text | None = None
    depth: int = 0
    item: bool = False
    status: Status = "in-force"
    status_origin: str = ""
    span: Span | None = None

    @property
    def repealed(self) -> bool:
        """Whether it is the tombstone of an item: its label is kept, its words are gone."""
        return self.status == "repealed"

    @property
    def line(self) -> str:
        """Its label, where it has one, and its words."""
        return f"{self.label.chars} {self.text.chars}" if self.label else self.text.chars


class Table(Struct, frozen=True, gc=False, kw_only=True, tag=True, array_like=True):
    """A table: rows of cells, the first row its header. Not counted as an alinéa."""

    key: str
    rows: tuple[tuple[Text, ...], ...]
    span: Span | None = None

    @property
    def cells(self) -> Iterator[Text]:
        """Every cell, row by row."""
        return (cell for row in self.rows for cell in row)

    @property
    def lines(self) -> tuple[str, ...]:
        """Each row on a line, with a bar between its cells."""
        return tuple(" | ".join(cell.chars for cell in row) for row in self.rows)


class Lacuna(Struct, frozen=True, gc=False, kw_only=True, tag=True, array_like=True):
    """Words known to exist, or that may, which nobody has at hand. What they held is unknown, never absent."""

    key: str
    reason: str
    span: Span | None = None


class Quotation(Struct, frozen=True, gc=False, kw_only=True, tag=True, array_like=True):
    """New text as an amendment quotes it, its guillemets included: only in the articles of amendments."""

    key: str
    content: Fragment
    span: Span


Block = Alinea | Table | Lacuna | Quotation


class Fragment(Struct, frozen=True, gc=False, kw_only=True, array_like=True):
    """Text without a number of its own: blocks, then provisions. What a quotation holds and an operation brings."""

    blocks: tuple[Block, ...] = ()
    children: tuple[Provision, ...] = ()


class Provision(Struct, frozen=True, gc=False, kw_only=True, tag=True, array_like=True):
    """A unit of the text: the whole document, an article or sub-article, a division, or an annex.

    `id` is its identity, kept when it is renumbered (`convention/8.1`, `avenant-1/6.3`: the act that created it and the
    number it had then). `number` is its number now, `""` where it has none. `prefix` and `separator` are what stands
    before and after the number in its heading, as written. `older_count`, of a document, says that its drafters count an
    introduction and its list as one alinéa, as was done before the circular of 20 October 2000.
    """

    id: str
    kind: Kind
    number: str = ""
    prefix: str = ""
    separator: str = ""
    heading: Text | None = None
    blocks: tuple[Block, ...] = ()
    children: tuple[Provision, ...] = ()
    status: Status = "in-force"
    status_origin: str = ""
    number_origin: str = ""
    older_count: bool = False
    span: Span | None = None

    @property
    def lacuna(self) -> Lacuna | None:
        """The lacuna among its blocks, if its words, or some of them, are not at hand."""
        return next((b for b in self.blocks if isinstance(b, Lacuna)), None)

    @property
    def alineas(self) -> tuple[Alinea, ...]:
        """Its own alinéas, those of its sub-articles left out, in the order in which drafters count them."""
        return tuple(b for b in self.blocks if isinstance(b, Alinea))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its own tables, in order."""
        return tuple(b for b in self.blocks if isinstance(b, Table))

    @property
    def word(self) -> str:
        """What a division calls itself, in small letters: `titre` of « Titre II », `partie` of « Deuxième partie »."""
        return division_word(self.prefix, self.separator)

    @property
    def texts(self) -> Iterator[Text]:
        """Its own words, those below it left out: heading, labels, alinéas, cells."""
        if self.heading:
            yield self.heading
        for block in self.blocks:
            if isinstance(block, Alinea):
                yield from (block.label, block.text) if block.label else (block.text,)
            elif isinstance(block, Table):
                yield from block.cells

    def walk(self) -> Iterator[Provision]:
        """Itself and every provision below, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def prose(self) -> tuple[str, ...]:
        """The words of its alinéas, and of those of what is below it, in reading order."""
        return tuple(alinea.text.chars for p in self.walk() for alinea in p.alineas)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The new texts that it quotes, and that what is below it does, in reading order."""
        return tuple(b for p in self.walk() for b in p.blocks if isinstance(b, Quotation))

    def title(self) -> str:
        """Its heading line as written: `Article 8 – La Gouvernance`."""
        return f"{self.prefix}{self.number}{self.separator}{self.heading.chars if self.heading else ''}".strip()


def division_word(prefix: str, separator: str) -> str:
    """The word of a division, in small letters, of what stands before and after its number: it may stand on either side."""
    before = prefix.strip('«“" \u00a0\u202f').lower()
    return before or re.sub(r"[^\w-].*", "", separator.strip().lower()).strip("-")


def with_child(parent: Provision, index: int, child: Provision) -> Provision:
    """`parent` with `child` in place of its child `index`; `parent` itself where nothing changed."""
    if parent.children[index] is child:
        return parent
    children = list(parent.children)
    children[index] = child
    return replace(parent, children=tuple(children))
