"""Typed rules → conditions: the whole meaning of the kinds that decide something, in the one language that is evaluated."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Literal, TypeVar, assert_never

from clausier.rules.conditions import (
    Cases,
    Combined,
    Compare,
    Condition,
    Constant,
    Count,
    Joined,
    Months,
    Named,
    Number,
    NumCases,
    NumExpr,
    Seats,
    SetCases,
    SetExpr,
    Stated,
    Sum,
    Workdays,
    Worked,
)
from clausier.rules.kinds import (
    Ballot,
    Base,
    Classification,
    Competence,
    Composition,
    CostSharing,
    Criteria,
    Criterion,
    Deadline,
    Definition,
    Exemption,
    Fact,
    Facts,
    Fixed,
    Frequency,
    Lasting,
    Majority,
    Norm,
    Open,
    Precedence,
    Procedure,
    Quorum,
    Rule,
    Settled,
    Step,
    Threshold,
    Weights,
)
from clausier.rules.values import Duration, Periodicity, Relative, Share

T = TypeVar("T")


def condition_of(rule: Rule) -> Condition | None:
    """The condition under which `rule` is satisfied; None for a kind that decides nothing by itself."""
    match rule:
        case Majority():
            return _tests(rule.tests, Named("for"))
        case Quorum():
            return _tests(rule.tests, Named("present"))
        case Frequency():
            return _cases(rule.rhythm, _often_enough)
        case Deadline():
            return _cases(rule.length, lambda length: _in_time(rule, length))
        case Weights() | Ballot() | Composition() | Precedence() | Definition() | Norm():
            return None
        case Classification() | Competence() | CostSharing() | Exemption():
            return _facts(rule.when)
        case Procedure():
            return _in_order(rule.steps)
        case Lasting():
            return _cases(rule.length, lambda length: _lasts(rule.of, length))
        case _:
            assert_never(rule)


def seats_of(rule: Composition) -> SetExpr:
    """The seats that `rule` gives to its body."""
    if isinstance(rule.seats, Settled):
        return _seats(rule.seats.value)
    return SetCases(rule.seats.reading, tuple((case.name, _seats(case.value)) for case in rule.seats.cases))


def _seats(ids: tuple[str, ...]) -> SetExpr:
    listed = tuple(i for i in ids if i != "members")
    if "members" not in ids:
        return Seats(listed)
    return Combined("union", (Named("members"), Seats(listed))) if listed else Named("members")


def _tests(tests: Criterion | Criteria, measured: SetExpr) -> Condition:
    match tests:
        case Criteria():
            return Joined(tests.how, tuple(_tests(part, measured) for part in tests.of))
        case Criterion():
            return _cases(
                tests.among,
                lambda among: _cases(
                    tests.measure,
                    lambda measure: _cases(tests.threshold, lambda t: _test(tests, measured, among, measure, t)),
                ),
            )
        case _:
            assert_never(tests)


def _test(test: Criterion, measured: SetExpr, among: str, measure: str, threshold: Threshold) -> Condition:
    got = _measure(measure, _within(measured, among))
    match threshold:
        case Relative():
            return Compare(">", got, _measure(measure, _within(Named("against"), among)))
        case Fixed():
            return Compare(">" if threshold.strict else ">=", got, Number(threshold.number))
        case Share():
            part: NumExpr = Worked("times", (Number(threshold.of), _whole(test.base, measure, among)))
            if threshold.plus:
                part = Worked("plus", (part, Number(Fraction(threshold.plus))))
            reached = Compare(">" if threshold.strict else ">=", got, part)
            if threshold.strict or threshold.plus or not _may_be_empty(test.base):
                return reached
            # Of nobody, any share is reached: a motion for which nobody votes would be adopted.
            return Joined("all", (Compare(">", got, Number(Fraction())), reached))
        case _:
            assert_never(threshold)


def _may_be_empty(base: Settled[Base] | Open[Base]) -> bool:
    return any(value not in {"all", "total"} for value in _values(base))


def _whole(base: Settled[Base] | Open[Base], measure: str, among: str) -> NumExpr:
    if isinstance(base, Settled):
        return (
            Stated("total", measure) if base.value == "total" else _measure(measure, _within(_base(base.value), among))
        )
    if any(case.value == "total" for case in base.cases):
        return NumCases(base.reading, tuple((c.name, _whole(Settled(c.value), measure, among)) for c in base.cases))
    sets = SetCases(base.reading, tuple((case.name, _base(case.value)) for case in base.cases))
    return _measure(measure, _within(sets, among))


def _base(base: Base) -> SetExpr:
    match base:
        case "all" | "total":
            return Named("all")
        case "present":
            return Named("present")
        case "present-or-represented":
            return Combined("union", (Named("present"), Named("represented")))
        case "voters":
            return Combined("union", (Named("for"), Named("against"), Named("blank"), Named("void")))
        case "cast":
            return Combined("union", (Named("for"), Named("against")))
        case _:
            assert_never(base)


def _within(seats: SetExpr, among: str) -> SetExpr:
    if not among:
        return seats
    return Named(among) if seats == Named("all") else Combined("intersection", (seats, Named(among)))


def _measure(measure: str, seats: SetExpr) -> NumExpr:
    return Count(seats) if measure == "heads" else Sum(measure, seats)


def _often_enough(rhythm: Periodicity) -> Condition:
    return Compare(">=", Count(Named(f"meetings/{rhythm.every.iso()}")), Number(Fraction(rhythm.times)))


def _in_time(rule: Deadline, length: Duration) -> Condition:
    day, of = Stated("day", rule.event), Stated("day", rule.of)
    limit = _limit_of(rule, length)
    if rule.bound == "at-least":
        return Compare(">=", limit, day) if rule.side == "before" else Compare(">=", day, limit)
    # At most three weeks before is not after, either.
    first, last = (limit, of) if rule.side == "before" else (of, limit)
    return Joined("all", (Compare(">=", day, first), Compare(">=", last, day)))


def _limit_of(rule: Deadline, length: Duration) -> NumExpr:
    """The day at which a period of that length ends, counted from the day of the event `rule.of`."""
    sign = -1 if rule.side == "before" else 1
    limit = _shifted(Stated("day", rule.of), length, sign, _holidays(rule.holidays))
    return Workdays(0, "business", _holidays(rule.holidays), limit) if rule.extended else limit


def limit(rule: Deadline) -> NumExpr:
    """The day at which the period of `rule` ends, under each reading of its length."""
    if isinstance(rule.length, Settled):
        return _limit_of(rule, rule.length.value)
    return NumCases(rule.length.reading, tuple((case.name, _limit_of(rule, case.value)) for case in rule.length.cases))


def _holidays(where: Settled[str] | Open[str]) -> SetExpr:
    if isinstance(where, Settled):
        return Named(f"holidays/{where.value}")
    return SetCases(where.reading, tuple((case.name, Named(f"holidays/{case.value}")) for case in where.cases))


def _shifted(start: NumExpr, length: Duration, sign: int, holidays: SetExpr) -> NumExpr:
    if length.counting in {"business", "working"}:
        week: Literal["business", "working"] = "business" if length.counting == "business" else "working"
        return Workdays(sign * length.count, week, holidays, start)
    match length.unit:
        case "month":
            return Months(sign * length.count, start)
        case "year":
            return Months(sign * 12 * length.count, start)
        case "day" | "week" | "hour":
            return Worked("plus", (start, Number(sign * _days(length))))
        case _:
            assert_never(length.unit)


def _days(length: Duration) -> Fraction:
    size = {"hour": Fraction(1, 24), "week": Fraction(7)}.get(length.unit, Fraction(1))
    days = length.count * size
    # Clear days (jours francs): neither the day of the one event nor that of the other counts.
    return days + 1 if length.counting == "clear" else days


def _lasts(of: str, length: Duration) -> Condition:
    day, start = Stated("day", "today"), Stated("day", of)
    end = _shifted(start, length, 1, _holidays(Settled("france")))
    return Joined("all", (Compare(">=", day, start), Compare(">", end, day)))


def _facts(when: Fact | Facts) -> Condition:
    match when:
        case Facts(how="all", of=()):
            return Constant(holds=True)
        case Facts():
            return Joined(when.how, tuple(_facts(part) for part in when.of))
        case Fact():
            return _cases(when.name, lambda name: _fact(name, holds=when.holds))
        case _:
            assert_never(when)


def _fact(name: str, *, holds: bool) -> Condition:
    return Compare("=", Stated("given", name), Number(Fraction(holds))) if name else Constant(holds)


def _in_order(steps: tuple[Step, ...]) -> Condition:
    days = [_day_of(step) for step in steps]
    return Joined("all", tuple(Compare(">=", later, day) for day, later in pairwise(days)))


def _day_of(step: Step) -> NumExpr:
    gives = "+".join(step.gives)
    if isinstance(step.by, Settled):
        return Stated("day", f"{step.by.value}/{gives}")
    return NumCases(step.by.reading, tuple((c.name, Stated("day", f"{c.value}/{gives}")) for c in step.by.cases))


def _values(slot: Settled[T] | Open[T]) -> tuple[T, ...]:
    return (slot.value,) if isinstance(slot, Settled) else tuple(case.value for case in slot.cases)


def _cases(slot: Settled[T] | Open[T], of: Callable[[T], Condition]) -> Condition:
    if isinstance(slot, Settled):
        return of(slot.value)
    return Cases(slot.reading, tuple((case.name, of(case.value)) for case in slot.cases))
