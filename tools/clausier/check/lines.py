"""The lines of an act searched as one text: few of them hold what a check looks for, and no other is looked at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from clausier.check.passage import Passage

_BETWEEN = "\0"  # no source may hold it
_WORD = re.compile(r"\w+")


class Lines(Struct, frozen=True, dict=True):
    """The passages of an act or of a text, in reading order."""

    passages: tuple[Passage, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in them, as written."""
        return frozenset(_WORD.findall(self._written))

    def holding(self, *words: str) -> tuple[Passage, ...]:
        """Those that hold one of `words`, which are in small letters, whatever the case and the spaces are there."""
        return tuple(self.passages[rank] for rank in sorted({rank for word in words for rank in self.ranks(word)}))

    def ranks(self, word: str) -> Iterator[int]:
        """The ranks of those that hold `word`, in the same way."""
        small, starts = self._small
        at = small.find(word)
        while at >= 0:
            rank = bisect_right(starts, at) - 1
            yield rank
            at = small.find(word, starts[rank + 1])

    def matching(self, pattern: re.Pattern[str]) -> tuple[Passage, ...]:
        """Those that hold a match of `pattern`, whose matches depend on no character but their own."""
        starts = self._starts(self._written)
        ranks = dict.fromkeys(bisect_right(starts, found.start()) - 1 for found in pattern.finditer(self._written))
        return tuple(self.passages[rank] for rank in ranks)

    @cached_property
    def _written(self) -> str:
        return _BETWEEN.join(passage.chars for passage in self.passages)

    @cached_property
    def _small(self) -> tuple[str, list[int]]:
        small = " ".join(self._written.lower().split())
        return small, self._starts(small)

    @staticmethod
    def _starts(whole: str) -> list[int]:
        """Where each passage begins, and where one more would."""
        return [0, *accumulate(len(chars) + 1 for chars in whole.split(_BETWEEN))]
