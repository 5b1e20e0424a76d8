"""A version, or a provision of it, as a Word file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from clausier.consolidate import Period, Timeline, Version
from clausier.export.doubt import possible
from clausier.export.flow import Line, Part, parts
from clausier.export.identity import Columns, Identity, editors_notes, members, of_day, of_version
from clausier.export.word.body import piece_xml
from clausier.export.word.front import Contents, editors_title, last_xml, notes_xml, page_break, title_xml
from clausier.export.word.layout import editors_table
from clausier.export.word.package import docx
from clausier.export.word.runs import Ink
from clausier.model.provision import Provision


def version_docx(timeline: Timeline, version: Version, provision: Provision | None = None) -> bytes:
    """The text of a version with its members and contents; or one `provision` of it alone."""
    said = of_version(timeline, version)
    if provision is not None:
        ink = Ink()
        body = "".join(piece_xml(piece, ink) for part in parts(provision) for piece in part.pieces)
        return docx(title_xml(said) + body + last_xml(said), said, ink.links)
    notes = editors_notes(version, timeline)
    return _whole(said, parts(version.document), people=members(version, timeline), notes=notes)


def day_docx(timeline: Timeline, day: datetime.date, candidates: Sequence[Version], period: Period) -> bytes:
    """The text of a day that is undetermined: where the candidates differ, each wording, said to be possible."""
    return _whole(of_day(timeline, day, candidates, period), possible(timeline, candidates))


def _whole(said: Identity, found: Sequence[Part], *, people: Columns = (), notes: Sequence[str] = ()) -> bytes:
    ink = Ink()
    contents = Contents(found)
    listed = editors_title("Membres") + editors_table(people) if people else ""
    body = "".join(_parts(found, contents, ink))
    whole = title_xml(said) + listed + contents.xml() + page_break() + body + notes_xml(notes) + last_xml(said)
    return docx(whole, said, ink.links)


def _parts(found: Iterable[Part], contents: Contents, ink: Ink) -> Iterator[str]:
    for part in found:
        for piece in part.pieces:
            heading = isinstance(piece, Line) and piece.kind == "heading"
            yield piece_xml(piece, ink, bookmark=contents.next() if heading else "")
