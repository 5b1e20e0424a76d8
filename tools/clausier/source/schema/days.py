"""What is told of a date that is none."""

from __future__ import annotations

import calendar

from clausier.diagnostics import Diagnostic, Filled, Message, Span, report
from clausier.diagnostics.codes_files import BAD_DATE
from clausier.french.days import day_in
from clausier.text.numerals import MONTHS
from clausier.text.regex import regex

_WRITTEN = Message(fr="écrire {day}\u00a0: l’année, le mois, le jour", en="write {day}: the year, the month, the day")
_MONTH_ENDS = Message(
    fr="le mois de {month} {year} a {last} jours\u00a0: reprendre le jour dans l’acte",
    en="{month} {year} has {last} days: take the day from the act",
)
_AN_EVENT = Message(
    fr="écrire AAAA-MM-JJ, AAAA-MM ou AAAA\u00a0; là où l’acte attend un événement\u00a0: {événement: notification}, et, s’il dit le lendemain, {événement: notification, puis: lendemain}",
    en="write YYYY-MM-DD, YYYY-MM or YYYY; where the act waits for an event: {événement: notification}, and, where it says the day after, {événement: notification, puis: lendemain}",
)
_IN_ORDER = regex(r"\s*((?:19|20)\d\d)[^\w\s](\d{1,2})[^\w\s](\d{1,2})(?!\d)")


def bad_date(span: Span, words: str) -> Diagnostic:
    """That `words` are no date; and which they say, where prose or another keyboard would: « 9 mars 2026 », « 2026.3.9 »."""
    return report(BAD_DATE, span, help=_help(words), words=words)


def _help(words: str) -> Filled | None:
    if meant := day_in(words):
        return _WRITTEN.fill(day=str(meant))
    found = _IN_ORDER.match(words)
    if not found:
        return None if any(map(str.isdigit, words)) else _AN_EVENT.fill()
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12 or day < 1:
        return None
    last = calendar.monthrange(year, month)[1]
    if day > last:
        return _MONTH_ENDS.fill(month=MONTHS[month - 1], year=str(year), last=str(last))
    return _WRITTEN.fill(day=f"{year}-{month:02}-{day:02}")
