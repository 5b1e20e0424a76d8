"""A part of an article in plain text, as a stretch of its lines, and what a line looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from clausier.model.provision import Alinea, Block, Provision, Table
from clausier.text.numerals import ADVERBS
from clausier.text.regex import regex
from clausier.text.typography import fold

DASH = regex(r"^\s*[-–—―•]")
ADVERB = rf"(?:\.?\s(?:{'|'.join(ADVERBS)})\b)"
COMPOUND = r"(?:\d+|[IVX]+|[A-Z])(?:[.-]\d+)+"  # « 4.1.2 », « IV-3 », « A.12.1 »
LABEL = regex(
    rf"^\(?(?P<label>(?:{COMPOUND}|\d+){ADVERB}?|[A-Za-z]|[IVX]+{ADVERB}?)\s?(?P<mark>[.)°º]{ADVERB}?|\s?[–-])(?!\d)"
)
ITEM = regex(rf"^(\(?(?:{COMPOUND}|\d+|[a-zA-Z]|[IVX]+)\s?[.)°º]{ADVERB}?)(?!\d)\s*")
_OF_A_PART = regex(rf"^{COMPOUND}{ADVERB}?[\s.–-]+[^\W\d]")
# What editors add below a text: « (1) Alinéa étendu sous réserve … », « (Arrêté du …) », « (ancien article 12) ».
_NOTE = regex(r"^\s*(?:\(\d+\)\s|\([Aa]rr[êe]t[ée] du .*art\.|\(ancien(?:ne)? article |NOTE\s*:)")
_HEADING_END = regex(r"[.;:,!?]\s*$")
_LONGEST_HEADING = 150


class Section(Struct, frozen=True):
    """The lines `start` to `end` of an article, `label` that by which they are named.

    `sentence` is one of the only line, or the first of several up to `last`, by its rank. `rank` tells the article from others that are numbered, or headed, alike.
    """

    article: Provision
    start: int
    end: int
    label: str = ""
    sentence: int = 0
    last: int = 0
    rank: int = 1

    @property
    def heading(self) -> str:
        """The heading of the article; "" where it has none."""
        return self.article.heading.chars if self.article.heading else ""


class Sought(Struct, frozen=True):
    """What an order looks for in its place: words that stand there, or a new wording that resembles the old one."""

    words: str = ""
    wording: str = ""


def bare(words: str) -> str:
    """Letters and digits only."""
    return re.sub(r"[\W_]+", "", fold(words).chars.lower())


def is_quoted_by(line: str, said: str) -> bool:
    """Whether a line is the alinéa that words quote: all of it, or how it begins (« Chaque membre … »)."""
    begun = re.match(r"(.+?)\s*(?:\(…\)|\[…\]|…|\.\.\.)\s*\Z", said)
    return bare(line).startswith(bare(begun[1])) if begun else bare(line) == bare(said)


def is_note(line: str) -> bool:
    """Whether a line is a note that editors add below a text, and that no count takes in."""
    return _NOTE.match(line) is not None


def articles_of(text: Provision) -> list[Provision]:
    """Every article of a text: what it is made of, but itself."""
    return [p for p in text.walk() if p.kind != "document"]


def lines_of(article: Provision) -> list[str]:
    """The lines of an article, an item without a label behind a dash, without the notes of its editors at the end."""
    lines = [dash + line for block in article.blocks for dash, line in _told(block)]
    while lines and is_note(lines[-1]):
        lines.pop()
    return lines


def is_whole(section: Section) -> bool:
    """Whether a part is the whole of its article."""
    return (
        section.start == 0
        and section.end == len(lines_of(section.article))
        and not section.label
        and not section.sentence
    )


def _told(block: Block) -> Iterator[tuple[str, str]]:
    if isinstance(block, Alinea):
        yield "– " if block.item and not block.label else "", block.line
    elif isinstance(block, Table):
        yield from (("", line) for line in block.lines)


def heads_a_part(line: str) -> bool:
    """Whether a line is the heading of a part of an article: « 9.1 Envoi », « IV-1. Composition »."""
    return _OF_A_PART.match(line.strip()) is not None and is_heading(line)


def is_heading(line: str) -> bool:
    """Whether a line may be a heading: short, no list item or row, and without a stop at its end."""
    return (
        len(line) <= _LONGEST_HEADING
        and not DASH.match(line)
        and "|" not in line
        and not _HEADING_END.search(line.strip())
    )


def begins_with(line: str, name: str) -> bool:
    """Whether a line, with its label or without, begins with the letters of a name: its heading, or its first words."""
    return bare(line).startswith(name) or unlabelled(line).startswith(name)


def unlabelled(line: str) -> str:
    """The letters of a line without its label."""
    return bare(line.strip()[len(found.group()) :]) if (found := LABEL.match(line.strip())) else bare(line)
