"""When operations are in force: their dates, their ends, and what acts do to the force of others."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec.structs import replace

from clausier.consolidate.drafts import AFTER_ALL, EVE
from clausier.consolidate.ends import begins, ends, ends_all, is_text
from clausier.consolidate.timeline import Event
from clausier.diagnostics import Diagnostic, Label, codes_tim, report
from clausier.model.act import Act
from clausier.model.dates import Date, Pending, When
from clausier.model.operation import Annul, Operation, Postpone, TextOperation
from clausier.source.dates import THE_OPERATION


def standing(acts: tuple[Act, ...]) -> tuple[tuple[Act, ...], tuple[Diagnostic, ...]]:
    """The acts as later ones leave them: without those annulled (as if they had never been), postponed ones postponed.

    What still waits for something annuls and postpones nothing yet.
    """
    diagnostics: list[Diagnostic] = []
    known = {a.id for a in acts}
    annulled: dict[str, str] = {}
    # From the last signed to the first: an annulment that is itself annulled has no effect.
    for act in reversed(acts):
        for operation in act.operations:
            if isinstance(operation, Annul) and act.id not in annulled and isinstance(begins(operation, act), When):
                if operation.annulled not in known or operation.annulled == act.id:
                    diagnostics.append(_unknown(operation, operation.annulled))
                annulled[operation.annulled] = act.id
    left = tuple(a for a in acts if a.id not in annulled)
    by_id = {a.id: a for a in left}
    for act in left:
        for operation in act.operations:
            when = begins(operation, act)
            if not isinstance(operation, Postpone) or not isinstance(when, When):
                continue
            if operation.postponed not in known or operation.postponed == act.id:
                diagnostics.append(_unknown(operation, operation.postponed))
            if operation.postponed in by_id:
                there = by_id[operation.postponed]
                diagnostics.extend(_postponed(operation, when, there))
                by_id[there.id] = replace(there, in_force=operation.to)
    return tuple(by_id[a.id] for a in left), tuple(diagnostics)


def _postponed(operation: Postpone, when: When, act: Act) -> Iterator[Diagnostic]:
    """What a postponement cannot mean: an earlier day, or that an act in force has not been; what has a day of its own keeps it."""
    day, to = act.in_force, operation.to
    if isinstance(day, When) and isinstance(to, When) and to.last < day.first:
        place = operation.common.place("au")
        yield report(codes_tim.POSTPONED_SOONER, place, act=act.id, day=str(day.first), to=str(to.last))
    if isinstance(day, When) and day.last < when.first:
        yield report(
            codes_tim.POSTPONED_LATE, operation.common.span, act=act.id, day=str(day.last), when=str(when.first)
        )
    for theirs in act.operations:
        own = theirs.common.in_force
        if isinstance(own, When) and isinstance(to, When) and own.last < to.first:
            yield report(
                codes_tim.NOT_POSTPONED,
                operation.common.span,
                operation=theirs.common.id,
                day=str(own.last),
                to=str(to.first),
                labels=[Label(theirs.common.span, THE_OPERATION)],
            )


def _unknown(operation: Operation, act: str) -> Diagnostic:
    return report(codes_tim.UNKNOWN_ACT, operation.common.span, act=act)


def events(
    acts: tuple[Act, ...], drafts: frozenset[str]
) -> tuple[tuple[Event, ...], tuple[Event, ...], tuple[Diagnostic, ...]]:
    """The text's events in the order in which they apply, those that are pending, and what is wrong with their ends.

    The operations of one act that begin, and end, on one date are one event, unless one of another end stands between them.
    """
    terms = ends(acts)
    undated = any(begins(o, a) == AFTER_ALL for a in acts for o in a.operations if is_text(o))
    ready: list[tuple[When, int, Event]] = []
    pending: list[Event] = []
    for rank, act in enumerate(acts):
        groups: dict[tuple[str, str, int], list[TextOperation]] = {}
        dates: dict[tuple[str, str, int], tuple[Date, When | None]] = {}
        open_groups: dict[str, tuple[str, str, int]] = {}  # the last group of each first day
        for operation in act.operations:
            if not is_text(operation):
                continue
            for part, term in terms.of(operation, act):
                begin = _as_a_day(term.begin) if isinstance(term.begin, When) else term.begin
                until = term.until and _as_a_day(term.until)
                if undated and ends_all(part):  # a draft without a day is one of the convention as it lasts
                    until = When(first=EVE, last=EVE, words=str(EVE))
                day, last_day = str(begin), str(until)
                key = open_groups.get(day, (day, last_day, 0))
                if key[1] != last_day:
                    key = (day, last_day, key[2] + 1)
                open_groups[day] = key
                groups.setdefault(key, []).append(part)
                dates.setdefault(key, (begin, until))
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
    return tuple(_after_acts([event for _, _, event in ready])), tuple(pending), tuple(terms.findings)


def _as_a_day(date: When) -> When:
    """A day that is known, without what its source says of it: one that is presumed is the same as one that is written."""
    return When(first=date.first, last=date.last, words=str(date.first)) if date.exact else date


def _first(date: Date) -> datetime.date:
    return date.first if isinstance(date, When) else datetime.date.max


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


def retroactive(acts: tuple[Act, ...]) -> Iterator[Diagnostic]:
    """A remark for each act whose words are in force before it was certainly signed; a warning where the convention was not, either."""
    begun = next((act.signed.first for act in acts if act.kind == "convention" and act.signed), datetime.date.min)
    for act in acts:
        if act.kind == "amendment" and act.signed and act.signed.last < begun:
            day, signed = str(act.signed.last), str(begun)
            yield report(codes_tim.SIGNED_BEFORE_CONVENTION, act.span, day=day, signed=signed)
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
