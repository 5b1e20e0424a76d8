"""The place that a tree of the grammar names, part by part."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from clausier.french.chart import Tree
from clausier.french.lexicon import CARDINALS
from clausier.french.order import Part
from clausier.french.tree import below, leaves, numbers_in, quotation


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
    counted = next(below(tree, "ords", "numbers", "several"), None)
    tokens = tuple(leaves(counted or tree))
    several = next((CARDINALS[leaf.value] for leaf in tokens if leaf.kind == "CARD"), 0)
    numbers = numbers_in(counted or tree)
    ends = tuple(numbers[0].split(" à ")) if len(numbers) == 1 else ()
    through = len(ends) > 1
    numbered = counted is not None and counted.rule == "numbers"
    if unit == "HEADING" and head and head.value == "titre" and numbered:
        unit = "DIVISION"  # « le titre II », not « le titre de l'article 3 »
    return Part(
        unit,
        ends if through else numbers,
        ordinal=counted is not None and counted.rule == "ords",
        through=through,
        several=several,
        named=named,
        word=head.value.removesuffix("s") if head and unit == "DIVISION" else "",
        begins=begins,
    )
