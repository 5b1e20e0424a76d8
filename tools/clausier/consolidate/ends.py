"""When operations begin and end; `proroger` moves the end of earlier ones, target by target."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TypeGuard

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.diagnostics import Diagnostic, codes_tim, report
from clausier.model import operation as op
from clausier.model.act import Act
from clausier.model.dates import ONE_DAY, Date, When, day_after
from clausier.model.target import Target
from clausier.source.dates import THE_OPERATION

CONVENTION = "convention"
_OTHER = (
    op.NoEffect,
    op.MergeParties,
    op.Admit,
    op.Withdraw,
    op.RenameParty,
    op.Represent,
    op.Prolong,
    op.Postpone,
    op.Annul,
)
# What does the same to each of its targets, alone or with others.
_EACH = (op.Suspend, op.Expire, op.Repeal, op.Delete, op.Substitute, op.AddWords)


def is_text(operation: op.Operation) -> TypeGuard[op.TextOperation]:
    """Whether it changes the text, rather than the members or the force of another."""
    return not isinstance(operation, _OTHER)


def act_of(target: Target) -> str:
    """The act that the target names, which is the convention where it says nothing else."""
    return target.act or CONVENTION


def begins(operation: op.Operation, act: Act) -> Date:
    """When an operation takes effect: on its own date, or on its act's."""
    return operation.common.in_force or act.in_force


def ends_all(operation: op.Operation) -> bool:
    """Whether it ends the whole convention."""
    return isinstance(operation, op.Expire) and [(act_of(t), t.steps) for t in operation.targets] == [(CONVENTION, ())]


class Term(Struct, frozen=True):
    """When an operation begins, and the last day of what it does, if it has one."""

    begin: Date
    until: When | None = None


class Ends(Struct):
    """The terms that acts have moved, by the operation and the rank of its target; and what is wrong with them.

    `overtaken` are the operations that would end the whole convention after another has.
    """

    moved: dict[tuple[str, int], Term] = field(default_factory=dict)
    overtaken: set[str] = field(default_factory=set)
    findings: list[Diagnostic] = field(default_factory=list)

    def of(self, operation: op.TextOperation, act: Act) -> Iterator[tuple[op.TextOperation, Term]]:
        """The operation with its term; once for each term, where its targets have several."""
        if operation.common.id in self.overtaken:
            return
        own = _term(operation, act)
        terms = [self.moved.get((operation.common.id, rank), own) for rank in range(len(operation.targets))]
        if not isinstance(operation, _EACH) or len(set(terms)) == 1:
            term = next((t for t in terms if t != own), own)
            if isinstance(operation, op.Expire) and term != own:  # it is of the day to which its own has been moved
                operation = replace(operation, common=replace(operation.common, in_force=term.begin))
            yield operation, term
            return
        for term in dict.fromkeys(terms):
            mine = tuple(t for t, its in zip(operation.targets, terms, strict=True) if its == term)
            yield replace(operation, targets=mine), term


def ends(acts: Iterable[Act]) -> Ends:
    """The terms of the operations of `acts`, which come in the order in which they were signed, as `proroger` moves them.

    A prorogation that still waits for something moves nothing yet.
    """
    found = Ends()
    earlier: list[tuple[Act, op.TextOperation]] = []
    for act in acts:
        for operation in act.operations:
            if is_text(operation):
                if ends_all(operation):
                    earlier = list(_left(earlier, begins(operation, act), found))
                earlier.append((act, operation))
                _in_order(operation, act, found)
            elif isinstance(operation, op.Prolong) and isinstance(begins(operation, act), When):
                for target in operation.targets:
                    _prolong(operation, act, target, earlier, found)
    return found


def _left(
    earlier: Iterable[tuple[Act, op.TextOperation]], sooner: Date, found: Ends
) -> Iterator[tuple[Act, op.TextOperation]]:
    """The earlier operations, but for those that would end the whole convention once it has ended `sooner`."""
    for act, operation in earlier:
        begin = found.moved.get((operation.common.id, 0), _term(operation, act)).begin
        later = isinstance(sooner, When) and (not isinstance(begin, When) or begin.first >= sooner.last)
        if later and ends_all(operation):
            found.overtaken.add(operation.common.id)
        else:
            yield act, operation


def _in_order(operation: op.TextOperation, act: Act, found: Ends) -> None:
    """A finding where an operation ends before it begins: it would never be in force."""
    begin, until = begins(operation, act), operation.common.until
    if isinstance(begin, When) and isinstance(until, When) and until.last < begin.first:
        place = operation.common.place("jusqu-au")
        first, last = str(begin.first), str(until.last)
        found.findings.append(report(codes_tim.ENDS_FIRST, place, what=THE_OPERATION, until=last, begin=first))


def _prolong(
    operation: op.Prolong, act: Act, target: Target, earlier: list[tuple[Act, op.TextOperation]], found: Ends
) -> None:
    """The ends on `target` that had not passed when the prorogation came are moved; the last of them, where all had."""
    span, until, when = operation.common.place("target"), operation.common.until, begins(operation, act)
    whole = not target.steps and not target.act  # of the convention, its last day is prolonged, not what is suspended
    there = {
        (o.common.id, rank): (o, found.moved.get((o.common.id, rank)) or _term(o, a))
        for a, o in earlier
        for rank, t in enumerate(o.targets)
        if (act_of(t), t.steps) == (act_of(target), target.steps)
        and (ends_all(o) if whole else o.common.until is not None or isinstance(o, op.Expire))
    }
    if not there or until is None or not isinstance(when, When):
        help_ = codes_tim.RECORD_ITS_LAST_DAY if whole else None
        found.findings.append(report(codes_tim.NOTHING_TO_PROLONG, span, target=target.words, help=help_))
        return
    last = {key: _last_day(o, term) for key, (o, term) in there.items()}
    still = [key for key, day in last.items() if day >= when.first - ONE_DAY]
    if len({last[key] for key in still}) > 1:
        days = ", ".join(str(day) for day in sorted({last[key] for key in still}))
        found.findings.append(report(codes_tim.SEVERAL_ENDS, span, target=target.words, days=days))
        return
    moving = still or [key for key, day in last.items() if day == max(last.values())]
    latest, signed = last[moving[0]], act.signed.first if act.signed else when.first
    undated = when.first == datetime.date.max  # a draft, of which nobody can say that it comes too late
    if not undated and (not still or latest < signed):
        came = str(max(when.first, signed))
        help_ = codes_tim.CONCLUDED_ANEW if whole else None
        found.findings.append(
            report(codes_tim.PROLONGED_LATE, span, target=target.words, day=str(latest), when=came, help=help_)
        )
    if isinstance(until, When) and until.last < latest < datetime.date.max:  # one that is pending had no day
        found.findings.append(
            report(
                codes_tim.BROUGHT_FORWARD,
                operation.common.place("jusqu-au"),
                target=target.words,
                day=str(latest),
                until=str(until.last),
            )
        )
    for key in moving:
        one, term = there[key]
        if isinstance(one, op.Expire):  # what expires does so on the day after its last
            found.moved[key] = Term(day_after(until))
        else:
            found.moved[key] = Term(term.begin, until if isinstance(until, When) else None)


def _term(operation: op.TextOperation, act: Act) -> Term:
    until = operation.common.until
    return Term(begins(operation, act), until if isinstance(until, When) else None)


def _last_day(operation: op.TextOperation, term: Term) -> datetime.date:
    """The last day on which the term may leave in force what it ends; the last of all where nobody knows it yet."""
    if not isinstance(operation, op.Expire):
        return term.until.last if term.until else datetime.date.max
    return term.begin.last - ONE_DAY if isinstance(term.begin, When) else datetime.date.max
