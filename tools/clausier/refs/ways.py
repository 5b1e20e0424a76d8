"""An order of a sentence → each way in which our sources can write it, for a given text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clausier.french import Order, Written, written
from clausier.model.provision import Provision
from clausier.source.headings import number_key

_OUTER = frozenset({"ARTICLE", "ANNEX", "PREAMBLE"})
_RANK = re.compile(r"(?P<article>[^,]+), al\. (?P<rank>\d+)(?P<rest>.*)\Z")


def ways_of(order: Order, quotations: tuple[str, ...], text: Provision) -> Iterator[Written]:
    """Each way to write `order`; an alinéa of a rank is counted in both ways (DESIGN 4.2)."""
    for way in written(order, quotations):
        details = tuple(("en" if key == "numéro" else key, value) for key, value in way.details)
        targets = way.targets
        if order.verb == "complete_sentence" and order.place and order.place[-1].unit in _OUTER:
            targets = tuple(f"{target}, al. -1" for target in targets)  # a sentence more, not an alinéa
        yield replace(way, targets=targets, details=details)
        older = tuple(by_older_count(target, text) for target in targets)
        if older != targets:
            yield replace(way, targets=older, details=details)


def by_older_count(target: str, text: Provision) -> str:
    """The target where an introduction and its list are counted as one alinéa; the same where that changes nothing."""
    found = _RANK.match(target)
    owner = found and next((p for p in text.walk() if number_key(p.number) == number_key(found["article"])), None)
    if not found or not owner:
        return target
    starts = [n for n, alinea in enumerate(owner.alineas, start=1) if not alinea.item]
    rank = int(found["rank"])
    if not 0 < rank <= len(starts) or starts[rank - 1] == rank:
        return target
    return f"{found['article']}, al. {starts[rank - 1]}{found['rest']}"
