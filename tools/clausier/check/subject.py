"""What the checks look at, and where in the sources what they find stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter

from msgspec import Struct

from clausier.check.acronyms import Use, uses
from clausier.check.bodies import Body, bodies
from clausier.check.passage import Lines, Passage, passages
from clausier.diagnostics import Span
from clausier.model.act import Act
from clausier.text.regex import regex

# Between two characters of a text its source may have marks of emphasis, escapes and links; between two words also the
# end of a line, with the marks of a quotation.
_BETWEEN = regex(r"(?:[*_\\[]|\]\([^)\s]*\)|(?P<gap>\n[ \t>]*|\s))+")
_PIPE = regex(r"(?<!\\)\|")
_NUMBERED = regex(
    r"\W*(?:projet d[’']\s?)?avenant(?:\s+modificatif)?\s+(?:n\s?[°ºo]?\.?\s*|numéro\s+)?(?P<number>\d{1,3})(?![\d/.–-])"
    r"(?:\s?(?P<more>bis|ter|quater)\b)?",
    re.IGNORECASE,
)
_OF_ANOTHER = regex(r"(?:\bà|modifiant|\bde)\s+l[’']avenant\b", re.IGNORECASE)


def locate(source: str, span: Span, chars: str, start: int, end: int, cell: int | None = None) -> Span:
    """Where `chars[start:end]` stand in the file `source`, `chars` being the words of the block at `span`.

    `cell` is the column of a table's cell, `span` then being its row. What does not read alike in the source (an
    entity, say) gets the block's own place.
    """
    region = _region(source, span.line, span.end_line)
    low, high = (0, len(region)) if cell is None else _cell(region, cell)
    words = _bare(chars, start, end)[0].strip()
    if not words:
        return span
    start += len(chars[start:end]) - len(chars[start:end].lstrip())
    # Counted from the end: labels, numbers and marks stand before the words of a block, never after them.
    standing = _found(words, chars, 0, len(chars))
    after = len(standing) - bisect_right(standing, start, key=itemgetter(0))
    found = _found(words, region, low, high)
    if after >= len(found):
        return span
    first, last = found[-1 - after]
    line, column = region.count("\n", 0, first), first - region.rfind("\n", 0, first)
    return Span(span.path, span.line + line, column, span.line + region.count("\n", 0, last))


def _bare(text: str, low: int, high: int) -> tuple[str, list[int]]:
    """The characters of `text[low:high]` without marks, each gap one space; and where in `text` each of them stands."""
    pieces: list[str] = []
    places: list[int] = []
    at = low
    for between in _BETWEEN.finditer(text, low, high):
        pieces.append(text[at : between.start()])
        places.extend(range(at, between.start()))
        if between["gap"]:
            pieces.append(" ")
            places.append(between.start())
        at = between.end()
    pieces.append(text[at:high])
    places.extend(range(at, high))
    return "".join(pieces), places


@lru_cache(maxsize=1)  # of one line there may be thousands of findings
def _region(source: str, line: int, end_line: int) -> str:
    return "\n".join(source.split("\n")[line - 1 : max(line, end_line)])


@lru_cache(maxsize=2)  # of a block and of its source
def _found(words: str, text: str, low: int, high: int) -> tuple[tuple[int, int], ...]:
    """Where the first and the last character of each occurrence of `words` in `text[low:high]` stand, marks apart."""
    bare, places = _bare(text, low, high)
    found: list[tuple[int, int]] = []
    at = bare.find(words)
    while at >= 0:
        found.append((places[at], places[at + len(words) - 1]))
        at = bare.find(words, at + 1)
    return tuple(found)


def _cell(row: str, column: int) -> tuple[int, int]:
    """Where the cell of that column begins and ends in the line of its row."""
    pipes = [m.start() for m in _PIPE.finditer(row)]
    if not pipes or row[: pipes[0]].strip(" \t>"):
        pipes = [-1, *pipes]
    pipes.append(len(row))
    return (pipes[column] + 1, pipes[column + 1]) if column + 1 < len(pipes) else (0, len(row))


class Names(Struct, frozen=True, kw_only=True):
    """What the checks of later acts know of one: the bodies that it creates, each with the place of its line; the acronyms that it explains.

    `number` is its own among the amendments (0 for none), `folder` where it stands, `words` what an amendment says (see `words_of`).
    """

    bodies: tuple[tuple[str, Span], ...]
    acronyms: tuple[str, ...]
    number: int = 0
    folder: str = ""
    words: str = ""


class Subject(Struct, frozen=True, kw_only=True):
    """An act under check: its passages, the acronyms in them and the bodies that they create.

    `earlier`: what the acts before it have named.
    """

    act: Act
    lines: Lines
    acronyms: tuple[Use, ...]
    bodies: tuple[Body, ...]
    earlier: tuple[Names, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage, for a check that is of each."""
        return self.lines.passages

    def span(self, passage: Passage, start: int = 0, end: int | None = None) -> Span:
        """Where the characters `start` to `end` of `passage` stand in the sources."""
        source = self.act.source(passage.span.path)
        if source is None or not passage.chars[start:end].strip():
            return passage.span
        return locate(source, passage.span, passage.chars, start, end or len(passage.chars), passage.cell)


def subject(act: Act, earlier: Iterable[Names]) -> Subject:
    """`act` as the checks see it, after those that have named what is `earlier`."""
    lines = Lines(passages(act))
    return Subject(
        act=act,
        lines=lines,
        acronyms=tuple(uses(lines)),
        bodies=tuple(bodies(lines)),
        earlier=tuple(earlier),
    )


def number_among_amendments(act: Act) -> int:
    """The number that the title of an amendment of the convention gives it; 0 where it gives none."""
    number, _ = number_in_title(act.title) if act.kind == "amendment" else (0, "")
    return number


def number_in_title(title: str) -> tuple[int, str]:
    """The number that a title gives to an amendment of the convention, and what follows it (« bis »); 0 where it gives none."""
    found = _NUMBERED.match(title)
    return (int(found["number"]), found["more"] or "") if found and not _OF_ANOTHER.search(title) else (0, "")


def words_of(one: Subject) -> str:
    """What an amendment says and when it was signed, whatever its files are called; "" of one that says nothing.

    A short act may be made again in the same words (« La convention est prorogée d’un an. »).
    """
    said, signed = "\n".join(passage.chars for passage in one.passages), one.act.signed
    return f"{signed.first} {signed.last}\n{said}" if said and signed and one.act.kind == "amendment" else ""


def names(one: Subject) -> Names:
    """What the act names, for those after it."""
    return Names(
        bodies=tuple((passage.chars[start:end], passage.span) for passage, start, end in one.bodies),
        acronyms=tuple(dict.fromkeys(use.acronym for use in one.acronyms if use.explained)),
        number=number_among_amendments(one.act),
        folder=one.act.folder,
        words=words_of(one),
    )
