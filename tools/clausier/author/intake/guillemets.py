"""How deep in guillemets the blocks of an act stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.author.intake.form import Block, Grid


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (cell for row in block.rows for cell in row)
    else:
        yield block.text


def balance(chars: str, depth: int) -> int:
    """The depth of guillemets after `chars`; one that closes nothing counts for nothing."""
    for mark in re.findall("[«»]", chars):
        depth = depth + 1 if mark == "«" else max(0, depth - 1)
    return depth


def after(block: Block, depth: int) -> int:
    """The depth of guillemets behind a block that begins at `depth`."""
    for text in _texts(block):
        depth = balance(text, depth)
    return depth


def closes(blocks: tuple[Block, ...], depth: int) -> bool:
    """Whether blocks close what `depth` guillemets before them have opened."""
    for block in blocks:
        for text in _texts(block):
            for mark in re.findall("[«»]", text):
                depth += 1 if mark == "«" else -1
                if depth <= 0:
                    return True
    return False
