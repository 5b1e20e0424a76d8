"""A version, what changes between two, an act: all that a document of it holds, however it is set (Word, PDF, HTML)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from clausier.consolidate import Period, Timeline, Version
from clausier.emit.parts import whole
from clausier.export import identity
from clausier.export.authors import Authors, authors
from clausier.export.compare import Compared, compared
from clausier.export.content import blocks, changed_blocks
from clausier.export.doubt import possible
from clausier.export.flow import Part, parts, parts_of
from clausier.model.act import Act
from clausier.model.provision import Provision
from clausier.schemas import Object

HOW = "Ce qui est supprimé est barré, ce qui est ajouté est souligné."


class Composed(Struct, frozen=True, kw_only=True, dict=True):
    """A document: what it says of itself, the `parts` of its text, or the `changes` from one text to another, and what stands before and after them.

    `who` knows the authors of the changes. `contents`: with a table of contents; `unnamed` is said of `signatures` where the
    act names nobody.
    """

    said: identity.Identity
    parts: tuple[Part, ...] = ()
    changes: tuple[Compared, ...] = ()
    who: Authors | None = None
    contents: bool = False
    members: identity.Columns = ()
    signatures: identity.Columns = ()
    unnamed: str = ""
    editors_notes: tuple[str, ...] = ()

    @cached_property
    def blocks(self) -> list[Object]:
        """The text as data (see `content`)."""
        return changed_blocks(self.changes) if self.changes else blocks(p for part in self.parts for p in part.pieces)


def version_composed(timeline: Timeline, version: Version, provision: Provision | None = None) -> Composed:
    """The text of a version with its members and contents; or one `provision` of it alone."""
    said = identity.of_version(timeline, version)
    if provision is not None:
        return Composed(said=said, parts=parts_of(provision, whole(provision, version.document), version.document))
    notes = identity.editors_notes(version, timeline)
    people = identity.members(version, timeline)
    return Composed(said=said, parts=parts(version.document), contents=True, members=people, editors_notes=notes)


def day_composed(timeline: Timeline, day: datetime.date, candidates: Sequence[Version], period: Period) -> Composed:
    """The text of a day that is undetermined: where the candidates differ, each wording, said to be possible."""
    found = tuple(possible(timeline, candidates))
    return Composed(said=identity.of_day(timeline, day, candidates, period), parts=found, contents=True)


def changes_composed(
    timeline: Timeline, before: Version, after: Version, how: str = HOW, *, proposal: bool = False
) -> Composed:
    """The text of `after` with what each act changed since `before`; `how` tells readers by what they know it, `proposal` as in `of_changes`."""
    said = identity.of_changes(timeline, before, after, how, proposal=proposal)
    return Composed(said=said, changes=compared(before.document, after.document), who=authors(timeline, before, after))


def act_composed(timeline: Timeline, act: Act) -> Composed:
    """The words of the act, its quotations as such; of a draft, then a row for each party to sign in."""
    found = (replace(part, pieces=tuple(p.unnumbered() for p in part.pieces)) for part in parts(act.document))
    people = identity.signatures(timeline, act) if act.draft else ()
    unnamed = "" if act.signatories else identity.UNNAMED
    return Composed(said=identity.of_act(timeline, act), parts=tuple(found), signatures=people, unnamed=unnamed)
