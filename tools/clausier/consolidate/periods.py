"""Days with one answer: which events stand on each, which are open, and how the states that they make are named."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import chain, product
from math import prod

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.consolidate.states import Standing, State, States
from clausier.consolidate.timeline import Event, Period, Version
from clausier.diagnostics import Diagnostic, codes_tim, report
from clausier.model.act import Act
from clausier.model.dates import ONE_DAY, When

MOST_STATES = 8


class Span(Struct, frozen=True, kw_only=True):
    """Consecutive days with the same possible states; `because` are the events whose dates leave it open.

    `or_none`: it is possible too that the convention itself has not begun.
    """

    first: datetime.date
    last: datetime.date | None
    states: tuple[State, ...]
    because: tuple[tuple[str, When], ...]
    or_none: bool


def spans(base: When, events: tuple[Event, ...], states: States) -> tuple[tuple[Span, ...], tuple[Diagnostic, ...]]:
    """Every day from the convention's first possible one, cut where the answer changes, and what does not fit on some day.

    A state in which an operation fits nothing is impossible, unless no other is left: then what does not fit is told.
    """
    found: list[Span] = []
    diagnostics: list[Diagnostic] = []
    cuts = _cuts(base, events)
    groups, rank = _groups(events), {e.id: n for n, e in enumerate(events)}
    for index, first in enumerate(cuts):
        last = cuts[index + 1] - ONE_DAY if index + 1 < len(cuts) else None
        opened = [e for e in events if len(_fates(e, first)) > 1]
        choices = list(_together(groups, first))
        if prod(map(len, choices)) > MOST_STATES:
            names = ", ".join(e.act for e in opened)
            span = opened[0].operations[0].common.span
            diagnostics.append(report(codes_tim.TOO_MANY_STATES, span, day=str(first), acts=names))
            continue
        candidates = [tuple(sorted(chain(*chosen), key=lambda s: rank[s.event])) for chosen in product(*choices)]
        possible = [c for c in candidates if states.possible(c)]
        if not possible:
            possible = candidates[-1:]
        if len(possible) == 1:
            diagnostics.extend(states.made(possible[0]).findings)
        or_none = first < base.last
        because = tuple((e.id, e.date) for e in opened if isinstance(e.date, When))
        span_found = Span(first=first, last=last, states=tuple(possible), because=because, or_none=or_none)
        if found and (found[-1].states, found[-1].or_none) == (span_found.states, or_none):
            found[-1] = replace(found[-1], last=last)
        else:
            found.append(span_found)
    return tuple(found), tuple(diagnostics)


def _cuts(base: When, events: tuple[Event, ...]) -> list[datetime.date]:
    """The days on which something may change."""
    days = {base.first, base.last}
    for event in events:
        if isinstance(event.date, When):
            days |= {event.date.first, event.date.last}
        if event.until:
            days |= {d + ONE_DAY for d in (event.until.first, event.until.last) if d < datetime.date.max}
    return sorted(d for d in days if d >= base.first)


def _groups(events: tuple[Event, ...]) -> tuple[list[Event], ...]:
    """The events of each act that begin on one date, known or not."""
    alike: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        alike.setdefault((event.act, str(event.date)), []).append(event)
    return tuple(alike.values())


def _together(groups: Iterable[list[Event]], day: datetime.date) -> Iterator[list[State]]:
    """What may have become by `day` of the events of each group."""
    for group in groups:
        found: dict[State, None] = {}
        for fates in product(*(_fates(e, day) for e in group)):
            begun = tuple(s for s in fates if s is not None)
            if len(begun) in {0, len(group)} and (len(begun) < 2 or _ended_alike(begun, group)):
                found[begun] = None
        yield list(found)


def _ended_alike(begun: State, group: list[Event]) -> bool:
    """Whether those whose last day is one and the same have all ended, or none."""
    ended = {(str(e.until), s.ended) for s, e in zip(begun, group, strict=False)}
    return len(ended) == len({until for until, _ in ended})


def _fates(event: Event, day: datetime.date) -> list[Standing | None]:
    """What may have become of an event on a day: not begun (None), standing, ended; one where its dates tell."""
    if not isinstance(event.date, When) or day < event.date.first:
        return [None]
    fates: list[Standing | None] = []
    if day < event.date.last:
        fates.append(None)
    if event.until is None or day <= event.until.last:
        fates.append(Standing(event.id))
    if event.until is not None and day > event.until.first:
        fates.append(Standing(event.id, ended=True))
    return fates


class Names(Struct):
    """The name of each state."""

    acts: tuple[Act, ...]
    events: dict[str, Event]
    waiting: frozenset[str]  # acts that are to change the text, upon something that has not come
    given: dict[State, str] = field(default_factory=dict)

    def give(self, found: Iterable[Span]) -> None:
        """Name the states of the spans: the last act in order of signature where every earlier one is in force, else all joined with `+`.

        Of several states of the same acts, the first in which that act has entered into force has the plain name (the
        first of all, where none has); to the others, what it does on other days among them, their first day is added.
        """
        alike: dict[str, dict[State, datetime.date]] = {}
        for span in found:
            for state in span.states:
                alike.setdefault(self._stem(state), {}).setdefault(state, span.first)
        for stem, begun in alike.items():
            plain = next(filter(self._in_force, begun), next(iter(begun)))
            self.given[plain] = stem
            for state, day in begun.items():
                names = (f"{stem}@{day}{more}" for more in ("", *(f"-{n}" for n in range(2, MOST_STATES + 1))))
                if state is not plain:
                    self.given[state] = next(n for n in names if n not in self.given.values())

    def _in_force(self, state: State) -> bool:
        """Whether what the last act of a state does on the day of its entry into force stands in it."""
        last = self._present(state)[-1:]
        return any(
            self.events[s.event].act == a.id and self.events[s.event].date == a.in_force for a in last for s in state
        )

    def _present(self, state: State) -> list[Act]:
        there = {self.events[s.event].act for s in state}
        return [a for a in self._signed() if a.id in there]

    def _signed(self) -> list[Act]:
        changing = {e.act for e in self.events.values()} | self.waiting
        return [a for a in self.acts[1:] if a.id in changing]

    def _stem(self, state: State) -> str:
        signed, present = self._signed(), self._present(state)
        if not present:
            return self.acts[0].id
        earlier = signed[: signed.index(present[-1])]
        return (
            present[-1].id
            if all(a in present for a in earlier)
            else "+".join([self.acts[0].id, *(a.id for a in present)])
        )


def versions(found: tuple[Span, ...], states: States, names: Names) -> tuple[tuple[Version, ...], tuple[Period, ...]]:
    """One version for each state that some day may have, in the order in which they appear, and the periods by name."""
    names.give(found)
    made: dict[State, Version] = {}
    origin = names.acts[0]
    periods: list[Period] = []
    for span in found:
        for state in span.states:
            version = made.get(state) or _version(state, states, names)
            if len(span.states) == 1 and not span.or_none:
                version = replace(version, first=version.first or span.first, last=span.last)
            made[state] = version
        candidates = tuple(names.given[s] for s in span.states)
        because = ((origin.id, origin.in_force), *span.because) if span.or_none else span.because
        periods.append(
            Period(first=span.first, last=span.last, candidates=candidates, because=because, or_none=span.or_none)
        )
    return tuple(made.values()), tuple(periods)


def _version(state: State, states: States, names: Names) -> Version:
    acts = tuple(dict.fromkeys([names.acts[0].id, *(states.events[s.event].act for s in state)]))
    return Version(
        id=names.given[state],
        acts=acts,
        events=tuple(s.event for s in state if not s.ended),
        document=states.text(state),
        complete=names.acts[0].complete,
        first=None,
        last=None,
    )


def overtaken(found: tuple[Span, ...], acts: tuple[Act, ...], events: tuple[Event, ...]) -> Iterator[tuple[str, str]]:
    """The acts that never stand alone, because a later one begins on the same day, with the version that stands instead."""
    alone = {e.act for span in found for state in span.states if state for e in events if e.id == state[-1].event}
    for act in acts[1:]:
        mine = [e for e in events if e.act == act.id]
        if mine and act.id not in alone:
            later = [e.act for e in events if e.date == mine[-1].date and e.act != act.id]
            if later:
                yield act.id, later[-1]
