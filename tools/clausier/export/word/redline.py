"""Two versions as one Word file with real tracked changes: accepted it is the second, rejected the first."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.consolidate import Timeline, Version
from clausier.emit.changes import Op
from clausier.export.authors import Author, Authors, authors
from clausier.export.compare import Compared, compared
from clausier.export.identity import TRACKED, of_changes
from clausier.export.word.body import piece_xml, tracked_xml
from clausier.export.word.front import last_xml, title_xml
from clausier.export.word.package import docx
from clausier.export.word.runs import Ink


def redline_docx(timeline: Timeline, before: Version, after: Version, *, proposal: bool = False) -> bytes:
    """The text of `after` with what each act changed since `before`; `proposal` as in `of_changes`."""
    said = of_changes(timeline, before, after, TRACKED, proposal=proposal)
    who = authors(timeline, before, after)
    ink = Ink()
    body = "".join(xml for part in compared(before.document, after.document) for xml in _part(part, who, ink))
    return docx(title_xml(said) + body + last_xml(said), said, ink.links)


def _part(part: Compared, who: Authors, ink: Ink) -> Iterator[str]:
    def author(op: Op, origin: str, at: int) -> Author:
        return who.of(part.id, op, origin, at)

    for pair in part.pairs:
        if pair.same and pair.after:
            yield piece_xml(pair.after.unnumbered(), ink)
        else:
            yield tracked_xml(pair, author, ink)
