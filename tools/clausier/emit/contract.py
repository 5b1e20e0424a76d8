"""Outputs held to the schemas of `schema/`, which are what other programs rely on."""

from __future__ import annotations

from typing import Any

import msgspec

from clausier import schemas
from clausier.diagnostics import Diagnostic, Span, codes_out, report


class OutputFault(Exception):  # noqa: N818 - a fault of this program, which it reports of itself
    """An output is not as its schema has it: nothing may be written. `diagnostic` says which, and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.text("en"))
        self.diagnostic = diagnostic


def text(value: Any) -> bytes:
    """JSON that diffs well, the same as the standard library's, in a twentieth of its time."""
    return formatted(compact(value))


def compact(value: Any) -> bytes:
    """JSON on one line."""
    return msgspec.json.encode(value)


def formatted(json: bytes) -> bytes:
    """JSON that diffs well, of JSON on one line."""
    return msgspec.json.format(json, indent=1)


def hold(path: str, value: Any, schema: str, definition: str | None = None) -> None:
    """Raise `OutputFault` where a value of the file `path` does not fit the schema, or that one of its `$defs`."""
    validator = schemas.validator(schema, definition)
    if not validator.is_valid(value):
        error = next(validator.iter_errors(value))
        where = "/".join(map(str, getattr(error, "instance_path", ())))
        why = f"{where}: {str(error).partition(chr(10))[0]}"
        raise OutputFault(report(codes_out.NOT_AS_ITS_SCHEMA, Span(path), path=path, schema=schema, why=why))
