"""The parameters of a rule: captured from its words, stated, or left open. Never chosen in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeVar

from msgspec import Struct, field

from clausier.diagnostics import Diagnostic, Message, Span, report
from clausier.diagnostics import codes_rul as codes
from clausier.rules.captures import read
from clausier.rules.find import Spot
from clausier.rules.kinds import Case, Fixed, Open, Settled, Threshold
from clausier.rules.pattern import Captured
from clausier.rules.values import CaptureType, Duration, Periodicity, Relative, Share, Value
from clausier.rules.vocabulary import (
    BASES,
    BOUNDS,
    COMPARISONS,
    COUNTED,
    GROUPS,
    HOLIDAYS,
    LATER,
    MEASURES,
    PARAMETERS,
    YES_NO,
)
from clausier.rules.written import ReadingSource, Settings, Words
from clausier.text.regex import regex
from clausier.text.typography import fold

T = TypeVar("T")

_MORE = regex(
    r"(?:plus d(?:e |')|plus que |(?:supérieure?s?|strictement supérieure?s?) à |excéd\w+ |dépass\w+ )\Z", re.IGNORECASE
)
_LEAST = regex(r"(?:au moins |au minimum |minimum de |minimum )\Z", re.IGNORECASE)
_MOST = regex(r"(?:au plus |au maximum |maximum de |maximum |dans les |délai d(?:e |')|sous )\Z", re.IGNORECASE)
_CEILING = regex(r"(?:(?<!au )moins d(?:e |')|au plus |au maximum |inférieure?s? à )\Z", re.IGNORECASE)
_AT_THE_LATEST = regex(r"au plus tard (?:dans les |dans un délai d(?:e |'))?\Z", re.IGNORECASE)
_AT_THE_EARLIEST = regex(r"au plus tôt \Z", re.IGNORECASE)

A_THRESHOLD = Message(
    fr="un seuil à atteindre (80 %, deux tiers, plus de la moitié, majorité absolue, 5)",
    en="a threshold to reach (80 %, deux tiers, plus de la moitié, majorité absolue, 5)",
)
A_NUMBER = Message(fr="un nombre positif", en="a positive number")
A_WHOLE_NUMBER = Message(fr="un nombre entier positif", en="a positive whole number")
A_DURATION = Message(fr="une durée (3 semaines, 5 jours francs)", en="a duration (3 semaines, 5 jours francs)")
A_RHYTHM = Message(
    fr="un rythme (chaque semestre, deux fois par an)", en="a rhythm (chaque semestre, deux fois par an)"
)
A_CHOICE = Message(fr="un choix de la liste : {choices}", en="a choice from the list: {choices}")


class Parameters(Struct):
    """The parameters of one rule (or of one test of it).

    `settings` is what is written, `spot` what its words capture, `quote` where the quotation is written. `names` are those of
    its readings, where they are not the parameter's. What is wrong goes to `diagnostics`, the parameters at fault to `failed`.
    """

    rule: str
    settings: Settings
    spot: Spot
    quote: Span | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)

    def slot(
        self,
        name: str,
        literal: Callable[[str], T | None],
        captured: Callable[[Captured], T | None],
        types: tuple[CaptureType, ...],
        expected: Message,
    ) -> Settled[T] | Open[T] | None:
        """The parameter `name` (French): settled, open, or None where it is missing or wrong (then reported).

        A stated word that is the name of a placeholder stands for what that captured. Where nothing is stated or left
        open, the placeholder of that name counts, else the only one of the fitting `types`.
        """
        stated, reading = self.settings.get(name), self.settings.reading(name)
        own = self._capture(name, types) if not stated and reading is None else self._named(name)
        if reading is not None:
            if stated or own:
                self._report(name, report(codes.SETTLED_AND_OPEN, reading.parameter.span, parameter=name))
                return None
            return self._open(reading, literal, captured, expected)
        if stated:
            if own and stated[0].value != name:
                self._report(name, report(codes.SETTLED_TWICE, stated[0].span, parameter=name))
            value = self._value(name, stated[0], literal, captured, expected)
        elif own:
            value = captured(own)
            if value is None:
                where = self.quote or self.settings.span
                problem = report(codes.UNREADABLE_VALUE, where, words=own.words, expected=expected)
                self._report(name, problem)
        else:
            return None
        return None if value is None else Settled(value)

    def require(self, name: str, slot: object) -> None:
        """Report the parameter `name` as missing where `slot` is None and nothing else has been said of it."""
        if slot is None and name not in self.failed:
            self._report(name, report(codes.NOT_SETTLED, self.settings.span, id=self.rule, parameter=name))

    def choice(self, name: str, choices: Mapping[str, str]) -> str | None:
        """The English term of what is stated for `name`, one of `choices`; None where nothing is."""
        stated = self.settings.get(name)
        return choices.get(stated[0].value) if stated else None

    def says(self, name: str) -> bool:
        """Whether `name` is stated, or the name of a placeholder."""
        return bool(self.settings.get(name) or self._named(name))

    def value_of(self, words: Words) -> Value | None:
        """What `words` stand for: what the placeholder of that name captured, else a share or a number."""
        own = self._named(words.value)
        folded = fold(words.value).chars
        return own.value if own else read("fraction", folded) or read("number", folded)

    def refuse(self, name: str, words: Words, expected: Message) -> None:
        """Report that `words` are no value of the parameter `name`."""
        self._report(name, report(codes.UNREADABLE_VALUE, words.span, words=words.value, expected=expected))

    def words(self, name: str) -> str:
        """The words stated for `name`, or captured by the placeholder that is called so, or that they name."""
        stated = self.settings.get(name)
        captured = self._named(stated[0].value if stated else name)
        return captured.words if captured else stated[0].value if stated else ""

    def ids(self, name: str) -> tuple[str, ...]:
        """The ids listed for `name`."""
        return tuple(words.value for words in self.settings.get(name))

    def before(self, captured: Captured) -> str:
        """The words of the quotation just before a captured value, folded."""
        return fold(self.spot.unit.text.chars[self.spot.match.start : captured.start]).chars

    def _report(self, name: str, diagnostic: Diagnostic) -> None:
        self.failed.add(name)
        self.diagnostics.append(diagnostic)

    def _named(self, name: str) -> Captured | None:
        captures = self.spot.match.captures
        return next((c for c in captures if c.name == name), None)

    def _capture(self, name: str, types: tuple[CaptureType, ...]) -> Captured | None:
        fitting = [c for c in self.spot.match.captures if c.type in types]
        return self._named(name) or (fitting[0] if len(fitting) == 1 else None)

    def _value(
        self,
        name: str,
        words: Words,
        literal: Callable[[str], T | None],
        captured: Callable[[Captured], T | None],
        expected: Message,
    ) -> T | None:
        own = self._named(words.value)
        value = captured(own) if own else literal(words.value)
        if value is None:
            said = own.words if own else words.value
            self._report(name, report(codes.UNREADABLE_VALUE, words.span, words=said, expected=expected))
        return value

    def _open(
        self,
        reading: ReadingSource,
        literal: Callable[[str], T | None],
        captured: Callable[[Captured], T | None],
        expected: Message,
    ) -> Open[T] | None:
        cases: list[Case[T]] = []
        for case in reading.cases:
            words = case.value[0] if case.value else case.name
            value = self._value(reading.parameter.value, words, literal, captured, expected)
            if value is not None:
                cases.append(Case(case_name(reading.parameter.value, case.name.value), value, case.label))
        parameter = reading.parameter.value
        name = self.names.get(parameter) or PARAMETERS.get(parameter, parameter)
        return Open(name, tuple(cases)) if len(cases) == len(reading.cases) else None


def threshold(parameters: Parameters) -> Settled[Threshold] | Open[Threshold] | None:
    """The threshold of a test: a share, whose strictness the words or `comparaison` settle, or a number."""
    comparison = parameters.choice("comparaison", COMPARISONS)

    def settle(value: Value | None, before: str) -> Threshold | None:
        said = True if _MORE.search(before) else False if _LEAST.search(before) else None
        if _CEILING.search(before):
            return None
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

    return parameters.slot(
        "seuil",
        literal,
        lambda c: settle(c.value, parameters.before(c)),
        ("percentage", "fraction", "integer", "number"),
        A_THRESHOLD,
    )


def whole_number(parameters: Parameters, name: str) -> Settled[int] | Open[int] | None:
    """A positive whole number."""

    def positive(value: Value | None) -> int | None:
        return value if isinstance(value, int) and value > 0 else None

    return parameters.slot(
        name,
        lambda words: positive(read("integer", fold(words).chars)),
        lambda c: positive(c.value),
        ("integer",),
        A_WHOLE_NUMBER,
    )


def exact_number(parameters: Parameters, name: str) -> Settled[Fraction] | Open[Fraction] | None:
    """A positive number."""

    def positive(value: Value | None) -> Fraction | None:
        return Fraction(value) if isinstance(value, int | Fraction) and value > 0 else None

    return parameters.slot(
        name,
        lambda words: positive(read("number", fold(words).chars)),
        lambda c: positive(c.value),
        ("integer", "number"),
        A_NUMBER,
    )


def duration(parameters: Parameters, name: str = "durée") -> Settled[Duration] | Open[Duration] | None:
    """The length of a period."""

    def length(value: Value | None) -> Duration | None:
        return value if isinstance(value, Duration) else None

    return parameters.slot(
        name,
        lambda words: length(read("duration", fold(words).chars)),
        lambda c: length(c.value),
        ("duration",),
        A_DURATION,
    )


def rhythm(parameters: Parameters) -> Settled[Periodicity] | Open[Periodicity] | None:
    """How often."""

    def often(value: Value | None) -> Periodicity | None:
        return value if isinstance(value, Periodicity) else None

    return parameters.slot(
        "rythme",
        lambda words: often(read("frequency", fold(words).chars)),
        lambda c: often(c.value),
        ("frequency",),
        A_RHYTHM,
    )


def term(
    parameters: Parameters, name: str, choices: Mapping[str, str], *, closed: bool
) -> Settled[str] | Open[str] | None:
    """One of `choices`, or where the list is not `closed`, any other id as it is."""

    def known(words: str) -> str | None:
        return choices.get(words) or (None if closed else words)

    expected = Message(A_CHOICE.fr.format(choices=", ".join(choices)), A_CHOICE.en.format(choices=", ".join(choices)))
    return parameters.slot(name, known, lambda c: known(c.words), (), expected)


def bound(parameters: Parameters, side: str) -> str | None:
    """Whether a period is a minimum or a maximum: as stated, else as the words before the duration say."""
    stated = parameters.choice("borne", BOUNDS)
    captures = parameters.spot.match.captures
    length = next((c for c in captures if c.type == "duration"), None)
    if stated or length is None:
        return stated
    before = parameters.before(length)
    if _AT_THE_LATEST.search(before):
        return "at-least" if side == "before" else "at-most"
    if _AT_THE_EARLIEST.search(before):
        return "at-most" if side == "before" else "at-least"
    return "at-least" if _LEAST.search(before) else "at-most" if _MOST.search(before) else None


def case_name(parameter: str, name: str) -> str:
    """The English name of a case (`ensemble` of the base is `all`); one of the author's own stays as it is."""
    lists: dict[str, Mapping[str, str]] = {
        "assiette": BASES,
        "mesure": MEASURES,
        "parmi": GROUPS,
        "fériés": HOLIDAYS,
        "pouvoirs": COUNTED,
        "déportés": COUNTED,
        "application": YES_NO,
        "second-tour": LATER,
    }
    return lists.get(parameter, {}).get(name, name)
