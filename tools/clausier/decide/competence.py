"""Whether the body that votes is the one that decides on such a matter, as far as the rules of competence say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from clausier.rules.bound import BoundRule
from clausier.rules.evaluation import Facts, MissingFactError, evaluate
from clausier.rules.kinds import Competence
from clausier.rules.settled import Settled


class Competent(Struct, frozen=True, kw_only=True):
    """Whether a rule of competence makes the body decide, in each case of what the rule leaves open.

    None stands for: it depends on facts that are not given.
    """

    rule: BoundRule
    cases: tuple[tuple[str, str, bool | None], ...]
    """Each case that is not ruled out by assumption: its name ("" where nothing is open), its words, whether it decides."""

    @property
    def decides(self) -> bool | None:
        """Whether it does; None where that is open."""
        found = {decides for _, _, decides in self.cases}
        return found.pop() if len(found) == 1 else None


def competences(rules: Iterable[BoundRule], matter: str) -> tuple[BoundRule, ...]:
    """The rules that say who decides on `matter`."""
    return tuple(
        rule
        for rule in rules
        if isinstance(rule.rule, Competence)
        and "decision" in rule.rule.gives
        and matter
        and rule.source.matter == matter
    )


def competent(rules: Iterable[BoundRule], body: str, assumes: Mapping[str, str]) -> Iterator[Competent]:
    """What each rule of competence says of `body`, under what is assumed."""
    for rule in rules:
        if isinstance(rule.rule, Competence):
            yield Competent(rule=rule, cases=tuple(_cases(rule, rule.rule, body, assumes)))


def _cases(
    rule: BoundRule, competence: Competence, body: str, assumes: Mapping[str, str]
) -> Iterator[tuple[str, str, bool | None]]:
    applies = _applies(rule)
    if isinstance(competence.by, Settled):
        yield "", "", body in competence.by.value if applies else None
        return
    wanted = assumes.get(f"{rule.id}.{competence.by.reading}")
    for case in competence.by.cases:
        if wanted in {None, case.name}:
            yield case.name, case.label, body in case.value if applies else None


def _applies(rule: BoundRule) -> bool | None:
    """Whether the case of the rule is given; None where that depends on what nobody says."""
    try:
        return rule.condition is None or evaluate(rule.condition, Facts()) or None
    except MissingFactError:
        return None
