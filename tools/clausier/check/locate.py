"""From characters of an alinéa to the line and column where they stand in the Markdown source."""

from __future__ import annotations

import re

from clausier.diagnostics import Span

# Between two characters of a text its source may have marks of emphasis, escapes and links; between two words also the
# end of a line, with the marks of a quotation.
_MARKS = r"(?:[*_\\]|\[|\]\([^)\s]*\))*"
_GAP = rf"{_MARKS}(?:[ \t\u00a0\u202f]|\r?\n[ \t>]*)+{_MARKS}"
_PIPE = re.compile(r"(?<!\\)\|")


def locate(source: str, span: Span, chars: str, start: int, end: int, cell: int | None = None) -> Span:
    """Where `chars[start:end]` stand in the file `source`, `chars` being the words of the block at `span`.

    `cell` is the column of a table's cell, `span` then being its row. What does not read alike in the source (an
    entity, say) gets the block's own place.
    """
    region = "\n".join(source.split("\n")[span.line - 1 : max(span.line, span.end_line)])
    low, high = (0, len(region)) if cell is None else _cell(region, cell)
    words = re.compile(f"(?={_pattern(chars[start:end])})")
    # Counted from the end: labels, numbers and marks stand before the words of a block, never after them.
    after = len(words.findall(chars, start + 1))
    found = [m.start() for m in words.finditer(region, low, high)]
    if after >= len(found):
        return span
    at = found[-1 - after]
    line, column = region.count("\n", 0, at), at - region.rfind("\n", 0, at)
    matched = re.compile(_pattern(chars[start:end])).match(region, at)
    return Span(span.path, span.line + line, column, span.line + line + (matched.group().count("\n") if matched else 0))


def _pattern(words: str) -> str:
    return _GAP.join(_MARKS.join(re.escape(c) for c in word) for word in words.split())


def _cell(row: str, column: int) -> tuple[int, int]:
    """Where the cell of that column begins and ends in the line of its row."""
    pipes = [m.start() for m in _PIPE.finditer(row)]
    if not pipes or row[: pipes[0]].strip(" \t>"):
        pipes = [-1, *pipes]
    pipes.append(len(row))
    return (pipes[column] + 1, pipes[column + 1]) if column + 1 < len(pipes) else (0, len(row))
