"""« Dans tous les articles »: the whole text, where the words stand nowhere but in numbered articles."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from clausier.french import Order
from clausier.french.order import EACH_ARTICLE
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs.lines.sections import of_an_article
from clausier.text.words import occurrences


def of_the_whole(order: Order, quotations: tuple[str, ...], text: Provision) -> Order | None:
    """An order of all articles as one of the whole `text`, any other on the article that it names; None where a preamble or an annex has the words."""
    if order.place != EACH_ARTICLE:
        return replace(order, place=of_an_article(order.place, text)) if order.place else order
    words = quotations[order.words[0]]
    return None if any(occurrences(line, words) for line in _outside(text)) else replace(order, place=())


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
