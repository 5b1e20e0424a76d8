"""An order of a sentence → each way in which our sources can write it, for a given text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clausier.french import Order, Written, written
from clausier.model.provision import Provision, Table
from clausier.source.headings import number_key

_OUTER = frozenset({"ARTICLE", "ANNEX", "PREAMBLE"})
_TABLE = re.compile(r"(?P<article>[^,]+), tableau(?P<rest>,.*|)\Z")
_RANK = re.compile(r"(?P<article>[^,]+), al\. (?P<rank>\d+)(?P<rest>.*)\Z")


def ways_of(order: Order, quotations: tuple[str, ...], text: Provision) -> Iterator[Written]:
    """Each way to write `order`; an alinéa of a rank is counted in both ways (DESIGN 4.2)."""
    for way in written(order, quotations):
        if order.rank and not _comes_at(order.rank, way.targets, text):
            return  # « il est ajouté un troisième alinéa », where there are more than two, or fewer
        details = tuple(("en" if key == "numéro" else key, value) for key, value in way.details)
        targets = way.targets
        if order.verb == "complete_sentence" and order.place and order.place[-1].unit in _OUTER:
            targets = tuple(f"{target}, al. -1" for target in targets)  # a sentence more, not an alinéa
        yield from (replace(way, targets=one, details=details) for one in _tables(targets, text))
        older = tuple(by_older_count(target, text) for target in targets)
        if older != targets:
            yield replace(way, targets=older, details=details)


def _comes_at(rank: int, targets: tuple[str, ...], text: Provision) -> bool:
    """Whether an alinéa put at the end of an article takes that rank, by either count."""
    owner = _owner(targets[0], text) if len(targets) == 1 else None
    counts = {len(owner.alineas), sum(not a.item for a in owner.alineas)} if owner else set()
    return rank - 1 in counts


def _tables(targets: tuple[str, ...], text: Provision) -> Iterator[tuple[str, ...]]:
    """« Le tableau » of an article that has several may be each of them."""
    found = next((m for target in targets if (m := _TABLE.match(target))), None)
    owner = found and _owner(found["article"], text)
    several = sum(isinstance(b, Table) for p in owner.walk() for b in p.blocks) if owner else 0
    if several < 2:
        yield targets
        return
    for rank in range(1, several + 1):
        yield tuple(_TABLE.sub(rf"\g<article>, tableau {rank}\g<rest>", target) for target in targets)


def _owner(number: str, text: Provision) -> Provision | None:
    return next((p for p in text.walk() if number_key(p.number) == number_key(number)), None)


def by_older_count(target: str, text: Provision) -> str:
    """The target where an introduction and its list are counted as one alinéa; the same where that changes nothing."""
    found = _RANK.match(target)
    owner = found and _owner(found["article"], text)
    if not found or not owner:
        return target
    starts = [n for n, alinea in enumerate(owner.alineas, start=1) if not alinea.item]
    rank = int(found["rank"])
    if not 0 < rank <= len(starts) or starts[rank - 1] == rank:
        return target
    return f"{found['article']}, al. {starts[rank - 1]}{found['rest']}"
