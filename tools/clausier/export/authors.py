"""Whose change it is: the act behind what comes and what goes between two versions, as far as it is certain."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field

from clausier.consolidate import Timeline, Version
from clausier.emit.changes import Op
from clausier.emit.operations import article_of
from clausier.model.act import Act
from clausier.model.dates import the_day

NO_ACT = "Comparaison de versions"  # between two states of which the second does not follow the first by acts alone


class Author(Struct, frozen=True):
    """The name of an act, and the day on which it was signed where that is known."""

    name: str
    day: datetime.date | None = None


# The author of a character that comes or goes, by who wrote it and its number there (below 0: no word of an act).
Who = Callable[[Op, str, int], Author]


class Authors(Struct, frozen=True, kw_only=True):
    """Finds the author of each change between two versions. `operations` are those in force in the second only, in order.

    `steps` are the versions on the way to the second, each with all the events of the one before, and the act that makes
    it, where it is one; `read` keeps who wrote what in them.
    """

    timeline: Timeline
    operations: tuple[str, ...]
    steps: tuple[tuple[Version, Author | None], ...] = ()
    read: dict[tuple[str, str], dict[str, set[int]]] = field(default_factory=dict)

    def of(self, provision: str, op: Op, origin: str, at: int) -> Author:
        """Who changed a provision (an identity): whoever wrote the character that comes, or took the one that goes.

        That is the act after which it is no longer there. Where no version tells, and several acts changed the
        provision, all are named, and no day.
        """
        if op == "insert" and origin in self.operations:
            return named(self._act(origin))
        if op == "delete" and at >= 0 and (taker := self._taker(provision, origin, at)):
            return taker
        acts = list(dict.fromkeys(self._act(o).id for o in self.changed(provision)))
        if not acts:
            acts = list(dict.fromkeys(self._act(o).id for o in self.operations))
        found = [named(self.timeline.act(a)) for a in acts]
        match found:
            case []:
                return Author(NO_ACT)
            case [one]:
                return one
            case _:
                return Author(" ou ".join(a.name for a in found))

    def _taker(self, provision: str, origin: str, at: int) -> Author | None:
        """The act after which the character is gone; None where it never goes, or several acts begin at once."""
        for version, author in self.steps:
            if at not in self._written(version, provision).get(origin, ()):
                return author
        return None

    def _written(self, version: Version, provision: str) -> dict[str, set[int]]:
        """The characters of a provision in a version: by who wrote them, their numbers there."""
        key = version.id, provision
        if key not in self.read:
            found = next((p for p in version.document.walk() if p.id == provision), None)
            texts = found.texts if found else ()
            written = self.read[key] = {}
            for chars, run in (piece for text in texts for piece in text.pieces()):
                written.setdefault(run.origin, set()).update(range(run.at, run.at + len(chars)))
        return self.read[key]

    def changed(self, provision: str) -> list[str]:
        """The operations that changed the provision, in order."""
        return [o for o in self.operations if provision in self.timeline.touched.get(o, ())]

    def sentences(self, provision: str) -> str:
        """The acts and articles behind the changes of a provision: « Avenant n° 1, art. 3 et 5 »."""
        found: dict[str, list[str]] = {}
        for operation in self.changed(provision):
            where = article_of(self.timeline.operations[operation].common)
            of_act = found.setdefault(self._act(operation).id, [])
            if where not in of_act:
                of_act.append(where)
        return "\u00a0; ".join(f"{named(self.timeline.act(a)).name}, {', '.join(w)}" for a, w in found.items())

    def _act(self, operation: str) -> Act:
        return self.timeline.act(self.timeline.operations[operation].common.act)


def authors(timeline: Timeline, before: Version, after: Version) -> Authors:
    """The authors of the changes from one version to another; none where the second lacks an act of the first."""
    if not set(before.events) <= set(after.events):
        return Authors(timeline=timeline, operations=())
    operations = tuple(_came(timeline, before, after))
    return Authors(timeline=timeline, operations=operations, steps=tuple(_steps(timeline, before, after)))


def _steps(timeline: Timeline, before: Version, after: Version) -> Iterator[tuple[Version, Author | None]]:
    last = set(before.events)
    between = sorted((v for v in timeline.versions if set(v.events) < set(after.events)), key=lambda v: len(v.events))
    for version in (*between, after):
        events = set(version.events)
        if last < events:
            acts = {event.act for event in timeline.events if event.id in events - last}
            yield version, named(timeline.act(acts.pop())) if len(acts) == 1 else None
            last = events


def _came(timeline: Timeline, before: Version, after: Version) -> Iterable[str]:
    for event in timeline.events:
        if event.id in after.events and event.id not in before.events:
            yield from (o.common.id for o in event.operations)


def named(act: Act) -> Author:
    """An act as the author of a change. A day known only to lie between two others is no date."""
    return Author(act.title or act.id, the_day(act.signed))
