"""Where the units of a text stand, by their identity and by their number, and which numbers open its lines.

A convention of some thousand articles has as many states as its amendments have operations, each of which names one or two
units: the index of a state is therefore made from that of a state before it, by what differs, and no search walks the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct, field

from clausier.model.provision import Alinea, Block, Provision
from clausier.refs.differences import Change, differences
from clausier.refs.layered import Layered
from clausier.refs.places import Path
from clausier.source.headings import number_key

_BEHIND_A_NUMBER = ".:-–—)"
_MOST_CHANGES = 400  # beyond, a state is indexed by itself
# The states whose indexes are at hand: more than an act makes, for the one before it to be among them; and more than most
# texts have versions, which are gone through several times.
_KEPT = 256


class Index(Struct, frozen=True):
    """The units of one state of a text, by identities that their moving and rewording leave alone."""

    document: Provision
    owners: Layered[str, str]  # what each unit stands in
    numbers: Layered[str, tuple[str, ...]]  # the units of each number, as numbers are compared
    ranks: Layered[str, dict[str, int]]  # the place of each unit among those that stand in the same

    def path_of(self, identity: str) -> Path | None:
        """Where the provision of that identity stands."""
        path: list[int] = []
        while identity != self.document.id:
            owner = self.owners.get(identity)
            ranks = self.ranks.get(owner) if owner is not None else None
            if owner is None or ranks is None:
                return None
            path.append(ranks[identity])
            identity = owner
        return tuple(reversed(path))

    def numbered(self, key: str) -> tuple[Path, ...]:
        """Where the units stand whose number is compared as `key` (`number_key`), in reading order."""
        found = map(self.path_of, self.numbers.get(key) or ())
        return tuple(sorted(path for path in found if path is not None))

    def opens_a_line(self, number: str) -> bool:
        """Whether a line may begin with that number, which has a digit: as its label, or as one of its first words."""
        return bool(_openings.of(self.document).get(number))


T = TypeVar("T")


class _Kept(Struct, Generic[T]):
    """What has been worked out of the last few states: of the first one by itself, of others from what differs.

    What differs is told from the state that the caller names as `like` it, or else from the last one asked for.
    """

    alone: Callable[[Provision], T]
    since: Callable[[T, Provision, tuple[Change, ...]], T]
    known: dict[int, tuple[Provision, T]] = field(
        default_factory=dict
    )  # by the document's object, which is kept with it

    def of(self, document: Provision, like: Provision | None = None) -> T:
        found = self.known.get(id(document))
        if found is None:
            found = self.known[id(document)] = document, self._made(document, self.known.get(id(like)))
            if len(self.known) > _KEPT:
                del self.known[next(iter(self.known))]
        return found[1]

    def _made(self, document: Provision, like: tuple[Provision, T] | None) -> T:
        like = like or next(reversed(self.known.values()), None)
        if like is None or like[0].id != document.id:
            return self.alone(document)
        changes = differences(like[0], document)
        return self.since(like[1], document, changes) if len(changes) <= _MOST_CHANGES else self.alone(document)

    def keep(self, documents: Iterable[Provision]) -> None:
        wanted = set(map(id, documents))
        self.known = {one: kept for one, kept in self.known.items() if one in wanted}


def index_of(document: Provision, like: Provision | None = None) -> Index:
    """The index of a text; `like` is one that it was made of, where the caller knows."""
    return _indexes.of(document, like)


def keep_only(documents: Iterable[Provision]) -> None:
    """Forget what is known of all states but these; those between two versions are never asked for again."""
    wanted = tuple(documents)
    _indexes.keep(wanted)
    _openings.keep(wanted)


def _index(document: Provision) -> Index:
    owners: dict[str, str] = {}
    numbers: dict[str, tuple[str, ...]] = {}
    ranks: dict[str, dict[str, int]] = {}
    for unit in document.walk():
        if unit.children:
            ranks[unit.id] = _ranks(unit)
            owners.update((child.id, unit.id) for child in unit.children)
        if key := number_key(unit.number):
            numbers[key] = (*numbers.get(key, ()), unit.id)
    return Index(document, Layered(owners, {}), Layered(numbers, {}), Layered(ranks, {}))


def _ranks(unit: Provision) -> dict[str, int]:
    return {child.id: rank for rank, child in enumerate(unit.children)}


def _index_since(like: Index, document: Provision, changes: tuple[Change, ...]) -> Index:
    owners: dict[str, str | None] = {}
    numbers: dict[str, tuple[str, ...] | None] = {}
    ranks: dict[str, dict[str, int] | None] = {}

    def bearers(number: str) -> tuple[str, ...]:
        return (numbers[number] if number in numbers else like.numbers.get(number)) or ()

    def numbered(unit: Provision) -> None:
        if key := number_key(unit.number):
            numbers[key] = (*bearers(key), unit.id)

    def no_more(unit: Provision) -> None:
        if key := number_key(unit.number):
            numbers[key] = tuple(one for one in bearers(key) if one != unit.id) or None

    # What went is taken away before anything is put in: it may have come to stand elsewhere.
    otherwise = tuple(c for c in changes if c.old is None or c.new is None or c.old.number != c.new.number)
    for change in otherwise:
        for unit in change.then():
            no_more(unit)
            if change.new is None:
                owners[unit.id] = ranks[unit.id] = None
    for change in changes:
        if change.new is not None and change.rearranged:
            ranks[change.new.id] = _ranks(change.new)
    for change in otherwise:
        for unit in change.now():
            numbered(unit)
            if change.old is None and unit.children:
                owners.update((child.id, unit.id) for child in unit.children)
                ranks[unit.id] = _ranks(unit)
        if change.old is None and change.new is not None:
            owners[change.new.id] = change.owner
    return Index(document, like.owners.but(owners), like.numbers.but(numbers), like.ranks.but(ranks))


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


_Counts = Layered[str, int]  # how often each opens a line


def _counts(document: Provision) -> _Counts:
    counts: dict[str, int] = {}
    for word in _words(document.walk()):
        counts[word] = counts.get(word, 0) + 1
    return Layered(counts, {})


def _counts_since(like: _Counts, _: Provision, changes: tuple[Change, ...]) -> _Counts:
    counts: dict[str, int | None] = {}
    for change in changes:
        for units, step in ((change.then(), -1), (change.now(), 1)):
            for word in _words(units):
                counts[word] = ((counts[word] if word in counts else like.get(word)) or 0) + step
    return like.but(counts)


def _words(units: Iterable[Provision]) -> Iterator[str]:
    return (word for unit in units for block in unit.blocks for word in openings(block))


_indexes: _Kept[Index] = _Kept(_index, _index_since)
_openings: _Kept[_Counts] = _Kept(_counts, _counts_since)
