"""The table of contents of a document, which repeats its headings and is no words of the act."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

from msgspec.structs import replace

from clausier.author.intake.form import Block, Paragraph
from clausier.text.accents import as_id

_TITLE = re.compile(r"\W*(?:sommaire|table des matières)\W*\Z", re.IGNORECASE)
# A run of dots or spaces is taken whole, and once: a long one would be tried from each of its signs to each.
_PAGE = re.compile(r"(?<![\s.…·_-])[\s.…·_-]*+\d{1,3}\s*\Z")
_LED = re.compile(r"(?<![.…·_])[.…·_]{4,}+[ \u00a0]*+\d{1,3}\Z")  # to the number of the page, by dots
_LEADERS = re.compile(r".+?(?<![.…·_])[.…·_]{4,}+[ \u00a0]*+\d{1,3}(?!\S)|.+")
_FEWEST = 3  # lines: fewer may be anything


def without_contents(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], int]:
    """The blocks without their table of contents, and how many lines it had.

    It is three lines or more in a row: each is led by dots to the number of its page, or stands again further down, where it
    has such a number behind it or is below « Sommaire ».
    """
    whole, blocks = blocks, tuple(piece for block in blocks for piece in _apart(block))
    last = _last_places(blocks)
    start = 0
    while start < len(blocks):
        titled = _is_title(blocks[start])
        first = start + titled
        end = first
        while end < len(blocks) and _is_entry(blocks[end], end, last, paged=not titled):
            end += 1
        if end - first >= _FEWEST:
            return (*blocks[:start], *blocks[end:]), end - first
        start += 1
    return whole, 0


def _apart(block: Block) -> tuple[Block, ...]:
    """The lines of a table of contents that a reader of pages has joined, which its leaders fill to the margin."""
    if not isinstance(block, Paragraph) or not (pieces := _LEADERS.findall(block.text))[1:]:
        return (block,)
    return tuple(replace(block, text=piece.strip()) for piece in pieces)


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and _TITLE.match(block.text) is not None


def _last_places(blocks: tuple[Block, ...]) -> dict[str, int]:
    """Where each line stands last, and each with the one after it: a heading may take two lines."""
    words = [as_id(f"{b.label} {b.text}") if isinstance(b, Paragraph) else "" for b in blocks]
    places = {word: rank for rank, word in enumerate(words)}
    for rank, pair in enumerate(itertools.pairwise(words)):
        places["-".join(filter(None, pair))] = rank
    return places


def _is_entry(block: Block, rank: int, last: Mapping[str, int], *, paged: bool) -> bool:
    if not isinstance(block, Paragraph) or (paged and not _PAGE.search(block.text)):
        return False
    if _LED.search(block.text):
        return True
    line = f"{block.label} {block.text}"
    return any(last.get(words, 0) > rank for words in (as_id(line), as_id(_PAGE.sub("", line))) if words)
