"""Deadlines, held to their boundary days: the condition that comes of the words, worked out from two days."""

from __future__ import annotations

import datetime
import re

import pytest

from clausier.decide.holidays import public_holidays as public
from clausier.diagnostics import Diagnostic
from clausier.rules.bound import BoundRule
from clausier.rules.evaluation import Facts, evaluate, readings
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
        ("15 jours au moins avant", BEFORE, "2024-03-16", "2024-03-01", "2024-03-02"),
        ("15 jours, au plus tard, avant", BEFORE, "2024-03-16", "2024-03-01", "2024-03-02"),
        # at most so long after
        ("8 jours au plus après", AFTER, "2024-02-29", "2024-03-08", "2024-03-09"),
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
    return re.sub(r"(un|deux|trois|[0-9]+) \w+( francs)?(?=,? (?:au [a-z ]+,? )?\w+$)", "{d:durée}", words)


def test_at_most_so_long_before_is_not_after_and_after_is_not_before() -> None:
    (before,), _ = deadline("au plus 15 jours avant", "au plus {d:durée} avant", BEFORE)
    assert holds(before, "2024-03-16", "2024-03-16")
    assert not holds(before, "2024-03-17", "2024-03-16")
    (after,), _ = deadline("dans les 8 jours", "dans les {d:durée}", AFTER)
    assert holds(after, "2024-03-16", "2024-03-16")
    assert not holds(after, "2024-03-15", "2024-03-16")


# In May 2024 the 1st (a Wednesday), the 8th (a Wednesday) and the 9th (a Thursday) are holidays; in Alsace and Moselle
# so are, that year, 29 March (Good Friday) and 26 December (a Thursday).
@pytest.mark.parametrize(
    ("words", "keys", "ag", "last_good", "first_bad"),
    [
        # Friday 10: Tuesday 7, Monday 6, Friday 3, Thursday 2, Tuesday 30 April
        ("au moins 5 jours ouvrés avant", (BEFORE,), "2024-05-10", "2024-04-30", "2024-05-01"),
        # Friday 10: Tuesday 7, Monday 6, Saturday 4, Friday 3, Thursday 2
        ("au moins 5 jours ouvrables avant", (BEFORE,), "2024-05-10", "2024-05-02", "2024-05-03"),
        # Tuesday 24 December: Thursday 26, Friday 27, Monday 30; without the 26th, Tuesday 31
        ("dans les 3 jours ouvrés après", (AFTER,), "2024-12-24", "2024-12-30", "2024-12-31"),
        ("dans les 3 jours ouvrés après", (AFTER, "fériés: alsace-moselle"), "2024-12-24", "2024-12-31", "2025-01-01"),
        # 23 April and 8 days: 1 May, a holiday; 19 April and 8 days: Saturday 27; 11 October and a month: 11 November
        ("dans les 8 jours après", (AFTER,), "2024-04-23", "2024-05-01", "2024-05-02"),
        ("dans les 8 jours après", (AFTER, "prorogé: oui"), "2024-04-23", "2024-05-02", "2024-05-03"),
        ("dans les 8 jours après", (AFTER, "prorogé: oui"), "2024-04-19", "2024-04-29", "2024-04-30"),
        ("dans les 8 jours après", (AFTER, "prorogé: oui"), "2024-04-22", "2024-04-30", "2024-05-01"),
        ("dans un mois après", (AFTER, "prorogé: oui"), "2024-10-11", "2024-11-12", "2024-11-13"),
        (
            "dans un mois après",
            (AFTER, "prorogé: oui", "fériés: alsace-moselle"),
            "2024-11-26",
            "2024-12-27",
            "2024-12-28",
        ),
        # counted back from Monday 13 May: Sunday 5, and no other day
        ("au moins 8 jours avant", (BEFORE,), "2024-05-13", "2024-05-05", "2024-05-06"),
    ],
)
def test_working_days_are_counted_and_forward_periods_extended_by_the_holidays_of_the_place(
    words: str, keys: tuple[str, ...], ag: str, last_good: str, first_bad: str
) -> None:
    quote = re.sub(r"(un|[0-9]+) \w+( ouvrés| ouvrables)?(?= \w+$)", "{d:durée}", words)
    (rule,), problems = deadline(words, quote, *keys, *(() if "dans un " not in words else ("borne: au-plus",)))
    assert codes(problems) == []
    assert rule.condition is not None
    sets = {f"holidays/{place}": public(place, range(2024, 2026)) for place in ("france", "alsace-moselle")}
    for event, expected in ((last_good, True), (first_bad, False)):
        facts = Facts(days={"avis": day(event), "ag": day(ag)}, sets=sets)
        assert evaluate(rule.condition, facts) is expected, event


def test_which_holidays_count_may_be_left_open() -> None:
    opened = "interprétations: {fériés: {france: ceux de France, alsace-moselle: ceux d’Alsace et de Moselle}}"
    (rule,), problems = deadline("dans les 3 jours ouvrés après", "dans les {d:durée} après", AFTER, opened)
    assert codes(problems) == []
    assert rule.condition is not None
    assert readings(rule.condition) == {"holidays": ("france", "alsace-moselle")}


@pytest.mark.parametrize(
    ("words", "key"),
    [("au moins 15 jours avant", BEFORE), ("au plus 15 jours avant", BEFORE), ("au moins 8 jours après", AFTER)],
)
def test_a_period_counted_backward_and_a_minimum_are_never_extended(words: str, key: str) -> None:
    found, problems = deadline(words, quoted(words), key, "prorogé: oui")
    assert (found, codes(problems)) == ([], ["RUL120"])
    found, problems = deadline(words, quoted(words), key, "prorogé: non")
    assert (len(found), codes(problems)) == (1, [])


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
