"""A vote → the facts that conditions are worked out from, under one way to read who sits and who counts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from clausier.decide.docket import PROXIES, RECUSAL, Docket
from clausier.decide.holidays import holidays_around
from clausier.decide.motion import VOTES, Motion, Vote
from clausier.rules.bound import BoundRule
from clausier.rules.desugar_votes import designated, formula, seats_of
from clausier.rules.evaluation import Facts, MissingFactError, Need, members, needs, number
from clausier.rules.kinds import Composition, Quorum, Recusal, Weights
from clausier.rules.settled import Settled, Slot

T = TypeVar("T")


class UnsettledError(LookupError):
    """Something left open on which the answer depends, and that nothing assumes yet. `key` is the question's."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def asked(assumes: Mapping[str, str], key: str) -> str:
    """The case that is assumed for a question. Raises UnsettledError where none is."""
    try:
        return assumes[key]
    except KeyError:
        raise UnsettledError(key) from None


def settled(slot: Slot[T], rule: str, assumes: Mapping[str, str]) -> T:
    """What a parameter of the rule is: settled, or as is assumed of what it leaves open. Raises UnsettledError."""
    if isinstance(slot, Settled):
        return slot.value
    name = asked(assumes, f"{rule}.{slot.reading}")
    return next(case.value for case in slot.cases if case.name == name)


class Chamber(Struct, frozen=True, kw_only=True):
    """Who sits: the seats that vote, those that attend without a vote, each college, and who holds a seat together."""

    voting: frozenset[str]
    attending: frozenset[str]
    colleges: Mapping[str, frozenset[str]]
    held_by: Mapping[str, tuple[str, ...]]

    @property
    def names(self) -> frozenset[str]:
        """Every name that may be present: seats, and in place of one that is held together, its holders."""
        held = {person for holders in self.held_by.values() for person in holders}
        return frozenset((self.voting | self.attending | held) - self.held_by.keys())

    def seat_of(self, name: str) -> str:
        """The seat that `name` holds: its own, or the one that it shares."""
        return next((seat for seat, holders in self.held_by.items() if name in holders), name)


class Sitting(Struct, frozen=True, kw_only=True):
    """A round of a vote as it was: who was present, who represented whom, how each voted."""

    present: frozenset[str]
    proxies: Mapping[str, str]
    ballots: Mapping[str, Vote]


def chamber(
    docket: Docket, members_: frozenset[str], named: Mapping[str, frozenset[str]], assumes: Mapping[str, str]
) -> Chamber:
    """Who sits, where the group has these members and `named` are the seats that others designate for each college.

    `assumes` picks a case for each question (by key). Raises UnsettledError where one is missing, and MissingFactError where
    nobody says who is designated.
    """
    sets = {"members": members_, **{designated(college): seats for college, seats in named.items()}}
    voting: frozenset[str] = frozenset()
    attending: frozenset[str] = frozenset()
    colleges: dict[str, frozenset[str]] = {}
    held_by: dict[str, tuple[str, ...]] = {}
    if not docket.compositions:
        tables = (rule.rule.by for rule in docket.rules() if isinstance(rule.rule, Weights))
        voting = frozenset(seat for by in tables for seat, _ in by)
    for rule in docket.compositions:
        composition = rule.rule
        assert isinstance(composition, Composition)  # noqa: S101 - a docket's compositions are
        try:
            seats = members(seats_of(composition), Facts(sets=sets, assumes=of_rule(docket, rule, assumes)))
        except MissingFactError as missing:
            if missing.need.what == "reading":
                raise UnsettledError(f"{rule.id}.{missing.need.name}") from None
            raise
        if composition.voting:
            voting |= seats
        else:
            attending |= seats
        if composition.college:
            colleges[composition.college] = colleges.get(composition.college, frozenset()) | seats
        if composition.held_by and len(seats) == 1 and not seats & set(composition.held_by):
            held_by[next(iter(seats))] = composition.held_by
    return Chamber(voting=voting, attending=attending - voting, colleges=colleges, held_by=held_by)


def facts(
    docket: Docket,
    motion: Motion,
    room: Chamber,
    sitting: Sitting,
    members_: frozenset[str],
    assumes: Mapping[str, str],
) -> Facts:
    """What conditions may ask about a round of the vote.

    `assumes` says, by key, whether proxies and who is recused count where the text does not, and how a seat votes whose
    holders differ. Raises UnsettledError where it does not and one of these matters.
    """
    counted = not motion.recused or _recusals_count(docket, assumes)
    recused = {room.seat_of(name) for name in motion.recused if not _others(room, motion.recused, name)}
    proxies = sitting.proxies
    if proxies and not docket.slot("proxy") and asked(assumes, PROXIES.key) == "not-allowed":
        proxies = {}
    voting = room.voting if counted else room.voting - recused
    present = frozenset(room.seat_of(name) for name in sitting.present) & voting
    represented = (frozenset(room.seat_of(name) for name in proxies) & voting) - present
    votes = _votes(motion, room, sitting, proxies, assumes)
    allowed = (present | represented) - recused
    cast: dict[str, set[str]] = {vote: set() for vote in VOTES}
    for seat, vote in votes.items():
        if seat in allowed:
            cast[vote].add(seat)
    sets = {
        "members": members_,
        "all": voting,
        "present": present,
        "represented": represented,
        **{vote: frozenset(seats) for vote, seats in cast.items()},
        **{college: seats & voting for college, seats in room.colleges.items()},
    }
    if motion.chair:
        sets["chair"] = frozenset({room.seat_of(motion.chair)})
    if motion.agenda:
        sets["agenda"] = frozenset(motion.agenda)
    days = {"meeting": motion.day} if motion.day else {}
    if motion.previous:
        days["first-meeting"] = motion.previous.day
        sets |= _holidays(docket, motion.previous.day)
        if motion.previous.agenda:
            sets["first-agenda"] = frozenset(motion.previous.agenda)
    given = {"proxies-held": Fraction(_most_held(proxies.values()))}
    if motion.secret is not None:
        given["secret"] = Fraction(motion.secret)
    columns = {name: column.by for name, column in motion.data.items() if name != "votes"}
    totals = {name: column.total for name, column in motion.data.items() if column.total is not None}
    found = Facts(sets=sets, columns=columns, totals=totals, given=given, days=days)
    return weighed(docket, found, assumes)


def _holidays(docket: Docket, first_meeting: datetime.date) -> dict[str, frozenset[str]]:
    """The public holidays that count between a meeting and the one called again, where working days stand between them."""
    found: dict[str, frozenset[str]] = {}
    for rule in docket.slot("quorum-again"):
        again = rule.rule.again if isinstance(rule.rule, Quorum) else None
        if again and again.interval and rule.condition and Need("set", "holidays/france") in needs(rule.condition):
            found |= holidays_around(again.interval, first_meeting)
    return found


def weighed(docket: Docket, found: Facts, assumes: Mapping[str, str]) -> Facts:
    """`found` with the column `votes`: what each seat weighs, as far as a rule says it."""
    votes: dict[str, Fraction] = {}
    for name in docket.weights:
        rule = chosen(docket, name, assumes)
        assert rule is not None  # noqa: S101 - a slot has a rule
        weights = rule.rule
        assert isinstance(weights, Weights)  # noqa: S101 - the slot is that of weights
        seats = found.sets.get(weights.among, frozenset()) if weights.among else found.sets["all"]
        votes.update(_weights(weights, seats, found))
    return replace(found, columns={**found.columns, "votes": votes}) if docket.weights else found


def _weights(weights: Weights, seats: frozenset[str], found: Facts) -> dict[str, Fraction]:
    if weights.figure is not None:
        worked = formula(weights.figure, weights.among)
        return {seat: number(worked, replace(found, seat=seat)) for seat in seats}
    if weights.each is not None:
        return dict.fromkeys(seats, weights.each)
    return {seat: votes for seat, votes in weights.by if seat in seats}


def chosen(docket: Docket, slot: str, assumes: Mapping[str, str]) -> BoundRule | None:
    """The rule of that slot; of several that contradict each other, the one that is assumed."""
    rules = docket.slot(slot)
    if len(rules) <= 1:
        return rules[0] if rules else None
    wanted = asked(assumes, f"which-{slot}")
    return next(rule for rule in rules if rule.id == wanted)


def of_rule(docket: Docket, rule: BoundRule, assumes: Mapping[str, str]) -> dict[str, str]:
    """What is assumed about the readings of one rule, by their names."""
    return {q.name: assumes[q.key] for q in docket.questions[rule.id] if q.key in assumes}


def _recusals_count(docket: Docket, assumes: Mapping[str, str]) -> bool:
    rule = chosen(docket, "recusal", assumes)
    if rule is None:
        return asked(assumes, RECUSAL.key) == "counted"
    assert isinstance(rule.rule, Recusal)  # noqa: S101 - the slot is that of recusals
    return settled(rule.rule.counts, rule.id, assumes) == "counted"


def _others(room: Chamber, recused: Iterable[str], name: str) -> bool:
    """Whether someone who is not recused holds the same seat."""
    return any(person not in recused for person in room.held_by.get(room.seat_of(name), ()))


def _votes(
    motion: Motion, room: Chamber, sitting: Sitting, proxies: Mapping[str, str], assumes: Mapping[str, str]
) -> dict[str, Vote]:
    """How each seat voted: as its own ballot says, else as who represents it did; held together, as its holders agree."""
    by_name: dict[str, Vote] = {}
    for name in (*sitting.present, *proxies):
        vote = sitting.ballots.get(name) or sitting.ballots.get(proxies.get(name, ""))
        if vote and name not in motion.recused:
            by_name[name] = vote
    votes: dict[str, Vote] = {name: vote for name, vote in by_name.items() if room.seat_of(name) == name}
    for seat, holders in room.held_by.items():
        said = {by_name[person] for person in holders if person in by_name}
        if len(said) == 1:
            votes[seat] = said.pop()
        elif said:
            supposed = asked(assumes, vote_of(seat))
            votes[seat] = next(vote for vote in VOTES if vote == supposed)
    return votes


def vote_of(seat: str) -> str:
    """The question how a seat votes whose holders differ."""
    return f"vote-of.{seat}"


def _most_held(holders: Iterable[str]) -> int:
    held: dict[str, int] = {}
    for holder in holders:
        held[holder] = held.get(holder, 0) + 1
    return max(held.values(), default=0)
