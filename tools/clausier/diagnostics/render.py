"""One finding, several renderers: a terminal, JSON, and the formats in which forges put notes beside lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from clausier import FORMAT
from clausier.diagnostics.diagnostic import COLON, SEVERITIES, Diagnostic, Lang, Message, Severity, several

_NOTE = Message(fr="note", en="note")
_HELP = Message(fr="aide", en="help")
_ACKNOWLEDGED = Message(fr="admis", en="acknowledged")
_GRAVEST: tuple[Severity, ...] = ("error", "warning", "remark")
_COLOURS = {"error": "31", "warning": "33", "remark": "36"}


def counts(diagnostics: Iterable[Diagnostic]) -> tuple[int, int]:
    """How many errors there are, and how many warnings that nobody has acknowledged."""
    found = list(diagnostics)
    errors = sum(d.severity == "error" for d in found)
    return errors, sum(d.severity == "warning" and d.acknowledged is None for d in found)


def as_text(diagnostics: Sequence[Diagnostic], lang: Lang, *, colour: bool = False) -> str:
    """The findings for a person at a terminal, each with its place, its notes and its help."""
    colon, note = COLON.text(lang), _NOTE.text(lang)
    blocks: list[str] = []
    for d in diagnostics:
        word = f"{SEVERITIES[d.severity].text(lang)}[{d.code.id}]"
        head = f"\x1b[1;{_COLOURS[d.severity]}m{word}\x1b[0m" if colour else word
        lines = [f"{head}{colon} {d.message.text(lang)}", f"  --> {d.span}"]
        lines += [
            f"  {note}{colon} {label.message.text(lang)} ({label.span.path}:{label.span.line})" for label in d.labels
        ]
        if d.help:
            lines.append(f"  {_HELP.text(lang)}{colon} {d.help.text(lang)}")
        if d.acknowledged is not None:
            lines.append(f"  {_ACKNOWLEDGED.text(lang)}{colon} {d.acknowledged}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def apart(
    found: Sequence[Diagnostic], before: Sequence[Diagnostic]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What was `found`, the gravest first: what was not found `before`, wherever it stands in its file, and every error; then the rest."""
    known = {(d.severity, key) for key, d in _numbered(before)}
    brought = {id(d) for key, d in _numbered(found) if d.severity == "error" or (d.severity, key) not in known}
    gravest = sorted(found, key=lambda d: _GRAVEST.index(d.severity))
    return tuple(d for d in gravest if id(d) in brought), tuple(d for d in gravest if id(d) not in brought)


def summary(diagnostics: Sequence[Diagnostic], lang: Lang) -> str:
    """How many of each kind there are, in a line."""
    errors, warnings = counts(diagnostics)
    remarks = sum(d.severity == "remark" for d in diagnostics)
    admitted = sum(d.acknowledged is not None for d in diagnostics)
    if lang == "fr":
        parts = [several(errors, "erreur"), several(warnings, "avertissement"), several(remarks, "remarque")]
        return ", ".join(parts) + (
            f" ({several(admitted, 'avertissement admis', 'avertissements admis')})" if admitted else ""
        )
    parts = [several(errors, "error"), several(warnings, "warning"), several(remarks, "remark")]
    return ", ".join(parts) + (f" ({several(admitted, 'acknowledged warning')})" if admitted else "")


def as_data(diagnostics: Sequence[Diagnostic], lang: Lang) -> dict[str, object]:
    """The findings as `check.schema.json` has them."""
    errors, warnings = counts(diagnostics)
    found = [
        {
            "code": d.code.id,
            "severity": d.severity,
            "message": d.message.text(lang),
            "path": d.span.path,
            "line": d.span.line,
            "column": d.span.column,
            "help": d.help.text(lang) if d.help else None,
            "labels": [
                {
                    "message": label.message.text(lang),
                    "path": label.span.path,
                    "line": label.span.line,
                    "column": label.span.column,
                }
                for label in d.labels
            ],
            **({"acknowledged": d.acknowledged} if d.acknowledged is not None else {}),
        }
        for d in diagnostics
    ]
    return {"format": FORMAT, "diagnostics": found, "errors": errors, "warnings": warnings}


def as_json(diagnostics: Sequence[Diagnostic], lang: Lang) -> str:
    """The findings as JSON."""
    return _json(as_data(diagnostics, lang))


def _with_help(d: Diagnostic, lang: Lang) -> str:
    return d.message.text(lang) + (f" – {d.help.text(lang)}" if d.help else "")


def as_github(diagnostics: Sequence[Diagnostic], lang: Lang) -> str:
    """Workflow commands, which GitHub and Forgejo show beside the lines."""
    levels = {"error": "error", "warning": "warning", "remark": "notice"}

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def field(text: str) -> str:
        return escaped(text).replace(":", "%3A").replace(",", "%2C")

    return "\n".join(
        f"::{levels[d.severity]} file={field(d.span.path)},line={d.span.line},col={d.span.column},"
        f"title={field(d.code.id)}::{escaped(_with_help(d, lang))}"
        for d in diagnostics
        if d.acknowledged is None
    )


def as_gitlab(diagnostics: Sequence[Diagnostic], lang: Lang) -> str:
    """A Code Quality report, which GitLab shows beside the lines of a merge request."""
    import hashlib  # loads a library of ciphers: for those who ask

    levels = {"error": "critical", "warning": "major", "remark": "info"}
    found = [
        {
            "description": f"{d.code.id}: {_with_help(d, lang)}",
            "check_name": d.code.id,
            # The place is left out but for the file, so that a finding keeps its identity when lines move.
            "fingerprint": hashlib.sha256(
                f"{d.code.id}\0{d.span.path}\0{d.message.text('fr')}\0{n}".encode()
            ).hexdigest(),
            "severity": levels[d.severity],
            "location": {"path": d.span.path, "lines": {"begin": d.span.line}},
        }
        for (*_, n), d in _numbered(diagnostics)
    ]
    return _json(found)


def _numbered(diagnostics: Sequence[Diagnostic]) -> Iterable[tuple[tuple[str, str, str, int], Diagnostic]]:
    """Each finding that stands, with what tells it from others when lines move: how many alike come up to it, at last."""
    seen: dict[tuple[str, str, str], int] = {}
    for d in diagnostics:
        if d.acknowledged is None:
            key = (d.code.id, d.span.path, d.message.text("fr"))
            seen[key] = seen.get(key, 0) + 1
            yield (*key, seen[key]), d


def as_sarif(diagnostics: Sequence[Diagnostic], lang: Lang) -> str:
    """A SARIF 2.1.0 log."""
    levels = {"error": "error", "warning": "warning", "remark": "note"}
    codes = {d.code.id: d.code for d in diagnostics}
    results = [
        {
            "ruleId": d.code.id,
            "level": levels[d.severity],
            "message": {"text": _with_help(d, lang)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": d.span.path},
                        "region": {"startLine": d.span.line, "startColumn": d.span.column},
                    }
                }
            ],
            **(
                {"suppressions": [{"kind": "inSource", "justification": d.acknowledged}]}
                if d.acknowledged is not None
                else {}
            ),
        }
        for d in diagnostics
    ]
    rules = [
        {"id": c.id, "shortDescription": {"text": c.message.fr}, "help": {"text": c.explanation}}
        for c in codes.values()
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "clausier", "rules": rules}}, "results": results}],
    }
    return _json(log)


def _json(value: object) -> str:
    import json  # most answers are text

    return json.dumps(value, ensure_ascii=False, indent=2)


RENDERERS: dict[str, Callable[[Sequence[Diagnostic], Lang], str]] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}
