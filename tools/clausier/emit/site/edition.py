"""What pages look up in a version, which versions are shown whole, and what acts do to other acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from clausier.consolidate import Timeline, Version
from clausier.consolidate.ends import is_text
from clausier.emit.anchors import anchors
from clausier.model.dates import When
from clausier.model.operation import Annul, Operation, Postpone
from clausier.model.provision import Provision
from clausier.refs.over_time import Reading
from clausier.refs.references import Line, Link, links

Linked = tuple[tuple[Line, tuple[Link, ...]], ...]


class Edition(Struct, frozen=True, dict=True):
    """The document of a version, and what it refers to, by part (see `Timeline.readings`): asked for where links are.

    What is looked up in it is worked out once, when a page first asks.
    """

    document: Provision
    readings: Callable[[], Mapping[str, Reading]] = dict

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """The anchor of each provision, by identity (see `anchors`)."""
        return anchors(self.document)

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """Each provision by identity, the document included."""
        return {provision.id: provision for provision in self.document.walk()}

    @cached_property
    def links(self) -> Mapping[str, Linked]:
        """The lines that hold references which lead somewhere, by the identity of the provision that they stand in."""
        found: dict[str, list[tuple[Line, tuple[Link, ...]]]] = {}
        for reading in self.readings().values():
            for line, held in links(reading.references, reading.document).items():
                found.setdefault(line.provision, []).append((line, held))
        return {identity: tuple(lines) for identity, lines in found.items()}


MOST = 20_000  # provisions that the whole texts may have together; the text in force is whole however long it is


def shown(timeline: Timeline, count: int | None = None) -> tuple[Version, ...]:
    """The versions whose text is shown whole, in order: the one in force, and the newest of the others.

    `count` of them where it is given; else as many as have at most `MOST` provisions together.
    """
    latest = timeline.latest
    newest = (latest, *(v for v in reversed(timeline.versions) if v is not latest))
    if count is None:
        sizes = accumulate(sum(1 for _ in version.document.walk()) for version in newest)
        count = sum(size <= MOST for size in sizes)
    kept = {version.id for version in newest[: max(1, count)]}
    return tuple(version for version in timeline.versions if version.id in kept)


def upon_acts(timeline: Timeline) -> Mapping[str, tuple[Operation, ...]]:
    """The operations that bear upon each act, by its id; none of drafts, of acts annulled, or of what still waits."""
    days = {act.id: act.in_force for act in timeline.acts}
    found: dict[str, list[Operation]] = {}
    for operation in timeline.operations.values():
        common = operation.common
        if common.act in days and isinstance(common.in_force or days[common.act], When):
            for act in _upon(operation):
                found.setdefault(act, []).append(operation)
    return {act: tuple(operations) for act, operations in found.items()}


def _upon(operation: Operation) -> Iterator[str]:
    match operation:
        case Annul(annulled=act) | Postpone(postponed=act):
            yield act
        case _ if is_text(operation):
            yield from {t.act: None for t in operation.targets if t.act}
        case _:
            return
