"""The items of an article in plain text: how a line is labelled, and how far what it begins goes."""

from __future__ import annotations

import re

from msgspec.structs import replace

from clausier.refs.lines.counting import old_alineas
from clausier.refs.lines.section import DASH, LABEL, Section, is_heading, lines_of
from clausier.text.numerals import ADVERBS, ROMANS


def labelled(way: Section, label: str) -> Section | None:
    """The lines from the one with that label to the next label of its rank."""
    lines = lines_of(way.article)
    label = _plain_label(label)
    starts = [i for i in range(way.start, way.end) if label_of(lines[i]) == label]
    if not starts and way.end - way.start == 1:  # « le 2° de l'alinéa 3 »: the list that the alinéa introduces
        after = next((e for s, e in old_alineas(way.start, len(lines), lines) if s == way.start), way.end)
        starts = [i for i in range(way.start, after) if label_of(lines[i]) == label]
        way = replace(way, end=after)
    return _item(way, starts[0], label) if len(starts) == 1 else None


def _item(way: Section, start: int, label: str) -> Section:
    """The lines of the item that begins at `start`; those behind the last of a list that has an introduction are no part of it."""
    lines = lines_of(way.article)
    end = next((i for i in range(start + 1, way.end) if _follows(label, label_of(lines[i]))), None)
    introduced = way.start < start and not _ranks(label_of(lines[way.start])).keys() & _ranks(label).keys()
    if end is None and introduced and not is_heading(lines[start]) and "." not in label:
        outer = {series for line in lines[way.start : start + 1] for series in _ranks(label_of(line))}
        end = start + 1
        while end < way.end and (DASH.match(lines[end]) or _within_an_item(lines[end], outer)):
            end += 1
    return replace(way, start=start, end=end if end is not None else way.end, label=label)


def _within_an_item(line: str, outer: set[str]) -> bool:
    """Whether a line is an item of a list that has begun since: « a) » below « 3° »."""
    series = set(_ranks(label_of(line)))
    return bool(series) and not series & outer


def item_before(way: Section, new: str) -> Section | None:
    """The item of a part that a new item goes on from: « 3° … » for « 4° … »; None where none of that list is there."""
    label, lines = label_of(new), lines_of(way.article)
    before = [i for i in range(way.start, way.end) if label and _follows(label_of(lines[i]), label)]
    return _item(way, before[-1], label_of(lines[before[-1]])) if before else None


def goes_on_a_list(way: Section, new: str) -> bool:
    """Whether a part has items of the series of a new one's label: « 5° » where there are 1° to 3°."""
    series = _ranks(label_of(new)).keys()
    return any(series & _ranks(label_of(line)).keys() for line in lines_of(way.article)[way.start : way.end])


def label_of(line: str) -> str:
    """The label that a line begins with, without its marks; "" where it has none."""
    found = LABEL.match(line.strip())
    dotted = re.match(r"^(\d+(?:\.\d+)+|(?:[IVX]+|[A-Z])(?:[.-]\d+)+)\s", line.strip())
    return _plain_label(found["label"] + found["mark"] if found else dotted[1] if dotted else "")


def _plain_label(label: str) -> str:
    """A label without its marks: « 3.1. bis » is 3.1 bis, « 2° bis » is 2 bis, « IV-3 » is IV.3."""
    return re.sub(r"[.°º)]?\s+", " ", label.rstrip(")°º.–- ")).replace("-", ".")


def _follows(label: str, other: str) -> bool:
    """Whether `other` ends the part that `label` begins: the next label of its series, or one of an outer series."""
    if not other or other == label:
        return False
    if "." in label and " " in label:
        return "." in other  # « 3.1 bis » goes to the next of its kind
    if "." in label:
        mine, theirs = label.split("."), other.split(".")
        return len(theirs) <= len(mine) and theirs[0] == mine[0] and other.count(".") > 0
    before, after = _ranks(label), _ranks(other)
    return any(
        after[series][0] == before[series][0] + 1
        or (after[series] > before[series] and (series == "1" or after[series][0] == before[series][0]))
        for series in before.keys() & after.keys()
    )


def _ranks(label: str) -> dict[str, tuple[int, int]]:
    """The series that a label may be of, with its rank there, and that of its « bis »: « I » is a letter, or a number."""
    own, _, adverb = label.partition(" ")
    after = ADVERBS.index(adverb) + 1 if adverb in ADVERBS else 0
    found = {"1": int(own)} if own.isdigit() else {}
    if len(own) == 1 and own.isalpha():
        found["a" if own.islower() else "A"] = ord(own)
    if own.upper() in ROMANS:
        found["i" if own.islower() else "I"] = ROMANS.index(own.upper()) + 1
    return {series: (rank, after) for series, rank in found.items()}
