"""Sentences that prolong: the only ones that move the end of another operation, and so change no text of their own."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.check.agreement.sentences import Sentence
from clausier.french import Written, written
from clausier.model.operation import Operation, Prolong

THE_WHOLE = ("*",)


def prolonging(sentence: Sentence) -> tuple[Written, ...]:
    """How to write the orders of a sentence that does nothing but prolong; none of any other."""
    ways = [written(order, sentence.quotations) for order in sentence.orders]
    alone = tuple(way[0] for way in ways if len(way) == 1 and way[0].verb == "proroger")
    return alone if len(alone) == len(ways) else ()


def prolonged(way: Written, operations: Iterable[Operation]) -> bool:
    """Whether one of the operations prolongs what `way` does; until when is another check's."""
    return any(isinstance(o, Prolong) and tuple(t.words for t in o.targets) == way.targets for o in operations)
