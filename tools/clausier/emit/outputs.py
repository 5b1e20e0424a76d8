"""Every file that a build writes, as bytes: same sources, same bytes. Each JSON is held to its schema before it is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausier import FORMAT
from clausier.consolidate import Timeline, Version
from clausier.emit.content import Content, Written
from clausier.emit.contract import json_output, long_output
from clausier.emit.convention_json import convention_json
from clausier.emit.references_json import references_json
from clausier.emit.versions import Versions


def text_outputs(timeline: Timeline, *, versions: bool = True) -> Iterator[tuple[str, Content]]:
    """`convention.json`, `convention.md`, `references.json` and `versions/`, by path below the folder of outputs.

    Each is made when it is asked for, and its pieces are to be read before the next. `versions`: whether with those.
    """
    # First, and apart: what it has at hand takes as much memory as a version does, and is let go of before the next.
    yield from _versions(timeline, timeline.versions if versions else ())
    yield "convention.json", long_output("convention.json", convention_json(timeline), "convention-output")
    yield "references.json", long_output("references.json", references_json(timeline), "references")


def _versions(timeline: Timeline, versions: Iterable[Version]) -> Iterator[tuple[str, Content]]:
    """These versions, then the text in force, which is most often what has been written last."""
    written = Versions(timeline)
    for version in versions:
        for write, name in ((written.json, "convention.json"), (written.markdown, "convention.md")):
            path = f"versions/{version.id}/{name}"
            yield path, write(version, path)
    yield "convention.md", written.markdown(timeline.latest, "convention.md")


def manifest(files: Mapping[str, Written], convention: str) -> bytes:
    """The SHA-256 of every other file."""
    hashes = {name: written.sha256 for name, written in sorted(files.items())}
    value = {"format": FORMAT, "convention": convention, "files": hashes}
    return json_output("manifest.json", value, "manifest")
