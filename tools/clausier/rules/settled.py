"""A parameter of a rule: what the words settle, or what they leave open to several readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Settled(Struct, Generic[T], frozen=True):
    """A parameter that the words settle."""

    value: T

    @property
    def values(self) -> tuple[T, ...]:
        """All that it may be: one value."""
        return (self.value,)


class Case(Struct, Generic[T], frozen=True):
    """One meaning of what is left open: its name, its value, and how a person puts it."""

    name: str
    value: T
    label: str


class Open(Struct, Generic[T], frozen=True):
    """A parameter that the words leave open. `reading` names the question; an assumption picks one of the cases."""

    reading: str
    cases: tuple[Case[T], ...]

    @property
    def values(self) -> tuple[T, ...]:
        """All that it may be: the value of each case."""
        return tuple(case.value for case in self.cases)


Slot: TypeAlias = Settled[T] | Open[T]


def open_parameters(rule: Struct) -> Iterator[Open[object]]:
    """The parameters of `rule` that its words leave open to several readings, in the order of its fields."""
    return _opened(rule)


def understood(rule: Struct, assumes: Iterable[tuple[str, str]]) -> list[str]:
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
