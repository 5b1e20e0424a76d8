"""A rule that a sentence seems to state, and the figures in it."""

from __future__ import annotations

import re

from msgspec import Struct

from clausier.rules.captures import read
from clausier.rules.values import CaptureType
from clausier.text.typography import fold

_LONGEST = 60  # characters of a figure


class Suggested(Struct, frozen=True, kw_only=True):
    """A rule that a sentence seems to state: its kind, its keys in the order of a source, and what its id is made of."""

    kind: str
    keys: tuple[tuple[str, str], ...]
    named: str


def figure(kind: CaptureType, sentence: str, start: int) -> int | None:
    """Where the longest figure of that type ends that begins at `start`."""
    ends = [m.end() for m in re.finditer(r"\w(?!\w)|[%)]", sentence[: start + _LONGEST]) if m.end() > start]
    return next((end for end in reversed(ends) if reads(kind, sentence[start:end])), None)


def reads(kind: CaptureType, words: str) -> bool:
    """Whether `words` are a figure of that type."""
    return read(kind, fold(words).chars) is not None
