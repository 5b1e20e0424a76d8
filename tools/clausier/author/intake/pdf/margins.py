"""What stands at the same place on most pages (headers, footers, page numbers) taken off; notes at the foot told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from clausier.author.intake.pdf.rows import Row
from clausier.source.headings import read_heading
from clausier.text import Text

_EDGE = 6  # rows from the edge of a page that may belong to its margin
_MOST = 0.6  # of the pages
_NEAR = 3.0  # points
_NUMBER = re.compile(r"[-–—]?\s*(?:page\s*)?(?P<number>\d+)\s*(?:(?:/|sur|de)\s*\d+)?\s*[-–—]?\Z", re.IGNORECASE)
_FOOT = 0.1  # of the height: where a number alone is a page's
_EDGES = 0.05  # of the height: above and below, no text stands
_NOTE = 0.88  # of the size of the text


def without_margins(pages: list[list[Row]], heights: list[float]) -> list[list[Row]]:
    """The rows of each page without what most pages repeat at its edges."""
    top = _repeated([rows[:_EDGE] for rows in pages])
    bottom = _repeated([rows[: -_EDGE - 1 : -1] for rows in pages])
    found: list[list[Row]] = []
    for rank, (rows, height) in enumerate(zip(pages, heights, strict=True)):
        first, last = 0, len(rows)
        while first < last and id(rows[first]) in top:
            first += 1
        while first < last and (id(rows[last - 1]) in bottom or _page_number(rows[last - 1], rank, height)):
            last -= 1
        for row in rows[first:last]:
            if not _EDGES * height < row.y < (1 - _EDGES) * height:
                for piece in row.pieces:
                    piece.doubts.add("dans la marge : un en-tête ou un pied de page ?")
        found.append(rows[first:last])
    return found


def _repeated(edges: list[list[Row]]) -> set[int]:
    """The rows that stand at one place on most pages with the same words, a number that counts the pages aside."""
    groups: dict[tuple[str, int], list[tuple[int, Row]]] = defaultdict(list)
    for page, rows in enumerate(edges):
        for row in rows:
            # Two pages may round the same place in two ways.
            for near in {round(row.y / _NEAR), round(row.y / _NEAR + 0.5)}:
                groups[re.sub(r"\d+", "#", row.text), near].append((page, row))
    found: set[int] = set()
    for members in groups.values():
        pages = {page for page, _ in members}
        most = len(pages) >= max(2, _MOST * len(edges)) or (len(edges) > 2 and len(pages) >= len(edges) - 1)
        if most and len(pages) == len(members) and _counts(members):
            found |= {id(row) for _, row in members}
    return found


def _counts(members: Iterable[tuple[int, Row]]) -> bool:
    """Whether each number in the rows is the same on every page, or counts the pages."""
    every = [(page, [int(n) for n in re.findall(r"\d{1,9}", row.text)], row) for page, row in members]
    for numbers in zip(*(found for _, found, _ in every), strict=True):
        if len(set(numbers)) == 1:
            continue
        if len({n - page for n, (page, _, _) in zip(numbers, every, strict=True)}) > 1:
            return False
        # « Article 1 » at the top of page 1, « Article 2 » at the top of page 2.
        heading = read_heading(Text(every[0][2].text))
        if heading is not None and heading.number and heading.prefix.strip():
            return False
    return True


def _page_number(row: Row, page: int, height: float) -> bool:
    found = _NUMBER.match(row.text)
    return found is not None and row.y < _FOOT * height and int(found["number"]) == page + 1


def without_notes(rows: list[Row], size: float) -> tuple[list[Row], list[Row]]:
    """The rows of a page, and the notes at its foot: lines of smaller letters, the first of which bears a mark."""
    last = len(rows)
    while last and rows[last - 1].size < _NOTE * size:
        last -= 1
    notes = rows[last:]
    if not last or not notes or not re.match(r"[\d*(]", notes[0].text):
        return rows, []
    return rows[:last], notes
