"""Who can win and who can block in a body: each of its majorities, under each reading, as a game among its seats.

The meeting is the plainest one: all seats are there, and each votes for or against. What absence, abstention or a quorum may
change is for `clausier decide`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clausier.decide.assume import each_reading
from clausier.decide.docket import Assumes, Docket, docket, supposed
from clausier.decide.listing import (
    MOST_SEATS,
    Coalitions,
    blocking,
    minimal_coalitions,
    power_by_listing,
    winners,
    winners_in,
)
from clausier.decide.power import (
    Game,
    Joint,
    NotMonotoneError,
    Power,
    Reach,
    TooManySumsError,
    dual,
    least_sum,
    minimal,
    power,
    wins,
)
from clausier.decide.seats import Known, meeting, open_questions, seated
from clausier.decide.simple_games import NotWeightedError, game_of
from clausier.decide.ties import Tie, tie_of, wins_ties
from clausier.decide.world import chosen, of_rule
from clausier.rules.bound import BoundRule
from clausier.rules.conditions import Condition, Joined
from clausier.rules.evaluation import Facts, MissingFactError, Need, evaluate
from clausier.rules.kinds import Majority

LARGEST_BODY = 200
Why = Literal["not-monotone", "not-weighted", "too-many-sums", "too-many-seats"]


class AskedSum(Struct, frozen=True):
    """A sum to reach or, `strict`, to exceed; and the least with which seats do (None: none do, or it was not worked out)."""

    sum: Fraction
    strict: bool
    reached: Fraction | None


class Quota(Struct, frozen=True):
    """A sum that must be reached: of what (`votes`, `heads`, a column; "": of other weights), how much, of how much in all.

    `among`: the seats, by rank, of which alone it is the sum; none where it is that of all. `stated`: what the words ask
    for, where no seats make exactly that.
    """

    of: str
    least: Fraction
    whole: Fraction
    among: tuple[int, ...] = ()
    stated: AskedSum | None = None


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
    """A majority under one reading: that of `majority` or, where no words state one, each that might be meant (None).

    `missing`: what the rules do not say, and without which there is no outcome. `round`: the round that it is for; 0: all.
    """

    majority: BoundRule | None
    round: int
    assumes: Assumes
    outcome: Outcome | None
    missing: Need | None
    tie: Tie | None = None


def matters(rules: Iterable[BoundRule], body: str) -> tuple[str, ...]:
    """The matters for which a majority of `body` is stated, "" standing for a majority on any matter; only "" where none is stated."""
    stated = (r.source.matter for r in rules if r.source.body == body and isinstance(r.rule, Majority))
    return tuple(dict.fromkeys(stated)) or ("",)


def slots(found: Docket) -> tuple[str, ...]:
    """The majorities to answer for, by round (`majority/2`; `majority/0` is for every round); `majority/0` alone where none is stated."""
    return tuple(name for name in found.slots if name.startswith("majority/")) or ("majority/0",)


def majorities(rules: Iterable[BoundRule], body: str, matter: str = "") -> Iterator[tuple[str, Docket, str]]:
    """Each majority of `body` to answer for: its matter, the rules for it, its slot; those for `matter` alone where one is given."""
    listed = tuple(rules)
    for one in (matter,) if matter else matters(listed, body):
        if made := docket(listed, body, one):
            yield from ((one, made, slot) for slot in slots(made))


def coalitions(found: Docket, slot: str, known: Known, assumed: Assumes) -> tuple[Answer, ...]:
    """The answer for the majority in `slot`, under each reading. Raises ManyReadingsError."""
    asked = open_questions(found, slot)
    return tuple(_answer(found, slot, known, assumes) for assumes in each_reading(asked, assumed))


def _answer(found: Docket, slot: str, known: Known, assumes: Assumes) -> Answer:
    majority = chosen(found, slot, assumes)
    number = int(slot.rpartition("/")[2])
    try:
        seats, facts = seated(found, known, assumes)
        if majority is None:
            condition: Condition | None = supposed("votes" if "votes" in facts.columns else "heads")
            own = dict(assumes)
        else:
            condition, own = majority.condition, of_rule(found, majority, assumes)
        assert condition is not None  # noqa: S101 - a majority has one
        tie = tie_of(found, majority, assumes, seats)
        if tie is not None and tie.counted:
            condition = Joined("any", (condition, wins_ties(tie)))
        outcome = _outcome(condition, seats, replace(facts, assumes=own))
    except MissingFactError as missing:
        return Answer(majority=majority, round=number, assumes=assumes, outcome=None, missing=missing.need)
    return Answer(majority=majority, round=number, assumes=assumes, outcome=outcome, missing=None, tie=tie)


def _outcome(condition: Condition, seats: tuple[str, ...], facts: Facts) -> Outcome:
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
    found = None
    if count <= MOST_SEATS:
        found = winners(count, won) if game is None else winners_in(game, count)
    measured, why = _measured(game, found, count)
    listed = None if found is None or why == "not-monotone" else (found, blocking(found, count))
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


def _measured(game: Game | None, found: Coalitions | None, count: int) -> tuple[Power | None, Why | None]:
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
        among = tuple(rank for rank, weight in enumerate(part.weights) if weight)
        named = [name for name in ("votes", "heads", *columns) if name in columns]
        yield (
            next((found for name in named if (found := _sum_of(name, part, columns[name], range(len(seats))))), None)
            or next((found for name in ("heads", *named) if (found := _sum_of(name, part, columns[name], among))), None)
            or Quota("", Fraction(part.quota), Fraction(whole), stated=_stated(part, Fraction(1)))
        )


def _sum_of(name: str, part: Reach, column: list[Fraction], among: Sequence[int]) -> Quota | None:
    """The quota as that of a column, of the seats `among`; None where their weights are not in proportion to it."""
    whole, total = sum(part.weights), sum((column[rank] for rank in among), Fraction())
    if not total or any(part.weights[rank] * total != column[rank] * whole for rank in among):
        return None
    ranks = () if len(among) == len(column) else tuple(among)
    return Quota(name, part.quota * total / whole, total, ranks, _stated(part, total / whole))


def _stated(part: Reach, unit: Fraction) -> AskedSum | None:
    """What the words ask for, each point being `unit`; None where seats make exactly that and it is enough."""
    if part.stated is None:
        return None
    least = least_sum(part)
    if not part.strict and part.stated == (part.quota if least is None else least):
        return None
    return AskedSum(part.stated * unit, part.strict, None if least is None else least * unit)
