"""Words found in a text: whole, in their case, through typography."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from clausier.text.regex import regex
from clausier.text.text import Text
from clausier.text.typography import BLANKS, SPACED_BEFORE, fold, folded, unspaced

# `10` is not in `10 000` nor `4` in `4,5`: a number goes on through these.
_POINT = regex(r"\d[.,]\d")
_GROUP = regex(r"\d{3}(?!\d)")
_TOKEN = regex(r"\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+\S*|\S+")  # a number with its groups is one
_GROUPS_BEFORE = regex(r"(?<!\d)(?<!\d[.,])\d{1,3}(?: \d{3})*\Z")


def occurrences(chars: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where `words` stand in `chars`, as offsets (start, end), in order.

    A match begins and ends at a boundary of letters or digits (a hyphen is one), a number is matched whole, and
    typography does not count, nor the space that many leave out before a mark or a unit, « 5% ». Two may overlap: « sept et
    sept » stands twice in « sept et sept et sept ».
    """
    text = fold(chars)
    wanted = folded(words).strip()
    if not wanted:
        return ()
    if any(mark in wanted for mark in SPACED_BEFORE):
        text, wanted = unspaced(text), unspaced(fold(wanted)).chars
    found: list[tuple[int, int]] = []
    start = text.chars.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if whole(text.chars, start, end) and not text.inside(start) and not text.inside(end):
            found.append(text.original(start, end))
        start = text.chars.find(wanted, start + 1)
    return tuple(found)


def whole(chars: str, start: int, end: int) -> bool:
    """Whether the (folded) characters `start` to `end` begin and end at a boundary of words, and of numbers."""
    before, first = chars[start - 1 : start], chars[start]
    last, after = chars[end - 1], chars[end : end + 1]
    if (before.isalnum() and first.isalnum()) or (last.isalnum() and after.isalnum()):
        return False
    return not _in_number(chars, start) and not _in_number(chars, end)


def _in_number(chars: str, at: int) -> bool:
    """Whether a number stands on both sides of `at`, which parts it at its point or between its groups of three."""
    if _POINT.search(chars, max(0, at - 2), at + 2):
        return True
    if chars[at : at + 1] == " ":
        at += 1
    return bool(chars[at - 1 : at] == " " and _GROUP.match(chars, at) and _GROUPS_BEFORE.search(chars[: at - 1]))


def nearest(words: str, passages: tuple[str, ...]) -> str | None:
    """The stretch of `passages` most like `words`, for a help line; None where nothing is alike. Numbers are whole in it."""
    from difflib import SequenceMatcher

    wanted = _TOKEN.findall(words)
    if number := _number_around(words, passages):
        return number
    best, score = None, 0.6
    for candidate in _stretches(passages, {len(wanted), len(wanted) + 1, max(1, len(wanted) - 1)}):
        matcher = SequenceMatcher(None, words, candidate, autojunk=False)
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and (ratio := matcher.ratio()) > score:
            best, score = candidate, ratio
    return best


def closest(word: str, among: Iterable[str], *, likeness: float = 0.6) -> str:
    """The one of `among` that is most like `word`, for a help line; "" where none is as like as `likeness` (0 to 1)."""
    return _closest(word, tuple(among), likeness)


@lru_cache(maxsize=256)  # what one act leaves behind is missed by many references
def _closest(word: str, among: tuple[str, ...], likeness: float) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, among, n=1, cutoff=likeness)), "")


def _stretches(passages: tuple[str, ...], sizes: set[int]) -> Iterator[str]:
    """Every stretch of so many words of a passage; a shorter passage whole."""
    for passage in passages:
        tokens = _TOKEN.findall(passage)
        for size in sizes:
            yield from (" ".join(tokens[i : i + size]) for i in range(max(1, len(tokens) - size + 1)))


def _number_around(words: str, passages: tuple[str, ...]) -> str:
    """The first number in `passages` that contains `words`, where these begin with a digit; "" where there is none.

    A figure is too little like the number that it is a part of to be found by likeness.
    """
    figures = folded(words)
    if not figures[:1].isdigit():
        return ""
    tokens = (token for passage in passages for token in _TOKEN.findall(passage))
    return next((token.rstrip(".,;:") for token in tokens if figures in folded(token)), "")


_NO_SPACE_BEFORE = ",.)]…"
_NO_SPACE_AFTER = "'’(["
_OPENING = _NO_SPACE_AFTER + '«“"'
_JOINING = "-‐‑'’"  # what makes one word of two: the space before it is no part of them


def capitalised(words: str) -> str:
    """`words` with a capital at their head, as a sentence or a title begins."""
    return words[:1].upper() + words[1:]


def uncapitalised(words: str) -> str:
    """`words` as they go on inside a sentence: without the capital of their first one, unless it is all in capitals."""
    first = words.partition(" ")[0]
    return words if len(first) > 1 and first.isupper() else words[:1].lower() + words[1:]


def enumerated(words: Sequence[str], last: str = "et") -> str:
    """Several words in a sentence: « a, b et c »; `last` joins the last one."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def trimmed(text: Text) -> Text:
    """`text` without the spaces around it."""
    return text.slice(len(text) - len(text.chars.lstrip()), len(text.chars.rstrip()))


def spaced(text: Text, at: int, new: Text) -> Text:
    """`new` as it goes into `text` at `at`: with one space where one belongs on either side."""
    before, after = text.chars[:at][-1:], text.chars[at:][:1]
    words = trimmed(new)
    head = " " if before and before not in _NO_SPACE_AFTER + BLANKS and words.chars[:1] not in _NO_SPACE_BEFORE else ""
    tail = " " if after and after not in _NO_SPACE_BEFORE + BLANKS and words.chars[-1:] not in _NO_SPACE_AFTER else ""
    return Text(head + tail).replace(len(head), len(head), words)


def stands_close(words: str) -> bool:
    """Whether words begin or end with a mark that bears no space on that side, as « , et le maire » does."""
    return words[:1] in _NO_SPACE_BEFORE or words[-1:] in _NO_SPACE_AFTER


def closed_up(chars: str, start: int, end: int, new: str) -> tuple[int, int]:
    """The stretch that `new` takes the place of, `start` to `end` and the space that it does not bear on a side of them.

    « , B et C » for « et B » of « A et B » gives « A, B et C ».
    """
    before, after = chars[:start][-2:], chars[end:][:1]
    if new[:1] in _NO_SPACE_BEFORE and len(before) == 2 and before[1] in BLANKS and before[0] not in _OPENING:
        start -= 1
    if new[-1:] in _NO_SPACE_AFTER and after in BLANKS:
        end += len(after)
    return start, end


def cut(chars: str, start: int, end: int) -> tuple[int, int]:
    """The stretch to take away with the words `start` to `end`: one of the two spaces around them goes along."""
    before, after = chars[:start][-1:], chars[end:][:1]
    if before and before in BLANKS:
        # A no-break space on the left belongs to the mark before it (« mot »).
        if before != " " and after == " ":
            return start, end + 1
        return (start, end) if after and after in _JOINING else (start - 1, end)
    if after and after in BLANKS and (not before or before in _OPENING):
        return start, end + 1
    return start, end


def unquoted(words: str) -> str:
    """The words without the quotation marks that enclose them; as they are where none do."""
    bare = words.strip()
    enclosed = len(bare) > 2 and any(bare[0] == opens and bare[-1] == closes for opens, closes in ("«»", "“”", '""'))
    return bare[1:-1].strip() if enclosed else words


def clipped(words: str, most: int) -> str:
    """`words` on one line of at most `most` characters, wherever in a word that ends: for what is no French."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def short(words: str, most: int) -> str:
    """`words` on one line, without the last of them where they are more than `most` characters."""
    return shortened(" ".join(words.split()), most)


def shortened(words: str, most: int) -> str:
    """`words`, and « … » for the last of them where they are more than `most` characters."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"
