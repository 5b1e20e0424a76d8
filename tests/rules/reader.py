"""An evaluator of the language of conditions, written from its description alone: JSON in, true or false out.

It shares no code with the compiler. Facts are plain: `sets`, `columns`, `totals`, `given`, `days` (as text), `assumes`.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

Facts = dict[str, Any]
EPOCH = date(1970, 1, 1)


def holds(condition: Any, facts: Facts) -> bool:
    """Whether the condition holds."""
    if isinstance(condition, bool):
        return condition
    (key, value), *_ = condition.items()
    if key == "reading":
        return holds(condition["cases"][facts["assumes"][value]], facts)
    if key == "all":
        return all(holds(part, facts) for part in value)
    if key == "any":
        return any(holds(part, facts) for part in value)
    if key == "not":
        return not holds(value, facts)
    if key == "within":
        return elements(value[0], facts) <= elements(value[1], facts)
    left, right = (number(part, facts) for part in value)
    return {">=": left >= right, ">": left > right, "=": left == right}[key]


def number(expr: Any, facts: Facts) -> Fraction:
    """The number that an expression comes to."""
    if isinstance(expr, int | str):
        return Fraction(expr)
    (key, value), *_ = expr.items()
    if key == "num":
        return Fraction(expr["num"], expr["den"])
    if key == "reading":
        return number(expr["cases"][facts["assumes"][value]], facts)
    if key == "count":
        return Fraction(len(elements(value, facts)))
    if key == "if":
        return number(expr["then"] if holds(value, facts) else expr["else"], facts)
    if key == "of":
        return Fraction(facts["columns"][value][facts["seat"]])
    if key == "sum":
        each = {"of": value} if isinstance(value, str) else value
        return sum((number(each, {**facts, "seat": seat}) for seat in elements(expr["over"], facts)), Fraction(0))
    if key in ("total", "given"):
        return Fraction(facts[{"total": "totals", "given": "given"}[key]][value])
    if key == "day":
        return Fraction(date.fromisoformat(facts["days"][value]).toordinal() - EPOCH.toordinal())
    if key == "months":
        return Fraction(moved(int(number(expr["from"], facts)), value))
    if key == "workdays":
        start = int(number(expr["from"], facts))
        return Fraction(worked(start, value, expr["week"], elements(expr["holidays"], facts)))
    if key.startswith("round-"):
        return Fraction({"round-up": math.ceil, "round-down": math.floor}[key](number(value, facts)))
    parts = [number(part, facts) for part in value]
    return Fraction({"plus": sum, "times": math.prod, "min": min, "max": max}[key](parts))  # type: ignore[operator]  # each takes the parts


def moved(day: int, months: int) -> int:
    """The day so many months on."""
    start = date.fromordinal(day + EPOCH.toordinal())
    count = start.year * 12 + start.month - 1 + months
    for last in range(31, 27, -1):
        try:
            end = date(count // 12, count % 12 + 1, min(start.day, last))
        except ValueError:
            continue
        return end.toordinal() - EPOCH.toordinal()
    raise AssertionError


def worked(day: int, count: int, week: str, holidays: set[str]) -> int:
    """The day so many working days on."""
    reach = range(5000) if count >= 0 else range(0, -5000, -1)
    near = ((n, EPOCH + timedelta(day + n)) for n in reach)
    open_ = [n for n, d in near if d.isoweekday() <= {"business": 5, "working": 6}[week] and str(d) not in holidays]
    return day + (open_[0] if count == 0 else [n for n in open_ if n != 0][abs(count) - 1])


def elements(expr: Any, facts: Facts) -> set[str]:
    """The set that an expression comes to."""
    (key, value), *_ = expr.items()
    if key == "reading":
        return elements(expr["cases"][facts["assumes"][value]], facts)
    if key == "set":
        return set(facts["sets"][value])
    if key == "seats":
        return set(value)
    first, *rest = [elements(part, facts) for part in value]
    return set(getattr(first, key)(*rest))  # union, intersection, difference
