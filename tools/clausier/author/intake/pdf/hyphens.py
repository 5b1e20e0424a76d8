"""A word cut at the end of a line, put together: its hyphen is the printer's, or the word's own, or a question."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CUT = re.compile(r"(?P<word>[^\W\d_]+(?:[-’'][^\W\d_]+)*)[-\u2010]\Z")
_NEXT = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 60  # signs of a word
_OWN = frozenset({"ci", "là", "même", "mêmes", "il", "ils", "elle", "elles", "on", "t", "dire"})


class Hyphens:
    """Knows the words of a document, and those of the text that it changes."""

    def __init__(self, lines: Iterable[str], known: Iterable[str] = ()) -> None:
        self.words = {word.lower() for word in known}
        for line in lines:
            # What stands at an end may be half a word.
            whole = re.sub(r"\S+[-\u2010]\Z", "", line)
            self.words |= {word.lower() for word in _WORD.findall(whole)[1:]}

    def joined(self, before: str, after: str) -> tuple[str, str]:
        """Two lines as one, and what to ask of the word between them."""
        tail = before[-_LONGEST:]  # of an alinéa that may go on over pages
        cut = _CUT.search(tail)
        if not cut:
            return (before + after, "") if re.search(r"\d[-\u2010]\Z|[’']\Z", tail) else (f"{before} {after}", "")
        following = _NEXT.match(after)
        if not following:
            return f"{before[:-1]}-{after}", "un trait d’union à la fin d’une ligne"
        second = following.group()
        if second[0].isupper():
            return f"{before[:-1]}-{after}", ""
        first = re.split(r"[’']", cut["word"])[-1]
        one, two = (first + second).lower(), f"{first}-{second}".lower()
        if (one in self.words) != (two in self.words):
            return (before[:-1] + after, "") if one in self.words else (f"{before[:-1]}-{after}", "")
        if second in _OWN and one not in self.words:
            return f"{before[:-1]}-{after}", ""
        return before[:-1] + after, f"« {first}{second} », ou « {first}-{second} » ?"
