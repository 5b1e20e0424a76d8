"""Numbers that no operation may give twice: of articles, annexes and divisions, and the labels of one list (DESIGN 3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.diagnostics import Message
from clausier.model.provision import Alinea, Block, Provision
from clausier.refs import at, label_key
from clausier.refs.index import differing, index_of
from clausier.source.headings import number_key
from clausier.source.outline import doubles, name


def given_twice(before: Provision, after: Provision) -> Iterator[Message]:
    """How a finding names each unit of `after` that bears a number, or a label, which `before` gave to one alone."""
    changed = tuple(_changed(before, after))
    if _may_give_twice(changed, after):
        known = {(one.id, other.id) for one, other in doubles(before.children)}
        yield from (name(one) for one, other in doubles(after.children) if (one.id, other.id) not in known)
    alike = [found for provision in changed for found in _labelled_alike(provision.blocks)]
    if alike:
        labels = {(one, other) for p in before.walk() for one, other, _ in _labelled_alike(p.blocks)}
        for one, other, label in alike:
            if (one, other) not in labels:
                yield Message(fr=f"le {label}", en=f"item {label}")


def _changed(before: Provision, after: Provision) -> Iterator[Provision]:
    """The provisions of `after`, in reading order, but those of `before` that stand as they stood: most of a long text."""
    if before is after:
        return
    yield after
    old, new = differing(before, after)
    known = {child.id: child for child in old}
    for child in new:
        if child.id in known:
            yield from _changed(known[child.id], child)
        else:
            yield from child.walk()


def _may_give_twice(changed: Iterable[Provision], after: Provision) -> bool:
    """Whether a changed unit shares its number with another, or has none to be told by; or a division may count anew."""
    index = index_of(after)
    for provision in changed:
        key = number_key(provision.number)
        if len(index.numbered(key)) > 1 if key else provision.kind in {"annex", "preamble", "division"}:
            return True
    return any(len(path) > 1 and not at(after, path).prefix for path in index.numbered("1"))


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
