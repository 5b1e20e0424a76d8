"""The comparisons inside a condition, with what each asks for and what there was: how an outcome came about."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from clausier.rules import conditions
from clausier.rules.conditions import Condition, NumExpr
from clausier.rules.evaluation import Facts, MissingFactError, evaluate, members, number


class Comparison(Struct, frozen=True, kw_only=True):
    """One comparison of a condition, as a person checks it: what is required, and what there was.

    Of numbers; or of the seats that must be there and those of them that are; or of the items of an agenda and those of them
    that the first meeting had. None where the facts do not say.
    """

    measure: str  # `heads`, `votes`, a column, `days`, `seats` or `agenda`
    comparison: str
    required: Fraction | frozenset[str] | None
    observed: Fraction | frozenset[str] | None
    met: bool | None
    blocking: bool = False  # what is required, once reached, stands in the way of the motion


def comparisons(condition: Condition, facts: Facts, *, blocking: bool = False) -> Iterator[Comparison]:
    """The comparisons of `condition`, under what the facts assume."""
    match condition:
        case conditions.Constant():
            return
        case conditions.Joined():
            for part in condition.of:
                yield from comparisons(part, facts, blocking=blocking)
        case conditions.Not():
            yield from comparisons(condition.of, facts, blocking=not blocking)
        case conditions.Cases():
            wanted = facts.assumes.get(condition.reading)
            for name, case in condition.cases:
                if name == wanted:
                    yield from comparisons(case, facts, blocking=blocking)
        case conditions.Within():
            try:
                inner, outer = members(condition.inner, facts), members(condition.outer, facts)
            except MissingFactError:
                return  # who presides, where no tie made it matter
            met = (inner <= outer) is not blocking
            measure = "agenda" if condition.inner == conditions.Named("agenda") else "seats"
            yield Comparison(
                measure=measure, comparison="within", required=inner, observed=inner & outer, met=met, blocking=blocking
            )
        case conditions.Compare(how=">", right=conditions.Number(value=0)):
            return  # that there is anything at all: part of every share
        case conditions.Compare():
            yield Comparison(
                measure=_measure(condition.left),
                comparison=condition.how,
                required=_known(condition.right, facts),
                observed=_known(condition.left, facts),
                met=_met(condition, facts, blocking=blocking),
                blocking=blocking,
            )


def _met(condition: conditions.Compare, facts: Facts, *, blocking: bool) -> bool | None:
    try:
        return evaluate(condition, facts) is not blocking
    except MissingFactError:
        return None


def _known(expr: NumExpr, facts: Facts) -> Fraction | None:
    try:
        return number(expr, facts)
    except MissingFactError:
        return None


def _measure(expr: NumExpr) -> str:
    match expr:
        case conditions.Count():
            return "heads"
        case conditions.Sum():
            return expr.column
        case conditions.SumOf():
            return "votes"
        case conditions.Stated(how="day"):
            return "days"
        case _:
            return "number"
