"""Of what several readings assume, that which makes a difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
MANY = 200
"""So many readings are compared; of more, all that they assume is told."""


def that_matter(readings: Sequence[tuple[Mapping[str, str], T]]) -> tuple[str, ...]:
    """The questions on which the results depend; for all others, any answer gives the same result.

    Each reading is given as its assumptions, by question, with its result. A question that a reading does not mention
    made no difference to it.
    """
    keys = tuple(dict.fromkeys(key for assumes, _ in readings for key in assumes))
    if len(readings) > MANY:
        return keys
    for key in keys:
        fewer = tuple(k for k in keys if k != key)
        if _agree(readings, fewer):
            keys = fewer
    return keys


def told(readings: Sequence[tuple[Mapping[str, str], T]]) -> list[tuple[dict[str, str], T]]:
    """The results, each once for each way to answer the questions that matter (`that_matter`)."""
    keys = that_matter(readings)
    cut = [({key: assumes[key] for key in keys if key in assumes}, value) for assumes, value in readings]
    return [entry for n, entry in enumerate(cut) if entry not in cut[:n]]


def _agree(readings: Sequence[tuple[Mapping[str, str], T]], keys: tuple[str, ...]) -> bool:
    """Whether readings that answer none of `keys` differently have one value."""
    return all(
        value == other or any(k in assumes and k in others and assumes[k] != others[k] for k in keys)
        for n, (assumes, value) in enumerate(readings)
        for others, other in readings[:n]
    )
