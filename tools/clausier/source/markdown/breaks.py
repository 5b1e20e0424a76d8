"""What the lines inside of a paragraph show that their typist meant, and Markdown does not see: an item of a list, a new alinéa."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from clausier.source.markdown.parts import label_of
from clausier.text.regex import regex

_COUNTED = regex(r"(\d{1,9}[.)])(?=\s)")
_BULLETS = frozenset(
    "•‣▪▫■□●○◦➢➤\u00b7\uf0a7\uf0b7\uf0d8"
)  # as word processors set them, the last ones in a font of signs
_ENDS = (".", ";", ":", "!", "?", "»")
NARROW, WIDE = 72, 120  # nobody has their lines broken before the one, or lets them run beyond the other


def counted(words: str) -> str:
    """The number with which a line begins as an item that Markdown counts does: `2.`; "" where it does not."""
    found = _COUNTED.match(words)
    return found[1] if found else ""


def labelled(words: str, before: str) -> str:
    """The sign, or the label of an act, with which a line begins as an item does: `•`, `1°`, `a)`; "" where it does not.

    A label also begins a line by chance (« prévues au / 1° de l’article 3 »): not where the line `before` has come to an end.
    """
    if words[:1] in _BULLETS and words[1:2].isspace():
        return words[0]
    return label_of(words) if before.rstrip().endswith((*_ENDS, ",")) else ""


def new_lines(lines: Sequence[str]) -> list[int]:
    """Which lines of a paragraph were begun on purpose: a sentence ends before each, and its first word had room there."""
    width = max(NARROW, *map(len, lines))
    return [
        rank
        for rank, (before, line) in enumerate(pairwise(lines), start=1)
        if before.rstrip().endswith(_ENDS)
        and (len(before) > WIDE or len(before) + 1 + len(line.split(maxsplit=1)[0] if line.strip() else "") <= width)
    ]


def run_together(lines: Sequence[str]) -> bool:
    """Whether a line of a paragraph was begun on purpose, in one way or the other."""
    return any(labelled(line, before) for before, line in pairwise(lines)) or bool(new_lines(lines))
