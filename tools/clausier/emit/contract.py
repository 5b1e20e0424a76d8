"""Outputs held to the schemas of `schema/`, which are what other programs rely on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from clausier import schemas
from clausier.diagnostics import Diagnostic, Span, codes_out, report
from clausier.emit.content import Pieces


class OutputFault(Exception):  # noqa: N818 - a fault of this program, which it reports of itself
    """An output is not as its schema has it: nothing may be written. `diagnostic` says which, and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.text("en"))
        self.diagnostic = diagnostic


class Long(Struct, frozen=True):
    """A list of an output that is never held whole: its entries, and the one of the schema's `$defs` that each has to fit.

    One that is JSON already, as it stands in the file, has been held to it.
    """

    entries: Iterable[Any]
    definition: str


def text(value: Any, deep: int = 0) -> bytes:
    """JSON that diffs well, the same as the standard library's, in a twentieth of its time: as it stands `deep` levels down."""
    # In so many lists, whose marks are taken off: to put spaces before each line would take as long again.
    whole = formatted(b"[" * deep + compact(value) + b"]" * deep)
    start, end = deep * 2 + deep * (deep + 1) // 2, deep * 2 + deep * (deep - 1) // 2
    return whole[start : len(whole) - end]


def compact(value: Any) -> bytes:
    """JSON on one line."""
    return msgspec.json.encode(value)


def formatted(json: bytes) -> bytes:
    """JSON that diffs well, of JSON on one line."""
    return msgspec.json.format(json, indent=1)


def json_output(path: str, value: Mapping[str, Any], schema: str) -> bytes:
    """The file `path` below the folder of outputs: `value`, which fits the schema, as JSON that diffs well.

    Raises `OutputFault` where it does not fit.
    """
    hold(path, value, schema)
    return text(value) + b"\n"


def long_output(path: str, value: Mapping[str, Any], schema: str, definition: str | None = None) -> Pieces:
    """The same of a `value` with `Long` lists, each of which is made, held to its schema and written entry by entry.

    It is where the pieces are asked for that `OutputFault` is raised.
    """
    return Pieces(_long(path, value, schema, definition))


def _long(path: str, value: Mapping[str, Any], schema: str, definition: str | None) -> Iterator[bytes]:
    lists = {key: part for key, part in value.items() if isinstance(part, Long)}
    alike = {**value, **{key: [] for key in lists}}  # what the schema is asked about: of a long list, its first entry

    def entries(key: str, part: Long) -> Iterator[bytes]:
        for entry in part.entries:
            if not isinstance(entry, bytes):
                hold(path, entry, schema, part.definition)
            yield apart(2)
            yield entry if isinstance(entry, bytes) else text(entry, 2)
            alike[key] = alike[key] or [msgspec.json.decode(entry) if isinstance(entry, bytes) else entry]

    left = text({**value, **dict.fromkeys(lists, ())})
    for key, part in lists.items():
        pieces = filled(left, key, 1, entries(key, part))
        left = next(pieces)
        for piece in pieces:
            yield left
            left = piece
    hold(path, alike, schema, definition)
    yield left
    yield b"\n"


def apart(deep: int) -> bytes:
    """The line end and indent before an entry of a list in indented JSON, and the comma behind the entry before it."""
    return b",\n" + b" " * deep


def filled(json: bytes, key: str, deep: int, entries: Iterable[bytes]) -> Iterator[bytes]:
    """JSON that diffs well, the empty list under the key that stands at `deep`, the only one there, filled with `entries`.

    These are pieces, of which each entry has one that sets it `apart`. What stands behind the list comes last, in one piece.
    """
    # A line feed within a text is written as two signs: no text has such a line.
    mark = b"\n" + b" " * deep + b'"' + key.encode() + b'": ['
    before, behind = json.split(mark)
    yield before + mark
    inner = iter(entries)
    for first in inner:
        yield first.removeprefix(b",")
        yield from inner
        yield b"\n" + b" " * deep
    yield behind


def hold(path: str, value: Any, schema: str, definition: str | None = None) -> None:
    """Raise `OutputFault` where a value of the file `path` does not fit the schema, or that one of its `$defs`."""
    validator = schemas.validator(schema, definition)
    if not validator.is_valid(value):
        error = next(validator.iter_errors(value))
        where = "/".join(map(str, getattr(error, "instance_path", ())))
        why = f"{where}: {str(error).partition(chr(10))[0]}"
        raise OutputFault(report(codes_out.NOT_AS_ITS_SCHEMA, Span(path), path=path, schema=schema, why=why))
