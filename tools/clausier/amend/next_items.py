"""New lines that bear the next labels of a list: « 5° » behind « 4° » is its next item, marked as one or not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from clausier.model.provision import Alinea, Block, Fragment
from clausier.refs import label_key
from clausier.source.markdown import own_label
from clausier.text import Text
from clausier.text.regex import regex

_RANK = regex(r"\d+|[a-z](?![a-z])")


def as_next_items(payload: Fragment, blocks: tuple[Block, ...], *, below: int = 0) -> Fragment:
    """The new text marked as items of the list with which `blocks` end, where its labels continue it: « 5° » after « 4° ».

    Only lists nested deeper than `below` are continued. Where a line of the new text has no label, or one that does not
    come next, the new text is returned as it is.
    """
    lines = [b for b in payload.blocks if isinstance(b, Alinea) and not b.depth]
    if payload.children or len(lines) != len(payload.blocks):
        return payload
    for depth, last in _open(blocks):
        read = [own_label(line.text, Text(last)) for line in lines]
        if all(_runs_on(a, b) for a, b in pairwise([last, *(label for label, _ in read)])):
            items = (
                replace(line, label=Text(label), text=text, item=True, depth=depth - below)
                for line, (label, text) in zip(lines, read, strict=True)
            )
            return replace(payload, blocks=tuple(items))
    return payload


def _open(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """The depth and the label of the last item of each list that is open at the end, the innermost first."""
    outermost = 0
    for block in reversed(blocks):
        if not isinstance(block, Alinea) or not block.depth:
            return
        if block.item and (not outermost or block.depth < outermost):
            outermost = block.depth
            yield outermost, block.label.chars if block.label else ""


def _runs_on(label: str, following: str) -> bool:
    """Whether a label is the one after another, in the same style: 5° after 4°, c) after b)."""
    one, other = label_key(label), label_key(following)
    ranks = _RANK.fullmatch(one.rstrip("°")), _RANK.fullmatch(other.rstrip("°"))
    if not ranks[0] or not ranks[1] or _RANK.sub("", label.lower()) != _RANK.sub("", following.lower()):
        return False
    values = [int(rank[0]) if rank[0].isdigit() else ord(rank[0]) for rank in ranks if rank]
    return values[1] == values[0] + 1
