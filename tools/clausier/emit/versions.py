"""`versions/ID/convention.json` and `.md`: each version, whole, in the shapes of `show`.

A hundred amendments make a hundred versions of a text, of which each changes a few articles. An article is written, and
held to its schema, once for all the versions in a row in which it stands unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clausier import FORMAT
from clausier.amend import own_words
from clausier.consolidate import Timeline, Version
from clausier.diagnostics import Diagnostic
from clausier.emit.answers import valid_json
from clausier.emit.content import Pieces, poured
from clausier.emit.contract import apart, filled, hold, text
from clausier.emit.markdown import foot, head, provision_markdown
from clausier.emit.text_json import provision_json, worded_json
from clausier.model.provision import Provision

_DEEP = 2  # how far the document is indented in its answer, and what is in a list in what holds the list
_Parts = tuple[bytes, ...]


class _Unit(Struct, frozen=True, array_like=True):
    """An article as it is kept: as JSON at its depth, as Markdown without the line feed at its end, and the words that are hashed."""

    json: bytes
    markdown: bytes
    words: bytes | None


class _Text(Struct, frozen=True):
    """The pieces of an article, or of a division with all below it, in a version: behind what sets it apart from the one before it."""

    json: _Parts
    markdown: _Parts
    words: _Parts


class _Written:
    """Such a text, made once it is asked for: of a file that stands as it is, nothing is. `made_of` is the hash of what it follows from, beside what is told of the acts."""

    def __init__(self, made_of: bytes, make: Callable[[], _Text]) -> None:
        self.made_of, self._make = made_of, make

    @cached_property
    def text(self) -> _Text:
        """Its pieces. Raises `OutputFault`."""
        return self._make()


_JSON: Callable[[_Written], _Parts] = attrgetter("text.json")
_MARKDOWN: Callable[[_Written], _Parts] = attrgetter("text.markdown")
_WORDS: Callable[[_Written], _Parts] = attrgetter("text.words")


class Versions:
    """Writes the versions of a timeline, best in their order: what one has been written of is at hand for the next."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        # By how deep it stands and by the object that the timeline keeps.
        self._known: dict[int, dict[int, _Written]] = {}
        self._told = self.timeline.cache.digest(_told(timeline))

    def json(self, version: Version, path: str) -> Pieces:
        """The version as `clausier show --version ID --format json` answers it; `path` is the file's. Raises `OutputFault`."""
        below = self._text(version, path)
        answer = {
            "format": FORMAT,
            "version": version.id,
            "valid": valid_json(version),
            "provision": self._alone(version.document, below),
            "to_come": [],
        }
        hold(path, answer, "show", "answer")
        alone = text(answer)
        pieces = chain(filled(alone, "children", _DEEP, _all(_JSON, below)), (b"\n",))
        return Pieces(pieces, self._made_of(alone, below))

    def markdown(self, version: Version, path: str) -> Pieces:
        """The version as a document: the convention's title, the version's name and days, its text. Raises `OutputFault`."""
        below = self._text(version, path)
        first = "\n".join((*head(self.timeline, version), "", "")).encode()
        last = "\n".join(foot(self.timeline, version)).encode()
        made_of = self._made_of(self.timeline.cache.digest((first, last)), below)
        return Pieces(_ended(chain((first,), _all(_MARKDOWN, below), (last,))), made_of)

    def _made_of(self, alone: bytes, below: Iterable[_Written]) -> tuple[bytes, ...]:
        """All that a file follows from: what is told of the acts, what the file says `alone`, and what stands `below` in it."""
        return self._told, alone, b"".join(one.made_of for one in below)

    def _alone(self, provision: Provision, below: Iterable[_Written]) -> dict[str, Any]:
        """A document or division as JSON, without what stands `below` it, whose words are hashed with its own."""
        alone = provision_json(replace(provision, children=()), self.timeline)
        own = tuple(_own(provision))

        def make() -> tuple[str, tuple[()]]:
            words = chain(own, _all(_WORDS, below))
            # Piece by piece: it takes three times as long to lay out the words of a whole text.
            pieces = Pieces(chain((next(words, b"").removeprefix(b"\n"),), words))
            return poured(pieces, lambda _: None).sha256, ()

        made_of = (b"".join(own), b"".join(one.made_of for one in below))
        return {**alone, "hash": self.timeline.cache.recall("words", made_of, str, make)[0]}

    def _text(self, version: Version, path: str) -> tuple[_Written, ...]:
        """What stands in a version. All else is forgotten, which takes as much memory as many versions do."""
        below = self._below(version.document, _DEEP, path)
        self._known = self._standing(version.document, _DEEP)
        return below

    def _standing(self, provision: Provision, deep: int) -> dict[int, dict[int, _Written]]:
        """What is known of what stands below it, which has been written."""
        objects = tuple(map(id, provision.children))
        found = {deep: dict(zip(objects, map(self._known[deep].__getitem__, objects), strict=True))}
        for child in provision.children:
            if child.kind == "division":
                for deeper, written in self._standing(child, deep + _DEEP).items():
                    found.setdefault(deeper, {}).update(written)
        return found

    def _below(self, provision: Provision, deep: int, path: str) -> tuple[_Written, ...]:
        """What stands below a document or division whose keys stand at `deep`."""
        known = self._known.setdefault(deep, {})
        # Of some thousand articles a version changes a few: the others are found without a look at each.
        objects = tuple(map(id, provision.children))
        for child, one in zip(provision.children, objects, strict=True):
            if one not in known:
                write = self._division if child.kind == "division" else self._article
                known[one] = write(child, deep + 1, path)
        return tuple(map(known.__getitem__, objects))

    def _division(self, division: Provision, deep: int, path: str) -> _Written:
        below = self._below(division, deep + 1, path)
        alone = self._alone(division, below)
        hold(path, alone, "show", "provision")
        title = provision_markdown(replace(division, children=()), _level(deep)).rstrip("\n").encode()

        def make() -> _Text:
            return _Text(
                json=(apart(deep), *filled(text(alone, deep), "children", deep + 1, _all(_JSON, below))),
                markdown=(title, b"\n\n", *_all(_MARKDOWN, below)),
                words=(*_own(division), *_all(_WORDS, below)),
            )

        made_of = self.timeline.cache.digest((title, text(alone), *(one.made_of for one in below)))
        return _Written(made_of, make)

    def _article(self, article: Provision, deep: int, _: str) -> _Written:
        cache = self.timeline.cache
        digest = cache.digest(article)
        key = (digest, self._told, str(deep))
        cache.keep("unit", key)

        def make() -> _Text:
            unit, _none = cache.recall("unit", key, _Unit, partial(self._write, article, deep))
            return _Text(
                json=(apart(deep), unit.json),
                markdown=(unit.markdown, b"\n\n"),
                words=() if unit.words is None else (b"\n" + unit.words,),
            )

        return _Written(digest, make)

    def _write(self, provision: Provision, deep: int) -> tuple[_Unit, tuple[Diagnostic, ...]]:
        value, lines = worded_json(provision, self.timeline)
        hold("versions", value, "show", "provision")
        markdown = provision_markdown(provision, _level(deep)).rstrip("\n")
        words = "\n".join(lines).encode() if lines else None
        return _Unit(text(value, deep), markdown.encode(), words), ()


def _all(part: Callable[[_Written], _Parts], written: Iterable[_Written]) -> Iterator[bytes]:
    """That part of each."""
    return chain.from_iterable(map(part, written))


def _ended(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces with one line feed at the end of the whole, whatever space stood there."""
    held: list[bytes] = []  # a piece that is not all space, and those behind it that are
    for piece in pieces:
        if piece and not piece.isspace():
            yield from held
            held.clear()
        held.append(piece)
    yield b"".join(held).rstrip()
    yield b"\n"


def _own(provision: Provision) -> Iterator[bytes]:
    """The words of a document or division itself, behind what sets them apart from those before."""
    return (b"\n" + line.encode() for line in own_words(provision))


def _told(timeline: Timeline) -> tuple[object, ...]:
    """All that articles as JSON follow from but themselves: how alinéas are counted, each act's rank and date, each operation's article and notes."""
    acts = tuple((act.id, act.in_force) for act in timeline.acts)
    commons = tuple(operation.common for operation in timeline.operations.values())
    older = timeline.versions[0].document.older_count
    return older, acts, tuple((c.id, c.act, c.article, c.in_force, c.editorial_note) for c in commons)


def _level(deep: int) -> int:
    """The level of the heading of what stands so deep in the JSON of a version."""
    return (deep + 1) // 2
