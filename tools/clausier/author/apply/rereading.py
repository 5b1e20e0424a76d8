"""Whether an amendment's own changes make a sentence name something else: « le premier alinéa est supprimé ; le deuxième … »."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausier.amend.words import spots, text_at
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from clausier.refs import WholeProvision, find

Way = Sequence[TextOperation]


def names_another(then: Iterable[Way], now: Iterable[Way], before: Provision, text: Provision) -> bool:
    """Whether an order, read in the text before the amendment, names lines that still stand, but now names others.

    `then` are its ways for the text `before`, `now` those for `text`. Lines are told by their words: what the amendment has
    reworded or taken away meanwhile cannot be meant again.
    """
    meant = {lines for way in then if (lines := _struck(way, before))}
    struck = {lines for way in now if (lines := _struck(way, text))}
    if not meant or not struck or meant & struck:
        return False
    standing = set(_lines(text))
    return any(standing.issuperset(lines) for lines in meant)


def _struck(way: Way, document: Provision) -> tuple[str, ...]:
    """The lines of what the first operation of a way names."""
    found = [find(target, document) for target in way[0].targets] if way else []
    places = [place for places in found if isinstance(places, tuple) for place in places]
    return tuple(text_at(spot, document).chars for place in places for spot in spots(place, document))


def _lines(document: Provision) -> Iterable[str]:
    return (text_at(spot, document).chars for spot in spots(WholeProvision(()), document))
