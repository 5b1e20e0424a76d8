"""What must meet, or be done by when, between two days: the frequencies and the deadlines that are in force."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clausier.consolidate.timeline import Timeline
from clausier.decide.events import Events, Occurrence
from clausier.decide.holidays import holidays_around
from clausier.decide.rhythms import Assumed, Span, civil_periods, each_rhythm
from clausier.rules.bound import BoundRule, Rules
from clausier.rules.conditions import NumExpr, Rounded
from clausier.rules.desugar import end, limit
from clausier.rules.evaluation import Facts, date_of, number, readings
from clausier.rules.kinds import Deadline, Frequency, Lasting, Norm
from clausier.rules.values import Periodicity

Certainty = Literal["certain", "partly", "undetermined"]


class Meeting(Struct, frozen=True, kw_only=True):
    """That a body meets `times` in the days of a period. `held` are the meetings in it that are known; None: nobody says.

    `first` and `last` are None where no calendar says when a period of that length begins.
    """

    rule: BoundRule
    rhythm: Periodicity
    first: datetime.date | None
    last: datetime.date | None
    held: tuple[Occurrence, ...] | None
    assumes: Assumed
    certainty: Certainty

    @property
    def day(self) -> datetime.date | None:
        """The day that counts: the last one."""
        return self.last


class Due(Struct, frozen=True, kw_only=True):
    """That an event takes place from `first` to `last` (None: no bound on that side), counted from the day of `origin`.

    `origin` is None where the day from which it is counted is not known, and then so are both bounds; `done` is the
    occurrence of the event that bears the same name, None where it is not known.
    """

    rule: BoundRule
    deadline: Deadline
    origin: Occurrence | None
    first: datetime.date | None
    last: datetime.date | None
    done: Occurrence | None
    assumes: Assumed
    certainty: Certainty

    @property
    def day(self) -> datetime.date | None:
        """The day that counts: the last one, else the first."""
        return self.last or self.first

    @property
    def in_time(self) -> bool | None:
        """Whether the event takes place in time; None where its day, or the bounds, are not known."""
        if self.done is None or self.origin is None:
            return None
        return (self.first is None or self.done.day >= self.first) and (self.last is None or self.done.day <= self.last)


class Ending(Struct, frozen=True, kw_only=True):
    """That a thing lasts until the day `last`, counted from that of `origin`; both None where that day is not known."""

    rule: BoundRule
    lasting: Lasting
    origin: Occurrence | None
    last: datetime.date | None
    assumes: Assumed
    certainty: Certainty

    @property
    def first(self) -> datetime.date | None:
        """The day from which it lasts."""
        return self.origin.day if self.origin else None

    @property
    def day(self) -> datetime.date | None:
        """The day that counts: the last one."""
        return self.last


class Owed(Struct, frozen=True, kw_only=True):
    """That someone does something by a time that the words tell without a day that can be counted."""

    rule: BoundRule
    duty: Norm
    certainty: Certainty
    first: None = None
    last: None = None
    day: None = None
    assumes: Assumed = ()


Item = Meeting | Due | Ending | Owed


def agenda(rules: Rules, timeline: Timeline, span: Span, events: Events, *, year_start: int = 1) -> tuple[Item, ...]:
    """What must meet or be done in `span`, in order of days; what has no known day comes last.

    A rule that another overrides asks for nothing. Raises NoSuchDayError where a period ends beyond the calendar.
    """
    found: list[Item] = []
    for rule in rules.rules:
        if rule.overridden_by:
            continue
        match rule.rule:
            case Frequency():
                found.extend(_meetings(rule, rule.rule, timeline, span, events, year_start))
            case Deadline():
                found.extend(_due(rule, rule.rule, timeline, span, events))
            case Lasting():
                found.extend(_endings(rule, rule.rule, timeline, span, events))
            case Norm(modality="duty", deadline=deadline) if deadline:
                if certainty := _certainty(rule, timeline, span):
                    found.append(Owed(rule=rule, duty=rule.rule, certainty=certainty))
            case _:
                pass
    return tuple(sorted(found, key=lambda item: (item.day is None, item.day or datetime.date.min)))


def _certainty(rule: BoundRule, timeline: Timeline, span: Span) -> Certainty | None:
    """Whether `rule` is in force on all days of `span`, on some of them, or perhaps; None: on none."""
    found: set[Certainty | None] = set()
    if not timeline.periods or span[0] < timeline.periods[0].first:
        found.add(None)
    for period in timeline.periods:
        if period.first <= span[1] and (period.last is None or period.last >= span[0]):
            having = [name in rule.versions for name in period.candidates] + [False] * period.or_none
            found.add("certain" if all(having) else "undetermined" if any(having) else None)
    if "undetermined" in found:
        return "undetermined"
    return None if found == {None} else "partly" if None in found else "certain"


def _meetings(
    rule: BoundRule, frequency: Frequency, timeline: Timeline, span: Span, events: Events, year_start: int
) -> Iterator[Meeting]:
    for assumes, rhythm in each_rhythm(frequency):
        periods = civil_periods(rhythm.every, *span, year_start)
        for period in periods if periods is not None else (None,):
            certainty = _certainty(rule, timeline, period or span)
            if certainty is None:
                continue
            known = events.get(rule.source.body) if period else None
            held = None if known is None or period is None else _within(known, period)
            first, last = period or (None, None)
            yield Meeting(
                rule=rule,
                rhythm=rhythm,
                first=first,
                last=last,
                held=held,
                assumes=assumes,
                certainty=certainty,
            )


def _within(known: Iterable[Occurrence], period: Span) -> tuple[Occurrence, ...]:
    return tuple(o for o in known if period[0] <= o.day <= period[1])


def _due(rule: BoundRule, deadline: Deadline, timeline: Timeline, span: Span, events: Events) -> Iterator[Due]:
    known = events.get(deadline.of, ())
    done = {o.name: o for o in events.get(deadline.event, ())}
    for origin in known:
        certainty = _certainty(rule, timeline, (origin.day, origin.day))
        if certainty is None:
            continue
        for assumes, bounds in _each_reading(deadline, origin.day):
            due = Due(
                rule=rule,
                deadline=deadline,
                origin=origin,
                first=bounds[0],
                last=bounds[1],
                done=done.get(origin.name),
                assumes=assumes,
                certainty=certainty,
            )
            if due.day is not None and span[0] <= due.day <= span[1]:
                yield due
    certainty = _certainty(rule, timeline, span)
    if not known and certainty is not None:
        yield Due(
            rule=rule,
            deadline=deadline,
            origin=None,
            first=None,
            last=None,
            done=None,
            assumes=(),
            certainty=certainty,
        )


def _endings(rule: BoundRule, lasting: Lasting, timeline: Timeline, span: Span, events: Events) -> Iterator[Ending]:
    known = events.get(lasting.of, ())
    certainty = _certainty(rule, timeline, span)
    if not known and certainty is not None:
        yield Ending(rule=rule, lasting=lasting, origin=None, last=None, assumes=(), certainty=certainty)
    for origin in known:
        facts = Facts(days={lasting.of: origin.day}, sets=holidays_around(lasting.length, origin.day))
        for assumes, over in _days(end(lasting), facts):
            last = over - datetime.timedelta(1)
            certainty = _ends(rule, timeline, last)
            if certainty is not None and span[0] <= last <= span[1]:
                yield Ending(rule=rule, lasting=lasting, origin=origin, last=last, assumes=assumes, certainty=certainty)


def _ends(rule: BoundRule, timeline: Timeline, last: datetime.date) -> Certainty | None:
    """Whether the rule ends something on the day `last`: one that then has given way to another duration ends nothing.

    Whether one that begins only after that day reaches back to it, nobody knows.
    """
    if certainty := _certainty(rule, timeline, (last, last)):
        return certainty
    begins = [p.first for p in timeline.periods if any(name in rule.versions for name in p.candidates)]
    return "undetermined" if begins and begins[0] > last else None


Bounds = tuple[datetime.date | None, datetime.date | None]


def _each_reading(deadline: Deadline, of: datetime.date) -> Iterator[tuple[Assumed, Bounds]]:
    """The bounds under each reading; once, without an assumption, where all are the same."""
    facts = Facts(days={deadline.of: of}, sets=holidays_around(deadline.length, of) if deadline.needs_holidays else {})
    # Of hours that make no whole day, neither what comes first is a day too early, nor what comes last a day too late.
    earliest = (deadline.side == "after") == (deadline.bound == "at-least")
    expr = limit(deadline)
    for assumes, day in _days(Rounded("round-up", expr) if earliest else expr, facts):
        yield assumes, _bounds(deadline, day, of)


def _days(expr: NumExpr, facts: Facts) -> Iterator[tuple[Assumed, datetime.date]]:
    """The day that `expr` comes to under each reading; once, without an assumption, where all are the same."""
    opened = readings(expr)
    found: dict[Assumed, datetime.date] = {}
    for chosen in itertools.product(*opened.values()):
        assumes = dict(zip(opened, chosen, strict=True))
        found[tuple(assumes.items())] = date_of(number(expr, replace(facts, assumes=assumes)))
    if len(set(found.values())) == 1:
        yield (), next(iter(found.values()))
    else:
        yield from found.items()


def _bounds(deadline: Deadline, end: datetime.date, of: datetime.date) -> Bounds:
    match deadline.side, deadline.bound:
        case "before", "at-least":
            return None, end
        case "after", "at-least":
            return end, None
        case "before", _:
            return end, of
        case _:
            return of, end
