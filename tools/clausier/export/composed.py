"""A version, what changes between two, an act: all that a document of it holds, however it is set (PDF, HTML)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from msgspec import Struct

from clausier.consolidate import Period, Timeline, Version
from clausier.export import identity
from clausier.export.compare import compared
from clausier.export.content import blocks, changed_blocks
from clausier.export.doubt import possible
from clausier.export.flow import parts
from clausier.model.act import Act
from clausier.model.provision import Provision
from clausier.schemas import Object

HOW = "Ce qui est supprimé est barré, ce qui est ajouté est souligné."


class Composed(Struct, frozen=True, kw_only=True):
    """A document: what it says of itself, its `blocks` (see `content`), and what stands before and after them.

    `contents`: with a table of contents; `unnamed` is said of `signatures` where the act names nobody.
    """

    said: identity.Identity
    blocks: list[Object]
    contents: bool = False
    members: identity.Columns = ()
    signatures: identity.Columns = ()
    unnamed: str = ""
    editors_notes: tuple[str, ...] = ()


def version_composed(timeline: Timeline, version: Version, provision: Provision | None = None) -> Composed:
    """The text of a version with its members and contents; or one `provision` of it alone."""
    said = identity.of_version(timeline, version)
    found = blocks(piece for part in parts(provision or version.document) for piece in part.pieces)
    if provision is not None:
        return Composed(said=said, blocks=found)
    notes = identity.editors_notes(version, timeline)
    people = identity.members(version, timeline)
    return Composed(said=said, blocks=found, contents=True, members=people, editors_notes=notes)


def day_composed(timeline: Timeline, day: datetime.date, candidates: Sequence[Version], period: Period) -> Composed:
    """The text of a day that is undetermined: where the candidates differ, each wording, said to be possible."""
    found = blocks(piece for part in possible(timeline, candidates) for piece in part.pieces)
    return Composed(said=identity.of_day(timeline, day, candidates, period), blocks=found, contents=True)


def changes_composed(timeline: Timeline, before: Version, after: Version, *, proposal: bool = False) -> Composed:
    """The text of `after` with what was changed since `before`; `proposal` as in `of_changes`."""
    said = identity.of_changes(timeline, before, after, HOW, proposal=proposal)
    return Composed(said=said, blocks=changed_blocks(compared(before.document, after.document)))


def act_composed(timeline: Timeline, act: Act) -> Composed:
    """The words of the act; of a draft, then a row for each party to sign in."""
    found = blocks(piece.unnumbered() for part in parts(act.document) for piece in part.pieces)
    people = identity.signatures(timeline, act) if act.draft else ()
    unnamed = "" if act.signatories else identity.UNNAMED
    return Composed(said=identity.of_act(timeline, act), blocks=found, signatures=people, unnamed=unnamed)
