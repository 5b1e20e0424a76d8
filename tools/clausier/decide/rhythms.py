"""What comes back: the civil periods, and the bodies that meet so many times in each, from the first that the rule certainly covers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import assert_never

from msgspec import Struct

from clausier.model.dates import days_of
from clausier.rules.bound import BoundRule, Validity
from clausier.rules.evaluation import NoSuchDayError
from clausier.rules.kinds import Frequency
from clausier.rules.settled import Open, Settled
from clausier.rules.values import Duration, Periodicity

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


Assumed = tuple[tuple[str, str], ...]


class Recurrence(Struct, frozen=True, kw_only=True):
    """That a body meets so many times in each period of its rhythm, under the reading `assumes`.

    `year` are the periods of a first year, of which the rule certainly covers each day: none where no calendar says when one
    begins, or where it certainly covers none. `until` is the last day that it covers, None while it holds.
    """

    rule: BoundRule
    rhythm: Periodicity
    assumes: Assumed
    year: tuple[Span, ...]
    until: datetime.date | None


def recurrences(rules: Iterable[BoundRule]) -> tuple[Recurrence, ...]:
    """Each rhythm of `rules` under each reading. One that is overridden asks for nothing."""
    return tuple(
        Recurrence(
            rule=rule,
            rhythm=rhythm,
            assumes=assumes,
            year=_first_year(rhythm, rule.valid) if rule.valid else (),
            until=rule.valid.last if rule.valid else None,
        )
        for rule in rules
        if isinstance(rule.rule, Frequency) and not rule.overridden_by
        for assumes, rhythm in each_rhythm(rule.rule)
    )


def each_rhythm(frequency: Frequency) -> Iterator[tuple[Assumed, Periodicity]]:
    """The rhythm under each reading."""
    slot = frequency.rhythm
    match slot:
        case Settled():
            yield (), slot.value
        case Open():
            yield from ((((slot.reading, case.name),), case.value) for case in slot.cases)
        case _:
            assert_never(slot)


def _first_year(rhythm: Periodicity, valid: Validity) -> tuple[Span, ...]:
    """The periods that begin in the first year, from the first period that lies within `valid`."""
    last = valid.last or datetime.date.max
    periods = civil_periods(rhythm.every, valid.first, last) or ()
    found: list[Span] = []
    with suppress(NoSuchDayError):
        for period in periods:
            if period[1] > last or (found and not _within_a_year(found[0][0], period[0])):
                break
            if valid.first <= period[0]:
                found.append(period)
    return tuple(found)


def _within_a_year(first: datetime.date, day: datetime.date) -> bool:
    return (day.year, day.month, day.day) < (first.year + 1, first.month, first.day)
