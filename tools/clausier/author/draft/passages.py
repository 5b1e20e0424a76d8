"""The words that change in a line, as passages that are found in it once."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from clausier.author.draft.lay import words

# Of the words of a line, how many may change before it is reworded whole.
WORDS_OF_A_LINE = 0.4
PASSAGES_OF_A_LINE = 3  # changed apart from each other; with more, the line is reworded whole  # changed apart from each other; with more, the line is reworded whole
_TOKEN = re.compile(r"\w+(?:-\w+)*['’]?|[^\w\s]")


def likeness(old: str, new: str) -> float:
    """How much of two lines is the same words in the same order, from 0 to 1."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def passages(old: str, new: str) -> list[tuple[str, str]]:
    """The words that change in a line, each with those that are to be found once; none where the line is to be reworded whole."""
    a, b = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    matcher = SequenceMatcher(None, [words(t.group()) for t in a], [words(t.group()) for t in b], autojunk=False)
    hunks = [op[1:] for op in matcher.get_opcodes() if op[0] != "equal"]
    changed = sum(max(i2 - i1, j2 - j1) for i1, i2, j1, j2 in hunks)
    if not hunks or len(hunks) > PASSAGES_OF_A_LINE or changed > WORDS_OF_A_LINE * len(a):
        return []
    found = []
    for i1, i2, j1, j2 in hunks:
        passage = _unique(old, new, a, b, (i1, i2, j1, j2))
        if passage is None:
            return []
        found.append(passage)
    return found


def _unique(
    old: str, new: str, a: list[re.Match[str]], b: list[re.Match[str]], hunk: tuple[int, int, int, int]
) -> tuple[str, str] | None:
    """The words of a change with as many around them as make the old ones stand once in the line."""
    i1, i2, j1, j2 = hunk
    for widen in range(8):
        left, right = min(widen, i1, j1), min(widen // 2, len(a) - i2, len(b) - j2)
        one, other = _span(old, a, i1 - left, i2 + right), _span(new, b, j1 - left, j2 + right)
        if any(sign in one + other for sign in "«»\n") or not one:
            if not one:
                continue
            return None
        if not (one[0].isalnum() and one[-1].isalnum()):
            continue
        if len(re.findall(rf"(?<!\w){re.escape(one)}(?!\w)", old)) != 1:
            continue
        if other and not (other[0].isalnum() and other[-1].isalnum()):
            continue
        return one, other
    return None


def _span(text: str, tokens: list[re.Match[str]], first: int, last: int) -> str:
    return text[tokens[first].start() : tokens[last - 1].end()] if first < last else ""
