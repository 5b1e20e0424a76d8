"""One amending sentence → what it orders: tokens, without the name of the act and its dates, through the grammar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from msgspec import Struct

from clausier.french.lexicon import CARDINALS
from clausier.french.prepare import NUMBERS, VERBS, prepared, without_opening
from clausier.french.tokens import Token, tokens

if TYPE_CHECKING:
    from lark import Lark, Tree
    from lark import Token as Leaf

_LONGEST_WORD = 40
LONGEST = 400  # tokens of one sentence: more is no sentence, and is not read


class Part(Struct, frozen=True):
    """One step of a place: `unit` (`ARTICLE`, `ALINEA`…), the numbers or labels given, and a name given in quotes.

    `ordinal` tells « le troisième alinéa » from « l'alinéa 3 »; `through`, that the last two numbers are the ends of a range;
    `several` is the cardinal before the ordinal (« les deux premiers alinéas »), else 0.
    """

    unit: str
    numbers: tuple[str, ...] = ()
    ordinal: bool = False
    through: bool = False
    several: int = 0
    named: int | None = None


class Order(Struct, frozen=True):
    """What a sentence orders: `verb`, the place from the outermost part to the innermost, the numbers of its quotations.

    `made` is the number of an article that it creates, or that a unit takes. `everywhere` tells words sought in the whole
    text, `again` a sentence that names its place by a pronoun.
    """

    verb: str
    place: tuple[Part, ...] = ()
    words: tuple[int, ...] = ()
    made: str = ""
    everywhere: bool = False
    again: bool = False


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
def _grammar() -> Lark:
    from lark import Lark
    from lark.lexer import Lexer

    class Read(Lexer):
        """The tokens are told apart already."""

        def __init__(self, conf: object) -> None:
            pass

        def lex(self, data: Iterable[Leaf]) -> Iterator[Leaf]:  # type: ignore[override]  # the form of custom lexers
            yield from data

    text = files("clausier.french").joinpath("sentence.lark").read_text(encoding="utf-8")
    return Lark(text, parser="earley", lexer=Read)


def _orders(stream: list[Token]) -> tuple[Order, ...]:
    from lark import Token as Leaf
    from lark.exceptions import UnexpectedInput

    if not stream or any(t.kind in {"W", "BUT", "MARK"} for t in stream):  # no rule takes them
        return ()
    try:
        tree = _grammar().parse([Leaf(t.kind, t.value) for t in stream])
    except UnexpectedInput:
        return ()
    again = any(t.kind == "IT" for t in stream)
    return tuple(order for change in _below(tree) for order in _change(change, again=again))


def _below(tree: Tree[Leaf], *names: str) -> Iterator[Tree[Leaf]]:
    """The trees right below, those of the given rules if any are."""
    yield from (c for c in tree.children if not isinstance(c, str) and (not names or c.data in names))


def _change(change: Tree[Leaf], *, again: bool) -> Iterator[Order]:
    places = [tuple(_place(tree)) for tree in _below(change, "place")]
    place = tuple(part for one in places for part in one)
    rule = str(change.data)
    quoted = _quotes_of(change)
    rule = rule.removesuffix("_there").removesuffix("_found")
    match rule:
        case "words":
            yield from _substitutions(change, place)
        case "cut":
            own = _own_place(next(change.find_data("cut"), change)) or place
            yield from (
                Order("delete_words", (*place, *(p for p in own if p not in place)), (n,)) for n in _quotes_of(change)
            )
        case "added":
            kind = next(
                str(t.data) for t in change.iter_subtrees() if t.data in {"added_after", "added_before", "added_first"}
            )
            one = next(change.find_data(kind))
            words = quoted if kind != "added_first" else quoted[::-1]
            yield Order("added_before" if kind == "added_before" else "added_after", (*place, *_own_place(one)), words)
        case "added_after" | "added_before" | "added_first":
            words = quoted if rule != "added_first" else quoted[::-1]
            yield Order("added_before" if rule == "added_before" else "added_after", place, words)
        case "at_end":
            own = (
                ()
                if place and change.data == "at_end"
                else tuple(p for t in change.find_data("at_end") if t is not change for p in _own_place(t))
            )
            yield Order("words_at_end", (*place, *own), quoted)
        case "retitle_and":
            yield Order("retitle", place, quoted)
            verbs = (_kind_of(leaf) for leaf in change.children)
            second = next(v for v in verbs if v in {"COMPLETE", "REPLACE", "REWRITE"})
            yield Order(_completed(change) if second == "COMPLETE" else "replace", place)
        case "complete" if _completed(change) != "complete":
            yield Order(_completed(change), place, (), again=again and not place)
        case "create" | "insert_after" | "insert_before" | "renumber" | "complete":
            made = ", ".join(_made(change))
            yield Order(rule, place, (), made=made, again=again and not place and rule != "create")
        case _:
            yield Order(rule, place, quoted, again=again and not place)


def _completed(change: Tree[Leaf]) -> str:
    """The verb of a completion, by what is said to be added."""
    kinds = {_kind_of(leaf) for leaf in change.children}
    if "SENTENCE" in kinds:
        return "complete_sentence"
    return "complete_lines" if {"ALINEA", "PARAGRAPH"} & kinds else "complete"


def _substitutions(change: Tree[Leaf], place: tuple[Part, ...]) -> Iterator[Order]:
    for one in _walk(change):
        if one.data not in {"substitution", "pairs"}:
            continue
        own = _own_place(one)
        quoted = _quotes_of(one)
        everywhere = any(True for _ in change.find_data("every"))
        where = own or place
        if one.data == "pairs":
            yield Order("replace_words", where, (quoted[0], quoted[2]))
            yield Order("replace_words", where, (quoted[1], quoted[3]))
        else:
            yield Order("replace_words", where, quoted, everywhere=everywhere)


def _walk(tree: Tree[Leaf]) -> Iterator[Tree[Leaf]]:
    """The tree and all below it, in the order of the sentence."""
    yield tree
    for child in _below(tree):
        yield from _walk(child)


def _quotes_of(tree: Tree[Leaf]) -> tuple[int, ...]:
    """The quotations of a change in the order of the sentence (a tree is walked from its last leaf otherwise)."""
    return tuple(_quotation(q) for q in _walk(tree) if q.data == "quoted")


def _own_place(tree: Tree[Leaf]) -> tuple[Part, ...]:
    return tuple(part for t in _below(tree, "place") for part in _place(t))


def _made(change: Tree[Leaf]) -> Iterator[str]:
    for made in change.find_data("made"):
        yield from (str(leaf) for t in made.iter_subtrees() for leaf in t.children if _kind_of(leaf) in NUMBERS)
    if str(change.data) == "renumber":
        yield from (str(leaf) for leaf in change.children if _kind_of(leaf) in NUMBERS)


def _quotation(tree: Tree[Leaf]) -> int:
    return int(str(tree.children[-1]))


def _beside_within(tree: Tree[Leaf]) -> tuple[Tree[Leaf], ...]:
    """The parts in the order of « de »: « l’article 1 paragraphe 2 » is paragraph 2 of article 1."""
    found: list[Tree[Leaf]] = []
    for part in _below(tree, "part", "within", "beside"):
        found.insert(len(found) - 1 if part.data == "beside" else len(found), part)
    return tuple(found)


def _place(tree: Tree[Leaf]) -> Iterator[Part]:
    """From the outermost part: « l'alinéa 3 de l'article 4 » is article 4, then its alinéa 3."""
    for part in reversed(_beside_within(tree)):
        inner = part
        while inner.data == "within":
            inner = next(_below(inner, "part", "within"))
        yield _part(inner)


def _part(tree: Tree[Leaf]) -> Part:
    unit = next((_kind_of(t.children[0]) for t in _below(tree, "unit")), "")
    unit = unit or (_kind_of(tree.children[0]) if tree.data == "beside" else "POINT")
    named = next((_quotation(t) for t in _below(tree, "named")), None)
    counted = next(_below(tree, "ords", "numbers"), None)
    leaves = [leaf for t in (counted or tree).iter_subtrees() for leaf in t.children if isinstance(leaf, str)]
    kinds = [_kind_of(leaf) for leaf in leaves]
    numbers = tuple(str(leaf) for leaf, kind in zip(leaves, kinds, strict=True) if kind in NUMBERS)
    ordinal = counted is not None and counted.data == "ords"
    several = next((CARDINALS[str(leaf)] for leaf, kind in zip(leaves, kinds, strict=True) if kind == "CARD"), 0)
    return Part(unit, numbers, ordinal, "RANGE" in kinds, several, named)


def _kind_of(leaf: object) -> str:
    return str(getattr(leaf, "type", ""))
