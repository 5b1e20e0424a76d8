"""Each sentence of the act is the ground of a rule, or declared to state none: counted again from the act as received."""

from __future__ import annotations

import pytest

from clausier.rules.bound import Coverage
from support.projects import real_convention

# Sentences by provision (a table counts as one), counted by hand on `source.txt`.
SENTENCES = {
    "2": 6,
    "6.3": 1,
    "6.4": 11,
    "7.1": 6,
    "8": 5,
    "8.1": 15,
    "8.2": 15,
    "8.3": 16,
    "8.4": 12,
    "8.5": 4,
}


@pytest.fixture(scope="module")
def coverage() -> dict[tuple[str, str], Coverage]:
    return {(c.place.act, c.place.number): c for c in real_convention().rules.covered("avenant-1")}


@pytest.mark.parametrize(("number", "count"), SENTENCES.items())
def test_each_provision_of_the_act_has_its_sentences(
    coverage: dict[tuple[str, str], Coverage], number: str, count: int
) -> None:
    assert len(coverage["", number].sentences) == count


def test_nothing_is_left(coverage: dict[tuple[str, str], Coverage]) -> None:
    left = [(key, c.words(s)) for key, c in coverage.items() for s in c.sentences if s.status == "left"]
    assert left == []


def test_what_is_not_at_hand_is_not_counted(coverage: dict[tuple[str, str], Coverage]) -> None:
    unknown = {number for (_, number), c in coverage.items() if c.lacuna}
    assert unknown == {"1", "3", "4", "5", "6", "6.1", "6.2", "7"}
    assert all(not c.sentences for c in coverage.values() if c.lacuna)


def test_what_states_no_rule_in_the_articles_is_only_what_leads_in_or_refers(
    coverage: dict[tuple[str, str], Coverage],
) -> None:
    reasons = {s.motive for (act, _), c in coverage.items() if not act for s in c.sentences if s.status == "no-rule"}
    assert reasons == {"lead-in", "reference"}
