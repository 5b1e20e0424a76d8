"""What the words of a rule leave open: its parameters that are readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from clausier.rules.kinds import (
    Ballot,
    CastingVote,
    Classification,
    Competence,
    Composition,
    CostSharing,
    Criteria,
    Criterion,
    Deadline,
    Definition,
    Exemption,
    Fact,
    Facts,
    Frequency,
    Lasting,
    Majority,
    Norm,
    Open,
    Precedence,
    Procedure,
    Proxy,
    Quorum,
    Recusal,
    Required,
    Rule,
    Test,
    Weights,
)


def open_parameters(rule: Rule) -> Iterator[Open[object]]:
    """The parameters of `rule` that its words leave open."""
    match rule:
        case Majority():
            yield from _open_in_tests(rule.tests)
        case Quorum():
            yield from _opened(rule.applies)
            if rule.tests is not None:
                yield from _open_in_tests(rule.tests)
                yield from _opened(rule.proxies)
            yield from _opened(rule.again.interval if rule.again else None)
        case Composition():
            yield from _opened(rule.seats)
        case Ballot():
            yield from _opened(rule.later)
        case Recusal():
            yield from _opened(rule.counts)
        case Frequency():
            yield from _opened(rule.rhythm)
        case Deadline() | Lasting():
            yield from _opened(rule.length)
            if isinstance(rule, Deadline):
                yield from _opened(rule.holidays)
        case Competence():
            yield from (*_opened(rule.by), *_open_in_facts(rule.when))
        case Procedure():
            for step in rule.steps:
                yield from _opened(step.by)
        case Classification():
            yield from _open_in_facts(rule.when)
        case CostSharing():
            yield from (*_opened(rule.payers), *_open_in_facts(rule.when))
        case Exemption():
            yield from (*_opened(rule.excepts), *_open_in_facts(rule.when))
        case Weights() | Proxy() | CastingVote() | Precedence() | Definition() | Norm():
            return
        case _:
            assert_never(rule)


def _open_in_tests(tests: Test) -> Iterator[Open[object]]:
    match tests:
        case Criteria():
            for part in tests.of:
                yield from _open_in_tests(part)
        case Required():
            return
        case Criterion():
            for slot in (tests.threshold, tests.measure, tests.base, tests.among):
                yield from _opened(slot)
        case _:
            assert_never(tests)


def _open_in_facts(when: Fact | Facts) -> Iterator[Open[object]]:
    match when:
        case Facts():
            for part in when.of:
                yield from _open_in_facts(part)
        case Fact():
            yield from _opened(when.name)
        case _:
            assert_never(when)


def _opened(slot: object) -> Iterator[Open[object]]:
    if isinstance(slot, Open):
        yield slot
