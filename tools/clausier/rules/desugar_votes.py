"""Typed rules about votes → conditions, sets and numbers: what `clausier decide` works out, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar, assert_never

from clausier.rules import kinds
from clausier.rules.conditions import (
    Cases,
    Choice,
    Combined,
    Compare,
    Condition,
    Constant,
    Count,
    Joined,
    Named,
    Not,
    Number,
    NumExpr,
    Of,
    Rounded,
    Seats,
    SetExpr,
    Stated,
    Sum,
    SumOf,
    Within,
    Worked,
)
from clausier.rules.criteria import Base, Criteria, Criterion, Fixed, Required, Test, Threshold
from clausier.rules.settled import Settled, Slot
from clausier.rules.values import Relative, Share

T = TypeVar("T")
E = TypeVar("E", SetExpr, NumExpr, Condition)
PRESENT = Named("present")
PRESENT_OR_REPRESENTED = Combined("union", (PRESENT, Named("represented")))


def seats_of(rule: kinds.Composition) -> SetExpr:
    """The seats that `rule` gives to its body."""
    return cases(rule.seats, lambda ids: _seats(ids, rule.given_as))


def _seats(ids: tuple[str, ...], given_as: str) -> SetExpr:
    if ids == ("designated",):
        return Named(designated(given_as))
    listed = tuple(i for i in ids if i != "members")
    if "members" not in ids:
        return Seats(listed)
    return Combined("union", (Named("members"), Seats(listed))) if listed else Named("members")


def designated(given_as: str) -> str:
    """The name of the set of the seats of a college, or of a body that has none, that are for others to name."""
    return f"designated/{given_as}"


def designating(rule: kinds.Composition) -> bool:
    """Whether `rule` leaves it to others, under some reading, to name seats."""
    return ("designated",) in rule.seats.values


def tests(of: Test, measured: SetExpr) -> Condition:
    """That `of` is reached by the seats `measured`."""
    match of:
        case Criteria():
            return Joined(of.how, tuple(tests(part, measured) for part in of.of))
        case Required():
            return Within(Seats(of.seats), measured)
        case Criterion():
            counted = Named("against") if of.blocking else measured
            reached = cases(
                of.among,
                lambda among: cases(
                    of.measure,
                    lambda measure: cases(of.threshold, lambda t: _test(of, counted, among, measure, t)),
                ),
            )
            return Not(reached) if of.blocking else reached
        case _:
            assert_never(of)


def _test(test: Criterion, measured: SetExpr, among: str, measure: str, threshold: Threshold) -> Condition:
    got = tally(measure, _within(measured, among))
    match threshold:
        case Relative():
            return Compare(">", got, tally(measure, _within(Named("against"), among)))
        case Fixed():
            return Compare(">" if threshold.strict else ">=", got, Number(threshold.number))
        case Share():
            got = tally(measure, _within(_counted(measured, test.base), among))
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


def _counted(measured: SetExpr, base: Slot[Base]) -> SetExpr:
    """Those of the voters `measured` that the base has: else votes by proxy would make all of those present for, one of them against."""
    if measured in {PRESENT, PRESENT_OR_REPRESENTED}:
        return measured
    there = Combined("intersection", (measured, PRESENT))
    return (
        cases(base, lambda value: there if value == "present" else measured) if "present" in base.values else measured
    )


def _may_be_empty(base: Slot[Base]) -> bool:
    return any(value not in {"all", "total"} for value in base.values)


def _whole(base: Slot[Base], measure: str, among: str) -> NumExpr:
    """What a share is taken of: where one of the readings is the total stated for a column, a number for each of them."""

    def whole(value: Base) -> NumExpr:
        return Stated("total", measure) if value == "total" else tally(measure, _within(_base(value), among))

    return cases(base, whole) if "total" in base.values else tally(measure, _within(cases(base, _base), among))


def _base(base: Base) -> SetExpr:
    match base:
        case "all" | "total":
            return Named("all")
        case "present":
            return PRESENT
        case "present-or-represented":
            return PRESENT_OR_REPRESENTED
        case "voters":
            return _ballots("blank", "void")
        case "voters-or-abstained":
            return _ballots("blank", "void", "abstain")
        case "cast":
            return _ballots()
        case "cast-or-blank":
            return _ballots("blank")
        case "cast-or-abstained":
            return _ballots("abstain")
        case "cast-blank-or-abstained":
            return _ballots("blank", "abstain")
        case _:
            assert_never(base)


def _ballots(*besides: str) -> SetExpr:
    return Combined("union", tuple(Named(name) for name in ("for", "against", *besides)))


def _within(seats: SetExpr, among: str) -> SetExpr:
    if not among:
        return seats
    return Named(among) if seats == Named("all") else Combined("intersection", (seats, Named(among)))


def tally(measure: str, seats: SetExpr) -> NumExpr:
    """How much of `measure` the seats have: their number (`heads`), or the sum of a column."""
    return Count(seats) if measure == "heads" else Sum(measure, seats)


def formula(figure: kinds.Figure, among: str) -> NumExpr:
    """What a seat (of the college `among`, where one is named) weighs by `figure`: a number worked out for that seat."""
    votes: NumExpr = Of(figure.column)
    if figure.bands:
        *lower, (_, highest) = figure.bands
        votes = Number(highest)
        for up_to, each in reversed(lower):
            within = Compare(">=", Number(up_to or Fraction()), Of(figure.column))
            votes = Choice(within, Number(each), votes)
    elif figure.per != 1:
        votes = Worked("times", (votes, Number(1 / figure.per)))
    if figure.rounded:
        votes = Rounded("round-up" if figure.rounded == "up" else "round-down", votes)
    if figure.least is not None:
        votes = Worked("max", (votes, Number(figure.least)))
    match figure.most:
        case None:
            return votes
        case "others":
            every = SumOf(votes, Named(among or "all"))
            return Worked("min", (votes, Worked("plus", (every, Worked("times", (Number(Fraction(-1)), votes))))))
        case Share():
            return Worked(
                "min", (votes, Worked("times", (Number(figure.most.of), SumOf(votes, Named(among or "all")))))
            )
        case _:
            return Worked("min", (votes, Number(figure.most)))


def proxies(rule: kinds.Proxy) -> Condition:
    """That the proxies given are allowed."""
    if not rule.allowed:
        return Compare("=", Count(Named("represented")), Number(Fraction()))
    if rule.limit is None:
        return Constant(holds=True)
    return Compare(">=", Number(Fraction(rule.limit)), Stated("given", "proxies-held"))


def casting_vote(rule: kinds.CastingVote) -> Condition:
    """That the votes are equal, and the side of the seat that prevails in a tie is for."""
    equal = Compare("=", tally(rule.measure, Named("for")), tally(rule.measure, Named("against")))
    seat = Seats((rule.seat,)) if rule.seat else Named("chair")
    parts: tuple[Condition, ...] = (equal, Within(seat, Named("for")))
    if rule.open_only:
        parts = (equal, Compare("=", Stated("given", "secret"), Number(Fraction())), *parts[1:])
    return Joined("all", parts)


def cases(slot: Slot[T], of: Callable[[T], E]) -> E | Cases[E]:
    """`of` what is settled, or of each case of what is open."""
    if isinstance(slot, Settled):
        return of(slot.value)
    return Cases(slot.reading, tuple((case.name, of(case.value)) for case in slot.cases))
