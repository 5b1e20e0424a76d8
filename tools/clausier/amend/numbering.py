"""Numbers that no operation may give twice: of articles, annexes and divisions, and the labels of one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import is_

from msgspec.structs import replace

from clausier.diagnostics import Message
from clausier.model.provision import Alinea, Block, Provision
from clausier.refs import at, label_key
from clausier.refs.differences import differences
from clausier.refs.index import Index, index_of
from clausier.source.headings import number_key
from clausier.source.outline import doubles, name


def given_twice(before: Provision, after: Provision) -> Iterator[Message]:
    """Each unit of `after` that now shares a number, or a label, with another one, and did not in `before`; as findings name it."""
    changes = differences(before, after)
    units = tuple(unit for change in changes for unit in change.now())
    index = index_of(after, like=before)  # whether or not it tells here, what comes next is looked up in it
    if any(change.in_outline for change in changes) and _may_give_twice(units, after, index):
        known = {(one.id, other.id) for one, other in doubles(before.children)}
        yield from (name(one) for one, other in doubles(after.children) if (one.id, other.id) not in known)
    alike = [found for unit in units for found in _labelled_alike(unit.blocks)]
    if alike:
        labels = {(one, other) for c in changes for unit in c.then() for one, other, _ in _labelled_alike(unit.blocks)}
        for one, other, label in alike:
            if (one, other) not in labels:
                yield Message(fr=f"le {label}", en=f"item {label}")


def without_what_gave_way(document: Provision, act: str) -> Provision:
    """The text without what `act` has repealed and of which it has given the number to another unit: no tombstone can stand.

    « L’article 6 est supprimé, les articles 7 et 8 deviennent les articles 6 et 7. »
    """
    given = {
        (c.kind, number_key(c.number))
        for c in document.children
        if _made_by(act, c.number_origin) and not _made_by(act, c.id)
    }
    children = tuple(
        without_what_gave_way(child, act)
        for child in document.children
        if child.status != "repealed"
        or not _made_by(act, child.status_origin)
        or (child.kind, number_key(child.number)) not in given
    )
    same = len(children) == len(document.children) and all(map(is_, children, document.children))
    return document if same else replace(document, children=children)


def _made_by(act: str, origin: str) -> bool:
    return origin.partition("/")[0] == act


def _may_give_twice(changed: Iterable[Provision], after: Provision, index: Index) -> bool:
    """Whether a changed unit shares its number with another, or has none to be told by; or a division may count anew."""
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
