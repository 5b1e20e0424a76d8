"""What the meaning of a reference depends on in the text around it, and what of that changes from one state to the next.

Both are told by the same names: a number, for the units that bear it (their identity, status and place); behind « + », for all
that these hold; behind « ~ », for lines that begin with it; and « * » for the order of units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clausier.model.provision import Provision
from clausier.model.target import Step, Through, Unit
from clausier.refs.differences import differences
from clausier.refs.failures import Missing
from clausier.refs.grammar import Phrase
from clausier.refs.index import openings
from clausier.refs.meaning import Meaning, spellings
from clausier.refs.places import Path, at
from clausier.source.headings import number_key

Names = frozenset[str]
_ORDER = "*"


def changes(before: Provision, now: Provision) -> Names | None:
    """What changed from one state to the next; None where it may be anything.

    That is a division, where units stand, or in what order, or whether any article has a number.
    """
    found = differences(before, now)
    went = {change.old.id for change in found if change.old and not change.new}
    if _numbered(before) != _numbered(now) or any(c.new and not c.old and c.new.id in went for c in found):
        return None
    names: set[str] = set()
    for change in found:
        old, new = change.old, change.new
        if _own_of_division(old) != _own_of_division(new) or (
            change.rearranged and _order(old, new) != _order(new, old)
        ):
            return None
        units = (*change.then(), *change.now())
        names |= {number_key(unit.number) for unit in _other_bearers(old, new) if unit.number}
        names |= {_inside(number_key(unit.number)) for unit in units}
        if old is None or new is None or old.blocks is not new.blocks:
            names |= {_opening(word) for unit in units for block in unit.blocks for word in openings(block)}
        if old is None or new is None or change.rearranged:
            names.add(_ORDER)
    return frozenset(names)


def _numbered(document: Provision) -> bool:
    """Whether any article has a number: where none has, what names one is vague."""
    return any(unit.kind == "article" and unit.number for unit in document.walk())


def _own_of_division(unit: Provision | None) -> object:
    """All that a division, or the document, has beside what stands in it."""
    return replace(unit, children=()) if unit and unit.kind in {"document", "division"} else None


def _order(unit: Provision | None, other: Provision | None) -> list[str]:
    """What stands right below `unit` and `other`, in the order of `unit`."""
    known = {child.id for child in other.children} if other else set[str]()
    return [child.id for child in unit.children if child.id in known] if unit else []


def _other_bearers(old: Provision | None, new: Provision | None) -> Iterator[Provision]:
    """The units by whose numbers something else is named: with all below, where one came, went or changed its status."""
    if old is None or new is None or (old.kind, old.status) != (new.kind, new.status):
        yield from (unit for one in (old, new) if one for unit in one.walk())
    elif (old.number, old.prefix) != (new.number, new.prefix):
        yield from (old, new)


def _inside(key: str) -> str:
    return f"+{key}"


def _opening(word: str) -> str:
    return f"~{word}"


def depends_on(read: Iterable[tuple[Phrase, Meaning]], part: Path, document: Provision) -> Names | None:
    """What the meanings of the phrases in the part at `path` depend on outside that part; None where it may be anything."""
    names: set[str] = set()
    for phrase, named in read:
        of_one = _of_one(phrase, named, part, document)
        if of_one is None:
            return None
        names |= of_one
    return frozenset(names)


def _of_one(phrase: Phrase, named: Meaning, part: Path, document: Provision) -> Names | None:
    if phrase.scope in {"other", "act", "vague", "unknown"}:
        return frozenset()
    if isinstance(named, Missing):
        return _of_missing(phrase, document)
    if not isinstance(named, tuple) or phrase.scope in {"same", "near"}:
        return None
    every = tuple(spellings(phrase.steps))
    units = [unit for steps in every for unit in _units(steps)]
    if not units:
        inside = phrase.scope in {"present", "here"} and all(p.path[: len(part)] == part for p in named)
        return frozenset() if inside else None
    keys = {number_key(unit.number) for unit in units if unit.number}
    # A line that merely begins with the number, where nothing bears it, is found by reading the whole text.
    if not all(_bears(place.path, keys, document) for place in (named[0], named[-1])):
        return None
    held = {_inside(key) for key in keys} if any(len(steps) > 1 for steps in every) else set[str]()
    between = {_ORDER} if isinstance(phrase.steps[0], Through) else set[str]()
    return frozenset(keys | held | between)


def _units(steps: tuple[Step, ...]) -> tuple[Unit, ...]:
    """The units that a reference names first: one, or the ends of a range."""
    match steps:
        case (Unit() as unit, *_):
            return (unit,)
        case (Through(first=Unit() as first, last=Unit() as last), *_):
            return first, last
        case _:
            return ()


def _of_missing(phrase: Phrase, document: Provision) -> Names | None:
    """What may give a meaning to numbers that nothing bears: articles of which they would be part, lines that begin with them."""
    units = [step for steps in spellings(phrase.steps) for step in steps if isinstance(step, Unit)]
    told = phrase.scope in {"text", "own"} and isinstance(phrase.steps[0], Unit) and document.lacuna is None
    if not told or any(isinstance(step, Through) for step in phrase.steps):
        return None
    if any(unit.kind != "article" or not unit.number[-1:].isdigit() for unit in units):
        return None
    keys = [number_key(unit.number) for unit in units]
    parts = [key.replace("-", ".").split(".") for key in keys]
    around = {".".join(part[:size]) for part in parts for size in range(1, len(part))}
    around |= set(keys)
    return frozenset({*around, *(_inside(key) for key in around), *(_opening(unit.number) for unit in units)})


def _bears(path: Path, keys: set[str], document: Provision) -> bool:
    """Whether what stands there is, or is part of, what bears one of the numbers."""
    return any(number_key(at(document, path[:size]).number) in keys for size in range(1, len(path) + 1))
