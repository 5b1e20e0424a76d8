"""Dates as acts state them: exact, to a month or year, within an interval, or upon an event (EDTF where it says less)."""

from __future__ import annotations

import datetime

from msgspec import Struct
from msgspec.structs import replace

ONE_DAY = datetime.timedelta(days=1)


class Pending(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """A day that depends on an event which has not been recorded, or on facts that are missing.

    `words` is what its act calls it, where that is known: for readers only.
    """

    because: str
    words: str = ""


class When(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """A day between `first` and `last`, both included; the two are equal where the day is known.

    `reason` says why it is not known, or on what a presumption rests (`presumed`). `words` is the date as its source
    states it: two dates of one act written alike are one unknown. `upon` is what it waited for, where that is an event or
    formalities, and the first day on which it may have been known that they had come.
    """

    first: datetime.date
    last: datetime.date
    reason: str = ""
    presumed: bool = False
    words: str = ""
    upon: tuple[Pending, datetime.date] | None = None

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last


Date = When | Pending


def the_day(date: Date | None) -> datetime.date | None:
    """The one day that a date is; None where that is not known."""
    return date.first if isinstance(date, When) and date.exact else None


def day_after(date: Date) -> Date:
    """The day after, where the date is one or lies between two; what is pending waits for the same thing."""
    if not isinstance(date, When):
        return date
    return replace(date, first=following(date.first), last=following(date.last))


def following(day: datetime.date) -> datetime.date:
    """The next day; of the last one that a calendar has, itself."""
    return day + ONE_DAY if day < datetime.date.max else day


def as_known(date: Date, on: datetime.date) -> Date:
    """The date as it was known on a day: still pending where, that day, what it follows from had certainly not happened."""
    if isinstance(date, When) and date.upon and date.upon[1] > on:
        return date.upon[0]
    return date


def day(words: str) -> When | None:
    """`2022-06-21`, `2022-06` or `2022` as a day, or the days of that month or year; None if it is none of these."""
    parts = words.split("-")
    if len(parts) > 3 or not all(p.isascii() and p.isdigit() for p in parts):
        return None
    if [len(p) for p in parts] != [4, 2, 2][: len(parts)]:
        return None
    year, month, number = (*(int(p) for p in parts), 0, 0)[:3]
    try:
        first = datetime.date(year, month or 1, number or 1)
    except ValueError:
        return None
    if len(parts) == 3:
        return When(first=first, last=first, words=words)
    last_month = month or 12
    last = datetime.date(year, last_month, days_of(year, last_month))
    return When(first=first, last=last, words=words)


def days_of(year: int, month: int) -> int:
    """How many days a month has."""
    return 31 if month == 12 else (datetime.date(year, month + 1, 1) - datetime.date(year, month, 1)).days
