"""Whether the places of an operation are those that a sentence names, or lie in them."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.agreement.candidates import Ordered
from clausier.check.agreement.scene import Scene
from clausier.model.provision import Provision
from clausier.model.target import Target
from clausier.refs import Blocks, Column, HeadingPlace, Place, Row, Sentence, WholeProvision, at, find
from clausier.refs.find import places_named
from clausier.refs.index import index_of
from clausier.source.headings import number_key


def within(ordered: Ordered, targets: tuple[Target, ...], scene: Scene) -> bool:
    """Whether all that the targets name lies in what the sentence names; where that is nothing, anything does."""
    if not any(way.targets for way in ordered.ways):
        return True
    # Most often the text before the act tells, and what its first operations make of it need not be known.
    return _lie_in(ordered, targets, (scene.before,)) or _lie_in(ordered, targets, (scene.now, scene.before))


def _lie_in(ordered: Ordered, targets: tuple[Target, ...], documents: tuple[Provision, ...]) -> bool:
    places = [place for way in ordered.ways for words in way.targets for place in found_in(words, documents)]
    for document in documents:
        named = [find(target, document) for target in targets]
        inner = [place for found in named if isinstance(found, tuple) for place in found]
        if inner and all(isinstance(f, tuple) for f in named) and all(any(_in(i, o) for o in places) for i in inner):
            return True
    return False


def every(ordered: Ordered, targets: tuple[Target, ...], scene: Scene) -> bool:
    """Whether the targets name every place that the sentence does."""
    named = [find(target, document) for document in (scene.now, scene.before) for target in targets]
    mine = [place for found in named if isinstance(found, tuple) for place in found]
    return any(
        all(place in mine for words in way.targets for place in found_in(words, (scene.now, scene.before)))
        for way in ordered.ways
    )


def reaches_each(ordered: Ordered, targets: tuple[Target, ...], scene: Scene) -> bool:
    """Whether in each place that the sentence names, « aux premier et deuxième alinéas », something is a target."""
    return not any(way.targets for way in ordered.ways) or any(
        all(any(_in(place, outer) for place in _named(targets, document)) for outer in named)
        for document in (scene.before, scene.now)
        for way in ordered.ways
        if (named := [place for words in way.targets for place in found_in(words, (document,))])
    )


def may_be_a_part(ordered: Ordered, scene: Scene) -> bool:
    """Whether « est modifié comme suit » brings so little text that it may reword but a part of what stands there."""
    brought = scene.payload(ordered.rank)
    if brought is None:
        return True
    keys = {number_key(words) for way in ordered.ways for words in way.targets}
    old = [line for p in bearing(keys, scene.before) for line in _lines(p)]
    new = list(_lines(Provision(id="", kind="article", blocks=brought.blocks, children=brought.children)))
    return len(old) > 1 and (len(new) * 2 < len(old) or sum(map(len, new)) < 0.6 * sum(map(len, old)))


def bearing(numbers: set[str], document: Provision) -> tuple[Provision, ...]:
    """The units that bear one of the numbers, as they are compared."""
    index = index_of(document)
    return tuple(at(document, path) for number in numbers if number for path in index.numbered(number))


def _named(targets: tuple[Target, ...], document: Provision) -> Iterator[Place]:
    for target in targets:
        found = find(target, document)
        yield from found if isinstance(found, tuple) else ()


def found_in(words: str, documents: tuple[Provision, ...]) -> Iterator[Place]:
    """The places that a target as it is written names in any of some texts."""
    for document in documents:
        yield from places_named(words, document)


def _in(inner: Place, outer: Place) -> bool:
    match inner, outer:
        case _, WholeProvision(path=path):
            return inner.path[: len(path)] == path
        case Blocks(path=path, start=start, end=end), Blocks():
            return path == outer.path and outer.start <= start and end <= outer.end
        case ((Sentence(block=block) | Row(block=block) | Column(block=block)), Blocks()):
            return inner.path == outer.path and outer.start <= block < outer.end
        case HeadingPlace(), _:
            return inner == outer
        case _:
            return inner == outer


def _lines(provision: Provision) -> Iterator[str]:
    for part in provision.walk():
        yield from (alinea.text.chars for alinea in part.alineas)
        yield from (" ".join(cell.chars for cell in row) for table in part.tables for row in table.rows)
