"""Typed rules → conditions: the whole meaning of the kinds that decide something, in the one language that is evaluated."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Literal, assert_never

from clausier.rules import kinds
from clausier.rules.conditions import (
    Compare,
    Condition,
    Constant,
    Count,
    Joined,
    Months,
    Named,
    Number,
    NumExpr,
    SetExpr,
    Stated,
    Within,
    Workdays,
    Worked,
)
from clausier.rules.desugar_votes import PRESENT_OR_REPRESENTED, cases, casting_vote, proxies, tests
from clausier.rules.settled import Settled, Slot
from clausier.rules.values import Duration, Periodicity


def condition_of(rule: kinds.Rule) -> Condition | None:
    """The condition under which `rule` is satisfied; None for a kind that decides nothing by itself."""
    match rule:
        case kinds.Majority():
            return tests(rule.tests, Named("for"))
        case kinds.Quorum():
            return _quorum(rule)
        case kinds.Proxy():
            return proxies(rule)
        case kinds.CastingVote():
            return casting_vote(rule)
        case kinds.Frequency():
            return cases(rule.rhythm, _often_enough)
        case kinds.Deadline():
            return cases(rule.length, lambda length: _in_time(rule, length))
        case (
            kinds.Weights()
            | kinds.Ballot()
            | kinds.Composition()
            | kinds.Recusal()
            | kinds.Precedence()
            | kinds.Definition()
            | kinds.Norm()
        ):
            return None
        case kinds.Classification() | kinds.Competence() | kinds.CostSharing() | kinds.Exemption():
            return _facts(rule.when)
        case kinds.Procedure():
            return _in_order(rule.steps)
        case kinds.Lasting():
            return cases(rule.length, lambda length: _lasts(rule.of, length))
        case _:
            assert_never(rule)


def _quorum(rule: kinds.Quorum) -> Condition:
    """That enough are present; of a meeting called again, that it is called as it must be."""
    parts: list[Condition] = []
    if rule.again is not None and rule.again.interval is not None:
        first = Stated("day", "first-meeting")
        parts.append(
            cases(
                rule.again.interval,
                lambda length: Compare(
                    ">=", Stated("day", "meeting"), _shifted(first, length, 1, Named("holidays/france"))
                ),
            )
        )
    if rule.again is not None and rule.again.same_agenda:
        parts.append(Within(Named("agenda"), Named("first-agenda")))
    if rule.tests is not None:
        parts.append(tests(rule.tests, _counted(rule.proxies)))
    condition = parts[0] if len(parts) == 1 else Joined("all", tuple(parts))
    # No quorum is asked for where the words do not apply; nor is a second meeting one that needs none, where those on it do not.
    return cases(rule.applies, lambda applies: condition if applies == "yes" else Constant(holds=rule.again is None))


def _counted(proxies: Slot[str]) -> SetExpr:
    """Who counts for a quorum."""
    sets: dict[str, SetExpr] = {"counted": PRESENT_OR_REPRESENTED, "not-counted": Named("present")}
    return cases(proxies, sets.__getitem__)


def _often_enough(rhythm: Periodicity) -> Condition:
    return Compare(">=", Count(Named(f"meetings/{rhythm.every.iso()}")), Number(Fraction(rhythm.times)))


def _in_time(rule: kinds.Deadline, length: Duration) -> Condition:
    day, of = Stated("day", rule.event), Stated("day", rule.of)
    limit = _limit_of(rule, length)
    if rule.bound == "at-least":
        return Compare(">=", limit, day) if rule.side == "before" else Compare(">=", day, limit)
    # At most three weeks before is not after, either.
    first, last = (limit, of) if rule.side == "before" else (of, limit)
    return Joined("all", (Compare(">=", day, first), Compare(">=", last, day)))


def _limit_of(rule: kinds.Deadline, length: Duration) -> NumExpr:
    """The day at which a period of that length ends, counted from the day of the event `rule.of`."""
    sign = -1 if rule.side == "before" else 1
    limit = _shifted(Stated("day", rule.of), length, sign, _holidays(rule.holidays))
    return Workdays(0, "business", _holidays(rule.holidays), limit) if rule.extended else limit


def limit(rule: kinds.Deadline) -> NumExpr:
    """The day at which the period of `rule` ends, under each reading of its length."""
    return cases(rule.length, lambda length: _limit_of(rule, length))


def _holidays(where: Slot[str]) -> SetExpr:
    return cases(where, lambda place: Named(f"holidays/{place}"))


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
    return Joined("all", (Compare(">=", day, start), Compare(">", _end(of, length), day)))


def _end(of: str, length: Duration) -> NumExpr:
    start, holidays = Stated("day", of), _holidays(Settled("france"))
    over = _shifted(start, length, 1, holidays)
    if length.unit not in {"month", "year"}:
        return over
    # Six months that begin on the 31st of March last until the end of September, which has no 31st: its last day is the eve of it.
    eve = _shifted(Worked("plus", (start, Number(Fraction(-1)))), length, 1, holidays)
    return Worked("max", (over, Worked("plus", (eve, Number(Fraction(1))))))


def end(rule: kinds.Lasting) -> NumExpr:
    """The day on which what lasts is over, under each reading of its length."""
    return cases(rule.length, lambda length: _end(rule.of, length))


def _facts(when: kinds.Fact | kinds.Facts) -> Condition:
    match when:
        case kinds.Facts(how="all", of=()):
            return Constant(holds=True)
        case kinds.Facts():
            return Joined(when.how, tuple(_facts(part) for part in when.of))
        case kinds.Fact():
            return cases(when.name, lambda name: _fact(name, holds=when.holds))
        case _:
            assert_never(when)


def _fact(name: str, *, holds: bool) -> Condition:
    return Compare("=", Stated("given", name), Number(Fraction(holds))) if name else Constant(holds)


def _in_order(steps: tuple[kinds.Step, ...]) -> Condition:
    days = [_day_of(step) for step in steps]
    return Joined("all", tuple(Compare(">=", later, day) for day, later in pairwise(days)))


def _day_of(step: kinds.Step) -> NumExpr:
    gives = "+".join(step.gives)
    return cases(step.by, lambda by: Stated("day", f"{by}/{gives}"))
