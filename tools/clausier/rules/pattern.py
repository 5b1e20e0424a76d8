"""Quotations with placeholders: `à la majorité de {seuil:pourcentage} des voix`, and where they stand in a text.

Words match as everywhere: whole, in their case, through typography. A placeholder takes the words of its type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct, field

from clausier.rules.captures import read
from clausier.rules.values import CaptureType, Value
from clausier.rules.vocabulary import CAPTURE_TYPES
from clausier.text.regex import regex
from clausier.text.typography import Folded, fold, folded
from clausier.text.words import whole

_PLACEHOLDER = regex(r"\{\s*([^{}:]*?)\s*:\s*([^{}:]*?)\s*\}")
_NAME = regex(r"[^\W_][\w-]*\Z")
_WORD_START = regex(r"(?<!\w)(?=[\w«\"(])")
_WORD_END = regex(r"(?<=[\w%€)])(?!\w)")
LONGEST = 200
"""How many characters a placeholder takes at most."""


class Placeholder(Struct, frozen=True):
    """A name and the type of what it captures."""

    name: str
    type: CaptureType


class Pattern(Struct, frozen=True):
    """A quotation: `words` as written; its `pieces` are folded words and placeholders in turn."""

    words: str
    pieces: tuple[str | Placeholder, ...]

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Its placeholders, in order."""
        return tuple(p for p in self.pieces if isinstance(p, Placeholder))


class Malformed(Struct, frozen=True):
    """Why a quotation cannot be read, and the part at fault."""

    why: Literal["brace", "name", "type", "twice", "adjacent", "open-text", "no-words"]
    part: str


class Captured(Struct, frozen=True):
    """What a placeholder took: the words as the text has them (characters `start` to `end`), and their value.

    `value` is None where the words are not of the placeholder's type.
    """

    name: str
    type: CaptureType
    words: str
    value: Value | None
    start: int
    end: int


class Match(Struct, frozen=True):
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
        pieces += [folded(words[at : found.start()]), Placeholder(found[1], CAPTURE_TYPES.get(found[2], "text"))]
        if not _NAME.match(found[1]):
            return Malformed("name", found[0])
        if found[2] not in CAPTURE_TYPES:
            return Malformed("type", found[2])
        at = found.end()
    pieces.append(folded(words[at:]))
    fixed = pieces[::2]
    named = [p.name for p in pieces if isinstance(p, Placeholder)]
    if brace := re.search(r"[{}]", "".join(p for p in fixed if isinstance(p, str))):
        return Malformed("brace", brace[0])
    if twice := next((name for name in named if named.count(name) > 1), None):
        return Malformed("twice", twice)
    if any(not piece for piece in fixed[1:-1]):
        return Malformed("adjacent", words)
    pieces[0] = str(pieces[0]).lstrip()
    pieces[-1] = str(pieces[-1]).rstrip()
    if not any(isinstance(piece, str) and piece.strip() for piece in pieces):
        return Malformed("no-words", words)
    kept = tuple(piece for piece in pieces if piece)
    for edge in (kept[0], kept[-1]):
        if isinstance(edge, Placeholder) and edge.type == "text":
            return Malformed("open-text", edge.name)
    return Pattern(words, kept)


def plain(words: str) -> Pattern:
    """`words` as a quotation without placeholders; some must be left when folded."""
    return Pattern(words, (folded(words).strip(),))


def matches(pattern: Pattern, chars: str) -> tuple[Match, ...]:
    """Where `pattern` stands in `chars`, its placeholders filled by words of their types."""
    return tuple(_search(pattern, chars, lambda placeholder, words: read(placeholder.type, words) is not None))


def loose_matches(pattern: Pattern, chars: str) -> tuple[Match, ...]:
    """Where the fixed words of `pattern` stand in `chars`, whatever stands in place of its placeholders."""
    return tuple(_search(pattern, chars, lambda _, words: bool(words.strip())))


_Fits = Callable[[Placeholder, str], bool]
_Stretch = tuple[int, int]


def _search(pattern: Pattern, chars: str, fits: _Fits) -> Iterator[Match]:
    text = fold(chars)
    lead = 1 if isinstance(pattern.pieces[0], Placeholder) else 0
    anchor = pattern.pieces[lead]
    assert isinstance(anchor, str)  # noqa: S101 - no two placeholders touch, and some words are fixed
    at = text.chars.find(anchor)
    if at < 0:
        return
    tail = _Tail(pattern.pieces, text.chars, fits)
    done = 0
    while at >= 0:
        filled = tail.filled(lead, at)
        start = _lead_start(pattern.pieces[0], at, done, text.chars, fits) if lead else at
        if filled is not None and start is not None:
            captures, end = filled
            if whole(text.chars, start, end):
                yield _match(pattern, ((start, at), *captures) if lead else captures, (start, end), chars, text)
                done = end
        # Fixed words may stand twice in words that they share; what a placeholder has taken is not taken again.
        at = text.chars.find(anchor, max(at + 1, done) if pattern.placeholders else at + 1)


class _Tail(Struct):
    """The pieces of a quotation from some piece on, tried at some place; each place once, whatever came before it."""

    pieces: tuple[str | Placeholder, ...]
    chars: str
    fits: _Fits
    known: dict[tuple[int, int], tuple[tuple[_Stretch, ...], int] | None] = field(default_factory=dict)

    def filled(self, index: int, at: int) -> tuple[tuple[_Stretch, ...], int] | None:
        """What the placeholders from piece `index` on take where that piece stands at `at`, and where the last one ends."""
        if index == len(self.pieces):
            return (), at
        if (index, at) not in self.known:
            self.known[index, at] = self._filled(self.pieces[index], index, at)
        return self.known[index, at]

    def _filled(self, piece: str | Placeholder, index: int, at: int) -> tuple[tuple[_Stretch, ...], int] | None:
        if isinstance(piece, str):
            return self.filled(index + 1, at + len(piece)) if self.chars.startswith(piece, at) else None
        if index + 1 == len(self.pieces):
            ends = [m.end() for m in _WORD_END.finditer(self.chars, at, at + LONGEST)]
            last = next((e for e in reversed(ends) if self.fits(piece, self.chars[at:e])), None)
            return None if last is None else (((at, last),), last)
        following = self.pieces[index + 1]
        assert isinstance(following, str)  # noqa: S101 - no two placeholders touch
        limit = at + LONGEST + len(following)
        end = self.chars.find(following, at + 1, limit)
        while end >= 0:
            if self.fits(piece, self.chars[at:end]) and (rest := self.filled(index + 1, end)) is not None:
                return ((at, end), *rest[0]), rest[1]
            end = self.chars.find(following, end + 1, limit)
        return None


def _lead_start(piece: str | Placeholder, end: int, done: int, chars: str, fits: _Fits) -> int | None:
    """Where the longest words that fit a placeholder at the head of a quotation begin, which end at `end`."""
    assert isinstance(piece, Placeholder)  # noqa: S101 - called for such a head only
    starts = (m.start() for m in _WORD_START.finditer(chars, max(done, end - LONGEST), end))
    return next((s for s in starts if fits(piece, chars[s:end])), None)


def _match(pattern: Pattern, filled: tuple[_Stretch, ...], stretch: _Stretch, chars: str, text: Folded) -> Match:
    captures = []
    for placeholder, (a, b) in zip(pattern.placeholders, filled, strict=True):
        start, end = text.original(a, b)
        value = read(placeholder.type, text.chars[a:b])
        captures.append(Captured(placeholder.name, placeholder.type, chars[start:end], value, start, end))
    start, end = text.original(*stretch)
    return Match(start, end, tuple(captures))
