"""The parameters of a rule: captured from its words, stated, or left open. Never chosen in silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.diagnostics import Diagnostic, Message, Span, report
from clausier.diagnostics import codes_rul as codes
from clausier.rules.captures import read
from clausier.rules.find import Spot
from clausier.rules.pattern import Captured
from clausier.rules.settled import Case, Open, Settled, Slot
from clausier.rules.values import CaptureType, Value
from clausier.rules.vocabulary import (
    BASES,
    CAPTURE_TYPES,
    COUNTED,
    GROUPS,
    HOLIDAYS,
    LATER,
    MEASURES,
    PARAMETERS,
    YES_NO,
)
from clausier.rules.written import ReadingSource, Settings
from clausier.source.yaml import Scalar
from clausier.text.typography import fold

T = TypeVar("T")
_TYPE_NAMES = {kind: name for name, kind in CAPTURE_TYPES.items()}


class Form(Struct, Generic[T], frozen=True):
    """How a parameter is read: of a `word` that is stated, or of what a placeholder has `captured` (None: it is no such value).

    `types` are those of the placeholders that it may be taken from; `expected` is what is said to be missing.
    """

    word: Callable[[str], T | None]
    captured: Callable[[Captured], T | None]
    types: tuple[CaptureType, ...]
    expected: Message


def _unread(own: Captured, span: Span, form: Form[T]) -> Diagnostic:
    """The finding for what a placeholder took and nothing can be made of: of another type it may be what is expected."""
    for kind in form.types:
        value = read(kind, fold(own.words).chars)
        if kind != own.type and value is not None and form.captured(replace(own, type=kind, value=value)) is not None:
            placed, better = (f"{{{own.name}:{_TYPE_NAMES[t]}}}" for t in (own.type, kind))
            hint = Message(
                fr=f"écrire «\u00a0{better}\u00a0», qui lit «\u00a0{own.words}\u00a0»",
                en=f"write “{better}”, which reads “{own.words}”",
            )
            return report(codes.UNREADABLE_VALUE, span, help=hint, words=placed, expected=form.expected)
    return report(codes.UNREADABLE_VALUE, span, words=own.words, expected=form.expected)


class Parameters(Struct):
    """The parameters of one rule (or of one test of it).

    `settings` is what is written, `spot` what its words capture (None where it quotes none), `quote` where the quotation is written. `names` are those of
    its readings, where they are not the parameter's. What is wrong goes to `diagnostics`, the parameters at fault to `failed`.
    """

    rule: str
    settings: Settings
    spot: Spot | None
    quote: Span | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)

    def slot(self, name: str, form: Form[T]) -> Slot[T] | None:
        """The parameter `name` (French): settled, open, or None where it is missing or wrong (then reported).

        A stated word that is the name of a placeholder stands for what that captured. Where nothing is stated or left
        open, the placeholder of that name counts, else the only one of a fitting type.
        """
        stated, reading = self.settings.get(name), self.settings.reading(name)
        own = self._capture(name, form.types) if not stated and reading is None else self._named(name)
        if reading is not None:
            if stated or own:
                self._report(name, report(codes.SETTLED_AND_OPEN, reading.parameter.span, parameter=name))
                return None
            return self._open(reading, form)
        if stated:
            if own and self._named(stated[0].value) is None:  # of several tests, each may name another placeholder
                self._report(name, report(codes.SETTLED_TWICE, stated[0].span, parameter=name))
            value = self._value(name, stated[0], form)
        elif own:
            value = form.captured(own)
            if value is None:
                self._report(name, _unread(own, self.quote or self.settings.span, form))
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
        """Whether `name` is stated, or a placeholder is called so."""
        return bool(self.settings.get(name) or self._named(name))

    def reads(self, name: str) -> bool:
        """Whether a placeholder gives `name`: nothing is stated for it but, at most, what a placeholder is called."""
        stated = self.settings.get(name)
        return not stated or self._named(stated[0].value) is not None

    def value_of(self, words: Scalar) -> Value | None:
        """What `words` stand for: what the placeholder of that name captured, else a share or a number."""
        own = self._named(words.value)
        folded = fold(words.value).chars
        return own.value if own else read("fraction", folded) or read("number", folded)

    def refuse(self, name: str, words: Scalar, expected: Message) -> None:
        """Report that `words` are no value of the parameter `name`."""
        self._report(name, report(codes.UNREADABLE_VALUE, words.span, words=words.value, expected=expected))

    def words(self, name: str) -> str:
        """The words for `name`: as stated, or as the placeholder of that name, or the one that is stated, has captured them."""
        stated = self.settings.get(name)
        captured = self._named(stated[0].value if stated else name)
        return captured.words if captured else stated[0].value if stated else ""

    def ids(self, name: str) -> tuple[str, ...]:
        """The ids listed for `name`."""
        return tuple(words.value for words in self.settings.get(name))

    @property
    def captures(self) -> tuple[Captured, ...]:
        """What the words of the rule capture."""
        return self.spot.match.captures if self.spot else ()

    def before(self, captured: Captured) -> str:
        """The words of the line before a captured value, folded: « plus de » counts, quoted or not."""
        return fold(self.spot.unit.text.chars[: captured.start]).chars if self.spot else ""

    def behind(self, captured: Captured) -> str:
        """The words of the line behind a captured value, folded."""
        return fold(self.spot.unit.text.chars[captured.end :]).chars if self.spot else ""

    def _report(self, name: str, diagnostic: Diagnostic) -> None:
        self.failed.add(name)
        self.diagnostics.append(diagnostic)

    def _named(self, name: str) -> Captured | None:
        return next((c for c in self.captures if c.name == name), None)

    def _capture(self, name: str, types: tuple[CaptureType, ...]) -> Captured | None:
        fitting = [c for c in self.captures if c.type in types]
        return self._named(name) or (fitting[0] if len(fitting) == 1 else None)

    def _value(self, name: str, words: Scalar, form: Form[T]) -> T | None:
        own = self._named(words.value)
        value = form.captured(own) if own else form.word(words.value)
        if value is None and own:
            self._report(name, _unread(own, words.span, form))
        elif value is None:
            self.refuse(name, words, form.expected)
        return value

    def _open(self, reading: ReadingSource, form: Form[T]) -> Open[T] | None:
        parameter = reading.parameter.value
        cases: list[Case[T]] = []
        for case in reading.cases:
            words = case.value[0] if case.value else case.name
            value = self._value(parameter, words, form)
            if value is not None:
                cases.append(Case(case_name(parameter, case.name.value), value, case.label))
        name = self.names.get(parameter) or PARAMETERS.get(parameter, parameter)
        return Open(name, tuple(cases)) if len(cases) == len(reading.cases) else None


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
