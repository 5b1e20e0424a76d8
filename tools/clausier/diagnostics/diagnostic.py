"""A finding: what is wrong, where, and what to do. One finding, several renderers (see `render`).

And what each language of the messages has in its own way: its marks, how it counts things, what it calls the severities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct


class Span(Struct, frozen=True, gc=False, order=True, array_like=True):
    """A place in a source file.

    `path` is relative to the project, with `/`; `line` and `column` count from 1, `column` in characters.
    `end_line`, where known, is the last line of the place (the same as `line` unless said).
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


Lang = Literal["fr", "en"]
Severity = Literal["error", "warning", "remark"]


class Message(Struct, frozen=True, tag=True):
    """One sentence in the two languages of the command; `{name}` stands for a parameter."""

    fr: str
    en: str

    def text(self, lang: Lang) -> str:
        """The sentence in `lang`, its parameters as they stand."""
        return self.fr if lang == "fr" else self.en

    def fill(self, **values: Value) -> Filled:
        """The sentence with its parameters, to be rendered later in either language."""
        return Filled(self, tuple(values.items()))


class Filled(Struct, frozen=True, tag=True):
    """A message together with its parameters."""

    message: Message
    values: tuple[tuple[str, Value], ...]

    def text(self, lang: Lang) -> str:
        """The sentence in `lang`, its parameters put in."""
        template = self.message.text(lang)
        if not self.values:
            return template
        filled = template.format(**{k: v if isinstance(v, str | int) else v.text(lang) for k, v in self.values})
        return _QUOTED_TWICE.sub(r"\1", filled)


class Refused(Exception):  # noqa: N818 - not a fault: it says what became of what was asked
    """What is asked is refused (a file that cannot be read, an edit that no amendment may make): nothing is written, and why."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(en)
        self.message = Message(fr=fr, en=en)


class Miscalled(Refused):
    """The same, of what the call alone shows to be wrong: a file that cannot be opened, a name that none may have."""


# A heading is its own name, « Secrétariat »: a sentence that quotes what it names would quote it twice.
_QUOTED_TWICE = re.compile(r"«[ \u00a0](«[ \u00a0][^«»]*[ \u00a0]»)[ \u00a0]»")
Value = str | int | Message | Filled

_DID_YOU_MEAN = Message(fr="voulait-on dire «\u00a0{nearest}\u00a0»\u00a0?", en="did you mean “{nearest}”?")


class Code(Struct, frozen=True):
    """A kind of finding. `id` is never reused; `explanation` (French Markdown) is what `clausier explain` prints."""

    id: str
    severity: Severity
    message: Message
    explanation: str
    help: Message | None = None


class Label(Struct, frozen=True):
    """Another place that the finding speaks of, with what stands there."""

    span: Span
    message: Message | Filled


class Diagnostic(Struct, frozen=True):
    """One finding at one place. `acknowledged` is the keepers' reason where they have accepted a warning.

    `mended` is the whole file with what the help says to write in it, where that is certain to be all; "" else.
    """

    code: Code
    severity: Severity
    span: Span
    message: Filled
    help: Filled | None = None
    labels: tuple[Label, ...] = ()
    acknowledged: str | None = None
    mended: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key under which findings are listed: by place, then by code."""
        return (self.span.path, self.span.line, self.span.column, self.code.id, self.message.text("fr"))


def report(
    code: Code,
    span: Span,
    *,
    help: Message | Filled | None = None,  # noqa: A002 - the word users see on the line
    labels: Iterable[Label] = (),
    **values: Value,
) -> Diagnostic:
    """A finding of kind `code` at `span`; `values` fill its sentence and the code's own help.

    Another help is taken as it is: it may quote words of the sources, which may have braces.
    """
    own = code.help.fill(**values) if code.help else None
    filled = own if help is None else Filled(help, ()) if isinstance(help, Message) else help
    return Diagnostic(code, code.severity, span, code.message.fill(**values), filled, tuple(labels))


def did_you_mean(nearest: str) -> Filled | None:
    """The help that offers `nearest` in place of what is not known; None where it is ""."""
    return _DID_YOU_MEAN.fill(nearest=nearest) if nearest else None


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the findings is an error."""
    return any(d.severity == "error" for d in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings by place, each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: d.order))


COLON = Message(fr="\u00a0:", en=":")
SEMICOLON = Message(fr="\u00a0;", en=";")
SEVERITIES = {
    "error": Message(fr="erreur", en="error"),
    "warning": Message(fr="avertissement", en="warning"),
    "remark": Message(fr="remarque", en="remark"),
}


def quoted(words: str, lang: Lang) -> str:
    """Words of an act, between the quotation marks of the language."""
    return f"«\u00a0{words}\u00a0»" if lang == "fr" else f"“{words}”"


def several(n: int, word: str, plural: str = "") -> str:
    """`0 article`, `1 article`, `2 articles`; `plural` where it is not the word with an s."""
    return f"{n} {word if n < 2 else plural or word + 's'}"
