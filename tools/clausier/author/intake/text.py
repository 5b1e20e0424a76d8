"""A text file → its blocks: lines that start anew, items of lists by their mark, tables by their tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from clausier.author.intake.form import Block, Grid, Paragraph, Received
from clausier.author.intake.quoting import CLOSING, OPENING, is_paired
from clausier.source.headings import RANK_BEHIND
from clausier.text.typography import BLANKS, BULLETS, ENCLOSING

_DASHES = f"-–—―*{BULLETS}"
# `1.` is an item's mark only before words that are no heading's: it is left to what reads the lines.
_ITEM = re.compile(
    rf"(?P<label>[{_DASHES}]|\d{{1,3}}[°º](?:[ \u00a0](?:bis|ter|quater))?[.)]?|\(?(?:[a-z]{{1,2}}|[ivx]{{3,5}})\)|\(?\d{{1,2}}\))"
    r"[ \t\u00a0\u202f]+(?=\S)"
)
_NARROWEST, _WIDEST = 60, 120
_CLOSED = re.compile(rf"[{BLANKS}]*(?P<sign>[{CLOSING}])[{BLANKS}]*[.;]?\Z")
_STARTS = re.compile(rf"[{OPENING}A-ZÀ-Ý]")
_ENDS = re.compile(rf"[.!?;:{CLOSING}][ \u00a0]*\Z")
_ENDS_QUOTED = re.compile(rf"[.!?;][{BLANKS}]*[{CLOSING}][{BLANKS}]*[.;]?\Z|[{CLOSING}][{BLANKS}]*[.;]\Z")
# What begins a line of its own, however full the one above: the place and date, the heading of an article, the parties.
_ANEW = re.compile(
    r"(?:Entre|ENTRE)\s|(?:Préambule|PRÉAMBULE)\s*\Z|(?:Fait|FAIT|Signé)\s+(?:à|À|a|en|le)\s"
    rf"|(?:Article|ARTICLE|Art\.)\s+(?:\d[\w.]*|[IVX]+|(?i:{RANK_BEHIND}))(?:\s+(?:bis|ter|quater))?\s*(?:[:.–—-]|\Z)"
)
_ANEW_BELOW_A_STOP = re.compile(rf"[{OPENING}]|\d{{1,2}}(?:\.\d{{1,2}})*\.?[ \u00a0]+[A-ZÀ-Ý]")


def read_text(text: str) -> Received:
    """The blocks of a text. Lines that were broken to a width are joined; a blank line, a mark or a tab starts anew."""
    lines = text.replace("\f", "\n").split("\n")
    width = _width(lines)
    blocks: list[Block] = []
    indents: list[float] = []
    group: list[tuple[int, str]] = []
    for number, line in [*enumerate(lines, start=1), (len(lines) + 1, "")]:
        if line.strip():
            group.append((number, line.rstrip()))
            continue
        if _goes_on(group, lines[number:]):
            continue
        found = tuple(_blocks(group, width, indents))
        if found and not (isinstance(found[0], Paragraph) and found[0].depth):
            indents.clear()
        blocks.extend(found)
        group = []
    return Received(blocks=_without_bold(blocks))


def _goes_on(group: list[tuple[int, str]], below: list[str]) -> bool:
    """Whether a table whose rows stand apart from each other goes on behind a blank line."""
    following = next((line.strip() for line in below if line.strip()), "")
    tabs = {words.strip().count("\t") for words in (*(line for _, line in group), following)}
    return bool(group) and len(tabs) == 1 and tabs != {0}


def _width(lines: list[str]) -> int:
    """The width to which the lines were broken, 0 where they were not: where no sentence runs on for want of room."""
    widest = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    runs_on = any(
        below.strip()[:1].islower() and not _ENDS.search(above) and _broken(above.rstrip(), below, widest)
        for above, below in pairwise(lines)
        if above.strip()
    )
    return widest if runs_on else 0


def _blocks(group: list[tuple[int, str]], width: int, indents: list[float]) -> Iterator[Block]:
    index = 0
    while index < len(group):
        number, line = group[index]
        rows = _rows(group[index:])
        if rows:
            yield from _table(rows, number)
            index += len(rows)
            continue
        index += 1
        words = line.strip()
        doubt = ""
        last = line
        while index < len(group) and width and _broken(last, group[index][1], width):
            if _parted(words, group[index][1].strip()):
                break
            if _ENDS.search(words) and _STARTS.match(group[index][1].strip()):
                doubt = f"la ligne {group[index][0]} suit-elle la précédente, ou commence-t-elle un alinéa ?"
            last = group[index][1]
            words += " " + last.strip()
            index += 1
        yield _paragraph(line, words, number, indents, doubt)


def _broken(line: str, following: str, width: int) -> bool:
    """Whether a line stops because the first word of the next one did not fit."""
    words = following.strip()
    # A no-break space is no place to break a line: « 30 % » fits as a whole, or does not.
    return not _ITEM.match(words) and "\t" not in following and len(line) + 1 + len(words.split(" ")[0]) > width


def _parted(above: str, below: str) -> bool:
    """Whether a line begins anew though the one above is full: a quotation opens there, or has closed, or its words say so."""
    if _ANEW.match(below) or (_ANEW_BELOW_A_STOP.match(below) and _ENDS.search(above)):
        return True
    return is_paired(above) and _ENDS_QUOTED.search(above) is not None and _STARTS.match(below) is not None


def _rows(group: list[tuple[int, str]]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table at the start of a group: two lines or more with as many tabs each, or as many bars around their cells."""
    first = group[0][1].strip()
    mark = "|" if first.startswith("|") and first.endswith("|") and len(first) > 1 else "\t"
    rows: list[tuple[str, ...]] = []
    for _, line in group:
        words = line.strip()
        if mark not in first or words.count(mark) != first.count(mark) or (mark == "|" and words[-1] != mark):
            break
        if words.count("\t") == 1 and _ITEM.match(words):
            break  # the tab behind the mark of an item
        rows.append(tuple(cell.strip() for cell in words.strip(mark).split(mark)))
    return tuple(rows) if len(rows) > 1 else ()


def _table(rows: tuple[tuple[str, ...], ...], number: int) -> Iterator[Block]:
    """A table, and on lines of their own the guillemets of the act that open in its first cell and close in its last."""
    first, last = rows[0][0], rows[-1][-1]
    opens, closed = first[:1], _CLOSED.search(last)
    opened = opens in ENCLOSING and ENCLOSING[opens] not in first[1:]
    closes = closed is not None and not any(one in last[: closed.start()] for one in OPENING)
    cells = [list(row) for row in rows]
    if opened:
        cells[0][0] = first[1:].lstrip(BLANKS)
        yield Paragraph(text=opens, place=f"ligne {number}")
    if closed and closes:
        cells[-1][-1] = last[: closed.start()]
    yield Grid(rows=tuple(tuple(row) for row in cells))
    if closed and closes:
        yield Paragraph(text=closed["sign"], place=f"ligne {number}")


def _paragraph(first: str, words: str, number: int, indents: list[float], doubt: str) -> Paragraph:
    return listed(words, len(first) - len(first.lstrip()), indents, f"ligne {number}", doubt)


def is_item(words: str) -> bool:
    """Whether a line begins with the mark of an item of a list."""
    mark = _ITEM.match(words)
    return bool(mark) and not words.startswith("**")


def listed(
    words: str, indent: float, indents: list[float], place: str, doubt: str = "", *, near: float = 0
) -> Paragraph:
    """A line as it is set `indent` from the margin; `indents` are those of the items that it may stand in."""
    mark = _ITEM.match(words)
    if not mark or not is_item(words):
        return Paragraph(text=words, place=place, doubt=doubt)
    while indents and indents[-1] > indent + near:
        indents.pop()
    if not indents or indents[-1] < indent - near:
        indents.append(indent)
    label = "-" if mark["label"] in _DASHES else mark["label"]
    return Paragraph(text=words[mark.end() :], label=label, depth=max(1, len(indents)), place=place, doubt=doubt)


def _without_bold(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks without `**`, which some put around words and which is no word."""
    count = sum(b.text.count("**") for b in blocks if isinstance(b, Paragraph))
    if not count or count % 2:
        return tuple(blocks)
    return tuple(replace(b, text=b.text.replace("**", "").strip()) if isinstance(b, Paragraph) else b for b in blocks)


def item(words: str, place: str) -> Paragraph:
    """A line on its own, its mark told from its words where it begins with one (`– `, `1° `, `a) `)."""
    return replace(_paragraph(words, words, 0, [], ""), place=place)
