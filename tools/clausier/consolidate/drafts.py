"""Drafts block nobody: what is wrong in one is a warning, unless it is asked for (DESIGN 3.8, Drafts)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clausier.diagnostics import Diagnostic
from clausier.model.act import Corpus


def leniently(diagnostics: Iterable[Diagnostic], corpus: Corpus, wanted: Iterable[str]) -> Iterator[Diagnostic]:
    """The findings, the errors in the files of drafts that are not among those `wanted` made warnings."""
    asked = frozenset(wanted)
    folders = tuple(f"{act.folder}/" for act in corpus.amendments if act.draft and act.id not in asked)
    for found in diagnostics:
        spared = found.severity == "error" and found.span.path.startswith(folders)
        yield replace(found, severity="warning") if spared else found
