"""Paragraphs and tables of a Word file, whatever they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausier.export.compare import Row
from clausier.export.word.runs import run
from clausier.export.word.xml import element, properties
from clausier.text import Text

WIDTH = 9070  # of the text, in twentieths of a point: A4 less its margins
ROOM = 1134  # for a signature: two centimetres
_HAND = Text("m" * 22)  # as wide as a column to write in is


def paragraph(name: str, content: str, *, mark: str = "", more: str = "") -> str:
    """A paragraph of that style; `mark` is the fate of its end (`w:ins`, `w:del`), `more` its direct properties."""
    own = properties("pPr", element("pStyle", val=name), more, properties("rPr", mark))
    return element("p", own + content)


def tabs(*places: str) -> str:
    """Where tabs lead to. Not every program takes the indent of a paragraph for such a place."""
    return element("tabs", "".join(element("tab", val="left", pos=place) for place in places))


def table(rows: Iterable[str], columns: Sequence[int], *, name: str = "Tableau") -> str:
    """A table of that style, the first row its header, and the columns of these widths."""
    look = element(
        "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"
    )
    own = properties("tblPr", element("tblStyle", val=name), element("tblW", w=str(WIDTH), type_="dxa"), look)
    grid = properties("tblGrid", *(element("gridCol", w=str(width)) for width in columns))
    return element("tbl", own + grid + "".join(rows))


def row(cells: Iterable[str], *, head: bool = False, mark: str = "") -> str:
    """A row of cells; `head`: repeated on each page; `mark`: its fate, or its height."""
    own = properties("trPr", element("cantSplit"), element("tblHeader") if head else "", mark)
    return element("tr", own + "".join(cells))


def cell(content: str, *, head: bool = False, mark: str = "", more: str = "", span: int = 1) -> str:
    """A cell of one paragraph, over `span` columns; `mark` and `more` as in `paragraph`."""
    own = properties("tcPr", element("gridSpan", val=str(span))) if span > 1 else ""
    return element("tc", own + paragraph("CelluleTitre" if head else "Cellule", content, mark=mark, more=more))


def gap() -> str:
    """What keeps two tables that follow each other from becoming one."""
    return paragraph("Intervalle", "")


def widths(rows: Iterable[Row]) -> list[int]:
    """The widths of the columns of a table: after their longest words, within bounds, and the text's in all."""
    longest: list[int] = []
    for cells in rows:
        longest += [0] * (len(cells) - len(longest))
        longest = [max(most, len(cells[c]) if c < len(cells) else 0) for c, most in enumerate(longest)]
    shares = [min(max(most, 8), 60) for most in longest]
    found = [WIDTH * share // sum(shares) for share in shares]
    return [found[0] + WIDTH - sum(found), *found[1:]]


def by_hand(rows: Sequence[Row]) -> list[bool]:
    """Of each column of a table, whether it is there to be written in: nothing stands below its head."""
    head, *below = rows
    return [bool(below) and not any(cells[column].chars for cells in below) for column in range(len(head))]


def widths_by_hand(rows: Sequence[Row]) -> list[int]:
    """The widths of the columns of a table, with room to write in those that are there for that."""
    empty = by_hand(rows)
    return widths([tuple(_HAND if by else c for c, by in zip(cells, empty, strict=True)) for cells in rows])


def editors_table(columns: Sequence[tuple[str, Sequence[str]]], *, tall: bool = False) -> str:
    """A table that is no part of the text: each column's name and cells, in plain words; `tall`: with room to sign."""
    rows = [[name for name, _ in columns], *zip(*(cells for _, cells in columns), strict=True)]
    size = widths_by_hand([tuple(Text(words) for words in cells) for cells in rows])
    room = element("trHeight", val=str(ROOM)) if tall else ""
    lines = (
        row((cell(run(words), head=rank == 0) for words in cells), head=rank == 0, mark=room if rank else "")
        for rank, cells in enumerate(rows)
    )
    return table(lines, size, name="TableauEditeur") + gap()
