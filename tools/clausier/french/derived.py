"""A tree of the grammar → the orders that it says."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec.structs import replace

from clausier.french.chart import Tree
from clausier.french.lexicon import CARDINALS
from clausier.french.order import OUTER, WITH_HEADING, Order, Part
from clausier.french.tokens import Token
from clausier.french.tree import (
    below,
    headings,
    leaves,
    made_in,
    named_in,
    numbers_in,
    own_kinds,
    own_place,
    own_places,
    quotes_of,
)
from clausier.french.worded import ON_WORDS, on_words

# « Le 3° devient : « … » » may give it another label, « L'article 3 devient : « … » » another heading.
_WORDED = frozenset({"ALINEA", "PARAGRAPH", "SENTENCE", "DASH", "HEADING", "ROW"})
_LINES = frozenset({"ALINEA", "PARAGRAPH", "POINT", "DASH"})
# « Entre les deux alinéas », « les deux premiers », « les deux derniers »: after the one, and before the other.
_ENDS_OF_TWO = {(): ("1", "-1"), ("1",): ("1", "2"), ("-1",): ("-2", "-1")}
# What a rule orders by the first of these words that it has.
_BY_WORD = {
    "reword": {"REPLACE": "replace", "REWRITE": "replace", "MODIFY": "modify", "COMPLETE": "complete"},
    "take_out": {"REPEAL": "repeal", "DELETE": "delete"},
    "take_out_each": {"REPEAL": "repeal_each", "DELETE": "delete_each"},
    "insert": {"AFTER": "insert_after", "BEFORE": "insert_before"},
    "move": {"AFTER": "move_after", "BEFORE": "move_before"},
    "complete": {"START_OF": "prepend"},
    "expire": {"AFTER": "expire_after"},
    "tail": {"DELETE": "tail_cut"},
}


def orders_of(tree: Tree, *, again: bool) -> tuple[Order, ...]:
    """The orders of a sentence, in its order; `again` where it names its place by a pronoun."""
    *_, change = below(tree)
    return tuple(_change(change, own_place(tree), again=again))


def _change(change: Tree, around: tuple[Part, ...], *, again: bool) -> Iterator[Order]:
    """The orders of a change at a place within the place `around`."""
    place = (*around, *own_place(change))
    named = _BY_WORD.get(change.rule, {})
    rule = next((named[c.kind] for c in change.children if isinstance(c, Token) and c.kind in named), change.rule)
    if _leaves_open(change, rule, place):
        return
    quoted = quotes_of(change)
    if rule in ON_WORDS:
        yield from on_words(change, place)
        return
    match rule:
        case "becomes" | "united":  # « devient : « … » », « les deux alinéas sont réunis et rédigés comme suit : »
            if place[-1].unit in _WORDED:
                yield Order("replace", place, quoted)
        case "repeal_each" | "delete_each":
            yield from _each_taken_out(change, rule.removesuffix("_each"))
        case "delete_rows" | "replace_rows":
            names = [int(leaf.value) for leaf in leaves(next(named_in("rows", change))) if leaf.kind == "QUOTE"]
            yield from (Order(rule.removesuffix("_rows"), (*place, Part("ROW", named=name))) for name in names)
        case "retitle_and":
            yield from _retitled_and(change, place, quoted)
        case "replace" if any(True for _ in headings(change)):
            yield from _headed_anew(change, place, quoted)
        case "complete_listed":
            yield Order(_completed(change), made=_first(change, "LABEL"), rank=_rank(change), listed=True)
        case "complete" if (before := _rank(change) - 1) > 0 and "INSERT" in own_kinds(change) and _is_put_in(change):
            yield Order("insert_after", (*place, Part("ALINEA", (str(before),))))
        case "complete" if _completed(change) != "complete" or {"LABEL", "DASH", "ITEMS"} & own_kinds(change):
            yield from _added(change, place, again=again and not place)
        case "prepend" if "SENTENCE" in own_kinds(
            change
        ):  # « au début de l'article 8, est insérée une phrase »: in its first alinéa
            line = place if place[-1].unit in _LINES else (*place, Part("ALINEA", ("1",)))
            yield Order("insert_before", (*line, Part("SENTENCE", ("1",))))
        case "insert_between":
            yield from _between(change, around)
        case "move_after" | "move_before":
            within, anchor = own_places(change)
            yield Order(rule, (*around, *within), anchor=anchor)
        case "split" | "split_worded":
            yield from _split(change, around)
        case "join" | "join_worded" | "made_again":
            yield from _under_one_number(change, place)
        case "suspend" | "prolong" | "expire" | "expire_after":
            yield _for_a_time(change, rule, place)
        case "create" | "insert_after" | "insert_before" | "renumber" | "complete":
            annex = any(next(leaves(tree)).kind == "ANNEX" for tree in named_in("made", change))
            made = ("annexe " if annex else "") + ", ".join(made_in(change))
            headed = next(headings(change), None)
            yield Order(rule, place, (), made=made, headed=headed, again=again and not place and rule != "create")
        case _:
            yield Order(rule, place, quoted, again=again and not place)


def _leaves_open(change: Tree, rule: str, place: tuple[Part, ...]) -> bool:
    """Whether a change says one more, or not where what it brings goes."""
    makes, inserts = rule.startswith(("create", "insert")), rule.startswith("insert")
    if any(True for _ in headings(change)) and not makes and not _is_headed_anew(change, rule, place):
        return True  # another heading is one change more, which no order here says
    unit, kinds = place[-1].unit if place else "", own_kinds(change)
    if inserts and {"ALINEA", "PARAGRAPH"} & kinds and unit == "SENTENCE":
        return True  # « après la première phrase, il est inséré un alinéa »: is the alinéa cut there?
    if inserts and "SENTENCE" in kinds and unit in _LINES:
        return True  # « après le premier alinéa, il est inséré une phrase »: in it, or as one more?
    return _makes_another(change, rule, place)  # « l'article 3 est remplacé par un article 5 »: one change more


def _is_headed_anew(change: Tree, rule: str, place: tuple[Part, ...]) -> bool:
    """Whether one article is replaced by the article of its number that is given a heading: « par un article 3 intitulé « Prix » »."""
    made = made_in(change)
    return (
        rule == "replace" and len(place) == len(made) == 1 and place[0].unit == "ARTICLE" and made == place[0].numbers
    )


def _retitled_and(change: Tree, place: tuple[Part, ...], quoted: tuple[int, ...]) -> Iterator[Order]:
    """« est renommé « … » et complété par : »."""
    second = next(v for v in ("COMPLETE", "REPLACE", "REWRITE") if v in own_kinds(change))
    yield Order("retitle", place, quoted)
    yield Order(_completed(change) if second == "COMPLETE" else "replace", place)


def _headed_anew(change: Tree, place: tuple[Part, ...], quoted: tuple[int, ...]) -> Iterator[Order]:
    """The heading first: an article is told by the one that it has."""
    yield Order("retitle", place, (next(headings(change)),))
    yield Order("replace", (replace(place[0], named=None),), quoted)


def _each_taken_out(change: Tree, verb: str) -> Iterator[Order]:
    """« L'article 3 et l'article 5 »: an order for each."""
    places = own_places(change)
    if all(one[0].unit in OUTER for one in places) and len({tuple(p.unit for p in one[1:]) for one in places}) == 1:
        yield from (Order(verb, one) for one in places)


def _makes_another(change: Tree, rule: str, place: tuple[Part, ...]) -> bool:
    """Whether a change that rewords brings another unit than its own, or one that makes units makes an annex."""
    units = {next(leaves(tree)).kind for tree in named_in("made", change)}
    if several := next(below(change, "several"), None):
        # « le 3° est remplacé par les 3° et 4° ainsi rédigés »: not by those that are there
        return place[-1].numbers[:1] != (numbers_in(several)[0].split(" à ")[0],)
    if rule.startswith(("replace", "modify", "restore")):
        if not units or not place:
            return bool(units)
        # « les articles 3 à 5 sont remplacés par les articles 3 et 4 suivants »: in their place, the 3 being one of them.
        made = {number for numbers in made_in(change) for number in numbers.split(" à ")}
        together = rule == "replace" and len(place) == 1 and bool(made & {*place[0].numbers})
        return units != {place[-1].unit} or not (together or made_in(change) == place[-1].numbers)
    # An annex stands where annexes do: that is told by its number alone.
    return "ANNEX" in units and not (units == {"ANNEX"} and rule == "create" and len(made_in(change)) == 1)


def _between(change: Tree, around: tuple[Part, ...]) -> Iterator[Order]:
    """« Entre l'article 3 et l'article 4 »: after the one, before the other; nothing where they are not told apart."""
    places = own_places(change)
    if {"A", "COMPLETE"} & own_kinds(change):
        around, *places = (*around, *places[0]), *places[1:]  # « il est inséré, à l'article 3, entre le premier et … »
    places = [(*around, *one) for one in places]
    if len(places) == 1:
        *outer, inner = places[0]
        counted = inner.several == 2 and inner.unit not in WITH_HEADING
        ends = _ENDS_OF_TWO.get(inner.numbers, ()) if counted else inner.numbers
        if len(ends) != 2 or inner.through:
            return
        places = [(*outer, replace(inner, numbers=(number,), ordinal=True, several=0)) for number in ends]
    first, second = places
    if len(first) < len(second):
        first = (*second[: len(second) - len(first)], *first)
    headed = next(headings(change), None)
    yield Order("insert_after", first, made=", ".join(made_in(change)), headed=headed, anchor=second)


def _split(change: Tree, around: tuple[Part, ...]) -> Iterator[Order]:
    """The article cut in two, of which the first keeps its number; nothing where it does not."""
    own, *at = own_places(change)
    place, numbers = (*around, *own), made_in(change)
    if len(numbers) != 2 or place[-1].numbers != numbers[:1]:
        return
    if change.rule == "split_worded":
        yield Order("replace", place)
        yield Order("insert_after", place, made=numbers[1])
    else:
        yield Order("split", place, quotes_of(change), made=numbers[1], anchor=at[0] if at else ())


def _under_one_number(change: Tree, place: tuple[Part, ...]) -> Iterator[Order]:
    """Articles joined under a number, and the new text that it then takes; or an article that was repealed, made again."""
    numbers = made_in(change)
    if len(numbers) != 1 or "ANNEX" in {leaf.kind for tree in named_in("made", change) for leaf in leaves(tree)}:
        return
    made = (Part("ARTICLE", numbers),)
    if change.rule == "made_again":
        yield Order("restore", made)
        return
    yield Order("join", place, made=numbers[0])
    if change.rule == "join_worded":
        yield Order("replace", made)


def _for_a_time(change: Tree, rule: str, place: tuple[Part, ...]) -> Order:
    days = [leaf.value for leaf in leaves(change) if leaf.kind == "DATE"]
    match rule:
        case "expire":
            return Order("expire", place, since=days[0])
        case "expire_after":
            day = datetime.date.fromisoformat(days[0]) + datetime.timedelta(days=1)
            return Order("expire", place, since=day.isoformat())
        case _:
            return Order(rule, place, since=days[0] if len(days) > 1 else "", until=days[-1])


def _first(change: Tree, kind: str) -> str:
    """The first token of a kind that a change itself has: the label of a new item, « un 4° », the rank of a new alinéa."""
    return next((c.value for c in change.children if isinstance(c, Token) and c.kind == kind), "")


def _rank(change: Tree) -> int:
    """The rank that a completion gives the new alinéa (« un troisième alinéa »); 0 where it gives none from the first on."""
    number = _first(change, "ORD") or _first(change, "NUM")  # « un alinéa 5 »
    return max(int(number), 0) if number.lstrip("-").isdigit() else 0


def _is_put_in(change: Tree) -> bool:
    """Whether a new alinéa is said to be put in (« inséré un deuxième alinéa »), and not added, which may be behind the last."""
    verb = next(leaf.value for leaf in leaves(change) if leaf.kind == "INSERT")
    return verb.startswith(("inser", "introdui")) and "ALINEA" in own_kinds(change)


def _added(change: Tree, place: tuple[Part, ...], *, again: bool) -> Iterator[Order]:
    """What is added at the end of a part; where any noun tells it (« les missions suivantes »), to the list that it goes on with."""
    if "ITEMS" not in own_kinds(change):
        made = _first(change, "LABEL") or "–" * ("DASH" in own_kinds(change))
        yield Order(_completed(change), place, made=made, rank=_rank(change), again=again)
    elif not again and not _rank(change):
        count, noun = CARDINALS.get(_first(change, "CARD"), 0), _first(change, "ITEMS")
        if place and place[-1].unit == "LIST":
            yield Order("complete", (*place[:-1], replace(place[-1], several=count)))
        else:
            yield Order("complete", (*place, Part("LIST", several=count, about=noun, items=True)))


def _completed(change: Tree) -> str:
    """The verb of a completion, by what is said to be added."""
    kinds = own_kinds(change)
    if "SENTENCE" in kinds:
        return "complete_sentence"
    if "ROW" in kinds:
        return "complete_rows"
    return "complete_lines" if {"ALINEA", "PARAGRAPH"} & kinds else "complete"
