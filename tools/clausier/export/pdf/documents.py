"""A version, what changes between two, and an act, as PDF. Each raises `NoTypst` where typst is not installed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from clausier.consolidate import Period, Timeline, Version
from clausier.export.compare import compared
from clausier.export.doubt import possible
from clausier.export.flow import parts
from clausier.export.identity import UNNAMED, editors_notes, members, of_act, of_changes, of_day, of_version, signatures
from clausier.export.pdf.content import blocks, changed_blocks
from clausier.export.pdf.typeset import pdf
from clausier.model.act import Act
from clausier.model.provision import Provision

HOW = "Ce qui est supprimé est barré, ce qui est ajouté est souligné."


def version_pdf(timeline: Timeline, version: Version, provision: Provision | None = None) -> bytes:
    """The text of a version with its members and contents; or one `provision` of it alone."""
    said = of_version(timeline, version)
    found = blocks(piece for part in parts(provision or version.document) for piece in part.pieces)
    if provision is not None:
        return pdf(said, found)
    notes = editors_notes(version, timeline)
    return pdf(said, found, contents=True, members=members(version, timeline), editors_notes=notes)


def day_pdf(timeline: Timeline, day: datetime.date, candidates: Sequence[Version], period: Period) -> bytes:
    """The text of a day that is undetermined: where the candidates differ, each wording, said to be possible."""
    found = blocks(piece for part in possible(candidates) for piece in part.pieces)
    return pdf(of_day(timeline, day, candidates, period), found, contents=True)


def changes_pdf(timeline: Timeline, before: Version, after: Version, *, proposal: bool = False) -> bytes:
    """The text of `after` with what was changed since `before`; `proposal` as in `of_changes`."""
    said = of_changes(timeline, before, after, HOW, proposal=proposal)
    return pdf(said, changed_blocks(compared(before.document, after.document)))


def act_pdf(timeline: Timeline, act: Act) -> bytes:
    """The words of the act; of a draft, then a row for each party to sign in."""
    found = blocks(piece.unnumbered() for part in parts(act.document) for piece in part.pieces)
    people = signatures(timeline, act) if act.draft else ()
    return pdf(of_act(timeline, act), found, signatures=people, unnamed="" if act.signatories else UNNAMED)
