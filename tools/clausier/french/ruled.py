"""What the rules of `sentence.lark` order by the tokens of a sentence, each shape of which is worked out once."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec.structs import replace

from clausier.french.chart import Shape, Table, TooManyWaysError, compiled, shapes
from clausier.french.derived import orders_of
from clausier.french.grammar import read_grammar
from clausier.french.idioms import LATTER
from clausier.french.order import Order
from clausier.french.reordered import in_order
from clausier.french.tokens import Token


@cache
def _table() -> Table:
    return compiled(read_grammar())


@lru_cache(maxsize=1 << 12)
def formula(kinds: tuple[str, ...]) -> tuple[Shape, ...]:
    """The ways in which the rules take every sentence whose tokens are of these kinds, worked out once; none of too many."""
    try:
        return shapes(_table(), kinds)
    except TooManyWaysError:
        return ()


def ruled(stream: list[Token]) -> tuple[Order, ...]:
    """What the rules say of a sentence; nothing where they take it in ways that say different things."""
    if not stream or any(t.kind in {"W", "BUT", "MARK"} for t in stream):  # no rule takes them
        return ()
    again = any(t.kind == "IT" for t in stream)
    latter = any(t.kind == "IT" and t.value in LATTER for t in stream)
    ways = formula(tuple(t.kind for t in stream))
    if not ways and (moved := in_order(stream)):
        stream, ways = moved, formula(tuple(t.kind for t in moved))
    said = {orders_of(shape.of(stream), again=again) for shape in ways}
    orders = said.pop() if len(said) == 1 else ()
    return tuple(replace(order, latter=latter) for order in orders) if latter else orders
