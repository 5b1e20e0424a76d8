"""Why it is not certain what a sentence of an article orders, so that a person knows what to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce

from msgspec.structs import replace

from clausier.amend import apply
from clausier.check.agreement import wording
from clausier.check.agreement.candidates import Ordered, operation_of, takers, ways_in
from clausier.check.agreement.codes import shown_way
from clausier.check.agreement.compare import fits, one_reading
from clausier.check.agreement.scene import Scene
from clausier.check.agreement.sentences import Sentence
from clausier.diagnostics import Diagnostic, Filled, Message
from clausier.french import Written, read_sentence, unknown_words
from clausier.french.asides import MEMBERS
from clausier.french.quotations import cut
from clausier.model.operation import Common
from clausier.source.headings import called
from clausier.text.regex import regex
from clausier.text.words import occurrences

_MOST_PLACES = 3
_ENCLOSED = regex(
    r"\b(?:jointe?s?|annexée?s?)\s+(?:au|à|ci|en)\b|\bci-(?:jointe?s?|annexée?s?)\b|\bannexes?\s+jointes?\b",
    re.IGNORECASE,
)
# A day of the article itself; that of an adhesion is of the member who adheres.
_OF_FORCE = regex(
    r"(?:le|les|la|cet?|cette|ces)\s+(?:présente?s?\s+)?(?:articles?|modifications?|dispositions?|stipulations?)\s+(?:du présent article\s+)?"
    r"(?:entre(?:nt|ra|ront)?\s+en\s+vigueur|pren(?:d|nent|dra|dront)\s+effet)\b",
    re.IGNORECASE,
)


def why_not(sentence: Sentence, like: Common, scene: Scene) -> Filled | Message | None:
    """Why what this sentence orders is not certain; None where it is. `like` is what an operation would carry."""
    if not sentence.understood or not sentence.orders:
        return _not_understood(sentence)
    ways = [ways_in(order, sentence.quotations, scene.before) for order in sentence.orders]
    if not all(ways):
        if any(
            order.place and order.place[-1].unit == "ROW" and not order.place[-1].named for order in sentence.orders
        ):
            return wording.ROW_UNTOLD
        placed = all(order.place or order.everywhere or order.made for order in sentence.orders)
        return wording.BY_HAND if placed else _unplaced(sentence, scene)
    taking = takers(ways, len(sentence.ranks))
    if len(taking) != len(sentence.ranks):
        return wording.NEW_TEXT_UNTOLD
    for n, (order, possible) in enumerate(zip(sentence.orders, ways, strict=True)):
        rank = sentence.ranks[taking.index(n)] if n in taking else None
        why = _unfit(Ordered(sentence=0, order=order, ways=possible, rank=rank), like, scene)
        if why:
            return why
    return None


def listed(items: Iterable[Filled]) -> Filled:
    """Several in one sentence, with commas between."""
    return reduce(lambda before, one: wording.ONE_MORE.fill(before=before, one=one), items)


def _not_understood(sentence: Sentence) -> Filled | Message:
    if _OF_FORCE.match(sentence.words):
        return wording.OF_FORCE
    if MEMBERS.search(sentence.words):
        return wording.OF_MEMBERS
    if sentence.orders or (sentence.ranks and not sentence.amends):
        return wording.NEW_TEXT_UNTOLD
    if sentence.of:
        return wording.OF_ANOTHER_ACT.fill(act=sentence.of)
    if read_sentence(cut(sentence.words)[0]).orders:
        return wording.NEW_TEXT_UNTOLD
    if _ENCLOSED.search(sentence.words):
        return wording.ENCLOSED
    words = unknown_words(sentence.words) if sentence.amends else ()
    if words:
        return wording.WORDS_UNKNOWN.fill(words="\u00a0», «\u00a0".join(words))
    return wording.NO_FORMULA if sentence.amends else wording.ORDERS_NOTHING


def _unplaced(sentence: Sentence, scene: Scene) -> Filled | Message:
    """That the sentence names no place, and where the words that it changes stand."""
    order = next(o for o in sentence.orders if not o.place)
    old = sentence.quotations[order.words[0]] if order.words else ""
    found = [
        called(unit)
        for unit in scene.now.walk()
        if old and called(unit) and any(occurrences(a.text.chars, old) for a in unit.alineas)
    ]
    return wording.PLACE_OF_WORDS.fill(places="\u00a0», «\u00a0".join(found)) if found else wording.PLACE_UNTOLD


def _unfit(order: Ordered, like: Common, scene: Scene) -> Filled | Message | None:
    """Why the text does not allow an order, or allows it in several ways."""
    fitting = tuple(way for way in order.ways if fits(replace(order, ways=(way,)), like, scene))
    if one_reading(order, fitting, like, scene):
        return None if fitting[0].targets else wording.PLACE_OF_NEW
    if fitting:
        return wording.SEVERAL_PLACES.fill(ways=listed(shown_way(way, None) for way in fitting[:_MOST_PLACES]))
    return next(_refusals(order, like, scene), wording.PLACE_UNCERTAIN)


def _refusals(order: Ordered, like: Common, scene: Scene) -> Iterator[Filled]:
    """What the text would answer to each way of writing an order."""
    for way in order.ways:
        found = _refused(way, order, like, scene)
        if found:
            yield answered(found)


def answered(finding: Diagnostic) -> Filled:
    """What the text answers to an operation that does not fit, and what is nearest to it."""
    if finding.help is None:
        return finding.message
    return wording.REFUSED.fill(why=finding.message, help=finding.help)


def _refused(way: Written, order: Ordered, like: Common, scene: Scene) -> Diagnostic | None:
    one = operation_of(way, like, scene.payload(order.rank), count=1)
    if one is None:
        return None
    found = apply(one, before=scene.before, now=scene.now, numbers_settled_later=True).diagnostics
    return next((d for d in found if d.severity == "error"), None)
