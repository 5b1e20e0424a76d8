"""What comes back: the first periods that a rule certainly covers, worked out by hand."""

from __future__ import annotations

import datetime

import pytest

from clausier.decide.rhythms import recurrences
from rules.timelines import article, bound, codes, day, timeline, version

YAML = """\
règles:
  - {id: r, nature: périodicité, article: "1", citation: "réunit {r:périodicité}", instance: comite}
"""
OPEN = """\
règles:
  - id: r
    nature: périodicité
    article: "1"
    citation: "réunit chaque trimestre, au moins une fois par an"
    instance: comite
    interprétations:
      rythme:
        trimestriel: {libellé: quatre fois, valeur: trimestriel}
        annuel: {libellé: une fois, valeur: annuel}
"""


def found(rhythm: str, first: str, last: str = "", *, yaml: str = YAML) -> list[list[str]]:
    time = timeline(version("v", article("1", f"Le comité se réunit {rhythm}."), first=first, last=last))
    rules, problems = bound(yaml, time)
    assert codes(problems) == []
    return [[f"{a}..{b}" for a, b in item.year] for item in recurrences(rules.of("v"))]


def test_a_year_begins_with_the_first_whole_period() -> None:
    assert found("chaque semestre", "2022-12-31") == [["2023-01-01..2023-06-30", "2023-07-01..2023-12-31"]]
    assert found("chaque semestre", "2023-01-02") == [["2023-07-01..2023-12-31", "2024-01-01..2024-06-30"]]
    assert found("chaque année", "2023-01-01") == [["2023-01-01..2023-12-31"]]


def test_what_a_rule_covers_in_part_is_left_out() -> None:
    assert found("chaque trimestre", "2023-01-01", "2023-08-15") == [
        ["2023-01-01..2023-03-31", "2023-04-01..2023-06-30"]
    ]
    assert found("chaque année", "2023-01-01", "2023-12-30") == [[]]


def test_weeks_come_back_for_a_year() -> None:
    (weeks,) = found("chaque semaine", "2024-01-02")
    assert weeks[0] == "2024-01-08..2024-01-14"  # 2 January 2024 is a Tuesday
    assert weeks[-1] == "2025-01-06..2025-01-12"  # the last that begins before 8 January 2025
    assert len(weeks) == 53


@pytest.mark.parametrize("rhythm", ["tous les deux ans", "toutes les deux semaines"])
def test_where_no_calendar_says_when_a_period_begins_none_comes_back(rhythm: str) -> None:
    assert found(rhythm, "2023-01-01") == [[]]


def test_nothing_is_made_up_at_the_end_of_the_calendar() -> None:
    assert found("chaque année", "9999-06-01") == [[]]
    assert found("chaque semestre", "9999-06-01") == [["9999-07-01..9999-12-31"]]


def test_each_reading_has_its_own_periods_and_the_day_on_which_it_ends() -> None:
    time = timeline(
        version(
            "v",
            article("1", "Le comité se réunit chaque trimestre, au moins une fois par an."),
            first="2023-01-01",
            last="2024-06-30",
        )
    )
    rules, problems = bound(OPEN, time)
    assert codes(problems) == []
    two = recurrences(rules.of("v"))
    assert [(item.assumes, len(item.year), item.until) for item in two] == [
        ((("rhythm", "trimestriel"),), 4, day("2024-06-30")),
        ((("rhythm", "annuel"),), 1, day("2024-06-30")),
    ]
    assert all(isinstance(item.until, datetime.date) for item in two)
