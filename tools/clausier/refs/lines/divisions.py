"""The articles of a text without divisions, where a sentence calls them so: « le titre II » of a text of articles I to XI."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausier.french import Part
from clausier.model.provision import Provision
from clausier.refs.lines.items import label_of
from clausier.refs.lines.section import bare, lines_of
from clausier.source.headings import number_key
from clausier.text.numerals import ADVERBS
from clausier.text.regex import regex

_ROMAN = regex(rf"[IVX]+(?:er)?(?:\s(?:{'|'.join(ADVERBS)}))?")

_SEVERAL = 2


def articles_called(part: Part, every: Sequence[Provision]) -> Iterator[Provision]:
    """The article of the number that a division is said to bear; none where the text may have such a division.

    So it may where one of that word is there, or any that has a number, where an article bears another sort of number, or a line
    that one.
    """
    number = part.numbers[0].strip() if len(part.numbers) == 1 and not part.ordinal else ""
    numbered = [p for p in every if p.number and p.kind != "annex"]
    roman = all(p.kind == "article" and _ROMAN.fullmatch(p.number) for p in numbered)
    if not (_ROMAN.fullmatch(number) and roman) or len(numbered) < _SEVERAL:
        return
    divided = any(bare(p.heading.chars).startswith(part.word) for p in every if p.heading and not p.number)
    lined = any(label_of(line) == number for p in every for line in lines_of(p))
    if not divided and not lined:
        yield from (p for p in every if number_key(p.number) == number_key(number))
