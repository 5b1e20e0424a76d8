"""The days of a month are those of the calendar, to the last year that has any."""

from __future__ import annotations

import calendar

import pytest

from clausier.model.dates import days_of


@pytest.mark.parametrize("year", [1, 1900, 2000, 2023, 2024, 9999])
def test_a_month_has_the_days_that_the_calendar_gives_it(year: int) -> None:
    assert [days_of(year, month) for month in range(1, 13)] == [calendar.monthrange(year, m)[1] for m in range(1, 13)]
