"""What stands before and after a text in a Word file: its title, which text it is, its contents, notes about it."""

from __future__ import annotations

from collections.abc import Sequence

from clausier.export.flow import DEEPEST, Line, Part
from clausier.export.identity import PARTIAL, Identity
from clausier.export.word.layout import paragraph
from clausier.export.word.package import field
from clausier.export.word.runs import Look, run
from clausier.export.word.xml import element

BOLD = Look(bold=True)
DEPTH = 3  # of the table of contents


def title_xml(said: Identity) -> str:
    """The title, which text it is, what it is worth, and sentences about it."""
    named = paragraph("Subtitle", run(said.named)) if said.named else ""
    worth = run(said.standing, BOLD) + (run(f" {PARTIAL}") if said.partial else "")
    notes = "".join(paragraph("Note", run(words)) for words in said.notes)
    return paragraph("Title", run(said.title)) + named + paragraph("Mention", worth) + notes


def editors_title(words: str, *, new_page: bool = False) -> str:
    """A heading that is no part of the text."""
    return paragraph("TitreEditeur", run(words), more=element("pageBreakBefore") if new_page else "")


def bookmark(rank: int) -> str:
    """The name of the heading of that rank, from 1, for what leads to it."""
    return f"_Toc{rank:06}"


def contents_xml(parts: Sequence[Part]) -> str:
    """The table of contents: a field that Word brings up to date, filled with links meanwhile; nothing where there are no headings."""
    headings = (p for part in parts for p in part.pieces if isinstance(p, Line) and p.kind == "heading")
    listed = [(bookmark(rank), line) for rank, line in enumerate(headings, start=1) if line.level <= DEPTH]
    if not listed:
        return ""
    rows = [
        f'<w:hyperlink w:anchor="{name}" w:history="1">{run(line.text.chars)}</w:hyperlink>' for name, line in listed
    ]
    begin, _, end = field(f'TOC \\o "1-{min(DEPTH, DEEPEST)}" \\h \\z \\u', "\0").partition("\0")
    rows[0] = begin + rows[0]
    rows[-1] += end
    lines = (paragraph(f"TOC{line.level}", content) for (_, line), content in zip(listed, rows, strict=True))
    return editors_title("Sommaire", new_page=True) + "".join(lines)


def page_break() -> str:
    """What follows begins on a page of its own."""
    return element("p", element("r", '<w:br w:type="page"/>'))


def notes_xml(notes: Sequence[str]) -> str:
    """The notes d'édition, if there are any."""
    listed = "".join(paragraph("Note", run(words)) for words in notes)
    return editors_title("Notes d’édition") + listed if notes else ""


def last_xml(said: Identity) -> str:
    """The last line: what comes or goes never ends a Word file."""
    return paragraph("Note", run(said.standing))
