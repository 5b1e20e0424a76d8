"""A version, or a provision of it, as a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.consolidate import Timeline, Version
from clausier.export.flow import Line, Part, parts
from clausier.export.identity import editors_notes, members, of_version
from clausier.export.word.body import piece_xml
from clausier.export.word.front import Contents, editors_title, last_xml, notes_xml, page_break, title_xml
from clausier.export.word.layout import editors_table
from clausier.export.word.package import docx
from clausier.export.word.runs import Ink
from clausier.model.provision import Provision


def version_docx(timeline: Timeline, version: Version, provision: Provision | None = None) -> bytes:
    """The text of a version with its members and contents; or one `provision` of it alone."""
    said = of_version(timeline, version)
    found = parts(provision or version.document)
    ink = Ink()
    front = title_xml(said)
    if provision is None:
        contents = Contents(found)
        if people := members(version, timeline):
            front += editors_title("Membres") + editors_table(people)
        front += contents.xml() + page_break()
        body = "".join(_parts(found, contents, ink)) + notes_xml(editors_notes(version, timeline))
    else:
        body = "".join(piece_xml(piece, ink) for part in found for piece in part.pieces)
    return docx(front + body + last_xml(said), said, ink.links)


def _parts(found: Iterable[Part], contents: Contents, ink: Ink) -> Iterator[str]:
    for part in found:
        for piece in part.pieces:
            heading = isinstance(piece, Line) and piece.kind == "heading"
            yield piece_xml(piece, ink, bookmark=contents.next() if heading else "")
