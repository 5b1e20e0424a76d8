"""What a rule says, as JSON: its value by kind, and what its words leave open (`schema/rules.schema.json`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, assert_never

from clausier.rules import kinds
from clausier.rules.conditions import to_json
from clausier.rules.criteria import Criteria, Criterion, Fixed, Required, Test, Threshold
from clausier.rules.desugar_votes import formula, seats_of
from clausier.rules.exact import Json, decimal, ratio
from clausier.rules.settled import Settled, Slot, open_parameters
from clausier.rules.values import Relative, Share, value_json
from clausier.schemas import Object

T = TypeVar("T")


def rule_value(rule: kinds.Rule) -> Json:
    """The value of `rule`; where its words leave something open, `{"reading", "cases"}` as in conditions."""
    match rule:
        case kinds.Majority():
            return {**_tests(rule.tests), **({"round": rule.round} if rule.round else {})}
        case kinds.Quorum():
            return _quorum(rule)
        case kinds.Weights():
            return {**_weights(rule), **({"college": rule.among} if rule.among else {})}
        case kinds.Ballot():
            later: Object = {"later": _slot(rule.later, str)} if rule.later is not None else {}
            return {"rounds": rule.rounds, **later}
        case kinds.Composition():
            held: Object = {"held-by": list(rule.held_by)} if rule.held_by else {}
            return {"college": rule.college or None, "seats": to_json(seats_of(rule)), "voting": rule.voting, **held}
        case kinds.Proxy():
            return {"allowed": rule.allowed, "limit": rule.limit}
        case kinds.CastingVote():
            return {"seat": rule.seat or None, "open-only": rule.open_only, "measure": rule.measure}
        case kinds.Recusal():
            return {"counts": _slot(rule.counts, str)}
        case kinds.Frequency():
            return {"rhythm": _slot(rule.rhythm, value_json)}
        case kinds.Deadline():
            return {
                "length": _slot(rule.length, value_json),
                "bound": rule.bound,
                "side": rule.side,
                "of": rule.of,
                "event": rule.event,
                "extended": rule.extended,
                "holidays": _slot(rule.holidays, str) if rule.needs_holidays else None,
            }
        case kinds.Precedence():
            return {"prevails": rule.prevails, "over": list(rule.over), "scope": rule.scope or None}
        case kinds.Definition():
            return {"term": rule.term, "meaning": rule.meaning, "designates": list(rule.designates)}
        case kinds.Norm():
            return {
                "bearer": list(rule.bearer),
                "action": rule.action,
                "beneficiary": list(rule.beneficiary),
                "condition": rule.condition or None,
                "deadline": rule.deadline or None,
                "set_by": list(rule.set_by),
            }
        case kinds.Competence():
            return {"by": _slot(rule.by, _ids), "gives": list(rule.gives)}
        case kinds.Procedure():
            return {"steps": [{"by": _slot(step.by, str), "gives": list(step.gives)} for step in rule.steps]}
        case kinds.Classification():
            return {"classed": rule.classed, "otherwise": rule.otherwise or None}
        case kinds.CostSharing():
            return {"payers": _slot(rule.payers, _ids)}
        case kinds.Exemption():
            return {"excepts": _slot(rule.excepts, _ids)}
        case kinds.Lasting():
            return {"length": _slot(rule.length, value_json), "of": rule.of}
        case _:
            assert_never(rule)


def _ids(names: tuple[str, ...]) -> Json:
    return list(names)


def rule_readings(rule: kinds.Rule) -> Json:
    """What the words of `rule` leave open: each reading with its cases, as a person puts them."""
    found: dict[str, Json] = {}
    for reading in open_parameters(rule):
        cases: list[Json] = [{"case": case.name, "label": case.label} for case in reading.cases]
        found.setdefault(reading.reading, {"name": reading.reading, "cases": cases})
    return list(found.values())


def _slot(slot: Slot[T], of: Callable[[T], Json]) -> Json:
    if isinstance(slot, Settled):
        return of(slot.value)
    return {"reading": slot.reading, "cases": {case.name: of(case.value) for case in slot.cases}}


def _quorum(rule: kinds.Quorum) -> Object:
    value: Object = _tests(rule.tests) if rule.tests is not None else {"none": True}
    if rule.proxies != Settled("not-counted"):
        value["proxies"] = _slot(rule.proxies, str)
    if rule.applies != Settled("yes"):
        value["applies"] = _slot(rule.applies, str)
    if rule.again is not None:
        interval = _slot(rule.again.interval, value_json) if rule.again.interval is not None else None
        value["again"] = {"interval": interval, "same-agenda": rule.again.same_agenda}
    return value


def _weights(rule: kinds.Weights) -> Object:
    if rule.figure is not None:
        return {"formula": to_json(formula(rule.figure, rule.among))}
    if rule.each is not None:
        return {"each": decimal(rule.each)}
    by: Json = {seat: decimal(votes) for seat, votes in rule.by}
    return {"by": by, "total": decimal(rule.total) if rule.total is not None else None}


def _tests(tests: Test) -> Object:
    match tests:
        case Criteria():
            return {tests.how: [_tests(part) for part in tests.of]}
        case Required():
            return {"required": list(tests.seats)}
        case Criterion():
            return {
                "threshold": _slot(tests.threshold, _threshold),
                "measure": _slot(tests.measure, str),
                "base": _slot(tests.base, str),
                "among": _slot(tests.among, lambda among: among or None),
                **({"blocking": True} if tests.blocking else {}),
            }
        case _:
            assert_never(tests)


def _threshold(threshold: Threshold) -> Json:
    match threshold:
        case Relative():
            return {"relative": True}
        case Fixed():
            return {"number": decimal(threshold.number), "strict": threshold.strict}
        case Share():
            return {"share": ratio(threshold.of), "plus": threshold.plus, "strict": bool(threshold.strict)}
        case _:
            assert_never(threshold)
