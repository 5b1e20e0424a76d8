"""One amending sentence → what it orders: tokens, without the name of the act and its dates, through the grammar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from clausier.french.tokens import Token, tokens

if TYPE_CHECKING:
    from lark import Lark, Tree
    from lark import Token as Leaf

LONGEST = 400  # tokens of one sentence: more is no sentence, and is not read

_UNITS = frozenset("ARTICLE ALINEA PARAGRAPH SENTENCE POINT DASH ANNEX PREAMBLE TABLE HEADING ROW".split())
_NUMBERS = frozenset({"NUM", "ORD", "LABEL"})
_VERBS = ("REPLACE", "REWRITE", "COMPLETE", "RESTORE", "INSERT", "RETITLE", "DELETE", "REPEAL", "MODIFY")
_IN_A_NAME = frozenset({"W", "NUM", "ORD", "OF", "A", "DET", "AND", "LABEL", "MARK", "ACT", "CARD", "ARTICLE", "ANNEX"})


class Part(Struct, frozen=True):
    """One step of a place: `unit` (`ARTICLE`, `ALINEA`…), the numbers or labels given, and a name given in quotes.

    `ordinal` tells « le troisième alinéa » from « l'alinéa 3 »; `through`, that the last two numbers are the ends of a range;
    `several`, that a cardinal stands before the ordinal (« les deux premiers alinéas »).
    """

    unit: str
    numbers: tuple[str, ...] = ()
    ordinal: bool = False
    through: bool = False
    several: bool = False
    named: int | None = None


class Order(Struct, frozen=True):
    """What a sentence orders: `verb`, the place from the outermost part to the innermost, the numbers of its quotations."""

    verb: str
    place: tuple[Part, ...] = ()
    words: tuple[int, ...] = ()


class Reading(Struct, frozen=True):
    """The orders of a sentence, none where it is not understood; the acts that it names, as written; whether it amends."""

    orders: tuple[Order, ...]
    acts: tuple[str, ...]
    amends: bool


def read_sentence(sentence: str) -> Reading:
    """What a sentence orders; each quotation stands in it as its number between U+E000 and U+E001."""
    found = list(tokens(sentence))
    amends = any(t.kind in _VERBS for t in found) or "BECOME" in {t.kind for t in found}
    stream, acts = prepared(found, sentence)
    if not amends or len(found) > LONGEST:
        return Reading((), acts, amends)
    return Reading(_orders(stream), acts, amends)


def prepared(found: Sequence[Token], sentence: str) -> tuple[list[Token], tuple[str, ...]]:
    """The tokens that the grammar reads: without acts' names; verbs that stand for one change, and lists of numbers, as one."""
    kept, acts = _without_acts(list(found), sentence)
    return list(_joined(_one_verb(_without_dates(kept)))), acts


def _without_dates(found: list[Token]) -> list[Token]:
    """Without « à compter du 1er janvier 2025, » at the head: when, not what."""
    values = [t.value for t in found]
    if values[:2] == ["a", "compter"] or values[:2] == ["a", "partir"]:
        for index, token in enumerate(found):
            if token.kind == "COMMA" or (token.kind == "DET" and index > 3):
                return found[index + (token.kind == "COMMA") :]
    return found


def _without_acts(found: list[Token], sentence: str) -> tuple[list[Token], tuple[str, ...]]:
    kept: list[Token] = []
    acts: list[str] = []
    index = 0
    while index < len(found):
        start = index
        probe = index
        while probe < len(found) and found[probe].kind in {"OF", "A", "DET"}:
            probe += 1
        if probe < len(found) and found[probe].kind == "ACT" and (probe > start or not kept):
            end = _end_of_name(found, probe)
            acts.append(sentence[found[probe].start : found[end - 1].end])
            index = end
            continue
        kept.append(found[index])
        index += 1
    return kept, tuple(acts)


def _end_of_name(found: list[Token], at: int) -> int:
    """Where the name of an act that begins at `at` ends: before the verb, or the comma, that goes on with the sentence."""
    index = at + 1
    while index < len(found):
        kind, value = found[index].kind, found[index].value
        following = found[index + 1] if index + 1 < len(found) else None
        as_amended = (
            kind == "COMMA" and following is not None and following.value in {"tel", "telle", "modifie", "dans"}
        )
        if as_amended or (kind == "MODIFY" and following is not None and following.kind == "BY"):
            index += 2
        elif kind in _IN_A_NAME or value in {"tel", "telle", "que", "qu'"}:
            index += 1
        else:
            return index
    return index


def _one_verb(found: list[Token]) -> list[Token]:
    """« est supprimé et remplacé », « annule et remplace » order one change: that of the stronger verb."""
    kept: list[Token] = []
    index = 0
    while index < len(found):
        token = found[index]
        index += 1
        if token.kind in _VERBS:
            kinds = {token.kind}
            while index + 1 < len(found) and found[index].kind in {"AND", "COMMA"} and found[index + 1].kind in _VERBS:
                kinds.add(found[index + 1].kind)
                index += 2
            if len(kinds) > 1:
                token = replace(token, kind=next(v for v in _VERBS if v in kinds))
        kept.append(token)
    return kept


def _joined(found: list[Token]) -> Iterator[Token]:
    for index, token in enumerate(found):
        following = [t.kind for t in found[index + 1 : index + 4]]
        before = found[index - 1].kind if index else ""
        if token.kind == "OF" and _begins_a_place(following):
            yield replace(token, kind="LINK")
        elif (
            token.kind in {"AND", "COMMA", "SEMI"} and before in _NUMBERS and following[:1] and following[0] in _NUMBERS
        ):
            yield replace(token, kind="JOIN")
        elif token.kind == "A" and before in _NUMBERS and following[:1] and following[0] in _NUMBERS:
            yield replace(token, kind="RANGE")
        elif token.kind == "DET" and following[:1] == ["END"]:
            continue
        elif token.kind == "END":
            yield replace(token, kind="END_OF")
        elif token.kind == "OF" and before == "END":
            continue
        else:
            yield token


def _begins_a_place(kinds: list[str]) -> bool:
    rest = [k for k in kinds if k not in {"DET", "CARD", "ORD"}]
    return bool(rest) and rest[0] in _UNITS | {"LABEL", "PROVISIONS"}


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

    leaves = [Leaf(t.kind, t.value) for t in stream]
    try:
        tree = _grammar().parse(leaves)
    except UnexpectedInput:
        return ()
    return tuple(order for change in _below(tree) for order in _change(change))


def _below(tree: Tree[Leaf], *names: str) -> Iterator[Tree[Leaf]]:
    """The trees right below, those of the given rules if any are."""
    yield from (c for c in tree.children if not isinstance(c, str) and (not names or c.data in names))


def _change(change: Tree[Leaf]) -> Iterator[Order]:
    place = tuple(part for tree in _below(change, "place") for part in _place(tree))
    rule = str(change.data)
    if rule in {"words", "words_there"}:
        for one in change.find_data("substitution"):
            own = tuple(part for tree in _below(one, "place") for part in _place(tree))
            yield Order("replace_words", own or place, tuple(_quotation(q) for q in _below(one, "quoted")))
        return
    if rule in {"added", "added_there"}:
        rule = next(str(t.data) for t in change.iter_subtrees() if t.data in {"added_after", "added_before"})
    verb = {"cut": "delete_words", "cut_there": "delete_words"}.get(rule, rule)
    yield Order(verb, place, tuple(_quotation(q) for q in change.find_data("quoted")))


def _quotation(tree: Tree[Leaf]) -> int:
    return int(str(tree.children[-1]))


def _place(tree: Tree[Leaf]) -> Iterator[Part]:
    """From the outermost part: « l'alinéa 3 de l'article 4 » is article 4, then its alinéa 3."""
    for part in reversed(tuple(_below(tree, "part", "within"))):
        inner = part
        while inner.data == "within":
            inner = next(_below(inner, "part", "within"))
        yield _part(inner)


def _part(tree: Tree[Leaf]) -> Part:
    unit = next((_kind_of(t.children[0]) for t in _below(tree, "unit")), "POINT")
    named = next((_quotation(t) for t in _below(tree, "named")), None)
    counted = next(_below(tree, "ords", "numbers"), None)
    leaves = [leaf for t in (counted or tree).iter_subtrees() for leaf in t.children if isinstance(leaf, str)]
    kinds = [_kind_of(leaf) for leaf in leaves]
    numbers = tuple(str(leaf) for leaf, kind in zip(leaves, kinds, strict=True) if kind in _NUMBERS)
    ordinal = counted is not None and counted.data == "ords"
    return Part(unit, numbers, ordinal, "RANGE" in kinds, "CARD" in kinds, named)


def _kind_of(leaf: object) -> str:
    return str(getattr(leaf, "type", ""))
