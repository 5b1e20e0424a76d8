"""Every file that a build writes, as bytes: same sources, same bytes. Each JSON is held to its schema before."""

from __future__ import annotations

import json
from typing import Any

from clausier import schemas
from clausier.consolidate import Timeline
from clausier.diagnostics import Diagnostic, Span, codes_out, report
from clausier.emit.convention_json import convention_json
from clausier.emit.markdown import version_markdown
from clausier.emit.references_json import references_json
from clausier.emit.version_json import version_json

FORMAT = "0.1"


class OutputFault(Exception):  # noqa: N818 - a fault of this program, which it reports of itself
    """An output is not as its schema has it: nothing may be written. `diagnostic` says which, and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.text("en"))
        self.diagnostic = diagnostic


def json_output(path: str, value: Any, schema: str, definition: str | None = None) -> bytes:
    """The file `path` below the folder of outputs: `value`, which fits the schema, as JSON that diffs well.

    Raises `OutputFault` where it does not fit.
    """
    validator = schemas.validator(schema, definition)
    if not validator.is_valid(value):
        error = next(validator.iter_errors(value))
        where = "/".join(map(str, getattr(error, "instance_path", ())))
        why = f"{where}: {str(error).partition(chr(10))[0]}"
        raise OutputFault(report(codes_out.NOT_AS_ITS_SCHEMA, Span(path), path=path, schema=schema, why=why))
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def text_outputs(timeline: Timeline) -> dict[str, bytes]:
    """`convention.json`, `convention.md`, `references.json` and `versions/`, by path below the folder of outputs."""
    files = {
        "convention.json": json_output("convention.json", convention_json(timeline), "convention-output"),
        "convention.md": version_markdown(timeline, timeline.latest).encode(),
        "references.json": json_output("references.json", references_json(timeline), "references"),
    }
    for version in timeline.versions:
        files[f"versions/{version.id}/convention.md"] = version_markdown(timeline, version).encode()
        path = f"versions/{version.id}/convention.json"
        files[path] = json_output(path, version_json(timeline, version), "show", "answer")
    return files


def manifest(files: dict[str, bytes], convention: str) -> bytes:
    """The SHA-256 of every other file."""
    import hashlib  # loads a library of ciphers: for those who write

    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    value = {"format": FORMAT, "convention": convention, "files": hashes}
    return json_output("manifest.json", value, "manifest")
