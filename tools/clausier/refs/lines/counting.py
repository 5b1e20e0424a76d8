"""The alinéas of an article in plain text by their rank, by either of the two counts in use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from clausier.french import Part
from clausier.refs.lines.likeness import likeness
from clausier.refs.lines.section import DASH, LABEL, Section, Sought, heads_a_part, is_heading
from clausier.text.typography import fold

_ALIKE, _TOLD_APART = 0.4, 0.2  # of two alinéas, the one that a new wording resembles so, and the other so much less


def counted(way: Section, part: Part, lines: list[str], sought: Sought) -> Iterator[Section]:
    """The alinéas of those ranks: each line is one that is no row of a table, or each list with its introduction.

    The headings of an article's parts are no alinéas, though some drafters count them: none is named by its rank.
    """
    start = way.start + _has_heading(way, lines)
    each = [(i, i + 1) for i in range(start, way.end) if "|" not in lines[i]]
    found = [_stretch(way, each, part)]
    if part.unit == "PARAGRAPH" and found[0] and DASH.match(lines[found[0].start]):
        found = []  # an item of a list is no paragraph
    found.append(_stretch(way, [(i, end) for i, end in each if not heads_a_part(lines[i])], part) if found else None)
    found.append(_stretch(way, [(i, end) for i, end in each if not _stands_above(lines, i, way.end)], part))
    found.append(_stretch(way, list(old_alineas(start, way.end, lines)), part))
    ways = {(w.start, w.end): w for w in found if w and not any(map(heads_a_part, lines[w.start : w.end]))}
    yield from _meant(tuple(ways.values()), lines, sought) if len(ways) > 1 else ways.values()


def _stands_above(lines: list[str], index: int, end: int) -> bool:
    """Whether a line may be the heading of those below it (« 1. Repos quotidien »), which many do not count; of one more at most."""
    for line, below in pairwise(lines[index : min(index + 3, end)]):
        if not is_heading(line) or DASH.match(below) or "|" in below:
            return False
        if not is_heading(below):
            return True
    return False


def _meant(ways: tuple[Section, ...], lines: list[str], sought: Sought) -> Iterator[Section]:
    """Of several counts, the one whose alinéas hold the words sought, in one line if one does, or resemble the new wording; else all."""
    if sought.words:
        held = [_held(w, lines, sought.words) for w in ways]
        wanted = 1 if 1 in held else max(held)
        yield from [w for w, n in zip(ways, held, strict=True) if wanted and n == wanted] or ways[:1]
        return
    alike = [likeness(sought.wording, "\n".join(lines[w.start : w.end])) for w in ways]
    *_, second, first = sorted(alike)
    if sought.wording and first >= _ALIKE and first - second >= _TOLD_APART:
        yield ways[alike.index(first)]
    else:
        yield from ways


def ranked(part: Part, count: int) -> tuple[int, int] | None:
    """The first and the last, from 0 on, of those ranks among `count`; None where they are not there, or do not run on."""
    if part.several and not part.numbers:  # « les deux tirets »: there are no others
        return (0, count - 1) if count == part.several else None
    numbers = [int(n) for n in part.numbers if re.fullmatch(r"-?\d+", n)]
    if not numbers or len(numbers) != len(part.numbers):
        return None
    if part.several and len(numbers) == 1:
        numbers = [numbers[0], numbers[0] + part.several - 1] if numbers[0] > 0 else [-part.several, -1]
    ranks = [n - 1 if n > 0 else count + n for n in numbers]
    run_on = part.several or part.through or ranks == list(range(ranks[0], ranks[0] + len(ranks)))
    return (ranks[0], ranks[-1]) if run_on and 0 <= ranks[0] <= ranks[-1] < count else None


def _stretch(way: Section, alineas: list[tuple[int, int]], part: Part) -> Section | None:
    ends = ranked(part, len(alineas))
    return None if ends is None else replace(way, start=alineas[ends[0]][0], end=alineas[ends[1]][1], label="")


def old_alineas(start: int, end: int, lines: list[str]) -> Iterator[tuple[int, int]]:
    """The alinéas as older texts count them, each list with what introduces it: the first line and the one behind the last.

    Items that nothing introduces, as « 5.1. » and « 5.2. » at the head of an article, are one each.
    """
    begin = start
    for index in range(start, end):
        listed = _is_listed(lines[index]) and (lines[begin].endswith(":") or not _is_listed(lines[begin]))
        if index > begin and (not listed or _stands_above(lines, index, end)):
            yield begin, index
            begin = index
    if begin < end:
        yield begin, end


def _is_listed(line: str) -> bool:
    return bool(DASH.match(line) or LABEL.match(line)) or "|" in line


def _held(section: Section, lines: list[str], words: str) -> int:
    """How many lines of a part have words."""
    return sum(fold(words).chars in fold(line).chars for line in lines[section.start : section.end])


def _has_heading(way: Section, lines: list[str]) -> bool:
    """Whether the first line of a part is its heading, which is no alinéa."""
    return bool(way.label) and way.start < way.end and is_heading(lines[way.start]) and way.end - way.start > 1
