"""A few words that tell one text from another, for a finding."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.model.provision import Alinea, Provision, Table

LENGTH = 60


def excerpt(before: Provision, after: Provision) -> str:
    """The first line of `after` that `before` does not have, cut short around what differs; "" where there is none."""
    known = set(lines(before))
    line = next((x for x in lines(after) if x not in known), "")
    if len(line) <= LENGTH:
        return line
    like = max(known, key=lambda old: _common(old, line), default="")
    start = max(0, _common(like, line) - LENGTH // 3)
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
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n
