"""A condition about a vote → a simple game of weights: everyone is there, and each seat votes for or against.

Each seat is then in a set, or not, by its own vote alone. So what is counted is a sum of what each seat adds to it when it
votes for, and a comparison is one of weights with a quota.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from clausier.decide.power import Game, joint, opposite, reach
from clausier.decide.seats import meeting
from clausier.rules import conditions
from clausier.rules.conditions import Condition, NumExpr, SetExpr
from clausier.rules.evaluation import Facts, Need, assumed, members, needs, number


class NotWeightedError(ValueError):
    """The condition is not one of weights that reach a quota."""


class _Sum(Struct, frozen=True):
    """A number: `constant`, and what each seat adds to it when it votes for."""

    constant: Fraction
    adds: Mapping[str, Fraction]

    @property
    def settled(self) -> bool:
        """Whether it does not depend on the votes."""
        return not any(self.adds.values())


class _Votes(Struct, frozen=True):
    """The seats, and the facts of the two meetings at which they all vote alike."""

    seats: tuple[str, ...]
    against: Facts
    favour: Facts


def game_of(condition: Condition, seats: Iterable[str], facts: Facts) -> Game:
    """The game of `condition` among `seats`, in their order. `facts` give other sets, columns, and the cases assumed.

    Raises NotWeightedError; MissingFactError where the facts do not say.
    """
    listed = tuple(seats)
    return _game(condition, _Votes(listed, meeting(listed, (), facts), meeting(listed, listed, facts)))


def _game(condition: Condition, votes: _Votes) -> Game:
    match condition:
        case conditions.Constant():
            return _at_least(_Sum(Fraction(0 if condition.holds else -1), {}), votes, strict=False)
        case conditions.Joined():
            return joint(condition.how, (_game(part, votes) for part in condition.of))
        case conditions.Not():
            return opposite(_game(condition.of, votes))
        case conditions.Compare():
            difference = _minus(_number(condition.left, votes), _number(condition.right, votes))
            if condition.how == "=":
                least, more = (_at_least(difference, votes, strict=strict) for strict in (False, True))
                return joint("all", (least, opposite(more)))
            return _at_least(difference, votes, strict=condition.how == ">")
        case conditions.Within():
            left_out = [
                members(condition.inner, f) - members(condition.outer, f) for f in (votes.against, votes.favour)
            ]
            outside = _weighed(left_out[0], left_out[1], lambda _: Fraction(1))
            return _at_least(_minus(_Sum(Fraction(), {}), outside), votes, strict=False)
        case conditions.Cases():
            return _game(assumed(condition.reading, condition.cases, votes.favour), votes)
        case _:
            assert_never(condition)


def _at_least(total: _Sum, votes: _Votes, *, strict: bool) -> Game:
    """That `total` is zero at least, or more than that."""
    weights = tuple(total.adds.get(seat, Fraction()) for seat in votes.seats)
    try:
        return reach(weights, -total.constant, strict=strict)
    except ValueError:
        raise NotWeightedError from None


def _number(expr: NumExpr, votes: _Votes) -> _Sum:
    match expr:
        case conditions.Count():
            return _over(expr.of, votes, lambda _: Fraction(1))
        case conditions.Sum():
            return _over(
                expr.over, votes, lambda seat: number(conditions.Of(expr.column), replace(votes.favour, seat=seat))
            )
        case conditions.SumOf():
            return _over(expr.over, votes, lambda seat: _same(expr.of, votes, seat))
        case conditions.Cases():
            return _number(assumed(expr.reading, expr.cases, votes.favour), votes)
        case conditions.Worked(how="plus"):
            parts = [_number(part, votes) for part in expr.of]
            adds = {s: sum((p.adds.get(s, Fraction()) for p in parts), Fraction()) for s in votes.seats}
            return _Sum(sum((p.constant for p in parts), Fraction()), adds)
        case conditions.Worked(how="times"):
            return _product([_number(part, votes) for part in expr.of])
        case conditions.Worked():
            settled = tuple(conditions.Number(_settled(part, votes)) for part in expr.of)
            return _Sum(number(conditions.Worked(expr.how, settled), votes.favour), {})
        case conditions.Rounded():
            return _Sum(
                number(conditions.Rounded(expr.how, conditions.Number(_settled(expr.of, votes))), votes.favour), {}
            )
        case (
            conditions.Choice()
            | conditions.Of()
            | conditions.Number()
            | conditions.Stated()
            | conditions.Months()
            | conditions.Workdays()
        ):
            return _Sum(_same(expr, votes, votes.favour.seat), {})
        case _:
            assert_never(expr)


def _settled(expr: NumExpr, votes: _Votes) -> Fraction:
    """A number that does not depend on the votes."""
    found = _number(expr, votes)
    if not found.settled:
        raise NotWeightedError
    return found.constant


def _same(expr: NumExpr, votes: _Votes, seat: str) -> Fraction:
    """A number in which no vote is asked for."""
    if needs(expr) & {Need("set", "for"), Need("set", "against")}:
        raise NotWeightedError
    return number(expr, replace(votes.favour, seat=seat))


def _product(parts: Iterable[_Sum]) -> _Sum:
    found = _Sum(Fraction(1), {})
    for part in parts:
        if not (part.settled or found.settled):
            raise NotWeightedError
        one, factor = (found, part.constant) if part.settled else (part, found.constant)
        found = _Sum(one.constant * factor, {seat: adds * factor for seat, adds in one.adds.items()})
    return found


def _minus(left: _Sum, right: _Sum) -> _Sum:
    every = (*left.adds, *right.adds)
    adds = {seat: left.adds.get(seat, Fraction()) - right.adds.get(seat, Fraction()) for seat in every}
    return _Sum(left.constant - right.constant, adds)


def _over(of: SetExpr, votes: _Votes, weight: Callable[[str], Fraction]) -> _Sum:
    return _weighed(members(of, votes.against), members(of, votes.favour), weight)


def _weighed(against: frozenset[str], favour: frozenset[str], weight: Callable[[str], Fraction]) -> _Sum:
    """The sum over a set of which seats may be part when they vote against, and when they vote for."""
    adds = {seat: weight(seat) for seat in favour - against}
    adds |= {seat: -weight(seat) for seat in against - favour}
    return _Sum(sum((weight(seat) for seat in against), Fraction()), adds)
