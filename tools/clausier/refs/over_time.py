"""The references of each state of a text, read anew only where what they name, or they themselves, may have changed.

A text of some thousand articles has as many states as it has amendments, and each amendment changes a few articles. What
an article refers to stays the same while its words, and the articles that bear the numbers it names, are the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.provision import Provision
from clausier.model.target import Through, Unit
from clausier.refs.grammar import Phrase
from clausier.refs.index import index_of, openings
from clausier.refs.meaning import Meaning, spellings
from clausier.refs.places import Missing, Path, at
from clausier.refs.references import Reference, at_hand, read_within
from clausier.source.headings import number_key

_Numbers = frozenset[str]
_Read = tuple[Phrase, Meaning, Reference | None]


class Reading(Struct, frozen=True, eq=False):
    """What one part of the text refers to: an article with all below it, or a division without.

    `leans` are the numbers on whose bearers that depends; None where it may depend on anything. Its references are placed
    in the state for which it was made (`made`); the states after it share it while nothing it depends on changes.
    """

    part: Provision
    made: int
    references: tuple[Reference, ...]
    leans: _Numbers | None


class State(Struct, frozen=True):
    """A state of the text, and the rank of the one that it was made from; None for the first."""

    document: Provision
    complete: bool
    before: int | None


def readings(
    states: Iterable[State], own: str, among: Callable[[Provision], bool] | None = None
) -> Iterator[dict[str, Reading]]:
    """For each state, what each of its parts refers to, in reading order, by the identity of the part.

    With `among`, of the articles and annexes only those that it takes are read.
    """
    every: list[tuple[State, dict[str, Reading]]] = []
    for rank, state in enumerate(states):
        earlier, before = every[state.before] if state.before is not None else (None, {})
        changed = _changed(earlier.document, state.document) if earlier else None
        known = at_hand(state.document, complete=state.complete)
        found: dict[str, Reading] = {}
        for part, path, deep in parts(state.document):
            if deep and among is not None and not among(part):
                continue
            like = before.get(part.id) if deep else None
            if like and like.part is part and changed is not None and _stands(like, changed):
                found[part.id] = like
            else:
                read = tuple(read_within(part, path, state.document, own, known, deep=deep))
                found[part.id] = Reading(
                    part=part,
                    made=rank,
                    references=tuple(r for _, _, r in read if r),
                    leans=_leans(read, path, state.document),
                )
        every.append((state, found))
        yield found


def placed(reading: Reading, states: Sequence[State], rank: int, own: str) -> tuple[Reference, ...]:
    """The references of a reading that the state of that rank shares, as they are placed in it."""
    if reading.made == rank:
        return reading.references
    document = states[rank].document
    known = at_hand(document, complete=states[rank].complete)
    path = index_of(document).path_of(reading.part.id)
    assert path is not None  # noqa: S101 - the state shares the part
    return tuple(r for _, _, r in read_within(reading.part, path, document, own, known) if r)


def parts(document: Provision, path: Path = ()) -> Iterator[tuple[Provision, Path, bool]]:
    """The parts of a text in reading order, where each stands, and whether all below belongs to it."""
    yield document, path, False
    for index, child in enumerate(document.children):
        if child.kind == "division":
            yield from parts(child, (*path, index))
        else:
            yield child, (*path, index), True


def _stands(reading: Reading, changed: _Numbers) -> bool:
    return reading.leans is not None and reading.leans.isdisjoint(changed)


def _changed(before: Provision, now: Provision) -> _Numbers | None:
    """The numbers of all that changed from one state to the next, as they were and as they are; behind « ~ », those that open its lines.

    None where more than articles changed: a division, or the order in which articles stand.
    """
    old, new = tuple(_skeleton(before)), tuple(_skeleton(now))
    objects = [{id(p) for p, deep in bones if deep} for bones in (old, new)]
    stays = objects[0] & objects[1]
    frames = [[id(p) if deep else _own(p) for p, deep in bones if not deep or id(p) in stays] for bones in (old, new)]
    if frames[0] != frames[1]:
        return None
    gone = (p for bones in (old, new) for p, deep in bones if p and deep and id(p) not in stays)
    units = [p for part in gone for p in part.walk()]
    typed = {f"~{word}" for p in units for block in p.blocks for word in openings(block)}
    return frozenset({*typed, *(number_key(p.number) for p in units if p.number)})


def _skeleton(document: Provision) -> Iterator[tuple[Provision | None, bool]]:
    """The parts in reading order, with None where a division ends."""
    yield document, False
    for child in document.children:
        if child.kind == "division":
            yield from _skeleton(child)
        else:
            yield child, True
    yield None, False


def _own(division: Provision | None) -> object:
    """All that a division, or the document, has beside what stands in it."""
    return division and replace(division, children=())


def _leans(read: Iterable[_Read], part: Path, document: Provision) -> _Numbers | None:
    numbers: set[str] = set()
    for phrase, named, _ in read:
        of_one = _numbers(phrase, named, part, document)
        if of_one is None:
            return None
        numbers |= of_one
    return frozenset(numbers)


def _numbers(phrase: Phrase, named: Meaning, part: Path, document: Provision) -> _Numbers | None:
    """The numbers on whose bearers the meaning of a phrase depends, its own part aside; None where it may be on others."""
    if phrase.scope in {"other", "act", "vague", "unknown"}:
        return frozenset()
    if isinstance(named, Missing):
        return _if_missing(phrase, document)
    if not isinstance(named, tuple) or phrase.scope in {"same", "near"}:
        return None
    first = phrase.steps[0] if phrase.steps else None
    if not isinstance(first, Unit):
        inside = phrase.scope in {"present", "here"} and all(p.path[: len(part)] == part for p in named)
        return frozenset() if inside else None
    keys = {
        number_key(step.number)
        for steps in spellings(phrase.steps)
        for step in steps[:1]
        if isinstance(step, Unit) and step.number
    }
    # A line that merely begins with the number, where nothing bears it, is found by reading the whole text.
    return frozenset(keys) if all(_bears(place.path, keys, document) for place in named) else None


def _if_missing(phrase: Phrase, document: Provision) -> _Numbers | None:
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
    return frozenset({*keys, *around, *(f"~{unit.number}" for unit in units)})


def _bears(path: Path, keys: set[str], document: Provision) -> bool:
    """Whether what stands there is, or is part of, what bears one of the numbers."""
    return any(number_key(at(document, path[:size]).number) in keys for size in range(1, len(path) + 1))
