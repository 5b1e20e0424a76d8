"""Operations whose words come to name something else.

Once a temporary change has ended; or once an act on which theirs was drafted is annulled, put off, prolonged, or begins later.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from clausier.amend import meant, named
from clausier.consolidate.acts_on_acts import amended
from clausier.consolidate.ends import CONVENTION
from clausier.consolidate.force import events, standing
from clausier.consolidate.states import Standing, States
from clausier.consolidate.timeline import Event
from clausier.diagnostics import Diagnostic, Label, codes_tim, report
from clausier.diagnostics.diagnostic import Message
from clausier.model.act import Act
from clausier.model.dates import ONE_DAY, When
from clausier.model.operation import Annul, Postpone, Prolong, TextOperation
from clausier.model.provision import Provision

_TEMPORARY = Message(fr="l’opération qui a un terme", en="the operation that has an end")


def rereading(chosen: tuple[Act, ...], happening: tuple[Event, ...], states: States) -> Iterator[Diagnostic]:
    """An error for each operation that would strike something else than what its words named.

    `chosen` are the acts in the order in which they were signed, also those that later ones have annulled.
    """
    yield from _once_ended(happening, states)
    yield from _as_signed(chosen, happening, states)


def _once_ended(happening: tuple[Event, ...], states: States) -> Iterator[Diagnostic]:
    """Operations that were made on a text in which a temporary change stood, and that is made anew without it."""
    for rank, event in enumerate(happening):
        if event.until is None:
            continue
        for index in range(rank + 1, len(happening)):
            later = happening[index]
            if not isinstance(later.date, When) or later.date.first > event.until.last:
                continue
            there = _standing(happening[:index], later.date.first)
            with_it, without = _text(there, states), _text([e for e in there if e is not event], states)
            for operation in later.operations:
                if later.act == event.act and operation.common.reading != "result":
                    continue  # what the act has made of its own text and of the one before it has been told apart
                if _strikes_more(operation, with_it, without):
                    first = event.operations[0].common
                    yield report(
                        codes_tim.ENDED,
                        operation.common.place("target"),
                        words=operation.targets[0].words,
                        other=first.id,
                        then=meant(operation, with_it),
                        now=meant(operation, without),
                        labels=[Label(first.span, _TEMPORARY)],
                    )


def _as_signed(chosen: tuple[Act, ...], happening: tuple[Event, ...], states: States) -> Iterator[Diagnostic]:
    """Operations of which the acts signed before theirs made another text than the one on which they are made."""
    rank = {a.id: n for n, a in enumerate(chosen)}
    moving = [n for n, a in enumerate(chosen) if any(isinstance(o, Annul | Postpone | Prolong) for o in a.operations)]
    for index, event in enumerate(happening):
        act = chosen[rank[event.act]]
        if not isinstance(event.date, When) or event.act == CONVENTION:
            continue
        day = event.date.first
        signed = max(day, act.signed.first) if act.signed else day
        moved = bool(moving) and moving[-1] > rank[event.act]
        if signed == day and not moved:
            continue
        then, known = happening, states
        if moved:
            acts, _ = amended(standing(chosen[: rank[event.act]])[0])
            then, _, _ = events(acts, frozenset())
            known = States(states.base, {e.id: e for e in then})
        # What its signers knew: what was in force by then, and what was to come into force before their act.
        mine = (event.date.first, event.date.last)
        earlier = [e for e in then if rank[e.act] < rank[event.act] and e.date != event.date]
        as_signed = [
            e
            for e in _standing(earlier, signed)
            if isinstance(e.date, When) and ((e.date.first, e.date.last) < mine or e.date.last <= signed)
        ]
        here = [e for e in happening[:index] if rank[e.act] < rank[event.act] and e.date != event.date]
        as_made = _standing(here, day)
        if _operations(as_signed) == _operations(as_made):
            continue
        before, now = _text(as_signed, known), _text(as_made, states)
        for operation in event.operations:
            if not operation.common.editorial_note and _strikes_more(operation, before, now):
                yield report(
                    codes_tim.REREAD,
                    operation.common.place("target"),
                    words=operation.targets[0].words,
                    then=meant(operation, before),
                    now=meant(operation, now),
                )


def _strikes_more(operation: TextOperation, before: Provision, now: Provision) -> bool:
    """Whether the words of the operation name in `now` what they did not name in `before`."""
    if before is now:
        return False
    then, later = named(operation, before), named(operation, now)
    return then is not None and later is not None and not set(later) <= set(then)


def _standing(events: tuple[Event, ...] | list[Event], day: datetime.date) -> list[Event]:
    """Those that have not ended by `day`."""
    return [e for e in events if e.until is None or e.until.last + ONE_DAY > day]


def _text(events: list[Event], states: States) -> Provision:
    return states.text(tuple(Standing(e.id) for e in events))


def _operations(events: list[Event]) -> list[str]:
    return [o.common.id for e in events for o in e.operations]
