"""Two sequences side by side: what stays, what is a wording of what, what goes and what comes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher

from clausier.emit.changes import paired

_AHEAD = 6  # lines among which the wording of one is sought

Pair = tuple[int | None, int | None]


def aligned(old: Sequence[Hashable], new: Sequence[Hashable], alike: Callable[[int, int], float]) -> list[Pair]:
    """The pairs of places in `old` and `new`, in reading order; None for a side where the other one stands alone."""
    start, stop = 0, 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    while stop < min(len(old), len(new)) - start and old[-1 - stop] == new[-1 - stop]:
        stop += 1
    pairs: list[Pair] = [(n, n) for n in range(start)]
    inner = old[start : len(old) - stop], new[start : len(new) - stop]
    for op, i1, i2, j1, j2 in SequenceMatcher(None, *inner, autojunk=False).get_opcodes():
        here = range(start + i1, start + i2), range(start + j1, start + j2)
        pairs += zip(*here, strict=True) if op == "equal" else _reworded(*here, alike)
    pairs += [(len(old) - n, len(new) - n) for n in range(stop, 0, -1)]
    return pairs


def _reworded(old: range, new: range, alike: Callable[[int, int], float]) -> Sequence[Pair]:
    if len(old) == len(new) == 1 and alike(old[0], new[0]) >= 0:
        return [(old[0], new[0])]  # a line in place of a line, however unlike
    return paired(old, new, alike, _AHEAD)
