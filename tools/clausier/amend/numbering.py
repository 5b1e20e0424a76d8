"""Numbers that no operation may give twice: of articles, annexes and divisions, and the labels of one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausier.amend.rewrite import splice_children
from clausier.diagnostics import Message
from clausier.model.provision import Alinea, Block, Provision
from clausier.refs import Path, at, label_key
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


def without_what_gave_way(before: Provision, after: Provision, act: str) -> Provision:
    """`after` without what `act` has repealed and of which it has given the number to another unit: no tombstone can stand.

    « L’article 6 est supprimé, les articles 7 et 8 deviennent les articles 6 et 7. »
    """
    index = index_of(after, like=before)
    keys = {number_key(unit.number) for change in differences(before, after) for unit in change.now() if unit.number}
    taken = [path for key in keys if len(paths := index.numbered(key)) > 1 for path in _taken(paths, after, act)]
    for path in sorted(taken, reverse=True):
        after = splice_children(after, path[:-1], path[-1], path[-1] + 1, ())
    return after


def _taken(paths: Sequence[Path], text: Provision, act: str) -> Iterator[Path]:
    """Of units of one number, those that `act` has repealed and beside which it has given their number to another."""
    units = [(path, at(text, path)) for path in paths]
    given = {(path[:-1], u.kind) for path, u in units if _made_by(act, u.number_origin) and not _made_by(act, u.id)}
    for path, unit in units:
        if unit.status == "repealed" and _made_by(act, unit.status_origin) and (path[:-1], unit.kind) in given:
            yield path


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
