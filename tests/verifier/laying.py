"""Runs laid over the lines that their origin brings; and words found through typography."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ALIKE = {**{mark: rf"\s*{re.escape(mark)}" for mark in ";:!?%€"}, "'": "['’‘ʼ´`′]", "-": "[-‐‑‒–—―−]", '"': '["“”„″«»]', "oe": "(?:œ|oe)", "ae": "(?:æ|ae)", "...": "(?:…|[.]{3})"}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A stretch of a line of a version with who wrote it."""

    text: str
    origin: str


Slot = tuple[Piece, ...]  # a line of a version, or what one origin wrote of it


@dataclass(frozen=True)
class Brought:
    """A line that an origin brings, and for each of its characters whether it may be missing."""

    text: str
    loose: Sequence[bool]


def lay(slots: Iterable[Slot], lines: Iterable[Brought], *, cut: bool = False) -> int | None:
    """The rank of the first slot that cannot be laid over the lines in their order; None where all can.

    The pieces of a slot stand in one line, in order; each slot stands in a line after that of the slot before, or, where
    lines have been `cut` in two, perhaps in the same one. What is passed over must be loose. All places at which the
    pieces so far may end are kept, so that no choice made early can turn out to be the wrong one.
    """
    text, reach = _joined(lines)
    ends = {0}
    rank = -1
    for rank, slot in enumerate(slots):
        for number, piece in enumerate(slot):
            ends = {
                found
                for end in ends
                for line_end in (text.index("\n", end),)
                for found in _placed(
                    piece,
                    text,
                    end if number or cut else line_end + 1,
                    min(reach[end], line_end) if number else reach[end],
                )
            }
        if not ends:
            return rank
    return None if any(reach[end] == len(text) for end in ends) else rank + 1


def stands(slot: Slot, line: Brought, *, cut: bool = False) -> bool:
    """Whether the slot can be laid over one line; of a line that has been `cut` in two it may be a part."""
    if cut:
        line = Brought(line.text, [True] * len(line.text))
    return lay([slot], [line]) is None


def _joined(lines: Iterable[Brought]) -> tuple[str, list[int]]:
    """The lines, a line feed around each, and from each character the first one that may not be missing."""
    text, loose = "\n", [True]
    for line in lines:
        text += line.text + "\n"
        loose += [*line.loose, True]
    reach = [len(text)] * (len(text) + 1)
    for index in range(len(text) - 1, -1, -1):
        reach[index] = reach[index + 1] if loose[index] else index
    return text, reach


def _placed(piece: Piece, text: str, low: int, high: int) -> Iterable[int]:
    """Where the piece may end if it begins between `low` and `high`."""
    # The space that joins what an operation inserts to its neighbours is in no source.
    for words in {piece.text} if piece.origin == "convention" else {piece.text, piece.text.strip()}:
        at = text.find(words, low, high + len(words))
        while at >= 0 and words:
            yield at + len(words)
            at = text.find(words, at + 1, high + len(words))
        if not words and low <= high:
            yield low


def through(words: str) -> re.Pattern[str]:
    """Words as they are found: through spaces, apostrophes, dashes, quotation marks and ligatures; with or without a space before a mark."""
    folded = words
    for plain, pattern in _ALIKE.items():
        folded = re.sub(pattern, plain, folded)
    closed = re.sub(r"\s+(?=[;:!?%€])", "", re.sub(r'"\s+|\s+"', '"', folded))
    tokens = re.findall(r"oe|ae|[.]{3}|\s+|.", closed)
    quotes = r'\s*["“”„″«»]\s*'
    return re.compile(
        "".join(r"\s+" if t.isspace() else quotes if t == '"' else _ALIKE.get(t, re.escape(t)) for t in tokens)
    )
