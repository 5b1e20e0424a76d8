"""What is told of a date that is none."""

from __future__ import annotations

from clausier.diagnostics import Diagnostic, Message, Span, report
from clausier.diagnostics.codes_files import BAD_DATE
from clausier.french.days import day_in

_WRITTEN = Message(fr="écrire {day}\u00a0: l’année, le mois, le jour", en="write {day}: the year, the month, the day")


def bad_date(span: Span, words: str) -> Diagnostic:
    """That `words` are no date; and which they say, where French prose would (« 9 mars 2026 », « 09/03/2026 »)."""
    meant = day_in(words)
    return report(BAD_DATE, span, help=_WRITTEN.fill(day=str(meant)) if meant else None, words=words)
