"""The days of meetings and other events, as a file gives them (`schema/evenements.schema.json`)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from msgspec import Struct

from clausier.diagnostics import Diagnostic, report
from clausier.diagnostics import codes_rul as codes
from clausier.model.act import Act
from clausier.rules.bound import BoundRule
from clausier.rules.kinds import Deadline, Lasting
from clausier.source.folders import read_checked
from clausier.source.yaml import Mapping as Map
from clausier.source.yaml import Node, Scalar, Sequence


class Occurrence(Struct, frozen=True, order=True):
    """One time that an event takes place. `name` stays when the day moves."""

    day: datetime.date
    name: str


Events = Mapping[str, tuple[Occurrence, ...]]
"""The occurrences of each event that is known, in order of their days. One that is not in it may have taken place."""


def event_names(rules: Iterable[BoundRule]) -> frozenset[str]:
    """What rules call events: their bodies, which meet, what a period is counted from, and what takes place in it."""
    found = {rule.source.body for rule in rules}
    for rule in rules:
        match rule.rule:
            case Deadline(of=of, event=event):
                found |= {of, event}
            case Lasting(of=of):
                found.add(of)
            case _:
                pass
    return frozenset(found - {""})


def read_events(path: str, text: str, names: frozenset[str] | None = None) -> tuple[Events, tuple[Diagnostic, ...]]:
    """The events of a file, and what is wrong with it: then none are given. `names`: those that there may be."""
    checked, problems = read_checked(path, text, "evenements")
    listed = checked.get("événements") if isinstance(checked, Map) else None
    if problems or not isinstance(listed, Map):
        return {}, problems
    wrong: list[Diagnostic] = []
    for entry in listed.entries:
        if names is not None and entry.key.value not in names:
            known = ", ".join(sorted(names)) or "—"
            wrong.append(report(codes.NO_SUCH_EVENT, entry.key.span, name=entry.key.value, known=known))
    events = {entry.key.value: tuple(sorted(_occurrences(entry.value, wrong))) for entry in listed.entries}
    return ({} if wrong else events), tuple(wrong)


def recorded(acts: Iterable[Act]) -> Events:
    """The events that the sources record with their day."""
    known = [(name, when.first) for act in acts for name, when in act.events if when.exact]
    return {name: ranked(day for other, day in known if other == name) for name, _ in known}


def ranked(days: Iterable[datetime.date]) -> tuple[Occurrence, ...]:
    """Days without names, named by their year and their rank in it."""
    found: list[Occurrence] = []
    ranks: dict[int, int] = {}
    for day in sorted(days):
        ranks[day.year] = ranks.get(day.year, 0) + 1
        found.append(Occurrence(day, f"{day.year}-{ranks[day.year]}"))
    return tuple(found)


def _occurrences(node: Node, wrong: list[Diagnostic]) -> tuple[Occurrence, ...]:
    if isinstance(node, Map):
        named = [(entry.key.value, _day(entry.value, wrong)) for entry in node.entries]
        return tuple(Occurrence(day, name) for name, day in named if day)
    listed = node.items if isinstance(node, Sequence) else (node,)
    return ranked(day for item in listed if (day := _day(item, wrong)))


def _day(node: Node, wrong: list[Diagnostic]) -> datetime.date | None:
    words = node.value if isinstance(node, Scalar) else ""
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        wrong.append(report(codes.NO_SUCH_DAY, node.span, words=words))
        return None
