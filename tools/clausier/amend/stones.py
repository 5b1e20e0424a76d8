"""Tombstones that make way: « L’article 9 est abrogé. L’article 10 devient l’article 9 » leaves one article of that number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clausier.amend.rewrite import put
from clausier.model.provision import Alinea, Provision
from clausier.refs import Blocks, Path, Place, WholeProvision, at, label_key
from clausier.refs.places import walk
from clausier.source.headings import number_key


def stones(document: Provision, given: Iterable[tuple[Place, str]]) -> frozenset[str]:
    """What is repealed and bears a number that is given to another of the same list, or of the same articles: ids and keys."""
    return frozenset(name for place, number in given for name in _of_that_number(document, place, number))


def without(document: Provision, gone: frozenset[str]) -> Provision:
    """The document without the tombstones of those ids and keys."""
    for path, provision in reversed(tuple(walk(document))):
        blocks = tuple(b for b in provision.blocks if b.key not in gone)
        children = tuple(c for c in at(document, path).children if c.id not in gone)
        if len(blocks) < len(provision.blocks) or len(children) < len(provision.children):
            document = put(document, path, replace(at(document, path), blocks=blocks, children=children))
    return document


def _of_that_number(document: Provision, place: Place, number: str) -> Iterator[str]:
    match place:
        case WholeProvision(path):
            unit, text = at(document, path), _text_around(path, document)
            for other, provision in walk(document):
                alike = provision.kind == unit.kind and number_key(provision.number) == number_key(number)
                if provision.status == "repealed" and alike and _text_around(other, document) == text:
                    yield provision.id
        case Blocks(path, start):
            own = at(document, path).blocks[start]
            for block in _list_around(at(document, path), start) if isinstance(own, Alinea) else ():
                if block.repealed and block.label and label_key(block.label.chars) == label_key(number):
                    yield block.key
        case _:
            return  # it has no number


def _text_around(path: Path, document: Provision) -> Path:
    """What counts its numbers anew around a provision: an article of which it is a part, an annex, else the whole text."""
    around = (path[:size] for size in range(len(path) - 1, 0, -1))
    return next((p for p in around if at(document, p).kind != "division"), ())


def _list_around(owner: Provision, start: int) -> Iterator[Alinea]:
    """The items of the list of which the item at block `start` is one."""
    own = owner.blocks[start]
    assert isinstance(own, Alinea)  # noqa: S101 - callers name items
    for blocks in (owner.blocks[start::-1], owner.blocks[start:]):
        for block in blocks:
            if not isinstance(block, Alinea) or block.depth < own.depth:
                break
            if block.item and block.depth == own.depth:
                yield block
