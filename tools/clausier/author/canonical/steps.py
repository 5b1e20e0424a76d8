"""Steps toward a canonical form, taken in turn until none changes anything, and those that every source takes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable

from msgspec import Struct

from clausier.diagnostics import Diagnostic, Message

MOST_ROUNDS = 5
SPACES = Message(fr="espaces en fin de ligne", en="trailing spaces")
LINES = Message(fr="lignes vides", en="blank lines")
_COMPOSED = Message(fr="accents composés", en="composed accents")
# A run of spaces is taken whole, and once: a long one in a line would be tried from each of them.
_SPACES = re.compile(r"(?<! ) ++$", re.MULTILINE)
_BLANKS = re.compile(r"(?<![ \t])[ \t]++$", re.MULTILINE)


class Read(Struct, frozen=True):
    """What a source says, places aside: two sources that read alike say the same."""

    content: Hashable
    findings: tuple[tuple[str, int], ...]


class Step(Struct, frozen=True):
    """One change of form, and what to call it."""

    name: Message
    change: Callable[[str], str]


def settled(text: str, steps: tuple[Step, ...], reading: Callable[[str], Read]) -> tuple[str, tuple[Message, ...]]:
    """`text` after those of the `steps` that leave its `reading` the same; and the names of the steps that changed it.

    Steps are tried again until none changes anything, so that the result is its own canonical form.
    """
    before = reading(text)
    reasons: dict[Message, None] = {}
    for _ in range(MOST_ROUNDS):
        start = text
        for step in steps:
            candidate = step.change(text)
            if candidate != text and reading(candidate) == before:
                text = candidate
                reasons[step.name] = None
        if text == start:
            break
    return text, tuple(reasons)


def counted(found: tuple[Diagnostic, ...]) -> tuple[tuple[str, int], ...]:
    """The codes of what was found in a source, each with how often."""
    return tuple(sorted(Counter(d.code.id for d in found).items()))


def composed(text: str) -> str:
    """`text` with each accent in one character with its letter."""
    return unicodedata.normalize("NFC", text)


def _without_trailing_spaces(text: str) -> str:
    return _SPACES.sub("", text)


def _without_trailing_tabs(text: str) -> str:
    """Apart from spaces: a tab inside a paragraph is part of its words."""
    return _BLANKS.sub("", text)


CHARACTERS = (
    Step(_COMPOSED, composed),
    Step(SPACES, _without_trailing_spaces),
    Step(SPACES, _without_trailing_tabs),
)
