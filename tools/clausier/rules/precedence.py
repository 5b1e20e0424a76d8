"""Two rules in force that answer one question: which prevails, by a clause that says so, or that none does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from clausier.diagnostics import Diagnostic, Label, Message, report
from clausier.diagnostics import codes_rul as codes
from clausier.rules import kinds
from clausier.rules.bound import BoundRule

Question = tuple[str, ...]
_THE_OTHER = Message(fr="l’autre est ici", en="the other is here")


def question(rule: BoundRule) -> Question | None:
    """What `rule` answers: two rules of one question contradict each other. None for what may stand side by side."""
    source = rule.source
    asked = (source.kind, source.body, source.matter)
    match rule.rule:
        case kinds.Majority(round=round_):
            return (*asked, str(round_)) if source.body or source.matter else None
        case kinds.Quorum(again=again):
            return (*asked, "again" if again else "") if source.body or source.matter else None
        case kinds.Weights(among=among):
            return (*asked, among) if source.body or source.matter else None
        case kinds.Ballot() | kinds.Frequency() | kinds.Proxy() | kinds.CastingVote() | kinds.Recusal():
            return asked if source.body or source.matter else None
        case kinds.Composition(college=college):
            return (*asked, college)
        case kinds.Deadline(of=of, event=event, bound=bound, side=side):
            return (*asked, of, event, bound, side)
        case kinds.Definition(term=term):
            return (source.kind, term.casefold())
        case (
            kinds.Precedence()
            | kinds.Norm()
            | kinds.Competence()
            | kinds.Procedure()
            | kinds.Classification()
            | kinds.CostSharing()
            | kinds.Exemption()
        ):
            return None
        case kinds.Lasting():
            return asked if source.matter else None
        case _:
            assert_never(rule.rule)


def overridden(rules: Iterable[BoundRule]) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """Of the rules of one version, those over which another prevails, each with that other; and what nothing settles."""
    losers: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    listed = tuple(rules)
    clauses = tuple(r.rule for r in listed if isinstance(r.rule, kinds.Precedence))
    for first, second in _pairs(listed):
        if _prevails(first, second, clauses):
            losers.setdefault(second.id, first.id)
        elif _prevails(second, first, clauses):
            losers.setdefault(first.id, second.id)
        else:
            labels = [Label(first.source.span, _THE_OTHER)]
            diagnostics.append(
                report(codes.TWO_ANSWERS, second.source.span, labels=labels, first=first.id, second=second.id)
            )
    return losers, tuple(diagnostics)


def _pairs(rules: tuple[BoundRule, ...]) -> Iterator[tuple[BoundRule, BoundRule]]:
    asked: dict[Question, list[BoundRule]] = {}
    for rule in rules:
        key = question(rule)
        if key is None:
            continue
        for other in asked.get(key, ()):
            if other.id != rule.id:  # an id given twice has been reported
                yield other, rule
        asked.setdefault(key, []).append(rule)


def _prevails(winner: BoundRule, loser: BoundRule, clauses: Iterable[kinds.Precedence]) -> bool:
    return any(winner.act == clause.prevails and loser.act in clause.over for clause in clauses)
