"""Numbers that no operation may give twice: of articles, annexes and divisions, and the labels of one list (DESIGN 3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.diagnostics import Message
from clausier.model.provision import Alinea, Block, Provision
from clausier.refs import label_key
from clausier.source.outline import doubles, name


def given_twice(before: Provision, after: Provision) -> Iterator[Message]:
    """How a finding names each unit of `after` that bears a number, or a label, which `before` gave to one alone."""
    known = {(one.id, other.id) for one, other in doubles(before.children)}
    yield from (name(one) for one, other in doubles(after.children) if (one.id, other.id) not in known)
    labels = {(one, other) for p in before.walk() for one, other, _ in _labelled_alike(p.blocks)}
    for provision in after.walk():
        for one, other, label in _labelled_alike(provision.blocks):
            if (one, other) not in labels:
                yield Message(fr=f"le {label}", en=f"item {label}")


def _labelled_alike(blocks: Iterable[Block]) -> Iterator[tuple[str, str, str]]:
    """Each item that bears the label of an earlier one of its list: its key, that one's, and its label."""
    lists: dict[int, dict[str, str]] = {}
    for block in blocks:
        depth = block.depth if isinstance(block, Alinea) else 0
        lists = {d: labels for d, labels in lists.items() if d <= depth}
        if isinstance(block, Alinea) and block.item and block.label:
            first = lists.setdefault(depth, {}).setdefault(label_key(block.label.chars), block.key)
            if first != block.key:
                yield block.key, first, block.label.chars
