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
    found = frozenset(map(frozenset, minimal))
    sorted_: list[list[int]] = []
    for seat in range(seats):
        alike = next((sort for sort in sorted_ if _interchangeable(found, sort[0], seat)), None)
        if alike is None:
            sorted_.append([seat])
        else:
            alike.append(seat)
    return tuple(map(tuple, sorted_))


def _interchangeable(found: frozenset[frozenset[int]], one: int, other: int) -> bool:
    both = frozenset((one, other))
    return all(coalition ^ both in found for coalition in found if len(coalition & both) == 1)


def profiles(minimal: Iterable[Ranks], of: tuple[Ranks, ...]) -> tuple[Profile, ...]:
    """The minimal coalitions by what they take of each of the sorts `of`; those of the fewest seats first."""
    sort_of = {seat: rank for rank, sort in enumerate(of) for seat in sort}
    counted: Counter[tuple[int, ...]] = Counter()
    for coalition in minimal:
        taken = Counter(sort_of[seat] for seat in coalition)
        counted[tuple(taken[rank] for rank in range(len(of)))] += 1
    order = sorted(counted, key=lambda takes: (sum(takes), tuple(-count for count in takes)))
    return tuple(Profile(takes, counted[takes]) for takes in order)
