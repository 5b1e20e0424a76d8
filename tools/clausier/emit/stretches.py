"""For which of the versions a thing stands: told once, with stretches of ranks, of which both ends are included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from typing import TypeVar

T = TypeVar("T")
Stretches = list[list[int]]


def stretches(of_each: Iterable[Iterable[T]]) -> list[tuple[T, Stretches]]:
    """The things of each rank, as they first appear, each with the stretches of ranks that have it, the same object.

    From one rank to the next, only what comes or goes is looked at: of some thousand things few do.
    """
    found: dict[int, tuple[T, Stretches]] = {}
    standing: set[int] = set()
    last = -1
    for rank, things in enumerate(of_each):
        here = {id(thing): thing for thing in things}
        begun = here.keys() - standing
        for one, thing in compress(here.items(), map(begun.__contains__, here)):
            found.setdefault(one, (thing, []))[1].append([rank, rank])
        for gone in standing.difference(here):
            found[gone][1][-1][1] = rank - 1
        standing, last = set(here), rank
    for left in standing:
        found[left][1][-1][1] = last
    return list(found.values())


def joined(standing: Stretches) -> Iterator[list[int]]:
    """The stretches in order, those that overlap or follow on one another as one: two things may say the same."""
    first, last = 0, -2
    for begin, end in sorted(standing):
        if begin <= last + 1:
            last = max(last, end)
            continue
        if last >= 0:
            yield [first, last]
        first, last = begin, end
    yield [first, last]
