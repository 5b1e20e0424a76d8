"""Who sits in a body and what each weighs, under each reading, at the plainest meeting: everyone there, for or against."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import prod

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.consolidate.members import members_in, possible_members
from clausier.consolidate.timeline import Timeline, Version
from clausier.decide.docket import MAJORITY, Assumes, Docket, Question
from clausier.decide.world import chamber, weighed
from clausier.rules.evaluation import Facts


class Known(Struct, frozen=True, kw_only=True):
    """What is known besides the rules: the members of the group, in order, figures, and who is designated in each college."""

    members: tuple[str, ...]
    data: Facts = Facts()
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)


def open_questions(found: Docket, slot: str) -> tuple[Question, ...]:
    """What is left open of who sits, of what each weighs, and of the majority in `slot`."""
    asked = list(open_seats(found, slot))
    if slot not in found.slots:
        asked.append(Question(MAJORITY.key, None, MAJORITY.key, tuple((case, "") for case in MAJORITY.cases)))
    return tuple(asked)


def open_seats(found: Docket, slot: str = "") -> Iterator[Question]:
    """What is left open of who sits, of what each weighs, and of the rules in `slot`."""
    yield from found.left_open_by(found.compositions)
    for name in found.slots:
        if name == slot or name in found.weights:
            yield from found.left_open_in(name)


def told_apart(some: Sequence[Assumes], every: Sequence[Assumes]) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """How `some` of the readings differ from the rest of `every`: each question that sets them apart, with the cases they assume.

    `some` are all with `base` = present, say: then the answer is that question with that case. None where the readings
    are not exactly those that such a list of cases describes.
    """

    def cases(question: str, among: Sequence[Assumes]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(reading[question] for reading in among))

    own = {question: cases(question, some) for question in some[0]}
    if prod(map(len, own.values())) != len(some):
        return None
    return tuple((question, found) for question, found in own.items() if len(found) < len(cases(question, every)))


def members_of(timeline: Timeline, version: Version, day: datetime.date | None = None) -> tuple[str, ...]:
    """The members of the group on that day, where that version is in force; without one, the last that it knows."""
    when = day or version.last or datetime.date.max
    found = [m for m in members_in(timeline, version) if m.first <= when]
    return tuple(party.id for party in found[-1].parties) if found else ()


def each_membership(timeline: Timeline, version: Version, day: datetime.date | None) -> tuple[tuple[str, ...], ...]:
    """As `members_of`; each list that is possible, where the days leave open who had joined or left."""
    possible = possible_members(timeline, version, day) if day else ()
    return tuple(tuple(party.id for party in parties) for parties in possible) or (members_of(timeline, version, day),)


def seated(found: Docket, known: Known, assumes: Assumes) -> tuple[tuple[str, ...], Facts]:
    """The seats that vote, members first, and the facts about them under one reading. Raises MissingFactError."""
    room = chamber(found, frozenset(known.members), known.named, assumes)
    order = {name: rank for rank, name in enumerate(known.members)}
    seats = tuple(sorted(room.voting, key=lambda seat: (order.get(seat, len(order)), seat)))
    sets = {**room.colleges, "members": frozenset(known.members)}
    here = meeting(seats, (), replace(known.data, sets=sets))
    weights = weighed(found, here, assumes).columns
    return seats, replace(known.data, sets=sets, columns=weights)


def meeting(seats: Iterable[str], favour: Iterable[str], facts: Facts) -> Facts:
    """`facts`, and those of a meeting at which all `seats` are present and vote: some for, the others against."""
    every, for_ = frozenset(seats), frozenset(favour)
    none: frozenset[str] = frozenset()
    absent = {"represented": none, "abstain": none, "blank": none, "void": none}
    here = {"all": every, "present": every, "for": for_, "against": every - for_}
    return replace(facts, sets={**absent, **facts.sets, **here})
