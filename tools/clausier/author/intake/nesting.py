"""Which items of a list stand in another item, where no indentation tells: « 3° les canalisations : », then « a) d’eau ; »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from clausier.author.intake.form import Block, Paragraph
from clausier.text.typography import BLANKS

_ADVERB = re.compile(r"[ \u00a0](?:bis|ter|quater)\b")


def nested(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, an item that ends with a colon holding those of another sort below it, up to the next of its own sort."""
    for flat, run in groupby(blocks, lambda block: isinstance(block, Paragraph) and bool(block.label)):
        group = list(run)
        items = [block for block in group if isinstance(block, Paragraph)]
        yield from _nested(items) if flat and all(item.depth <= 1 for item in items) else group


def _nested(items: Iterable[Paragraph]) -> Iterator[Paragraph]:
    open_: list[str] = []  # the sort of the items at each depth
    leads = False
    for item in items:
        sort = _sort(item.label)
        if sort in open_:
            del open_[open_.index(sort) + 1 :]
        else:
            open_ = [*open_, sort] if leads else [sort]
        leads = item.text.rstrip(BLANKS).endswith(":")
        yield replace(item, depth=len(open_))


def _sort(label: str) -> str:
    """What numbers alike: `1°` and `2°`, `a)` and `b)`, dashes."""
    bare = _ADVERB.sub("", label.replace("º", "°"))
    return re.sub(r"[a-zA-Z]+", "a", re.sub(r"\d+", "1", bare))
