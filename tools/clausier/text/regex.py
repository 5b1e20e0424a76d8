"""Regular expressions compiled at their first use: a run uses some of them, and compiling all takes a tenth of its time."""

from __future__ import annotations

import re
from typing import Any, cast

SMALL = r"[^\W\d_A-ZÀ-ÖØ-Þ]"
"""A small letter, told by what it is not: a set of three stretches or more, one of them beyond ÿ (œ, ’, –), takes long to compile."""
_ASKED = ("findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub")


def regex(words: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but compiled at its first use, which is when a mistake in `words` is raised."""
    return cast("re.Pattern[str]", _Regex(words, flags))


class _Regex:
    def __init__(self, words: str, flags: int) -> None:
        self._words, self._flags = words, flags

    def __getattr__(self, name: str) -> Any:
        """What is not there yet, which is all until the first time."""
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self._words, self._flags)
        self.__dict__.update((one, getattr(compiled, one)) for one in _ASKED)
        return getattr(compiled, name)
