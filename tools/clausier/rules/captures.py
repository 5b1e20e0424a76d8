"""The types of placeholders: for each, a pattern over folded words, and what the words that fit it come to."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from clausier.rules.figures import INTEGER_WORDS, NUMBER, number
from clausier.rules.values import CaptureType, Counting, Duration, Money, Periodicity, Relative, Share, Unit, Value

_LEAD = r"(?:plus d(?:e |')|au moins |au minimum )?"
_ARTICLE = r"(?:la |le |les |l'|un |une |du |des )?"
_PERCENT = rf"{NUMBER} ?(?:%|pour ?-?cent|p\. ?cent)"


def _parts_of_a_whole() -> dict[str, int]:
    names = {"moitié": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "sixième": 6, "septième": 7}
    names |= {"huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12, "quinzième": 15}
    names |= {"vingtième": 20, "centième": 100, "millième": 1000}
    return names | {f"{name}s": n for name, n in names.items() if name.endswith("ième")}


_PARTS = _parts_of_a_whole()
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_SLASH = "[0-9]{1,6} ?/ ?[0-9]{1,6}"
_FRACTION = (
    rf"{_LEAD}(?:{_PERCENT}|{_ARTICLE}(?:{_SLASH}|majorité (?:absolue|simple|relative)|unanimité|totalité"
    rf"|(?:{NUMBER} )?(?:{_PART})(?: plus une?)?))"
)
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
_UNIT = "(?:heure|jour|semaine|trimestre|semestre|année|an)s?|mois"
_COUNTINGS: dict[str, Counting] = {"franc": "clear", "ouvré": "business", "ouvrable": "working"}
_DURATION = rf"{NUMBER} (?:{_UNIT})(?: (?:francs?|ouvrés?|ouvrables?|calendaires?|civile?s?))?(?!\w)"
_MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet"]
_MONTHS += ["août", "septembre", "octobre", "novembre", "décembre"]
_DATE = (
    rf"(?:1er|premier|[0-9]{{1,2}}|{INTEGER_WORDS}) (?:{'|'.join(_MONTHS)}) (?:[0-9]{{4}}|{INTEGER_WORDS})"
    "|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
_AMOUNT = rf"{NUMBER}(?: (?:millions?|milliards?))? ?(?:€|EUR(?!\w)|euros?|d'euros)(?: (?:HT|TTC|hors taxes?|toutes taxes comprises))?"
_RHYTHMS: dict[str, tuple[int, int, Unit]] = {
    "quotidien": (1, 1, "day"),
    "hebdomadaire": (1, 1, "week"),
    "bimensuel": (2, 1, "month"),
    "mensuel": (1, 1, "month"),
    "bimestriel": (1, 2, "month"),
    "trimestriel": (1, 3, "month"),
    "semestriel": (1, 6, "month"),
    "bisannuel": (2, 1, "year"),
    "annuel": (1, 1, "year"),
    "biennal": (1, 2, "year"),
    "triennal": (1, 3, "year"),
    "quinquennal": (1, 5, "year"),
}
_RHYTHM = "|".join(sorted(_RHYTHMS, key=len, reverse=True))
_EACH = rf"(?:chaque|par|tous les|toutes les)(?: {NUMBER})? (?:{_UNIT})(?: (?:civile|scolaire|calendaire)s?)?"
_PERIODICITY = (
    rf"(?:{NUMBER} fois )?{_EACH}(?!\w)|(?:{_RHYTHM})(?:ne|le|s|x)*(?:ment)?(?!\w)|(?:bienn|trienn|quinquenn)aux"
)

PATTERNS: dict[CaptureType, str] = {
    "integer": NUMBER,
    "number": NUMBER,
    "percentage": _LEAD + _PERCENT,
    "fraction": _FRACTION,
    "duration": _DURATION,
    "date": _DATE,
    "amount": _AMOUNT,
    "frequency": _PERIODICITY,
    "text": r".+?",
}
"""For each type, a pattern (folded text, case aside) of the words that it may capture; `read` has the last word."""


def read(kind: CaptureType, words: str) -> Value | None:
    """What `words` (folded) come to as a value of type `kind`; None where they are not one."""
    return _READERS[kind](words.strip())


def _integer(words: str) -> Value | None:
    value = number(words)
    return None if value is None or value.denominator != 1 else value.numerator


def _lead(words: str) -> tuple[str, bool | None]:
    for lead, strict in (("plus de ", True), ("plus d'", True), ("au moins ", False), ("au minimum ", False)):
        if words.startswith(lead):
            return words[len(lead) :], strict
    return words, None


def _percentage(words: str) -> Share | None:
    rest, strict = _lead(words.lower())
    value = number(re.sub(r" ?(?:%|pour ?-?cent|p\. ?cent)\Z", "", rest)) if re.fullmatch(_PERCENT, rest) else None
    return None if value is None else Share(of=value / 100, strict=strict)


def _fraction(words: str) -> Value | None:
    percentage = _percentage(words)
    if percentage:
        return percentage
    rest, strict = _lead(words.lower())
    bare = re.sub(r"\A(?:la |le |les |l'|du |des )", "", rest)
    if bare.removeprefix("une ") in {"majorité simple", "majorité relative"}:
        return Relative()
    if bare.removeprefix("une ") == "majorité absolue":
        return Share(of=Fraction(1, 2), strict=True)
    if bare in {"unanimité", "totalité"}:
        return Share(of=Fraction(1), strict=False)
    if slash := re.fullmatch(r"([0-9]+) ?/ ?([0-9]+)", bare):
        bottom = int(slash[2])
        return Share(of=Fraction(int(slash[1]), bottom), strict=strict) if bottom else None
    plus = re.search(r" plus une?\Z", bare)
    head, _, part = bare[: plus.start() if plus else None].rpartition(" ")
    top = _integer(head) if head else 1
    if part not in _PARTS or not isinstance(top, int):
        return None
    return Share(of=Fraction(top, _PARTS[part]), plus=1 if plus else 0, strict=strict)


def _unit(word: str) -> tuple[int, Unit]:
    return _UNITS[word] if word in _UNITS else _UNITS[word.removesuffix("s")]


def _duration(words: str) -> Value | None:
    found = re.fullmatch(rf"({NUMBER}) ({_UNIT})(?: (\w+))?", words.lower())
    count = _integer(found[1]) if found else None
    if not found or not isinstance(count, int) or not count:
        return None
    size, unit = _unit(found[2])
    counting = _COUNTINGS.get((found[3] or "").removesuffix("s"), "calendar")
    return Duration(count * size, unit, counting) if unit == "day" or counting == "calendar" else None


def _date(words: str) -> Value | None:
    if found := re.fullmatch(rf"(.+) ({'|'.join(_MONTHS)}) (.+)", words.lower()):
        day = 1 if found[1] in {"1er", "premier"} else _integer(found[1])
        year, month = _integer(found[3]), _MONTHS.index(found[2]) + 1
    elif slashed := re.fullmatch(r"([0-9]+)/([0-9]+)/([0-9]+)", words):
        day, month, year = int(slashed[1]), int(slashed[2]), int(slashed[3])
    elif dashed := re.fullmatch(r"([0-9]+)-([0-9]+)-([0-9]+)", words):
        day, month, year = int(dashed[3]), int(dashed[2]), int(dashed[1])
    else:
        return None
    try:
        return datetime.date(year, month, day) if isinstance(day, int) and isinstance(year, int) else None
    except ValueError:
        return None


def _amount(words: str) -> Value | None:
    found = re.fullmatch(rf"({NUMBER})(?: (million|milliard)s?)? ?(?:€|eur|euros?|d'euros)(?: (.+))?", words.lower())
    value = number(found[1]) if found else None
    if not found or value is None:
        return None
    size = {"million": 10**6, "milliard": 10**9}.get(found[2] or "", 1)
    tax: Literal["", "HT", "TTC"] = "" if not found[3] else "HT" if found[3].startswith("h") else "TTC"
    return Money(value * size, tax)


def _periodicity(words: str) -> Value | None:
    lower = words.lower()
    if found := re.fullmatch(
        rf"(?:({NUMBER}) fois )?(chaque|par|tous les|toutes les)(?: ({NUMBER}))? ({_UNIT})(?: \w+)?", lower
    ):
        times = _integer(found[1]) if found[1] else 1
        count = _integer(found[3]) if found[3] else 1
        if not (isinstance(times, int) and isinstance(count, int) and times and count):
            return None
        size, unit = _unit(found[4])
        return Periodicity(times, Duration(count * size, unit))
    stem = next((r for r in sorted(_RHYTHMS, key=len, reverse=True) if lower.startswith(r.removesuffix("l"))), None)
    if stem is None:
        return None
    times, size, unit = _RHYTHMS[stem]
    return Periodicity(times, Duration(size, unit))


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
