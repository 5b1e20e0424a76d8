"""Which parts of two texts are wordings of one: by equal words first, by most of their words then, and never by a guess.

What has several equals on either side is nobody's twin: it is then taken out and put in as new text, which is always right.
Equal parts are found by their hash, like ones by the runs of words that they share: no part is held against every other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from msgspec import Struct

from clausier.author.draft.lay import Shape, shapes, words
from clausier.model.provision import Provision
from clausier.source.headings import number_key

ALIKE = 0.5  # of two provisions of one number that share so many words, one is the other's wording
MOVED = 0.8  # what has changed its place or its number too is recognised by more
_WORD = re.compile(r"\w+")
_RUN = 2  # words in a row that two wordings of one share
_COMMON = 8  # a run that so many parts have tells none of them


class Part(Struct, frozen=True, dict=True):
    """What two texts are compared by. Parts are equal if their `key` is; they are compared by their words if their `kind` is equal.

    The words are those of `shape`, which are only looked at where parts are not equal.
    """

    key: Hashable
    kind: Hashable
    shape: object

    @cached_property
    def strings(self) -> tuple[str, ...]:
        """The strings of its shape, in their order."""
        return tuple(_strings(self.shape, []))

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, in their order."""
        return tuple(chain.from_iterable(map(_words, self.strings)))


def part_of(provision: Provision) -> Part:
    """A provision without its own number: an article that becomes another number is the same."""
    own = _body(provision)
    return Part(own, (provision.kind, provision.prefix, bool(provision.children)), own)


def _body(provision: Provision) -> Shape:
    """All that a reader sees of a provision but for its number; of those below, what follows its number in theirs."""
    heading = words(provision.heading.chars) if provision.heading else ""
    below = tuple((_below(c.number, provision.number), _body(c)) for c in provision.children)
    return (heading, tuple(shapes(provision)), below)


def _below(number: str, owner: str) -> str:
    return number_key(number).removeprefix(number_key(owner) + ".")


@lru_cache(maxsize=1 << 14)  # most lines are those of both texts
def _words(line: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(line.lower()))


def _strings(shape: object, found: list[str]) -> list[str]:
    """The strings of a shape, in their order, behind those that are `found`."""
    for one in shape if isinstance(shape, tuple) else (shape,):
        if isinstance(one, str):
            found.append(one)
        elif one and isinstance(one, tuple):
            _strings(one, found)
    return found


def twins(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    """Which part of `old` each part of `new` is another wording of, by their ranks; parts that are new are left out."""
    found = _equal(old, new)
    free_old = [i for i in range(len(old)) if i not in found.values()]
    free_new = [j for j in range(len(new)) if j not in found]
    return found | _near(old, new, free_old, free_new)


def _equal(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    counts = [Counter(p.key for p in side) for side in (old, new)]
    where = {p.key: i for i, p in enumerate(old)}
    return {j: where[p.key] for j, p in enumerate(new) if p.key in where and all(count[p.key] == 1 for count in counts)}


def _near(old: Sequence[Part], new: Sequence[Part], free_old: list[int], free_new: list[int]) -> dict[int, int]:
    runs: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for i in free_old:
        for run in _runs(old[i].words):
            runs[run].add(i)
    chosen: dict[int, int] = {}
    for j in free_new:
        met = {i for run in set(_runs(new[j].words)) if len(runs.get(run, ())) <= _COMMON for i in runs.get(run, ())}
        scored = sorted((-alike(old[i], new[j]), i) for i in met if old[i].kind == new[j].kind)
        certain = len(scored) == 1 or (len(scored) > 1 and scored[0][0] < scored[1][0])
        if certain and -scored[0][0] >= MOVED:
            chosen[j] = scored[0][1]
    taken = Counter(chosen.values())
    return {j: i for j, i in chosen.items() if taken[i] == 1}


def _runs(found: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (found[n : n + _RUN] for n in range(len(found) - _RUN + 1))


def alike(old: Part, new: Part) -> float:
    """How many of the words of two parts are the same, wherever they stand, from 0 to 1."""
    a, b = Counter(old.words), Counter(new.words)
    total = len(old.words) + len(new.words)
    return 2 * (a & b).total() / total if total else 1.0


def _alike_enough(old: Part, new: Part) -> bool:
    """Whether most words of two parts are the same: those of the lines that are, or else all of them."""
    before, after = Counter(old.strings), Counter(new.strings)
    both = before & after
    apart = sum(len(_words(line)) * times for side in (before, after) for line, times in (side - both).items())
    shared = 0
    for line, times in both.items():  # no more of them are counted than is needed
        shared += len(_words(line)) * times
        if 2 * shared >= ALIKE * (2 * shared + apart):
            return True
    return alike(old, new) >= ALIKE


class Named(Struct, frozen=True):
    """A provision with the names that it is known by, the surest first."""

    provision: Provision
    names: tuple[str, ...]


def numbered(provisions: Iterable[Provision]) -> tuple[Named, ...]:
    """Provisions known by their numbers."""
    return tuple(Named(p, (number_key(p.number),)) for p in provisions)


def paired(old: Sequence[Named], new: Sequence[Named], *, moves: bool) -> dict[int, int]:
    """Which provision of `old` each provision of `new` is, by their ranks; provisions that are new are left out.

    A provision that keeps its name and some of its words is the same; if its words are found under another name, it has
    moved there. Without `moves`, names come first.
    """
    was, now = (tuple(part_of(n.provision) for n in side) for side in (old, new))
    found = {j: i for i, j in _by_name(old, new, {}) if was[i].key == now[j].key}
    if moves:
        found |= _among_free(was, now, found, _equal)
        found |= {j: i for i, j in _by_name(old, new, found) if _alike_enough(was[i], now[j])}
        found |= _among_free(was, now, found, twins)
    found |= {j: i for i, j in _by_name(old, new, found)}
    return found | _among_free(was, now, found, _equal)


def _among_free(
    old: Sequence[Part],
    new: Sequence[Part],
    found: dict[int, int],
    way: Callable[[Sequence[Part], Sequence[Part]], dict[int, int]],
) -> dict[int, int]:
    taken = set(found.values())
    free_old = [i for i in range(len(old)) if i not in taken]
    free_new = [j for j in range(len(new)) if j not in found]
    more = way([old[i] for i in free_old], [new[j] for j in free_new])
    return {free_new[j]: free_old[i] for j, i in more.items()}


def _by_name(old: Sequence[Named], new: Sequence[Named], found: dict[int, int]) -> Iterator[tuple[int, int]]:
    taken, given = set(found.values()), set(found)
    for rank in range(max((len(n.names) for n in (*old, *new)), default=0)):
        named = {n.names[rank]: i for i, n in enumerate(old) if i not in taken and rank < len(n.names)}
        for j, one in enumerate(new):
            i = named.get(one.names[rank]) if j not in given and rank < len(one.names) and one.names[rank] else None
            if i is not None and i not in taken:
                taken.add(i)
                given.add(j)
                yield i, j


def steady(ranks: Sequence[int]) -> set[int]:
    """The places in `ranks` of a longest series that rises: what has kept its order while the rest has moved."""
    tails: list[int] = []  # of each length, the place of the least end
    before: list[int] = []
    for place, rank in enumerate(ranks):
        at = bisect_left(tails, rank, key=ranks.__getitem__)
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [place]
    kept: set[int] = set()
    place = tails[-1] if tails else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept
