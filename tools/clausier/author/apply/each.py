"""A place that names several: « les articles 3 à 5 », « aux 1° et 2° de l'article 3 » → each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clausier.author.apply.lines import Unsure
from clausier.french import Order, Part
from clausier.model.provision import Provision
from clausier.source.headings import number_key

LINES = frozenset({"ALINEA", "PARAGRAPH", "POINT", "DASH"})
_SEVERAL = 2


def each_place(place: tuple[Part, ...], text: Provision) -> Iterator[tuple[Part, ...]]:
    """« Les articles 3 à 5 » as three places."""
    if not place or place[0].unit not in {"ARTICLE", "ANNEX", "DIVISION"} or len(place[0].numbers) < _SEVERAL:
        yield place
        return
    if place[0].unit != "ARTICLE" and (place[0].through or any(" à " in number for number in place[0].numbers)):
        raise Unsure("elles ne sont pas nommées une à une")
    spans = [place[0].numbers] if place[0].through else [n.split(" à ") for n in place[0].numbers]
    numbers = [n for span in spans for n in _through([one.strip(" .") for one in span], text)]
    for number in numbers:
        yield (replace(place[0], numbers=(number,), through=False), *place[1:])


def each_line(order: Order, place: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """« Aux 1° et 2° de l'article 3, le mot … »: a place for each, where words are changed in all."""
    last = place[-1] if len(place) > 1 and order.verb in {"replace_words", "delete_words"} else None
    ends = [re.fullmatch(r"(\d+)(\D*)", n) for n in last.numbers] if last else []
    if last is None or last.unit not in LINES or len(ends) < _SEVERAL or (last.through and not all(ends)):
        yield place
        return
    numbers = last.numbers
    if last.through and ends[0] and ends[1]:
        numbers = tuple(f"{n}{ends[0][2]}" for n in range(int(ends[0][1]), int(ends[1][1]) + 1))
    yield from ((*place[:-1], replace(last, numbers=(number,), through=False)) for number in numbers)


def _through(ends: list[str], text: Provision) -> list[str]:
    """The numbers of a range, as the text has them; one alone as it is."""
    if len(ends) == 1:
        return ends
    known = [p.number for p in text.walk() if p.number]
    keys = [number_key(n) for n in known]
    first, last = map(number_key, ends)
    if keys.count(first) != 1 or keys.count(last) != 1 or keys.index(first) > keys.index(last):
        raise Unsure("aucune lecture ne convient au texte")
    return known[keys.index(first) : keys.index(last) + 1]
