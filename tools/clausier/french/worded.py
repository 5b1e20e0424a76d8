"""Trees that order words in place of words, words added and words taken out → their orders."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.french.chart import Tree
from clausier.french.context import is_outer
from clausier.french.lexicon import AMOUNTS, VALUES
from clausier.french.order import EACH_ARTICLE, Order, Part
from clausier.french.quoted import singular
from clausier.french.tree import below, leaves, named_in, own_kinds, own_place, own_places, quotes_of, walk

# The rules of changes in words.
ON_WORDS = frozenset("mixed words words_each cut_out added added_first added_between at_end words_at_end".split())


def on_words(change: Tree, place: tuple[Part, ...]) -> Iterator[Order]:
    """The orders of a change in words; `place` is that of its sentence."""
    quoted = quotes_of(change)
    match change.rule:
        case "words_each":
            *places, last = own_places(change)
            article = tuple(part for part in last[:1] if is_outer(part))  # « au 1° et au 2° de l'article 4 »
            front, inner = places[0][: -len(last)], places[0][-len(last) :]
            if is_outer(places[0][0]) and [p.unit for p in inner] == [p.unit for p in last]:
                article = front  # « au deuxième alinéa de l'article 4, ainsi qu'au troisième »
            places = [one if is_outer(one[0]) else (*article, *one) for one in (*places, last)]
            if any(part.unit == "HEADING" for one in places for part in one):
                return  # « au titre de l'article »: its heading, or as it says?
            for each in places:
                yield from _substitutions(change, each)
                cut = (n for one in below(change, "cut") for n in quotes_of(one))
                yield from (Order("delete_words", each, (n,)) for n in cut)
        case "mixed":
            wheres = [(one, _both(place, own_place(one))) for one in below(change)]
            if any(where is None for _, where in wheres):
                return
            found = [
                [*(_substitutions if one.rule in {"substitution", "swapped"} else on_words)(one, own or ())]
                for one, own in wheres
            ]
            yield from (order for orders in found if all(found) for order in orders)
        case "words":
            yield from _substitutions(change, place)
        case "cut" | "cut_out" if _takes_a_value(change):
            return
        case "cut" | "cut_out":
            theirs = (part for cut in below(change, "cut") for part in own_place(cut))
            where = (*place, *(part for part in theirs if part not in place)) or _each_article(change)
            everywhere = any(True for _ in named_in("every", change))
            yield from (Order("delete_words", where, (n,), everywhere=everywhere) for n in quoted)
        case "added_between":
            yield Order("added_between", place, quoted)
        case "added" | "added_first":
            words = quoted[::-1] if change.rule == "added_first" else quoted  # « insérer « b » après « a » »
            if not _meets_a_full_stop(change):
                yield Order("added_before" if "BEFORE" in own_kinds(change) else "added_after", place, words)
        case _:  # words at an end
            yield Order("words_at_start" if "START_OF" in own_kinds(change) else at_end(change), place, quoted)


def _takes_a_value(change: Tree) -> bool:
    """« Le plafond de « 100 € » est supprimé »: there is none any more, or another; without the words, nobody says which."""
    said = [leaf for leaf in leaves(change) if leaf.kind in {"WORDS", "PROVISIONS"}]
    if any(leaf.value.startswith("cel") or leaf.value == "ceux" for leaf in said):
        return True  # « celui de « 36 mois » est supprimé »
    nouns = {singular(leaf.value) for leaf in said if leaf.kind == "WORDS"}
    return bool(nouns & (VALUES | AMOUNTS) - {"nombre"})  # « le nombre « 5 » » may be the word


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
    if None in wheres or (wheres[-1:] and not wheres[0] and wheres[-1]):
        return  # « « a » est remplacé par « b » et « c » par « d » à l'article 3 »: the first too?
    for one, own in zip(found, wheres, strict=True):
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
