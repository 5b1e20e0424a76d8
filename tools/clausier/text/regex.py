"""Regular expressions compiled at their first use: a run uses some of them, and to compile one takes as long as to search a book by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, cast

SMALL = r"[^\W\d_A-ZÀ-ÖØ-Þ]"
"""A small letter, told by what it is not: a set of three stretches or more, one of them beyond ÿ (œ, ’, –), takes long to compile."""
OPENING, CLOSING, DASH = r"(?:[«\"]|(?-i:“))", r"(?:[»\"]|(?-i:”))", r"(?:[–—―-]|(?-i:•))"
"""A mark that opens a quotation, one that closes it, one that stands before an item: each in two parts, which `(?-i:` keeps from being made one such set."""
_ASKED = ("findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub")
_NOTHING: dict[str, Callable[[str], Any]] = {
    "findall": lambda _: [],
    "finditer": lambda _: iter(()),
    "fullmatch": lambda _: None,
    "match": lambda _: None,
    "search": lambda _: None,
    "split": lambda text: [text],
    "sub": lambda text: text,
}  # what each answers of a text in which nothing matches


def regex(words: str, flags: int = 0, *, needs: str | Iterable[str] = ()) -> re.Pattern[str]:
    """As `re.compile`, but compiled at its first use, which is when a mistake in `words` is raised.

    `needs` are words in small letters: whatever matches holds one of them, in small letters or capitals. Until it is asked of a
    text that does, there is nothing to compile.
    """
    return cast("re.Pattern[str]", _Regex(words, flags, (needs,) if isinstance(needs, str) else tuple(needs)))


class _Regex:
    def __init__(self, words: str, flags: int, needs: tuple[str, ...]) -> None:
        self._words, self._flags, self._needs = words, flags, needs

    def __getattr__(self, name: str) -> Any:
        """What is not there yet, which is all until the first time."""
        if name not in _ASKED:
            raise AttributeError(name)
        return partial(self._ask, name) if self._needs and name in _NOTHING else self._compiled(name)

    def _ask(self, name: str, *given: Any) -> Any:
        text = given[1] if name == "sub" else given[0]
        lower = text.lower()
        held = any(word in lower for word in self._needs)
        return self._compiled(name)(*given) if held else _NOTHING[name](text)

    def _compiled(self, name: str) -> Any:
        compiled = re.compile(self._words, self._flags)
        self.__dict__.update((one, getattr(compiled, one)) for one in _ASKED)
        return self.__dict__[name]
