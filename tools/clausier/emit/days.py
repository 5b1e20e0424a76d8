"""For which days a version is the answer, in words."""

from __future__ import annotations

import datetime

from clausier.consolidate import AFTER_ALL, Timeline, Version
from clausier.emit.dates import from_day, in_words
from clausier.model.dates import ONE_DAY

_EVE = AFTER_ALL.first - ONE_DAY


def days(timeline: Timeline, version: Version) -> str:
    """On which days the version is in force: those that are certain, those that are possible."""
    possible = [p for p in timeline.periods if version.id in p.candidates and not p.determined]
    if version.first is None:
        spans = " et ".join(_between(p.first, p.last) for p in possible)
        return f"possible seulement, {spans}" if spans else "en attente"
    if version.first == AFTER_ALL.first:
        return "en vigueur un jour qui n’est pas encore connu"
    words = f"en vigueur {_between(version.first, version.last)}"
    before = [p.first for p in possible if p.first < version.first]
    after = [p.last for p in possible if version.last and p.last and p.last > version.last]
    if before:
        words += f" de façon certaine, et peut-être dès le {in_words(min(before))}"
    if after:
        words += f", et peut-être jusqu’au {in_words(max(after))}"
    return words


def certain(version: Version) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day on which a version is certainly in force; None where only a draft without a date would tell."""
    first, last = version.first, version.last
    return (None if first == AFTER_ALL.first else first), (None if last == _EVE else last)


def _between(first: datetime.date, last: datetime.date | None) -> str:
    ends = last is not None and last < _EVE
    return f"du {in_words(first)} au {in_words(last)}" if last and ends else from_day(first)
