"""Lines in reading order → paragraphs: where one ends, by room left, indent, spacing and marks; what is unsure is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct, field

from clausier.author.intake.form import Paragraph
from clausier.author.intake.pdf.columns import Line
from clausier.author.intake.pdf.hyphens import Hyphens
from clausier.author.intake.text import is_item, listed

_ENDS = re.compile(r"[.!?;:»…][ \u00a0]*\Z")
_FULL_STOP = re.compile(r"[.!?…»][ \u00a0]*\Z")
_STOPS = re.compile(r"[.!?;:»…,)][ \u00a0]*\Z")
_GLUED = re.compile(r"[–—―•▪◦](?=\w)|-(?=[^\W\d_])|\(?(?:[a-z]|\d{1,2})\)(?=\w)")
_NUMBERED = re.compile(
    r"\d{1,3}[.)](?:\d|[ \u00a0])|(?:ARTICLE|Article|TITRE|Titre|CHAPITRE|Chapitre|ANNEXE|Annexe)\s+\S"
)
_INDENT = 0.8  # of the size
_TIGHT = 0.4  # of the size: the width of a space is not known better
_APART = 1.3  # of the usual distance of lines: a space between paragraphs
_OF_ANOTHER_SIZE = 0.6  # points
_FEW = 5  # ends of paragraphs from which their manner is known
_ALWAYS = 0.95
_OFTEN = 0.03  # of the lines begin at the margin, at least
_NEAR_THE_MARGIN = 20.0  # points
_ASKED = "suit-elle la ligne précédente, ou commence-t-elle un alinéa ?"


class Setting(Struct, kw_only=True):
    """How one column of a document is set: its margins, the usual distance of its lines, how it shows paragraphs."""

    left: float
    right: float
    size: float
    leading: float
    spaced: bool = False  # every paragraph but those after a short line shows by an indent or a space
    indented: bool = False


class _Paragraph(Struct, kw_only=True):
    """A paragraph while its lines are gathered."""

    lines: list[Line]
    doubts: set[str] = field(default_factory=set)

    @property
    def body(self) -> float:
        """Where its lines after the first begin."""
        return self.lines[-1].x0


def settings_of(lines: Iterable[Line], width: float) -> dict[str, Setting]:
    """How each column is set, by its name; `width` is that of the pages."""
    by_column: dict[str, list[Line]] = {}
    for line in lines:
        by_column.setdefault(line.column, []).append(line)
    return {name: _setting(found, 0 if name else width) for name, found in by_column.items()}


def _setting(lines: list[Line], width: float) -> Setting:
    starts = Counter(round(line.x0) for line in lines)
    left = min(x for x, count in starts.items() if count >= min(_OFTEN * len(lines), max(starts.values())))
    ends = sorted(line.x1 for line in lines)
    right = ends[int(0.97 * (len(ends) - 1))]
    reached = sum(abs(end - right) < _NEAR_THE_MARGIN for end in ends)
    if reached < _FEW or right - left < width / 2:
        # Short lines alone do not show where the margin is: as far from the edge as the left one.
        right = max(right, width - left)
    made = Setting(
        left=left,
        right=right,
        size=Counter(line.size for line in lines).most_common(1)[0][0],
        leading=0.0,
    )
    steps = Counter(
        round(a.y - b.y, 1) for a, b in pairwise(lines) if _same_place(a, b) and _full(a, b, made) and a.size == b.size
    )
    made.leading = steps.most_common(1)[0][0] if steps else 1.2 * made.size
    shown = [
        (_apart(a, b, made), b.x0 - made.left > _INDENT * made.size)
        for a, b in pairwise(lines)
        if _same_place(a, b) and not _full(a, b, made) and _FULL_STOP.search(a.text) and not is_item(b.text)
    ]
    if len(shown) >= _FEW:
        made.spaced = sum(apart or indent for apart, indent in shown) >= _ALWAYS * len(shown)
        made.indented = sum(indent for _, indent in shown) >= _ALWAYS * len(shown)
    return made


def paragraphs_of(lines: list[Line], settings: dict[str, Setting], hyphens: Hyphens) -> Iterator[Paragraph]:
    """The paragraphs that these lines, which no table parts, make."""
    indents: list[float] = []
    current: _Paragraph | None = None
    for line in lines:
        if current is None:
            current = _Paragraph(lines=[line])
            continue
        new, doubt = _begins(current, line, settings)
        if new:
            yield _written(current, settings, hyphens, indents)
            current = _Paragraph(lines=[line])
        else:
            current.lines.append(line)
        if doubt:
            current.doubts.add(f"{line.place} : {doubt}")
    if current:
        yield _written(current, settings, hyphens, indents)


def _begins(paragraph: _Paragraph, line: Line, settings: dict[str, Setting]) -> tuple[bool, str]:
    """Whether a line begins a paragraph, and what to ask where that is not certain."""
    last = paragraph.lines[-1]
    how = settings[line.column]
    same = _same_place(last, line)
    if last.column[:-1] != line.column[:-1] or bool(last.column) != bool(line.column):
        above = last.page == line.page and _apart(last, line, how)
        return True, "" if above or _ENDS.search(last.text) else _ASKED
    if abs(last.size - line.size) > _OF_ANOTHER_SIZE or (same and _apart(last, line, how)):
        return True, ""
    if not _full(last, line, settings[last.column]):
        unfinished = line.text[:1].islower() and not _STOPS.search(last.text)
        return True, _ASKED if unfinished else ""
    if same and _broken_in_the_middle(last, line, how):
        return True, _ASKED
    if last.bold != line.bold:
        return True, "" if _ends_a_heading(last, line) else _ASKED
    ends = bool(_ENDS.search(last.text))
    # What begins in small letters goes on, but behind a colon or a semicolon, where a list without marks may stand.
    starts = not line.text[:1].islower() or last.text.rstrip()[-1:] in ":;"
    if is_item(line.text) or _NUMBERED.match(line.text):
        moved = abs(line.x0 - paragraph.body) > 0.3 * how.size
        certain = same and moved and (ends or is_item(line.text))
        return (True, "" if certain else _ASKED) if ends or moved else (False, _ASKED)
    if same:
        return _by_indent(paragraph, line, how, unsure=ends and starts)
    if (ends and starts and not how.indented) or _perhaps_a_heading(paragraph, line):
        return False, _ASKED
    return ends and starts and line.x0 - how.left > _INDENT * how.size, ""


def _by_indent(paragraph: _Paragraph, line: Line, how: Setting, *, unsure: bool) -> tuple[bool, str]:
    """Whether a line that follows a full one, and bears no mark, begins a paragraph."""
    last = paragraph.lines[-1]
    moved = line.x0 - last.x0
    item = is_item(paragraph.lines[0].text)
    if not item and abs(moved) > 1 and abs(line.x0 + line.x1 - last.x0 - last.x1) < how.size:
        return False, _ASKED  # both set in the middle: a title on two lines
    if len(paragraph.lines) > 1:
        if moved > _INDENT * how.size:
            return True, "" if unsure else _ASKED
        if moved < -_INDENT * how.size:
            return True, "" if unsure else _ASKED
    elif moved > _INDENT * how.size and not item:
        return unsure, _ASKED
    elif moved < -_INDENT * how.size and item:
        return unsure, "" if line.text[:1].islower() else _ASKED
    elif abs(moved) <= 0.3 * how.size and last.x0 - how.left > _INDENT * how.size and not item:
        # Two first lines with the same indent, or two lines of a passage that is set in.
        return unsure, "" if unsure and how.indented else _ASKED
    if item and unsure and how.indented:
        return False, _ASKED  # the words of an item and the first line of a paragraph are set in alike
    shouted = _in_capitals(last.text) and _in_capitals(line.text)  # lines of a title, perhaps, each on its own
    alike = unsure or shouted or _perhaps_a_heading(paragraph, line)
    return False, _ASKED if alike and not how.spaced else ""


def _perhaps_a_heading(paragraph: _Paragraph, line: Line) -> bool:
    """Whether the one line before this one may be a heading that happens to fill the width."""
    one = len(paragraph.lines) == 1 and not _STOPS.search(paragraph.lines[0].text)
    return one and line.text[:1].isupper()


def _in_capitals(words: str) -> bool:
    letters = [sign for sign in words if sign.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def _same_place(a: Line, b: Line) -> bool:
    return a.page == b.page and a.column == b.column and a.y > b.y


def _apart(a: Line, b: Line, how: Setting) -> bool:
    return a.y - b.y > _APART * how.leading


def _full(line: Line, following: Line, how: Setting) -> bool:
    """Whether a line ends because the first word of the next one did not fit, as far as widths can tell."""
    return how.right - line.x1 - 0.3 * line.size - following.first < _TIGHT * line.size


def _broken_in_the_middle(line: Line, following: Line, how: Setting) -> bool:
    """Whether two lines stand in the middle, as those of a title, and the first had room on both its sides."""
    middle = (how.left + how.right) / 2
    centred = all(abs((one.x0 + one.x1) / 2 - middle) < 0.5 * line.size for one in (line, following))
    room = how.right - how.left - (line.x1 - line.x0) - 0.3 * line.size - following.first
    return centred and not is_item(line.text) and abs(line.x0 - following.x0) > 1 and room > _TIGHT * line.size


def _ends_a_heading(last: Line, line: Line) -> bool:
    return last.bold and not line.bold and bool(_NUMBERED.match(last.text))


def _written(found: _Paragraph, settings: dict[str, Setting], hyphens: Hyphens, indents: list[float]) -> Paragraph:
    first = found.lines[0]
    words = first.text
    for line in found.lines[1:]:
        words, doubt = hyphens.joined(words, line.text)
        if doubt:
            found.doubts.add(f"{line.place} : {doubt}")
    found.doubts |= {f"{line.place} : {line.doubt}" for line in found.lines if line.doubt}
    if _GLUED.match(words):
        found.doubts.add(f"{first.place} : une marque de liste sans espace, ou un mot ?")
    indent = first.x0 - settings[first.column].left
    made = listed(words, indent, indents, first.place, " ; ".join(sorted(found.doubts)), near=0.5 * first.size)
    if not made.depth:
        indents.clear()
    return made
