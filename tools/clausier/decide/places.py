"""Where an input says what is wrong in it."""

from __future__ import annotations

from clausier.diagnostics import Span
from clausier.source.yaml import Mapping as Keys
from clausier.source.yaml import Node, Scalar, Sequence


def place(source: Node | None, *path: str | int) -> Span:
    """Where `source` says what `path` leads to: as much of it as is there. A word of a list leads to itself."""
    here, span = source, source.span if source else Span("-")
    for step in path:
        match here:
            case Keys():
                entry = next((e for e in here.entries if e.key.value == step), None)
                if entry is None:
                    return span
                here, span = entry.value, entry.key.span
            case Sequence():
                found = here.items[step] if isinstance(step, int) else _named(here, step)
                if found is None:
                    return span
                here, span = found, found.span
            case _:
                return span
    return here.span if isinstance(here, Scalar) and isinstance(path[-1], int) else span


def _named(items: Sequence, name: str) -> Scalar | None:
    return next((item for item in items.items if isinstance(item, Scalar) and item.value == name), None)
