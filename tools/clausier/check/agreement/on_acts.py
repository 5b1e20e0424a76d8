"""Sentences that change another amendment of the project: which one they name, and how that is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from msgspec.structs import replace

from clausier.check.agreement.candidates import takers, ways_in
from clausier.check.agreement.sentences import Sentence
from clausier.french import Written
from clausier.french.days import days_in
from clausier.model.act import Act
from clausier.model.dates import When
from clausier.text.regex import regex

_NUMBER = regex(r"\bavenant\s+(?:n[°o]\s*|numéro\s+)?(?P<number>\d+(?:\s?(?:bis|ter))?)\b", re.IGNORECASE)
_MOST = 8  # readings that are tried


def act_named(name: str, earlier: Sequence[Act]) -> Act | None:
    """The one of the `earlier` amendments that a name is of, by its number, and by its day where that is said."""
    said = _NUMBER.search(name)
    if said is None:
        return None
    days = tuple(days_in(name))[:1]
    found = [a for a in earlier if (own := _NUMBER.search(a.title)) and own["number"] == said["number"]]
    if len(found) != 1:
        return None
    signed = found[0].signed
    dated = isinstance(signed, When) and all(signed.first <= day <= signed.last for day in days)
    return found[0] if dated or not days else None


def ways_on(other: Act, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Written, ...]]:
    """Each way to write all that the sentences order, as operations on the articles of `other`; none where one is not read."""
    each: list[tuple[Written, ...]] = []
    for sentence in sentences:
        ways = [ways_in(order, sentence.quotations, other.document) for order in sentence.orders]
        if not all(ways) or len(takers(ways, len(sentence.ranks))) != len(sentence.ranks):
            return
        each += ways
    for count, chosen in enumerate(product(*each)):
        if count == _MOST or not all(way.targets for way in chosen):
            return
        yield tuple(of_act(way, other) for way in chosen)


def of_act(way: Written, other: Act) -> Written:
    """The same on the articles of another act."""
    return replace(way, targets=tuple(f"{other.id}, {target}" for target in way.targets))
