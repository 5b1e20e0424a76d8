"""What a drafter names a line, a table or a row of a provision by: its rank, its label, its first cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from clausier.diagnostics import Refused
from clausier.french.nouns import Noun, Unnamable, noun_of
from clausier.model.provision import Alinea, Block, Provision
from clausier.refs import ranks, unit_name

LABEL = re.compile(
    r"\d{1,2}°(?: (?:bis|ter|quater))?|(?:[a-z]|[ivx]{2,5})\)"
)  # those that a sentence names: « le 2° », « le a) du 2° »


def named(*targets: str) -> Noun:
    """What targets name: « l'article 8.1 », « les articles 6 à 8 ». Raises Refused where no formula names it."""
    try:
        return noun_of(targets)
    except Unnamable:
        what = ", ".join(targets)
        raise Refused(f"aucune formule ne désigne «\u00a0{what}\u00a0»", f"no formula names “{what}”") from None


def line_of(of: Provision, rank: int, *, by_label: bool) -> str:
    """The alinéa of that rank: an item by its label, the only one of an article by the article."""
    if len(of.blocks) == 1 and not of.children:
        return unit_name(of)
    return item(of, rank, of.alineas[rank - 1], by_label=by_label)


def alinea(of: Provision, rank: int) -> str:
    """The line of that rank, by the count of its text: under the older one, an alinéa includes the list that it introduces."""
    lines = of.alineas
    if of.older_count and 0 < rank <= len(lines):
        rank = ranks(of.blocks, older=True)[lines[rank - 1].key] or rank
    return f"{unit_name(of)}, al. {rank}"


def item(of: Provision, rank: int, brought: Block, *, by_label: bool) -> str:
    """The alinéa of that rank, by its label where it is an item for which, or beside which, another is brought."""
    by_rank = alinea(of, rank)
    if not by_label or not isinstance(brought, Alinea) or not brought.item:
        return by_rank
    labels = _labels(of, rank)
    every = [_labels(of, n) for n in range(1, len(of.alineas) + 1)]
    lowest = rank == len(every) or of.alineas[rank].depth <= of.alineas[rank - 1].depth
    told = lowest and all(map(LABEL.fullmatch, labels)) and every.count(labels) == 1
    return ", ".join((unit_name(of), *labels)) if told else by_rank


def _labels(of: Provision, rank: int) -> tuple[str, ...]:
    """The labels of an item and of those that it stands in, from the outermost; "" for one that has none."""
    labels: list[str] = []
    depth = of.alineas[rank - 1].depth + 1
    for alinea in reversed(of.alineas[:rank]):
        if not alinea.depth:
            break
        if alinea.item and alinea.depth < depth:
            labels.insert(0, alinea.label.chars if alinea.label else "")
            depth = alinea.depth
    return tuple(labels) or ("",)


def table_of(of: Provision, rank: int) -> str:
    """A table by its rank, where it is not the only one."""
    return f"{unit_name(of)}, tableau {rank}" if len(of.tables) > 1 else f"{unit_name(of)}, tableau"


def ranges(names: Sequence[str], places: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """The names, three or more of those that follow each other as a range: `6 à 8`, `1, al. 2 à 4`.

    `places` are what holds each, and its rank in it.
    """
    found: list[str] = []
    for _, run in groupby(enumerate(places), lambda one: (one[1][0], one[1][1] - one[0])):
        members = [names[n] for n, _ in run]
        last = re.sub(r".*(?:, |al\. |phr\. )", "", members[-1])
        found += [f"{members[0]} à {last}"] if len(members) > 2 else members
    return tuple(found)
