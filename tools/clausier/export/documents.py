"""Every document that a build with its site makes, by its path below the folder of outputs."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.consolidate import Timeline, Version
from clausier.emit.site.compare import pairs
from clausier.emit.site.data import act_documents, pair_documents, version_documents
from clausier.emit.site.edition import shown
from clausier.export.composed import act_composed, changes_composed, version_composed
from clausier.export.identity import TRACKED
from clausier.export.pdf import NoTypst, pdf
from clausier.export.word.columns import columns_docx
from clausier.export.word.document import word
from clausier.model.act import Corpus


def documents(corpus: Corpus, timeline: Timeline, whole: int | None = None) -> tuple[dict[str, bytes], bool]:
    """The documents, and whether PDF are among them: they are not where typst is not installed. `whole`: see `shown`."""
    files: dict[str, bytes] = {}
    versions = shown(timeline, whole)
    for version in versions:
        files[version_documents(version)[0].path] = word(version_composed(timeline, version))
    for before, after in _compared(timeline, versions):
        tracked, columns = pair_documents(before, after)
        files[tracked.path] = word(changes_composed(timeline, before, after, TRACKED))
        files[columns.path] = columns_docx(timeline, before, after)
    for act in corpus.amendments:
        files[act_documents(act)[0].path] = word(act_composed(timeline, act))
    try:
        for version in versions:
            files[version_documents(version)[1].path] = pdf(version_composed(timeline, version))
        for act in corpus.amendments:
            files[act_documents(act)[1].path] = pdf(act_composed(timeline, act))
    except NoTypst:
        return files, False
    return files, True


def _compared(timeline: Timeline, versions: tuple[Version, ...]) -> Iterator[tuple[Version, Version]]:
    """The pairs whose changes are set in the whole text of the later one: both are shown whole."""
    ids = {version.id for version in versions}
    return (pair for pair in pairs(timeline.versions, ids) if all(version.id in ids for version in pair))
