"""In which of many versions a thing stands, written as stretches: `[[0, 3], [7, 7]]` for the versions 0 to 3, and 7."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from typing import TypeVar

T = TypeVar("T")
Stretches = list[list[int]]


def stretches(of_each: Iterable[Iterable[T]]) -> list[tuple[T, Stretches]]:
    """Each thing that stands in any of the versions, once, with the stretches of the versions in which it stands.

    `of_each` gives the things of each version, in order. A thing is told by the object that it is: versions share what
    has not changed, so that from one to the next only what comes and goes is looked at.
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
    """The stretches in order, those that overlap or follow one another put together."""
    first, last = 0, -2
    for begin, end in sorted(standing):
        if begin <= last + 1:
            last = max(last, end)
            continue
        if last >= 0:
            yield [first, last]
        first, last = begin, end
    yield [first, last]
