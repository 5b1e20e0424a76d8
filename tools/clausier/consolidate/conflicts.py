"""Acts that touch the same words on the same day, and acts signed earlier that would undo later ones (DESIGN 4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby

from clausier.amend import Footprint, excerpt, footprint, overwritten
from clausier.consolidate.states import Standing, States, run
from clausier.consolidate.timeline import Event
from clausier.diagnostics import Diagnostic, Label, Message, codes_tim, has_errors, report
from clausier.model.act import Act
from clausier.model.dates import When
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision

_THE_OTHER = Message(fr="l’autre opération", en="the other operation")


def conflicts(acts: tuple[Act, ...], events: tuple[Event, ...], states: States) -> Iterator[Diagnostic]:
    """An error for each smallest pair of operations whose order the acts leave open, with what each order would make."""
    for _, group in groupby(events, key=lambda e: e.date):
        same_day = [e for e in group if isinstance(e.date, When) and e.date.exact]
        if len(same_day) > 1:
            before = states.text(tuple(Standing(e.id) for e in events[: events.index(same_day[0])]))
            yield from _same_day(same_day, before)
    yield from _undone(acts, events, states)


def _same_day(events: list[Event], before: Provision) -> Iterator[Diagnostic]:
    marks = [(e, o, footprint(o, before)) for e in events for o in e.operations]
    for (first_event, first, one), (second_event, second, other) in combinations(marks, 2):
        if first_event.act == second_event.act or one is None or other is None or not one.touches(other):
            continue
        if second.common.after_act == first_event.act or first.common.after_act == second_event.act:
            continue
        yield _conflict(first, second, before)


def _undone(acts: tuple[Act, ...], events: tuple[Event, ...], states: States) -> Iterator[Diagnostic]:
    """Words of an act signed later but in force earlier, which an act signed earlier would overwrite."""
    rank = {a.id: i for i, a in enumerate(acts)}
    for index, event in enumerate(events):
        later_signed = [e for e in events[:index] if rank[e.act] > rank[event.act] and e.date != event.date]
        if not later_signed:
            continue
        before = states.text(tuple(Standing(e.id) for e in events[:index]))
        theirs = {o.common.id: o for e in later_signed for o in e.operations}
        for operation in event.operations:
            touched = footprint(operation, before)
            for origin in sorted(_origins(touched, before) & theirs.keys()):
                other = theirs[origin]
                if operation.common.after_act != other.common.act:
                    yield _conflict(other, operation, before)


def _origins(touched: Footprint | None, before: Provision) -> frozenset[str]:
    return overwritten(touched, before) if touched else frozenset()


def _conflict(first: TextOperation, second: TextOperation, before: Provision) -> Diagnostic:
    orders = f"{_order(first, second, before)} · {_order(second, first, before)}"
    return report(
        codes_tim.CONFLICT,
        second.common.span,
        first=first.common.id,
        second=second.common.id,
        orders=orders,
        labels=[Label(first.common.span, _THE_OTHER)],
    )


def _order(one: TextOperation, other: TextOperation, before: Provision) -> str:
    """What the two make in this order, in a few words."""
    middle = run((one,), before)
    after = run((other,), middle.document)
    names = f"{one.common.id} → {other.common.id}"
    if has_errors((*middle.findings, *after.findings)):
        return f"{names} : ✗"
    return f"{names} : « {excerpt(before, after.document)} »"
