"""Words found in a text: whole, in their case, through typography (DESIGN 3.8, Words)."""

from __future__ import annotations

import re

from clausier.text.text import Text
from clausier.text.typography import fold

# `10` is not in `10 000` nor `4` in `4,5`: a number goes on through these.
_NUMBER_GOES_ON = re.compile(r"[ ]?\d{3}(?!\d)|[.,]\d")
_NUMBER_CAME_FROM = re.compile(r"(?:\d[.,]|(?<!\d)\d{1,3}(?: \d{3})* )\Z")


def occurrences(chars: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where `words` stand in `chars`, as offsets (start, end), in order, none overlapping another.

    A match begins and ends at a boundary of letters or digits (a hyphen is one), a number is matched whole, and
    typography does not count.
    """
    text = fold(chars)
    wanted = fold(words).chars.strip()
    if not wanted:
        return ()
    found: list[tuple[int, int]] = []
    start = text.chars.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if whole(text.chars, start, end):
            found.append(text.original(start, end))
            start = text.chars.find(wanted, end)
        else:
            start = text.chars.find(wanted, start + 1)
    return tuple(found)


def whole(chars: str, start: int, end: int) -> bool:
    """Whether the (folded) characters `start` to `end` begin and end at a boundary of words, and of numbers."""
    before, first = chars[start - 1 : start], chars[start]
    last, after = chars[end - 1], chars[end : end + 1]
    if before.isalnum() and first.isalnum():
        return False
    if last.isalnum() and after.isalnum():
        return False
    if last.isdigit() and _NUMBER_GOES_ON.match(chars, end):
        return False
    if not first.isdigit() or not _NUMBER_CAME_FROM.search(chars[max(0, start - 16) : start]):
        return True
    return before == " " and not re.match(r"\d{3}(?!\d)", chars[start:])


def nearest(words: str, passages: tuple[str, ...]) -> str | None:
    """The stretch of `passages` most like `words`, for a help line; None where nothing is alike."""
    from difflib import SequenceMatcher

    wanted = words.split()
    best, score = None, 0.6
    for passage in passages:
        tokens = passage.split()
        for size in {len(wanted), len(wanted) + 1, max(1, len(wanted) - 1)}:
            for i in range(max(1, len(tokens) - size + 1)):
                candidate = " ".join(tokens[i : i + size])
                matcher = SequenceMatcher(None, words, candidate, autojunk=False)
                if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score:
                    ratio = matcher.ratio()
                    if ratio > score:
                        best, score = candidate, ratio
    return best


_NO_SPACE_BEFORE = ",.)]…"
_NO_SPACE_AFTER = "'’([ \u00a0\u202f"


def spaced(text: Text, at: int, new: Text) -> Text:
    """`new` as it goes in at `at`: with one space where one belongs on either side (DESIGN 3.8, Words)."""
    before = text.chars[:at][-1:]
    after = text.chars[at:][:1]
    chars = new.chars.strip()
    head = " " if before and before not in _NO_SPACE_AFTER and chars[:1] not in _NO_SPACE_BEFORE else ""
    tail = (
        " " if after and after not in _NO_SPACE_BEFORE + " \u00a0\u202f" and chars[-1:] not in _NO_SPACE_AFTER else ""
    )
    return Text(head + chars + tail)


def cut(chars: str, start: int, end: int) -> tuple[int, int]:
    """The stretch to take away with the words `start` to `end`: one of the two spaces around them goes along."""
    before, after = chars[:start][-1:], chars[end:][:1]
    blank = " \u00a0\u202f"
    if before and before in blank and (not after or after in blank + _NO_SPACE_BEFORE):
        return start - 1, end
    if not before and after and after in blank:
        return start, end + 1
    return start, end
