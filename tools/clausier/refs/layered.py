"""A map made of another and what differs: many states are at hand, and share all that is the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct

_MOST_CHANGES = 250  # beyond, what has changed is laid into a base of its own

K = TypeVar("K")
V = TypeVar("V")


class Layered(Struct, Generic[K, V], frozen=True):
    """The entries of `base`, but for those `changed`; None there means that the entry is gone."""

    base: dict[K, V]
    changed: dict[K, V | None]

    def get(self, key: K) -> V | None:
        """What stands under the key; None where nothing does."""
        return self.changed[key] if key in self.changed else self.base.get(key)

    def but(self, new: Mapping[K, V | None]) -> Layered[K, V]:
        """The same, but for what is `new`."""
        if not new:
            return self
        changed = {**self.changed, **new}
        if len(changed) <= _MOST_CHANGES:
            return Layered(self.base, changed)
        return Layered({key: value for key, value in {**self.base, **changed}.items() if value is not None}, {})
