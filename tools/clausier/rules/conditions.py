"""The language of conditions: what every rule that decides anything comes down to. `rules.json` carries it.

A condition is a JSON value. Evaluating one takes *facts* and gives true or false, exactly. Whoever evaluates this language
can apply every rule of every convention; nothing else is needed. There are three sorts of expressions. A, B, … stand for
expressions of the sort that the place calls for.

**Sets** (of seats, or of meetings: names that the facts give)

    {"set": "present"}            the set of that name in the facts
    {"seats": ["a", "b"]}         these seats
    {"union": [A, B, …]}          what is in any of them
    {"intersection": [A, B, …]}   what is in all of them (at least one is given)
    {"difference": [A, B]}        what is in A and not in B

**Numbers** (rational, unbounded, exact)

    12, "4.5", {"num": 4, "den": 5}   that number. A JSON number is always an integer
    {"count": A}                  how many the set A has
    {"sum": "eleves", "over": A}  the sum, over the set A, of what the column gives for each seat
    {"sum": B, "over": A}         the sum, over the set A, of the number B, worked out for each seat
    {"of": "eleves"}              what the column gives for the seat at hand: inside such a B, or a `formula` of weights
    {"if": C, "then": A, "else": B}   the one number where the condition C holds, else the other
    {"total": "eleves"}           the total stated for that column, which need not be the sum of its parts
    {"given": "convocation"}      a number that the facts give by name
    {"plus": [A, B, …]}, {"times": [A, B, …]}      sum, product (of none: 0, 1)
    {"min": [A, …]}, {"max": [A, …]}               the least, the greatest (at least one is given)
    {"round-up": A}, {"round-down": A}             the nearest integer not below, not above
    {"day": "ag"}                 the day of that event, as a number of days: 1970-01-01 is 0, the next day is 1
    {"months": 6, "from": A}      the day that is so many months (negative: before) from the day A; where the month is too
                                  short, its last day
    {"workdays": 5, "week": "business", "holidays": A, "from": B}
                                  the 5th day after the day B (negative: before) that is a day of that week and no holiday;
                                  0: the day B itself if it is one, else the next that is. A `business` week is Monday to
                                  Friday (jours ouvrés), a `working` one Monday to Saturday (jours ouvrables). The set A
                                  names the holidays by their days in ISO 8601: "2024-05-01"

**Conditions**

    true, false
    {"all": [A, B, …]}            each holds (of none: true)
    {"any": [A, B, …]}            at least one holds (of none: false)
    {"not": A}
    {">=": [A, B]}, {">": [A, B]}, {"=": [A, B]}   comparisons of two numbers
    {"within": [A, B]}            every element of the set A is in the set B

**Readings.** Where the words leave something open, an expression of any sort may be

    {"reading": "base", "cases": {"all": A, "cast": B, …}}

which stands for the case that is assumed. Names of readings are those of the rule's `readings`; an assumption holds for one
rule. Without an assumption the condition is worked out under each case; it is *undetermined* exactly when they differ.

**Facts** that `clausier` gives about a vote: the sets `members` (of the group, in office that day), `all` (the seats of the
body that vote), `present`, `represented` (absent, with a proxy), `for`, `against`, `abstain`, `blank`, `void`, `chair` (the
seat that presides), each college under its own name, `designated/C` (the seats of the college C, or of the body C that has
none, that are for others to name), `agenda` and `first-agenda` (of this meeting, and of the one that had no quorum); the
column `votes` (what each seat weighs) and those of the data, with their totals; the numbers `proxies-held` (the most that
one seat holds) and `secret` (1 for a secret ballot, else 0); the days `meeting` and `first-meeting`. About how often a body
meets: the set `meetings/P6M` of the meetings held in one period of that length (ISO 8601). About a deadline: the days of its
two events. Where public holidays count: the sets `holidays/france` and `holidays/alsace-moselle`, of all the years that a
period may reach. About a procedure: for each step the day on which it was done, named by who gives what (`cst/examination`;
of several, any one: `aa/opinion+position`). About a duration: `today`, and the day from which it counts. About the case in
which a rule applies: a number for each fact that it names, 1 where that holds and 0 where it does not. What is not among the
facts is an error, never zero.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Generic, Literal, TypeVar, assert_never

from msgspec import Struct

from clausier.rules.exact import Json, literal

E_co = TypeVar("E_co", covariant=True)


class Cases(Struct, Generic[E_co], frozen=True):
    """`{"reading": name, "cases": {…}}`: an expression of any sort for each case of what is left open."""

    reading: str
    cases: tuple[tuple[str, E_co], ...]


class Named(Struct, frozen=True):
    """`{"set": name}`."""

    name: str


class Seats(Struct, frozen=True):
    """`{"seats": [...]}`."""

    ids: tuple[str, ...]


class Combined(Struct, frozen=True):
    """`{"union": [...]}`, `{"intersection": [...]}`, `{"difference": [A, B]}`."""

    how: Literal["union", "intersection", "difference"]
    of: tuple[SetExpr, ...]


SetExpr = Named | Seats | Combined | Cases["SetExpr"]


class Number(Struct, frozen=True):
    """A literal."""

    value: Fraction


class Count(Struct, frozen=True):
    """`{"count": A}`."""

    of: SetExpr


class Sum(Struct, frozen=True):
    """`{"sum": column, "over": A}`."""

    column: str
    over: SetExpr


class SumOf(Struct, frozen=True):
    """`{"sum": B, "over": A}`: of a number worked out for each seat."""

    of: NumExpr
    over: SetExpr


class Of(Struct, frozen=True):
    """`{"of": column}`: for the seat at hand."""

    column: str


class Choice(Struct, frozen=True):
    """`{"if": C, "then": A, "else": B}`."""

    test: Condition
    then: NumExpr
    other: NumExpr


class Stated(Struct, frozen=True):
    """`{"total": name}`, `{"given": name}`, `{"day": name}`: numbers that the facts hold ready."""

    how: Literal["total", "given", "day"]
    name: str


class Worked(Struct, frozen=True):
    """`{"plus": [...]}`, `times`, `min`, `max`."""

    how: Literal["plus", "times", "min", "max"]
    of: tuple[NumExpr, ...]


class Rounded(Struct, frozen=True):
    """`{"round-up": A}`, `{"round-down": A}`."""

    how: Literal["round-up", "round-down"]
    of: NumExpr


class Months(Struct, frozen=True):
    """`{"months": n, "from": A}`."""

    months: int
    start: NumExpr


class Workdays(Struct, frozen=True):
    """`{"workdays": n, "week": "business", "holidays": A, "from": B}`."""

    count: int
    week: Literal["business", "working"]
    holidays: SetExpr
    start: NumExpr


NumExpr = Number | Count | Sum | SumOf | Of | Choice | Stated | Worked | Rounded | Months | Workdays | Cases["NumExpr"]


class Constant(Struct, frozen=True):
    """`true`, `false`."""

    holds: bool


class Joined(Struct, frozen=True):
    """`{"all": [...]}`, `{"any": [...]}`."""

    how: Literal["all", "any"]
    of: tuple[Condition, ...]


class Not(Struct, frozen=True):
    """`{"not": A}`."""

    of: Condition


class Compare(Struct, frozen=True):
    """`{">=": [A, B]}`, `>`, `=`."""

    how: Literal[">=", ">", "="]
    left: NumExpr
    right: NumExpr


class Within(Struct, frozen=True):
    """`{"within": [A, B]}`."""

    inner: SetExpr
    outer: SetExpr


Condition = Constant | Joined | Not | Compare | Within | Cases["Condition"]
Expr = SetExpr | NumExpr | Condition


def to_json(expr: Expr) -> Json:
    """`expr` as `rules.json` writes it."""
    match expr:
        case Named():
            return {"set": expr.name}
        case Seats():
            return {"seats": list(expr.ids)}
        case Combined() | Worked() | Joined():
            return {expr.how: [to_json(part) for part in expr.of]}
        case Number():
            return literal(expr.value)
        case Count():
            return {"count": to_json(expr.of)}
        case Sum():
            return {"sum": expr.column, "over": to_json(expr.over)}
        case SumOf():
            return {"sum": to_json(expr.of), "over": to_json(expr.over)}
        case Of():
            return {"of": expr.column}
        case Choice():
            return {"if": to_json(expr.test), "then": to_json(expr.then), "else": to_json(expr.other)}
        case Stated():
            return {expr.how: expr.name}
        case Rounded():
            return {expr.how: to_json(expr.of)}
        case Months():
            return {"months": expr.months, "from": to_json(expr.start)}
        case Workdays():
            return {
                "workdays": expr.count,
                "week": expr.week,
                "holidays": to_json(expr.holidays),
                "from": to_json(expr.start),
            }
        case Constant():
            return expr.holds
        case Not():
            return {"not": to_json(expr.of)}
        case Compare():
            return {expr.how: [to_json(expr.left), to_json(expr.right)]}
        case Within():
            return {"within": [to_json(expr.inner), to_json(expr.outer)]}
        case Cases():
            return {"reading": expr.reading, "cases": {name: to_json(case) for name, case in expr.cases}}
        case _:
            assert_never(expr)


def parts(expr: Expr) -> tuple[Expr, ...]:
    """The expressions that `expr` is made of, one level down."""
    match expr:
        case Named() | Seats() | Number() | Of() | Stated() | Constant():
            return ()
        case Combined() | Worked() | Joined():
            return expr.of
        case Count() | Rounded() | Not():
            return (expr.of,)
        case Sum():
            return (expr.over,)
        case SumOf():
            return (expr.of, expr.over)
        case Choice():
            return (expr.test, expr.then, expr.other)
        case Months():
            return (expr.start,)
        case Workdays():
            return (expr.start, expr.holidays)
        case Compare():
            return (expr.left, expr.right)
        case Within():
            return (expr.inner, expr.outer)
        case Cases():
            return tuple(case for _, case in expr.cases)
        case _:
            assert_never(expr)
