"""A condition worked out from facts of which some are not known: true, false, or unknown and for want of what."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clausier.rules.conditions import Condition, Joined, Not
from clausier.rules.evaluation import Facts, MissingFactError, evaluate, readings


class Holds(Struct, frozen=True):
    """Whether a condition holds; None where that depends on the `missing` facts."""

    value: bool | None
    missing: tuple[str, ...] = ()


def partly(condition: Condition, facts: Facts) -> Holds:
    """Whether `condition` holds whatever the missing facts turn out to be (Kleene's three-valued logic); None where it depends on them."""
    match condition:
        case Joined():
            settles = condition.how == "any"  # one true part settles `any`, one false part settles `all`
            parts = [partly(part, facts) for part in condition.of]
            if any(part.value is settles for part in parts):
                return Holds(settles)
            return _unless_open(parts, value=not settles)
        case Not():
            inner = partly(condition.of, facts)
            return Holds(None if inner.value is None else not inner.value, inner.missing)
        case _:
            try:
                return Holds(evaluate(condition, facts))
            except MissingFactError as lack:
                return Holds(None, (lack.need.name,))


def _unless_open(parts: list[Holds], *, value: bool) -> Holds:
    missing = tuple(dict.fromkeys(name for part in parts for name in part.missing))
    return Holds(None, missing) if missing else Holds(value)


def under_each(condition: Condition, facts: Facts) -> Iterator[tuple[Mapping[str, str], Holds]]:
    """What `condition` comes to for each way to settle the readings that `facts` leave open."""
    open_ones = {name: cases for name, cases in readings(condition).items() if name not in facts.assumes}
    for chosen in itertools.product(*open_ones.values()):
        assumes = dict(zip(open_ones, chosen, strict=True))
        yield assumes, partly(condition, replace(facts, assumes={**facts.assumes, **assumes}))
