"""The types of placeholders: what words (folded) come to as a value of each type, or that they are none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from clausier.rules.figures import number
from clausier.rules.values import CaptureType, Counting, Duration, Money, Periodicity, Relative, Share, Unit, Value
from clausier.text.numerals import MONTHS
from clausier.text.regex import regex

_MORE = ("plus de ", "plus d'", "plus des ", "plus du ")
_LEADS = (*((lead, True) for lead in _MORE), ("au moins ", False), ("au minimum ", False))
_PERCENT = regex(r"(.+?) ?(?:%|pour[ -]?cent|p\. ?cent)")
_SLASH = regex("([0-9]+) ?/ ?([0-9]+)")
_PARTS = {
    "moitié": 2,
    "tiers": 3,
    "quart": 4,
    "cinquième": 5,
    "sixième": 6,
    "septième": 7,
    "huitième": 8,
    "neuvième": 9,
}
_PARTS |= {"dixième": 10, "onzième": 11, "douzième": 12, "quinzième": 15, "vingtième": 20, "centième": 100}
_UNITS: dict[str, tuple[int, Unit]] = {
    "heure": (1, "hour"),
    "jour": (1, "day"),
    "semaine": (1, "week"),
    "mois": (1, "month"),
    "trimestre": (3, "month"),
    "semestre": (6, "month"),
    "an": (1, "year"),
    "année": (1, "year"),
}
_UNIT = r"(heure|jour|semaine|trimestre|semestre|année|an|mois)s?"
_COUNTINGS: dict[str, Counting] = {
    "franc": "clear",
    "ouvré": "business",
    "ouvrable": "working",
    "calendaire": "calendar",
    "civil": "calendar",
}
_DURATION = regex(rf"(.+) {_UNIT}(?: ({'|'.join(_COUNTINGS)})s?)?")
_DATE = regex(rf"(.+) ({'|'.join(MONTHS)}) (.+)")
_SLASHED = regex("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_DASHED = regex("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_AMOUNT = regex(
    r"(.+?)(?: (million|milliard)s?)? ?(?:€|eur|euros?|d'euros)(?: (ht|ttc|hors taxes?|toutes taxes comprises))?"
)
_EACH = regex(
    rf"(?:(.+) fois )?(?:chaque|par|tous les|toutes les)(?: (.+))? {_UNIT}(?: (?:civil|scolaire|calendaire)e?s?)?"
)
_RHYTHMS: dict[str, tuple[int, int, Unit]] = {
    "quotidien": (1, 1, "day"),
    "hebdomadair": (1, 1, "week"),
    "bimensuel": (2, 1, "month"),
    "mensuel": (1, 1, "month"),
    "bimestriel": (1, 2, "month"),
    "trimestriel": (1, 3, "month"),
    "semestriel": (1, 6, "month"),
    "annuel": (1, 1, "year"),
    "biennal": (1, 2, "year"),
    "triennal": (1, 3, "year"),
    "quinquennal": (1, 5, "year"),
}
_ENDINGS = frozenset({"", *"s e es le les ne nes lement nement ement".split()})


def read(kind: CaptureType, words: str) -> Value | None:
    """What `words` (folded) come to as a value of type `kind`; None where they are not one."""
    return _READERS[kind](words.strip().lower() if kind != "text" else words)


def _integer(words: str) -> int | None:
    value = number(words)
    return None if value is None or value.denominator != 1 else value.numerator


def _lead(words: str) -> tuple[str, bool | None]:
    for lead, strict in _LEADS:
        if words.startswith(lead):
            return words[len(lead) :], strict
    return words, None


def _percentage(words: str) -> Share | None:
    rest, strict = _lead(words)
    found = _PERCENT.fullmatch(rest)
    value = number(found[1]) if found else None
    return None if value is None else Share(of=value / 100, strict=strict)


def _fraction(words: str) -> Value | None:
    percentage = _percentage(words)
    if percentage:
        return percentage
    rest, strict = _lead(words)
    bare = re.sub(r"\A(?:la |le |les |l'|du |des )", "", rest)
    if bare.removeprefix("une ") in {"majorité simple", "majorité relative"}:
        return Relative()
    if bare.removeprefix("une ") == "majorité absolue":
        return Share(of=Fraction(1, 2), strict=True)
    if bare in {"unanimité", "totalité"}:
        return Share(of=Fraction(1), strict=False)
    if slash := _SLASH.fullmatch(bare):
        bottom = int(slash[2])
        return Share(of=Fraction(int(slash[1]), bottom), strict=strict) if bottom else None
    plus = re.search(r" plus une?\Z", bare)
    head, _, part = bare[: plus.start() if plus else None].rpartition(" ")
    top = _integer(head) if head else 1
    name = part if part in _PARTS else part.removesuffix("s")
    if name not in _PARTS or top is None:
        return None
    return Share(of=Fraction(top, _PARTS[name]), plus=1 if plus else 0, strict=strict)


def _duration(words: str) -> Value | None:
    found = _DURATION.fullmatch(words)
    count = _integer(found[1]) if found else None
    if not found or not count:
        return None
    size, unit = _UNITS[found[2]]
    counting = _COUNTINGS[found[3]] if found[3] else "calendar"
    return Duration(count * size, unit, counting) if unit == "day" or counting == "calendar" else None


def _date(words: str) -> Value | None:
    day: int | None
    year: int | None
    if found := _DATE.fullmatch(words):
        day = 1 if found[1] in {"1er", "premier"} else _integer(found[1])
        year, month = _integer(found[3]), MONTHS.index(found[2]) + 1
    elif slashed := _SLASHED.fullmatch(words):
        day, month, year = int(slashed[1]), int(slashed[2]), int(slashed[3])
    elif dashed := _DASHED.fullmatch(words):
        day, month, year = int(dashed[3]), int(dashed[2]), int(dashed[1])
    else:
        return None
    try:
        return datetime.date(year, month, day) if day is not None and year is not None else None
    except ValueError:
        return None


def _amount(words: str) -> Value | None:
    found = _AMOUNT.fullmatch(words)
    if not found or (value := number(found[1])) is None:
        return None
    size = {"million": 10**6, "milliard": 10**9}.get(found[2] or "", 1)
    tax: Literal["", "HT", "TTC"] = "" if not found[3] else "HT" if found[3].startswith("h") else "TTC"
    return Money(value * size, tax)


def _periodicity(words: str) -> Value | None:
    words = re.sub(r"\Aau (?:moins|minimum) ", "", words)  # which is what any rhythm is
    words = re.sub(r"(?<=\bfois )(?:dans )?l'(?=an(?:née)?\Z)", "par ", words)  # « une fois l'an »
    if found := _EACH.fullmatch(words):
        times = _integer(found[1]) if found[1] else 1
        count = _integer(found[2]) if found[2] else 1
        size, unit = _UNITS[found[3]]
        return Periodicity(times, Duration(count * size, unit)) if times and count else None
    for stem, (times, size, unit) in _RHYTHMS.items():
        if (words.startswith(stem) and words.removeprefix(stem) in _ENDINGS) or (
            stem.endswith("nal") and words == stem[:-1] + "ux"
        ):
            return Periodicity(times, Duration(size, unit))
    return None


_READERS: dict[CaptureType, Callable[[str], Value | None]] = {
    "integer": _integer,
    "number": number,
    "percentage": _percentage,
    "fraction": _fraction,
    "duration": _duration,
    "date": _date,
    "amount": _amount,
    "frequency": _periodicity,
    "text": lambda words: words or None,
}
