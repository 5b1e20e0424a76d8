"""The straight lines of a page → its tables, and which signs stand in which cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from clausier.author.intake.pdf.page import Glyph, Rule

MOST_RULES = 3_000  # of a page: more is a drawing
_NEAR = 3.0  # points
_SHORTEST = 6.0
_COVERED = 0.8  # of a side of a cell


class Table(Struct, kw_only=True):
    """A table by its lines: where its columns and rows begin and end (rows from the top), and which sides are missing."""

    xs: list[float]
    ys: list[float]
    merged: bool

    def cell(self, glyph: Glyph) -> tuple[int, int] | None:
        """The row and the column in which a sign stands; None outside."""
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.y + 0.25 * glyph.size
        row = next((n for n in range(len(self.ys) - 1) if self.ys[n + 1] <= y <= self.ys[n]), None)
        column = next((n for n in range(len(self.xs) - 1) if self.xs[n] <= x <= self.xs[n + 1]), None)
        return None if row is None or column is None else (row, column)


def tables_of(rules: Iterable[Rule]) -> list[Table]:
    """The tables that the lines of a page make: two cells or more."""
    level = _merged([(r.y0, r.x0, r.x1) for r in rules if r.x1 - r.x0 >= max(_SHORTEST, r.y1 - r.y0)])
    upright = _merged([(r.x0, r.y0, r.y1) for r in rules if r.y1 - r.y0 >= max(_SHORTEST, r.x1 - r.x0)])
    found: list[Table] = []
    for ys, xs in _components(level, upright):
        columns = _places(x for x, _, _ in xs)
        lines = sorted(_places(y for y, _, _ in ys), reverse=True)
        if len(columns) > 1 and len(lines) > 1 and len(columns) + len(lines) > 4:
            found.append(Table(xs=columns, ys=lines, merged=_open(columns, lines, ys, xs)))
    return sorted(found, key=lambda t: -t.ys[0])


_Segment = tuple[float, float, float]  # where it lies, from where, to where


def _merged(segments: list[_Segment]) -> list[_Segment]:
    """Lines that prolong or cover each other put together."""
    by_place: dict[float, list[tuple[float, float]]] = defaultdict(list)
    last = None
    for at, start, end in sorted(segments):
        last = at if last is None or at - last > _NEAR else last
        by_place[last].append((start, end))
    found: list[_Segment] = []
    for at, parts in by_place.items():
        parts.sort()
        start, end = parts[0]
        for one, other in parts[1:]:
            if one - end > _NEAR:
                found.append((at, start, end))
                start, end = one, other
            end = max(end, other)
        found.append((at, start, end))
    return found


def _components(level: list[_Segment], upright: list[_Segment]) -> list[tuple[list[_Segment], list[_Segment]]]:
    """The lines that touch each other, together."""
    parent = list(range(len(level) + len(upright)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for i, (y, x0, x1) in enumerate(level):
        for j, (x, y0, y1) in enumerate(upright, start=len(level)):
            if x0 - _NEAR <= x <= x1 + _NEAR and y0 - _NEAR <= y <= y1 + _NEAR:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[_Segment], list[_Segment]]] = defaultdict(lambda: ([], []))
    for n, segment in enumerate([*level, *upright]):
        groups[root(n)][n >= len(level)].append(segment)
    return [group for group in groups.values() if all(group)]


def _places(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _open(xs: list[float], ys: list[float], level: list[_Segment], upright: list[_Segment]) -> bool:
    """Whether a side of some cell is not drawn."""
    for top, bottom in pairwise(ys):
        if any(not _drawn(x, bottom, top, upright) for x in xs):
            return True
    return any(not _drawn(y, left, right, level) for left, right in pairwise(xs) for y in ys)


def _drawn(at: float, start: float, end: float, segments: list[_Segment]) -> bool:
    covered = sum(max(0.0, min(end, b) - max(start, a)) for place, a, b in segments if abs(place - at) <= _NEAR)
    return covered >= _COVERED * (end - start)
