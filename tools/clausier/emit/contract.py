"""Outputs held to the schemas of `schema/`, which are what other programs rely on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from clausier import schemas
from clausier.diagnostics import Diagnostic, Span, codes_out, report


class OutputFault(Exception):  # noqa: N818 - a fault of this program, which it reports of itself
    """An output is not as its schema has it: nothing may be written. `diagnostic` says which, and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.text("en"))
        self.diagnostic = diagnostic


class Long(Struct, frozen=True):
    """A list of an output that is never held whole: its entries, and the one of the schema's `$defs` that each has to fit."""

    entries: Iterable[Any]
    definition: str


def text(value: Any) -> bytes:
    """JSON that diffs well, the same as the standard library's, in a twentieth of its time."""
    return formatted(compact(value))


def compact(value: Any) -> bytes:
    """JSON on one line."""
    return msgspec.json.encode(value)


def formatted(json: bytes) -> bytes:
    """JSON that diffs well, of JSON on one line."""
    return msgspec.json.format(json, indent=1)


def json_output(path: str, value: Mapping[str, Any], schema: str, definition: str | None = None) -> bytes:
    """The file `path` below the folder of outputs: `value`, which fits the schema, as JSON that diffs well.

    A `Long` list of it is made, held to its schema and written entry by entry. Raises `OutputFault` where anything does not fit.
    """
    written = dict(value)
    alike = dict(value)  # what the schema is asked about: of a long list, its first entry
    for key, part in value.items():
        if isinstance(part, Long):
            entries: list[msgspec.Raw] = []
            first: list[Any] = []
            for entry in part.entries:
                hold(path, entry, schema, part.definition)
                entries.append(msgspec.Raw(compact(entry)))
                first = first or [entry]
            written[key], alike[key] = entries, first
    hold(path, alike, schema, definition)
    return text(written) + b"\n"


def hold(path: str, value: Any, schema: str, definition: str | None = None) -> None:
    """Raise `OutputFault` where a value of the file `path` does not fit the schema, or that one of its `$defs`."""
    validator = schemas.validator(schema, definition)
    if not validator.is_valid(value):
        error = next(validator.iter_errors(value))
        where = "/".join(map(str, getattr(error, "instance_path", ())))
        why = f"{where}: {str(error).partition(chr(10))[0]}"
        raise OutputFault(report(codes_out.NOT_AS_ITS_SCHEMA, Span(path), path=path, schema=schema, why=why))
