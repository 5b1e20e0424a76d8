"""One amending sentence → what it orders: tokens, without the name of the act and its dates, through the grammar."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from clausier.french.chart import Table, TooManyWaysError, compiled, trees
from clausier.french.derived import orders_of
from clausier.french.order import Order
from clausier.french.prepare import VERBS, prepared, without_opening
from clausier.french.rules import read_rules
from clausier.french.tokens import Token, tokens

_LONGEST_WORD = 40
LONGEST = 400  # tokens of one sentence: more is no sentence, and is not read


class Reading(Struct, frozen=True):
    """The orders of a sentence, none where it is not understood; the acts that it names, as written; whether it amends."""

    orders: tuple[Order, ...]
    acts: tuple[str, ...]
    amends: bool


def read_sentence(sentence: str) -> Reading:
    """What a sentence orders; each quotation stands in it as its number between U+E000 and U+E001."""
    if len(sentence) > LONGEST * _LONGEST_WORD:
        return Reading((), (), amends=True)
    found = list(tokens(sentence))
    amends = any(t.kind in {*VERBS, "BECOME", "READ"} for t in found)
    if len(found) > LONGEST:
        return Reading((), (), amends)
    stream, acts = prepared(found, sentence)
    amends = amends or any(t.kind in VERBS for t in stream)
    if not amends and "KEEP" not in {t.kind for t in found}:
        return Reading((), acts, amends)
    return Reading(_orders(stream) or _orders(without_opening(stream) or []), acts, amends)


@cache
def _table() -> Table:
    return compiled(read_rules())


def _orders(stream: list[Token]) -> tuple[Order, ...]:
    """What the rules say of a sentence; nothing where they take it in ways that say different things."""
    if not stream or any(t.kind in {"W", "BUT", "MARK"} for t in stream):  # no rule takes them
        return ()
    again = any(t.kind == "IT" for t in stream)
    try:
        said = {orders_of(tree, again=again) for tree in trees(_table(), stream)}
    except TooManyWaysError:
        return ()
    return said.pop() if len(said) == 1 else ()
