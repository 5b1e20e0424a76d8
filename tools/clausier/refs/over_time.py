"""The references of each state of a text, read anew only where what they name, or they themselves, may have changed.

A text of some thousand articles has as many states as it has amendments, and each amendment changes a few articles. What
an article refers to stays the same while its words, and the articles that bear the numbers it names, are the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec import Struct

from clausier.cache import Cache, NoCache
from clausier.model.provision import Provision
from clausier.refs.depends import Names, changes
from clausier.refs.grammar import phrases
from clausier.refs.kept import PhrasesOf, Shapes, recalled, told
from clausier.refs.places import Path
from clausier.refs.references import Reference, at_hand, read_within


class Reading(Struct, frozen=True, eq=False):
    """What one part of the text refers to. A part is an article with all below it, or a division without its articles.

    The references, and the places that they name, are those of `document`, the state of the text in which the part was
    read. Later states use the same reading as long as nothing changes that it `depends_on` (None: that may be anything).
    """

    part: Provision
    document: Provision
    references: tuple[Reference, ...]
    depends_on: Names | None


class State(Struct, frozen=True):
    """A state of the text, and the rank of the one that it was made from; None for the first."""

    document: Provision
    complete: bool
    before: int | None


def readings(
    states: Iterable[State],
    own: str,
    among: Callable[[Provision], Callable[[str], bool] | None] | None = None,
    cache: Cache | None = None,
) -> Iterator[dict[str, Reading]]:
    """For each state of the text, what each of its parts refers to, in reading order, by the identity of the part.

    `among` limits what is read: for an article or annex it returns a test of lines, and only lines that pass are read.
    `cache` spares the parts that an earlier run has read.
    """
    every: list[tuple[State, dict[str, Reading]]] = []
    shapes = Shapes(cache or NoCache())
    for state in states:
        earlier, before = every[state.before] if state.before is not None else (None, {})
        changed = changes(earlier.document, state.document) if earlier and earlier.complete is state.complete else None
        known = at_hand(state.document, complete=state.complete)
        found: dict[str, Reading] = {}
        for part, path, deep in parts(state.document):
            worth = among(part) if deep and among is not None else None
            if worth is None and deep and among is not None:
                continue
            like = before.get(part.id) if deep else None
            if like and like.part is part and changed is not None and _stands(like, changed):
                found[part.id] = like
            else:
                within = partial(read_within, part, path, state.document, own, known, deep=deep)
                if cache and deep and worth is None:
                    recall = partial(recalled, own=own, complete=state.complete, shapes=shapes, cache=cache)
                    read = recall(part, path, state.document, within)
                else:
                    read = told(within(read=_worth(worth) if worth else phrases), path, state.document)
                references, names = read
                found[part.id] = Reading(part, state.document, references, names)
        every.append((state, found))
        yield found


def parts(document: Provision, path: Path = ()) -> Iterator[tuple[Provision, Path, bool]]:
    """The parts of a text in reading order, where each stands, and whether all below belongs to it."""
    yield document, path, False
    for index, child in enumerate(document.children):
        if child.kind == "division":
            yield from parts(child, (*path, index))
        else:
            yield child, (*path, index), True


def _worth(worth: Callable[[str], bool]) -> PhrasesOf:
    return lambda chars, own: phrases(chars, own) if worth(chars) else ()


def _stands(reading: Reading, changed: Names) -> bool:
    return reading.depends_on is not None and reading.depends_on.isdisjoint(changed)
