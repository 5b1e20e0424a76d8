"""The parameters of rules by what they hold: thresholds, numbers, periods, rhythms, terms.

Each is settled or open; None where it is missing, or wrong and then reported (see `Parameters.slot`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeVar

from clausier.diagnostics import Message
from clausier.rules.captures import read
from clausier.rules.criteria import Fixed, Threshold
from clausier.rules.parameters import Form, Parameters
from clausier.rules.pattern import Captured
from clausier.rules.settled import Case, Open, Settled, Slot
from clausier.rules.values import CaptureType, Duration, Periodicity, Relative, Share, Value
from clausier.rules.vocabulary import BOUNDS, COMPARISONS, PARAMETERS
from clausier.text.regex import regex
from clausier.text.typography import fold

T = TypeVar("T")

_MORE = regex(
    r"(?:plus d(?:e |es |u |')|plus que |supérieure?s? (?:à |aux? )|(?:exc[éè]d|dépass)\w+ )(?:la |le |les |l')?\Z",
    re.IGNORECASE,
    needs=("plus ", "supérieur", "excéd", "excèd", "dépass"),
)
_LEAST = regex(r"(?:au moins |au minimum |minimum de |minimum )\Z", re.IGNORECASE)
_MOST = regex(r"(?:au plus |au maximum |maximum de |maximum |dans les |délai d(?:e |')|sous )\Z", re.IGNORECASE)
_CEILING = regex(r"(?:(?<!au )moins d(?:e |es |u |')|au plus |au maximum |inférieure?s? (?:à |aux? ))\Z", re.IGNORECASE)
_BEHIND = regex(r" ?,? ?(au (?:moins|minimum|plus tard|plus tôt|plus|maximum))(?!\w)", re.IGNORECASE, needs="au ")
_AT_THE_LATEST = regex(r"au plus tard (?:dans les |dans un délai d(?:e |'))?\Z", re.IGNORECASE)
_ID = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_AT_THE_EARLIEST = regex(r"au plus tôt \Z", re.IGNORECASE)

_ONE_MORE, _MORE_THAN = "la part exacte, et un de plus", "plus que la part"  # 3,5 or 3, for half of five

A_THRESHOLD = Message(
    fr="un seuil à atteindre (80 %, deux tiers, plus de la moitié, majorité absolue, 5)",
    en="a threshold to reach (80 %, deux tiers, plus de la moitié, majorité absolue, 5)",
)
A_NUMBER = Message(fr="un nombre positif", en="a positive number")
A_CEILING = Message(
    fr="un nombre positif, une part de toutes les voix, ni «\u00a0autres\u00a0» (la somme de celles des autres)",
    en="a positive number, a share of all votes, or “autres” (the sum of the others’)",
)
A_WHOLE_NUMBER = Message(fr="un nombre entier positif", en="a positive whole number")
A_DURATION = Message(fr="une durée (3 semaines, 5 jours francs)", en="a duration (3 semaines, 5 jours francs)")
AN_INTERVAL = Message(
    fr="un temps à laisser passer (trois jours au moins)\u00a0; un délai à ne pas dépasser («\u00a0dans les {durée:durée}\u00a0») se cite sans accolades",
    en="a time to let pass (trois jours au moins); a limit not to be passed (“dans les {durée:durée}”) is quoted without braces",
)
A_RHYTHM = Message(
    fr="un rythme (chaque semestre, deux fois par an)", en="a rhythm (chaque semestre, deux fois par an)"
)
AN_ID = Message(
    fr="un nom court (minuscules sans accents, chiffres, traits d’union)", en="an id (small letters, digits, hyphens)"
)
A_CHOICE = Message(fr="un choix de la liste\u00a0: {choices}", en="a choice from the list: {choices}")


def threshold(parameters: Parameters) -> Slot[Threshold] | None:
    """The threshold of a test: a share, whose strictness the words or `comparaison` settle, or a number.

    What « la moitié plus un » is of an odd number the words leave open; who states it by hand has settled it.
    """
    comparison = parameters.choice("comparaison", COMPARISONS)

    def settle(value: Value | None, before: str) -> Threshold | None:
        said = True if _MORE.search(before) else False if _LEAST.search(before) else None
        match value:
            case Relative():
                return value
            case Share() if 0 < value.of <= 1:
                strict = value.strict if value.strict is not None else said
                return Share(
                    of=value.of, plus=value.plus, strict=comparison == "more-than" if strict is None else strict
                )
            case int() | Fraction() if value > 0:
                return Fixed(Fraction(value), comparison == "more-than" if said is None else said)
            case _:
                return None

    def literal(words: str) -> Threshold | None:
        folded = fold(words).chars
        return settle(read("fraction", folded) or read("number", folded), "")

    def captured(found: Captured) -> Threshold | None:
        ceiling = _CEILING.search(_beside(parameters, found))
        return None if ceiling else settle(found.value, parameters.before(found))

    types: tuple[CaptureType, ...] = ("percentage", "fraction", "integer", "number")
    form: Form[Threshold] = Form(literal, captured, types, A_THRESHOLD)
    found = parameters.slot("seuil", form)
    if isinstance(found, Settled) and isinstance(found.value, Share) and found.value.plus and parameters.reads("seuil"):
        more = Share(of=found.value.of, strict=True)
        return Open(
            PARAMETERS["seuil"], (Case("one-more", found.value, _ONE_MORE), Case("more-than", more, _MORE_THAN))
        )
    return found


def whole_number(parameters: Parameters, name: str) -> Slot[int] | None:
    """The parameter `name`, a positive whole number."""

    def positive(value: Value | None) -> int | None:
        return value if isinstance(value, int) and value > 0 else None

    return _slot(parameters, name, positive, "integer", ("integer",), A_WHOLE_NUMBER)


def exact_number(parameters: Parameters, name: str) -> Slot[Fraction] | None:
    """The parameter `name`, a positive number: written, it may be a part (`10/3`, of ten votes for three)."""

    def positive(value: Value | None) -> Fraction | None:
        return Fraction(value) if isinstance(value, int | Fraction) and value > 0 else None

    def written(words: str) -> Fraction | None:
        folded = fold(words).chars
        part = read("fraction", folded) if "/" in folded else None
        return positive(part.of if isinstance(part, Share) else read("number", folded))

    form = Form(written, lambda c: positive(c.value), ("integer", "number"), A_NUMBER)
    return parameters.slot(name, form)


def duration(parameters: Parameters) -> Slot[Duration] | None:
    """The parameter `durée`, the length of a period."""

    def length(value: Value | None) -> Duration | None:
        return value if isinstance(value, Duration) else None

    return _slot(parameters, "durée", length, "duration", ("duration",), A_DURATION)


def interval(parameters: Parameters) -> Slot[Duration] | None:
    """The time to let pass before a meeting called again; none where the words before it make it a maximum (« dans les »)."""

    def length(captured: Captured) -> Duration | None:
        fits = isinstance(captured.value, Duration) and _told(parameters, captured, "after") != "at-most"
        return captured.value if fits and isinstance(captured.value, Duration) else None

    def stated(words: str) -> Duration | None:
        value = read("duration", fold(words).chars)
        return value if isinstance(value, Duration) else None

    return parameters.slot("intervalle", Form(stated, length, ("duration",), AN_INTERVAL))


def rhythm(parameters: Parameters) -> Slot[Periodicity] | None:
    """The parameter `rythme`: how often something is to be done."""

    def often(value: Value | None) -> Periodicity | None:
        return value if isinstance(value, Periodicity) else None

    return _slot(parameters, "rythme", often, "frequency", ("frequency",), A_RHYTHM)


def _slot(
    parameters: Parameters,
    name: str,
    fitting: Callable[[Value | None], T | None],
    written: CaptureType,
    captured: tuple[CaptureType, ...],
    expected: Message,
) -> Slot[T] | None:
    """The parameter `name`: `fitting` makes it of a value, which is `written` as one type or `captured` as one of several."""
    form = Form(lambda words: fitting(read(written, fold(words).chars)), lambda c: fitting(c.value), captured, expected)
    return parameters.slot(name, form)


def term(parameters: Parameters, name: str, choices: Mapping[str, str], *, closed: bool) -> Slot[str] | None:
    """One of `choices`, or where the list is not `closed`, any other id as it is.

    A placeholder takes words, and may be named after what it takes (`{voix:fraction} des voix`): no choice is one.
    """

    def known(words: str) -> str | None:
        return choices.get(words) or (None if closed else words)

    def taken(captured: Captured) -> str | None:
        return choices.get(captured.words) if captured.name == name else known(captured.name)

    expected = Message(A_CHOICE.fr.format(choices=", ".join(choices)), A_CHOICE.en.format(choices=", ".join(choices)))
    return parameters.slot(name, Form(known, taken, (), expected))


def named(
    parameters: Parameters, name: str, of: Callable[[tuple[str, ...]], tuple[str, ...]], *, ids: bool = False
) -> Slot[tuple[str, ...]] | None:
    """Those listed for `name`, or in each of its cases: where a case has no value, the one that it is named after.

    `of` makes the terms of the outputs of what is listed; `ids`: each of these must be an id.
    """
    reading = parameters.settings.reading(name)
    if reading is None:
        found = parameters.ids(name)
        parameters.require(name, found or None)
        return Settled(of(found)) if found else None
    cases: list[Case[tuple[str, ...]]] = []
    for case in reading.cases:
        listed = case.value or (case.name,)
        for words in listed:
            if ids and not all(map(_ID.match, of((words.value,)))):
                parameters.refuse(name, words, AN_ID)
        cases.append(Case(case.name.value, of(tuple(words.value for words in listed)), case.label))
    return Open(PARAMETERS[name], tuple(cases))


def bound(parameters: Parameters, side: str) -> str | None:
    """Whether a period is a minimum or a maximum: as stated, else as the words before the duration, or behind it, say."""
    stated = parameters.choice("borne", BOUNDS)
    captures = parameters.captures
    length = next((c for c in captures if c.type == "duration"), None)
    return stated if stated or length is None else _told(parameters, length, side)


def _beside(parameters: Parameters, captured: Captured) -> str:
    """What says whether a value is the least or the most: the words right behind it (« dix au plus »), else those before it."""
    behind = _BEHIND.match(parameters.behind(captured))
    return f"{behind[1]} " if behind else parameters.before(captured)


def _told(parameters: Parameters, length: Captured, side: str) -> str | None:
    before = _beside(parameters, length)
    if _AT_THE_LATEST.search(before):
        return "at-least" if side == "before" else "at-most"
    if _AT_THE_EARLIEST.search(before):
        return "at-most" if side == "before" else "at-least"
    return "at-least" if _LEAST.search(before) else "at-most" if _MOST.search(before) else None
