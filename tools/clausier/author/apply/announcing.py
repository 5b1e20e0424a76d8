"""Sentences that announce what others order, behind them or in the amendment's articles below, and order nothing themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausier.french import Order, Said, announces_each

_FOOTNOTE = re.compile(r"\s*\(\*+\)")


def announces(order: Order, said: Said, following: Sequence[Said]) -> bool:
    """« L’article 5 est modifié comme suit : », « Les articles 3 et 5 sont modifiés. »: the sentences that follow say how, of each."""
    if order.verb == "keep":
        return True
    if order.verb != "modify" or said.payload or said.after:
        return False
    outer = _outer(order)
    then = [o for s in following for o in s.orders if o.verb != "keep"]
    if outer[0] == "DIVISION":
        return said.sentence.rstrip().endswith(":") and bool(then) and all(o.place for o in then)
    if any(_outer(o) == outer or _is_of(_outer(o), outer) for o in then):
        return True
    return announces_each(order, said, following)


def _is_of(inner: tuple[str, tuple[str, ...]], outer: tuple[str, tuple[str, ...]]) -> bool:
    """Whether articles are parts of others: « A.12.1 » of « A.12 », « IV-3 » of « IV »."""
    parts = tuple(f"{number}{mark}" for number in outer[1] for mark in ".-")
    return inner[0] == outer[0] == "ARTICLE" and bool(inner[1]) and all(n.startswith(parts) for n in inner[1])


def announced_below(said: Said, below: Sequence[Sequence[Said]]) -> bool:
    """« Le présent avenant modifie les articles 3 et 4. »: each is changed by the amendment's articles below."""
    told = [_outer(o) for o in said.orders if o.verb == "modify" and len(o.place) == 1]
    if not told or len(told) != len(said.orders) or said.payload or said.after or said.sentence.rstrip().endswith(":"):
        return False
    changed = {(_outer(o)[0], n) for one in below for s in one for o in s.orders for n in _outer(o)[1]}
    return all(numbers and all((unit, n) in changed for n in numbers) for unit, numbers in told)


def only_announces(said: Said, following: Sequence[Said]) -> bool:
    """« Les parties conviennent de modifier l’accord comme suit : » right before sentences that order: they are what follows."""
    announced = said.sentence.rstrip().endswith(":") and not (said.orders or said.payload or said.after)
    then = next((s for s in following if not _FOOTNOTE.match(s.sentence)), None)
    return announced and then is not None and bool(then.orders)


def _outer(order: Order) -> tuple[str, tuple[str, ...]]:
    return (order.place[0].unit, order.place[0].numbers) if order.place else ("", ())
