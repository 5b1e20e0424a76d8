"""What became of a collection: for programs, as `collection.schema.json` has it, and for people, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from clausier import FORMAT
from clausier.collection.task import Outcome
from clausier.diagnostics import Lang, Message
from clausier.diagnostics.render import as_data as findings
from clausier.diagnostics.render import as_text

_STATES = {
    "built": Message(fr="écrites", en="built"),
    "unchanged": Message(fr="inchangées", en="unchanged"),
    "failed": Message(fr="refusées", en="failed"),
    "died": Message(fr="interrompues", en="died"),
}
_HEADS = (
    Message(fr="Conventions", en="Conventions"),
    Message(fr="nombre", en="number"),
    Message(fr="erreurs", en="errors"),
    Message(fr="avertissements", en="warnings"),
)
_ALL = Message(fr="toutes", en="all")
_MORE = Message(fr="{name}\u00a0: {count} erreurs de plus", en="{name}: {count} more errors")


def as_data(collection: Path, outcomes: Sequence[Outcome], lang: Lang) -> dict[str, Any]:
    """The outcomes, by the names of the projects."""
    states = Counter[str](outcome.state for outcome in outcomes)
    return {
        "format": FORMAT,
        "collection": collection.as_posix(),
        **{state: states[state] for state in _STATES},
        "projects": [
            {
                "name": o.project.name,
                "out": o.project.out.as_posix(),
                "state": o.state,
                "errors": o.errors,
                "warnings": o.warnings,
                "diagnostics": findings(o.diagnostics, lang)["diagnostics"],
            }
            for o in sorted(outcomes, key=lambda o: o.project)
        ],
    }


def as_table(outcomes: Sequence[Outcome], lang: Lang) -> str:
    """How many projects there are in each state, with their errors and warnings; the states that none is in left out."""
    rows = [tuple(head.text(lang) for head in _HEADS)]
    for state, words in _STATES.items():
        if some := [o for o in outcomes if o.state == state]:
            rows.append((words.text(lang), *_sums(some)))
    rows.append((_ALL.text(lang), *_sums(outcomes)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join((row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))))
        for row in rows
    )


def as_errors(outcomes: Sequence[Outcome], lang: Lang, *, colour: bool) -> Iterator[str]:
    """The errors of each project that could not be built, each with its place in the collection."""
    for outcome in sorted(outcomes, key=lambda o: o.project):
        if outcome.diagnostics:
            yield as_text(outcome.diagnostics, lang, colour=colour)
        if more := outcome.errors - len(outcome.diagnostics):
            yield _MORE.fill(name=outcome.project.name, count=more).text(lang)


def _sums(outcomes: Sequence[Outcome]) -> tuple[str, str, str]:
    return str(len(outcomes)), str(sum(o.errors for o in outcomes)), str(sum(o.warnings for o in outcomes))
