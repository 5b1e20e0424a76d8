"""Dates in French words."""

from __future__ import annotations

import datetime

from clausier.model.dates import Date, When

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def in_words(day: datetime.date) -> str:
    """`1er janvier 2021`, with no-break spaces."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{MONTHS[day.month - 1]}\u00a0{day.year}"


def from_day(day: datetime.date) -> str:
    """`à compter du 1er janvier 2021`: true before that day too, which a reader's may be (« depuis » is not)."""
    return f"à compter du {in_words(day)}"


def date_in_words(date: Date) -> str:
    """Any date: a day, « entre le … et le … », or what it waits for."""
    if not isinstance(date, When):
        return f"en attente\u00a0: {date.because}"
    if date.exact:
        return f"le {in_words(date.first)}"
    return f"entre le {in_words(date.first)} et le {in_words(date.last)}"
