"""Whose change it is: the act behind what comes and what goes between two versions, as far as it is certain."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from msgspec import Struct

from clausier.consolidate import Timeline, Version
from clausier.emit.notes import article_of
from clausier.model.act import Act

NO_ACT = "Comparaison de versions"  # between two states of which the second does not follow the first by acts alone


class Author(Struct, frozen=True):
    """The name of an act, and the day on which it was signed where that is known."""

    name: str
    day: datetime.date | None = None


Who = Callable[[str], Author]  # the author of words by their origin; of what goes, without one


class Authors(Struct, frozen=True, kw_only=True):
    """Finds the author of each change from `before` to `after`. `operations`: those in force in the second only, in order."""

    timeline: Timeline
    operations: tuple[str, ...]

    def of(self, provision: str, origin: str = "") -> Author:
        """Who changed the provision (an identity): the act that wrote `origin`, if it is one of those that came.

        Words go without a trace of who took them: where several acts changed the provision, all are named, and no day.
        """
        if origin in self.operations:
            return named(self._act(origin))
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
    backwards = not set(before.events) <= set(after.events)
    return Authors(timeline=timeline, operations=() if backwards else tuple(_came(timeline, before, after)))


def _came(timeline: Timeline, before: Version, after: Version) -> Iterable[str]:
    for event in timeline.events:
        if event.id in after.events and event.id not in before.events:
            yield from (o.common.id for o in event.operations)


def named(act: Act) -> Author:
    """An act as the author of a change. A day known only to lie between two others is no date."""
    exact = act.signed if act.signed and act.signed.exact else None
    return Author(act.title or act.id, exact.first if exact else None)
