"""Pieces of a text as Word paragraphs and tables: as they are, or as what stays, comes and goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausier.emit.changes import Op
from clausier.export.authors import Author, Who
from clausier.export.compare import Pair, Row, rows_paired
from clausier.export.flow import Grid, Line, Piece
from clausier.export.word.runs import Ink, Look, reworded, run, text_runs, whole
from clausier.export.word.xml import element, properties
from clausier.text import Text

WIDTH = 9070  # of the text, in twentieths of a point: A4 less its margins
MARGIN = 567  # where the numbers of alinéas stand, left of the text
STEP = 425  # by which each depth of a list is indented
ROOM = 1134  # for a signature: two centimetres
NUMBER = Look(style="Numero")


def style(line: Line) -> str:
    """The name of the paragraph style of a line."""
    match line.kind:
        case "heading":
            return "CiteTitre" if line.quoted else f"Heading{line.level}"
        case "alinea":
            return "Cite" if line.quoted else "Alinea"
        case "item":
            return f"{'Cite' if line.quoted else ''}Element{line.level}"
        case "gap":
            return "Lacune"
        case "doubt":
            return "Doute"


def paragraph(name: str, content: str, *, mark: str = "", more: str = "") -> str:
    """A paragraph of that style; `mark` is the fate of its end (`w:ins`, `w:del`), `more` its direct properties."""
    own = properties("pPr", element("pStyle", val=name), more, properties("rPr", mark))
    return element("p", own + content)


def piece_xml(piece: Piece, ink: Ink, *, bookmark: str = "") -> str:
    """A piece of a text as it is. `bookmark` names a heading, for what leads to it."""
    match piece:
        case Line():
            number = run(f"{piece.number}\t", NUMBER) if piece.number else ""
            content = _named(bookmark, number + text_runs(piece.text, ink), ink)
            return paragraph(style(piece), content, more=_indents(piece, numbered=bool(piece.number)))
        case Grid(rows=rows):
            cells = [[_cell(text_runs(cell, ink), rank == 0) for cell in row] for rank, row in enumerate(rows)]
            lines = (_row(row, rank == 0) for rank, row in enumerate(cells))
            return _table(lines, widths(rows)) + paragraph("Intervalle", "")


def _named(bookmark: str, content: str, ink: Ink) -> str:
    if not bookmark:
        return content
    number = ink.number()
    return element("bookmarkStart", id=number, name=bookmark) + content + element("bookmarkEnd", id=number)


def tracked_xml(pair: Pair, who: Who, ink: Ink) -> str:
    """A pair of pieces as what stays, or goes and comes: accepted it is the second, rejected the first."""
    old, new = pair.before, pair.after
    if isinstance(old, Line) and isinstance(new, Line):
        return paragraph(style(new), reworded(old.text, new.text, who, ink), more=_indents(new))
    if isinstance(old, Grid) and isinstance(new, Grid):
        rows = [_tracked_row(a, b, rank == 0, who, ink) for rank, (a, b) in enumerate(rows_paired(old, new))]
        return _table(rows, widths((*old.rows, *new.rows))) + paragraph("Intervalle", "")
    gone = _whole("delete", old, who, ink) if old else ""
    return gone + (_whole("insert", new, who, ink) if new else "")


def _whole(op: Op, piece: Piece, who: Who, ink: Ink) -> str:
    """A piece that comes or goes as a whole, its paragraph's end, or its table's rows, with it."""
    match piece:
        case Line(text=text):
            author = _author(op, [text], who)
            content = whole(op, text, author, ink)
            return paragraph(style(piece), content, mark=ink.mark(op, author), more=_indents(piece))
        case Grid(rows=rows):
            author = _author(op, [cell for row in rows for cell in row], who)
            lines = (_whole_row(op, row, rank == 0, author, ink) for rank, row in enumerate(rows))
            return _table(lines, widths(rows)) + paragraph("Intervalle", "", mark=ink.mark(op, author))


def editors_table(columns: Sequence[tuple[str, Sequence[str]]], *, tall: bool = False) -> str:
    """A table that is no part of the text: each column's name and cells, in plain words; `tall`: with room to sign."""
    rows = [[name for name, _ in columns], *zip(*(cells for _, cells in columns), strict=True)]
    size = widths([tuple(Text(cell) for cell in row) for row in rows])
    room = element("trHeight", val=str(ROOM)) if tall else ""
    lines = (
        _row((_cell(run(c), rank == 0) for c in row), rank == 0, room if rank else "") for rank, row in enumerate(rows)
    )
    return _table(lines, size, name="TableauEditeur") + paragraph("Intervalle", "")


def _author(op: Op, texts: Sequence[Text], who: Who) -> Author:
    """Of what comes, the author of its first words; words go without a trace of who took them."""
    origins = [text.runs[0].origin for text in texts if text.runs]
    return who(origins[0] if origins and op == "insert" else "")


def _indents(line: Line, *, numbered: bool = False) -> str:
    """What sets a line apart from its style: a number in the margin; the further paragraph of an item, without a label."""
    depth = line.level if line.kind == "item" else 0
    left = str(STEP * depth)
    if numbered:
        labelled = "\t" in line.text.chars
        stop = element("tabs", element("tab", val="left", pos=str(STEP * (depth - 1)))) if labelled else ""
        return stop + element("ind", left=left, hanging=str(MARGIN + STEP * depth))
    if line.kind == "item" and "\t" not in line.text.chars:
        return element("ind", left=str(STEP * (depth + line.quoted)), firstLine="0")
    return ""


def widths(rows: Iterable[Row]) -> list[int]:
    """The widths of the columns of a table: after their longest words, within bounds, and the text's in all."""
    longest: list[int] = []
    for row in rows:
        longest += [0] * (len(row) - len(longest))
        longest = [max(most, len(row[c]) if c < len(row) else 0) for c, most in enumerate(longest)]
    shares = [min(max(most, 8), 60) for most in longest]
    found = [WIDTH * share // sum(shares) for share in shares]
    return [found[0] + WIDTH - sum(found), *found[1:]]


def _table(rows: Iterable[str], columns: Sequence[int], name: str = "Tableau") -> str:
    look = element(
        "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"
    )
    own = properties("tblPr", element("tblStyle", val=name), element("tblW", w=str(WIDTH), type_="dxa"), look)
    grid = properties("tblGrid", *(element("gridCol", w=str(width)) for width in columns))
    return element("tbl", own + grid + "".join(rows))


def _row(cells: Iterable[str], head: bool, mark: str = "") -> str:  # noqa: FBT001 - private
    own = properties("trPr", element("cantSplit"), element("tblHeader") if head else "", mark)
    return element("tr", own + "".join(cells))


def _cell(content: str, head: bool, mark: str = "") -> str:  # noqa: FBT001 - private
    return element("tc", paragraph("CelluleTitre" if head else "Cellule", content, mark=mark))


def _whole_row(op: Op, row: Row, head: bool, author: Author, ink: Ink) -> str:  # noqa: FBT001 - private
    cells = [_cell(whole(op, cell, author, ink), head, ink.mark(op, author)) for cell in row]
    return _row(cells, head, ink.mark(op, author))


def _tracked_row(before: Row | None, after: Row | None, head: bool, who: Who, ink: Ink) -> str:  # noqa: FBT001 - private
    if before and after:
        return _row((_cell(reworded(a, b, who, ink), head) for a, b in zip(before, after, strict=True)), head)
    gone = _whole_row("delete", before, head, who(""), ink) if before else ""
    return gone + (_whole_row("insert", after, head, _author("insert", after, who), ink) if after else "")
