"""Seats that nothing tells apart, and coalitions told by how many seats of each sort they take rather than one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

Ranks = tuple[int, ...]


class Profile(Struct, frozen=True):
    """`coalitions` coalitions, each of which takes `takes[n]` seats of the sort `n`, whichever they are."""

    takes: tuple[int, ...]
    coalitions: int


def sorts(minimal: Iterable[Ranks], seats: int) -> tuple[Ranks, ...]:
    """The seats, by rank, in sorts: two of a sort may change places, and the same coalitions win and block.

    `minimal` are the minimal coalitions that win, or those that block: either makes the whole game.
    """
    found = frozenset(sum(1 << seat for seat in coalition) for coalition in minimal)  # by number, as in `listing`
    sorted_: list[list[int]] = []
    for seat in range(seats):
        alike = next((sort for sort in sorted_ if _interchangeable(found, 1 << sort[0], 1 << seat)), None)
        if alike is None:
            sorted_.append([seat])
        else:
            alike.append(seat)
    return tuple(map(tuple, sorted_))


def _interchangeable(found: frozenset[int], one: int, other: int) -> bool:
    both = one | other
    return all(coalition ^ both in found for coalition in found if coalition & both in {one, other})


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
