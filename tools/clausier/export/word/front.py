"""What stands before and after a text in a Word file: its title, which text it is, its acts and members, its contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausier.consolidate import Timeline, Version
from clausier.emit.notes import note_line, noted
from clausier.export.flow import DEEPEST, Line, Part, typeset
from clausier.export.identity import ONLY_ORIGINALS, PARTIAL, act_named, members
from clausier.export.word.body import editors_table, paragraph
from clausier.export.word.package import field
from clausier.export.word.runs import Look, run
from clausier.export.word.xml import element
from clausier.text import Text

BOLD = Look(bold=True)
DEPTH = 3  # of the table of contents


def title_xml(title: str, named: str, *, partial: bool = False, more: Iterable[str] = ()) -> str:
    """The title, which text it is, and that it is not the original; `more` are sentences about it."""
    said = run(ONLY_ORIGINALS, BOLD) + (run(f" {PARTIAL}") if partial else "")
    notes = "".join(paragraph("Note", run(words)) for words in more)
    head = paragraph("Title", run(_set(title))) + paragraph("Subtitle", run(_set(named[:1].upper() + named[1:])))
    return head + paragraph("Mention", said) + notes


def acts_line(version: Version, timeline: Timeline) -> str:
    """The acts that a version is made of."""
    names = [act_named(timeline.act(a)) for a in version.acts]
    return _set(f"Actes consolidés\u00a0: {' ; '.join(names)}.")


def members_xml(version: Version, timeline: Timeline) -> str:
    """The members, and who represents each where an act has said so."""
    parties = members(version, timeline)
    if not parties:
        return ""
    columns = [
        ("Membre", [p.name for p in parties]),
        ("Représenté par", [_represented(p.represented_by, p.quality) for p in parties]),
    ]
    return editors_title("Membres") + editors_table([c for c in columns if any(c[1])])


def _represented(who: str, quality: str) -> str:
    return f"{who}, {quality}" if who and quality else who or quality


def editors_title(words: str) -> str:
    """A heading that is no part of the text."""
    return paragraph("TitreEditeur", run(words))


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
            return editors_title("Sommaire") + paragraph(first[0], begin + first[1] + end)
        *middle, last = others
        lines = [(first[0], begin + first[1]), *middle, (last[0], last[1] + end)]
        return editors_title("Sommaire") + "".join(paragraph(name, content) for name, content in lines)


def page_break() -> str:
    """What follows begins on a page of its own."""
    return element("p", element("r", '<w:br w:type="page"/>'))


def end_xml(version: Version, timeline: Timeline) -> str:
    """The notes d'édition, if there are any, and the last line: what comes or goes never ends a Word file."""
    notes = [note_line(o) for o in noted(version.document, timeline, below=True)]
    listed = "".join(paragraph("Note", run(_set(words))) for words in notes)
    return (editors_title("Notes d’édition") + listed if notes else "") + last_xml()


def last_xml() -> str:
    """The last line."""
    return paragraph("Note", run(ONLY_ORIGINALS))


def _set(words: str) -> str:
    return typeset(Text(words)).chars
