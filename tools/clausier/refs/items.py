"""The items of lists: where each ends, and which of them a label or a rank names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from clausier.model.provision import Alinea, Block, Provision
from clausier.model.target import LabelledPoint, NthDash
from clausier.refs.failures import Ambiguous, Failure, Missing
from clausier.refs.names import describe, is_counted_anew
from clausier.refs.places import Blocks, Path, Place, WholeProvision, at, walk
from clausier.text.regex import regex
from clausier.text.typography import fold

_HEAD = regex(
    r"(?:(?P<roman>[IVX]{1,6}(?: (?:bis|ter|quater))?)|(?P<capital>[A-H]))(?=\.?[ \u00a0]?[–—-][ \u00a0])"
    r"|(?P<rank>\d{1,2}[°º])(?=[ \u00a0])|(?P<letter>[a-z]\))(?=[ \u00a0])"
)

_GOES_ON = regex(r"[;,](?:[ \u00a0](?:et|ou))?\s*\Z")


def find_labelled(step: LabelledPoint, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    """The item at `place`, or the part of it with a heading, that bears that label."""
    path, stretch = stretch_of(place, document)
    blocks = at(document, path).blocks
    wanted = label_key(step.label)
    items = [
        i
        for i in stretch
        if isinstance(b := blocks[i], Alinea) and b.item and b.label and label_key(b.label.chars) == wanted
    ]
    if isinstance(place, Blocks):
        items = [i for i in items if i != place.start]
    if not items and isinstance(place, WholeProvision):
        parts = tuple(_paragraphs(wanted, path, document))
        if len(parts) > 1:
            return Ambiguous(tuple(describe(replace(p, end=p.start + 1, line=True), document) for p in parts))
        return parts or _headed(wanted, path, document)
    if items:
        # « A. » and « a. » are two, where both stand there.
        items = [i for i in items if step.label.strip("(). ") in _label(blocks[i])] or items
        shallow = min(_depth(blocks[i]) for i in items)
        items = [i for i in items if _depth(blocks[i]) == shallow]
    if len(items) == 1:
        return (Blocks(path, items[0], item_end(blocks, items[0]), numbered=True),)
    if items:
        return Ambiguous(tuple(describe(Blocks(path, i, i + 1, line=True), document) for i in items))
    return Missing(place, document)


def _paragraphs(wanted: str, path: Path, document: Provision) -> Iterator[Blocks]:
    """The stretches of an article that begin with a paragraph so numbered: « II. – Les logements … » and what follows it.

    Each ends where the next paragraph numbered in the same way begins. The last of a list whose others are a line each, closed
    by a semicolon, is one line too: what stands behind it is of the article.
    """
    blocks = at(document, path).blocks
    heads = [
        (i, found.lastgroup, label_key(found[0]))
        for i, block in enumerate(blocks)
        if isinstance(block, Alinea) and not block.item and not block.depth and (found := _HEAD.match(block.text.chars))
    ]
    for i, style, label in heads:
        if label == wanted:
            others = [j for j, other, _ in heads if other == style and j != i]
            end = next((j for j in others if j > i), i + 1 if _is_list((*others, i), blocks) else len(blocks))
            yield Blocks(path, i, end)


def _is_list(heads: tuple[int, ...], blocks: tuple[Block, ...]) -> bool:
    """Whether the paragraphs at `heads` follow one another, each but the last closed by a semicolon."""
    return len(heads) > 1 and all(
        isinstance(block := blocks[i], Alinea) and _GOES_ON.search(block.text.chars) and j == i + 1
        for i, j in pairwise(heads)
    )


def _headed(wanted: str, path: Path, document: Provision) -> tuple[Place, ...] | Failure:
    """The part of an article whose heading bears the label `wanted`: « b) Durée »."""
    units = [
        here
        for here, unit in walk(at(document, path), path)
        if here != path and is_counted_anew(here, document) and label_key(unit.number) == wanted
    ]
    nearest = [here for here in units if len(here) == min(map(len, units))]
    if len(nearest) == 1:
        return (WholeProvision(nearest[0]),)
    if nearest:
        return Ambiguous(tuple(at(document, here).title() for here in nearest))
    return Missing(WholeProvision(path), document)


def find_dash(step: NthDash, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    """The unlabelled item of that rank in the only list at `place`."""
    path, stretch = stretch_of(place, document)
    blocks = at(document, path).blocks
    lists = list(_dash_lists(blocks, stretch, inside=isinstance(place, Blocks)))
    if len(lists) > 1:
        return Ambiguous(tuple(describe(Blocks(path, group[0], group[0] + 1, line=True), document) for group in lists))
    if lists:
        rank = step.n - 1 if step.n > 0 else len(lists[0]) + step.n
        if 0 <= rank < len(lists[0]):
            index = lists[0][rank]
            return (Blocks(path, index, item_end(blocks, index)),)
    return Missing(place, document)


def _dash_lists(blocks: tuple[object, ...], stretch: Iterable[int], *, inside: bool) -> Iterator[list[int]]:
    """The lists of unlabelled items at the shallowest depth in `stretch`, each as the blocks of its items."""
    indexes = list(stretch)
    first = indexes[0] if indexes else 0
    items = [
        i
        for i in indexes
        if isinstance(b := blocks[i], Alinea) and b.item and not b.label and not (inside and i == first)
    ]
    if not items:
        return
    depth = min(_depth(blocks[i]) for i in items)
    group: list[int] = []
    for i in indexes:
        block = blocks[i]
        if i in items and _depth(block) == depth:
            group.append(i)
        elif group and _depth(block) < depth:
            yield group
            group = []
    if group:
        yield group


def label_key(label: str) -> str:
    """A label as it is compared: `a)`, `(a)` and `a` are one, `1°` and `1º` too."""
    return fold(label).chars.strip("(). ").replace("º", "°").lower()


def stretch_of(place: Place, document: Provision) -> tuple[Path, range]:
    """The blocks in which a step below `place` looks."""
    blocks = at(document, place.path).blocks
    if isinstance(place, Blocks):
        end = place.end
        if place.line:
            end = list_after(blocks, place.start)
        return place.path, range(place.start, end)
    return place.path, range(len(blocks))


def list_after(blocks: tuple[Block, ...], index: int) -> int:
    """Where the list that block `index` introduces ends: its sub-items, or the items that follow a paragraph."""
    own = blocks[index]
    depth = own.depth if isinstance(own, Alinea) else 0
    end = index + 1
    while end < len(blocks) and isinstance(block := blocks[end], Alinea) and block.depth > depth:
        end += 1
    return end


def item_end(blocks: tuple[object, ...], index: int) -> int:
    """Where the item that begins at block `index` ends, its sub-items and further paragraphs included."""
    own = blocks[index]
    assert isinstance(own, Alinea)  # noqa: S101 - callers name items
    end = index + 1
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Alinea) or block.depth < own.depth or (block.depth == own.depth and block.item):
            break
        end += 1
    return end


def has_more(blocks: tuple[object, ...], index: int) -> bool:
    """Whether block `index` is an item with more than its line: sub-items, or further paragraphs of its own."""
    own = blocks[index]
    return isinstance(own, Alinea) and own.item and item_end(blocks, index) > index + 1


def _label(block: object) -> str:
    return block.label.chars if isinstance(block, Alinea) and block.label else ""


def _depth(block: object) -> int:
    return block.depth if isinstance(block, Alinea) else 0
