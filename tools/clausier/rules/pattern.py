"""Quotations with placeholders: `à la majorité de {seuil:pourcentage} des voix`, and where they stand in a text.

Words match as everywhere (DESIGN 3.8): whole, in their case, through typography. A placeholder takes the words of its type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from clausier.rules.captures import PATTERNS, read
from clausier.rules.values import CaptureType, Value
from clausier.rules.vocabulary import CAPTURE_TYPES
from clausier.text.typography import Folded, fold
from clausier.text.words import whole

_PLACEHOLDER = re.compile(r"\{\s*([^{}:]*?)\s*:\s*([^{}:]*?)\s*\}")
_NAME = re.compile(r"[^\W_][\w-]*\Z")
LONGEST = 200
"""How many characters a placeholder takes at most."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name and the type of what it captures."""

    name: str
    type: CaptureType


@dataclass(frozen=True, slots=True)
class Pattern:
    """A quotation: `words` as written; its `pieces` are folded words and placeholders in turn."""

    words: str
    pieces: tuple[str | Placeholder, ...]

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Its placeholders, in order."""
        return tuple(p for p in self.pieces if isinstance(p, Placeholder))


@dataclass(frozen=True, slots=True)
class Malformed:
    """Why a quotation cannot be read, and the part at fault."""

    why: Literal["brace", "name", "type", "twice", "adjacent", "open-text", "no-words"]
    part: str


@dataclass(frozen=True, slots=True)
class Captured:
    """What a placeholder took: the words as the text has them (characters `start` to `end`), and their value.

    `value` is None where the words are not of the placeholder's type.
    """

    name: str
    type: CaptureType
    words: str
    value: Value | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A quotation found: characters `start` to `end` of the text, and what its placeholders took."""

    start: int
    end: int
    captures: tuple[Captured, ...]

    @property
    def fixed(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the quotation outside its placeholders."""
        edges = [self.start]
        for captured in self.captures:
            edges += [captured.start, captured.end]
        edges.append(self.end)
        return tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)


def read_pattern(words: str) -> Pattern | Malformed:
    """The quotation `words` with its placeholders told apart, or what is wrong with them."""
    pieces: list[str | Placeholder] = []
    at = 0
    for found in _PLACEHOLDER.finditer(words):
        pieces += [fold(words[at : found.start()]).chars, Placeholder(found[1], CAPTURE_TYPES.get(found[2], "text"))]
        if not _NAME.match(found[1]):
            return Malformed("name", found[0])
        if found[2] not in CAPTURE_TYPES:
            return Malformed("type", found[2])
        at = found.end()
    pieces.append(fold(words[at:]).chars)
    fixed = pieces[::2]
    named = [p.name for p in pieces if isinstance(p, Placeholder)]
    if brace := re.search(r"[{}]", "".join(p for p in fixed if isinstance(p, str))):
        return Malformed("brace", brace[0])
    if twice := next((name for name in named if named.count(name) > 1), None):
        return Malformed("twice", twice)
    if any(not piece for piece in fixed[1:-1]):
        return Malformed("adjacent", words)
    pieces[0], pieces[-1] = str(pieces[0]).lstrip(), str(pieces[-1]).rstrip()
    if not any(isinstance(piece, str) and piece.strip() for piece in pieces):
        return Malformed("no-words", words)
    kept = tuple(piece for piece in pieces if piece)
    for edge in (kept[0], kept[-1]):
        if isinstance(edge, Placeholder) and edge.type == "text":
            return Malformed("open-text", edge.name)
    return Pattern(words, kept)


def matches(pattern: Pattern, chars: str) -> tuple[Match, ...]:
    """Where `pattern` stands in `chars`, its placeholders filled by words of their types."""
    text = fold(chars)
    return tuple(_match(pattern, found, chars, text) for found in _search(_compiled(pattern, typed=True), text.chars))


def loose_matches(pattern: Pattern, chars: str) -> tuple[Match, ...]:
    """Where the fixed words of `pattern` stand in `chars`, whatever stands in place of its placeholders."""
    text = fold(chars)
    return tuple(_match(pattern, found, chars, text) for found in _search(_compiled(pattern, typed=False), text.chars))


def _search(compiled: re.Pattern[str], chars: str) -> Iterator[re.Match[str]]:
    at = 0
    while found := compiled.search(chars, at):
        if whole(chars, found.start(), found.end()):
            yield found
            at = found.end()
        else:
            at = found.start() + 1


def _match(pattern: Pattern, found: re.Match[str], chars: str, text: Folded) -> Match:
    captures = []
    for n, placeholder in enumerate(pattern.placeholders):
        start, end = text.original(*found.span(f"c{n}"))
        value = read(placeholder.type, found[f"c{n}"])
        captures.append(Captured(placeholder.name, placeholder.type, chars[start:end], value, start, end))
    start, end = text.original(*found.span())
    return Match(start, end, tuple(captures))


@cache
def _compiled(pattern: Pattern, *, typed: bool) -> re.Pattern[str]:
    parts = []
    n = 0
    for piece in pattern.pieces:
        if isinstance(piece, str):
            parts.append(re.escape(piece))
        else:
            inner = PATTERNS[piece.type] if typed and piece.type != "text" else f".{{1,{LONGEST}}}?"
            parts.append(f"(?P<c{n}>(?i:{inner}))")
            n += 1
    return re.compile("".join(parts), re.DOTALL)
