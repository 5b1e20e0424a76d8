"""The heading of an article beside its number, without guillemets: « L'article 7 – Commission paritaire – est abrogé »."""

from __future__ import annotations

import re

from msgspec import Struct

from clausier.french.joining import VERBS
from clausier.french.quotations import CLOSE, MARK, OPEN
from clausier.french.tokens import tokens
from clausier.text.numerals import ADVERBS
from clausier.text.regex import regex

_S = r"[ \u00a0]"
_WORDS = r"[^\n«»:;.()\ue000-\uf8ff–—]"
_HEADING = rf"[A-ZÀ-Ý]{_WORDS}{{2,90}}?"
# Between two dashes; or behind one, up to the verb, the comma or the colon of the sentence.
_BESIDE = regex(
    rf"\b(?P<article>(?i:article){_S}(?:\d+(?:er)?(?:[.-]\d+)*(?:{_S}(?:{'|'.join(ADVERBS)}))?|[IVX]+))"
    rf"(?P<typed>{_S}[–—-]{_S}(?:(?P<closed>{_HEADING}){_S}[–—-](?={_S}\S)"
    rf"|(?P<open>{_HEADING})(?={_S}(?:est|sont|sera|seront)\b|,{_S}|{_S}?:{_S}\S)))"
)
# What a heading beside a number is none with: it orders, or names another part.
_NONE = frozenset({*VERBS, "BE", "BECOME", "ARTICLE", "ALINEA", "SENTENCE", "DASH", "POINT", "PARAGRAPH"})


class Headed(Struct, frozen=True):
    """A heading, and how it is typed beside the number of its article."""

    heading: str
    typed: str


def with_headings(masked: str, first: int) -> tuple[str, tuple[Headed, ...]]:
    """The words of an act with each such heading as a quotation, the numbers of which begin with `first`; and the headings."""
    found: list[Headed] = []

    def mark(beside: re.Match[str]) -> str:
        heading = beside["closed"] or beside["open"]
        if any(t.kind in _NONE for t in tokens(heading)):
            return beside[0]
        found.append(Headed(heading, beside["typed"]))
        return f"{beside['article']} {OPEN}{first + len(found) - 1}{CLOSE}"

    return (_BESIDE.sub(mark, masked), tuple(found)) if " " in masked else (masked, ())


def headings_as_typed(words: str, first: int, headed: tuple[Headed, ...]) -> str:
    """Words with each heading as it is typed."""
    if not headed:
        return words
    return re.sub(rf" {MARK.pattern}", lambda m: headed[int(m[1]) - first].typed if int(m[1]) >= first else m[0], words)
