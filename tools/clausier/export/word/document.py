"""A document as a Word file; what changes, as real tracked changes: accepted they are the second text, rejected the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from clausier.emit.changes import Op
from clausier.export.authors import Author, Authors
from clausier.export.compare import Compared
from clausier.export.composed import Composed
from clausier.export.flow import Line, Part
from clausier.export.identity import Columns
from clausier.export.word.body import piece_xml, tracked_xml
from clausier.export.word.front import bookmark, contents_xml, editors_title, last_xml, notes_xml, page_break, title_xml
from clausier.export.word.layout import editors_table, paragraph
from clausier.export.word.package import docx
from clausier.export.word.runs import Ink, run


def word(composed: Composed) -> bytes:
    """The document as a Word file."""
    said, ink = composed.said, Ink()
    front = editors_title("Membres") + editors_table(composed.members) if composed.members else ""
    if composed.contents:
        front += contents_xml(composed.parts) + page_break()
    if composed.who:
        body = "".join(xml for part in composed.changes for xml in _tracked(part, composed.who, ink))
    else:
        body = "".join(_parts(composed.parts, ink, named=composed.contents))
    behind = _signatures(composed.signatures, composed.unnamed) + notes_xml(composed.editors_notes)
    return docx(title_xml(said) + front + body + behind + last_xml(said), said, ink.links)


def _parts(found: Iterable[Part], ink: Ink, *, named: bool) -> Iterator[str]:
    """The pieces of the parts; `named`: each heading by its rank."""
    ranks = count(1)
    for piece in (piece for part in found for piece in part.pieces):
        heading = named and isinstance(piece, Line) and piece.kind == "heading"
        yield piece_xml(piece, ink, bookmark=bookmark(next(ranks)) if heading else "")


def _tracked(part: Compared, who: Authors, ink: Ink) -> Iterator[str]:
    def author(op: Op, origin: str, at: int) -> Author:
        return who.of(part.id, op, origin, at)

    for pair in part.pairs:
        if pair.same and pair.after:
            yield piece_xml(pair.after.unnumbered(), ink)
        else:
            yield tracked_xml(pair, author, ink)


def _signatures(people: Columns, unnamed: str) -> str:
    if not people:
        return ""
    note = paragraph("Note", run(unnamed)) if unnamed else ""
    return editors_title("Signatures") + note + editors_table(people, tall=True)
