"""Operations in time → the states of the text, and the days for which each is the answer."""

from clausier.consolidate.consolidate import consolidate
from clausier.consolidate.drafts import leniently
from clausier.consolidate.states import run
from clausier.consolidate.timeline import Event, Membership, Period, Timeline, Version

__all__ = ["Event", "Membership", "Period", "Timeline", "Version", "consolidate", "leniently", "run"]
