"""Dates in French words."""

from __future__ import annotations

import datetime

from clausier.diagnostics import Message
from clausier.model.dates import Date, Pending, When
from clausier.text.numerals import day_in_words


def in_words(day: datetime.date) -> str:
    """`1er janvier 2021`, with no-break spaces."""
    return day_in_words(day).replace(" ", "\u00a0")


def from_day(day: datetime.date) -> str:
    """`à compter du 1er janvier 2021`: true before that day too, which a reader's may be (« depuis » is not)."""
    return f"à compter du {in_words(day)}"


def perhaps_from(day: datetime.date) -> Message:
    """From which day on something is possible, behind the day from which it is certain."""
    return Message(
        fr=f" de façon certaine, et peut-être dès le {in_words(day)}", en=f" for certain, and perhaps from {day} on"
    )


def perhaps_until(day: datetime.date) -> Message:
    """Until which day something is possible, behind the last day on which it is certain."""
    return Message(fr=f", et peut-être jusqu’au {in_words(day)}", en=f", and perhaps to {day}")


def date_in_words(date: Date) -> str:
    """Any date: a day, « entre le … et le … », or what it waits for."""
    if not isinstance(date, When):
        return f"en attente {_awaited(date)}"
    if date.exact:
        return f"le {in_words(date.first)}"
    return f"entre le {in_words(date.first)} et le {in_words(date.last)}"


def _awaited(date: Pending) -> str:
    """What a date waits for, after « en attente »."""
    known = {
        "signature": "de la signature",
        "dernière-signature": "de la dernière signature",
        "caractère-exécutoire": "du caractère exécutoire",
    }
    return known.get(date.because) or f"de l’événement «\u00a0{awaited(date)}\u00a0»"


def awaited(date: Pending) -> str:
    """What a date waits for by its name: as its act calls it, or in the words of the id that the sources give it."""
    return date.words or date.because.replace("-", " ")


def said_day(day: str | None) -> Message:
    """A day of an answer in JSON, for people: « 1er janvier 2021 », and in English as it is; an ellipsis where there is none."""
    return Message(fr=in_words(datetime.date.fromisoformat(day)), en=day) if day else Message(fr="…", en="…")


def said_days(days: str) -> Message:
    """A day, or two between which it lies (`2022-06-21/2022-12-31`), for people: « le … », « entre le … et le … »."""
    first, _, last = days.partition("/")
    if not last:
        return Message(fr=f"le {said_day(first).fr}", en=first)
    return Message(fr=f"entre le {said_day(first).fr} et le {said_day(last).fr}", en=f"between {first} and {last}")
