"""What must meet or be done by when, as a calendar that other programs read (iCalendar, RFC 5545).

What has a day is an event of that whole day; what has none is a task without a due date. The clock is not read: an entry is
stamped with the day from which its rule is in force. UIDs last, so that a calendar taken in again updates its entries.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from clausier.diagnostics import Lang
from clausier.emit.calendar_text import notes, summary

Object = dict[str, Any]
_LONGEST = 75  # octets of a line, its end aside (RFC 5545, 3.1)


def icalendar(answer: Object, lang: Lang) -> str:
    """The answer of `calendar_json` as an iCalendar object, with its line ends."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Clausier//calendar//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for item in answer["items"] for line in _component(item, answer["from"], lang)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _component(item: Object, otherwise: str, lang: Lang) -> Iterator[str]:
    day = item["last"] or item["first"]
    kind = "VEVENT" if day else "VTODO"
    yield f"BEGIN:{kind}"
    yield f"UID:{_escaped(item['uid'])}"
    yield f"DTSTAMP:{(item['since'] or otherwise).replace('-', '')}T000000Z"
    if day:
        after = datetime.date.fromisoformat(day) + datetime.timedelta(1)
        yield f"DTSTART;VALUE=DATE:{day.replace('-', '')}"
        yield f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_escaped(summary(item).text(lang))}"
    where = f"{item['rule']}, {item['article']}, {item['act']}"
    said = "\n".join((f"« {item['sentence']} »", where, *notes(item, lang)))
    yield f"DESCRIPTION:{_escaped(said)}"
    yield f"CATEGORIES:{_escaped(item['body'] or item['kind'])}"
    yield f"END:{kind}"


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
