"""A map that shares most of its entries with another: the states of a text are many, and differ in little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct

_MOST_CHANGES = 250  # beyond, what has changed is laid into a base of its own

K = TypeVar("K")
V = TypeVar("V")


class Layered(Struct, Generic[K, V], frozen=True):
    """The entries of `base`, except the `changed` ones; None in `changed` means that the entry has been removed."""

    base: dict[K, V]
    changed: dict[K, V | None]

    def get(self, key: K) -> V | None:
        """The value of the key; None where there is none."""
        return self.changed[key] if key in self.changed else self.base.get(key)

    def but(self, new: Mapping[K, V | None]) -> Layered[K, V]:
        """A map with the `new` entries in place of the present ones."""
        if not new:
            return self
        changed = {**self.changed, **new}
        if len(changed) <= _MOST_CHANGES:
            return Layered(self.base, changed)
        return Layered({key: value for key, value in {**self.base, **changed}.items() if value is not None}, {})
