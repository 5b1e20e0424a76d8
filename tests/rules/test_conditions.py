from __future__ import annotations

import datetime
import json
from fractions import Fraction
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier import schemas
from clausier.rules.conditions import (
    Cases,
    Choice,
    Combined,
    Compare,
    Condition,
    Constant,
    Count,
    Joined,
    Months,
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
    Workdays,
    Worked,
    parts,
    to_json,
)
from clausier.rules.evaluation import (
    Facts,
    MissingFactError,
    Need,
    NoSuchDayError,
    evaluate,
    members,
    needs,
    number,
    readings,
)
from rules import reader

SEATS = ("a", "b", "c", "d")
SETS = ("all", "present", "for")
FOR, ALL = Named("for"), Named("all")


def facts(**given: Any) -> Facts:
    return Facts(**{"sets": {"all": frozenset(SEATS), "for": frozenset("ab"), "none": frozenset()}, **given})


def num(value: int | str) -> Number:
    return Number(Fraction(value))


def day(words: str) -> Fraction:
    return Fraction((datetime.date.fromisoformat(words) - datetime.date(1970, 1, 1)).days)


# --- what each expression comes to ---


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("1/3", "1/3", (True, False, True)), ("1/2", "1/3", (True, True, False)), ("1/3", "1/2", (False, False, False))],
)
def test_comparisons_are_exact_at_their_boundary(left: str, right: str, expected: tuple[bool, bool, bool]) -> None:
    how = (">=", ">", "=")
    found = tuple(evaluate(Compare(h, num(left), num(right)), facts()) for h in how)  # type: ignore[arg-type]  # of `how`
    assert found == expected


def test_a_tenth_thrice_is_three_tenths() -> None:
    tenth = Number(Fraction(1, 10))
    assert evaluate(Compare("=", Worked("plus", (tenth, tenth, tenth)), Number(Fraction(3, 10))), facts())


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Joined("all", ()), True),
        (Joined("any", ()), False),
        (Joined("all", (Constant(True), Constant(False))), False),
        (Joined("any", (Constant(True), Constant(False))), True),
        (Not(Constant(True)), False),
        (Not(Constant(False)), True),
        (Within(FOR, ALL), True),
        (Within(ALL, FOR), False),
        (Within(Named("none"), Named("none")), True),
    ],
)
def test_conditions_join_as_logic_has_it(condition: Condition, *, expected: bool) -> None:
    assert evaluate(condition, facts()) is expected


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        (Named("for"), "ab"),
        (Seats(("b", "z")), "bz"),
        (Combined("union", (Named("for"), Seats(("b", "z")))), "abz"),
        (Combined("intersection", (Named("for"), Seats(("b", "z")))), "b"),
        (Combined("difference", (Named("for"), Seats(("b", "z")))), "a"),
        (Combined("union", (Named("for"),)), "ab"),
    ],
)
def test_sets_combine(expr: SetExpr, expected: str) -> None:
    assert members(expr, facts()) == frozenset(expected)


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        (Worked("plus", ()), 0),
        (Worked("times", ()), 1),
        (Worked("times", (num("2/3"), num(6))), 4),
        (Worked("min", (num(2), num("1/2"))), "1/2"),
        (Worked("max", (num(2), num("1/2"))), 2),
        (Rounded("round-up", num("7/2")), 4),
        (Rounded("round-down", num("7/2")), 3),
        (Rounded("round-up", num(3)), 3),
        (Rounded("round-up", num("-1/2")), 0),
        (Rounded("round-down", num("-1/2")), -1),
        (Count(ALL), 4),
        (Sum("votes", FOR), "11/2"),
        (Sum("votes", Named("none")), 0),
        (SumOf(Number(Fraction(2)), FOR), 4),
        (SumOf(Worked("min", (Of("votes"), num(2))), FOR), 3),
        (SumOf(SumOf(Of("votes"), FOR), FOR), 11),
        (SumOf(Of("votes"), Named("none")), 0),
        (Choice(Constant(True), num(1), Of("nowhere")), 1),
        (Choice(Constant(False), Of("nowhere"), num(2)), 2),
        (SumOf(Choice(Compare(">", Of("votes"), num(2)), num(10), num(1)), FOR), 11),
        (Stated("total", "votes"), 15),
        (Stated("given", "sitting"), 2),
        (Stated("day", "epoch"), 0),
        (Stated("day", "next"), 1),
    ],
)
def test_numbers_are_worked_out_exactly(expr: NumExpr, expected: int | str) -> None:
    known = facts(
        columns={"votes": {"a": Fraction(9, 2), "b": Fraction(1), "c": Fraction(7)}},
        totals={"votes": Fraction(15)},
        given={"sitting": Fraction(2)},
        days={"epoch": datetime.date(1970, 1, 1), "next": datetime.date(1970, 1, 2)},
    )
    assert number(expr, known) == Fraction(expected)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2022-01-31", 1, "2022-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2022-03-15", -1, "2022-02-15"),
        ("2022-01-15", -1, "2021-12-15"),
        ("2022-12-15", 1, "2023-01-15"),
        ("2022-05-31", 12, "2023-05-31"),
        ("2024-02-29", -12, "2023-02-28"),
        ("2022-05-31", 0, "2022-05-31"),
    ],
)
def test_months_go_from_day_to_day_or_to_the_last_of_a_shorter_one(start: str, months: int, end: str) -> None:
    known = facts(days={"start": datetime.date.fromisoformat(start)})
    assert number(Months(months, Stated("day", "start")), known) == day(end)


@pytest.mark.parametrize(
    ("count", "week", "start", "end"),
    [
        (1, "business", "2024-05-07", "2024-05-10"),
        (2, "business", "2024-05-07", "2024-05-13"),
        (2, "working", "2024-05-07", "2024-05-11"),
        (-1, "business", "2024-05-10", "2024-05-07"),
        (-2, "business", "2024-05-07", "2024-05-03"),
        (-2, "working", "2024-05-07", "2024-05-04"),
        (0, "business", "2024-05-07", "2024-05-07"),
        (0, "business", "2024-05-08", "2024-05-10"),
        (0, "business", "2024-05-11", "2024-05-13"),
        (0, "working", "2024-05-11", "2024-05-11"),
        (1, "business", "2024-05-11", "2024-05-13"),
        (-1, "business", "2024-05-09", "2024-05-07"),
    ],
)
def test_working_days_pass_over_week_ends_and_holidays(
    count: int, week: Literal["business", "working"], start: str, end: str
) -> None:
    closed = frozenset({"2024-05-08", "2024-05-09"})
    known = facts(sets={"closed": closed}, days={"start": datetime.date.fromisoformat(start)})
    assert number(Workdays(count, week, Named("closed"), Stated("day", "start")), known) == day(end)


LONG_AGO = Worked("plus", (Stated("day", "start"), Number(Fraction(-(10**12)))))


@pytest.mark.parametrize(
    ("expr", "start"),
    [
        (Workdays(1, "working", Named("closed"), Stated("day", "start")), "9999-12-31"),
        (Workdays(-1, "working", Named("closed"), Stated("day", "start")), "0001-01-01"),
        (Workdays(10**12, "working", Named("closed"), Stated("day", "start")), "2024-05-07"),
        (Workdays(-(10**12), "business", Named("closed"), Stated("day", "start")), "2024-05-07"),
        (Workdays(0, "business", Named("closed"), LONG_AGO), "2024-05-07"),
        (Months(1, Stated("day", "start")), "9999-12-31"),
        (Months(-1, Stated("day", "start")), "0001-01-31"),
        (Months(1, LONG_AGO), "2024-05-07"),
    ],
)
def test_a_day_that_no_calendar_has_is_refused(expr: NumExpr, start: str) -> None:
    known = facts(sets={"closed": frozenset()}, days={"start": datetime.date.fromisoformat(start)})
    with pytest.raises(NoSuchDayError):
        number(expr, known)


# --- readings ---

OPEN = Compare(">=", Count(FOR), Count(Cases("base", (("all", ALL), ("cast", FOR)))))


def test_an_assumption_picks_the_case() -> None:
    assert not evaluate(OPEN, facts(assumes={"base": "all"}))
    assert evaluate(OPEN, facts(assumes={"base": "cast"}))


def test_readings_may_stand_for_conditions_and_numbers_too() -> None:
    condition: Condition = Cases(
        "who", (("x", Compare(">", Cases("n", (("one", num(1)), ("two", num(2)))), num(1))), ("y", Constant(True)))
    )
    assert readings(condition) == {"who": ("x", "y"), "n": ("one", "two")}
    assert not evaluate(condition, facts(assumes={"who": "x", "n": "one"}))
    assert evaluate(condition, facts(assumes={"who": "x", "n": "two"}))


@pytest.mark.parametrize("assumes", [{}, {"base": "other"}, {"other": "all"}])
def test_a_case_that_does_not_exist_is_not_assumed(assumes: dict[str, str]) -> None:
    with pytest.raises(MissingFactError) as raised:
        evaluate(OPEN, facts(assumes=assumes))
    assert raised.value.need == Need("reading", "base")


# --- what is asked of the facts ---

ASKS = Joined(
    "all",
    (
        Compare(">", Sum("pupils", Named("present")), Worked("times", (num("1/2"), Stated("total", "pupils")))),
        Compare(">=", Months(-1, Stated("day", "ag")), Stated("given", "x")),
        Not(Within(Named("present"), Combined("union", (ALL, Seats(("z",)))))),
        Compare("=", SumOf(Choice(Constant(True), Of("area"), num(1)), Named("for")), num(0)),
    ),
)


def test_what_a_condition_needs_is_known_before_it_is_worked_out() -> None:
    assert needs(ASKS) == {
        Need("set", "present"),
        Need("set", "all"),
        Need("column", "pupils"),
        Need("total", "pupils"),
        Need("day", "ag"),
        Need("given", "x"),
        Need("column", "area"),
        Need("set", "for"),
    }


@pytest.mark.parametrize(
    ("expr", "need"),
    [
        (Count(Named("present")), Need("set", "present")),
        (Sum("pupils", FOR), Need("column", "pupils")),
        (Sum("votes", ALL), Need("column", "votes", "c")),
        (Stated("total", "pupils"), Need("total", "pupils")),
        (Stated("day", "ag"), Need("day", "ag")),
        (Stated("given", "x"), Need("given", "x")),
        (Of("pupils"), Need("column", "pupils")),
        (Of("votes"), Need("column", "votes")),
        (SumOf(Of("votes"), ALL), Need("column", "votes", "c")),
    ],
)
def test_what_the_facts_do_not_say_is_an_error_and_never_zero(expr: NumExpr, need: Need) -> None:
    known = facts(columns={"votes": {"a": Fraction(1), "b": Fraction(1), "d": Fraction(1)}})
    with pytest.raises(MissingFactError) as raised:
        number(expr, known)
    assert raised.value.need == need
    assert str(raised.value) == f"{need.what} {need.name}" + (" for c" if need.seat else "")


# --- JSON ---


@pytest.mark.parametrize(
    ("expr", "written"),
    [
        (Compare(">=", num(1), num("4/5")), {">=": [1, {"num": 4, "den": 5}]}),
        (Sum("votes", FOR), {"sum": "votes", "over": {"set": "for"}}),
        (SumOf(Of("votes"), FOR), {"sum": {"of": "votes"}, "over": {"set": "for"}}),
        (Choice(Constant(True), num(1), num(2)), {"if": True, "then": 1, "else": 2}),
        (Months(-6, Stated("day", "ag")), {"months": -6, "from": {"day": "ag"}}),
        (
            Workdays(-5, "working", Named("holidays/france"), Stated("day", "ag")),
            {"workdays": -5, "week": "working", "holidays": {"set": "holidays/france"}, "from": {"day": "ag"}},
        ),
        (Rounded("round-up", Count(Seats(("a",)))), {"round-up": {"count": {"seats": ["a"]}}}),
        (Not(Joined("any", ())), {"not": {"any": []}}),
        (Within(FOR, ALL), {"within": [{"set": "for"}, {"set": "all"}]}),
        (
            Cases("base", (("all", ALL), ("x", FOR))),
            {"reading": "base", "cases": {"all": {"set": "all"}, "x": {"set": "for"}}},
        ),
    ],
)
def test_expressions_are_written_as_the_language_says(expr: Condition | NumExpr | SetExpr, written: object) -> None:
    assert to_json(expr) == written


# Any expression, and any facts, small enough to differ often.


def sets() -> st.SearchStrategy[SetExpr]:
    base: st.SearchStrategy[SetExpr] = st.one_of(
        st.sampled_from(SETS).map(Named), st.lists(st.sampled_from(SEATS), max_size=3).map(lambda s: Seats(tuple(s)))
    )
    return st.recursive(
        base,
        lambda inner: st.one_of(
            st.builds(
                Combined, st.sampled_from(["union", "intersection"]), st.lists(inner, min_size=1, max_size=3).map(tuple)
            ),
            st.builds(Combined, st.just("difference"), st.tuples(inner, inner)),
            st.tuples(inner, inner).map(lambda c: Cases("r", (("one", c[0]), ("two", c[1])))),
        ),
        max_leaves=4,
    )


def numbers() -> st.SearchStrategy[NumExpr]:
    base: st.SearchStrategy[NumExpr] = st.one_of(
        st.fractions(-3, 3, max_denominator=4).map(Number),
        sets().map(Count),
        st.builds(Sum, st.just("votes"), sets()),
        st.sampled_from([Stated("total", "votes"), Stated("given", "x"), Stated("day", "ag")]),
        st.integers(-30, 30).map(lambda n: Months(n, Stated("day", "ag"))),
        st.builds(
            Workdays,
            st.integers(-9, 9),
            st.sampled_from(["business", "working"]),
            st.just(Named("holidays")),
            st.just(Stated("day", "ag")),
        ),
    )
    return st.recursive(
        base,
        lambda inner: st.one_of(
            st.builds(Worked, st.sampled_from(["plus", "times"]), st.lists(inner, max_size=3).map(tuple)),
            st.builds(Worked, st.sampled_from(["min", "max"]), st.lists(inner, min_size=1, max_size=3).map(tuple)),
            st.builds(Rounded, st.sampled_from(["round-up", "round-down"]), inner),
            st.builds(lambda n, s: SumOf(Worked("plus", (Of("votes"), n)), s), inner, sets()),
            st.builds(lambda a, b: Choice(Compare(">", a, b), a, b), inner, inner),
            st.tuples(inner, inner).map(lambda c: Cases("r", (("one", c[0]), ("two", c[1])))),
        ),
        max_leaves=4,
    )


def conditions() -> st.SearchStrategy[Condition]:
    base: st.SearchStrategy[Condition] = st.one_of(
        st.booleans().map(Constant),
        st.builds(Compare, st.sampled_from([">=", ">", "="]), numbers(), numbers()),
        st.builds(Within, sets(), sets()),
    )
    return st.recursive(
        base,
        lambda inner: st.one_of(
            st.builds(Joined, st.sampled_from(["all", "any"]), st.lists(inner, max_size=3).map(tuple)),
            st.builds(Not, inner),
            st.tuples(inner, inner).map(lambda c: Cases("r", (("one", c[0]), ("two", c[1])))),
        ),
        max_leaves=4,
    )


SOME = st.frozensets(st.sampled_from(SEATS))
VALUES = st.fractions(0, 3, max_denominator=2)


@st.composite
def some_facts(draw: st.DrawFn) -> Facts:
    ag = draw(st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 12, 31)))
    closed = draw(st.frozensets(st.integers(-9, 9)))
    return Facts(
        sets={
            **{name: draw(SOME) for name in SETS},
            "holidays": frozenset((ag + datetime.timedelta(n)).isoformat() for n in closed),
        },
        columns={"votes": {seat: draw(VALUES) for seat in SEATS}},
        totals={"votes": draw(VALUES)},
        given={"x": draw(VALUES)},
        days={"ag": ag},
        assumes={"r": draw(st.sampled_from(["one", "two"]))},
    )


@given(conditions(), some_facts())
def test_a_reader_of_the_description_alone_gets_the_same_answers(condition: Condition, known: Facts) -> None:
    written = json.loads(json.dumps(to_json(condition)))
    plain = {
        "sets": {name: sorted(seats) for name, seats in known.sets.items()},
        "columns": known.columns,
        "totals": known.totals,
        "given": known.given,
        "days": {name: when.isoformat() for name, when in known.days.items()},
        "assumes": known.assumes,
    }
    assert reader.holds(written, plain) is evaluate(condition, known)


@given(conditions())
def test_every_condition_fits_the_schema_and_holds_no_float(condition: Condition) -> None:
    written = json.dumps(to_json(condition))
    assert schemas.validator("rules", "condition").is_valid(json.loads(written))
    assert "." not in written


@given(conditions())
def test_what_a_condition_needs_is_what_its_parts_need(condition: Condition) -> None:
    assert needs(condition) >= frozenset(need for part in parts(condition) for need in needs(part))
    known = {name for part in parts(condition) for name in readings(part)}
    assert known <= set(readings(condition))


def test_a_reader_needs_no_more_than_a_hundred_lines() -> None:
    source = reader.__file__
    with open(source, encoding="utf-8") as file:  # noqa: PTH123 - one line is enough
        assert sum(1 for _ in file) <= 100
