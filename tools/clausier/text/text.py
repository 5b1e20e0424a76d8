"""Text: characters with marks (emphasis, links) and runs (who wrote which). The unit of provenance.

Each character written by an origin has a number of its own there (`at`), so that "the same characters" can be told from
characters that merely look alike. Outputs carry runs as strings; offsets never leave this package and `amend`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct


class Run(Struct, frozen=True, gc=False, array_like=True):
    """A stretch of characters written by one origin.

    `end` is where it ends in the text (it begins where the run before it ends); `origin` names the operation, or the
    act, that wrote it; `at` is the number of its first character among those that the origin wrote.
    """

    end: int
    origin: str
    at: int


class Mark(Struct, frozen=True, gc=False, array_like=True):
    """Inline markup over the characters `start` to `end`: `em`, `strong`, or `link` (with its `href`)."""

    start: int
    end: int
    kind: Literal["em", "strong", "link"]
    href: str = ""


class Text(Struct, frozen=True, gc=False, array_like=True):
    """Characters, the runs that cover them (none while nobody has written them yet), and their marks."""

    chars: str
    runs: tuple[Run, ...] = ()
    marks: tuple[Mark, ...] = ()

    def __len__(self) -> int:
        return len(self.chars)

    def written(self, origin: str, at: int) -> Text:
        """The same characters as `origin` writes them, numbered from `at`."""
        runs = (Run(len(self.chars), origin, at),) if self.chars else ()
        return Text(self.chars, runs, self.marks)

    def marked(self, marks: tuple[Mark, ...]) -> Text:
        """The same characters and runs under other marks."""
        return Text(self.chars, self.runs, marks)

    def pieces(self) -> Iterable[tuple[str, Run]]:
        """Each run with its characters, in order."""
        start = 0
        for run in self.runs:
            yield self.chars[start : run.end], run
            start = run.end

    def under_marks(self) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
        """The stretches between two places where a mark begins or ends, in order, each with the marks over it."""
        cuts = sorted({0, len(self), *(m.start for m in self.marks), *(m.end for m in self.marks)})
        for start, end in pairwise(cuts):
            yield start, end, tuple(m for m in self.marks if m.start <= start and end <= m.end)

    def origins(self) -> tuple[str, ...]:
        """The origins of the text, each once, in the order in which they first appear."""
        return tuple(dict.fromkeys(run.origin for run in self.runs))

    def slice(self, start: int, end: int) -> Text:
        """The characters `start` to `end` with their runs and marks."""
        runs: list[Run] = []
        begin = 0
        for run in self.runs:
            low, high = max(begin, start), min(run.end, end)
            if low < high:
                runs.append(Run(high - start, run.origin, run.at + low - begin))
            begin = run.end
        marks = _in_order(
            Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind, m.href)
            for m in self.marks
            if max(m.start, start) < min(m.end, end)
        )
        return Text(self.chars[start:end], tuple(runs), marks)

    def replace(self, start: int, end: int, new: Text) -> Text:
        """`new` in place of the characters `start` to `end` (an insertion where they are equal).

        What is put in takes the markup of the first character replaced, or, inserted, of the place between two
        characters that share it.
        """
        around = [m for m in self.marks if (m.start <= start < m.end if start < end else m.start < start < m.end)]
        shift = len(new) - (end - start)
        marks: list[Mark] = []
        for m in self.marks:
            if m in around:
                marks.append(Mark(m.start, max(m.end, end) + shift, m.kind, m.href))
            elif m.end <= start:
                marks.append(m)
            elif m.start >= end:
                marks.append(Mark(m.start + shift, m.end + shift, m.kind, m.href))
            elif m.end > end:
                marks.append(Mark(start + len(new), m.end + shift, m.kind, m.href))
        marks.extend(Mark(m.start + start, m.end + start, m.kind, m.href) for m in new.marks)
        head, tail = self.slice(0, start), self.slice(end, len(self.chars))
        joined = joined_runs((head, new, tail))
        kept = _in_order(m for m in marks if m.start < m.end)
        return Text(head.chars + new.chars + tail.chars, joined, kept)


def _in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks as their beginnings come, the longer first: each inside those before it that hold it."""
    return tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.kind)))


def joined_runs(texts: Iterable[Text]) -> tuple[Run, ...]:
    """The runs of the texts laid end to end, neighbours that one origin wrote in one stretch made one."""
    runs: list[Run] = []
    begin = length = 0
    for text in texts:
        start = 0
        for run in text.runs:
            size = run.end - start
            last = runs[-1] if runs else None
            if last and last.origin == run.origin and last.at + (last.end - begin) == run.at:
                runs[-1] = Run(length + size, last.origin, last.at)
            else:
                begin = length
                runs.append(Run(length + size, run.origin, run.at))
            length += size
            start = run.end
    return tuple(runs)


def join(texts: Iterable[Text]) -> Text:
    """The texts laid end to end."""
    result = Text("")
    for text in texts:
        result = result.replace(len(result), len(result), text)
    return result
