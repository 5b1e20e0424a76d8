"""A calendar that other programs read (iCalendar, RFC 5545): what must meet or be done by when, each with its sentence.

What has a day is an event of that whole day, once or coming back; what has none is a task without a due date. The clock is
not read: an entry is stamped with the day from which its rule is in force. UIDs last, so that a calendar taken in again
updates its entries.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct

_LONGEST = 75  # octets of a line, its end aside (RFC 5545, 3.1)


class Entry(Struct, frozen=True, kw_only=True):
    """An event of the day `day`, which comes back by `rule` (RFC 5545, 3.3.10) where there is one; a task where `day` is None."""

    uid: str
    stamp: datetime.date
    day: datetime.date | None
    summary: str
    description: str
    category: str
    rule: str = ""


def icalendar(listed: Iterable[Entry]) -> str:
    """The entries as an iCalendar object, with its line ends."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Clausier//calendar//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for entry in listed for line in _component(entry)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _component(entry: Entry) -> Iterator[str]:
    kind = "VEVENT" if entry.day else "VTODO"
    yield f"BEGIN:{kind}"
    yield f"UID:{_escaped(entry.uid)}"
    yield f"DTSTAMP:{basic(entry.stamp)}T000000Z"
    if entry.day:
        yield f"DTSTART;VALUE=DATE:{basic(entry.day)}"
        if entry.day < datetime.date.max:  # else it is of one day, as without an end (RFC 5545, 3.6.1)
            yield f"DTEND;VALUE=DATE:{basic(entry.day + datetime.timedelta(1))}"
        if entry.rule:
            yield f"RRULE:{entry.rule}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_escaped(entry.summary)}"
    yield f"DESCRIPTION:{_escaped(entry.description)}"
    yield f"CATEGORIES:{_escaped(entry.category)}"
    yield f"END:{kind}"


def basic(day: datetime.date) -> str:
    """A date without its hyphens (RFC 5545, 3.3.4)."""
    return day.isoformat().replace("-", "")


def _escaped(words: str) -> str:
    """A text value (RFC 5545, 3.3.11)."""
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line cut where it is too long, never inside a character; what goes on begins with a space."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + width
    yield piece
