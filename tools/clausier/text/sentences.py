"""Sentences of French legal prose."""

from __future__ import annotations

import re
from functools import lru_cache

from clausier.text.regex import CLOSING, regex

# After these a full stop ends no sentence: « etc. » is not among them, since what follows it with a capital is a new one.
# The one place for such a list.
ABBREVIATIONS = frozenset(
    "al art arts av bull c ch chap cf coll d dép dir éd ex fig gén hab ibid id j l lib m me mlle mm mme n n° no nos obs op p"
    " par para pp pr préc préf r réf resp s sec sect ss st ste suppl t tab tél tit v vol".split()
)
_LONGEST = max(map(len, ABBREVIATIONS))
# A run of marks is taken whole, and once: a line of dots would be tried from each of them to each.
_END = regex(
    rf"(?<![.!?…])(?P<mark>[.!?…]++)(?:{CLOSING}|\)|\s++»)*(?=(?P<space>\s++)(?:[\"(]|(?-i:“))?\s*+(?P<first>\S))"
)
_WORD_BEFORE = regex(r"[\w°]+\Z")


@lru_cache(maxsize=1 << 16)  # the same line stands in many versions
def sentences(chars: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `chars` as offsets (start, end), the space between two belonging to neither.

    One ends at `.` `!` `?` `…` before a space and a capital, a digit or «; not after an abbreviation, an initial or a
    number's `n°`, nor inside « » or parentheses.
    """
    found: list[tuple[int, int]] = []
    start = len(chars) - len(chars.lstrip())
    for match in _END.finditer(chars):
        first, end = match["first"], match.end()
        if not (first.isupper() or first.isdigit() or first == "«") or _abbreviated(chars, start, match):
            continue
        if _open(chars[start:end]):
            continue
        found.append((start, end))
        start = match.end("space")
    stop = len(chars.rstrip())
    if start < stop:
        found.append((start, stop))
    return tuple(found)


def _abbreviated(chars: str, start: int, end: re.Match[str]) -> bool:
    """Whether a full stop belongs to the word that it follows, rather than ending the sentence from `start`."""
    at, mark = end.start(), end["mark"]
    # Of a longer word, more than any abbreviation.
    word = _WORD_BEFORE.search(chars[max(start, at - _LONGEST - 1) : at])
    if not word or not mark.startswith(".") or mark.startswith(".."):
        return False
    text = word.group()
    return (len(text) == 1 and text.isupper()) or text.lower() in ABBREVIATIONS


def _open(part: str) -> bool:
    """Whether a guillemet or a parenthesis that `part` opens is still open at its end."""
    return _depth(part, "«", "»") > 0 or _depth(part, "(", ")") > 0


def _depth(part: str, opening: str, closing: str) -> int:
    if opening not in part:
        return 0
    depth = 0
    for char in part:
        if char == opening:
            depth += 1
        elif char == closing and depth:  # a label such as « a) » closes nothing
            depth -= 1
    return depth
