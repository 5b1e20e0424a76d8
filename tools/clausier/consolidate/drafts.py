"""Drafts block nobody: what is wrong in one is a warning, unless it is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clausier.diagnostics import Diagnostic
from clausier.model.act import Act, Corpus
from clausier.model.dates import Date, Pending, When
from clausier.model.operation import Operation

AFTER_ALL = When(first=datetime.date.max, last=datetime.date.max)
"""The day of a draft of which nothing says when it is in force."""


def leniently(diagnostics: Iterable[Diagnostic], corpus: Corpus, wanted: Iterable[str]) -> Iterator[Diagnostic]:
    """The findings, the errors in the files of drafts that are not among those `wanted` made warnings."""
    asked = frozenset(wanted)
    folders = tuple(f"{act.folder}/" for act in corpus.amendments if act.draft and act.id not in asked)
    for found in diagnostics:
        spared = found.severity == "error" and found.span.path.startswith(folders)
        yield replace(found, severity="warning") if spared else found


def supposing(corpus: Corpus, name: str) -> Corpus:
    """The same acts, that of this name in force after all others where its day waits for what is not recorded.

    So it can be said what a draft will do to the text before anyone has signed it.
    """
    amendments = tuple(_begun(act) if act.id == name else act for act in corpus.amendments)
    return replace(corpus, amendments=amendments)


def _begun(act: Act) -> Act:
    operations = tuple(_with_act(operation) for operation in act.operations)
    return replace(act, in_force=_day(act.in_force), operations=operations)


def _with_act(operation: Operation) -> Operation:
    date = operation.common.in_force
    if not isinstance(date, Pending):
        return operation
    return replace(operation, common=replace(operation.common, in_force=AFTER_ALL))


def _day(date: Date) -> Date:
    return AFTER_ALL if isinstance(date, Pending) else date
