"""What checks try a majority or a quorum on: the meeting at which every seat of the body is there and votes for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from clausier.decide.docket import MAJORITY, Docket, docket
from clausier.decide.seats import Known, ManyReadingsError, each_reading, meeting, open_questions, seated
from clausier.decide.world import of_rule
from clausier.rules.bound import BoundRule
from clausier.rules.evaluation import Facts, MissingFactError, evaluate


class Trial(Struct, frozen=True, kw_only=True):
    """The seats of a body under one reading of a rule, and the facts about them."""

    rule: BoundRule
    seats: tuple[str, ...]
    facts: Facts

    def holds(self, favour: Iterable[str]) -> bool | None:
        """Whether the rule is satisfied when all are present and these vote for; None where something is not known."""
        condition = self.rule.condition
        try:
            return None if condition is None else evaluate(condition, meeting(self.seats, favour, self.facts))
        except MissingFactError:
            return None


def trials(rule: BoundRule, rules: Iterable[BoundRule], members: tuple[str, ...]) -> tuple[Trial, ...]:
    """The seats of the body of `rule`, under each reading; none where they are not all known, or too many are open."""
    found = docket(rules, rule.source.body, rule.source.matter)
    try:
        return tuple(_trials(rule, found, members)) if found is not None else ()
    except (MissingFactError, ManyReadingsError):
        return ()


def _trials(rule: BoundRule, found: Docket, members: tuple[str, ...]) -> Iterator[Trial]:
    own = found.questions.get(rule.id, ())
    asked = dict.fromkeys((*open_questions(found, ""), *own))
    for assumes in each_reading((q for q in asked if q.key != MAJORITY.key), {}):
        seats, facts = seated(found, Known(members=members), assumes)
        yield Trial(rule=rule, seats=seats, facts=replace(facts, assumes=of_rule(found, rule, assumes)))
