"""Every file that a build writes, as bytes: same sources, same bytes."""

from __future__ import annotations

import json
from typing import Any

from clausier.consolidate import Timeline
from clausier.emit.convention_json import convention_json
from clausier.emit.markdown import version_markdown
from clausier.emit.version_json import version_json

FORMAT = "0.1"


def json_bytes(value: Any) -> bytes:
    """A value as JSON that diffs well."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def text_outputs(timeline: Timeline) -> dict[str, bytes]:
    """`convention.json`, `convention.md` and `versions/`, by path below the folder of outputs."""
    files = {
        "convention.json": json_bytes(convention_json(timeline)),
        "convention.md": version_markdown(timeline, timeline.latest).encode(),
    }
    for version in timeline.versions:
        files[f"versions/{version.id}/convention.md"] = version_markdown(timeline, version).encode()
        files[f"versions/{version.id}/convention.json"] = json_bytes(version_json(timeline, version))
    return files


def manifest(files: dict[str, bytes], convention: str) -> bytes:
    """The SHA-256 of every other file."""
    import hashlib  # loads a library of ciphers: for those who write

    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    return json_bytes({"format": FORMAT, "convention": convention, "files": hashes})
