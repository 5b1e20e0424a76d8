"""Units that follow one another replaced by others: some keep their number in other words, some go, some are new.

« Les articles 3 à 5 sont remplacés par : » with new articles 3, 4 and 4 bis; « La convention est remplacée par : ».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from clausier.amend.misfit import Misfit
from clausier.amend.payload import Unit, unit_of
from clausier.amend.placing import REPEALED, reworded
from clausier.amend.rewrite import splice_children
from clausier.diagnostics import Message
from clausier.model.provision import Fragment, Provision
from clausier.refs import Path, Place, WholeProvision, at
from clausier.source.headings import number_key
from clausier.source.outline import Writer

SUSPENDED = Message(
    fr="une partie en est suspendue, et rien ne dit si le texte nouveau l’est aussi",
    en="part of it is suspended, and nothing says whether the new text is",
)

_Chain = tuple[Unit, ...]


class Stretch(Struct, frozen=True):
    """The children `start` to `end` of the provision at `path`, which a new text replaces together; `whole` of the convention."""

    path: Path
    start: int
    end: int
    whole: bool = False

    def units(self, document: Provision) -> tuple[Provision, ...]:
        """The units that are replaced."""
        return at(document, self.path).children[self.start : self.end]


def stretch_of(places: Sequence[Place], payload: Fragment, document: Provision) -> Stretch | None:
    """What the units of the payload replace together; None where each of `places` takes what bears its number, or nothing fits.

    One of the new units at least must bear a number of those that it replaces: else two quotations may have been swapped. Of the
    whole convention, the opening and the closing stay.
    """
    if payload.blocks or not payload.children or not all(isinstance(place, WholeProvision) for place in places):
        return None
    paths = sorted(place.path for place in places)
    if paths == [()]:
        kinds = [child.kind for child in document.children]
        start = int(kinds[:1] == ["opening"])
        return Stretch((), start, len(kinds) - int(kinds[-1:] == ["closing"]), whole=True)
    if not paths or not paths[0] or not all(_follows(one, other) for one, other in pairwise(paths)):
        return None
    stretch = Stretch(paths[0][:-1], paths[0][-1], paths[-1][-1] + 1)
    old, new = ({unit_of(unit) for unit in units} for units in (stretch.units(document), payload.children))
    return stretch if old != new and old & new and len(new) == len(payload.children) and not _nested(payload) else None


def _follows(one: Path, other: Path) -> bool:
    return one[:-1] == other[:-1] and other[-1] == one[-1] + 1


def _nested(payload: Fragment) -> bool:
    """Whether one of the units is a part of another by its number: 8.1 beside 8."""
    keys = [number_key(unit.number) for unit in payload.children]
    return any(one.startswith(f"{other}.") for one in keys for other in keys)


class Kept(Struct, frozen=True):
    """The units of a stretch that a new text takes up, by how it names them; those that it does not; those that it adds."""

    units: dict[_Chain, Provision]
    gone: tuple[Provision, ...]
    added: tuple[Provision, ...]


def kept(document: Provision, stretch: Stretch, payload: Fragment) -> Kept:
    """Which units of the stretch the payload takes up: those of the same number, in the same title or, where none is, in another.

    What is repealed is taken up by a text that names it alone, not by one of the whole convention.
    """
    old = dict(_chains(stretch.units(document)))
    left = {chain: unit for chain, unit in old.items() if not (stretch.whole and unit.status == "repealed")}
    new = dict(_chains(payload.children))
    units = {chain: left.pop(chain) for chain in new if chain in left}
    for chain in new:
        elsewhere = [other for other in left if other[-1] == chain[-1]]
        if chain not in units and elsewhere:
            units[chain] = left.pop(elsewhere[0])
    gone = tuple(unit for unit in left.values() if unit.status != "repealed")
    return Kept(units, gone, tuple(unit for chain, unit in new.items() if chain not in units))


def recast(document: Provision, stretch: Stretch, payload: Fragment, writer: Writer) -> Provision:
    """`document` with the units of the payload in place of the stretch; those that it takes up are the same units.

    Raises `Misfit` where a unit is suspended, or would be re-enacted by a text that does not say so.
    """
    if any(part.status == "suspended" for unit in stretch.units(document) for part in unit.walk()):
        raise Misfit(SUSPENDED)
    units = kept(document, stretch, payload).units
    if any(unit.status == "repealed" for unit in units.values()):
        raise Misfit(REPEALED)
    written = tuple(_written(unit, (), units, writer) for unit in payload.children)
    changed = splice_children(document, stretch.path, stretch.start, stretch.end, written)
    return replace(changed, blocks=()) if stretch.whole else changed  # what was unknown of it is unknown no longer


def _written(new: Provision, above: _Chain, units: dict[_Chain, Provision], writer: Writer) -> Provision:
    chain, division = (*above, unit_of(new)), new.kind == "division"
    own = replace(new, children=()) if division else new
    old = units.get(chain)
    unit = reworded(old, Fragment(children=(own,)), writer) if old else writer.provision(own)
    return replace(unit, children=tuple(_written(c, chain, units, writer) for c in new.children)) if division else unit


def _chains(units: Iterable[Provision], above: _Chain = ()) -> Iterator[tuple[_Chain, Provision]]:
    """The units and, of a division, what stands in it, each by what it is known by from the outermost to itself."""
    for unit in units:
        chain = (*above, unit_of(unit))
        yield chain, unit
        if unit.kind == "division":
            yield from _chains(unit.children, chain)
