"""Pieces of a text as Word paragraphs and tables: as they are, or as what stays, comes and goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clausier.emit.changes import Op
from clausier.export.authors import Who
from clausier.export.compare import Pair, Row, rows_paired
from clausier.export.flow import Grid, Line, Piece
from clausier.export.word.layout import cell, gap, paragraph, row, table, tabs, widths
from clausier.export.word.runs import Ink, Look, reworded, run, text_runs, whole
from clausier.export.word.xml import element
from clausier.text import Text

MARGIN = 567  # where the numbers of alinéas stand, left of the text
STEP = 425  # by which each depth of a list is indented
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


def piece_xml(piece: Piece, ink: Ink, *, bookmark: str = "", runs: Callable[[Text, Ink], str] = text_runs) -> str:
    """A piece of a text as it is. `bookmark` names a heading, for what leads to it; `runs` sets the words of lines."""
    match piece:
        case Line():
            number = run(f"{piece.number}\t", NUMBER) if piece.number else ""
            content = _named(bookmark, number + runs(piece.text, ink), ink)
            return paragraph(style(piece), content, more=_indents(piece, numbered=bool(piece.number)))
        case Grid(rows=rows):
            lines = (
                row((cell(text_runs(words, ink), head=rank == 0) for words in cells), head=rank == 0)
                for rank, cells in enumerate(rows)
            )
            return table(lines, widths(rows)) + gap()


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
        rows = [_tracked_row(a, b, who, ink, head=rank == 0) for rank, (a, b) in enumerate(rows_paired(old, new))]
        return table(rows, widths((*old.rows, *new.rows))) + gap()
    gone = _whole("delete", old, who, ink) if old else ""
    return gone + (_whole("insert", new, who, ink) if new else "")


def _whole(op: Op, piece: Piece, who: Who, ink: Ink) -> str:
    """A piece that comes or goes as a whole, its paragraph's end, or its table's rows, with it."""
    match piece:
        case Line(text=text):
            content = whole(op, text, who, ink)
            return paragraph(style(piece), content, mark=_end(op, [text], who, ink), more=_indents(piece))
        case Grid(rows=rows):
            lines = (_whole_row(op, cells, who, ink, head=rank == 0) for rank, cells in enumerate(rows))
            return table(lines, widths(rows)) + paragraph("Intervalle", "", mark=_end(op, rows[0], who, ink))


def _end(op: Op, texts: Sequence[Text], who: Who, ink: Ink) -> str:
    """The fate of the end of a paragraph, or of a row: its first words have the same."""
    first = next((text.runs[0] for text in texts if text.runs), None)
    return ink.mark(op, who(op, first.origin, first.at) if first else who(op, "", -1))


def _indents(line: Line, *, numbered: bool = False) -> str:
    """What sets a line apart from its style: a number in the margin; the further paragraph of an item, without a label."""
    depth = line.level if line.kind == "item" else 0
    left = str(STEP * depth)
    if numbered:
        label = [str(STEP * (depth - 1))] if "\t" in line.text.chars else []
        return tabs(*label, left) + element("ind", left=left, hanging=str(MARGIN + STEP * depth))
    if line.kind == "item" and "\t" not in line.text.chars:
        return element("ind", left=str(STEP * (depth + line.quoted)), firstLine="0")
    return ""


def _whole_row(op: Op, cells: Row, who: Who, ink: Ink, *, head: bool) -> str:
    marked = [cell(whole(op, c, who, ink), head=head, mark=_end(op, [c], who, ink)) for c in cells]
    return row(marked, head=head, mark=_end(op, cells, who, ink))


def _tracked_row(before: Row | None, after: Row | None, who: Who, ink: Ink, *, head: bool) -> str:
    if before and after:
        pairs = zip(before, after, strict=True)
        return row((cell(reworded(a, b, who, ink), head=head) for a, b in pairs), head=head)
    gone = _whole_row("delete", before, who, ink, head=head) if before else ""
    return gone + (_whole_row("insert", after, who, ink, head=head) if after else "")
