"""A parameter of a rule: what the words settle, or what they leave open to several readings."""

from __future__ import annotations

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
