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
from clausier.model.dates import ONE_DAY, Date, When
from clausier.model.target import Target

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


class Term(Struct, frozen=True):
    """When an operation begins, and the last day of what it does, if it has one."""

    begin: Date
    until: When | None = None


class Ends(Struct):
    """The terms that acts have moved, by the operation and the rank of its target; and what is wrong with them."""

    moved: dict[tuple[str, int], Term] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def of(self, operation: op.TextOperation, act: Act) -> Iterator[tuple[op.TextOperation, Term]]:
        """The operation with its term; once for each term, where its targets have several."""
        own = _term(operation, act)
        terms = [self.moved.get((operation.common.id, rank), own) for rank in range(len(operation.targets))]
        if not isinstance(operation, _EACH) or len(set(terms)) == 1:
            yield operation, next((t for t in terms if t != own), own)
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
                earlier.append((act, operation))
                _in_order(operation, act, found)
            elif isinstance(operation, op.Prolong) and isinstance(begins(operation, act), When):
                for target in operation.targets:
                    _prolong(operation, act, target, earlier, found)
    return found


def _in_order(operation: op.TextOperation, act: Act, found: Ends) -> None:
    """A finding where an operation ends before it begins: it would never be in force."""
    begin, until = begins(operation, act), operation.common.until
    if isinstance(begin, When) and isinstance(until, When) and until.last < begin.first:
        place = operation.common.place("jusqu-au")
        found.findings.append(report(codes_tim.ENDS_FIRST, place, until=str(until.last), begin=str(begin.first)))


def _prolong(
    operation: op.Prolong, act: Act, target: Target, earlier: list[tuple[Act, op.TextOperation]], found: Ends
) -> None:
    """The ends on `target` that had not passed when the prorogation came are moved; the last of them, where all had."""
    span, until, when = operation.common.place("target"), operation.common.until, begins(operation, act)
    there = {
        (o.common.id, rank): (o, found.moved.get((o.common.id, rank)) or _term(o, a))
        for a, o in earlier
        for rank, t in enumerate(o.targets)
        if (act_of(t), t.steps) == (act_of(target), target.steps)
        and (o.common.until is not None or isinstance(o, op.Expire))
    }
    if not there or not isinstance(until, When) or not isinstance(when, When):
        found.findings.append(report(codes_tim.NOTHING_TO_PROLONG, span, target=target.words))
        return
    last = {key: _last_day(o, term) for key, (o, term) in there.items()}
    latest = max(last.values())
    still = [key for key, day in last.items() if day >= when.first - ONE_DAY]
    if len({last[key] for key in still}) > 1:
        days = ", ".join(str(day) for day in sorted({last[key] for key in still}))
        found.findings.append(report(codes_tim.SEVERAL_ENDS, span, target=target.words, days=days))
        return
    if not still:
        found.findings.append(
            report(codes_tim.PROLONGED_LATE, span, target=target.words, day=str(latest), when=str(when.first))
        )
    if latest > until.last:
        found.findings.append(
            report(
                codes_tim.BROUGHT_FORWARD,
                operation.common.place("jusqu-au"),
                target=target.words,
                day=str(latest),
                until=str(until.last),
            )
        )
    for key in still or [key for key, day in last.items() if day == latest]:
        one, term = there[key]
        if isinstance(one, op.Expire):  # what expires does so on the day after its last
            found.moved[key] = Term(replace(until, first=until.first + ONE_DAY, last=until.last + ONE_DAY))
        else:
            found.moved[key] = Term(term.begin, until)


def _term(operation: op.TextOperation, act: Act) -> Term:
    until = operation.common.until
    return Term(begins(operation, act), until if isinstance(until, When) else None)


def _last_day(operation: op.TextOperation, term: Term) -> datetime.date:
    """The last day on which the term may leave in force what it ends; the last of all where nobody knows it yet."""
    if not isinstance(operation, op.Expire):
        return term.until.last if term.until else datetime.date.max
    return term.begin.last - ONE_DAY if isinstance(term.begin, When) else datetime.date.max
