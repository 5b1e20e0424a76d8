"""What consolidation makes: the states of the text, and the days for which each is the answer."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from clausier.cache import Cache, NoCache
from clausier.model.act import Act, Party
from clausier.model.dates import Date, When
from clausier.model.operation import Operation, TextOperation
from clausier.model.provision import Provision
from clausier.refs.over_time import Reading, State, readings
from clausier.refs.references import own_name


class Event(Struct, frozen=True, kw_only=True):
    """The operations of one act that begin on one date, and end after the day `until` where there is one.

    `id` is the act's, with `#n` for its other dates.
    """

    id: str
    act: str
    date: Date
    until: When | None = None
    operations: tuple[TextOperation, ...]


class Version(Struct, frozen=True, kw_only=True):
    """A state of the text: the events in force, by whose names it is called, and the text they make.

    `first` is the first day on which it is certainly in force, None where it only ever stands as a candidate; `last` the
    last such day, None while it is still open.
    """

    id: str
    acts: tuple[str, ...]
    events: tuple[str, ...]
    document: Provision
    complete: bool
    first: datetime.date | None
    last: datetime.date | None

    @property
    def over(self) -> bool:
        """Whether the convention has ended, and nothing of it has been put in force again."""
        parts = self.document.children
        return self.document.status == "expired" and all(part.status != "in-force" for part in parts)


class Period(Struct, frozen=True, kw_only=True):
    """Consecutive days with the same answer: one version, or the candidates among which the dates leave it open."""

    first: datetime.date
    last: datetime.date | None
    candidates: tuple[str, ...]
    because: tuple[tuple[str, Date], ...] = ()  # the acts whose date leaves it open, with that date
    or_none: bool = False  # the convention itself may not have begun: then there is no text yet

    @property
    def determined(self) -> bool:
        """Whether one version is the answer."""
        return len(self.candidates) == 1 and not self.or_none


class Membership(Struct, frozen=True, kw_only=True):
    """The members between two dates: a timeline of its own."""

    first: datetime.date
    last: datetime.date | None
    parties: tuple[Party, ...]
    operation: str  # what made it so; "" for the convention as signed


class Timeline(Struct, frozen=True, kw_only=True, dict=True):
    """The text over time.

    `versions` come in the order in which they begin; `periods` cover every day from the first act on. `events` are in the
    order in which they apply, `to_come` those that wait for something unrecorded. `operations` finds the operation that an origin names (an origin that
    names an act is the act's own wording).
    """

    acts: tuple[Act, ...]
    versions: tuple[Version, ...]
    periods: tuple[Period, ...]
    events: tuple[Event, ...]
    to_come: tuple[Event, ...]
    members: tuple[Membership, ...]
    operations: Mapping[str, Operation]
    overtaken: Mapping[str, str]  # acts that never stood alone, with the version that began on the same day
    touched: Mapping[
        str, frozenset[str]
    ]  # for each operation, the provisions whose own words, number or status it changed
    cache: Cache = field(default_factory=NoCache)  # what spares those who work on it what an earlier run has worked out

    def version(self, id: str) -> Version | None:  # noqa: A002 - the word that users type
        """The version of that name."""
        return next((v for v in self.versions if v.id == id), None)

    def act(self, id: str) -> Act:  # noqa: A002 - the word that users type
        """The act of that id, which must exist."""
        return self.acts[self.rank_of_act[id]]

    @cached_property
    def rank_of_act(self) -> Mapping[str, int]:
        """The place of each act among the acts; each run of a text names one."""
        return {act.id: rank for rank, act in reversed(tuple(enumerate(self.acts)))}

    @cached_property
    def party_names(self) -> Mapping[str, str]:
        """The name of each party that is or has been a member, by its id: the last name that it had."""
        return {party.id: party.name for period in self.members for party in period.parties}

    @cached_property
    def noted(self) -> tuple[Operation, ...]:
        """The operations with a note d'édition."""
        return tuple(o for o in self.operations.values() if o.common.editorial_note)

    @cached_property
    def readings(self) -> tuple[Mapping[str, Reading], ...]:
        """The references of each version, by the part that they stand in: the checks and the outputs read them once."""
        kept = None if isinstance(self.cache, NoCache) else self.cache
        return tuple(readings(states(self), own_name(self.acts[0].title), cache=kept))

    @cached_property
    def latest(self) -> Version:
        """The last version that has begun by a recorded date: the answer where no date is asked for.

        Where the convention has a last day, it is the one that is in force until then, as its days say.
        """
        begun = tuple(v for v in self.versions if v.first is not None)
        return next((v for v in reversed(begun) if not v.over), begun[-1])

    @property
    def newest(self) -> Version:
        """The last version of all in which the convention has not ended: what the next act would change."""
        return next((v for v in reversed(self.versions) if not v.over), self.versions[-1])

    def period(self, day: datetime.date) -> Period | None:
        """The period in which `day` lies; None before the convention was in force."""
        return next((p for p in self.periods if p.first <= day and (p.last is None or day <= p.last)), None)


def came_from(rank: int, versions: Sequence[Version]) -> int | None:
    """The rank of the version that the one of that rank was made from; None for the first.

    It is the last before it of which it has every event, or, where there is none, simply the last before it.
    """
    events = set(versions[rank].events)
    of_all = (r for r in range(rank - 1, -1, -1) if events.issuperset(versions[r].events))
    return next(of_all, rank - 1 if rank else None)


def states(timeline: Timeline) -> tuple[State, ...]:
    """The states of the text, as `refs` follows references through them."""
    versions = timeline.versions
    return tuple(State(v.document, v.complete, came_from(rank, versions)) for rank, v in enumerate(versions))
