"""Every file that a build writes, as bytes: same sources, same bytes. Each JSON is held to its schema before."""

from __future__ import annotations

from collections.abc import Mapping

from clausier.cache import Cache, NoCache
from clausier.consolidate import Timeline
from clausier.emit.content import Content, hashed
from clausier.emit.contract import json_output, long_output
from clausier.emit.convention_json import convention_json
from clausier.emit.references_json import references_json
from clausier.emit.versions import Versions

FORMAT = "0.1"


def text_outputs(timeline: Timeline) -> dict[str, Content]:
    """`convention.json`, `convention.md`, `references.json` and `versions/`, by path below the folder of outputs."""
    versions = Versions(timeline)
    files: dict[str, Content] = {
        "convention.json": long_output("convention.json", convention_json(timeline), "convention-output"),
        "convention.md": versions.markdown(timeline.latest, "convention.md"),
        "references.json": json_output("references.json", references_json(timeline), "references"),
    }
    for version in timeline.versions:
        for write, name in ((versions.markdown, "convention.md"), (versions.json, "convention.json")):
            path = f"versions/{version.id}/{name}"
            files[path] = write(version, path)
    return files


def manifest(files: Mapping[str, Content], convention: str, cache: Cache | None = None) -> bytes:
    """The SHA-256 of every other file; `cache` spares those that an earlier run has hashed."""
    kept = cache or NoCache()
    hashes = {name: hashed(content, kept) for name, content in sorted(files.items())}
    value = {"format": FORMAT, "convention": convention, "files": hashes}
    return json_output("manifest.json", value, "manifest")
