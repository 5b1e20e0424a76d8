"""Conditions worked out from facts, exactly. The whole of what a program needs in order to apply a rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, TypeVar, assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.model.dates import days_of
from clausier.rules import conditions
from clausier.rules.conditions import Condition, Expr, NumExpr, SetExpr

T = TypeVar("T")
What = Literal["set", "column", "total", "given", "day", "reading"]
EPOCH = datetime.date(1970, 1, 1)
_DAYS = (datetime.date.max - datetime.date.min).days


class Facts(Struct, frozen=True, kw_only=True):
    """What a condition is worked out from. `assumes` picks a case for each reading of the rule at hand."""

    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    totals: Mapping[str, Fraction] = field(default_factory=dict)
    given: Mapping[str, Fraction] = field(default_factory=dict)
    days: Mapping[str, datetime.date] = field(default_factory=dict)
    assumes: Mapping[str, str] = field(default_factory=dict)
    seat: str = ""  # the seat at hand, where a number is worked out for each


class Need(Struct, frozen=True):
    """One thing that a condition asks of the facts: a set, a column (or its value for `seat`), a reading and so on."""

    what: What
    name: str
    seat: str = ""


class MissingFactError(LookupError):
    """The facts lack what the condition needs. `need` says what."""

    def __init__(self, need: Need) -> None:
        super().__init__(f"{need.what} {need.name}{f' for {need.seat}' if need.seat else ''}")
        self.need = need


class NoSuchDayError(ValueError):
    """A day before year 1, or after year 9999."""


def evaluate(condition: Condition, facts: Facts) -> bool:
    """Whether `condition` holds, exactly. Raises MissingFactError where the facts do not say."""
    match condition:
        case conditions.Constant():
            return condition.holds
        case conditions.Joined(how="all"):
            return all(evaluate(part, facts) for part in condition.of)
        case conditions.Joined():
            return any(evaluate(part, facts) for part in condition.of)
        case conditions.Not():
            return not evaluate(condition.of, facts)
        case conditions.Compare():
            left, right = number(condition.left, facts), number(condition.right, facts)
            return left >= right if condition.how == ">=" else left > right if condition.how == ">" else left == right
        case conditions.Within():
            return members(condition.inner, facts) <= members(condition.outer, facts)
        case conditions.Cases():
            return evaluate(assumed(condition.reading, condition.cases, facts), facts)
        case _:
            assert_never(condition)


def number(expr: NumExpr, facts: Facts) -> Fraction:
    """The number that `expr` comes to. Raises MissingFactError where the facts do not say."""
    match expr:
        case conditions.Number():
            return expr.value
        case conditions.Count():
            return Fraction(len(members(expr.of, facts)))
        case conditions.Sum():
            column = _fact("column", expr.column, facts.columns)
            return sum((_cell(expr.column, column, seat) for seat in members(expr.over, facts)), Fraction())
        case conditions.SumOf():
            seats = members(expr.over, facts)
            return sum((number(expr.of, replace(facts, seat=seat)) for seat in seats), Fraction())
        case conditions.Of():
            return _cell(expr.column, _fact("column", expr.column, facts.columns), facts.seat)
        case conditions.Choice():
            return number(expr.then if evaluate(expr.test, facts) else expr.other, facts)
        case conditions.Stated(how="day"):
            return Fraction((_fact("day", expr.name, facts.days) - EPOCH).days)
        case conditions.Stated(how="total"):
            return _fact("total", expr.name, facts.totals)
        case conditions.Stated():
            return _fact("given", expr.name, facts.given)
        case conditions.Worked():
            return _worked(expr.how, [number(part, facts) for part in expr.of])
        case conditions.Rounded():
            value = number(expr.of, facts)
            return Fraction(-(-value.numerator // value.denominator) if expr.how == "round-up" else value // 1)
        case conditions.Months():
            return _months(number(expr.start, facts), expr.months)
        case conditions.Workdays():
            return _workdays(number(expr.start, facts), expr, members(expr.holidays, facts))
        case conditions.Cases():
            return number(assumed(expr.reading, expr.cases, facts), facts)
        case _:
            assert_never(expr)


def members(expr: SetExpr, facts: Facts) -> frozenset[str]:
    """The set that `expr` comes to. Raises MissingFactError where the facts do not say."""
    match expr:
        case conditions.Named():
            return _fact("set", expr.name, facts.sets)
        case conditions.Seats():
            return frozenset(expr.ids)
        case conditions.Combined():
            first, *rest = (members(part, facts) for part in expr.of)
            match expr.how:
                case "union":
                    return first.union(*rest)
                case "intersection":
                    return first.intersection(*rest)
                case "difference":
                    return first.difference(*rest)
                case _:
                    assert_never(expr.how)
        case conditions.Cases():
            return members(assumed(expr.reading, expr.cases, facts), facts)
        case _:
            assert_never(expr)


def _worked(how: Literal["plus", "times", "min", "max"], values: list[Fraction]) -> Fraction:
    match how:
        case "plus":
            return sum(values, Fraction())
        case "times":
            product = Fraction(1)
            for value in values:
                product *= value
            return product
        case "min":
            return min(values)
        case "max":
            return max(values)
        case _:
            assert_never(how)


def date_of(days: Fraction) -> datetime.date:
    """The day of that number, counted from 1970-01-01. Raises NoSuchDayError before year 1 and after year 9999."""
    try:
        return EPOCH + datetime.timedelta(days=int(days // 1))
    except OverflowError:
        raise NoSuchDayError from None


def _months(start: Fraction, months: int) -> Fraction:
    day = date_of(start)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise NoSuchDayError
    last = days_of(year, month + 1)
    return Fraction((datetime.date(year, month + 1, min(day.day, last)) - EPOCH).days)


def _workdays(start: Fraction, expr: conditions.Workdays, holidays: frozenset[str]) -> Fraction:
    day, step = date_of(start), datetime.timedelta(days=-1 if expr.count < 0 else 1)
    last = 5 if expr.week == "working" else 4  # Saturday, or Friday
    left = abs(expr.count)
    if left > _DAYS:
        raise NoSuchDayError
    try:
        while left or not (day.weekday() <= last and day.isoformat() not in holidays):
            day += step
            if left and day.weekday() <= last and day.isoformat() not in holidays:
                left -= 1
    except OverflowError:
        raise NoSuchDayError from None
    return Fraction((day - EPOCH).days)


def _fact(what: What, name: str, facts: Mapping[str, T]) -> T:
    try:
        return facts[name]
    except KeyError:
        raise MissingFactError(Need(what, name)) from None


def _cell(column: str, values: Mapping[str, Fraction], seat: str) -> Fraction:
    try:
        return values[seat]
    except KeyError:
        raise MissingFactError(Need("column", column, seat)) from None


def assumed(reading: str, cases: tuple[tuple[str, T], ...], facts: Facts) -> T:
    """The case that is assumed for a reading. Raises MissingFactError where none is."""
    chosen = facts.assumes.get(reading)
    for name, case in cases:
        if name == chosen:
            return case
    raise MissingFactError(Need("reading", reading))


def readings(expr: Expr) -> dict[str, tuple[str, ...]]:
    """The readings on which `expr` depends, each with its cases, in the order in which they appear."""
    found: dict[str, tuple[str, ...]] = {}
    for part in _all_parts(expr):
        if isinstance(part, conditions.Cases):
            found.setdefault(part.reading, tuple(name for name, _ in part.cases))
    return found


def needs(expr: Expr) -> frozenset[Need]:
    """Every fact that `expr` may ask for, its readings aside: sets, columns, totals, numbers and days, by name."""
    found: set[Need] = set()
    for part in _all_parts(expr):
        match part:
            case conditions.Named():
                found.add(Need("set", part.name))
            case conditions.Sum() | conditions.Of():
                found.add(Need("column", part.column))
            case conditions.Stated():
                found.add(Need(part.how, part.name))
            case _:
                pass
    return frozenset(found)


def _all_parts(expr: Expr) -> Iterator[Expr]:
    yield expr
    for part in conditions.parts(expr):
        yield from _all_parts(part)
