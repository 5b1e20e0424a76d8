"""What differs between two states of a text: the units that came, went or changed, told by their identity.

A rewrite shares all that it keeps, so that what is the same object in both is passed over whole: the cost is that of what
changed, and of one look at the neighbours of each thing that did. Other objects that say the same may be passed over too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count
from operator import is_not

from msgspec import Struct

from clausier.model.provision import Provision

_Units = tuple[Provision, ...]
_AT_ONCE = 64


class Change(Struct, frozen=True):
    """A unit as it was and as it is: `old` is None where it came, `new` where it went, with all below it in both cases.

    `owner` is the identity of what it stands in, "" for the text itself. `rearranged` tells that units came or went right
    below it, or stand there in another order.
    """

    old: Provision | None
    new: Provision | None
    owner: str = ""
    rearranged: bool = False

    def then(self) -> Iterator[Provision]:
        """The unit as it was; where it went, with all below it."""
        if self.old is not None:
            yield from (self.old,) if self.new else self.old.walk()

    def now(self) -> Iterator[Provision]:
        """The unit as it is; where it came, with all below it."""
        if self.new is not None:
            yield from (self.new,) if self.old else self.new.walk()

    @property
    def in_outline(self) -> bool:
        """Whether it is in the outline of the text: which units there are, in what order, of what kind and number."""
        old, new = self.old, self.new
        if old is None or new is None or self.rearranged:
            return True
        return (old.kind, old.number, old.prefix) != (new.kind, new.number, new.prefix)


# What was last asked about, by both objects, which are kept with it: each operation of an act is asked about several times,
# and each two versions in a row, of which most texts have fewer than these.
_last: dict[tuple[int, int], tuple[Provision, Provision, tuple[Change, ...]]] = {}
_LASTING = 256


def differences(before: Provision, now: Provision) -> tuple[Change, ...]:
    """The changes from `before` to `now`, each unit before those below it; the text itself comes first, if any does."""
    if before is now:
        return ()
    key = id(before), id(now)
    if key not in _last:
        if len(_last) >= _LASTING:
            del _last[next(iter(_last))]
        _last[key] = before, now, tuple(_between(before, now, ""))
    return _last[key][2]


def _between(before: Provision, now: Provision, owner: str) -> Iterator[Change]:
    if before.children is now.children:
        yield Change(before, now, owner)
        return
    old, new = _unlike(before.children, now.children)
    came, went = {id(c) for c in new}, {id(c) for c in old}
    rearranged = len(old) != len(new) or any(one.id != other.id for one, other in zip(old, new, strict=True))
    yield Change(before, now, owner, rearranged)
    was = {c.id: c for c in old if id(c) not in came}
    for child in new:
        if id(child) in went:
            continue  # it stands elsewhere among the same
        if child.id in was:
            yield from _between(was.pop(child.id), child, now.id)
        else:
            yield Change(None, child, now.id)
    for child in was.values():
        yield Change(child, None, now.id)


def _unlike(old: _Units, new: _Units) -> tuple[_Units, _Units]:
    """The units of each without those that both begin and end with, nor those that stand at one place in both."""
    old, new = apart(old, new)
    if len(old) == len(new):
        unlike = tuple(map(is_not, old, new))
        return tuple(compress(old, unlike)), tuple(compress(new, unlike))
    return old, new


def apart(old: _Units, new: _Units) -> tuple[_Units, _Units]:
    """The units of each without those, the same objects, that both begin and end with."""
    first = _alike(old, new)
    last = min(_alike(old[::-1], new[::-1]), len(old) - first, len(new) - first)
    return old[first : len(old) - last], new[first : len(new) - last]


def _alike(old: _Units, new: _Units) -> int:
    """How many units, the same objects, both begin with; or others that are equal, which nothing tells from them."""
    # Some thousand articles are compared for every operation: of tuples the same objects are equal, without a look at each.
    most = min(len(old), len(new))
    begin = next((n for n in range(0, most, _AT_ONCE) if old[n : n + _AT_ONCE] != new[n : n + _AT_ONCE]), most)
    here = slice(begin, begin + _AT_ONCE)
    return next(compress(count(begin), map(is_not, old[here], new[here])), min(begin + _AT_ONCE, most))
