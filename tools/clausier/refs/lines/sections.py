"""The parts of an article in plain text: which of its lines a place names, by number, label, heading or count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from clausier.french import Part
from clausier.french.order import WITH_HEADING
from clausier.model.provision import Provision
from clausier.refs.lines.about import lines_about, the_list, with_its_list
from clausier.refs.lines.articles import articles_named, whole
from clausier.refs.lines.counted_sentences import of_sentences
from clausier.refs.lines.counting import counted, ranked
from clausier.refs.lines.items import label_of, labelled
from clausier.refs.lines.likeness import same_rows
from clausier.refs.lines.section import (
    DASH,
    ITEM,
    Section,
    Sought,
    articles_of,
    bare,
    begins_with,
    is_heading,
    is_quoted_by,
    lines_of,
    unlabelled,
)
from clausier.source.headings import number_key
from clausier.text.regex import regex
from clausier.text.sentences import sentences
from clausier.text.words import occurrences

_TOLD_BY_WORDS = frozenset({"ALINEA", "PARAGRAPH", "SENTENCE", "DASH"})
_HEAD = regex(r"(?P<head>[^:.;,]{2,80}?)\s*(?::|\.?\s[–—-])\s+\S")


def sections(
    place: Sequence[Part], quotations: Sequence[str], text: Provision, sought: Sought | None = None
) -> list[Section]:
    """Each way to read a place: none where it names nothing in the text.

    An alinéa is also counted as older texts count, each list with what introduces it: of the two counts, the one whose
    alinéa has the words sought, or resembles the new wording, is meant.
    """
    sought = sought or Sought()
    return _sections(place, quotations, text, sought) or [
        one for named in _by_the_words_of_its_end(place) for one in _sections(named, quotations, text, sought)
    ]


def _by_the_words_of_its_end(place: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """« Le premier alinéa de l'article 3 « … » », « la première phrase du deuxième alinéa, « … », »: the words are those of the line, or the sentence."""
    last = place[-1] if len(place) > 1 else None
    if last is None or last.unit not in _TOLD_BY_WORDS or last.named is not None or not last.numbers:
        return
    for n, part in enumerate(place[:-1]):
        if part.named is not None and part.numbers and not part.begins:
            yield (*place[:n], replace(part, named=None), *place[n + 1 : -1], replace(last, named=part.named))


def _sections(place: Sequence[Part], quotations: Sequence[str], text: Provision, sought: Sought) -> list[Section]:
    if [part.unit for part in place] == ["TABLE"] and sought.wording:
        every = articles_of(text)
        tables = [one for p in every for one in _tables(whole(p, every), place[0], lines_of(p), sought)]
        new = [line for line in sought.wording.split("\n") if "|" in line]
        return [t for t in tables if new and same_rows(new, lines_of(t.article)[t.start : t.end])]
    if not place or place[0].unit not in WITH_HEADING:
        return []
    if place[0].unit == "DIVISION" and len(place) > 1 and place[1].unit == "ARTICLE" and place[1].numbers:
        place = place[1:]  # « dans le titre II, après l'article 7 »: its number tells it
    found = list(articles_named(place[0], quotations, text))
    if len(found) != 1:
        return []
    ways = [found[0]]
    for part in place[1:]:
        ways = [inner for way in ways for inner in _with_its_words(way, part, quotations, sought)]
    return ways


def _with_its_words(way: Section, part: Part, quotations: Sequence[str], sought: Sought) -> Iterator[Section]:
    """The parts of a part of that rank which have the words by which it is quoted beside it, if it is."""
    if not (part.numbers and part.named is not None and part.unit in {"ALINEA", "DASH", "SENTENCE"}) or part.begins:
        yield from _within(way, part, quotations, sought)
        return
    for one in _within(way, replace(part, named=None), quotations, sought):
        if _says(one, part, lines_of(way.article), quotations):
            yield one


def _within(way: Section, part: Part, quotations: Sequence[str], sought: Sought) -> Iterator[Section]:
    lines = lines_of(way.article)
    name = bare(quotations[part.named]) if part.named is not None else ""
    match part.unit:
        case _ if part.begins and part.named is not None:
            of_rank = (
                [*_within(way, replace(part, named=None, begins=False), quotations, sought)] if part.numbers else []
            )
            for one in _beginning(way, quotations[part.named], part.unit, lines):
                if not part.numbers or any(_is_there(one, other) for other in of_rank):
                    yield one
        case "PARAGRAPH" if part.numbers and name:
            yield from _headed(way, name, lines)
        case "ALINEA" | "PARAGRAPH" if part.numbers or part.several:
            ways = list(counted(way, part, lines, sought))
            told = part.unit == "PARAGRAPH" and not part.ordinal and len(part.numbers) == 1
            if told and (found := labelled(way, part.numbers[0])):
                ways = [*(w for w in ways if w.start != found.start), found]  # the same line keeps its number
            yield from ways or (_run_of_items(way, part) if len(part.numbers) > 1 else ())
        case "POINT" | "PARAGRAPH" if part.numbers and len(part.numbers) == 1:
            item = labelled(way, part.numbers[0])
            if item and (not name or begins_with(lines[item.start], name)):
                yield item
            elif (
                part.unit == "POINT"
                and part.ordinal
                and not (item or any(ITEM.match(lines[i]) for i in range(way.start, way.end)))
            ):
                yield from _within(way, replace(part, unit="DASH"), quotations, sought)
        case "POINT" | "PARAGRAPH" if len(part.numbers) > 1:
            yield from _run_of_items(way, part)
        case "POINT" | "PARAGRAPH" | "ALINEA" if name:
            named = tuple(_headed(way, name, lines)) or tuple(_run_in(way, name, lines, sought))
            yield from named if part.unit == "ALINEA" else (with_its_list(one, lines) for one in named)
        case "DASH" if name:
            said = [i for i in range(way.start, way.end) if DASH.match(lines[i]) and bare(lines[i]) == name]
            if len(said) == 1:
                yield replace(way, start=said[0], end=said[0] + 1, label="")
        case "DASH" if part.numbers or part.several:
            yield from _dashes(way, part, lines)
        case "DASH" | "POINT" | "ROW" if part.about:
            yield from lines_about(way, part, lines)
        case "TABLE" | "LIST":
            yield from _tables(way, part, lines, sought)
        case "ROW" if name:
            rows = [i for i in range(way.start, way.end) if "|" in lines[i] and bare(lines[i].split("|")[0]) == name]
            rows = rows or [i for i in range(way.start, way.end) if bare(lines[i]) == name]
            if len(rows) == 1:
                yield replace(way, start=rows[0], end=rows[0] + 1, label="")
        case "ROW" if part.numbers == ("-1",):  # the first may be the one that heads the columns
            yield from _last_rows(way, part.several or 1, lines, sought)
        case "ARTICLE" if len(part.numbers) == 1:
            found = labelled(way, number_key(part.numbers[0]))
            if found and (not name or begins_with(lines[found.start], name)):
                yield found
        case "SENTENCE" if way.end > way.start:
            yield from of_sentences(way, part, lines, quotations)
        case _:
            return


def _last_rows(way: Section, count: int, lines: list[str], sought: Sought) -> Iterator[Section]:
    """As many rows at the end of a table as are said, where others stand above them: its head, at least."""
    tables = _tables(way, Part("TABLE"), lines, sought)
    yield from (replace(one, start=one.end - count) for one in tables if one.end - one.start > count)


def _dashes(way: Section, part: Part, lines: list[str]) -> Iterator[Section]:
    """The dashes of those ranks among all of a part, and among those of each of its lists: « le deuxième tiret » may be of either."""
    every = [i for i in range(way.start, way.end) if DASH.match(lines[i])]
    starts = [n for n, i in enumerate(every) if i - 1 not in every]
    lists = [every[a:b] for a, b in pairwise([*starts, len(every)])]
    found: dict[tuple[int, int], None] = {}
    for dashes in (every, *(lists if not part.numbers or part.numbers[-1] != "-1" else ())):
        ends = ranked(part, len(dashes))
        if ends is not None and dashes[ends[1]] - dashes[ends[0]] == ends[1] - ends[0]:
            found[(dashes[ends[0]], dashes[ends[1]] + 1)] = None
    yield from (replace(way, start=start, end=end, label="") for start, end in found)


def _says(way: Section, part: Part, lines: list[str], quotations: Sequence[str]) -> bool:
    """Whether a part is one alinéa, or a sentence of it, that has the words by which it is quoted: all of them, or how it begins (« Chaque … »)."""
    said = quotations[part.named or 0]
    if way.end - way.start != 1:
        return False
    line = lines[way.start]
    spans = sentences(line)[way.sentence - 1 : way.last or way.sentence] if way.sentence else ()
    return is_quoted_by(line[spans[0][0] : spans[-1][1]] if spans else line, said)


def _beginning(way: Section, words: str, unit: str, lines: list[str]) -> Iterator[Section]:
    """« L'alinéa commençant par « … » »: the one line, or the one sentence, that begins with those words."""
    found: list[Section] = []
    for index in range(way.start, way.end):
        own = item.end() if (item := ITEM.match(lines[index])) else 0
        for rank, (start, end) in enumerate(sentences(lines[index][own:]), start=1):
            begins = any(at == 0 for at, _ in occurrences(lines[index][own + start : own + end], words))
            if begins and (rank == 1 or unit == "SENTENCE"):
                found.append(replace(way, start=index, end=index + 1, label="", sentence=rank * (unit == "SENTENCE")))
    if len(found) == 1 and unit in {"ALINEA", "PARAGRAPH", "DASH", "SENTENCE"}:
        yield found[0]


def _is_there(one: Section, other: Section) -> bool:
    return (one.start, one.end, one.sentence) == (other.start, other.end, other.sentence)


def _run_of_items(way: Section, part: Part) -> Iterator[Section]:
    """« Les 2° et 3° », « les 2° à 4° »: items that follow each other, as one stretch."""
    found = [labelled(way, n) for n in part.numbers]
    first, last = found[0], found[-1]
    run_on = all(a and b and a.end == b.start for a, b in pairwise(found))
    if first and last and first.start < last.start and (part.through or run_on):
        yield replace(first, end=last.end)


def _tables(way: Section, part: Part, lines: list[str], sought: Sought) -> Iterator[Section]:
    """The table of a part: its only one, or of several the one with the columns and first cells of the new one."""
    rows = [i for i in range(way.start, way.end) if "|" in lines[i]]
    if part.unit == "LIST" and not rows:
        yield from the_list(way, part, lines)
        return
    starts = [i for i in rows if i - 1 not in rows]
    blocks = [(i, next(k for k in range(i, way.end + 1) if k not in rows)) for i in starts]
    new = [line for line in sought.wording.split("\n") if "|" in line]
    if len(blocks) > 1 and not part.numbers:
        blocks = [(i, k) for i, k in blocks if new and same_rows(new, lines[i:k])]
    ends = ranked(part, len(blocks)) if part.numbers else (0, 0) if len(blocks) == 1 else None
    if ends is not None and ends[0] == ends[1]:
        start, end = blocks[ends[0]]
        yield replace(way, start=start, end=end, label="")


def _headed(way: Section, name: str, lines: list[str]) -> Iterator[Section]:
    """The part under a line that is that heading, to the next heading of its kind or the end."""
    starts = [i for i in range(way.start, way.end) if bare(lines[i]) == name]
    starts = starts or [i for i in range(way.start, way.end) if is_heading(lines[i]) and unlabelled(lines[i]) == name]
    if len(starts) != 1:
        return
    start = starts[0]
    label = label_of(lines[start])
    if label:
        found = labelled(way, label)
        if found and found.start == start:
            yield found
        return
    if not is_heading(lines[start]):  # the words of an alinéa, not what stands above several
        yield replace(way, start=start, end=start + 1, label="")
        return
    end = next((i for i in range(start + 1, way.end) if is_heading(lines[i])), way.end)
    yield replace(way, start=start, end=end, label=lines[start])


def _run_in(way: Section, name: str, lines: list[str], sought: Sought) -> Iterator[Section]:
    """The one line that begins with a heading of its own (« Frais : le train est remboursé »).

    A new wording says the heading again, or it is not of all of the line.
    """
    starts = [i for i in range(way.start, way.end) if _heading_before(lines[i]) == name]
    if len(starts) == 1 and (not sought.wording or bare(sought.wording).startswith(name)):
        yield replace(way, start=starts[0], end=starts[0] + 1, label="")


def _heading_before(line: str) -> str:
    """The letters of the heading that a line begins with; "" where it begins with none."""
    found = _HEAD.match(line)
    return unlabelled(found["head"]) if found else ""
