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
    for last, each in enumerate(of_each):
        things = tuple(each)
        objects = tuple(map(id, things))
        here = set(objects)
        begun = here - standing
        for thing in compress(things, map(begun.__contains__, objects)) if begun else ():
            ranks = found.setdefault(id(thing), (thing, []))[1]
            if not ranks or ranks[-1][0] != last:
                ranks.append([last, last])
        for gone in standing - here:
            found[gone][1][-1][1] = last - 1
        standing = here
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
