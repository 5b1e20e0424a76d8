"""A figure that a sentence changes without quoting it, where the text has it: « est portée de trois à cinq ans »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.check.agreement.near import currency, in_line, in_row
from clausier.french import Order, Part, Said
from clausier.french.turns import Figure
from clausier.model.provision import Provision
from clausier.refs.each_article import of_an_article
from clausier.refs.lines.articles import whole
from clausier.refs.lines.ranked import unit_part
from clausier.refs.lines.section import Section, articles_of, is_whole, lines_of
from clausier.refs.lines.sections import sections
from clausier.rules.figures import number
from clausier.text.regex import regex
from clausier.text.typography import fold
from clausier.text.words import capitalised, occurrences

# Nouns of which a figure may stand anywhere in the text: « Le coefficient 60 est remplacé par le coefficient 63 ».
_TOLD_ALONE = regex(
    r"(?:coefficient|taux|montant|nombre|plafond|seuil|pourcentage|indice|échelon|niveau)\b", re.IGNORECASE
)
_IN_THE_TEXT = regex(
    r"\A (?:dans|du|de la|des) .*", re.IGNORECASE
)  # « dans la grille de classification »: it names no place
_ELIDED = regex(r"d[e'’] ?\Z")
_SEVERAL = 2
_YEAR = regex(r"[ \u00a0\u202f]\d{4}\b")


class _Found(Struct, frozen=True):
    """Words of the text that go: of the line `index` of an article, named by `unit`, those from `start` to `end`, and the `new` ones."""

    unit: Part
    article: Provision
    index: int
    start: int
    end: int
    new: str
    when: str = ""

    @property
    def line(self) -> str:
        """The line that they stand in."""
        return lines_of(self.article)[self.index]


def with_figures(said: Said, text: Provision) -> Said:
    """The sentence with the orders on the figures of the text that it changes; without orders where which they are is not certain.

    They come before what it orders beside: they move no line.
    """
    if said.payload or not said.figures:
        return said
    orders, quotations = orders_on_figures(said.figures, said.quotations, text)
    return replace(said, orders=(*orders, *said.orders) if orders else (), quotations=quotations)


def orders_on_figures(
    figures: Sequence[Figure], quotations: tuple[str, ...], text: Provision
) -> tuple[tuple[Order, ...], tuple[str, ...]]:
    """The orders on the figures of the text that a sentence changes, and its quotations with the words that they quote; no order where any is not certain."""
    found = [_found(figure, quotations, text) for figure in figures]
    certain = [one for one in found if one is not None]
    if not certain or len(certain) < len(found) or len({(one.index, one.start) for one in certain}) < len(found):
        return (), quotations
    orders: list[Order] = []
    for one in (each for each in _exchanged(certain) if each.new != each.line[each.start : each.end]):
        order, words = _order(one, len(quotations))
        orders.append(replace(order, when=one.when))
        quotations = (*quotations, *words)
    return tuple(orders), quotations


def _exchanged(found: Sequence[_Found]) -> Sequence[_Found]:
    """Two figures of a line that take each other's place, as one stretch of its words."""
    first, last = (min(found, key=lambda one: one.start), max(found, key=lambda one: one.start))
    if len(found) != 2 or first.line != last.line or first.new not in last.line[last.start : last.end]:
        return found
    return [replace(first, end=last.end, new=f"{first.new}{first.line[first.end : last.start]}{last.new}")]


def _order(found: _Found, first: int) -> tuple[Order, Sequence[str]]:
    """The order on a figure, and the words that it quotes, of which the first is to be of that number."""
    line, start = found.line, found.start
    while start and len(occurrences(line, line[start : found.end])) > 1:
        start = line.rfind(" ", 0, start - 1) + 1  # with the word before it
    words: tuple[str, ...] = (line[start : found.end], f"{line[start : found.start]}{found.new}")
    rank = sum("|" not in one for one in lines_of(found.article)[: found.index + 1])
    place: tuple[Part, ...] = (Part("ALINEA", (str(rank),)),)
    if "|" in line:
        tables = [n for n, table in enumerate(found.article.tables, start=1) if line in table.lines]
        number = (str(tables[0]),) if len(found.article.tables) > 1 else ()
        place, words = (Part("TABLE", number), Part("ROW", named=first + 2)), (*words, line.split(" | ")[0])
    unit = found.unit
    if unit.numbers == ("",) and found.article.heading:
        unit, words = Part(unit.unit, named=first + len(words)), (*words, found.article.heading.chars)
    return Order("replace_words", (unit, *place), (first, first + 1)), words


def _found(figure: Figure, quotations: tuple[str, ...], text: Provision) -> _Found | None:
    """What goes of the text for a figure, in the one place that is named; None where which it is is not certain."""
    every = articles_of(text)
    alone = not figure.place and figure.old is not None and _TOLD_ALONE.match(figure.noun) is not None
    if alone:
        figure = replace(figure, tail=_IN_THE_TEXT.sub("", figure.tail))
    ways = [whole(p, every) for p in every] if alone else sections(of_an_article(figure.place, text), quotations, text)
    if not alone and (len(ways) != 1 or (is_whole(ways[0]) and ways[0].article.children)):
        return None
    found = [
        (way.article, index, one)
        for way in ways
        for index, line in _lines(way)
        for one in (in_row(figure, line, way) if "|" in line else in_line(figure, line, way))
        if not alone or figure.noun.split(" ")[0].lower() in line.lower()
    ]
    if len(found) != 1:
        return None
    ((article, index, one),) = found
    return _written(figure, article, index, one)


def _written(figure: Figure, article: Provision, index: int, one: re.Match[str]) -> _Found | None:
    """The new figure as the line has the old one: its measure, « de » or « d’ » before it; None where the two are not of a kind, or do not add up."""
    line, new = one.string, figure.new
    was, is_now = (number(fold(words.lower()).chars) for words in (one["number"], new.number))
    if (was is None) != (is_now is None) or (was is None and _YEAR.match(line, one.end())):
        return None
    by = number(fold(figure.by.number.lower()).chars) if figure.by else None
    if figure.by and (was is None or is_now is None or by != abs(is_now - was)):
        return None
    elided = _ELIDED.search(line[: one.start()])
    of = "" if not elided else "d’" if new.number.lower() in {"un", "une"} else "de "
    start = elided.start() if elided and of != elided[0] else one.start()
    between = line[one.end("number") : one.start("measure")]
    figures = capitalised(new.number) if one["number"][0].isupper() else new.number
    same = figure.old is not None and currency(figure.old.measure) == currency(new.measure) != ""
    kept = same and one["measure"] not in {"euro", "franc"} and is_now is not None and is_now >= _SEVERAL
    measure = one["measure"] if kept or not new.measure else new.measure  # « 12 euros », of « 12 € »
    words = f"{of if start < one.start() else ''}{figures}{between}{measure}"
    annex = figure.place and figure.place[0].unit == "ANNEX"
    unit = figure.place[0] if annex else unit_part(article)
    return _Found(unit, article, index, start, one.end(), words, figure.when)


def _lines(way: Section) -> list[tuple[int, str]]:
    return list(enumerate(lines_of(way.article)))[way.start : way.end]
