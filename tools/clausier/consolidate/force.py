"""When operations are in force: their dates, their ends, and what acts do to the force of others (DESIGN 3.3, 3.4, 4.5)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TypeGuard

from msgspec.structs import replace

from clausier.consolidate.timeline import Event
from clausier.diagnostics import Diagnostic, codes_tim, report
from clausier.model.act import Act
from clausier.model.dates import Date, Pending, When
from clausier.model.operation import (
    Admit,
    Annul,
    Expire,
    MergeParties,
    NoEffect,
    Operation,
    Postpone,
    Prolong,
    RenameParty,
    Represent,
    TextOperation,
    Withdraw,
)

ONE_DAY = datetime.timedelta(days=1)
_OTHER = (NoEffect, MergeParties, Admit, Withdraw, RenameParty, Represent, Prolong, Postpone, Annul)


def is_text(operation: Operation) -> TypeGuard[TextOperation]:
    """Whether it changes the text, rather than the members or the force of another."""
    return not isinstance(operation, _OTHER)


def standing(acts: tuple[Act, ...]) -> tuple[tuple[Act, ...], tuple[Diagnostic, ...]]:
    """The acts as later ones leave them: without those annulled (as if they had never been), postponed ones postponed."""
    diagnostics: list[Diagnostic] = []
    known = {a.id for a in acts}
    annulled: dict[str, str] = {}
    # From the last signed to the first: an annulment that is itself annulled has no effect.
    for act in reversed(acts):
        for operation in act.operations:
            if isinstance(operation, Annul) and act.id not in annulled:
                if operation.annulled not in known or operation.annulled == act.id:
                    diagnostics.append(_unknown(operation, operation.annulled))
                annulled[operation.annulled] = act.id
    left = tuple(a for a in acts if a.id not in annulled)
    moved: dict[str, Date] = {}
    for act in left:
        for operation in act.operations:
            if isinstance(operation, Postpone):
                if operation.postponed not in known or operation.postponed == act.id:
                    diagnostics.append(_unknown(operation, operation.postponed))
                moved[operation.postponed] = operation.to
    return tuple(replace(a, in_force=moved[a.id]) if a.id in moved else a for a in left), tuple(diagnostics)


def _unknown(operation: Operation, act: str) -> Diagnostic:
    return report(codes_tim.UNKNOWN_ACT, operation.common.span, act=act)


def events(
    acts: tuple[Act, ...], drafts: frozenset[str]
) -> tuple[tuple[Event, ...], tuple[Event, ...], tuple[Diagnostic, ...]]:
    """The text's events in the order in which they apply, those that are pending, and what is wrong with their ends.

    The operations of one act that begin, and end, on one date are one event.
    """
    prolonged, diagnostics = _prolonged(acts)
    ready: list[tuple[When, int, Event]] = []
    pending: list[Event] = []
    for rank, act in enumerate(acts):
        groups: dict[tuple[str, str], list[TextOperation]] = {}
        dates: dict[tuple[str, str], tuple[Date, When | None]] = {}
        for operation in act.operations:
            if not is_text(operation):
                continue
            begin, end = prolonged.get(operation.common.id) or _dates(operation, act)
            key = (str(begin), str(end))
            groups.setdefault(key, []).append(operation)
            dates.setdefault(key, (begin, end))
        first_of_all = sorted(groups, key=lambda k: _first(dates[k][0]))
        for number, group in enumerate(first_of_all, start=1):
            begin, end = dates[group]
            identity = act.id if number == 1 else f"{act.id}#{number}"
            event = Event(id=identity, act=act.id, date=begin, until=end, operations=tuple(groups[group]))
            if isinstance(begin, Pending):
                pending.append(event)
            else:
                ready.append((begin, rank, event))
    ready.sort(key=lambda r: (r[2].act in drafts and r[0].first == datetime.date.max, r[0].first, r[0].last, r[1]))
    return tuple(_after_acts([event for _, _, event in ready])), tuple(pending), diagnostics


def _first(date: Date) -> datetime.date:
    return date.first if isinstance(date, When) else datetime.date.max


def _dates(operation: Operation, act: Act) -> tuple[Date, When | None]:
    until = operation.common.until
    return operation.common.in_force or act.in_force, until if isinstance(until, When) else None


def _after_acts(ordered: list[Event]) -> list[Event]:
    """The events, those of one date that say `après-acte` after the events of the act that they name."""
    result = list(ordered)
    asking = [(e, names) for e in ordered if (names := {o.common.after_act for o in e.operations} - {""})]
    for _ in asking:  # one that has moved may leave behind those that come after it
        for event, names in asking:
            later = [i for i, e in enumerate(result) if e.act in names and e.date == event.date]
            here = result.index(event)
            if later and max(later) > here:
                result.insert(max(later), result.pop(here))
    return result


def _prolonged(
    acts: tuple[Act, ...],
) -> tuple[dict[str, tuple[Date, When | None]], tuple[Diagnostic, ...]]:
    """New dates for the operations whose end a later act moves (`proroger`): their last day, or the day they expire."""
    moved: dict[str, tuple[Date, When | None]] = {}
    diagnostics: list[Diagnostic] = []
    earlier: list[tuple[Act, TextOperation]] = []
    for act in acts:
        for operation in act.operations:
            if isinstance(operation, Prolong):
                found = [(a, o) for a, o in earlier if _ends(o) and _shares_target(o, operation)]
                until = operation.common.until
                if found and isinstance(until, When):
                    moved.update({o.common.id: _ending(o, a, until) for a, o in found})
                else:
                    span, words = operation.common.place("target"), operation.targets[0].words
                    diagnostics.append(report(codes_tim.NOTHING_TO_PROLONG, span, target=words))
            elif is_text(operation):
                earlier.append((act, operation))
    return moved, tuple(diagnostics)


def _ending(operation: TextOperation, act: Act, until: When) -> tuple[Date, When | None]:
    """When an operation begins and ends, its end moved to `until`; what expires, does so on the day after."""
    if isinstance(operation, Expire):
        return replace(until, first=until.first + ONE_DAY, last=until.last + ONE_DAY), None
    return _dates(operation, act)[0], until


def _ends(operation: TextOperation) -> bool:
    return operation.common.until is not None or isinstance(operation, Expire)


def _shares_target(operation: TextOperation, prolong: Prolong) -> bool:
    mine = {t.steps for t in operation.targets}
    return any(t.steps in mine for t in prolong.targets)


def retroactive(acts: Iterable[Act]) -> Iterator[Diagnostic]:
    """A remark for each act whose words are in force before it was certainly signed."""
    for act in acts:
        if act.kind != "amendment" or act.signed is None:
            continue
        for operation in act.operations:
            date = operation.common.in_force
            if is_text(operation) and isinstance(date, When) and date.last < act.signed.first:
                yield report(
                    codes_tim.RETROACTIVE,
                    operation.common.place("en-vigueur"),
                    day=str(date.last),
                    signed=str(act.signed.first),
                )
        date = act.in_force
        if isinstance(date, When) and date.last < act.signed.first:
            yield report(codes_tim.RETROACTIVE, act.span, day=str(date.last), signed=str(act.signed.first))
