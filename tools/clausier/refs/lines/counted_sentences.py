"""The sentences of a part by their rank: in its one alinéa, or counted on through those that it has."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from clausier.french import Part
from clausier.refs.lines.counting import ranked
from clausier.refs.lines.section import DASH, ITEM, Section, is_heading
from clausier.text.sentences import sentences


def of_sentences(way: Section, part: Part, lines: list[str]) -> Iterator[Section]:
    """Sentences of one alinéa; « la première », « la dernière » of several alinéas are in the first, the last of them.

    Others are counted on from the first alinéa, or are in the one that alone has so many; how many a list makes is not certain.
    """
    if way.end - way.start == 1:
        yield from _of_alinea(way, part, lines)
    elif part.numbers in {("1",), ("-1",)}:
        first = way.start + (bool(way.label) and is_heading(lines[way.start]))
        yield from _of_alinea(_line(way, way.end - 1 if part.numbers == ("-1",) else first), part, lines)
    else:
        yield from dict.fromkeys((*_counted_on(way, part, lines), *_of_the_only_one(way, part, lines)))


def _counted_on(way: Section, part: Part, lines: list[str]) -> Iterator[Section]:
    counted = [(i, rank) for i in _whole_sentences(way, lines) for rank, _ in enumerate(sentences(lines[i]), start=1)]
    ends = ranked(part, len(counted)) if "-" not in "".join(part.numbers) else None
    if ends is not None and counted[ends[0]][0] == counted[ends[1]][0]:
        (index, low), (_, high) = (counted[end] for end in ends)
        yield replace(_line(way, index), sentence=low, last=high if high > low else 0)


def _of_the_only_one(way: Section, part: Part, lines: list[str]) -> tuple[Section, ...]:
    alineas = range(way.start, way.end)
    found = tuple(s for i in alineas for s in _of_alinea(_line(way, i), part, lines))
    counted = len(found) == 1 and found[0].start in _whole_sentences(way, lines)
    return found if counted else ()


def _line(way: Section, index: int) -> Section:
    return replace(way, start=index, end=index + 1, label="")


def _of_alinea(way: Section, part: Part, lines: list[str]) -> Iterator[Section]:
    """The sentences of those ranks in one alinéa."""
    ends = ranked(part, len(sentences(lines[way.start])))
    if ends is not None:
        low, high = (n + 1 for n in ends)
        yield replace(way, sentence=low, last=high if high > low else 0)


def _whole_sentences(way: Section, lines: list[str]) -> Iterator[int]:
    """The alinéas from the first on, up to one that is no whole sentence: a heading, an item, a row, what introduces a list."""
    for index in range(way.start, way.end):
        line = lines[index].rstrip()
        if not line.endswith((".", "!", "?", "…", ". »")) or "|" in line or DASH.match(line) or ITEM.match(line):
            return
        yield index
