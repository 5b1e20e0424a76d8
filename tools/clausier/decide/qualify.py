"""A matter as it is put to `clausier qualify`, and of what sort it is: each ground worked out and, where none holds, who qualifies it and what they said."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct, field

from clausier.decide.partly import Holds, under_each
from clausier.diagnostics import Diagnostic, report
from clausier.diagnostics import codes_rul as codes
from clausier.rules.bound import BoundRule
from clausier.rules.conditions import Constant
from clausier.rules.evaluation import Facts, needs
from clausier.rules.kinds import Classification, Competence
from clausier.source.folders import read_checked
from clausier.source.schema import plain
from clausier.source.yaml import Mapping as Map
from clausier.source.yaml import Node

_TRUE = {"true", "yes", "oui"}


class Described(Struct, frozen=True, kw_only=True):
    """A matter: the facts that are known of it, how it was qualified by whoever may, and what else it is (`also`).

    `source` places what is wrong.
    """

    matter: str
    day: datetime.date | None = None
    version: str = ""
    facts: Mapping[str, bool] = field(default_factory=dict)
    qualified: str = ""
    also: tuple[str, ...] = ()
    source: Node | None = None


def read_described(path: str, text: str) -> tuple[Described | None, tuple[Diagnostic, ...]]:
    """The matter that `text` (of the file `path`) describes, and what is wrong with it; None where it cannot be read."""
    checked, problems = read_checked(path, text, "qualify-input")
    if checked is None or problems:
        return None, problems
    data = plain(checked)
    day = None
    if "date" in data:
        try:
            day = datetime.date.fromisoformat(data["date"])
        except ValueError:
            return None, (report(codes.NO_SUCH_DAY, _span(checked, "date").span, words=data["date"]),)
    return Described(
        matter=data["matter"],
        day=day,
        version=data.get("version", ""),
        facts={name: value in _TRUE for name, value in data.get("facts", {}).items()},
        qualified=data.get("qualified", ""),
        also=tuple(data.get("also", ())),
        source=checked,
    ), ()


def _span(node: Node, key: str) -> Node:
    found = node.get(key) if isinstance(node, Map) else None
    return found or node


# (rule, reading) → case
Assumed = Mapping[tuple[str, str], str]
Because = Literal["ground", "qualified", "no-ground", "missing-facts", "readings", "not-qualified"]
"""Why a matter is of a sort (or is not), or why that is open: facts are missing, readings differ, nobody has qualified it."""


class Worked(Struct, frozen=True):
    """A rule and whether its condition holds, under each reading that is not settled."""

    rule: BoundRule
    under: tuple[tuple[Mapping[str, str], Holds], ...]

    @property
    def value(self) -> bool | None:
        """Whether it holds under all readings, under none, or None: under some, or for want of facts."""
        values = {holds.value for _, holds in self.under}
        return values.pop() if len(values) == 1 else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts without which that is open."""
        return tuple(dict.fromkeys(name for _, holds in self.under for name in holds.missing))


class Sort(Struct, frozen=True, kw_only=True):
    """A sort of matter: whether the matter is one (None: open) and why; `otherwise` is the sort of what is not one.

    `qualifiers` are the rules that say who qualifies such matters. `overruled`: they said otherwise, and a ground holds.
    """

    name: str
    otherwise: str
    grounds: tuple[Worked, ...]
    qualifiers: tuple[BoundRule, ...]
    value: bool | None
    because: Because
    overruled: bool


def sorts(rules: Iterable[BoundRule], described: Described, assumed: Assumed) -> tuple[Sort, ...]:
    """The sorts in which `rules` class matters such as the one `described`, each settled as far as its facts go."""
    here = tuple(rule for rule in rules if rule.source.matter == described.matter)
    qualifiers = tuple(r for r in here if isinstance(r.rule, Competence) and "classification" in r.rule.gives)
    grounds: dict[str, list[Worked]] = {}
    otherwise: dict[str, str] = {}
    for rule in here:
        if isinstance(rule.rule, Classification):
            grounds.setdefault(rule.rule.classed, []).append(worked(rule, described, assumed))
            otherwise[rule.rule.classed] = otherwise.get(rule.rule.classed) or rule.rule.otherwise
    return tuple(
        _sort(name, otherwise[name], tuple(found), qualifiers, described.qualified) for name, found in grounds.items()
    )


def worked(rule: BoundRule, described: Described, assumed: Assumed) -> Worked:
    """Whether the condition of `rule` holds of what is described."""
    facts = Facts(
        given={name: Fraction(value) for name, value in described.facts.items()},
        assumes={reading: case for (id_, reading), case in assumed.items() if id_ == rule.id},
    )
    return Worked(rule, tuple(under_each(rule.condition or Constant(holds=True), facts)))


def facts_asked(rules: Iterable[BoundRule]) -> tuple[str, ...]:
    """The facts about a matter that the rules may ask for."""
    asked = (need for rule in rules if rule.condition is not None for need in needs(rule.condition))
    return tuple(sorted({need.name for need in asked if need.what == "given"}))


def _sort(
    name: str, otherwise: str, grounds: tuple[Worked, ...], qualifiers: tuple[BoundRule, ...], qualified: str
) -> Sort:
    value, because = _settled(name, grounds, qualifiers, qualified)
    overruled = because == "ground" and bool(qualified) and qualified != name
    return Sort(
        name=name,
        otherwise=otherwise,
        grounds=grounds,
        qualifiers=qualifiers,
        value=value,
        because=because,
        overruled=overruled,
    )


def _settled(
    name: str, grounds: tuple[Worked, ...], qualifiers: tuple[BoundRule, ...], qualified: str
) -> tuple[bool | None, Because]:
    if any(ground.value for ground in grounds):
        return True, "ground"
    if qualified == name:
        return True, "qualified"
    if any(ground.value is None for ground in grounds):
        return None, "missing-facts" if any(ground.missing for ground in grounds) else "readings"
    if not qualifiers:
        return False, "no-ground"
    return (False, "qualified") if qualified else (None, "not-qualified")
