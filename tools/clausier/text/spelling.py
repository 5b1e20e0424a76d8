"""How a text spells its words: found by their letters without accents, one by one or several in a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from clausier.text.regex import regex

# What an id leaves out between two words of a name.
_LITTLE = frozenset("de du des d la le les l au aux a en".split())
_MOST_LITTLE = 2
_APART = 3  # characters at most between two words of a name: a space or a hyphen
_WORD = regex(r"\w+")
_SHORT = 4
_LEANING = regex(r"\b([ldnsjmtc]|qu) (?=[aàâeéèêiîoôuyhœ])", re.IGNORECASE)


class _Word(Struct, frozen=True):
    folded: str
    start: int
    end: int


class Spelling(Struct, frozen=True):
    """The words of a text in order, and the ranks of each by its letters without accents."""

    chars: str
    words: tuple[_Word, ...]
    ranks: Mapping[str, Sequence[int]]

    def word(self, letters: str) -> str:
        """The word of those letters, in their number: in small letters, or in capitals where it stands in no other way; "" where it does not."""
        stem = letters.removesuffix("s")
        spelt = ""
        for rank in reversed(self._of(stem)):
            start = self.words[rank].start
            spelt = self.chars[start : start + len(stem)]
            if len(spelt) == 1 or not spelt.isupper():
                spelt = spelt.lower()
                break
        return spelt + letters[len(stem) :] if spelt else ""

    def accented(self, word: str) -> str:
        """A word of an id as the text spells it, where it has it: with its accents, in capitals where it has it in no other way.

        Of short ones only the capitals: they are too often another word (`ou`, `où`).
        """
        spelt = self.word(word)
        return spelt if spelt and (len(word) > _SHORT or spelt.removesuffix("s").isupper()) else word

    def row(self, names: Sequence[str]) -> str:
        """Several words as the text has them in a row, each in its own number; little words may stand between. "" where it has not."""
        stems = [name.removesuffix("s") for name in names]
        ranks = next(filter(None, (self._row(rank, stems) for rank in self._of(stems[0]))), None)
        if ranks is None:
            return ""
        said, end = "", self.words[ranks[0]].start
        for name, stem, rank in zip(names, stems, ranks, strict=True):
            word = self.words[rank]
            said += self.chars[end : word.start + len(stem)] + name[len(stem) :]
            end = word.end
        return said

    def _of(self, stem: str) -> list[int]:
        """Where a word stands, in either number."""
        return sorted((*self.ranks.get(stem, ()), *self.ranks.get(f"{stem}s", ())))

    def _row(self, rank: int, stems: Sequence[str]) -> tuple[int, ...] | None:
        """The ranks of words in a row, of which the first, at `rank`, is the first of `stems`."""
        if len(stems) == 1:
            return (rank,)
        for next_ in self._behind(rank):
            if self.words[next_].folded in {stems[1], f"{stems[1]}s"} and (rest := self._row(next_, stems[1:])):
                return (rank, *rest)
        return None

    def _behind(self, rank: int) -> Iterator[int]:
        """The words that may follow the one at `rank` in a name."""
        for next_ in range(rank + 1, min(rank + 2 + _MOST_LITTLE, len(self.words))):
            if self.words[next_].start - self.words[next_ - 1].end > _APART:
                return
            yield next_
            if self.words[next_].folded not in _LITTLE:
                return


@lru_cache(maxsize=1)  # checks and pages ask of the same text
def spelling(lines: tuple[str, ...]) -> Spelling:
    """How a text spells its words."""
    chars = "\n".join(lines)
    words = tuple(_Word(found.group(), *found.span()) for found in _WORD.finditer(_folded(chars)))
    ranks: dict[str, list[int]] = {}
    for rank, word in enumerate(words):
        ranks.setdefault(word.folded, []).append(rank)
    return Spelling(chars, words, ranks)


def spelt(identity: str, text: Spelling) -> str:
    """The words of an id: as the text has them in a row, or each as it spells it (`notification-de-l-avenant`)."""
    words = identity.split("-")
    return text.row(words).replace("'", "’") or joined(map(text.accented, words))


def joined(words: Iterable[str]) -> str:
    """The words of a name with spaces, but `l`, `d` and their like, which lean on the next; `a` by itself is « à »."""
    spaced = " ".join("à" if word == "a" else word for word in words)
    return _LEANING.sub(r"\1’", spaced)


def _folded(chars: str) -> str:
    """Small letters without accents, one for one, so that places stay."""
    return chars.translate({ord(c): unicodedata.normalize("NFD", c.lower())[0] for c in set(chars)})
