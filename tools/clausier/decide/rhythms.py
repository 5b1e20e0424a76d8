"""What comes back: the bodies that meet so many times in each civil period, from the first that the rule certainly covers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import assert_never

from msgspec import Struct

from clausier.decide.terms import Span, civil_periods
from clausier.rules.bound import BoundRule, Validity
from clausier.rules.evaluation import NoSuchDayError
from clausier.rules.kinds import Frequency
from clausier.rules.settled import Open, Settled
from clausier.rules.values import Periodicity

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
