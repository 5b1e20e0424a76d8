"""A few words that tell one text from another, for a finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from operator import eq

from clausier.model.provision import Alinea, Provision, Table

LENGTH = 60


def excerpt(before: Provision, after: Provision) -> str:
    """The first line of `after` that `before` does not have, cut short around what differs; "" where there is none."""
    known = set(lines(before))
    line = next((x for x in lines(after) if x not in known), "")
    if len(line) <= LENGTH:
        return line
    alike = max((_common(old, line) for old in known), default=0)
    start = max(0, alike - LENGTH // 3)
    cut = line[start : start + LENGTH]
    return ("…" if start else "") + cut + ("…" if start + LENGTH < len(line) else "")


def lines(document: Provision) -> Iterator[str]:
    """The headings, alinéas and rows of a text, in reading order."""
    for provision in document.walk():
        yield provision.title()
        for block in provision.blocks:
            if isinstance(block, Alinea):
                yield block.text.chars
            elif isinstance(block, Table):
                yield from block.lines


def short(words: str, most: int = 50) -> str:
    """`words`, without the last of them where they are more than `most` characters."""
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"


def _common(a: str, b: str) -> int:
    """How many characters the two share at their start."""
    return sum(takewhile(bool, map(eq, a, b)))
