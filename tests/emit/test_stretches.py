"""For which ranks things stand, against a look at every rank for every thing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clausier.emit.stretches import joined, stretches


class Thing:
    """Told from others by the object that it is."""

    def __eq__(self, other: object) -> bool:
        raise AssertionError("things are not compared")

    __hash__ = object.__hash__


@given(st.lists(st.lists(st.integers(0, 5), max_size=6), max_size=8))
def test_each_thing_has_the_stretches_of_ranks_that_hold_it(of_each: list[list[int]]) -> None:
    things = [Thing() for _ in range(6)]
    found = stretches([things[one] for one in rank] for rank in of_each)
    assert [id(thing) for thing, _ in found] == [
        id(things[n]) for n in dict.fromkeys(n for rank in of_each for n in rank)
    ]
    for thing, standing in found:
        number = next(n for n, one in enumerate(things) if one is thing)
        ranks = [rank for rank, every in enumerate(of_each) if number in every]
        assert [rank for first, last in standing for rank in range(first, last + 1)] == ranks
        assert all(last + 1 < first for (_, last), (first, _) in pairwise(standing))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), min_size=1, max_size=6))
def test_joined_stretches_hold_the_same_ranks_and_leave_room_between_them(drawn: list[tuple[int, int]]) -> None:
    standing = [[first, first + more] for first, more in drawn]
    found = list(joined(standing))
    ranks = {rank for first, last in standing for rank in range(first, last + 1)}
    assert [rank for first, last in found for rank in range(first, last + 1)] == sorted(ranks)
    assert all(one[1] + 1 < other[0] for one, other in pairwise(found))
