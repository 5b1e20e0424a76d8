"""New texts that leave lines in force aside (« […] »): what they quote takes the place of the lines that it begins and ends as."""

from __future__ import annotations

from collections.abc import Sequence

from clausier.author.apply.payloads import cut_short
from clausier.refs.lines.likeness import stretch


def filled(new: Sequence[str], old: Sequence[str]) -> list[str]:
    """The whole new wording of `old`, where `new` leaves lines out (« […] »): these are taken from `old`; none where that is unsure.

    Each part of `new` must begin and end as one stretch of `old` does, in the same order. Where nothing is left out at
    its beginning or its end, that must be where `old` begins or ends.
    """
    if not cut_short(new):
        return []
    found: list[str] = []
    done = 0
    for index, quoted in enumerate(parts := _parts(new)):
        where = stretch(quoted, old)
        if where is None or where[0] < done:
            return []
        start, end = where
        first, last = index == 0 and not cut_short(new[:1]), index == len(parts) - 1 and not cut_short(new[-1:])
        if (first and start != 0) or (last and end != len(old)):
            return []
        found += [*old[done:start], *quoted]
        done = end
    return [*found, *old[done:]] if found else []


def _parts(new: Sequence[str]) -> list[list[str]]:
    """The stretches between what is left aside."""
    parts: list[list[str]] = [[]]
    for line in new:
        if cut_short([line]):
            parts.append([])
        else:
            parts[-1].append(line)
    return [part for part in parts if part]
