"""The bodies that an act creates: committees, commissions, groups, by the words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.passage import Lines, Passage
from clausier.text.regex import regex

_HEADS = "comité commission conseil cellule bureau collège conférence groupe copil cotech codir cosui comex".split()
_HEAD = rf"(?:{'|'.join(_HEADS)})s?"
_LINK = r"(?:de la |de l['’]|de |du |des |d['’])"
_STOP = r"(?!(?:est|sont|a|ont|qui|dont|pour|par|composée?s?|chargée?s?|constituée?s?|et|ou|en|au|aux|se|ne|sera|seront|peut|doit)\b)"
_NAME = regex(
    rf"\b(?P<head>{_HEAD})(?: (?:{_LINK})?{_STOP}[\w-]+){{1,3}}".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_CREATES = regex(
    r"\b(?:crée(?:nt)?|créée?s?|instituent|instituée?s?|mise?s? en place|dénommée?s?)\b[^.;]{0,40}\b(?:une?|des)\s+\Z",
    re.IGNORECASE,
)
_CREATING = ("cré", "institu", "mis", "dénommé")  # few lines hold one, and without any that pattern finds nothing
_SIGLE = regex(r"[^(,.;:]{0,60}?(?=\s*\([A-ZÀ-Þ]{2,}\))")

Body = tuple[Passage, int, int]


def is_head(word: str) -> bool:
    """Whether a word says what sort of body one is."""
    return word.lower().removesuffix("s") in _HEADS


def bodies(lines: Lines) -> Iterator[Body]:
    """Where the names of the bodies stand that the lines create."""
    creating = set(map(id, lines.holding(*_CREATING)))
    for passage in lines.holding(*_HEADS):
        yield from ((passage, start, end) for start, end in _created(passage, creating=id(passage) in creating))


def _created(passage: Passage, *, creating: bool) -> Iterator[tuple[int, int]]:
    abbreviated = "(" in passage.chars
    for match in _NAME.finditer(passage.chars) if creating or abbreviated or passage.kind == "heading" else ():
        if _heads_its_provision(passage, match) or (creating and _CREATES.search(passage.chars, 0, match.start())):
            yield match.span()
        elif abbreviated and (sigle := _SIGLE.match(passage.chars, match.end("head"))):
            yield match.start(), sigle.end()


def _heads_its_provision(passage: Passage, match: re.Match[str]) -> bool:
    heading = passage.within.heading
    return passage.kind == "heading" and heading is not None and heading.chars.startswith(match.group())
