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


class Contents:
    """Names the headings of a text and lists them: a field that Word brings up to date, filled with links meanwhile."""

    def __init__(self, parts: Sequence[Part]) -> None:
        headings = [p for part in parts for p in part.pieces if isinstance(p, Line) and p.kind == "heading"]
        self.named = [(f"_Toc{rank:06}", line) for rank, line in enumerate(headings, start=1)]
        self._left = iter([name for name, _ in self.named])

    def next(self) -> str:
        """The name of the next heading."""
        return next(self._left)

    def xml(self) -> str:
        """The table of contents; nothing where there are no headings."""
        listed = [(name, line) for name, line in self.named if line.level <= DEPTH]
        if not listed:
            return ""
        rows = [
            (f"TOC{line.level}", f'<w:hyperlink w:anchor="{name}" w:history="1">{run(line.text.chars)}</w:hyperlink>')
            for name, line in listed
        ]
        code = f'TOC \\o "1-{min(DEPTH, DEEPEST)}" \\h \\z \\u'
        begin, _, end = field(code, "\0").partition("\0")
        first, *others = rows
        if not others:
            return editors_title("Sommaire", new_page=True) + paragraph(first[0], begin + first[1] + end)
        *middle, last = others
        lines = [(first[0], begin + first[1]), *middle, (last[0], last[1] + end)]
        return editors_title("Sommaire", new_page=True) + "".join(paragraph(name, content) for name, content in lines)


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
