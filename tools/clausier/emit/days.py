"""For which days a version is the answer, in words."""

from __future__ import annotations

import datetime

from clausier.consolidate import AFTER_ALL, Timeline, Version
from clausier.diagnostics import Message
from clausier.emit.dates import from_day, in_words
from clausier.model.dates import ONE_DAY

_EVE = AFTER_ALL.first - ONE_DAY


def days(timeline: Timeline, version: Version) -> str:
    """On which days the version is in force: those that are certain, those that are possible."""
    words = span(timeline, version).fr
    return f"en vigueur {words}" if version.first else words


def span(timeline: Timeline, version: Version) -> Message:
    """As `days`, in both languages, for what stands behind the version's name."""
    possible = [p for p in timeline.periods if version.id in p.candidates]
    if version.first is None:
        spans = [_between(p.first, p.last) for p in possible]
        if not spans:
            return Message(fr="en attente", en="pending")
        fr, en = (joined.join(getattr(s, lang) for s in spans) for joined, lang in ((" et ", "fr"), (" and ", "en")))
        return Message(fr=f"possible seulement, {fr}", en=f"only possible, {en}")
    if version.first == AFTER_ALL.first:
        return Message(fr="un jour qui n’est pas encore connu", en="on a day that is not known yet")
    words = _between(version.first, version.last)
    fr, en = words.fr, words.en
    before = [p.first for p in possible if p.first < version.first]
    after = [p.last for p in possible if version.last and p.last and p.last > version.last]
    if before:
        fr += f" de façon certaine, et peut-être dès le {in_words(min(before))}"
        en += f" for certain, and perhaps from {min(before)} on"
    if after:
        fr += f", et peut-être jusqu’au {in_words(max(after))}"
        en += f", and perhaps to {max(after)}"
    return Message(fr=fr, en=en)


def start(timeline: Timeline, version: Version) -> Message:
    """From which day on the version is in force, as `span` says it."""
    possible = min((p.first for p in timeline.periods if version.id in p.candidates), default=version.first)
    if version.first is None or version.first == AFTER_ALL.first:
        return span(timeline, version)
    fr, en = from_day(version.first), f"from {version.first}"
    if possible and possible < version.first:
        fr += f" de façon certaine, et peut-être dès le {in_words(possible)}"
        en += f" for certain, and perhaps from {possible} on"
    return Message(fr=fr, en=en)


def certain(version: Version) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day on which a version is certainly in force; None where only a draft without a date would tell."""
    first, last = version.first, version.last
    return (None if first == AFTER_ALL.first else first), (None if last == _EVE else last)


def _between(first: datetime.date, last: datetime.date | None) -> Message:
    if last is None or last >= _EVE:
        return Message(fr=from_day(first), en=f"from {first}")
    return Message(fr=f"du {in_words(first)} au {in_words(last)}", en=f"{first} to {last}")
