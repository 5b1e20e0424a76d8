"""What must meet or be done by when, as JSON (`schema/calendar.schema.json`), with names that last for each entry."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import partial
from typing import assert_never

from clausier import FORMAT
from clausier.consolidate import Timeline
from clausier.decide.calendar import Due, Ending, Item, Meeting, Owed
from clausier.emit.answers import Cite, cited
from clausier.emit.text_json import lacunas_json
from clausier.rules.bound import Rules
from clausier.rules.settled import understood
from clausier.rules.values import value_json
from clausier.schemas import Object


def calendar_json(
    items: Iterable[Item], rules: Rules, timeline: Timeline, span: tuple[datetime.date, datetime.date], year_start: int
) -> Object:
    """The answer of `clausier calendar`."""
    convention = timeline.acts[0]
    during = {
        name
        for period in timeline.periods
        if period.first <= span[1] and (period.last is None or period.last >= span[0])
        for name in period.candidates
    }
    here = [version for version in timeline.versions if version.id in during]
    cite = partial(cited, rules=rules, version=here[-1].id if here else "")
    return {
        "format": FORMAT,
        "convention": convention.name,
        "from": str(span[0]),
        "to": str(span[1]),
        "year_start": year_start,
        "items": list(_named(items, cite, convention.name)),
        "lacunas": [{"version": version.id, **lacuna} for version in here for lacuna in lacunas_json(version)],
        "left": rules.left(*sorted(during)),
    }


def _named(items: Iterable[Item], cite: Cite, convention: str) -> Iterator[Object]:
    """Each entry with its UID: the rule, the period or occurrence, and the reading. A day that moves changes none of them."""
    given: set[str] = set()
    for item in items:
        key = ".".join((item.rule.id, _key(item), *(case for _, case in item.assumes)))
        if key in given:  # another state of the rule, in the same period
            key = f"{key}.{item.rule.versions[0]}"
        given.add(key)
        yield {"uid": f"{key}@{convention}", **_item(item, cite)}


def _key(item: Item) -> str:
    match item:
        case Meeting():
            return str(item.first) if item.first else "-"
        case Due() | Ending():
            return item.origin.name if item.origin else "-"
        case Owed():
            return "-"
        case _:
            assert_never(item)


def _item(item: Item, cite: Cite) -> Object:
    rule = item.rule
    return {
        **cite(rule),
        "body": rule.source.body or None,
        "matter": rule.source.matter or None,
        "first": str(item.first) if item.first else None,
        "last": str(item.last) if item.last else None,
        "assumes": dict(item.assumes),
        "understood": understood(rule.rule, item.assumes),
        "in_force": item.certainty,
        "meeting": _meeting(item) if isinstance(item, Meeting) else None,
        "deadline": _deadline(item) if isinstance(item, Due) else None,
        "duration": _duration(item) if isinstance(item, Ending) else None,
        "duty": _duty(item) if isinstance(item, Owed) else None,
    }


def _meeting(item: Meeting) -> Object:
    held = None if item.held is None else [{"name": o.name, "day": str(o.day)} for o in item.held]
    return {
        "times": item.rhythm.times,
        "every": value_json(item.rhythm.every),
        "held": held,
        "missing": None if held is None else max(0, item.rhythm.times - len(held)),
    }


def _duration(item: Ending) -> Object:
    return {"of": item.lasting.of, "of_name": item.origin.name if item.origin else None}


def _duty(item: Owed) -> Object:
    duty = item.duty
    return {
        "bearer": [*duty.bearer],
        "action": duty.action,
        "deadline": duty.deadline,
        "set_by": [*duty.set_by],
    }


def _deadline(item: Due) -> Object:
    deadline = item.deadline
    return {
        "event": deadline.event,
        "side": deadline.side,
        "bound": deadline.bound,
        "of": deadline.of,
        "of_name": item.origin.name if item.origin else None,
        "of_day": str(item.origin.day) if item.origin else None,
        "event_day": str(item.done.day) if item.done else None,
        "in_time": item.in_time,
    }
