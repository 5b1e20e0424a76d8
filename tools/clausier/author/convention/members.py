"""Between whom a convention is, by its opening: « La commune du Nord, représentée par …, »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausier.author.intake.form import Block, Paragraph
from clausier.text.accents import as_id
from clausier.text.words import capitalised

_BEGINS = re.compile(r"\W*entre\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\W*(?:il (?:est|a été)\b|vu\b|considérant\b|préambule\b|exposé\b|ci-après (?:dénommé|désigné)|ont convenu|conviennent)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\A[\s–—•-]*(?:(?:entre|et)\b(?: les soussignée?s)?[\s:,]*)?(?:\d+[°.)][\s]*)?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:la|le|les)[ \u00a0]+|l[’']", re.IGNORECASE)
_NAME = re.compile(
    r"(?P<name>[^,;:()«»]{2,120}?)"
    r"(?=[ \u00a0]*(?:[,;(]|\.?\Z|(?:ci-après|dûment|représentée?s?|ayant|dont|sise?|siégeant|domiciliée?)\b))"
)
_SAYS = re.compile(r"\b(?:est|sont|a|ont)\b")  # in small letters: « Grand Est » says nothing
_SIGNED_FOR = re.compile(r"\breprésentée?s?\b", re.IGNORECASE)


def members_of(opening: Iterable[Block]) -> tuple[tuple[str, str], ...]:
    """The members, each by the id made of its name and by its name, as far as the opening presents them.

    It does by a line that begins with the name and says who represents it, or by an item of the list below « Entre ».
    """
    found: dict[str, str] = {}
    for name in _names(opening):
        found.setdefault(as_id(name), name)
    return tuple(found.items())


def _names(opening: Iterable[Block]) -> Iterator[str]:
    between = False
    for block in opening:
        if not isinstance(block, Paragraph):
            continue
        words = f"{block.label} {block.text}" if block.label not in {"", "-"} else block.text
        if _BEGINS.match(words):
            between = True
        elif _ENDS.match(words):
            between = False
        if not _SIGNED_FOR.search(words) and not (between and block.label):
            continue
        rest = _BEFORE.sub("", words, count=1)
        article = _ARTICLE.match(rest)
        bare = rest[article.end() :] if article else rest
        name = _NAME.match(bare)
        if name and not _SAYS.search(name["name"]) and (article or bare[:1].isupper()):
            yield capitalised(" ".join(name["name"].split()))
