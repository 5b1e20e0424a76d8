"""The public holidays of France, and those of Alsace and Moselle, by the library `holidays`."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal, get_args

from clausier.rules.evaluation import NoSuchDayError
from clausier.rules.settled import Slot
from clausier.rules.values import Duration

Place = Literal["france", "alsace-moselle"]
# The library's names. In its Alsace (6AE) and its Moselle (57) the same days are holidays.
_SUBDIVISIONS: dict[Place, str | None] = {"france": None, "alsace-moselle": "57"}


def public_holidays(place: Place, years: Iterable[int]) -> frozenset[str]:
    """The public holidays of those years, in ISO 8601, as the language of conditions names them.

    Code du travail, art. L. 3133-1 and, for Alsace and Moselle, art. L. 3134-13: Good Friday and 26 December besides.
    """
    from holidays import country_holidays  # a tenth of a second, which only those who count by it pay

    found = country_holidays("FR", subdiv=_SUBDIVISIONS[place], years=years)
    return frozenset(day.isoformat() for day in found)


def holidays_around(length: Slot[Duration], of: datetime.date) -> dict[str, frozenset[str]]:
    """The public holidays, as conditions name them, of all years that a period counted from `of` may reach.

    Raises NoSuchDayError where it may reach beyond the calendar.
    """
    reach = max(map(_most_years, length.values)) + 1
    if of.year - reach <= datetime.MINYEAR or of.year + reach >= datetime.MAXYEAR:
        raise NoSuchDayError
    years = range(of.year - reach, of.year + reach + 1)
    places: tuple[Place, ...] = get_args(Place)
    return {f"holidays/{place}": public_holidays(place, years) for place in places}


def _most_years(length: Duration) -> int:
    """A working day comes at least every ten days, wherever the holidays lie."""
    per_year = {"hour": 8760, "day": 36, "week": 52, "month": 12, "year": 1}[length.unit]
    return length.count // per_year + 1
