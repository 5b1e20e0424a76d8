"""Operations in time → the states of the text, and the days for which each is the answer."""

from clausier.consolidate.consolidate import consolidate
from clausier.consolidate.drafts import AFTER_ALL, EVE, leniently, supposing
from clausier.consolidate.states import run
from clausier.consolidate.timeline import Event, Membership, Period, Timeline, Version

__all__ = [
    "AFTER_ALL",
    "EVE",
    "Event",
    "Membership",
    "Period",
    "Timeline",
    "Version",
    "consolidate",
    "leniently",
    "run",
    "supposing",
]
