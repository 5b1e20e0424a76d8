"""The words that change in a sentence, as passages that are found once in its alinéa."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from clausier.author.draft.lay import words

_TOKEN = re.compile(r"\w+(?:-\w+)*['’]?|[^\w\s]")
# Before a number that is a name: « l’article 4 » becomes « l’article 5 », where « 4 ans » become « 6 ».
_NAMES = re.compile(
    r"(?:\b(?:articles?|annexes?|alinéas?|paragraphes?|points?|titre|chapitre|section)|n°)[\s\u00a0\u202f]*\Z",
    re.IGNORECASE,
)
_QUOTE = words("«")
_WIDEST = 8  # words that a passage may take along, so as to be found once

Hunk = tuple[int, int, int, int]


def likeness(old: str, new: str) -> float:
    """How much of two lines is the same words in the same order, from 0 to 1."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def count(line: str) -> int:
    """How many words and other signs a line has."""
    return len(_TOKEN.findall(line))


def passages(old: str, new: str, line: str) -> tuple[list[tuple[str, str]], int]:
    """The passages that change in a sentence of `line`, as old and new words, and how many words change.

    With each goes as much of what stays as makes the old words stand once in the line; where one cannot be told so, there
    are none.
    """
    a, b = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    matcher = SequenceMatcher(None, _told(a), _told(b), autojunk=False)
    hunks = [op[1:] for op in matcher.get_opcodes() if op[0] != "equal"]
    changed = sum(max(i2 - i1, j2 - j1) for i1, i2, j1, j2 in hunks)
    found = [_unique((old, new), line, (a, b), hunk) for hunk in hunks]
    return [passage for passage in found if passage] if all(found) else [], changed


def _told(tokens: list[re.Match[str]]) -> list[tuple[str, bool]]:
    """The words of a line, each with whether a space stands before it: « 80% » is not « 80 % ». Guillemets have theirs anyhow."""
    found: list[tuple[str, bool]] = []
    guillemet = False
    for token in tokens:
        word = words(token.group())
        apart = token.string[token.start() - 1 : token.start()].isspace()
        found.append((word, apart and not guillemet and word != _QUOTE))
        guillemet = word == _QUOTE
    return found


def _unique(
    sides: tuple[str, str], line: str, tokens: tuple[list[re.Match[str]], list[re.Match[str]]], hunk: Hunk
) -> tuple[str, str] | None:
    """The words of a change with as many around them as make the old ones stand once in the line."""
    i1, i2, j1, j2 = hunk
    a, b = tokens
    found: tuple[str, str] | None = None
    for widen in range(_WIDEST):
        left, right = min(widen, i1, j1), min(widen // 2, len(a) - i2, len(b) - j2)
        one = _span(sides[0], a, i1 - left, i2 + right)
        other = _span(sides[1], b, j1 - left, j2 + right)
        if not one:
            continue
        if any(sign in one + other for sign in "«»\n"):
            return found
        if not (one[0].isalnum() and one[-1].isalnum()):
            continue
        if _times(one, line) != 1:
            continue
        if other and not (other[0].isalnum() and other[-1].isalnum()):
            continue
        found = found or (one, other)
        if any(sign.isalpha() for sign in one) or not _NAMES.search(sides[0][: a[i1].start()] if i1 < i2 else ""):
            return one, other
    return found


def _times(words: str, line: str) -> int:
    """How often a line has those words, none of them being the part of another."""
    found, at = 0, line.find(words)
    while at >= 0:
        end = at + len(words)
        found += not (_in_a_word(line[at - 1 : at]) or _in_a_word(line[end : end + 1]))
        at = line.find(words, at + 1)
    return found


def _in_a_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _span(text: str, tokens: list[re.Match[str]], first: int, last: int) -> str:
    return text[tokens[first].start() : tokens[last - 1].end()] if first < last else ""
