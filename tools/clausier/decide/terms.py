"""The civil periods in which what is due so many times falls: weeks from Monday, months, quarters, semesters, years."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from clausier.model.dates import days_of
from clausier.rules.evaluation import NoSuchDayError
from clausier.rules.values import Duration

Span = tuple[datetime.date, datetime.date]


def civil_periods(
    every: Duration, first: datetime.date, last: datetime.date, year_start: int = 1
) -> Iterator[Span] | None:
    """The periods of length `every` that meet the days from `first` to `last`, each with its own first and last day.

    Years, and the parts of a year, begin on the first day of the month `year_start`. None where no calendar says when a
    period of that length begins: five months, two years. Raises NoSuchDayError where one ends beyond year 9999.
    """
    match every:
        case Duration(unit="day", count=1):
            return _days(1, first, last)
        case Duration(unit="week", count=1) | Duration(unit="day", count=7):
            return _days(7, first - datetime.timedelta(first.weekday()), last)
        case Duration(unit="month", count=count) if 12 % count == 0:
            return _months(count, year_start, first, last)
        case Duration(unit="year", count=1):
            return _months(12, year_start, first, last)
        case _:
            return None


def _days(length: int, start: datetime.date, last: datetime.date) -> Iterator[Span]:
    for n in range((last - start).days // length + 1):
        begin = start + datetime.timedelta(n * length)
        if (datetime.date.max - begin).days < length - 1:
            raise NoSuchDayError
        yield begin, begin + datetime.timedelta(length - 1)


def _months(length: int, year_start: int, first: datetime.date, last: datetime.date) -> Iterator[Span]:
    """Months are counted from that of January in year 0."""
    months = first.year * 12 + first.month - 1
    months -= (months - (year_start - 1)) % length
    for begin in range(months, last.year * 12 + last.month, length):
        yield _month(begin)[0], _month(begin + length - 1)[1]


def _month(months: int) -> Span:
    """The first and the last day of a month."""
    year, month = divmod(months, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise NoSuchDayError
    return datetime.date(year, month + 1, 1), datetime.date(year, month + 1, days_of(year, month + 1))
