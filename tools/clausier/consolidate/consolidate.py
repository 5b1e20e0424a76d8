"""Acts → the timeline of the text: operations in time, each state of the text, and the days it answers for (DESIGN 4)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from clausier.amend import apply
from clausier.consolidate.timeline import Event, Membership, Period, Timeline, Version
from clausier.diagnostics import Diagnostic, Span, codes_tim, has_errors, report
from clausier.model.act import Act, Corpus, Party
from clausier.model.dates import Date, Pending, When
from clausier.model.operation import MergeParties, NoEffect, Operation
from clausier.model.provision import Provision

MOST_OPEN = 3  # events whose date is open on one day: two to that power are the candidates
ONE_DAY = datetime.timedelta(days=1)


def consolidate(
    corpus: Corpus, *, drafts: Iterable[str] = (), known: datetime.date | None = None
) -> tuple[Timeline, tuple[Diagnostic, ...]]:
    """The timeline of `corpus`, with the acts named in `drafts` as if they were signed.

    `known` leaves out the acts that were certainly signed after that day: the text as it was known then (4.1).

    Operations apply by date in force, then date signed, then act, then their order in the act (4.1). What does not fit is
    reported and changes nothing. A draft that is not asked for is tried on the latest text, and its faults are warnings.
    """
    wanted = frozenset(drafts)
    acts = (
        corpus.convention,
        *(
            a
            for a in corpus.amendments
            if (not a.draft or a.id in wanted) and not (known and a.signed and a.signed.first > known)
        ),
    )
    events, to_come = _events(acts, wanted)
    states = _States(corpus.convention, {e.id: e for e in events})
    diagnostics = list(states.main_line(tuple(e.id for e in events)))
    base = corpus.convention.in_force
    periods, problems = _periods(base, events, states) if isinstance(base, When) else ((), ())
    diagnostics.extend(problems)
    names = _Names(acts, states)
    versions = _versions(periods, states, names, complete=corpus.convention.complete)
    timeline = Timeline(
        acts=acts,
        versions=versions,
        periods=tuple(replace(p, candidates=tuple(names.of(_ids(c)) for c in p.candidates)) for p in periods),
        to_come=to_come,
        members=tuple(_members(corpus.convention, acts)),
        operations={o.common.id: o for a in corpus.acts for o in a.operations},
    )
    unknown = sorted(wanted - {a.id for a in corpus.amendments})
    diagnostics.extend(report(codes_tim.UNKNOWN_DRAFT, Span("amendments"), id=missing) for missing in unknown)
    if versions:
        for act in corpus.amendments:
            if act.draft and act.id not in wanted:
                diagnostics.extend(_tried(act, timeline.latest.document))
    return timeline, tuple(diagnostics)


def _ids(state: str) -> tuple[str, ...]:
    return tuple(part for part in state.split("\n") if part)


def _key(ids: Iterable[str]) -> str:
    return "\n".join(ids)


def _events(acts: tuple[Act, ...], drafts: frozenset[str]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The text's events in the order in which they apply, and those that are pending."""
    ready: list[tuple[When, int, Event]] = []
    pending: list[Event] = []
    for rank, act in enumerate(acts):
        groups: dict[tuple[object, ...], list[Operation]] = {}
        dates: dict[tuple[object, ...], Date] = {}
        for operation in act.operations:
            if isinstance(operation, (NoEffect, MergeParties)):
                continue
            date = operation.common.in_force or act.in_force
            key: tuple[object, ...] = (date.first, date.last) if isinstance(date, When) else (date.because,)
            groups.setdefault(key, []).append(operation)
            dates.setdefault(key, date)
        for number, (group, operations) in enumerate(sorted(groups.items(), key=lambda g: str(g[0])), start=1):
            identity = act.id if number == 1 else f"{act.id}#{number}"
            event = Event(id=identity, act=act.id, date=dates[group], operations=tuple(operations))
            if isinstance(event.date, Pending):
                pending.append(event)
            else:
                ready.append((event.date, rank, event))
    ready.sort(key=lambda r: (r[2].act in drafts and r[0].first == datetime.date.max, r[0].first, r[0].last, r[1]))
    return tuple(event for _, _, event in ready), tuple(pending)


@dataclass(slots=True)
class _States:
    """The text for each set of events, worked out once; a state that no order of its operations fits is None."""

    convention: Act
    events: dict[str, Event]
    documents: dict[tuple[str, ...], Provision | None] = field(default_factory=dict)

    def document(self, ids: tuple[str, ...]) -> Provision | None:
        """The text with the events `ids` in force, None where their operations do not fit."""
        if not ids:
            return self.convention.document
        if ids not in self.documents:
            before = self.document(ids[:-1])
            if before is None:
                self.documents[ids] = None
            else:
                after, diagnostics = run(self.events[ids[-1]].operations, before)
                self.documents[ids] = None if has_errors(diagnostics) else after
        return self.documents[ids]

    def main_line(self, ids: tuple[str, ...]) -> Iterator[Diagnostic]:
        """Apply every event in order; what does not fit is reported, left out, and the rest goes on."""
        for size in range(1, len(ids) + 1):
            before = self.document(ids[: size - 1])
            assert before is not None  # noqa: S101 - each prefix is stored below
            after, diagnostics = run(self.events[ids[size - 1]].operations, before)
            self.documents[ids[:size]] = after
            yield from diagnostics


def run(operations: Iterable[Operation], before: Provision) -> tuple[Provision, tuple[Diagnostic, ...]]:
    """The operations of one act and date, one after the other, on the text `before` them."""
    now = before
    diagnostics: list[Diagnostic] = []
    for operation in operations:
        if isinstance(operation, (NoEffect, MergeParties)):
            continue
        applied = apply(operation, before=before, now=now)
        now = applied.document
        diagnostics.extend(applied.diagnostics)
    return now, tuple(diagnostics)


def _periods(
    base: When, events: tuple[Event, ...], states: _States
) -> tuple[tuple[Period, ...], tuple[Diagnostic, ...]]:
    """Every day from the convention's first, cut where the answer changes; candidates are keys of states."""
    dated = [(e, e.date) for e in events if isinstance(e.date, When)]
    cuts = sorted({base.first, *(d for _, w in dated for d in (w.first, w.last) if d > base.first)})
    periods: list[Period] = []
    diagnostics: list[Diagnostic] = []
    for index, first in enumerate(cuts):
        last = cuts[index + 1] - ONE_DAY if index + 1 < len(cuts) else None
        certain = [e.id for e, w in dated if w.last <= first]
        uncertain = [(e, w) for e, w in dated if w.first <= first < w.last]
        if len(uncertain) > MOST_OPEN:
            names = ", ".join(e.id for e, _ in uncertain)
            span = events[0].operations[0].common.span
            diagnostics.append(report(codes_tim.TOO_MANY_STATES, span, day=str(first), acts=names))
            continue
        order = [e.id for e, _ in dated]
        candidates = tuple(
            _key(ids)
            for ids in _candidates(certain, [e.id for e, _ in uncertain], order)
            if states.document(ids) is not None
        )
        because = tuple((e.id, w) for e, w in uncertain)
        if periods and periods[-1].candidates == candidates:
            periods[-1] = replace(periods[-1], last=last)
        else:
            periods.append(Period(first=first, last=last, candidates=candidates, because=because))
    return tuple(periods), tuple(diagnostics)


def _candidates(certain: list[str], uncertain: list[str], order: list[str]) -> Iterator[tuple[str, ...]]:
    for size in range(len(uncertain) + 1):
        for chosen in combinations(uncertain, size):
            yield tuple(i for i in order if i in certain or i in chosen)


@dataclass(slots=True)
class _Names:
    """The name of each state (4.8)."""

    acts: tuple[Act, ...]
    states: _States
    given: dict[tuple[str, ...], str] = field(default_factory=dict)
    first_days: dict[tuple[str, ...], datetime.date] = field(default_factory=dict)

    def of(self, ids: tuple[str, ...]) -> str:
        """The name of the state: its last act where every earlier one is in force, else all joined with `+`."""
        if ids not in self.given:
            self.given[ids] = self._fresh(ids)
        return self.given[ids]

    def _fresh(self, ids: tuple[str, ...]) -> str:
        there = {self.states.events[i].act for i in ids}
        changing = {e.act for e in self.states.events.values()}
        signed = [a.id for a in self.acts if a.id in changing]
        present = [a for a in signed if a in there]
        if not present:
            return self.acts[0].id
        earlier = signed[: signed.index(present[-1])]
        stem = present[-1] if all(a in there for a in earlier) else "+".join([self.acts[0].id, *present])
        if stem not in self.given.values():
            return stem
        day = max((w.last for i in ids if isinstance(w := self.states.events[i].date, When)), default=None)
        return f"{stem}@{day}"


def _versions(periods: tuple[Period, ...], states: _States, names: _Names, *, complete: bool) -> tuple[Version, ...]:
    """One version for each state that some day may have, in the order in which they begin."""
    found: dict[tuple[str, ...], Version] = {}
    for period in periods:
        for candidate in period.candidates:
            ids = _ids(candidate)
            document = states.document(ids)
            if document is None:
                continue
            acts = tuple(dict.fromkeys([names.acts[0].id, *(states.events[i].act for i in ids)]))
            version = found.get(ids) or Version(
                id=names.of(ids), acts=acts, events=ids, document=document, complete=complete, first=None, last=None
            )
            if period.determined:
                version = replace(version, first=version.first or period.first, last=period.last)
            found[ids] = version
    return tuple(found.values())


def _members(convention: Act, acts: tuple[Act, ...]) -> Iterator[Membership]:
    if not isinstance(convention.in_force, When):
        return
    changes: list[tuple[datetime.date, MergeParties]] = []
    for act in acts:
        for operation in act.operations:
            date = operation.common.in_force or act.in_force
            if isinstance(operation, MergeParties) and isinstance(date, When):
                changes.append((date.last, operation))
    first, parties, cause = convention.in_force.first, convention.parties, ""
    for day, operation in sorted(changes, key=lambda c: c[0]):
        yield Membership(first=first, last=day - ONE_DAY, parties=parties, operation=cause)
        merged = Party(
            id=operation.into,
            name=operation.name or operation.into,
            source=operation.common.id,
            span=operation.common.span,
        )
        where = min((i for i, p in enumerate(parties) if p.id in operation.parties), default=len(parties))
        kept = [p for p in parties if p.id not in operation.parties]
        parties = (*kept[:where], merged, *kept[where:])
        first, cause = day, operation.common.id
    yield Membership(first=first, last=None, parties=parties, operation=cause)


def _tried(draft: Act, latest: Provision) -> Iterator[Diagnostic]:
    """What would be wrong if the draft were signed today, as warnings: a broken draft blocks nobody (3.8)."""
    _, diagnostics = run(draft.operations, latest)
    for found in diagnostics:
        yield replace(
            report(codes_tim.DRAFT_DOES_NOT_FIT, found.span, act=draft.id, what=found.message),
            help=found.help,
            labels=found.labels,
        )
