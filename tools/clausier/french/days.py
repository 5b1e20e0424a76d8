"""Days as French prose writes them: « 19 mars 2018 », « 19/03/2018 », « 19.03.2018 »."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from clausier.text.accents import without_accents
from clausier.text.numerals import MONTHS
from clausier.text.regex import regex

_NUMBERS = {name: n for n, month in enumerate(MONTHS, start=1) for name in (month, without_accents(month))}
MONTH = "|".join(_NUMBERS)
_DAY = regex(
    rf"\b(?P<day>\d{{1,2}})(?:\s?er)?\s+(?P<month>{MONTH})\s+(?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def day_in(words: str) -> datetime.date | None:
    """The one day that the words give; None where they give none, or several."""
    days = set(days_in(words))
    return days.pop() if len(days) == 1 else None


def days_in(words: str) -> Iterator[datetime.date]:
    """Each day that the words give, in their order; what no calendar has is passed over."""
    for found in _DAY.finditer(words) if any(map(str.isdigit, words)) else ():
        day = (found["y"], found["m"], found["d"])
        if found["year"]:
            day = (found["year"], str(month_of(found["month"])), found["day"])
        try:
            yield datetime.date(*map(int, day))
        except ValueError:
            continue


def month_of(name: str) -> int:
    """The number of the month of that name, its accents typed or not; 0 where no month has it."""
    return _NUMBERS.get(name.lower(), 0)
