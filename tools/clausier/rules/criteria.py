"""What a majority or a quorum asks for: tests of the seats that vote for, or that are present, joined by all or any."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from clausier.rules.settled import Settled, Slot
from clausier.rules.values import Relative, Share

Base = Literal[
    "all",
    "present",
    "present-or-represented",
    "voters",
    "voters-or-abstained",
    "cast",
    "cast-or-blank",
    "cast-or-abstained",
    "cast-blank-or-abstained",
    "total",
]


class Fixed(Struct, frozen=True):
    """A threshold that is a number, not a share: `cinq membres au moins`."""

    number: Fraction
    strict: bool


Threshold = Share | Relative | Fixed


class Criterion(Struct, frozen=True, kw_only=True):
    """That something measured reaches a threshold.

    What is measured are the seats that vote for (a majority) or that are present (a quorum). Whether a share must be reached
    or exceeded is part of the threshold.
    """

    threshold: Slot[Threshold]
    measure: Slot[str]  # of these seats: their `votes`, how many they are (`heads`), or a column of data
    base: Slot[Base]  # of whose measure a share is taken; `total`: of the total stated for the column
    among: Slot[str] = Settled("")  # the group of seats that alone is measured; "": all
    blocking: bool = (
        False  # the seats that vote against are measured, and the threshold, once reached, defeats the motion
    )


class Required(Struct, frozen=True):
    """That these seats are all among those that vote for (a majority) or that are present (a quorum)."""

    seats: tuple[str, ...]


class Criteria(Struct, frozen=True):
    """Several tests joined: `all` of them, or `any` one."""

    how: Literal["all", "any"]
    of: tuple[Test, ...]


Test = Criterion | Required | Criteria
