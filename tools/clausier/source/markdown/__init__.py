"""Markdown → lines of an act: headings, alinéas, tables, quotations, each with its place.

Only a small part of CommonMark is text; the rest, and what CommonMark would swallow or change, is refused.
"""

from __future__ import annotations

from clausier.diagnostics import Diagnostic
from clausier.source.markdown.parts import Grid, Heading, Line, Part, Quote, is_label, own_label
from clausier.source.markdown.plain import read_plain

__all__ = ["Grid", "Heading", "Line", "Part", "Quote", "is_label", "own_label", "read_markdown"]


def read_markdown(path: str, text: str, *, first_line: int = 1) -> tuple[tuple[Part, ...], tuple[Diagnostic, ...]]:
    """The parts of the Markdown `text` of the file `path`, in order, and what is refused in it.

    `first_line` is the line of the file on which `text` begins.
    """
    plain = read_plain(path, text, first_line)
    if plain is not None:
        return plain, ()
    # Imported here: markdown-it takes as long to import as a small text to read.
    from clausier.source.markdown.tokens import read

    return read(path, text, first_line)
