"""The sentences of a part, by their words or by their rank: in its one alinéa, or counted on through those that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clausier.french import Part
from clausier.refs.lines.counting import ranked
from clausier.refs.lines.section import DASH, ITEM, Section, is_heading, is_quoted_by
from clausier.text.sentences import sentences


def of_sentences(way: Section, part: Part, lines: list[str], quotations: Sequence[str]) -> Iterator[Section]:
    """The sentence that is quoted; or sentences of one alinéa: « la première », « la dernière » of several alinéas are in the first, the last of them.

    Others are counted on from the first alinéa, or are in the one that alone has so many; how many a list makes is not certain.
    """
    if part.named is not None and not part.numbers:
        yield from _quoted(way, quotations[part.named], lines)
    elif way.end - way.start == 1:
        yield from _of_alinea(way, part, lines)
    elif part.numbers in {("1",), ("-1",)}:
        first = way.start + (bool(way.label) and is_heading(lines[way.start]))
        yield from _of_alinea(_line(way, way.end - 1 if part.numbers == ("-1",) else first), part, lines)
    else:
        yield from dict.fromkeys((*_counted_on(way, part, lines), *_of_the_only_one(way, part, lines)))


def _quoted(way: Section, said: str, lines: list[str]) -> Iterator[Section]:
    """The one sentence of a part that is quoted: all of its words, or how it begins (« Chaque … »)."""
    found: list[Section] = []
    for index in range(way.start, way.end):
        own = item.end() if (item := ITEM.match(lines[index])) else 0
        for rank, (start, end) in enumerate(sentences(lines[index][own:]), start=1):
            if is_quoted_by(lines[index][own + start : own + end], said):
                found.append(replace(_line(way, index), sentence=rank))
    if len(found) == 1:
        yield found[0]


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
