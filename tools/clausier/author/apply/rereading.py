"""Whether an amendment's own changes make a sentence name something else: « le premier alinéa est supprimé ; le deuxième … »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from clausier.amend.words import spots, text_at
from clausier.french import Order
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from clausier.refs import Place, Sentence, WholeProvision, at, find
from clausier.text.sentences import sentences

Way = Sequence[TextOperation]
_MOST = 9  # alinéas put in before one
_COUNTED = frozenset({"ALINEA", "PARAGRAPH", "SENTENCE", "DASH"})


def names_another(then: Iterable[Way], now: Iterable[Way], before: Provision, text: Provision) -> bool:
    """Whether an order, read in the text before the amendment, names lines that still stand, but now names others.

    `then` are its ways for the text `before`, `now` those for `text`. An article is told by what it is, lines and sentences by
    their words: what the amendment has reworded or taken away meanwhile cannot be meant again.
    """
    then, now = list(then), list(now)
    if {own for way in then if (own := _whole(way, before))} & {own for way in now if (own := _whole(way, text))}:
        return False
    meant = {lines for way in then if (lines := _struck(way, before))}
    struck = {lines for way in now if (lines := _struck(way, text))}
    if not meant or not struck or meant & struck:
        return False
    standing = set(_lines(text))
    return any(standing.issuperset(lines) for lines in meant)


def at_other_ranks(order: Order) -> Iterator[Order]:
    """The order at the ranks beside its own: where the third alinéa is, once others are taken away or put in before it."""
    part = order.place[-1] if order.place else None
    if part is None or part.unit not in _COUNTED or not all(n.isdigit() for n in part.numbers):
        return
    first = min(map(int, part.numbers), default=1)
    for shift in (n for n in range(1 - first, _MOST + 1) if n):
        numbers = tuple(str(int(n) + shift) for n in part.numbers)
        yield replace(order, place=(*order.place[:-1], replace(part, numbers=numbers)))


def names_the_same(then: Iterable[Way], now: Way, before: Provision, text: Provision) -> bool:
    """Whether a way for `text` names, word for word, what all those for the text `before` name."""
    return {_struck(way, before) for way in then} == {_struck(now, text)}


def _whole(way: Way, document: Provision) -> tuple[str, ...]:
    """The identities of the articles that the first operation of a way names whole; none where it names a part of one."""
    places = _places(way, document)
    whole = [at(document, place.path).id for place in places if isinstance(place, WholeProvision)]
    return tuple(whole) if len(whole) == len(places) else ()


def _places(way: Way, document: Provision) -> list[Place]:
    found = [find(target, document) for target in way[0].targets] if way else []
    return [place for places in found if isinstance(places, tuple) for place in places]


def _struck(way: Way, document: Provision) -> tuple[str, ...]:
    """The lines, or the sentences, that the first operation of a way names."""
    return tuple(
        chars[place.start : place.end].strip() if isinstance(place, Sentence) else chars
        for place in _places(way, document)
        for spot in spots(place, document)
        for chars in [text_at(spot, document).chars]
    )


def _lines(document: Provision) -> Iterable[str]:
    for spot in spots(WholeProvision(()), document):
        chars = text_at(spot, document).chars
        yield chars
        yield from (chars[start:end].strip() for start, end in sentences(chars))
