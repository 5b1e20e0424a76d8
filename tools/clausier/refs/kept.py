"""What a part of a text refers to, as an earlier run has read it.

It follows from the words of the part and from the shape of the text around it: which units stand where, of what kind, number,
heading and status, what each line is, and what it begins with. Words beyond its first leave that shape as it was, so that
after such an edit only those parts are read anew that it is in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from clausier.cache import Cache
from clausier.model.provision import Alinea, Block, Lacuna, Provision
from clausier.model.target import LabelledPoint, NthAlinea, NthDash, Step, Through, Unit
from clausier.refs.depends import Names, depends_on
from clausier.refs.failures import Missing
from clausier.refs.grammar import Phrase, phrases
from clausier.refs.meaning import Meaning
from clausier.refs.places import Path, Place
from clausier.refs.references import Reference, lines

AsRead = tuple[Phrase, Meaning, Reference | None]
PhrasesOf = Callable[[str, str], tuple[Phrase, ...]]  # of a line, of a text that calls itself so
Read = tuple[tuple[Reference, ...], Names | None]  # what a part refers to, and what that depends on
_Found = tuple[tuple[Phrase, ...], ...]  # of each line
_encode = msgspec.msgpack.Encoder().encode


class _Kept(Struct, frozen=True, array_like=True):
    """What a part refers to, as it is kept. `sought`: where each missing reference was looked for, by its rank."""

    references: tuple[Reference, ...]
    sought: dict[int, Place]
    depends: tuple[str, ...] | None


class Shapes:
    """The shapes of the states of a text (`of`). What two states share is hashed once."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._parts: dict[int, tuple[Provision, bytes]] = {}  # by the part's object, which is kept with it
        self._last: tuple[Provision, bytes] | None = None

    def of(self, document: Provision) -> bytes:
        """The hash of all on which references may depend in `document`: units, headings, labels, numbers at the beginning of lines."""
        if self._last is None or self._last[0] is not document:
            self._last = document, self._of(document)
        return self._last[1]

    def _of(self, unit: Provision) -> bytes:
        if unit.kind in {"document", "division"}:
            return _hash(_encode(_own(unit)) + b"".join(map(self._of, unit.children)))
        known = self._parts.get(id(unit))
        if known is None:
            key = (self._cache.digest(unit),)
            shape, _ = self._cache.recall("shape", key, bytes, lambda: (_hash(_encode(_whole(unit))), ()))
            known = self._parts[id(unit)] = unit, shape
        return known[1]


def _hash(data: bytes) -> bytes:
    import hashlib  # loads a library of ciphers: for those who keep something

    return hashlib.sha256(data).digest()


def _whole(unit: Provision) -> tuple[object, ...]:
    return (*_own(unit), tuple(map(_whole, unit.children)))


def _own(unit: Provision) -> tuple[object, ...]:
    heading = unit.heading.chars if unit.heading else None
    lines = tuple(map(_line, unit.blocks))
    return unit.id, unit.kind, unit.prefix, unit.number, heading, unit.status, unit.older_count, lines


def _line(block: Block) -> tuple[object, ...]:
    match block:
        case Alinea(text=text, label=label):
            # As far as `meaning` looks for a number, or for a label, that was typed at the beginning of a line.
            begins = text.chars[:24]
            if not any(map(str.isdigit, begins)):
                begins = begins.split(maxsplit=1)[0] if begins.strip() else ""
            return label.chars if label else None, block.depth, block.item, block.status, begins
        case Lacuna(reason=reason):
            return "lacuna", reason
        case _:
            return (type(block).__name__,)


def recalled(  # noqa: PLR0913 - all that the reading of a part follows from
    part: Provision,
    path: Path,
    document: Provision,
    within: Callable[..., Iterable[AsRead]],
    *,
    own: str,
    complete: bool,
    shapes: Shapes,
    cache: Cache,
) -> Read:
    """What the part at `path` of `document` refers to: from the cache if it is there, else read by `within`.

    `own` is what the text calls itself (« convention »); `complete` says that it has no articles but those at hand.
    """
    anew: list[Read] = []
    words = cache.digest(part)

    def read() -> tuple[AsRead, ...]:
        return tuple(within(read=_phrases(part, own, cache)))

    def make() -> tuple[_Kept | None, tuple[()]]:
        every = read()
        anew.append(told(every, path, document))
        by_shape = all(_by_shape(step) for phrase, _, _ in every for step in phrase.steps)
        return _kept(*anew[0]) if by_shape else None, ()

    def key() -> Iterator[str | bytes]:
        yield from (own, str(complete), shapes.of(document), words)

    def nearest(rank: int, guess: Callable[[], str]) -> str:
        return cache.recall("nearest", chain(key(), (str(rank),)), str, lambda: (guess(), ()))[0]

    found, _ = cache.recall("references", key(), _Kept | None, make)
    if found is None:
        if not anew:
            make()
        return anew[0]
    if not anew:
        cache.keep("phrases", (own, words))  # for a run after which the shape is another
    references, names = anew[0] if anew else _told(found, document, read)
    return tuple(_guessed(r, partial(nearest, rank)) for rank, r in enumerate(references)), names


def told(read: Iterable[AsRead], path: Path, document: Provision) -> Read:
    """The references among what was `read` in the part at `path`, and what they depend on."""
    every = tuple(read)
    depends = depends_on(((phrase, named) for phrase, named, _ in every), path, document)
    return tuple(r for _, _, r in every if r), depends


def _phrases(part: Provision, own: str, cache: Cache) -> PhrasesOf:
    """What finds the phrases of each line of the part, which follow from its words alone."""
    said = [text.chars for provision in part.walk() for _, text in lines(provision)]
    parts = (own, cache.digest(part))
    found, _ = cache.recall("phrases", parts, _Found, lambda: (tuple(phrases(chars, own) for chars in said), ()))
    by_line = dict(zip(said, found, strict=True))
    return lambda chars, _: by_line[chars]


def _kept(references: tuple[Reference, ...], names: Names | None) -> _Kept:
    return _Kept(
        references=tuple(replace(r, missing=None) if r.missing else r for r in references),
        sought={rank: r.missing.place for rank, r in enumerate(references) if r.missing},
        depends=None if names is None else tuple(sorted(names)),
    )


def _by_shape(step: Step) -> bool:
    """Whether the shape of a text is enough to find what the step names."""
    match step:
        case Unit() | LabelledPoint() | NthDash():
            return True
        case NthAlinea(quote=quote):
            return not quote
        case Through(first=first, last=last):
            return _by_shape(first) and _by_shape(last)
        case _:
            return False


def _guessed(reference: Reference, nearest: Callable[[Callable[[], str]], str]) -> Reference:
    """The reference; where it is missing, with what is most like it as `nearest` finds it by how it is guessed."""
    if reference.missing is None:
        return reference
    place, document, guess = reference.missing.place, reference.missing.document, reference.missing.guess
    return replace(reference, missing=Missing(place, document, partial(nearest, guess)))


def _told(kept: _Kept, document: Provision, read: Callable[[], Iterable[AsRead]]) -> Read:
    def nearest(rank: int) -> str:
        """What is most like one that is missing: few are told of, and those are read again."""
        return [r for _, _, r in read() if r][rank].nearest

    references = list(kept.references)
    for rank, place in kept.sought.items():
        references[rank] = replace(references[rank], missing=Missing(place, document, partial(nearest, rank)))
    return tuple(references), None if kept.depends is None else frozenset(kept.depends)
