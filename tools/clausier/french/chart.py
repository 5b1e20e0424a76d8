"""The rules of `sentence.lark` → every tree in which they take a sentence.

Lark's own Earley parser takes some 400 times as long as the tokens do, and keeps one tree of an ambiguous sentence without a
word. Here alternatives that begin alike are one path, none is entered that the next token cannot begin, and what a rule takes
from a place is found once (a chart): a small multiple of the tokens, and all the trees. A test holds both parsers alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.french.grammar import Parts, Rule
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


class _Step:
    """Where rules stand after some symbols: what may follow, laid out when it is first asked for.

    A sentence comes to few of the places to which the rules lead: laying out all of them takes longer than reading it.
    """

    __slots__ = ("_rests", "_then", "by_kind", "name")

    def __init__(self) -> None:
        # The symbol with which a rule goes on, what is behind it, and the name of its trees.
        self._rests: dict[tuple[str, Parts, str], None] = {}
        self._then: dict[str, _Step] = {}
        self.by_kind: dict[str, tuple[tuple[str, _Step], ...]] = {}  # the same, for each kind of the next token
        self.name: str | None = None  # of the rule that ends here

    def add(self, parts: Parts, name: str) -> None:
        """Let a rule go on with these parts from here, or end."""
        for symbol, rest in _laid_out(parts):
            if symbol:
                self._rests[symbol, rest, name] = None
            else:
                self.name = name

    @property
    def then(self) -> dict[str, _Step]:
        """The symbols that may follow, and what then."""
        rests, self._rests = self._rests, {}
        for symbol, rest, name in rests:
            self._then.setdefault(symbol, _Step()).add(rest, name)
        return self._then


class Table(Struct, frozen=True):
    """Where each rule begins, by its name, and the kinds of token that it may begin with."""

    first: dict[str, _Step]
    first_kinds: dict[str, frozenset[str]]


_Kids = tuple["Shape | int", ...]


def compiled(grammar: Mapping[str, Iterable[Rule]]) -> Table:
    """The rules of a grammar in the form in which `shapes` follows them; one of them is called `start`, and none takes nothing."""
    first = {name: _Step() for name in grammar}
    for name, ways in grammar.items():
        for way in ways:
            first[name].add(way.parts, way.name)
    return Table(first, {name: frozenset(_first_kinds(name, first, set())) for name in first})


def _laid_out(parts: Parts) -> Iterator[tuple[str, Parts]]:
    """Each symbol with which parts may go on, and what is behind it; "" where all of them may be left out."""
    first, rest = (parts[0], parts[1:]) if parts else ("", ())
    if isinstance(first, str):
        yield first, rest
        return
    if first.left_out:
        yield from _laid_out(rest)
    behind = (replace(first, left_out=True), *rest) if first.again else rest
    for way in first.ways:
        yield from _laid_out((*way, *behind))


def _first_kinds(name: str, first: Mapping[str, _Step], seen: set[str]) -> set[str]:
    kinds: set[str] = set()
    for symbol in first[name].then:
        if symbol.isupper():
            kinds.add(symbol)
        elif symbol not in seen:
            kinds |= _first_kinds(symbol, first, seen | {name})
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
            found: dict[tuple[int, _Kids], None] = {}
            self._walk(self.table.first[name], at, (), found)
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
