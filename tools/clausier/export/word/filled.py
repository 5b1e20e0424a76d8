"""A filled document as a Word file: headings, paragraphs, lists, tables, and the blanks to fill in, which stand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.diagnostics import Diagnostic, Message, Span, codes_out, report
from clausier.export.blank import BLANK
from clausier.export.flow import DEEPEST, Grid, Line, Piece, typeset
from clausier.export.identity import Identity, running
from clausier.export.word.body import piece_xml
from clausier.export.word.layout import ROOM, by_hand, cell, gap, paragraph, row, table, widths_by_hand
from clausier.export.word.package import docx
from clausier.export.word.runs import Ink, Look, text_runs
from clausier.export.word.xml import element
from clausier.source import markdown as read
from clausier.text import Text, join

TO_FILL = Look(style="Blanc")
FEW = 3  # rows, of a table that is there to be signed
ROOM_IN_A_LIST = 680  # for a signature among many: twelve millimetres
_DASH = "–"


def filled_docx(markdown: str, template: str, convention: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The document; None where its Markdown holds what a document cannot show, told at the file of the `template`.

    The title of the `convention` stands at the head of each page with the document's own.
    """
    parts, problems = read.read_markdown(template, markdown)
    if problems:
        return None, tuple(_finding(problem, template) for problem in problems)
    ink = Ink()
    title = next((p.text.chars for p in parts if isinstance(p, read.Heading)), "")
    said = Identity(title=title, running=running(convention), named="", header=title, standing="")
    body = "".join(_piece(piece, ink) for piece in _pieces(parts))
    return docx(body, said, ink.links), ()


def _finding(problem: Diagnostic, template: str) -> Diagnostic:
    why = Message(fr=problem.message.text("fr"), en=problem.message.text("en"))
    return report(codes_out.TEMPLATE_NOT_SET, Span(template), line=problem.span.line, why=why)


def _pieces(parts: Iterable[read.Part], *, quoted: bool = False) -> Iterator[Piece]:
    for part in parts:
        match part:
            case read.Heading(level=level, text=text):
                yield Line(kind="heading", text=typeset(text), level=min(level - 1, DEEPEST), quoted=quoted)
            case read.Line(text=text, label=label, depth=depth, item=item):
                words = join((Text(f"{label or _DASH}\t"), text)) if item else text
                yield Line(
                    kind="item" if depth else "alinea", text=typeset(words), level=min(depth, DEEPEST), quoted=quoted
                )
            case read.Grid(rows=rows):
                yield Grid(rows=tuple(tuple(typeset(c) for c in cells) for cells in rows), quoted=quoted)
            case read.Quote(parts=inner):
                yield from _pieces(inner, quoted=True)


def _piece(piece: Piece, ink: Ink) -> str:
    match piece:
        case Line(kind="heading", level=0, text=text):
            return paragraph("Title", _runs(text, ink))
        case Line():
            return piece_xml(piece, ink, runs=_runs)
        case Grid(rows=rows):
            return _table(rows, ink)


def _table(rows: tuple[tuple[Text, ...], ...], ink: Ink) -> str:
    """A table; where a column is empty, it is to be written in by hand, and each row has room for that."""
    tall = ROOM if len(rows) <= FEW else ROOM_IN_A_LIST
    room = element("trHeight", val=str(tall)) if any(by_hand(rows)) else ""
    lines = (
        row((cell(_runs(words, ink), head=not rank) for words in cells), head=not rank, mark=room if rank else "")
        for rank, cells in enumerate(rows)
    )
    return table(lines, widths_by_hand(rows), name="TableauEditeur") + gap()


def _runs(text: Text, ink: Ink) -> str:
    """A text, its blanks set apart."""
    out: list[str] = []
    last = 0
    for found in BLANK.finditer(text.chars):
        out += [
            text_runs(text.slice(last, found.start()), ink),
            text_runs(text.slice(*found.span()), ink, TO_FILL),
        ]
        last = found.end()
    return "".join((*out, text_runs(text.slice(last, len(text)), ink)))
