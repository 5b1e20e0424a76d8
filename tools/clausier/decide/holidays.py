"""The public holidays of France, and those of Alsace and Moselle, by the library `holidays`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

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
