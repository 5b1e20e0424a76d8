"""A deadline, a rhythm or a duration against its words: the figure, the days that count, the side, least or most."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.misworded.said import LEAST, Contradiction, Said
from clausier.rules import kinds
from clausier.rules.captures import read
from clausier.rules.values import CaptureType, Duration
from clausier.text.regex import regex

_COUNTED = regex(r" (francs?|ouvrés?|ouvrables?)(?!\w)")
_BEFORE = regex(r"\b(?:avant|précédant|précèdent|à l'avance)\b")
_AFTER = regex(r"\b(?:après|suivant|suivants|suivent|suit|à compter|à partir)\b")
_MOST = regex(r"\b(?:au (?:plus|maximum)(?! t[aô][rt])|dans (?:les|un délai(?: maximum| maximal)? de))\b")
_NO_MORE = regex(r"\bau (?:plus|maximum)(?! t[aô][rt])|\bmaximum\b")
_LATEST = regex(r"\bau plus tard\b")


def contradictions(said: Said) -> Iterator[Contradiction]:
    """Where a rule about time says something else than its words."""
    match said.rule.rule:
        case kinds.Deadline() as rule:
            yield from _figure(said, "durée", "duration")
            yield from _days(said)
            yield from _side(said, rule)
            yield from _bound(said, rule)
        case kinds.Frequency():
            yield from _figure(said, "rythme", "frequency")
            if (no_more := _NO_MORE.search(said.clause)) and not LEAST.search(said.clause):
                yield (
                    no_more[0],
                    "rythme",
                    said.captured("rythme") or said.stated("rythme"),
                )  # which is what there is at least
        case kinds.Lasting():
            yield from _figure(said, "durée", "duration")
            yield from _days(said)
        case kinds.Quorum(again=kinds.Again()):
            yield from _figure(said, "intervalle", "duration")
            yield from _days(said)
        case _:
            pass


def _figure(said: Said, name: str, kind: CaptureType) -> Iterator[Contradiction]:
    """A time that is typed, beside another in the words."""
    stated = said.stated(name)
    value = read(kind, stated) if stated else None
    found = said.figures(kind) if value is not None else ()
    if found and all(one != value for _, one in found):
        yield found[0][0], name, stated


def _days(said: Said) -> Iterator[Contradiction]:
    """Days that are clear or working ones, which a placeholder has left out."""
    for capture in said.rule.captures:
        if isinstance(capture.value, Duration) and capture.value.counting == "calendar":
            words = said.captured(capture.name)
            if counted := _COUNTED.match(said.sentence.partition(words)[2]):
                yield words + counted[0], capture.name, capture.words


def _side(said: Said, rule: kinds.Deadline) -> Iterator[Contradiction]:
    before, after = _BEFORE.search(said.clause), _AFTER.search(said.clause)
    if rule.side == "after" and before and not after:
        yield before[0], "après", rule.of
    elif rule.side == "before" and after and not before:
        yield after[0], "avant", rule.of


def _bound(said: Said, rule: kinds.Deadline) -> Iterator[Contradiction]:
    least, most = LEAST.search(said.clause), _MOST.search(said.clause)
    if latest := _LATEST.search(said.clause):
        least, most = (latest, most) if rule.side == "before" else (least, latest)
    if rule.bound == "at-least" and most and not least:
        yield most[0], "borne", "au-moins"
    elif rule.bound == "at-most" and least and not most:
        yield least[0], "borne", "au-plus"
