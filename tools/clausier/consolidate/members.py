"""The members over time: a timeline of their own, which begins no version of the text."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator
from operator import itemgetter

from msgspec.structs import replace

from clausier.consolidate.ends import begins
from clausier.consolidate.timeline import Membership, Timeline, Version
from clausier.diagnostics import Diagnostic, codes_tim, report
from clausier.model.act import Act, Party
from clausier.model.dates import ONE_DAY, Date, When
from clausier.model.operation import Admit, MemberOperation, MergeParties, Operation, RenameParty, Represent, Withdraw

MOST_LISTS = 8
"""So many lists of members are answered one by one, as states of the text are (4.8)."""


class ManyMembersError(ValueError):
    """The dates leave too many lists of members possible; with the acts whose dates to record."""

    def __init__(self, acts: tuple[str, ...]) -> None:
        super().__init__(*acts)
        self.acts = acts


def members(acts: tuple[Act, ...], named: Iterable[Act] = ()) -> tuple[tuple[Membership, ...], tuple[Diagnostic, ...]]:
    """The members between two changes, from the convention's first day on, and the changes that name nobody.

    A change whose day is not known counts from the last day possible: until then nobody has been admitted or has left.
    `named` are acts by which somebody would join too: those annulled since, those that wait, drafts.
    """
    convention = acts[0]
    if not isinstance(convention.in_force, When):
        return (), ()
    found: list[Membership] = []
    diagnostics: list[Diagnostic] = []
    first, parties, cause = convention.in_force.first, convention.parties, ""
    joining = (o for act in named for o in act.operations if isinstance(o, (Admit, MergeParties)))
    ever = {p.id for p in parties} | {newcomer(o) for o in (*joining, *(o for _, o in _changes(acts)))}
    for day, operation in _changes(acts):
        changed = _changed(parties, operation)
        if changed is None:
            diagnostics.extend(_unknown(parties, operation, day, ever))
            continue
        if day > first:
            found.append(Membership(first=first, last=day - ONE_DAY, parties=parties, operation=cause))
        first, parties, cause = max(day, first), changed, operation.common.id
    found.append(Membership(first=first, last=None, parties=parties, operation=cause))
    return tuple(found), tuple(diagnostics)


def members_in(timeline: Timeline, version: Version) -> tuple[Membership, ...]:
    """The members over time where `version` is the text: what changes them on an open day has come with what changes its text."""
    acts = _in_version(timeline, version)
    return timeline.members if acts == timeline.acts else members(acts)[0]


def open_changes(timeline: Timeline, day: datetime.date) -> tuple[tuple[str, When], ...]:
    """The changes of members of which it is open whether they have happened by `day`: the act of each, and its date.

    Not those whose date decides about the text too: for these, each possible version has its own answer.
    """
    of_text = {(event.act, event.date) for event in timeline.events}
    return tuple(one for one in dated_changes(timeline) if one[1].first <= day < one[1].last and one not in of_text)


def dated_changes(timeline: Timeline) -> tuple[tuple[str, When], ...]:
    """The days, known or not, on which members come or go: the act of each, and its date."""
    dated = (
        (act.id, date)
        for act in timeline.acts
        for operation in act.operations
        if isinstance(operation, (Admit, Withdraw, MergeParties)) and isinstance(date := begins(operation, act), When)
    )
    return tuple(dict.fromkeys(dated))


def possible_members(timeline: Timeline, version: Version, day: datetime.date) -> tuple[tuple[Party, ...], ...]:
    """Each list of members that is possible on that day, where `version` is the text; first the list without any open change.

    A change whose date is open either has not happened yet by that day, or has, before or after the changes that are
    certain; where it fits at neither place, it has not happened. Raises ManyMembersError.
    """
    acts, opened = _in_version(timeline, version), open_changes(timeline, day)
    if 2 ** len(opened) > MOST_LISTS:
        raise ManyMembersError(tuple(dict.fromkeys(act for act, _ in opened)))
    found: dict[frozenset[str], tuple[Party, ...]] = {}
    for size in range(len(opened) + 1):
        for come in itertools.combinations(opened, size):
            for when in (None, day):
                over_time, problems = members(tuple(_by(day, act, come, when) for act in acts))
                if over_time and not problems:
                    parties = over_time[-1].parties
                    found.setdefault(frozenset(party.id for party in parties), parties)
                    break
    return tuple(found.values())


def _by(day: datetime.date, act: Act, come: Iterable[tuple[str, Date]], when: datetime.date | None) -> Act:
    """The act with the operations alone that have come by that day."""
    dated = (_come(operation, act, come, when) for operation in act.operations)
    settled = (o for o in dated if isinstance(date := begins(o, act), When) and date.last <= day)
    return replace(act, operations=tuple(settled))


def _in_version(timeline: Timeline, version: Version) -> tuple[Act, ...]:
    come = {(event.act, event.date) for event in timeline.events if event.id in version.events}
    return tuple(
        replace(act, operations=tuple(_come(operation, act, come) for operation in act.operations))
        for act in timeline.acts
    )


def _come(
    operation: Operation, act: Act, come: Iterable[tuple[str, Date]], when: datetime.date | None = None
) -> Operation:
    """The operation from its first possible day on (or `when`), where its day is open and one of those that have come."""
    date = begins(operation, act)
    if not isinstance(date, When) or date.exact or (act.id, date) not in come:
        return operation
    day = when or date.first
    return replace(operation, common=replace(operation.common, in_force=replace(date, first=day, last=day)))


def _changes(acts: tuple[Act, ...]) -> Iterator[tuple[datetime.date, MemberOperation]]:
    dated: list[tuple[datetime.date, MemberOperation]] = []
    for act in acts:
        for operation in act.operations:
            if isinstance(operation, (Admit, Withdraw, MergeParties, RenameParty, Represent)):
                date = begins(operation, act)
                if isinstance(date, When):
                    dated.append((date.last, operation))
    yield from sorted(dated, key=itemgetter(0))


def _changed(parties: tuple[Party, ...], operation: MemberOperation) -> tuple[Party, ...] | None:
    """The members after the operation; None where it names one who is not, or is already, a member."""
    ids = {p.id for p in parties}
    source, span = operation.common.id, operation.common.span
    match operation:
        case Admit(party=party, name=name):
            return (*parties, Party(id=party, name=name, source=source, span=span)) if party not in ids else None
        case Withdraw(party=party):
            return tuple(p for p in parties if p.id != party) if party in ids else None
        case RenameParty(party=party, name=name):
            return tuple(replace(p, name=name) if p.id == party else p for p in parties) if party in ids else None
        case Represent(party=party, represented_by=person, quality=quality):
            if party not in ids:
                return None
            return tuple(replace(p, represented_by=person, quality=quality) if p.id == party else p for p in parties)
        case MergeParties(parties=merged, into=into, name=name):
            if not set(merged) <= ids or (into in ids and into not in merged):
                return None
            where = min(i for i, p in enumerate(parties) if p.id in merged)
            kept = tuple(p for p in parties if p.id not in merged)
            heir = next((p for p in parties if p.id == into), Party(id=into, name=into, span=span))
            heir = replace(heir, name=name or heir.name, source=source, span=span)
            return (*kept[:where], heir, *kept[where:])


def newcomer(operation: MemberOperation) -> str:
    """The member that the operation makes, "" where it makes none."""
    match operation:
        case Admit(party=party):
            return party
        case MergeParties(into=into):
            return into
        case _:
            return ""


def _unknown(
    parties: tuple[Party, ...], operation: MemberOperation, day: datetime.date, ever: set[str]
) -> Iterator[Diagnostic]:
    """That the operation names one who is not a member that day, or is one already.

    Who never is a member has been reported where the acts were read.
    """
    ids = {p.id for p in parties}
    if isinstance(operation, MergeParties):
        wrong = [p for p in operation.parties if p not in ids] or [operation.into]
    else:
        wrong = [operation.party]
    for name in wrong:
        if name in ever:
            verb = operation.common.verb
            yield report(codes_tim.NOT_A_MEMBER, operation.common.span, party=name, day=str(day), verb=verb)
