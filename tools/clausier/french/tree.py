"""A tree of the grammar, looked into: its trees, its tokens, its numbers and quotations."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.french.chart import Tree
from clausier.french.joining import NUMBERS
from clausier.french.tokens import Token


def walk(tree: Tree) -> Iterator[Tree]:
    """The tree and all below it, in the order of the sentence."""
    left = [tree]
    while left:
        tree = left.pop()
        yield tree
        left += [child for child in reversed(tree.children) if isinstance(child, Tree)]


def below(tree: Tree, *names: str) -> Iterator[Tree]:
    """The trees right below, those of the given rules if any are."""
    yield from (c for c in tree.children if isinstance(c, Tree) and (not names or c.rule in names))


def named_in(name: str, tree: Tree) -> Iterator[Tree]:
    """The trees of a rule, the tree itself among them."""
    yield from (t for t in walk(tree) if t.rule == name)


def leaves(tree: Tree) -> Iterator[Token]:
    """The tokens of a tree, in the order of the sentence."""
    for child in tree.children:
        if isinstance(child, Tree):
            yield from leaves(child)
        else:
            yield child


def own_kinds(tree: Tree) -> set[str]:
    """The kinds of the tokens that a rule names itself."""
    return {child.kind for child in tree.children if isinstance(child, Token)}


def numbers_in(tree: Tree) -> tuple[str, ...]:
    """The numbers, a range being one: `7 à 9`."""
    numbers: list[str] = []
    range_open = False
    for leaf in leaves(tree):
        if leaf.kind in NUMBERS and range_open:
            numbers[-1] += f" à {leaf.value}"
        elif leaf.kind in NUMBERS:
            numbers.append(leaf.value)
        range_open = leaf.kind == "RANGE"
    return tuple(numbers)


def quotes_of(tree: Tree) -> tuple[int, ...]:
    """The quotations of a change in the order of the sentence."""
    return tuple(quotation(q) for q in named_in("quoted", tree))


def quotation(tree: Tree) -> int:
    """The number of the quotation with which a tree ends."""
    return int(tuple(leaves(tree))[-1].value)


def made_in(change: Tree) -> tuple[str, ...]:
    """The numbers of what a change makes, or of what its places become."""
    return tuple(n for t in walk(change) if t.rule in {"made", "labels"} for n in numbers_in(t))


def headings(change: Tree) -> Iterator[int]:
    """The quotations that give an article which is made its heading."""
    yield from (
        int(c.value) for t in named_in("made", change) for c in t.children if isinstance(c, Token) and c.kind == "QUOTE"
    )
