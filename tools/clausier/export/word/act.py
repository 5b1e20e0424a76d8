"""One act as a Word file: as it was signed, or, while it is a draft, as it is to be signed."""

from __future__ import annotations

from clausier.consolidate import Timeline
from clausier.export.flow import parts
from clausier.export.identity import UNNAMED, of_act, signatures
from clausier.export.word.body import piece_xml
from clausier.export.word.front import editors_title, last_xml, title_xml
from clausier.export.word.layout import editors_table, paragraph
from clausier.export.word.package import docx
from clausier.export.word.runs import Ink, run
from clausier.model.act import Act


def act_docx(timeline: Timeline, act: Act) -> bytes:
    """The words of the act, its quotations as such; of a draft, then a row for each party to sign in."""
    said = of_act(timeline, act)
    ink = Ink()
    body = "".join(piece_xml(piece.unnumbered(), ink) for part in parts(act.document) for piece in part.pieces)
    people = signatures(timeline, act) if act.draft else ()
    if people:
        note = "" if act.signatories else paragraph("Note", run(UNNAMED))
        body += editors_title("Signatures") + note + editors_table(people, tall=True)
    return docx(title_xml(said) + body + last_xml(said), said, ink.links)
