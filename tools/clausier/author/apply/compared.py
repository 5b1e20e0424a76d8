"""A table that sets the words in force beside the new ones, in an amendment's article in plain lines."""

from __future__ import annotations

from itertools import groupby

from msgspec.structs import replace

from clausier.french import Itself, Said, read_article
from clausier.french.comparison import compared


def read_with_tables(words: str, heading: str, itself: Itself | None) -> tuple[Said, ...]:
    """The sentences of an amendment's article; of such a table those that it stands for, each shown as the row that says it."""
    lines: list[str] = []
    shown: dict[str, str] = {}
    for is_row, run in groupby(words.split("\n"), key=lambda line: "|" in line):
        own = list(run)
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in own] if is_row else []
        told = compared(rows)
        shown |= {_letters(sentence): row for sentence, row in zip(told, own[1:], strict=False) if sentence}
        lines.extend(filter(None, told) if any(told) else own)
    said = read_article("\n".join(lines), heading, itself)
    return tuple(replace(one, sentence=shown.get(_letters(one.sentence), one.sentence)) for one in said)


def _letters(sentence: str) -> str:
    """A sentence without its blanks, which are read as one kind."""
    return "".join(sentence.split())
