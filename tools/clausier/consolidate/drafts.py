"""Drafts block nobody: what is wrong in one is a warning, unless it is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clausier.diagnostics import Diagnostic
from clausier.model.act import Act, Corpus
from clausier.model.dates import ONE_DAY, Pending, When

AFTER_ALL = When(first=datetime.date.max, last=datetime.date.max)
"""The day of a draft of which nothing says when it is in force."""
EVE = AFTER_ALL.first - ONE_DAY
"""The last day of what such a draft finds without its end."""


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
    operations = tuple(
        replace(o, common=replace(o.common, in_force=AFTER_ALL)) if isinstance(o.common.in_force, Pending) else o
        for o in act.operations
    )
    in_force = AFTER_ALL if isinstance(act.in_force, Pending) else act.in_force
    return replace(act, in_force=in_force, operations=operations)
