"""Who can win and who can block in a body: each of its majorities, under each reading, as a game among its seats.

The meeting is the plainest one: all seats are there, and each votes for or against. What absence, abstention or a quorum may
change is for `clausier decide`.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clausier.consolidate.timeline import Timeline, Version
from clausier.decide.listing import MOST_SEATS, blocking, minimal_coalitions, outcomes, power_by_listing
from clausier.decide.power import (
    Game,
    Joint,
    NotMonotoneError,
    Power,
    Reach,
    TooManySumsError,
    dual,
    minimal,
    power,
    wins,
)
from clausier.decide.simple_games import NotWeightedError, game_of, meeting
from clausier.rules.bound import BoundRule
from clausier.rules.desugar_votes import designated, formula
from clausier.rules.evaluation import Facts, MissingFactError, Need, evaluate, number, readings
from clausier.rules.kinds import Composition, Majority, Open, Settled, Weights

MOST_READINGS = 256
LARGEST_BODY = 200
# (rule, reading) → case
Assumed = Mapping[tuple[str, str], str]
Why = Literal["not-monotone", "not-weighted", "too-many-sums", "too-many-seats"]


class TooManyReadingsError(ValueError):
    """The words leave more readings open than are answered one by one."""


class Quota(Struct, frozen=True):
    """A sum that must be reached: of what (`votes`, `heads`, a column; "": of other weights), how much, of how much in all."""

    of: str
    least: Fraction
    whole: Fraction


class Outcome(Struct, frozen=True, kw_only=True):
    """What follows among `seats`, which weigh `weights` (None: nobody says). Coalitions and seats are given by rank.

    `power` is None where it cannot be worked out, and `why` says so. The lists of minimal coalitions are None in a body of
    more than 15 seats, and their numbers where seats have no order of strength.
    """

    seats: tuple[str, ...]
    weights: tuple[Fraction, ...] | None
    quotas: tuple[Quota, ...]
    veto: tuple[int, ...]
    alone: tuple[int, ...]
    power: Power | None
    why: Why | None
    winning: tuple[tuple[int, ...], ...] | None
    blocking: tuple[tuple[int, ...], ...] | None
    winning_count: int | None
    blocking_count: int | None


class Answer(Struct, frozen=True, kw_only=True):
    """A majority under one reading. `missing`: what the rules do not say, and without which there is no outcome."""

    majority: BoundRule
    assumes: tuple[tuple[tuple[str, str], str], ...]
    outcome: Outcome | None
    missing: Need | None


def coalitions(
    rules: Iterable[BoundRule],
    body: str,
    matter: str,
    members: tuple[str, ...],
    data: Facts,
    assumed: Assumed,
) -> tuple[Answer, ...]:
    """The answers for each majority of `body` in the rules of a version: of `matter`, where one is named.

    `members` are those of the group that day, in their order; `data` gives columns and totals. Raises TooManyReadingsError.
    """
    kept = tuple(rule for rule in rules if not rule.overridden_by)
    found: list[Answer] = []
    for majority in majorities(kept, body, matter):
        about = sitters(kept, body, majority.source.matter or matter)
        each = choices((majority, *about), assumed)
        found.extend(_answer(majority, about, members, data, chosen) for chosen in each)
    return tuple(found)


def members_of(timeline: Timeline, version: Version, day: datetime.date | None = None) -> tuple[str, ...]:
    """The members of the group on that day; without one, the last that the version knows."""
    if day is not None:
        found = [m for m in timeline.members if m.first <= day and (m.last is None or m.last >= day)]
    else:
        found = [m for m in timeline.members if version.last is None or m.first <= version.last]
    return tuple(party.id for party in found[-1].parties) if found else ()


def majorities(rules: Iterable[BoundRule], body: str, matter: str) -> tuple[BoundRule, ...]:
    """The majorities of `body`: those of `matter`, else those for every matter; without a matter, all of them."""
    listed = [rule for rule in rules if isinstance(rule.rule, Majority) and rule.source.body in {body, ""}]
    own = [rule for rule in listed if rule.source.body == body]
    if not matter:
        return tuple(own)
    of_matter = [rule for rule in listed if rule.source.matter == matter]
    return tuple(of_matter or (rule for rule in own if not rule.source.matter))


def sitters(rules: Iterable[BoundRule], body: str, matter: str) -> tuple[BoundRule, ...]:
    """Who sits in the body and what each weighs: on that matter, where rules are of that matter alone."""
    listed = [rule for rule in rules if rule.source.body == body and isinstance(rule.rule, Composition | Weights)]
    found: list[BoundRule] = []
    for kind in ("composition", "weights"):
        of_kind = [rule for rule in listed if rule.source.kind == kind]
        special = [rule for rule in of_kind if matter and rule.source.matter == matter]
        found.extend(special or (rule for rule in of_kind if not rule.source.matter))
    return tuple(found)


def choices(rules: Iterable[BoundRule], assumed: Assumed) -> Iterator[dict[tuple[str, str], str]]:
    """Each combination of the cases that `assumed` does not settle; with what it does."""
    opened: dict[tuple[str, str], tuple[str, ...]] = {}
    for rule in rules:
        for reading, cases in _open(rule).items():
            given = assumed.get((rule.id, reading))
            opened[rule.id, reading] = (given,) if given else cases
    combinations = 1
    for cases in opened.values():
        combinations *= len(cases)
    if combinations > MOST_READINGS:
        raise TooManyReadingsError
    for chosen in itertools.product(*opened.values()):
        yield dict(zip(opened, chosen, strict=True))


def _open(rule: BoundRule) -> Mapping[str, tuple[str, ...]]:
    found = dict(readings(rule.condition)) if rule.condition is not None else {}
    if isinstance(rule.rule, Composition) and isinstance(rule.rule.seats, Open):
        found[rule.rule.seats.reading] = tuple(case.name for case in rule.rule.seats.cases)
    return found


def _answer(
    majority: BoundRule,
    about: tuple[BoundRule, ...],
    members: tuple[str, ...],
    data: Facts,
    chosen: Mapping[tuple[str, str], str],
) -> Answer:
    assumes = tuple(chosen.items())
    try:
        seats, facts = sitting(about, members, data, chosen)
        own = {reading: case for (rule, reading), case in chosen.items() if rule == majority.id}
        outcome = _outcome(majority, seats, replace(facts, assumes=own))
    except MissingFactError as missing:
        return Answer(majority=majority, assumes=assumes, outcome=None, missing=missing.need)
    return Answer(majority=majority, assumes=assumes, outcome=outcome, missing=None)


def sitting(
    about: Iterable[BoundRule], members: tuple[str, ...], data: Facts, chosen: Mapping[tuple[str, str], str]
) -> tuple[tuple[str, ...], Facts]:
    """The seats that vote, in order, and the facts about them: the colleges, what each weighs.

    `about` are the rules that `sitters` gives, `chosen` a case for each of their readings. Raises MissingFactError.
    """
    colleges: dict[str, tuple[str, ...]] = {}
    for rule in about:
        if isinstance(rule.rule, Composition) and rule.rule.voting:
            here = _listed(rule.rule, members, chosen.get((rule.id, "seats"), ""))
            colleges[rule.rule.college] = (*colleges.get(rule.rule.college, ()), *here)
    weights = [rule.rule for rule in about if isinstance(rule.rule, Weights)]
    if not colleges:
        colleges = {"": tuple(seat for rule in weights for seat, _ in rule.by)}
    seats = tuple(dict.fromkeys(seat for listed in colleges.values() for seat in listed))
    if not seats:
        raise MissingFactError(Need("set", "all"))
    sets = {name: frozenset(listed) for name, listed in colleges.items() if name}
    facts = replace(data, sets={**sets, "members": frozenset(members)})
    if weights:
        facts = replace(facts, columns={**facts.columns, "votes": _weighed(weights, seats, facts)})
    return seats, facts


def _listed(rule: Composition, members: tuple[str, ...], case: str) -> tuple[str, ...]:
    ids = (
        rule.seats.value
        if isinstance(rule.seats, Settled)
        else next(found.value for found in rule.seats.cases if found.name == case)
    )
    if ids == ("designated",):
        raise MissingFactError(Need("set", designated(rule.college)))
    return tuple(seat for name in ids for seat in (members if name == "members" else (name,)))


def _weighed(rules: Iterable[Weights], seats: tuple[str, ...], facts: Facts) -> dict[str, Fraction]:
    known = meeting(seats, (), facts)
    found: dict[str, Fraction] = {}
    for rule in rules:
        here = [seat for seat in seats if not rule.among or seat in known.sets.get(rule.among, ())]
        if rule.each is not None:
            found |= dict.fromkeys(here, rule.each)
        if rule.figure is not None:
            each = formula(rule.figure, rule.among)
            found |= {seat: number(each, replace(known, seat=seat)) for seat in here}
        found |= {seat: votes for seat, votes in rule.by if seat in here}
    return found


def _outcome(majority: BoundRule, seats: tuple[str, ...], facts: Facts) -> Outcome:
    condition = majority.condition
    assert condition is not None  # noqa: S101 - a majority has one
    count = len(seats)
    game: Game | None
    try:
        game = game_of(condition, seats, facts)
    except NotWeightedError:
        game = None

    def won(coalition: frozenset[int]) -> bool:
        if game is not None:
            return wins(game, coalition)
        return evaluate(condition, meeting(seats, (seats[rank] for rank in coalition), facts))

    every = frozenset(range(count))
    veto = tuple(rank for rank in range(count) if not won(every - {rank}))
    found = outcomes(count, won) if count <= MOST_SEATS else None
    measured, why = _measured(game, found, count)
    listed = None if found is None or why == "not-monotone" else (found, blocking(found))
    winning, blocked = (minimal_coalitions(o, count) for o in listed) if listed else (None, None)
    counted = why is None and game is not None
    votes = facts.columns.get("votes")
    return Outcome(
        seats=seats,
        weights=None if votes is None else tuple(votes.get(seat, Fraction()) for seat in seats),
        quotas=tuple(_quotas(game, seats, facts)) if game is not None else (),
        veto=veto if won(every) else (),
        alone=tuple(rank for rank in range(count) if won(frozenset({rank}))),
        power=measured,
        why=why,
        winning=winning,
        blocking=blocked,
        winning_count=len(winning) if winning is not None else minimal(game, count) if counted and game else None,
        blocking_count=len(blocked)
        if blocked is not None
        else minimal(dual(game), count)
        if counted and game
        else None,
    )


def _measured(game: Game | None, found: list[bool] | None, count: int) -> tuple[Power | None, Why | None]:
    try:
        if found is not None:
            return power_by_listing(found, count), None
        if count > LARGEST_BODY:
            return None, "too-many-seats"
        return (None, "not-weighted") if game is None else (power(game, count), None)
    except NotMonotoneError:
        return None, "not-monotone"
    except TooManySumsError:
        return None, "too-many-sums"


def _quotas(game: Game, seats: tuple[str, ...], facts: Facts) -> Iterator[Quota]:
    """The sums that must all be reached, told in what they are sums of; none where that is not all there is to it."""
    reaches = game.of if isinstance(game, Joint) and game.how == "all" else (game,)
    if not all(isinstance(part, Reach) for part in reaches):
        return
    columns = {name: [column.get(seat, Fraction()) for seat in seats] for name, column in facts.columns.items()}
    columns = {"heads": [Fraction(1)] * len(seats), **columns}
    for part in (p for p in reaches if isinstance(p, Reach)):
        whole = sum(part.weights)
        if not whole:
            continue
        for name in ("votes", "heads", *columns):
            column = columns.get(name)
            total = sum(column, Fraction()) if column else Fraction()
            if column and total and all(w * total == c * whole for w, c in zip(part.weights, column, strict=True)):
                yield Quota(name, part.quota * total / whole, total)
                break
        else:
            yield Quota("", Fraction(part.quota), Fraction(whole))
