"""Sentences of French legal prose."""

from __future__ import annotations

from functools import lru_cache

from clausier.text.regex import regex

# After these a full stop ends no sentence: « etc. » is not among them, since what follows it with a capital is a new one.
# The one place for such a list.
ABBREVIATIONS = frozenset(
    "al art arts av bull c ch chap cf coll d dép dir éd ex fig gén hab ibid id j l lib m me mlle mm mme n n° no nos obs op p"
    " par pp pr préc préf r réf resp s sec sect ss st ste suppl t tab tél tit v vol".split()
)
_LONGEST = max(map(len, ABBREVIATIONS))
_END = regex(r"[.!?…]+(?:[)»\"”]|\s+»)*(?=\s)")
_NEXT = regex(r"\s+[\"“(]?\s*(?P<first>.)")
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
        end = match.end()
        if not _begins(chars, end) or _abbreviated(chars[start : match.start()], match.group()):
            continue
        if _open(chars[start:end]):
            continue
        found.append((start, end))
        start = end + len(chars[end:]) - len(chars[end:].lstrip())
    stop = len(chars.rstrip())
    if start < stop:
        found.append((start, stop))
    return tuple(found)


def _begins(chars: str, at: int) -> bool:
    """Whether a sentence may begin behind the spaces at `at`."""
    following = _NEXT.match(chars, at)
    first = following["first"] if following else ""
    return first.isupper() or first.isdigit() or first == "«"


def _abbreviated(before: str, mark: str) -> bool:
    """Whether the full stop `mark` belongs to the word that it follows, rather than ending a sentence."""
    word = _WORD_BEFORE.search(before[-_LONGEST - 1 :])  # of a longer word, more than any abbreviation
    if not word or not mark.startswith(".") or mark.startswith(".."):
        return False
    text = word.group()
    return (len(text) == 1 and text.isupper()) or text.lower() in ABBREVIATIONS


def _open(part: str) -> bool:
    """Whether a guillemet or a parenthesis that `part` opens is still open at its end."""
    return any(_depth(part, *pair) for pair in ("«»", "()"))


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
