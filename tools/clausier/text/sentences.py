"""Sentences of French legal prose (DESIGN 3.8, Sentences)."""

from __future__ import annotations

import re

# After these a full stop ends no sentence. The one place for such a list.
ABBREVIATIONS = frozenset(
    "al art arts av bull c ch chap cf coll dép dir éd etc ex fig gén hab ibid id il l lib m me mlle mm mme n no nos obs op p pp"
    " par préc préf pr r réf resp s sec sect ss st ste suppl t tab tél tit v vol d j".split()
)
_END = re.compile(r"[.!?…]+(?:[)»\"”]|[ \u00a0\u202f]»)*(?=[ \u00a0\u202f\n])")
_NEXT = re.compile(r"[ \u00a0\u202f\n]+[«\"“(]?[ \u00a0\u202f]*[A-ZÀ-ÖØ-ÞŒÆ0-9«]")
_WORD_BEFORE = re.compile(r"([\w°]+)\Z")


def sentences(chars: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `chars` as offsets (start, end), the space between two belonging to neither.

    One ends at `.` `!` `?` `…` before a space and a capital, a digit or «; not after an abbreviation, an initial or a
    number's `n°`, nor inside « » or parentheses.
    """
    found: list[tuple[int, int]] = []
    start = _skip(chars, 0)
    for match in _END.finditer(chars):
        end = match.end()
        if end <= start or not _NEXT.match(chars, end) or _abbreviated(chars, match.start(), match.group()):
            continue
        if _open(chars, start, end):
            continue
        found.append((start, end))
        start = _skip(chars, end)
    stop = len(chars.rstrip())
    if start < stop:
        found.append((start, stop))
    return tuple(found)


def _skip(chars: str, at: int) -> int:
    while at < len(chars) and chars[at].isspace():
        at += 1
    return at


def _abbreviated(chars: str, stop: int, mark: str) -> bool:
    if not mark.startswith(".") or mark.startswith(".."):
        return False
    word = _WORD_BEFORE.search(chars[max(0, stop - 16) : stop])
    if not word:
        return False
    text = word.group(1)
    initial = len(text) == 1 and text.isupper() and mark == "."
    return initial or (text.lower() in ABBREVIATIONS and text.lower() != "etc")


def _open(chars: str, start: int, end: int) -> bool:
    part = chars[start:end]
    return part.count("«") > part.count("»") or part.count("(") > part.count(")")
