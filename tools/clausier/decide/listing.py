"""Coalitions one by one, for a body small enough: which are minimal, who has power, and how many seats of each sort they take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache, reduce
from math import factorial
from operator import and_, mul, or_
from typing import assert_never

from msgspec import Struct

from clausier.decide.power import Game, Joint, NotMonotoneError, Opposite, Power, Reach

MOST_SEATS = 15
"""So many seats make 32 768 coalitions: beyond, they are counted and not listed."""

Ranks = tuple[int, ...]  # of the seats of a coalition, or of a sort
Coalitions = int
"""A set of coalitions: the bit `n` is the coalition of number `n`, whose bits are its seats. All are compared at once."""
_SEATS = tuple(1 << seat for seat in range(MOST_SEATS))
_DIGITS = bytes.maketrans(b"\0\1", b"01")


def winners(seats: int, wins: Callable[[frozenset[int]], bool]) -> Coalitions:
    """The coalitions that win."""
    return _numbered([wins(frozenset(_ranks(number))) for number in range(1 << seats)])


def winners_in(game: Game, seats: int) -> Coalitions:
    """The same of a game of sums: each coalition's is that of the one without its last seat, and the weight of this seat."""
    match game:
        case Reach(weights=weights, quota=quota):
            sums = [0]
            for weight in weights[:seats]:
                sums += [lighter + weight for lighter in sums]
            return _numbered([total >= quota for total in sums])
        case Joint(how=how, of=parts):
            return reduce(and_ if how == "all" else or_, (winners_in(part, seats) for part in parts))
        case Opposite(of=part):
            return _every(seats) ^ winners_in(part, seats)
        case _:
            assert_never(game)


@lru_cache(maxsize=64)  # readings of one rule often come to the same
def minimal_coalitions(won: Coalitions, seats: int) -> tuple[Ranks, ...]:
    """Those that win and lose without any one of their seats; the smallest first."""
    minimal = won
    for seat, without in enumerate(_without(seats)):
        minimal &= ~((won & without) << (1 << seat))
    return tuple(sorted(sorted(map(_ranks, _places(minimal))), key=len))


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set, from the lowest: few of many thousand."""
    said = f"{bits:b}"[::-1]
    place = said.find("1")
    while place >= 0:
        yield place
        place = said.find("1", place + 1)


def blocking(won: Coalitions, seats: int) -> Coalitions:
    """The coalitions that can block: the others, together, lose."""
    return _every(seats) ^ int(f"{won:0{1 << seats}b}"[::-1], 2)


@lru_cache(maxsize=64)  # as above
def power_by_listing(won: Coalitions, seats: int) -> Power:
    """The indices, from the coalitions that win. Raises NotMonotoneError."""
    by_size: list[list[int]] = []  # for each seat, the coalitions of each size that it makes win
    for seat, without in enumerate(_without(seats)):
        joined = won >> (1 << seat)
        if won & without & ~joined:
            raise NotMonotoneError
        swung = joined & without & ~won
        by_size.append([(swung & size).bit_count() for size in _of_size(seats)[:seats]])
    swings = [sum(counts) for counts in by_size]
    together = sum(swings)
    ways = [
        factorial(size) * factorial(seats - 1 - size) for size in range(seats)
    ]  # to order a coalition, and the others
    return Power(
        winning=won.bit_count(),
        swings=tuple(swings),
        banzhaf=tuple(Fraction(count, together) if together else Fraction() for count in swings),
        shapley=tuple(Fraction(sum(map(mul, counts, ways)), factorial(seats)) for counts in by_size),
    )


def _ranks(number: int) -> Ranks:
    """The seats of a coalition by its number, eight at once, of 16 at most: a body has thousands of coalitions."""
    lower, upper = _of_eight(0), _of_eight(8)
    return lower[number & 255] + upper[number >> 8]


@cache
def _of_eight(first: int) -> tuple[Ranks, ...]:
    """For each number of eight bits, the seats of those that are set, the lowest being that of rank `first`."""
    return tuple(tuple(first + bit for bit in range(8) if number >> bit & 1) for number in range(256))


def _numbered(won: list[bool]) -> Coalitions:
    """The coalitions that win, of all by their number."""
    return int(bytes(reversed(won)).translate(_DIGITS), 2)


def _every(seats: int) -> Coalitions:
    return (1 << (1 << seats)) - 1


@cache
def _without(seats: int) -> tuple[int, ...]:
    """For each seat, the set of the coalitions that it is not in: so many in a row, and as many that it is in, over and over."""
    return tuple(_every(seats) // ((1 << (1 << seat)) + 1) for seat in range(seats))


@cache
def _of_size(seats: int) -> tuple[int, ...]:
    """For each size, the set of the coalitions of so many seats."""
    sizes = [1]
    for seat in range(seats):
        sizes = [same | fewer << (1 << seat) for same, fewer in zip([*sizes, 0], [0, *sizes], strict=True)]
    return tuple(sizes)


class Profile(Struct, frozen=True):
    """`coalitions` coalitions, each of which takes `takes[n]` seats of the sort `n`, whichever they are."""

    takes: tuple[int, ...]
    coalitions: int


def sorts(minimal: Iterable[Ranks], seats: int) -> tuple[Ranks, ...]:
    """The seats, by rank, in sorts: two of a sort may change places, and the same coalitions win and block.

    `minimal` are the minimal coalitions that win, or those that block: either makes the whole game.
    """
    found = 0
    for coalition in minimal:
        found |= 1 << sum(map(_SEATS.__getitem__, coalition))
    without = _without(seats)

    def alike_in(one: int, other: int) -> bool:
        """Whether those with `other` in the place of `one`, the lower of the two, are those with `one` in its place."""
        with_one, with_other = (found & without[b] & ~without[a] for a, b in ((one, other), (other, one)))
        return with_other >> ((1 << other) - (1 << one)) == with_one

    sorted_: list[list[int]] = []
    for seat in range(seats):
        alike = next((sort for sort in sorted_ if alike_in(sort[0], seat)), None)
        if alike is None:
            sorted_.append([seat])
        else:
            alike.append(seat)
    return tuple(map(tuple, sorted_))


def profiles(minimal: Iterable[Ranks], of: tuple[Ranks, ...]) -> tuple[Profile, ...]:
    """The minimal coalitions by what they take of each of the sorts `of`; those of the fewest seats first."""
    sort_of = {seat: rank for rank, sort in enumerate(of) for seat in sort}
    counted: Counter[tuple[int, ...]] = Counter()
    for coalition in minimal:
        takes = [0] * len(of)
        for seat in coalition:
            takes[sort_of[seat]] += 1
        counted[tuple(takes)] += 1
    order = sorted(counted, key=lambda each: (sum(each), tuple(-count for count in each)))
    return tuple(Profile(each, counted[each]) for each in order)
