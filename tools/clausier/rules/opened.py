"""What the words of a rule leave open: its parameters that are readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clausier.rules import kinds
from clausier.rules.settled import Open


def open_parameters(rule: kinds.Rule) -> Iterator[Open[object]]:
    """The parameters of `rule` that its words leave open to several readings, in the order of its fields."""
    return _opened(rule)


def understood(rule: kinds.Rule, assumes: Iterable[tuple[str, str]]) -> list[str]:
    """How a person puts what is assumed of `rule`: for each reading and case, its label, or else its name."""
    labels = {
        (slot.reading, case.name): case.label or case.name for slot in open_parameters(rule) for case in slot.cases
    }
    return [labels[assumed] for assumed in assumes]


def _opened(part: object) -> Iterator[Open[object]]:
    match part:
        case Open():
            yield part
        case Struct():
            for name in part.__struct_fields__:
                yield from _opened(getattr(part, name))
        case tuple():
            for inner in part:
                yield from _opened(inner)
        case _:
            return
