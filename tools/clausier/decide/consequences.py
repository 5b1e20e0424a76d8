"""What follows for a matter of some sort: its path, who decides, by what majority, and who pays, under each reading."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from clausier.decide.alternatives import Answer, Chosen, Names, Says, answers, applies, questions, value, values
from clausier.decide.qualify import Assumed, Described, Sort, Worked, worked
from clausier.rules.bound import BoundRule
from clausier.rules.kinds import Competence, CostSharing, Exemption, Majority, Procedure

DECIDING = frozenset({"decision", "approval"})


class Found(Struct, frozen=True):
    """The rules that bear on a question, and its answer under each reading."""

    rules: tuple[Worked, ...]
    answers: tuple[Answer, ...]

    @property
    def outcome(self) -> Literal["determined", "undetermined", "unsaid"]:
        """Whether there is one answer, several, or none."""
        said = {frozenset(answer.says) for answer in self.answers}
        if not any(said):
            return "unsaid"
        clash = any(len({names for power, names in one if power == p}) > 1 for one in said for p, _ in one)
        return "determined" if len(said) == 1 and not clash else "undetermined"

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that would settle more."""
        return tuple(dict.fromkeys(name for rule in self.rules for name in rule.missing))


class Vote(Struct, frozen=True):
    """A majority that the matter needs; `excepted`: whether an exception sets it aside, None where that is open."""

    rule: BoundRule
    excepted: bool | None


class World(Struct, frozen=True, kw_only=True):
    """What follows where the matter is of these sorts (`matters`, as rules name them)."""

    matters: Names
    path: tuple[BoundRule, ...]
    others: tuple[BoundRule, ...]
    decides: Found
    votes: tuple[Vote, ...]
    pays: Found
    exceptions: tuple[Worked, ...]


def worlds(
    rules: Iterable[BoundRule], described: Described, sorts: Iterable[Sort], assumed: Assumed
) -> tuple[World, ...]:
    """What follows for the matter described: once where its sorts are settled, else in each case that is left open."""
    here = tuple(rule for rule in rules if not rule.overridden_by)
    named = [[(sort, v) for v in ((True, False) if sort.value is None else (sort.value,))] for sort in sorts]
    return tuple(_world(here, described, _matters(described, chosen), assumed) for chosen in itertools.product(*named))


def _matters(described: Described, chosen: Iterable[tuple[Sort, bool]]) -> Names:
    classed = (sort.name if value else sort.otherwise for sort, value in chosen)
    found = (described.matter, *(f"{described.matter}-{name}" for name in classed if name), *described.also)
    return tuple(dict.fromkeys(found))


def _world(rules: tuple[BoundRule, ...], described: Described, matters: Names, assumed: Assumed) -> World:
    here = tuple(rule for rule in rules if rule.source.matter in matters)
    found = [w for rule in here if (w := worked(rule, described, assumed)).value is not False]
    exceptions = tuple(w for w in found if isinstance(w.rule.rule, Exemption))
    competences = [w for w in found if isinstance(w.rule.rule, Competence)]
    costs = [w for w in found if isinstance(w.rule.rule, CostSharing)]
    return World(
        matters=matters,
        path=tuple(rule for rule in here if isinstance(rule.rule, Procedure)),
        others=tuple(w.rule for w in competences if not {*_gives(w.rule)} and not _classes(w.rule)),
        decides=_found([w for w in competences if _gives(w.rule)], exceptions, described, assumed),
        votes=tuple(
            Vote(rule, _excepted(rule, exceptions, described, assumed))
            for rule in here
            if isinstance(rule.rule, Majority)
        ),
        pays=_found(costs, exceptions, described, assumed),
        exceptions=exceptions,
    )


def _classes(rule: BoundRule) -> bool:
    return isinstance(rule.rule, Competence) and "classification" in rule.rule.gives


def _gives(rule: BoundRule) -> tuple[str, ...]:
    """What of a decision the rule gives: the powers that decide, `""` for one that says who pays."""
    match rule.rule:
        case Competence(gives=gives):
            return tuple(power for power in gives if power in DECIDING)
        case CostSharing():
            return ("",)
        case _:
            return ()


def _found(rules: list[Worked], exceptions: tuple[Worked, ...], described: Described, assumed: Assumed) -> Found:
    ids = {w.rule.id for w in rules}
    bearing = [w for w in exceptions if ids & {id_ for value in values(w.rule) for id_ in value}]

    def says(chosen: Chosen) -> Says:
        excepted = _set_aside(bearing, described, chosen)
        kept = (w.rule for w in rules if w.rule.id not in excepted and applies(w.rule, described, chosen))
        return tuple(dict.fromkeys((power, value(rule, chosen)) for rule in kept for power in _gives(rule)))

    asked = questions([*bearing, *rules])  # what is set aside needs no answer
    return Found(tuple(rules), tuple(answers(asked, says, assumed)))


def _excepted(rule: BoundRule, exceptions: tuple[Worked, ...], described: Described, assumed: Assumed) -> bool | None:
    """Whether an exception sets `rule` aside, whatever is open."""
    bearing = [w for w in exceptions if any(rule.id in ids for ids in values(w.rule))]

    def says(chosen: Chosen) -> Says:
        return (("excepted", ()),) if rule.id in _set_aside(bearing, described, chosen) else ()

    said = {bool(answer.says) for answer in answers(questions(bearing), says, assumed)}
    return said.pop() if len(said) == 1 else None


def _set_aside(exceptions: Iterable[Worked], described: Described, chosen: Chosen) -> frozenset[str]:
    return frozenset(id_ for w in exceptions if applies(w.rule, described, chosen) for id_ in value(w.rule, chosen))
