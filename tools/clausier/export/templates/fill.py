"""A template and its data → Markdown, or what is wrong in the template, at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from clausier.diagnostics import Diagnostic, Span, codes_out, did_you_mean, report
from clausier.emit.markdown import escaped
from clausier.export.blank import blank
from clausier.export.templates.find import Template, source
from clausier.schemas import Object
from clausier.text.words import closest, enumerated

_SPACE_AROUND = re.compile(r"(?<!\|) (?=[;:?!»%])|(?<=«) |(?<=\bn°) |(?<=\bart\.) |(?<=\[à) (?=compléter)")
_MARK = re.compile(r"\s*(?:[-*+>]|#{1,6}|\d+[.)])\s+")  # of an item, a quotation or a heading
_RULE = re.compile(r"\|[\s|:-]+\|\s*")  # below the header of a table
_BEGINS_A_BLOCK = re.compile(r"\A(?:(?P<mark>[-+#>])|(?P<number>\d+)(?=[.)](?:\s|$)))")
_TAGS = re.compile(r"\{[%#].*?[%#]\}")


class NoJinja(Exception):  # noqa: N818 - what is missing, as in `NoTypst`
    """The package that fills templates is not installed."""


class Markdown(str):
    """Words that are Markdown already: they are written as they are."""

    __slots__ = ()


def fill(root: Path, template: Template, data: Object) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The document in Markdown, typeset; None where the template cannot be filled, and why.

    The template runs in a sandbox: it sees `data` and the templates of the project at `root`, and nothing else. Words
    of the data are written so that no character of theirs is a mark of Markdown. Raises `NoJinja`.
    """
    try:
        from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError as error:
        raise NoJinja from error

    class Files(BaseLoader):
        """The templates of the project and of the package, read as sources are."""

        def get_source(self, environment: object, template: str) -> tuple[str, str, None]:  # noqa: ARG002 - jinja's signature
            """The text of a template file and its path."""
            found = source(root, template)
            if found is None:
                raise TemplateNotFound(template)
            text, path = found
            return "\n".join(map(_line, text.split("\n"))), path, None

    environment = ImmutableSandboxedEnvironment(
        loader=Files(),
        undefined=StrictUndefined,
        finalize=_shown,
        autoescape=False,  # what is made is Markdown, and the data is escaped for that
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"a_completer": _blank, "enumere": _listed}
    try:
        made = environment.get_template(Path(template.path).name).render(_safe(data))
    except Exception as error:  # noqa: BLE001 - a template can fail in any way that a program can
        return None, (_finding(error, template, data),)
    return typeset(made), ()


def typeset(markdown: str) -> str:
    """The document with no-break spaces where French wants them, and one empty line between its blocks."""
    lines = (line if _RULE.fullmatch(line) else _typeset(line.rstrip(" ")) for line in markdown.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _typeset(line: str) -> str:
    mark = _MARK.match(line)
    start = mark.end() if mark else 0
    return line[:start] + _SPACE_AROUND.sub("\u00a0", line[start:])


def _line(line: str) -> str:
    """A line of a template, its end kept where it ends in a tag but holds more than tags: jinja would eat it."""
    ends = line.endswith("%}") and line[-3:-2] not in {"-", "+"}
    return f"{line[:-2]}+%}}" if ends and _TAGS.sub("", line).strip() else line


def _blank(value: object, what: str) -> object:
    """The filter `a_completer`: a value, or, where it is empty, a blank that says what is to be filled in."""
    return value or blank(what)


def _listed(values: list[Any], last: str = "et") -> str:
    """The filter `enumere`: « a, b et c »."""
    return enumerated([str(_shown(value)) for value in values], last)


def _shown(value: object) -> object:
    """What a template writes. Raises TypeError for what would be written as a program sees it."""
    match value:
        case bool():
            return "oui" if value else "non"
        case list() | dict() | None:
            raise TypeError("une liste ou un groupe ne s’écrit pas tel quel")
        case _:
            return value


def _safe(value: Any) -> Any:
    match value:
        case Markdown():
            return str(value)
        case str():
            words = escaped(value.replace("\n", " ")).replace("|", "\\|")
            return _BEGINS_A_BLOCK.sub(lambda m: f"\\{m['mark']}" if m["mark"] else f"{m['number']}\\", words)
        case list():
            return [_safe(item) for item in value]
        case dict():
            return {key: _safe(item) for key, item in value.items()}
        case _:
            return value


def _finding(error: Exception, template: Template, data: Object) -> Diagnostic:
    """What is wrong, at the innermost line of a template that led to it."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

    if isinstance(error, TemplateSyntaxError):
        span = Span(error.filename or template.path, error.lineno)
        return report(codes_out.TEMPLATE_SYNTAX, span, why=error.message or "")
    span = next(_places(error.__traceback__), Span(template.path))
    if isinstance(error, TemplateNotFound):
        return report(codes_out.TEMPLATE_ABSENT, span, name=str(error.name))
    name = (re.findall(r"'([^']+)'", error.message or "") or [""])[-1] if isinstance(error, UndefinedError) else ""
    if not name:
        why = str(error) if isinstance(error, TypeError) else f"{type(error).__name__}: {error}"
        return report(codes_out.TEMPLATE_FAILED, span, why=why)
    hint = did_you_mean(closest(name, sorted(set(_keys(data)))))
    return report(codes_out.TEMPLATE_NAME, _at(span, name, template), help=hint, name=name)


def _places(traceback: TracebackType | None) -> Iterator[Span]:
    """The lines of templates on the way to an error, the innermost first: jinja gives its frames their file and line."""
    found = []
    while traceback:
        path = traceback.tb_frame.f_code.co_filename
        if path.endswith(".j2"):
            found.append(Span(path, traceback.tb_lineno))
        traceback = traceback.tb_next
    yield from reversed(found)


def _at(span: Span, name: str, template: Template) -> Span:
    """The same line, at the name where it stands there."""
    lines = template.text.split("\n") if span.path == template.path else []
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line)
    return Span(span.path, span.line, found.start() + 1) if found else span


def _keys(value: Any) -> Iterator[str]:
    match value:
        case dict():
            yield from value
            for inner in value.values():
                yield from _keys(inner)
        case list():
            for inner in value:
                yield from _keys(inner)
        case _:
            return
