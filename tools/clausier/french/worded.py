"""Trees that order words in place of words, words added and words taken out → their orders."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.french.chart import Tree
from clausier.french.context import is_outer
from clausier.french.order import EACH_ARTICLE, Order, Part
from clausier.french.places import own_place, place_of
from clausier.french.tree import below, leaves, named_in, quotes_of, walk

# The rules of changes in words, without the ends of their names (`_there`, `_found`).
ON_WORDS = frozenset(
    "mixed words words_each cut cut_each added added_after added_before added_first at_end read_instead".split()
)


def on_words(change: Tree, rule: str, place: tuple[Part, ...]) -> Iterator[Order]:
    """The orders of a change in words; `place` is that of its sentence."""
    quoted = quotes_of(change)
    match rule:
        case "words_each" | "cut_each":
            *places, last = (tuple(place_of(tree)) for tree in below(change, "place"))
            article = tuple(part for part in last[:1] if is_outer(part))  # « au 1° et au 2° de l'article 4 »
            places = [*(one if is_outer(one[0]) else (*article, *one) for one in places), last]
            if any(part.unit == "HEADING" for one in places for part in one):
                return  # « au titre de l'article »: its heading, or as it says?
            for each in places:
                if rule == "words_each":
                    yield from _substitutions(change, each)
                else:
                    yield from (Order("delete_words", each, (n,)) for n in quoted)
        case "mixed":
            each_one = below(next(named_in("mixed", change)))
            wheres = [(one, _both(place, own_place(one))) for one in each_one]
            for one, own in wheres:
                if own is None or any(where is None for _, where in wheres):
                    return
                if one.rule in {"substitution", "swapped"}:
                    yield from _substitutions(one, own)
                else:
                    yield from on_words(one, one.rule, own)
        case "words":
            yield from _substitutions(change, place)
        case "cut":
            own = own_place(next(named_in("cut", change), change)) or place
            where = (*place, *(p for p in own if p not in place))
            everywhere = any(True for _ in named_in("every", change))
            where = where or _each_article(change)
            yield from (Order("delete_words", where, (n,), everywhere=everywhere) for n in quoted)
        case "read_instead":
            yield Order("replace_words", place, quoted[::-1])
        case "added" | "added_after" | "added_before" | "added_first" if _meets_a_full_stop(change):
            return
        case "added":
            one = next(t for t in walk(change) if t.rule in {"added_after", "added_before", "added_first"})
            yield _added(one.rule, (*place, *own_place(one)), quoted)
        case "added_after" | "added_before" | "added_first":
            yield _added(rule, place, quoted)
        case _:  # at_end
            told = place and change.rule == "at_end"
            inside = () if told else (t for t in named_in("at_end", change) if t is not change)
            yield Order(at_end(change), (*place, *(p for t in inside for p in own_place(t))), quoted)


def _added(rule: str, place: tuple[Part, ...], quoted: tuple[int, ...]) -> Order:
    """« après « a », est inséré « b » »; `added_first`: what is added is quoted before the words that it stands behind."""
    words = quoted[::-1] if rule == "added_first" else quoted
    return Order("added_before" if rule == "added_before" else "added_after", place, words)


def _meets_a_full_stop(change: Tree) -> bool:
    """Whether a sentence and words are put beside each other, within the full stop of one or behind it: nobody says which."""
    said = tuple(leaves(change))
    sentences = sum((leaf.kind, leaf.value) == ("WORDS", "phrase") for leaf in said)
    return sentences == 1 or (sentences > 1 and any(leaf.kind == "COMPLETE" for leaf in said))


def at_end(change: Tree) -> str:
    """The verb for words put at an end: a sentence follows the last one, words go into it."""
    sentence = any(leaf.kind == "WORDS" and leaf.value.startswith("phrase") for leaf in leaves(change))
    return "complete_sentence" if sentence else "words_at_end"


def _both(place: tuple[Part, ...], own: tuple[Part, ...]) -> tuple[Part, ...] | None:
    """« À l'article 3, les mots « … » au premier alinéa »: the one in the other; None where both name a part of one kind."""
    if not place or own[: len(place)] == place or not own:
        return own or place
    if any(part.unit == other.unit or (is_outer(part) and is_outer(other)) for part in place for other in own):
        return None
    return (*own, *place) if is_outer(own[0]) else (*place, *own)


def _each_article(change: Tree) -> tuple[Part, ...]:
    """The place of « dans tous les articles », which is not the whole text."""
    each = any(leaf.kind == "EACH" for tree in named_in("every", change) for leaf in leaves(tree))
    return EACH_ARTICLE if each else ()


def _substitutions(change: Tree, place: tuple[Part, ...]) -> Iterator[Order]:
    everywhere = any(True for _ in named_in("every", change))
    found = [one for one in walk(change) if one.rule in {"substitution", "swapped", "pairs"}]
    wheres = [_both(place, own_place(one)) for one in found]
    for one, own in zip(found, wheres, strict=True):
        if own is None or None in wheres:
            return
        where = own or _each_article(change)
        quoted = quotes_of(one)
        if one.rule == "swapped":
            quoted = quoted[::-1]
        if one.rule == "pairs":
            olds, news = (quotes_of(next(named_in(name, one))) for name in ("olds", "news"))
            if len(olds) == len(news):
                yield from (
                    Order("replace_words", where, pair, everywhere=everywhere) for pair in zip(olds, news, strict=True)
                )
        else:
            yield Order("replace_words", where, quoted, everywhere=everywhere)
