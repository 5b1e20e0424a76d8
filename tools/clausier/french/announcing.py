"""Sentences that announce what others order, behind them or in the articles of the act below, and order nothing themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausier.french.context import is_outer
from clausier.french.joining import UNITS
from clausier.french.order import Order
from clausier.french.quotations import cut
from clausier.french.said import Said
from clausier.french.tokens import tokens
from clausier.french.turns import Figure

_FOOTNOTE = re.compile(r"\s*\(\*+\)")


def announces(said: Said, following: Sequence[Said]) -> bool:
    """Whether « est modifié comme suit : » announces the orders that follow, on the same article or under it, and no text.

    « La convention est ainsi modifiée : », « L'annexe II … » of that annex, does so where what follows names its own article.
    """
    if said.orders:
        changes = any(order.verb != "keep" for order in said.orders)
        return changes and all(announces_in(order, said, following) for order in said.orders)
    alone = said.verb and only_announces(said, following[:1])
    units = UNITS - {"ANNEX"} if said.itself else UNITS
    named = any(t.kind in units for t in tokens(cut(said.sentence)[0]))
    return alone and not named and all(map(_is_placed, _ordered(following[0])))


def announces_in(order: Order, said: Said, following: Sequence[Said]) -> bool:
    """The same of one of its orders: the sentences that follow say how the place is changed, or each of several."""
    if order.verb not in {"modify", "modify_each"} or said.payload or said.after or not following:
        return order.verb == "keep"
    colon, place, outer = said.sentence.rstrip().endswith(":"), order.place, _outer(order)
    if len(place) == 1 and len(outer[1]) > 1 and not place[0].through:
        parts = [_outer(o) for one in following for o in _ordered(one)]
        return {*outer[1]} <= {n for unit, numbers in parts if unit == outer[0] for n in numbers}
    first = next((one for one in following if _ordered(one) or one.names), following[0])
    then = _ordered(first)
    if outer[0] == "DIVISION" or order.verb == "modify_each":
        return colon and bool(then) and all(map(_is_placed, then))
    if place and (first.under == place or first.names[:1] == place[:1]):
        return bool(then or first.names)
    return any(_outer(o) == outer or _is_of(_outer(o), outer) for o in then)


def announced_below(said: Said, below: Sequence[Sequence[Said]]) -> bool:
    """« Le présent avenant modifie les articles 3 et 4. »: each is changed by the amendment's articles below."""
    told = [_outer(o) for o in said.orders if o.verb == "modify" and len(o.place) == 1]
    if not told or len(told) != len(said.orders) or said.payload or said.after or said.sentence.rstrip().endswith(":"):
        return False
    changed = {(_outer(o)[0], n) for one in below for s in one for o in _ordered(s) for n in _outer(o)[1]}
    return all(numbers and all((unit, n) in changed for n in numbers) for unit, numbers in told)


def only_announces(said: Said, following: Sequence[Said]) -> bool:
    """« Les parties conviennent de modifier l’accord comme suit : » right before sentences that order: they are what follows."""
    announced = said.sentence.rstrip().endswith(":") and not (said.orders or said.payload or said.after)
    then = next((s for s in following if not _FOOTNOTE.match(s.sentence)), None)
    return announced and then is not None and bool(_ordered(then))


def _ordered(said: Said) -> list[Order]:
    """What a sentence orders, a figure that goes to another one among it."""
    figures = () if said.orders else said.figures
    return [o for o in said.orders if o.verb != "keep"] + [Order("replace_words", one.place) for one in figures]


def _is_of(inner: tuple[str, tuple[str, ...]], outer: tuple[str, tuple[str, ...]]) -> bool:
    """Whether articles are parts of others: « A.12.1 » of « A.12 », « IV-3 » of « IV »."""
    parts = tuple(f"{number}{mark}" for number in outer[1] for mark in ".-")
    return inner[0] == outer[0] == "ARTICLE" and bool(inner[1]) and all(n.startswith(parts) for n in inner[1])


def _is_placed(order: Order | Figure) -> bool:
    return bool(order.place) and is_outer(order.place[0])


def _outer(order: Order | Figure) -> tuple[str, tuple[str, ...]]:
    return (order.place[0].unit, order.place[0].numbers) if order.place else ("", ())
