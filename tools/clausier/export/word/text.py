"""A version, or a provision of it, as a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.consolidate import Timeline, Version
from clausier.export.flow import Line, Part, parts
from clausier.export.identity import ONLY_ORIGINALS, version_named
from clausier.export.word.body import piece_xml
from clausier.export.word.front import Contents, acts_line, end_xml, members_xml, page_break, title_xml
from clausier.export.word.package import Properties, docx
from clausier.export.word.runs import Ink
from clausier.model.provision import Provision


def version_docx(timeline: Timeline, version: Version, provision: Provision | None = None) -> bytes:
    """The text of a version with its members and contents; or one `provision` of it alone."""
    title = timeline.acts[0].title
    named = version_named(version, timeline)
    found = parts(provision or version.document)
    ink = Ink()
    front = title_xml(title, named, partial=not version.complete, more=[acts_line(version, timeline)])
    if provision is None:
        contents = Contents(found)
        front += members_xml(version, timeline) + contents.xml() + page_break()
        body = "".join(_parts(found, contents, ink))
    else:
        body = "".join(piece_xml(piece, ink) for part in found for piece in part.pieces)
    said = Properties(title=title, subject=f"{title} – {named}", foot=ONLY_ORIGINALS, day=version.first)
    return docx(front + body + end_xml(version, timeline), said, ink.links)


def _parts(found: Iterable[Part], contents: Contents, ink: Ink) -> Iterator[str]:
    for part in found:
        for piece in part.pieces:
            heading = isinstance(piece, Line) and piece.kind == "heading"
            yield piece_xml(piece, ink, bookmark=contents.next() if heading else "")
