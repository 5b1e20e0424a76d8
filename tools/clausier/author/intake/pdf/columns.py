"""The rows of a page → its lines in reading order: columns one after the other, what may be a table left side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from statistics import median

from msgspec import Struct

from clausier.author.intake.pdf.rows import Piece, Row, wide_gaps

_FEWEST = 6  # rows that a column has
_FULL = 0.72  # of the width of a column: what a line that fills it takes
_MANY = 0.4  # of the lines of running text fill their column
_RUNNING = 0.2  # of them begin in the middle of a sentence
_DEEPEST = 3  # columns in columns
_FAR = 2.5  # of the size: words so far apart may stand in a table
_LITTLE = 6.0  # of the size
_MARK = re.compile(r"(?:[-–—―•*]|\d{1,3}[°º]?[.)]?|\(?[a-zA-Z]{1,2}[.)]|\(?[ivxIVX]{1,6}[.)]|[\d.]{1,8})\Z")


class Line(Struct, kw_only=True):
    """One line as read. `column` names the column it stands in (the same on every page), "" where there is one."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    first: float
    doubt: str
    page: int
    rank: int
    column: str

    @property
    def place(self) -> str:
        """Where it stands, for a person."""
        return f"page {self.page}, ligne {self.rank}"


class Abreast(Struct, kw_only=True):
    """Rows whose words stand in columns that are not certain to be columns of text: cells, perhaps."""

    rows: list[tuple[str, ...]]
    y: float


def flow(rows: list[Row], page: int) -> list[Line | Abreast]:
    """The lines of a page in the order in which they are read."""
    ranks = {id(row): rank for rank, row in enumerate(rows, start=1)}
    return list(_flow(rows, page, ranks, "", _DEEPEST))


def _flow(rows: list[Row], page: int, ranks: dict[int, int], column: str, deep: int) -> Iterator[Line | Abreast]:
    x = _gutter(rows) if deep else None
    if x is None:
        for row in rows:
            yield _line(row, page, ranks[id(row)], column)
        return
    for crosses, group in groupby(rows, key=lambda row: _crosses(row, x)):
        if crosses:
            for row in group:
                yield _line(row, page, ranks[id(row)], column)
        else:
            yield from _band(list(group), x, page, ranks, column, deep)


def _band(
    band: list[Row], x: float, page: int, ranks: dict[int, int], column: str, deep: int
) -> Iterator[Line | Abreast]:
    """Rows of which none crosses `x`."""
    left, right = _halves(band, x, ranks)
    both = sum(1 for row in band if _sides(row, x) == (True, True))
    if both + min(len(left) - both, len(right) - both) < 2:
        for row in band:
            yield _line(row, page, ranks[id(row)], column)
    elif _are_columns(left, right):
        _say_what_hangs(left, right)
        yield from _flow(left, page, ranks, f"{column}g", deep - 1)
        yield from _flow(right, page, ranks, f"{column}d", deep - 1)
    elif not _in_cells(band, x):
        for row in band:
            yield _line(row, page, ranks[id(row)], column)
    else:
        cells = [tuple(p.text for p in row.pieces) for row in band]
        yield Abreast(rows=cells, y=band[0].y)


def _say_what_hangs(left: list[Row], right: list[Row]) -> None:
    """Say that a line stands apart under the left column, below the end of the right one: it may follow both."""
    usual = median(a.y - b.y for a, b in pairwise(left))
    for rank, (above, below) in enumerate(pairwise(left), start=1):
        under = below.y < right[-1].y - 0.5 * below.size or len(left) - rank < 3
        if under and above.y - below.y > (1.3 if below.y < right[-1].y - below.size else 2.5) * usual:
            below.pieces[0].doubts.add("sous les colonnes : à lire avant celle de droite, ou après ?")
            return


def _gutter(rows: list[Row]) -> float | None:
    """The place that most rows leave empty between words; None where hardly any does."""
    gaps = [gap for row in rows for gap in wide_gaps(row) if not _behind_a_mark(row, gap)]
    # The lines of two columns need not stand on the same height.
    for one, other in pairwise(rows):
        left, right = sorted((one, other), key=lambda r: r.pieces[0].x0)
        if one.y - other.y < 0.9 * min(one.size, other.size) and left.pieces[-1].x1 < right.pieces[0].x0:
            gaps.append((left.pieces[-1].x1, right.pieces[0].x0))
    best, most = None, 1
    # What stands on the right begins at one place, what stands on the left ends anywhere.
    for x in sorted({round(b) - 2 for _, b in gaps}, reverse=True):
        open_there = sum(a <= x <= b for a, b in gaps) - 2 * sum(_reaches(row, x) for row in rows)
        if open_there > most:
            best, most = float(x), open_there
    return best


def _behind_a_mark(row: Row, gap: tuple[float, float]) -> bool:
    return row.pieces[0].x1 == gap[0] and bool(_MARK.match(row.pieces[0].text))


def _crosses(row: Row, x: float) -> bool:
    return any(p.x0 < x < p.x1 for p in row.pieces)


def _reaches(row: Row, x: float) -> bool:
    """Whether a row ends a little behind `x`, as the longest lines of a column do where `x` is inside it."""
    return any(p.x0 < x < p.x1 < x + _LITTLE * row.size for p in row.pieces)


def _sides(row: Row, x: float) -> tuple[bool, bool]:
    return any(p.x1 <= x for p in row.pieces), any(p.x0 >= x for p in row.pieces)


def _halves(band: list[Row], x: float, ranks: dict[int, int]) -> tuple[list[Row], list[Row]]:
    sides: tuple[list[Row], list[Row]] = ([], [])
    for row in band:
        for side, pieces in enumerate(
            ([p for p in row.pieces if p.x1 <= x], [p for p in row.pieces if p.x0 >= x]),
        ):
            if pieces:
                half = Row(y=pieces[0].y, size=max(p.size for p in pieces), pieces=pieces)
                ranks[id(half)] = ranks[id(row)]
                sides[side].append(half)
    return sides


def _in_cells(band: list[Row], x: float) -> bool:
    """Whether words are set apart on purpose: far apart in two rows, or beginning at one place in three."""
    gaps = [(gap, row.size) for row in band for gap in wide_gaps(row) if gap[0] <= x <= gap[1]]
    far = sum(b - a > _FAR * size for (a, b), size in gaps)
    starts = Counter(round(b) for (_, b), _ in gaps)
    return far > 1 or any(starts[n] + starts[n + 1] > 2 for n in list(starts))


def _are_columns(left: list[Row], right: list[Row]) -> bool:
    """Whether both sides are running text: lines that reach the margin, and sentences that go on in the next line."""
    for side in (left, right):
        if len(side) < _FEWEST:
            return False
        starts, ends = sorted(r.pieces[0].x0 for r in side), sorted(r.pieces[-1].x1 for r in side)
        width = ends[int(0.9 * (len(ends) - 1))] - starts[int(0.1 * (len(starts) - 1))]
        full = sum(r.pieces[-1].x1 - r.pieces[0].x0 > _FULL * width for r in side)
        goes_on = sum(b.text[:1].islower() for b in side[1:])
        if full < _MANY * len(side) or goes_on < _RUNNING * (len(side) - 1):
            return False
    return True


def _line(row: Row, page: int, rank: int, column: str) -> Line:
    pieces = row.pieces
    doubts = {d for p in pieces for d in p.doubts}
    for gap in wide_gaps(row):
        if gap[1] - gap[0] > _FAR * row.size and not _behind_a_mark(row, gap):
            doubts.add("mots écartés : une ligne, ou un tableau ?")
    return Line(
        text=re.sub(r"\Ao[ \u00a0]+(?=\S)", "• ", row.text),  # a hollow bullet of word processors
        x0=pieces[0].x0,
        x1=pieces[-1].x1,
        y=row.y,
        size=row.size,
        bold=all(p.bold for p in pieces),
        first=_first(pieces),
        doubt=" ; ".join(sorted(doubts)),
        page=page,
        rank=rank,
        column=column,
    )


def _first(pieces: list[Piece]) -> float:
    """How wide the first word is."""
    return pieces[0].first - pieces[0].x0
