"""Coalitions one by one, for a body small enough: which are minimal, and who has power, whatever the condition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import factorial
from operator import mul
from typing import assert_never

from clausier.decide.power import Game, Joint, NotMonotoneError, Opposite, Power, Reach

MOST_SEATS = 15
"""So many seats make 32 768 coalitions: beyond, they are counted and not listed."""

Coalition = tuple[int, ...]


def outcomes(seats: int, wins: Callable[[frozenset[int]], bool]) -> list[bool]:
    """Whether each coalition wins, by number: the bit `n` of the number is the seat of rank `n`."""
    return [wins(frozenset(_ranks(number, seats))) for number in range(1 << seats)]


def outcomes_of(game: Game, seats: int) -> list[bool]:
    """The same of a game of sums: each coalition's is that of the one without its last seat, and the weight of this seat."""
    match game:
        case Reach(weights=weights, quota=quota):
            sums = [0]
            for weight in weights[:seats]:
                sums += [lighter + weight for lighter in sums]
            return [total >= quota for total in sums]
        case Joint(how=how, of=parts):
            decides = all if how == "all" else any
            return [decides(each) for each in zip(*(outcomes_of(part, seats) for part in parts), strict=True)]
        case Opposite(of=part):
            return [not won for won in outcomes_of(part, seats)]
        case _:
            assert_never(game)


def minimal_coalitions(found: list[bool], seats: int) -> tuple[Coalition, ...]:
    """Those that win and lose without any one of their seats; the smallest first."""
    listed = (
        tuple(_ranks(number, seats))
        for number, won in enumerate(found)
        if won and not any(found[number & ~(1 << seat)] for seat in _ranks(number, seats))
    )
    return tuple(sorted(listed, key=lambda coalition: (len(coalition), coalition)))


def blocking(found: list[bool]) -> list[bool]:
    """Whether each coalition can block: the others, together, lose."""
    return [not won for won in reversed(found)]


def power_by_listing(found: list[bool], seats: int) -> Power:
    """The indices, from the outcome of each coalition. Raises NotMonotoneError."""
    by_size = [[0] * seats for _ in range(seats)]  # for each seat, the coalitions of each size that it makes win
    for number, won in enumerate(found):
        size = number.bit_count()
        for seat in range(seats):
            joined = number | 1 << seat
            if joined == number:
                continue
            if won and not found[joined]:
                raise NotMonotoneError
            if found[joined] and not won:
                by_size[seat][size] += 1
    swings = [sum(counts) for counts in by_size]
    together = sum(swings)
    ways = [
        factorial(size) * factorial(seats - 1 - size) for size in range(seats)
    ]  # to order a coalition, and the others
    return Power(
        winning=sum(found),
        swings=tuple(swings),
        banzhaf=tuple(Fraction(count, together) if together else Fraction() for count in swings),
        shapley=tuple(Fraction(sum(map(mul, counts, ways)), factorial(seats)) for counts in by_size),
    )


def _ranks(number: int, seats: int) -> Iterator[int]:
    return (seat for seat in range(seats) if number >> seat & 1)
