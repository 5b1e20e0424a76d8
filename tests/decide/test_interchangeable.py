"""Seats that nothing tells apart, and coalitions by how many of each sort they take: against every coalition one by one."""

from __future__ import annotations

from itertools import combinations
from math import comb, prod

from hypothesis import given
from hypothesis import strategies as st

from clausier.decide.listing import Profile, profiles, sorts

# The council of a convention of ten: 4.5, seven times 1, 1.5 and 2 votes, doubled; twelve of fifteen are needed.
COUNCIL = (9, 2, 2, 2, 2, 2, 2, 3, 4, 2)


def minimal(weights: tuple[int, ...], quota: int) -> list[tuple[int, ...]]:
    """The minimal coalitions that reach the quota, by trying all."""
    every = [c for size in range(len(weights) + 1) for c in combinations(range(len(weights)), size)]
    won = {c for c in every if sum(weights[seat] for seat in c) >= quota}
    return [c for c in every if c in won and not any(tuple(s for s in c if s != seat) in won for seat in c)]


def test_a_council_is_told_in_two_ways_to_win_and_four_to_block() -> None:
    winning, blocking = minimal(COUNCIL, 24), minimal(COUNCIL, sum(COUNCIL) - 24 + 1)
    of = ((0,), (1, 2, 3, 4, 5, 6, 9), (7, 8))  # 1.5 and 2 votes come to the same here
    assert sorts(winning, 10) == sorts(blocking, 10) == of
    # 4.5 + 1.5 + 2 + four of seven = 12; 4.5 + 1.5 (or 2) + six of seven = 12 (or 12.5). 35 + 2 x 7 of them.
    assert profiles(winning, of) == (Profile((1, 4, 2), 35), Profile((1, 6, 1), 14))
    assert profiles(blocking, of) == (
        Profile((1, 0, 0), 1),
        Profile((0, 0, 2), 1),
        Profile((0, 2, 1), 42),
        Profile((0, 4, 0), 35),
    )


def test_where_all_must_agree_every_seat_is_of_one_sort() -> None:
    assert sorts([(0, 1, 2)], 3) == ((0, 1, 2),)
    assert profiles([(0, 1, 2)], ((0, 1, 2),)) == (Profile((3,), 1),)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=7), st.integers(1, 20))
def test_sorts_and_profiles_make_the_whole_game(weights: list[int], quota: int) -> None:
    seats, found = tuple(weights), minimal(tuple(weights), quota)
    of = sorts(found, len(seats))
    assert sorted(seat for sort in of for seat in sort) == list(range(len(seats)))
    won = {frozenset(c) for c in found}
    together = {frozenset(pair) for sort in of for pair in combinations(sort, 2)}
    for one, other in combinations(range(len(seats)), 2):
        swap = {one: other, other: one}
        same = {frozenset(swap.get(seat, seat) for seat in c) for c in won} == won
        assert (frozenset((one, other)) in together) is same
    listed = profiles(found, of)
    assert sum(profile.coalitions for profile in listed) == len(found)
    for profile in listed:  # whichever seats of a sort it takes
        assert profile.coalitions == prod(comb(len(sort), n) for sort, n in zip(of, profile.takes, strict=True))
