"""A tree of the grammar → the orders that it says."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec.structs import replace

from clausier.french.chart import Tree
from clausier.french.lexicon import CARDINALS
from clausier.french.order import Order, Part
from clausier.french.prepare import NUMBERS
from clausier.french.tokens import Token


def orders_of(tree: Tree, *, again: bool) -> tuple[Order, ...]:
    """The orders of a sentence, in its order; `again` where it names its place by a pronoun."""
    return tuple(order for change in _below(tree) for order in _change(change, again=again))


def _change(change: Tree, *, again: bool) -> Iterator[Order]:
    place = tuple(part for tree in _below(change, "place") for part in _place(tree))
    rule = change.rule
    if any(True for _ in _headings(change)) and not rule.startswith(("create", "insert")):
        return  # another heading is one change more, which no order here says
    quoted = _quotes_of(change)
    rule = rule.removesuffix("_there").removesuffix("_found")
    match rule:
        case "words":
            yield from _substitutions(change, place)
        case "cut":
            own = _own_place(next(_named("cut", change), change)) or place
            yield from (Order("delete_words", (*place, *(p for p in own if p not in place)), (n,)) for n in quoted)
        case "added":
            one = next(t for t in _walk(change) if t.rule in {"added_after", "added_before", "added_first"})
            words = quoted if one.rule != "added_first" else quoted[::-1]
            verb = "added_before" if one.rule == "added_before" else "added_after"
            yield Order(verb, (*place, *_own_place(one)), words)
        case "added_after" | "added_before" | "added_first":
            words = quoted if rule != "added_first" else quoted[::-1]
            yield Order("added_before" if rule == "added_before" else "added_after", place, words)
        case "at_end":
            own = (
                ()
                if place and change.rule == "at_end"
                else tuple(p for t in _named("at_end", change) if t is not change for p in _own_place(t))
            )
            yield Order("words_at_end", (*place, *own), quoted)
        case "retitle_and":
            yield Order("retitle", place, quoted)
            second = next(v for v in ("COMPLETE", "REPLACE", "REWRITE") if v in _own_kinds(change))
            yield Order(_completed(change) if second == "COMPLETE" else "replace", place)
        case "complete" if _completed(change) != "complete":
            yield Order(_completed(change), place, (), again=again and not place)
        case "insert_between":
            yield from _between(change)
        case "move_after" | "move_before":
            place, anchor = (tuple(_place(tree)) for tree in _below(change, "place"))
            yield Order(rule, place, anchor=anchor)
        case "split" | "split_worded":
            yield from _split(change)
        case "join" | "join_worded":
            (number,) = _made(change) or ("",)
            yield Order("join", place, made=number)
            if rule == "join_worded":
                yield Order("replace", (Part("ARTICLE", (number,)),))
        case "suspend" | "prolong" | "expire" | "expire_after":
            yield _for_a_time(change, place)
        case "create" | "insert_after" | "insert_before" | "renumber" | "complete":
            made = ", ".join(_made(change))
            headed = next(_headings(change), None)
            yield Order(rule, place, (), made=made, headed=headed, again=again and not place and rule != "create")
        case _:
            yield Order(rule, place, quoted, again=again and not place)


def _between(change: Tree) -> Iterator[Order]:
    """« Entre l'article 3 et l'article 4 »: after the one, before the other; nothing where they are not told apart."""
    places = [tuple(_place(tree)) for tree in _below(change, "place")]
    if len(places) == 1:
        *outer, inner = places[0]
        if len(inner.numbers) != 2 or inner.through:
            return
        places = [(*outer, replace(inner, numbers=(number,))) for number in inner.numbers]
    first, second = places
    if len(first) < len(second):
        first = (*second[: len(second) - len(first)], *first)
    headed = next(_headings(change), None)
    yield Order("insert_after", first, made=", ".join(_made(change)), headed=headed, anchor=second)


def _split(change: Tree) -> Iterator[Order]:
    """The article cut in two, of which the first keeps its number; nothing where it does not."""
    place, *at = (tuple(_place(tree)) for tree in _below(change, "place"))
    numbers = _made(change)
    if len(numbers) != 2 or not place or place[-1].numbers != numbers[:1]:
        return
    if change.rule == "split_worded":
        yield Order("replace", place)
        yield Order("insert_after", place, made=numbers[1])
    else:
        yield Order("split", place, _quotes_of(change), made=numbers[1], anchor=at[0] if at else ())


def _for_a_time(change: Tree, place: tuple[Part, ...]) -> Order:
    days = [leaf.value for leaf in _leaves(change) if leaf.kind == "DATE"]
    match change.rule:
        case "expire":
            return Order("expire", place, since=days[0])
        case "expire_after":
            day = datetime.date.fromisoformat(days[0]) + datetime.timedelta(days=1)
            return Order("expire", place, since=day.isoformat())
        case rule:
            return Order(rule, place, since=days[0] if len(days) > 1 else "", until=days[-1])


def _completed(change: Tree) -> str:
    """The verb of a completion, by what is said to be added."""
    kinds = _own_kinds(change)
    if "SENTENCE" in kinds:
        return "complete_sentence"
    if "ROW" in kinds:
        return "complete_rows"
    return "complete_lines" if {"ALINEA", "PARAGRAPH"} & kinds else "complete"


def _substitutions(change: Tree, place: tuple[Part, ...]) -> Iterator[Order]:
    everywhere = any(True for _ in _named("every", change))
    for one in _walk(change):
        if one.rule not in {"substitution", "pairs"}:
            continue
        where = _own_place(one) or place
        quoted = _quotes_of(one)
        if one.rule == "pairs":
            yield Order("replace_words", where, (quoted[0], quoted[2]))
            yield Order("replace_words", where, (quoted[1], quoted[3]))
        else:
            yield Order("replace_words", where, quoted, everywhere=everywhere)


def _walk(tree: Tree) -> Iterator[Tree]:
    """The tree and all below it, in the order of the sentence."""
    yield tree
    for child in _below(tree):
        yield from _walk(child)


def _below(tree: Tree, *names: str) -> Iterator[Tree]:
    """The trees right below, those of the given rules if any are."""
    yield from (c for c in tree.children if isinstance(c, Tree) and (not names or c.rule in names))


def _named(name: str, tree: Tree) -> Iterator[Tree]:
    yield from (t for t in _walk(tree) if t.rule == name)


def _leaves(tree: Tree) -> Iterator[Token]:
    for child in tree.children:
        if isinstance(child, Tree):
            yield from _leaves(child)
        else:
            yield child


def _own_kinds(tree: Tree) -> set[str]:
    return {child.kind for child in tree.children if isinstance(child, Token)}


def _numbers_in(tree: Tree) -> tuple[str, ...]:
    """The numbers, a range being one: `7 à 9`."""
    numbers: list[str] = []
    range_open = False
    for leaf in _leaves(tree):
        if leaf.kind in NUMBERS and range_open:
            numbers[-1] += f" à {leaf.value}"
        elif leaf.kind in NUMBERS:
            numbers.append(leaf.value)
        range_open = leaf.kind == "RANGE"
    return tuple(numbers)


def _quotes_of(tree: Tree) -> tuple[int, ...]:
    """The quotations of a change in the order of the sentence."""
    return tuple(_quotation(q) for q in _named("quoted", tree))


def _own_place(tree: Tree) -> tuple[Part, ...]:
    return tuple(part for t in _below(tree, "place") for part in _place(t))


def _headings(change: Tree) -> Iterator[int]:
    """The quotations that give an article which is made its heading."""
    yield from (
        int(c.value) for t in _named("made", change) for c in t.children if isinstance(c, Token) and c.kind == "QUOTE"
    )


def _made(change: Tree) -> tuple[str, ...]:
    return tuple(n for t in _walk(change) if t.rule in {"made", "labels"} for n in _numbers_in(t))


def _quotation(tree: Tree) -> int:
    return int(tuple(_leaves(tree))[-1].value)


def _beside_within(tree: Tree) -> tuple[Tree, ...]:
    """The parts in the order of « de »: « l’article 1 paragraphe 2 » is paragraph 2 of article 1."""
    found: list[Tree] = []
    for part in _below(tree, "part", "within", "beside"):
        found.insert(len(found) - 1 if part.rule == "beside" else len(found), part)
    return tuple(found)


def _place(tree: Tree) -> Iterator[Part]:
    """From the outermost part: « l'alinéa 3 de l'article 4 » is article 4, then its alinéa 3."""
    for part in reversed(_beside_within(tree)):
        inner = part
        while inner.rule == "within":
            inner = next(_below(inner, "part", "within"))
        yield _part(inner)


def _part(tree: Tree) -> Part:
    unit = next((leaf.kind for t in _below(tree, "unit") for leaf in _leaves(t)), "")
    unit = unit or (next(_leaves(tree)).kind if tree.rule == "beside" else "POINT")
    named = next((_quotation(t) for t in _below(tree, "named")), None)
    counted = next(_below(tree, "ords", "numbers", "several"), None)
    leaves = tuple(_leaves(counted or tree))
    several = next((CARDINALS[leaf.value] for leaf in leaves if leaf.kind == "CARD"), 0)
    numbers = _numbers_in(counted or tree)
    ends = tuple(numbers[0].split(" à ")) if len(numbers) == 1 else ()
    through = len(ends) > 1
    return Part(
        unit,
        ends if through else numbers,
        ordinal=counted is not None and counted.rule == "ords",
        through=through,
        several=several,
        named=named,
    )
