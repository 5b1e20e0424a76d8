"""What has its day, and what comes back: what the page of the calendar shows, and the file that calendars read holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from clausier.decide.calendar import Due, Ending, agenda
from clausier.decide.events import recorded
from clausier.decide.rhythms import Assumed, Recurrence, recurrences
from clausier.emit.dates import in_words
from clausier.emit.icalendar import Entry, basic, icalendar
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.names import kind, named
from clausier.rules.bound import BoundRule
from clausier.rules.evaluation import NoSuchDayError
from clausier.rules.kinds import Deadline, Lasting
from clausier.rules.opened import understood
from clausier.rules.values import Duration
from clausier.text.words import capitalised

FILE = "calendrier.ics"
_PERIODS = {
    Duration(1, "day"): "du jour",
    Duration(7, "day"): "de la semaine",
    Duration(1, "week"): "de la semaine",
    Duration(1, "month"): "du mois",
    Duration(2, "month"): "des deux mois",
    Duration(3, "month"): "du trimestre",
    Duration(4, "month"): "du quadrimestre",
    Duration(6, "month"): "du semestre",
}


class Schedule(Struct, frozen=True, kw_only=True):
    """What comes back, and what the recorded events give a day to, by the text in force."""

    recurring: tuple[Recurrence, ...]
    dated: tuple[Due | Ending, ...]


def schedule(atlas: Atlas) -> Schedule:
    """That of the text in force; each year is a civil one."""
    rules = atlas.rules.of(atlas.latest.id)
    counted = replace(atlas.rules, rules=tuple(rule for rule in rules if isinstance(rule.rule, Deadline | Lasting)))
    first = atlas.latest.first or atlas.timeline.periods[0].first
    dated: tuple[Due | Ending, ...] = ()
    with suppress(NoSuchDayError):  # what ends beyond year 9999 has no day that a calendar can hold
        found = agenda(counted, atlas.timeline, (first, datetime.date.max), recorded(atlas.corpus.acts))
        dated = tuple(item for item in found if isinstance(item, Due | Ending) and item.origin is not None)
    return Schedule(recurring=recurrences(rules), dated=dated)


def meaning(rule: BoundRule, assumes: Assumed) -> str:
    """How a person puts what is assumed of the rule; "" where nothing is."""
    return ", ".join(understood(rule.rule, assumes))


def file(atlas: Atlas) -> bytes:
    """The calendar that other programs read: what comes back, and what has its day once."""
    found = schedule(atlas)
    return icalendar((*_recurring(found, atlas), *_dated(found, atlas))).encode()


def _recurring(found: Schedule, atlas: Atlas) -> Iterator[Entry]:
    for item in found.recurring:
        if not item.year or item.rule.valid is None:
            continue
        times = "une réunion" if item.rhythm.times == 1 else f"{item.rhythm.times} réunions"
        period = _PERIODS.get(item.rhythm.every, "de l’année")
        said = f"{named(item.rule.source.body, atlas)}\u00a0: dernier jour {period}, au moins {times}"
        key = ".".join((item.rule.id, *(case for _, case in item.assumes)))
        yield replace(_entry(item, key, item.year[0][1], said, atlas), rule=recurrence(item))


def _dated(found: Schedule, atlas: Atlas) -> Iterator[Entry]:
    for item in found.dated:
        if item.day is not None and item.origin is not None:
            key = ".".join((item.rule.id, item.origin.name, *(case for _, case in item.assumes)))
            yield _entry(item, key, item.day, due(item, atlas), atlas)


def due(item: Due | Ending, atlas: Atlas) -> str:
    """What its day means, in a sentence without its end."""
    assert item.origin is not None  # noqa: S101 - those of a schedule have one
    since = in_words(item.origin.day)
    if isinstance(item, Ending):
        what = named(item.rule.source.matter, atlas) if item.rule.source.matter else item.rule.id
        return f"{what}\u00a0: prend fin ce jour au soir (depuis {named(item.lasting.of, atlas)}, le {since})"
    limit = "dernier jour" if item.last else "premier jour possible"
    side = "avant" if item.deadline.side == "before" else "après"
    return f"{named(item.deadline.event, atlas)}\u00a0: {limit} ({side} {named(item.deadline.of, atlas)}, le {since})"


def _entry(item: Recurrence | Due | Ending, key: str, day: datetime.date, said: str, atlas: Atlas) -> Entry:
    rule = item.rule
    understood = meaning(rule, item.assumes)
    reading = f" (si l’on comprend «\u00a0{understood}\u00a0»)" if understood else ""
    where = f"{rule.id}, {rule.place.number}, {atlas.act_names.get(rule.act, rule.act)}"
    return Entry(
        uid=f"{key}@{atlas.corpus.convention.name}",
        stamp=rule.valid.first if rule.valid else day,
        day=day,
        summary=f"{capitalised(said)}{reading}",
        description=f"«\u00a0{atlas.rules.sentence_of(rule, atlas.latest.id)}\u00a0»\n{where}",
        category=named(rule.source.body, atlas) if rule.source.body else kind(rule),
    )


def recurrence(item: Recurrence) -> str:
    """The last day of each period, as a rule of recurrence (RFC 5545, 3.3.10)."""
    until = f";UNTIL={basic(item.until)}" if item.until else ""
    match item.rhythm.every.unit:
        case "day" if item.rhythm.every.count == 1:
            return f"FREQ=DAILY{until}"
        case "day" | "week":
            return f"FREQ=WEEKLY{until}"
        case _:
            months = ",".join(str(month) for month in sorted({last.month for _, last in item.year}))
            return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY=-1{until}"
