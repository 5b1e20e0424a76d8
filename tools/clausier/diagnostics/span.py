"""Where in the sources something stands."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, gc=False, order=True, array_like=True):
    """A place in a source file.

    `path` is relative to the project, with `/`; `line` and `column` count from 1, `column` in characters.
    `end_line`, where known, is the last line of the place (the same as `line` unless said).
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
