"""What the words of a rule leave open: its parameters that are readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from clausier.rules import kinds
from clausier.rules.criteria import Criteria, Criterion, Required, Test
from clausier.rules.settled import Open


def open_parameters(rule: kinds.Rule) -> Iterator[Open[object]]:
    """The parameters of `rule` that its words leave open to several readings."""
    match rule:
        case kinds.Majority():
            yield from _open_in_tests(rule.tests)
        case kinds.Quorum():
            yield from _opened(rule.applies)
            if rule.tests is not None:
                yield from _open_in_tests(rule.tests)
                yield from _opened(rule.proxies)
            yield from _opened(rule.again.interval if rule.again else None)
        case kinds.Composition():
            yield from _opened(rule.seats)
        case kinds.Ballot():
            yield from _opened(rule.later)
        case kinds.Recusal():
            yield from _opened(rule.counts)
        case kinds.Frequency():
            yield from _opened(rule.rhythm)
        case kinds.Deadline() | kinds.Lasting():
            yield from _opened(rule.length)
            if isinstance(rule, kinds.Deadline):
                yield from _opened(rule.holidays)
        case kinds.Competence():
            yield from (*_opened(rule.by), *_open_in_facts(rule.when))
        case kinds.Procedure():
            for step in rule.steps:
                yield from _opened(step.by)
        case kinds.Classification():
            yield from _open_in_facts(rule.when)
        case kinds.CostSharing():
            yield from (*_opened(rule.payers), *_open_in_facts(rule.when))
        case kinds.Exemption():
            yield from (*_opened(rule.excepts), *_open_in_facts(rule.when))
        case (
            kinds.Weights()
            | kinds.Proxy()
            | kinds.CastingVote()
            | kinds.Precedence()
            | kinds.Definition()
            | kinds.Norm()
        ):
            return
        case _:
            assert_never(rule)


def understood(rule: kinds.Rule, assumes: Iterable[tuple[str, str]]) -> list[str]:
    """How a person puts what is assumed of `rule`: for each reading and case, its label, or else its name."""
    labels = {
        (slot.reading, case.name): case.label or case.name for slot in open_parameters(rule) for case in slot.cases
    }
    return [labels[assumed] for assumed in assumes]


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


def _open_in_facts(when: kinds.Fact | kinds.Facts) -> Iterator[Open[object]]:
    match when:
        case kinds.Facts():
            for part in when.of:
                yield from _open_in_facts(part)
        case kinds.Fact():
            yield from _opened(when.name)
        case _:
            assert_never(when)


def _opened(slot: object) -> Iterator[Open[object]]:
    if isinstance(slot, Open):
        yield slot
