"""Deadlines, held to their boundary days: the condition that comes of the words, worked out from two days."""

from __future__ import annotations

import datetime
import re

import pytest

from clausier.diagnostics import Diagnostic
from clausier.rules.bound import BoundRule
from clausier.rules.evaluation import Facts, evaluate
from clausier.rules.kinds import Deadline
from rules.timelines import article, bound, codes, day, states, timeline, version


def deadline(words: str, quote: str, *keys: str) -> tuple[list[BoundRule], tuple[Diagnostic, ...]]:
    """The rule that quotes `quote` in an article that says `words`."""
    extra = "".join(f", {key}" for key in keys)
    yaml = f"""\
règles:
  - {{id: d, nature: délai, article: "1", citation: "{quote}", événement: avis{extra}}}
"""
    rules, problems = bound(yaml, timeline(version("convention", article("1", words), first="2020-01-01")))
    return states(rules, "d"), problems


def holds(rule: BoundRule, avis: str, ag: str) -> bool:
    assert rule.condition is not None
    return evaluate(rule.condition, Facts(days={"avis": day(avis), "ag": day(ag)}))


BEFORE, AFTER = "avant: ag", "après: ag"


@pytest.mark.parametrize(
    ("words", "key", "ag", "last_good", "first_bad"),
    [
        # at least so long before: the last day on which it is early enough, and the next
        ("au moins 15 jours avant", BEFORE, "2024-03-16", "2024-03-01", "2024-03-02"),
        ("au moins trois semaines avant", BEFORE, "2024-03-22", "2024-03-01", "2024-03-02"),
        ("au moins 5 jours francs avant", BEFORE, "2024-03-07", "2024-03-01", "2024-03-02"),
        ("au minimum un mois avant", BEFORE, "2024-03-31", "2024-02-29", "2024-03-01"),
        ("au minimum un mois avant", BEFORE, "2023-03-31", "2023-02-28", "2023-03-01"),
        ("au minimum un an avant", BEFORE, "2024-02-29", "2023-02-28", "2023-03-01"),
        ("au minimum 48 heures avant", BEFORE, "2024-03-03", "2024-03-01", "2024-03-02"),
        ("au plus tard 15 jours avant", BEFORE, "2024-03-16", "2024-03-01", "2024-03-02"),
        # at most so long after
        ("dans les deux mois suivant", AFTER, "2023-12-31", "2024-02-29", "2024-03-01"),
        ("dans un délai de 8 jours après", AFTER, "2024-02-29", "2024-03-08", "2024-03-09"),
        ("au plus 8 jours après", AFTER, "2024-02-29", "2024-03-08", "2024-03-09"),
        ("au plus tard 8 jours après", AFTER, "2024-02-29", "2024-03-08", "2024-03-09"),
        ("sous 8 jours francs après", AFTER, "2024-02-29", "2024-03-09", "2024-03-10"),
    ],
)
def test_the_last_day_is_in_time_and_the_next_is_late(
    words: str, key: str, ag: str, last_good: str, first_bad: str
) -> None:
    (rule,), problems = deadline(words, quoted(words), key)
    assert codes(problems) == []
    assert holds(rule, last_good, ag)
    assert not holds(rule, first_bad, ag)


@pytest.mark.parametrize(
    ("words", "key", "ag", "first_good", "last_bad"),
    [
        ("au moins 15 jours après", AFTER, "2024-03-01", "2024-03-16", "2024-03-15"),
        ("au plus tôt 15 jours après", AFTER, "2024-03-01", "2024-03-16", "2024-03-15"),
        ("au plus 15 jours avant", BEFORE, "2024-03-16", "2024-03-01", "2024-02-29"),
        ("au plus tôt 15 jours avant", BEFORE, "2024-03-16", "2024-03-01", "2024-02-29"),
    ],
)
def test_the_first_day_is_late_enough_and_the_one_before_is_too_early(
    words: str, key: str, ag: str, first_good: str, last_bad: str
) -> None:
    (rule,), problems = deadline(words, quoted(words), key)
    assert codes(problems) == []
    assert holds(rule, first_good, ag)
    assert not holds(rule, last_bad, ag)


def quoted(words: str) -> str:
    """`words` with a placeholder in place of their duration."""
    return re.sub(r"(un|deux|trois|[0-9]+) \w+( francs)?(?= \w+$)", "{d:durée}", words)


def test_at_most_so_long_before_is_not_after_and_after_is_not_before() -> None:
    (before,), _ = deadline("au plus 15 jours avant", "au plus {d:durée} avant", BEFORE)
    assert holds(before, "2024-03-16", "2024-03-16")
    assert not holds(before, "2024-03-17", "2024-03-16")
    (after,), _ = deadline("dans les 8 jours", "dans les {d:durée}", AFTER)
    assert holds(after, "2024-03-16", "2024-03-16")
    assert not holds(after, "2024-03-15", "2024-03-16")


@pytest.mark.parametrize("counting", ["ouvrés", "ouvrables"])
def test_days_that_only_a_calendar_of_holidays_can_count_leave_the_condition_out(counting: str) -> None:
    (rule,), problems = deadline(f"au moins 5 jours {counting} avant", "au moins {d:durée} avant", BEFORE)
    assert codes(problems) == []
    assert rule.condition is None
    assert isinstance(rule.rule, Deadline)


def test_a_bound_is_stated_where_the_words_do_not_say() -> None:
    (rule,), problems = deadline(
        "un préavis de 15 jours avant", "préavis de {d:durée} avant", BEFORE, "borne: au-moins"
    )
    assert codes(problems) == []
    assert isinstance(rule.rule, Deadline)
    assert rule.rule.bound == "at-least"
    assert codes(deadline("un préavis de 15 jours avant", "préavis de {d:durée} avant", BEFORE)[1]) == ["RUL103"]


def test_what_is_stated_of_the_bound_counts_before_the_words() -> None:
    (rule,), _ = deadline("au moins 15 jours avant", "au moins {d:durée} avant", BEFORE, "borne: au-plus")
    assert isinstance(rule.rule, Deadline)
    assert rule.rule.bound == "at-most"


def test_days_are_counted_from_the_epoch() -> None:
    (rule,), _ = deadline("au moins 1 jour avant", "au moins {d:durée} avant", BEFORE)
    assert rule.condition is not None
    facts = Facts(days={"avis": datetime.date(1969, 12, 30), "ag": datetime.date(1969, 12, 31)})
    assert evaluate(rule.condition, facts)
