"""The lines of an act searched as one text: few of them hold what a check looks for, and no other is looked at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from clausier.check.passage import Passage
from clausier.text.regex import regex

_BETWEEN = "\0"  # no source may hold it
_WORD = regex(r"\w+")


class Lines(Struct, frozen=True, dict=True):
    """The passages of an act or of a text, in reading order."""

    passages: tuple[Passage, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in them, as written."""
        return frozenset(_WORD.findall(self._once))

    def holding(self, *words: str) -> tuple[Passage, ...]:
        """The passages that hold one of `words` (given in small letters), whatever their case and spaces."""
        return tuple(self.passages[rank] for rank in sorted({rank for word in words for rank in self.ranks(word)}))

    def ranks(self, words: str) -> Iterator[int]:
        """The ranks of the passages that hold `words`, as `holding` finds them."""
        small, starts = self._small
        at = small.find(words) if all(word in self._once_small for word in words.split()) else -1
        while at >= 0:
            rank = bisect_right(starts, at) - 1
            yield rank
            at = small.find(words, starts[rank + 1])

    def matching(self, pattern: re.Pattern[str]) -> tuple[Passage, ...]:
        """The passages with a match of `pattern`, which must match within a word and look at nothing outside its match."""
        if not pattern.search(self._once):
            return ()
        starts = _starts(self._spaced)
        ranks = dict.fromkeys(bisect_right(starts, found.start()) - 1 for found in pattern.finditer(self._spaced))
        return tuple(self.passages[rank] for rank in ranks)

    @cached_property
    def _looked_at(self) -> tuple[str, str]:
        """The passages with one space for several, joined; and every word of theirs once, which is quick to search."""
        once: set[str] = set()
        spaced: list[str] = []
        for passage in self.passages:
            # One by one: the pieces of a long text take ten times the memory of their characters.
            pieces = passage.chars.split()
            once.update(pieces)
            spaced.append(" ".join(pieces))
        return _BETWEEN.join(spaced), " ".join(once)

    @property
    def _spaced(self) -> str:
        return self._looked_at[0]

    @property
    def _once(self) -> str:
        return self._looked_at[1]

    @cached_property
    def _once_small(self) -> str:
        return self._once.lower()

    @cached_property
    def _small(self) -> tuple[str, list[int]]:
        small = _BETWEEN.join(
            map(str.lower, self._spaced.split(_BETWEEN))
        )  # the whole at once takes many times its memory
        return small, _starts(small)


def _starts(whole: str) -> list[int]:
    """Where each passage begins, and where one more would."""
    return [0, *accumulate(len(chars) + 1 for chars in whole.split(_BETWEEN))]
