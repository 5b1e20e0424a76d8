"""A vote → its outcome under each reading of what the rules leave open, and over all: undetermined where they differ; and what was cast.

Nothing is evaluated but the conditions of the rules (`clausier.rules.conditions`). What is left open is looked at only
where the answer comes to depend on it, so that each reading says no more than what made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.decide.assume import ManyReadingsError
from clausier.decide.docket import MAJORITY, SECOND_MEETING, Assumes, Docket, supposed
from clausier.decide.motion import Motion
from clausier.decide.ties import near_miss
from clausier.decide.world import Chamber, Sitting, UnsettledError, asked, chamber, chosen, facts, of_rule, settled
from clausier.rules.bound import BoundRule
from clausier.rules.conditions import Condition
from clausier.rules.evaluation import Facts, MissingFactError, Need, evaluate
from clausier.rules.kinds import Ballot

Outcome = Literal["adopted", "rejected", "no-quorum", "undetermined"]
Slot = Literal["quorum", "quorum-again", "majority", "casting-vote"]
MOST = 1024
"""So many readings are worked out; where there are more, some must be settled first."""


class Held(Struct, frozen=True, kw_only=True):
    """A condition as it was worked out in a round: of which rule (None: none states it), with which facts."""

    slot: Slot
    round: int
    rule: BoundRule | None
    condition: Condition
    facts: Facts
    holds: bool


class Reading(Struct, frozen=True, kw_only=True):
    """What comes out under one way to read what is left open, and how.

    `needs`: what nobody said and this reading cannot do without, with the rule that needs it; it is undetermined then.
    """

    assumes: Assumes
    outcome: Outcome
    held: tuple[Held, ...]
    facts: Facts
    needs: tuple[tuple[str, Need], ...] = ()

    @property
    def round(self) -> int:
        """The round that decided, from 1."""
        return self.held[-1].round if self.held else 1


class Turn(Struct):
    """A round under some assumptions: its facts, and what has been worked out from them."""

    number: int
    assumes: Assumes
    facts: Facts
    held: list[Held]


class Court(Struct):
    """What decides one vote: the rules, the members, and what has been worked out so far."""

    docket: Docket
    motion: Motion
    members: frozenset[str]
    sittings: tuple[Sitting, ...]
    cases: Mapping[str, tuple[str, ...]]
    """The cases of each question, by its key."""
    rooms: dict[tuple[str | None, ...], Chamber] = field(default_factory=dict)
    worlds: dict[tuple[object, ...], Facts] = field(default_factory=dict)
    answers: dict[tuple[object, ...], bool] = field(default_factory=dict)
    seat_keys: tuple[str, ...] = ()
    world_keys: tuple[str, ...] = ()

    def readings(self, assumed: Assumes) -> Iterator[Reading]:
        """Each way to settle what is open, in agreement with what is assumed. Raises ManyReadingsError, and what `room` raises."""
        waiting: list[dict[str, str]] = [dict(assumed)]
        count = 0
        while waiting:
            assumes = waiting.pop()
            try:
                reading = self.read(assumes)
            except UnsettledError as open_:
                cases = self.cases[open_.key]
                waiting.extend({**assumes, open_.key: case} for case in reversed(cases))
                continue
            count += 1
            if count + len(waiting) > MOST:
                raise ManyReadingsError
            yield reading

    def read(self, assumes: Assumes) -> Reading:
        """The outcome under these assumptions. Raises UnsettledError where it depends on something else that is open."""
        held: list[Held] = []
        room = self.room(assumes)
        outcome: Outcome = "rejected"
        known = Facts()
        try:
            for number in range(1, len(self.sittings) + 1):
                known = self.world(assumes, room, number)
                outcome = self.turn(Turn(number, assumes, known, held))
                if outcome != "rejected":
                    break
        except _NeedError as missing:
            need = (missing.rule, missing.need)
            return Reading(assumes=assumes, outcome="undetermined", held=tuple(held), facts=known, needs=(need,))
        return Reading(assumes=assumes, outcome=outcome, held=tuple(held), facts=known)

    def room(self, assumes: Assumes) -> Chamber:
        """Who sits. Raises MissingFactError where nobody says whom others have designated."""
        key = tuple(assumes.get(k) for k in self.seat_keys)
        if key not in self.rooms:
            named = {college: frozenset(seats) for college, seats in self.motion.designated.items()}
            self.rooms[key] = chamber(self.docket, self.members, named, assumes)
        return self.rooms[key]

    def world(self, assumes: Assumes, room: Chamber, number: int) -> Facts:
        """The facts of a round."""
        key = (number, *(assumes.get(k) for k in self.world_keys))
        if key not in self.worlds:
            sitting = self.sittings[number - 1]
            try:
                self.worlds[key] = facts(self.docket, self.motion, room, sitting, self.members, assumes)
            except MissingFactError as missing:
                rule = next((r.id for name in self.docket.weights for r in self.docket.slot(name)), "")
                raise _NeedError(rule, missing.need) from None
        return self.worlds[key]

    def turn(self, turn: Turn) -> Outcome:
        """What comes out of a round."""
        assumes = turn.assumes
        quorum = chosen(self.docket, "quorum", assumes)
        if quorum is not None and not self.holds("quorum", quorum, turn):
            again = chosen(self.docket, "quorum-again", assumes) if self.motion.previous else None
            if again is None or not self.holds("quorum-again", again, turn):
                return "no-quorum"
            if self.docket.second_meeting_unstated and asked(assumes, SECOND_MEETING.key) == "meets-once":
                turn.held[-1] = replace(turn.held[-1], holds=False)
                return "no-quorum"
        majority, case = self.majority(assumes, turn.number)
        if self.holds("majority", majority, turn, case):
            return "adopted"
        casting = chosen(self.docket, "casting-vote", assumes)
        near = near_miss(casting, majority, assumes, case) if casting is not None else None
        if casting is None or near is None:
            return "rejected"
        own = of_rule(self.docket, majority, assumes) if majority is not None else {}
        if not evaluate(near, replace(turn.facts, assumes=own)):
            return "rejected"
        return "adopted" if self.holds("casting-vote", casting, turn) else "rejected"

    def majority(self, assumes: Assumes, number: int) -> tuple[BoundRule | None, str]:
        """The rule that states the majority of a round; if none does, None and the majority that is supposed instead."""
        slot = self.docket.of_round(number)
        if number > 1 and slot == "majority/0" and self.later(assumes) == "relative":
            return None, "relative"
        rule = chosen(self.docket, slot, assumes)
        return (rule, "") if rule is not None else (None, asked(assumes, MAJORITY.key))

    def later(self, assumes: Assumes) -> str:
        """What rounds after the first need."""
        rule = chosen(self.docket, "ballot", assumes)
        if rule is None or not isinstance(rule.rule, Ballot) or rule.rule.later is None:
            return "same"
        return settled(rule.rule.later, rule.id, assumes)

    def holds(self, slot: Slot, rule: BoundRule | None, turn: Turn, case: str = "") -> bool:
        """Whether the condition of `rule` holds; without one, that of the majority `case` that is supposed."""
        condition = rule.condition if rule is not None else self.silent
        assert condition is not None  # noqa: S101 - the kinds of these slots all have one
        own = of_rule(self.docket, rule, turn.assumes) if rule is not None else {MAJORITY.key: case}
        key = (rule.id if rule else "", id(turn.facts), *own.items())
        informed = replace(turn.facts, assumes=own)
        if key not in self.answers:
            try:
                self.answers[key] = evaluate(condition, informed)
            except MissingFactError as missing:
                name = rule.id if rule else ""
                if missing.need.what == "reading":
                    raise UnsettledError(f"{name}.{missing.need.name}") from None
                raise _NeedError(name, missing.need) from None
        holds = self.answers[key]
        turn.held.append(
            Held(slot=slot, round=turn.number, rule=rule, condition=condition, facts=informed, holds=holds)
        )
        return holds

    @property
    def silent(self) -> Condition:
        """The condition with a case for each majority that might be meant, where none is stated."""
        return supposed("votes" if self.docket.weights else "heads")


class _NeedError(LookupError):
    """A fact that a rule needs and nobody gives."""

    def __init__(self, rule: str, need: Need) -> None:
        super().__init__(rule)
        self.rule, self.need = rule, need


def tally(facts: Facts) -> dict[str, Fraction] | None:
    """The count of a round; None where it was not held, or the weight of a seat is not known.

    Of votes, or of seats where nothing says what a seat weighs. `silent`: present or represented, without a ballot.
    """
    weights = facts.columns.get("votes")
    if "all" not in facts.sets:
        return None
    if weights is not None and not facts.sets["all"] <= weights.keys():
        return None

    def count(*names: str) -> Fraction:
        seats = frozenset[str]().union(*(facts.sets[name] for name in names))
        return sum((weights[seat] for seat in seats), Fraction()) if weights is not None else Fraction(len(seats))

    there, voted = count("present", "represented"), count("for", "against", "abstain", "blank", "void")
    return {
        **{name: count(name) for name in ("for", "against", "abstain", "blank", "void")},
        "silent": there - voted,
        "cast": count("for", "against"),
        **{name: count(name) for name in ("present", "represented", "all")},
    }
