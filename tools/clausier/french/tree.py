"""A tree of the grammar, looked into: its trees, its tokens, its numbers and quotations, the places that it names."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from clausier.french.chart import Tree
from clausier.french.joining import NUMBERS
from clausier.french.lexicon import CARDINALS
from clausier.french.order import Part
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
    """The number of the last quotation of a tree."""
    return int([leaf for leaf in leaves(tree) if leaf.kind == "QUOTE"][-1].value)


def made_in(change: Tree) -> tuple[str, ...]:
    """The numbers of what a change makes, or of what its places become."""
    return tuple(n for t in walk(change) if t.rule in {"made", "labels"} for n in numbers_in(t))


def headings(change: Tree) -> Iterator[int]:
    """The quotations that give an article which is made its heading."""
    yield from (
        int(c.value) for t in named_in("made", change) for c in t.children if isinstance(c, Token) and c.kind == "QUOTE"
    )


def own_places(tree: Tree) -> list[tuple[Part, ...]]:
    """The places right below a tree."""
    return [tuple(_place(t)) for t in below(tree, "place")]


def own_place(tree: Tree) -> tuple[Part, ...]:
    """The parts of the places right below a tree, as one place."""
    return tuple(part for place in own_places(tree) for part in place)


def _beside_within(tree: Tree) -> tuple[Tree, ...]:
    """The parts in the order of « de »: « l’article 1 paragraphe 2 » is paragraph 2 of article 1."""
    found: list[Tree] = []
    for part in below(tree, "part", "within", "beside"):
        found.insert(len(found) - 1 if part.rule == "beside" else len(found), part)
    return tuple(found)


def _place(tree: Tree) -> Iterator[Part]:
    """From the outermost part: « l'alinéa 3 de l'article 4 » is article 4, then its alinéa 3."""
    parts = _beside_within(tree)
    begins = next(below(tree, "begins"), None)
    for part in reversed(parts):
        inner = part
        while inner.rule == "within":
            inner = next(below(inner, "part", "within"))
        made = _part(inner)
        if begins is not None and part is parts[0]:
            made = replace(made, named=quotation(begins), begins=True)
        yield made


def _part(tree: Tree) -> Part:
    head = next((leaf for t in below(tree, "unit") for leaf in leaves(t)), None)
    unit = head.kind if head else ""
    first = next(leaves(tree)).kind
    unit = unit or (first if tree.rule == "beside" and first != "LABEL" else "POINT")
    named = next((quotation(t) for t in below(tree, "named", "begins")), None)
    begins = any(True for _ in below(tree, "begins"))
    about = next((leaf.value for t in below(tree, "about", "listed") for leaf in leaves(t)), "")
    counted = next(below(tree, "ords", "numbers", "several"), None)
    tokens = tuple(leaves(counted or tree))
    several = next((CARDINALS[leaf.value] for leaf in tokens if leaf.kind == "CARD"), 0)
    numbers = numbers_in(counted or tree)
    ends = tuple(numbers[0].split(" à ")) if len(numbers) == 1 else ()
    through = len(ends) > 1
    numbered = counted is not None and counted.rule == "numbers"
    if unit == "HEADING" and head and head.value == "titre" and numbered:
        unit = "DIVISION"  # « le titre II », not « le titre de l'article 3 »
    if any(True for _ in below(tree, "listed")):
        return Part("LIST", about=about, items=True)
    return Part(
        unit,
        ends if through else numbers,
        ordinal=counted is not None and counted.rule == "ords",
        through=through,
        several=several,
        named=named,
        word=head.value.removesuffix("s") if head and unit == "DIVISION" else "",
        begins=begins,
        about=about,
    )
