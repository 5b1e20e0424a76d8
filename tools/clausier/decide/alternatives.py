"""What some rules say under each way to settle what is open: facts that are not known, words that can be understood in several ways."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from math import prod

from msgspec import Struct

from clausier.decide.assume import ManyReadingsError
from clausier.decide.partly import partly
from clausier.decide.qualify import Assumed, Described, Worked
from clausier.rules.bound import BoundRule
from clausier.rules.conditions import Constant
from clausier.rules.evaluation import Facts
from clausier.rules.kinds import Competence, CostSharing, Exemption
from clausier.rules.settled import Settled, Slot, open_parameters

Names = tuple[str, ...]
Where = tuple[str, str]
"""A reading: the rule and its name. Of a fact, the rule is ""."""
Chosen = Mapping[Where, str]
Says = tuple[tuple[str, Names], ...]
MOST_ANSWERS = 4096


class Question(Struct, frozen=True):
    """What is open: its name, its cases with how a person puts them, and the readings that it settles together."""

    name: str
    cases: tuple[tuple[str, str], ...]
    where: tuple[Where, ...]


class Answer(Struct, frozen=True):
    """What is so under some assumptions (by question; those that make no difference are left out).

    `says` are the answers of the rules that apply, each with what is given (`""`: payment); two that give one thing clash.
    """

    assumes: Mapping[str, str]
    understood: Names
    says: Says


def questions(rules: Iterable[Worked]) -> tuple[Question, ...]:
    """What is open about `rules`: first the facts that are not known, then readings; one question for those with the same name and cases."""
    listed = tuple(rules)
    facts = dict.fromkeys(name for w in listed for name in w.missing)
    found = {("", name): Question(name, (("yes", ""), ("no", "")), (("", name),)) for name in facts}
    shared: dict[tuple[str, Names], Question] = {}
    for w in listed:
        for slot in open_parameters(w.rule.rule):
            cases = tuple((case.name, case.label) for case in slot.cases)
            key = (slot.reading, tuple(name for name, _ in cases))
            where = (w.rule.id, slot.reading)
            before = shared.get(key)
            name = before.name if before else ".".join(where)
            shared[key] = Question(name, cases, (*before.where, where) if before else (where,))
    return (*found.values(), *shared.values())


def answers(asked: tuple[Question, ...], says: Callable[[Chosen], Says], assumed: Assumed) -> Iterator[Answer]:
    """What `says` comes to under each way to settle `asked`, in agreement with what is assumed. Raises ManyReadingsError."""
    options = [_options(question, assumed) for question in asked]
    if prod(map(len, options)) > MOST_ANSWERS:
        raise ManyReadingsError
    table = {
        cases: says({w: case for q, case in zip(asked, cases, strict=True) for w in q.where})
        for cases in itertools.product(*options)
    }
    yield from _split(asked, table, {})


def _split(asked: tuple[Question, ...], table: Mapping[Names, Says], assumes: dict[str, str]) -> Iterator[Answer]:
    """The answers of `table`, by the questions that make a difference to them, in order."""
    if len({frozenset(said) for said in table.values()}) == 1:
        yield Answer(assumes, (), next(iter(table.values())))
        return
    first, *rest = asked
    parts: dict[str, dict[Names, Says]] = {}
    for (case, *others), said in table.items():
        parts.setdefault(case, {})[tuple(others)] = said
    tables = list(parts.values())
    if all(part == tables[0] for part in tables):
        yield from _split(tuple(rest), tables[0], assumes)
        return
    labels = dict(first.cases)
    for case, part in parts.items():
        more = {**assumes, first.name: case}
        for answer in _split(tuple(rest), part, more):
            own = (labels[case],) if labels[case] else ()
            yield Answer(answer.assumes, (*own, *answer.understood), answer.says)


def _options(question: Question, assumed: Assumed) -> Names:
    fixed = next((assumed[where] for where in question.where if where in assumed), "")
    return (fixed,) if fixed else tuple(name for name, _ in question.cases)


def applies(rule: BoundRule, described: Described, chosen: Chosen) -> bool:
    """Whether the condition of `rule` holds, with what is described and `chosen`, which settle it."""
    known = {**described.facts, **{name: case == "yes" for (id_, name), case in chosen.items() if not id_}}
    facts = Facts(
        given={name: Fraction(holds) for name, holds in known.items()},
        assumes={reading: case for (id_, reading), case in chosen.items() if id_ == rule.id},
    )
    return bool(partly(rule.condition or Constant(holds=True), facts).value)


def value(rule: BoundRule, chosen: Chosen) -> Names:
    """Those whom `rule` names (or the rules that it excepts), as `chosen` settles it."""
    slot = _slot(rule)
    if isinstance(slot, Settled):
        return slot.value
    return next(case.value for case in slot.cases if case.name == chosen[rule.id, slot.reading])


def values(rule: BoundRule) -> tuple[Names, ...]:
    """All that `rule` may name."""
    return _slot(rule).values


def _slot(rule: BoundRule) -> Slot[Names]:
    match rule.rule:
        case Competence(by=slot) | CostSharing(payers=slot) | Exemption(excepts=slot):
            return slot
        case _:
            return Settled(())
