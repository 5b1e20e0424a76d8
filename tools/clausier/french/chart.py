"""The rules that lark reads from `sentence.lark` → every tree in which they take a sentence.

Lark's own Earley parser takes some 400 times as long as the tokens do, and keeps one tree of an ambiguous sentence without a
word. Here alternatives that begin alike are one path, none is entered that the next token cannot begin, and what a rule takes
from a place is found once (a chart): a small multiple of the tokens, and all the trees. A test holds both parsers alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from clausier.french.rules import Rule
from clausier.french.tokens import Token

_MOST = 64  # ways in which one rule takes tokens from one place: a sentence with more is not read


class Tree(Struct, frozen=True):
    """How the grammar reads a sentence: a rule, with the tokens that it takes and the trees of the rules below it."""

    rule: str
    children: tuple[Tree | Token, ...]


class Shape(Struct, frozen=True):
    """A tree with ranks of tokens in place of the tokens: one for all sentences whose tokens are of the same kinds in the same order."""

    rule: str
    children: tuple[Shape | int, ...]

    def of(self, sentence: Sequence[Token]) -> Tree:
        """The tree of one such sentence."""
        return Tree(self.rule, tuple(sentence[c] if isinstance(c, int) else c.of(sentence) for c in self.children))


class TooManyWaysError(ValueError):
    """The grammar reads a sentence in more ways than are looked at."""


_Rest = tuple[tuple[str, ...], str]  # the symbols with which a rule goes on, the first of them taken, and its name


class _Step:
    """Where rules stand after some symbols: what may follow, laid out when it is first asked for.

    A sentence comes to few of the places to which the rules lead: laying out all of them takes longer than reading it.
    """

    __slots__ = ("_empty", "_rests", "_then", "by_kind", "name")

    def __init__(self, rests: list[_Rest], empty: frozenset[str]) -> None:
        self._rests, self._empty = rests, empty
        self._then: dict[str, _Step] = {}
        self.by_kind: dict[str, tuple[tuple[str, _Step], ...]] = {}  # the same, for each kind of the next token
        self.name: str | None = None  # of the rule that ends here

    @property
    def then(self) -> dict[str, _Step]:
        """The symbols that may follow, and what then."""
        for symbols, name in self._rests:
            if (step := self._then.get(symbols[0])) is None:
                step = self._then[symbols[0]] = _Step([], self._empty)
            for rest in _going_on(symbols[1:], self._empty):
                if rest:
                    step._rests.append((rest, name))
                else:
                    step.name = name
        self._rests = []
        return self._then


class _Rules(Struct, frozen=True):
    first: _Step
    again: _Step | None  # what may follow a rule that begins with itself (`x+`)


class Table(Struct, frozen=True):
    """The rules by name, and the kinds of token that each may begin with."""

    rules: dict[str, _Rules]
    first_kinds: dict[str, frozenset[str]]


_Kids = tuple["Shape | int", ...]


def compiled(rules: Iterable[Rule]) -> Table:
    """The rules of a grammar in the form in which `shapes` follows them; one of them is called `start`."""
    every = list(rules)
    empty = frozenset(r.origin for r in every if not r.symbols)
    first: dict[str, list[_Rest]] = {r.origin: [] for r in every}
    again: dict[str, list[_Rest]] = {}
    for rule in every:
        for symbols in _going_on(rule.symbols, empty):
            if symbols[:1] == (rule.origin,):
                others = [(rest, rule.name) for rest in _going_on(symbols[1:], empty) if rest]
                again.setdefault(rule.origin, []).extend(others)
            elif symbols:
                first[rule.origin].append((symbols, rule.name))
    table = {
        name: _Rules(_Step(rests, empty), _Step(again[name], empty) if name in again else None)
        for name, rests in first.items()
    }
    return Table(table, {name: frozenset(_first_kinds(name, table, set())) for name in table})


def _going_on(symbols: tuple[str, ...], empty: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The symbols, with and without those at their head that may take nothing."""
    yield symbols
    while symbols and symbols[0] in empty:
        symbols = symbols[1:]
        yield symbols


def _first_kinds(name: str, table: dict[str, _Rules], seen: set[str]) -> set[str]:
    kinds: set[str] = set()
    for symbol in table[name].first.then:
        if symbol.isupper():
            kinds.add(symbol)
        elif symbol not in seen:
            kinds |= _first_kinds(symbol, table, seen | {name})
    return kinds


def shapes(table: Table, kinds: Sequence[str]) -> tuple[Shape, ...]:
    """All ways in which the grammar reads sentences whose tokens are of these kinds: none, one, or several.

    Raises TooManyWaysError. Drafters say most things in the same formulas, so that few different shapes are asked for.
    """
    taken = _Chart(table, kinds).taken("start", 0)
    return tuple(kids[0] for end, kids in taken if end == len(kinds) and isinstance(kids[0], Shape))


class _Chart:
    def __init__(self, table: Table, kinds: Sequence[str]) -> None:
        self.table = table
        self.kinds = [*kinds, ""]
        self.known: dict[tuple[str, int], list[tuple[int, _Kids]]] = {}

    def taken(self, name: str, at: int) -> list[tuple[int, _Kids]]:
        """Where a rule that begins at a token may end, and what it brings to the tree above it."""
        known = self.known.get((name, at))
        if known is None:
            rules = self.table.rules[name]
            found: dict[tuple[int, _Kids], None] = {}
            self._walk(rules.first, at, (), found)
            if rules.again is not None:
                for end, kids in (reached := list(found)):
                    more: dict[tuple[int, _Kids], None] = {}
                    self._walk(rules.again, end, kids, more)
                    reached.extend(m for m in more if m not in found)
                    found.update(more)
                    if len(found) > _MOST:
                        raise TooManyWaysError
            known = self.known[name, at] = list(found)
        return known

    def _walk(self, step: _Step, at: int, kids: _Kids, found: dict[tuple[int, _Kids], None]) -> None:
        if step.name is not None:
            found[at, _brought(step.name, kids)] = None
            if len(found) > _MOST:
                raise TooManyWaysError
        kind = self.kinds[at]
        if (following := step.by_kind.get(kind)) is None:
            following = step.by_kind[kind] = tuple(self._following(step, kind))
        for name, then in following:
            if not name:
                self._walk(then, at + 1, (*kids, at), found)
            else:
                for end, more in self.taken(name, at):
                    self._walk(then, end, kids + more, found)

    def _following(self, step: _Step, kind: str) -> Iterator[tuple[str, _Step]]:
        """What may follow where the next token is of a kind: the token itself, or a rule that may begin with it."""
        for symbol, then in step.then.items():
            if symbol == kind:
                yield "", then
            elif kind in self.table.first_kinds.get(symbol, ()):
                yield symbol, then


def _brought(name: str, kids: _Kids) -> _Kids:
    """What a rule that took `kids` brings: a tree; the kids themselves where its name says so (`_x`, `?x` of one)."""
    if name[0] == "_" or (name[0] == "?" and len(kids) == 1):
        return kids
    return (Shape(name.lstrip("?"), kids),)
