"""Between whom a convention is, by its opening: « La commune du Nord, représentée par …, »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausier.author.intake.form import Block, Paragraph
from clausier.text.accents import as_id
from clausier.text.words import capitalised

_BEGINS = re.compile(r"\W*(?:il est (?:constitué|créé|formé|institué),? )?entre\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\W*(?:il (?:est|a été)\b|vu\b|considérant\b|préambule\b|exposé\b|ci-après (?:dénommé|désigné)|ont convenu|conviennent)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\A[\s–—―•-]*(?:(?:entre|et)\b(?: les soussignée?s)?[\s:,]*)?(?:\d+[°.)][\s]*)?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:la|le|les)[ \u00a0]+|l[’']", re.IGNORECASE)
_NAME = re.compile(
    r"(?P<name>[^,;:()«»]{2,120}?)"
    r"(?=[ \u00a0]*(?:[,;(]|\.?\Z|(?:ci-après|dûment|représentée?s?|ayant|dont|sise?|siégeant|domiciliée?)\b))"
)
_SAYS = re.compile(r"\b(?:est|sont|a|ont)\b")  # in small letters: « Grand Est » says nothing
_SIGNED_FOR = re.compile(r"\breprésentée?s?\b", re.IGNORECASE)


def tells_members(blocks: Iterable[Block]) -> bool:
    """Whether an article says between whom the convention is: « Il est constitué entre : »."""
    return any(isinstance(block, Paragraph) and _BEGINS.match(block.text) for block in blocks)


def members_of(opening: Iterable[Block]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The members, each by the id made of its name and by its name; and the lines that may present others.

    A member is presented by a line that begins with its name and says who represents it, or by an item of the list below
    « Entre ».
    """
    found: dict[str, str] = {}
    unsure: list[str] = []
    between = False
    for words, item in _lines(opening):
        if _BEGINS.match(words):
            between = True
        elif _ENDS.match(words):
            between = False
        rest = _BEFORE.sub("", words, count=1)
        article = _ARTICLE.match(rest)
        name = _NAME.match(rest[article.end() :] if article else rest)
        named = name is not None and not _SAYS.search(name["name"]) and bool(article or rest[:1].isupper())
        if name and named and (_SIGNED_FOR.search(words) or (between and item)):
            shown = capitalised(" ".join(name["name"].split()))
            found.setdefault(as_id(shown), shown)
        elif between and article:
            unsure.append(words)
    return tuple(found.items()), tuple(unsure)


def _lines(opening: Iterable[Block]) -> Iterator[tuple[str, bool]]:
    """The lines, each with whether it is an item of a list; who represents a member may stand on a line of its own."""
    lines: list[tuple[str, bool]] = []
    for block in opening:
        if not isinstance(block, Paragraph):
            continue
        words = f"{block.label} {block.text}" if block.label not in {"", "-"} else block.text
        if not _SIGNED_FOR.match(words):
            lines.append((words, bool(block.label)))
        elif lines:
            lines[-1] = (f"{lines[-1][0]} {words}", lines[-1][1])
    yield from lines
