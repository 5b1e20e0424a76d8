"""What lines show that their typist meant, and Markdown does not see: an item of a list, a new alinéa, a table, one word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from clausier.source.markdown.parts import label_of
from clausier.text.regex import regex
from clausier.text.typography import BULLETS

_COUNTED = regex(r"(\d{1,9}[.)])(?=\s)")
_DASHED = regex(r"-(?:[\u00a0\u202f]|(?=[^\W\d_]|[«“\"(]))")
_LABEL_AND_TAB = regex(r"[\s>]*(?:[-*+–•]|\S{1,8}[.)°])[ \t]+")
_COLUMN = regex(r"(?<=\S) *\t\s*(?=\S)")
_CUT = regex(r"[^\W\d_]-\Z")
_AND = frozenset({"et", "ou", "à", "ni"})  # « les sous- et les sur-préfets »
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
    if words[:1] and words[0] in BULLETS and words[1:2].isspace():
        return words[0]
    ended = before.rstrip().endswith((*_ENDS, ","))
    return ("-" if _DASHED.match(words) else label_of(words)) if ended else ""


def item_meant(words: str) -> str:
    """The words of what begins as an item does, and is none: behind a bullet, or a dash without a plain space; "" for others."""
    if words and words[0] in BULLETS:
        return words[1:].lstrip()
    dash = _DASHED.match(words)
    return words[dash.end() :].lstrip() if dash else ""


def columns(lines: Sequence[str]) -> list[int]:
    """The lines that begin a table whose cells only tabs keep apart: two lines or more, blank ones aside, with as many tabs."""
    written = [(rank, _cells(line)) for rank, line in enumerate(lines) if line.strip(" \t>")]
    alike = [cells > 1 and cells == before for (_, before), (_, cells) in pairwise(written)]
    return [written[n][0] for n, same in enumerate(alike) if same and (n == 0 or not alike[n - 1])]


def _cells(line: str) -> int:
    """How many stretches of words the tabs of a line keep apart; the one behind a label keeps nothing apart."""
    return len(_COLUMN.findall(_LABEL_AND_TAB.sub("", line, count=1) if _LABEL_AND_TAB.match(line) else line)) + 1


def cut_word(before: str, words: str) -> bool:
    """Whether a word goes on from the line `before` to the next, which would be put together with a space in it."""
    first = words.split(maxsplit=1)[:1]
    return bool(_CUT.search(before) and first and first[0][:1].islower() and first[0] not in _AND)


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
    return any(labelled(line, before) or cut_word(before, line) for before, line in pairwise(lines)) or bool(
        new_lines(lines)
    )
