"""Parts that are reworded one by one, each told on a line of its own before its new text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from clausier.french.context import is_outer
from clausier.french.order import Order, Part
from clausier.french.phrases import read_sentence
from clausier.french.said import Said

_SEVERAL = 2


def each_worded(said: list[Said]) -> list[Said]:
    """« Les alinéas 1 et 3 de l'article 6 sont remplacés comme suit : / alinéa 1 : « … » / alinéa 3 : « … » »: an order on each line."""
    found = list(said)
    for index, one in enumerate(said):
        order = one.orders[0] if len(one.orders) == 1 and not one.payload else None
        if order is None or order.verb not in {"replace", "modify"} or order.words or not order.place:
            continue
        parts: list[Part] = []
        for below in said[index + 1 :]:
            label = below.sentence.partition(":")[0].strip()
            place = read_sentence(f"Au {label} :").place if len(below.payload) == 1 and not below.orders else ()
            if len(place) != 1 or len(place[0].numbers) != 1 or is_outer(place[0]):
                break
            parts += place
        around = _around_each(order, parts)
        for n, part in enumerate(parts if around else (), start=index + 1):
            found[n] = replace(
                said[n], orders=(Order("replace", (*around, part)),), acts=one.acts, verb=True, amends=True
            )
            found[index] = replace(one, orders=(), amends=False, verb=False)
    return found


def _around_each(order: Order, parts: Sequence[Part]) -> tuple[Part, ...]:
    """What parts that are reworded one by one are of, by the place that is said to be reworded: the article, or just those of it.

    Of an article that is replaced, and not modified, the other parts may go.
    """
    *outer, last = place = order.place
    told = {(part.unit, *part.numbers) for part in parts}
    if len(told) < len(parts) or len(parts) < _SEVERAL:
        return ()
    if not outer:
        modified = order.verb == "modify" and last.unit == "ARTICLE"
        return place if modified and len(last.numbers) == 1 else ()
    named = {(last.unit, number) for number in last.numbers}
    return tuple(outer) if told == named and not (last.through or last.several) else ()
