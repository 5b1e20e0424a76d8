"""What several checks over the rules look up: the provision that a rule is in, the rules about a body, and what a majority or a quorum
is tried on: the meeting at which every seat of the body is there and votes for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from clausier.consolidate import Timeline
from clausier.decide.assume import ManyReadingsError, each_reading
from clausier.decide.docket import MAJORITY, Docket, docket
from clausier.decide.seats import Known, meeting, open_questions, seated
from clausier.decide.ties import Tie, tie_of, ties, wins_ties
from clausier.decide.world import of_rule
from clausier.model.provision import Provision
from clausier.rules.bound import BoundRule, Place
from clausier.rules.conditions import Condition, Joined
from clausier.rules.evaluation import Facts, MissingFactError, evaluate
from clausier.text.spelling import spelling


def provision_of(place: Place, timeline: Timeline) -> Provision | None:
    """The provision that `place` names, in the text in force, or in the act whose own words it names."""
    own = [act.document for act in timeline.acts if act.id == place.act]
    documents = own if place.act else [timeline.latest.document]
    return next((p for document in documents for p in document.walk() if p.id == place.provision), None)


def namer(timeline: Timeline) -> Callable[[str], str]:
    """What finds the name of a member, a body or a matter that rules call by an id: a party's, or the words of the text in force.

    The id itself where the text has no such words in a row.
    """
    text = cache(lambda: spelling(timeline.latest.document.prose))

    def name(identity: str) -> str:
        return timeline.party_names.get(identity) or text().row(identity.split("-")).replace("'", "’") or identity

    return name


def by_body(rules: Iterable[BoundRule]) -> dict[str, list[BoundRule]]:
    """The rules about each body, by its name."""
    found: dict[str, list[BoundRule]] = {}
    for rule in rules:
        if rule.source.body:
            found.setdefault(rule.source.body, []).append(rule)
    return found


class Trial(Struct, frozen=True, kw_only=True):
    """The seats of a body under one reading of a rule, the facts about them, and the rule that settles a tie under it."""

    rule: BoundRule
    seats: tuple[str, ...]
    facts: Facts
    tie: Tie | None

    def holds(self, favour: Iterable[str]) -> bool | None:
        """Whether the rule is satisfied when all are present and these vote for; None where something is not known."""
        return self._tried(self.rule.condition, favour)

    def may_pass(self, favour: Iterable[str]) -> bool | None:
        """As `holds`, or a tie that is settled for them, or may be: nobody says who presides, or how they vote."""
        condition, tie = self.rule.condition, self.tie
        if condition is not None and tie is not None:
            condition = Joined("any", (condition, wins_ties(tie) if tie.counted else ties(tie)))
        return self._tried(condition, favour)

    def _tried(self, condition: Condition | None, favour: Iterable[str]) -> bool | None:
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
        known = replace(facts, assumes=of_rule(found, rule, assumes))
        yield Trial(rule=rule, seats=seats, facts=known, tie=tie_of(found, rule, assumes, seats))
