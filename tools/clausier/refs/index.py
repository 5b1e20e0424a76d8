"""Where the units of a text stand, by their identity and by their number, and which numbers open its lines.

A convention of some thousand articles has as many states as its amendments have operations, each of which names one or two
units: the index of a state is therefore made from that of a state before it, by what differs, and no search walks the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count
from operator import is_not

from msgspec import Struct

from clausier.model.provision import Alinea, Block, Provision
from clausier.refs.places import Path
from clausier.source.headings import number_key

# The child of the document that a unit stands in, and where below that child.
_Location = tuple[Provision, Path]
_Locations = dict[str, tuple[_Location, ...]]
_BEHIND_A_NUMBER = ".:-–—)"
_MOST_CHANGES = 400  # beyond, what has changed is laid into a base of its own
_KEPT = 6  # the states whose indexes are at hand: those before and after an operation, those of the versions compared


class Index(Struct, frozen=True):
    """The units of one state of a text. What `changed` has goes before what `base` has; both are shared with other states."""

    document: Provision
    base: _Locations
    changed: _Locations
    ranks: dict[int, int]  # the place of each child among the document's, by the object that it is

    def path_of(self, identity: str) -> Path | None:
        """Where the provision of that identity stands."""
        if identity == self.document.id:
            return ()
        return next(self._paths(f"={identity}"), None)

    def numbered(self, key: str) -> tuple[Path, ...]:
        """Where the units stand whose number is compared as `key` (`number_key`), in reading order."""
        return tuple(sorted(self._paths(key)))

    def opens_a_line(self, number: str) -> bool:
        """Whether a line may begin with that number, which has a digit: as its label, or as one of its first words."""
        return any(True for _ in self._paths(f"~{number}"))

    def _paths(self, name: str) -> Iterator[Path]:
        found = self.changed.get(name)
        for child, below in self.base.get(name, ()) if found is None else found:
            yield (self.ranks[id(child)], *below)


_at_hand: dict[int, Index] = {}  # by the document's object, the last that was asked for at the end


def index_of(document: Provision) -> Index:
    """The index of a text, made by what differs from the last that were asked for."""
    found = _at_hand.pop(id(document), None)
    if found is None:
        like = next((i for i in reversed(_at_hand.values()) if i.document.id == document.id), None)
        found = _from(like, document) if like else _new(document)
    _at_hand[id(document)] = found
    while len(_at_hand) > _KEPT:
        del _at_hand[next(iter(_at_hand))]
    return found


def differing(before: Provision, now: Provision) -> tuple[tuple[Provision, ...], tuple[Provision, ...]]:
    """The children of each that are no children of the other, as objects: all but what changed is shared."""
    old, new = before.children, now.children
    if len(old) == len(new):
        # In C: some thousand articles are compared for every operation.
        unlike = tuple(map(is_not, old, new))
        old, new = tuple(compress(old, unlike)), tuple(compress(new, unlike))
    here, there = set(map(id, new)), set(map(id, old))
    return tuple(c for c in old if id(c) not in here), tuple(c for c in new if id(c) not in there)


def openings(block: Block) -> Iterator[str]:
    """The words that end with a digit at the beginning of a line, or its label: what may be a number that was typed there."""
    if isinstance(block, Alinea):
        for word in (
            *block.text.chars[:24].split(maxsplit=2)[:2],
            *(block.label.chars.split()[:1] if block.label else ()),
        ):
            bare = word.rstrip(_BEHIND_A_NUMBER)
            if bare[-1:].isdigit():
                yield bare


def _names(provision: Provision, below: Path = ()) -> Iterator[tuple[str, Path]]:
    yield f"={provision.id}", below
    if key := number_key(provision.number):
        yield key, below
    for word in {word for block in provision.blocks for word in openings(block)}:
        yield f"~{word}", below
    for rank, child in enumerate(provision.children):
        yield from _names(child, (*below, rank))


def _new(document: Provision) -> Index:
    base: dict[str, list[_Location]] = {}
    for child in document.children:
        for name, below in _names(child):
            base.setdefault(name, []).append((child, below))
    return Index(document, {name: tuple(places) for name, places in base.items()}, {}, _ranks(document))


def _ranks(document: Provision) -> dict[int, int]:
    return dict(zip(map(id, document.children), count(), strict=False))


def _from(like: Index, document: Provision) -> Index:
    old, new = differing(like.document, document)
    if len(old) + len(new) > _MOST_CHANGES:
        return _new(document)
    changed = dict(like.changed)
    gone = {id(child) for child in old}
    for child in old:
        for name, _ in _names(child):
            places = changed.get(name, like.base.get(name, ()))
            changed[name] = tuple(place for place in places if id(place[0]) not in gone)
    for child in new:
        for name, below in _names(child):
            changed[name] = (*changed.get(name, like.base.get(name, ())), (child, below))
    if len(changed) > _MOST_CHANGES:
        base, changed = {name: places for name, places in (like.base | changed).items() if places}, {}
    else:
        base = like.base
    return Index(document, base, changed, _moved(like, document))


def _moved(like: Index, document: Provision) -> dict[int, int]:
    """The place of each child, from those of another state: most stand where they stood."""
    old, new = like.document.children, document.children
    if len(old) != len(new):
        return _ranks(document)
    ranks = dict(like.ranks)
    places = tuple(compress(count(), map(is_not, old, new)))
    for place in places:
        del ranks[id(old[place])]
    return ranks | {id(new[place]): place for place in places}
