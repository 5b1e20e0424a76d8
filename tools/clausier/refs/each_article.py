"""Places that the text tells: « dans tous les articles », where the words stand nowhere else; « au III », which is an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clausier.french import Order, Part
from clausier.french.order import EACH_ARTICLE
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs.index import index_of
from clausier.refs.places import at
from clausier.source.headings import number_key
from clausier.text.regex import regex
from clausier.text.words import occurrences

_ROMAN = regex(r"[IVXL]+")


def of_the_whole(order: Order, quotations: tuple[str, ...], text: Provision) -> Order | None:
    """An order of all articles as one of the whole `text`, any other on the article that it names; None where a preamble or an annex has the words."""
    if order.place != EACH_ARTICLE:
        return replace(order, place=of_an_article(order.place, text)) if order.place else order
    words = quotations[order.words[0]]
    return None if any(occurrences(line, words) for line in _outside(text)) else replace(order, place=())


def of_an_article(place: Sequence[Part], text: Provision) -> tuple[Part, ...]:
    """« Au III », « au point 9 » as the article of that number: of any text that numbers its articles so in roman, or heads them « 9. »."""
    first, *within = place or (Part(""),)
    alone = first.unit in {"POINT", "PARAGRAPH"} and len(first.numbers) == 1 and not first.ordinal
    key = number_key(first.numbers[0].rstrip(" .")) if alone else ""
    own = [at(text, path) for path in index_of(text).numbered(key)] if key else []
    if len(own) != 1 or own[0].kind != "article" or (own[0].prefix.strip() and not _ROMAN.fullmatch(first.numbers[0])):
        return tuple(place)
    return (replace(first, unit="ARTICLE", numbers=(own[0].number,)), *within)


def _outside(unit: Provision) -> Iterator[str]:
    """What stands in no numbered article, below a unit."""
    yield from (unit.heading.chars,) if unit.heading else ()
    for block in unit.blocks:
        if isinstance(block, Alinea):
            yield block.line
        elif isinstance(block, Table):
            yield from block.lines
    for child in unit.children:
        if child.kind != "article" or not child.number or unit.kind == "annex":
            yield from _outside(child)
