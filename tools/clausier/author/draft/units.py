"""The units that somebody edited, each with what it was, and the order in which all of them now stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from clausier.author.draft.edits import LEVELS, Level
from clausier.author.draft.lay import REPEALED, Edited, same
from clausier.author.draft.pairing import Named, paired
from clausier.model.provision import Provision
from clausier.source.headings import number_key


class Unit(Struct, kw_only=True, eq=False):
    """An article of the text with its edits, while the amendment's articles for it are sought.

    `before` is None for a new one, `now` for one that is gone. `coarser` is how much more coarsely than at first its
    changes are sought: a level more each time that what was found does not pass the proof.
    """

    name: str
    before: Provision | None
    now: Provision | None
    coarser: int = 0

    @property
    def level(self) -> Level:
        """How fine its changes are sought."""
        return LEVELS[self.coarser]


class Edition(Struct, frozen=True, kw_only=True):
    """A text as somebody edited it: the units that changed, and for all that stand now, what each was (None: it is new).

    `names` are those of the files that hold them.
    """

    units: tuple[Unit, ...]
    before: tuple[Provision, ...]
    now: tuple[tuple[Provision | None, Provision], ...]
    names: tuple[str, ...]


def edition(laid: Mapping[str, Provision], edited: Sequence[Edited], *, moves: bool) -> Edition:
    """The edited files beside those that were laid. Without `moves`, a file is what its name says."""
    there = [(one.file, one.unit) for one in edited]
    kept = {name for name, unit in there if name in laid and same(laid[name], unit)}
    old = [(name, unit) for name, unit in laid.items() if name not in kept]
    new = [(name, unit) for name, unit in there if name not in kept]
    partner = paired([_named(*o) for o in old], [_named(*n) for n in new], moves=moves)
    was = {new[j][0]: old[i][1] for j, i in partner.items()} | {name: laid[name] for name in kept}
    stones = {name for name, unit in new if name in was and was[name].status != "repealed" and _is_repealed(unit)}
    now = [(was.get(name), was[name] if name in kept else unit) for name, unit in there if name not in stones]
    units = [Unit(name=name, before=was.get(name), now=None if name in stones else unit) for name, unit in new]
    gone = {i for i in range(len(old)) if i not in partner.values()}
    units += [Unit(name=old[i][0], before=old[i][1], now=None) for i in sorted(gone) if old[i][1].status != "repealed"]
    place = {unit.id: n for n, unit in enumerate(laid.values())}
    last = -1
    places: dict[str, tuple[int, int]] = {}
    for n, (name, _) in enumerate(there):
        last = place[unit.id] if (unit := was.get(name)) else last
        places[name] = (last, n + 1)
    units.sort(key=lambda u: places.get(u.name) or (place[u.before.id] if u.before else -1, 0))
    return Edition(
        units=tuple(units),
        before=tuple(laid.values()),
        now=tuple(now),
        names=tuple(name for name, _ in there if name not in stones),
    )


def _named(name: str, unit: Provision) -> Named:
    return Named(unit, (f"file {name}", number_key(unit.number) and f"{unit.kind} {number_key(unit.number)}"))


def _is_repealed(unit: Provision) -> bool:
    """Whether somebody wrote that a provision is repealed, rather than take it away."""
    return not unit.blocks and not unit.children and unit.title().endswith(REPEALED)
