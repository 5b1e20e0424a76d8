"""`versions/ID/convention.json` and `.md`: each version, whole, in the shapes of `show`.

A hundred amendments make a hundred versions of a text, of which each changes a few articles. An article is written, and
held to its schema, once for all the versions in which it stands unchanged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clausier.amend import words_of
from clausier.consolidate import Timeline, Version
from clausier.diagnostics import Diagnostic
from clausier.emit.answers import FORMAT, valid_json
from clausier.emit.content import Pieces
from clausier.emit.contract import compact, formatted, hold, text
from clausier.emit.markdown import foot, head, provision_markdown
from clausier.emit.text_json import provision_json
from clausier.model.provision import Provision

_DEEP = 2  # how far the document is indented in its answer
_At = tuple[int, int]  # a provision, by the object that the timeline keeps, and how deep it stands


class _Unit(Struct, frozen=True, array_like=True):
    """An article as it is written: as JSON, as Markdown without the line feed at its end, and the words that are hashed."""

    json: bytes
    markdown: bytes
    words: bytes | None


class Versions:
    """Writes the versions of a timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._units: dict[_At, _Unit] = {}
        self._json: dict[_At, bytes] = {}
        self._told = self.timeline.cache.digest(_told(timeline))

    def json(self, version: Version, path: str) -> Pieces:
        """The version as `clausier show --version ID --format json` answers it; `path` is the file's. Raises `OutputFault`."""
        answer = {
            "format": FORMAT,
            "version": version.id,
            "valid": valid_json(version),
            "provision": self._alone(version.document, _DEEP),
            "to_come": [],
        }
        hold(path, answer, "show", "answer")
        return Pieces((*self._with_children(_text(answer), version.document, _DEEP, path), b"\n"))

    def markdown(self, version: Version) -> Pieces:
        """The version as a document: the convention's title, the version's name and days, its text."""
        found = ["\n".join((*head(self.timeline, version), "", "")).encode()]
        for child in version.document.children:
            found += [*self._lines(child, 2), b"\n\n"]
        found.append("\n".join(foot(self.timeline, version)).encode())
        while not found[-1].strip():
            found.pop()
        return Pieces((*found[:-1], found[-1].rstrip(), b"\n"))

    def _alone(self, provision: Provision, deep: int) -> dict[str, Any]:
        """A document or division as JSON, whose keys stand at `deep`, without what stands below it."""
        alone = provision_json(replace(provision, children=()), self.timeline)
        return {**alone, "hash": self._hash(provision, _level(deep + 1))}

    def _with_children(self, whole: bytes, provision: Provision, deep: int, path: str) -> Iterator[bytes]:
        """`whole`, which holds the provision without its children, and them in their place; its keys stand at `deep`."""
        # A line feed within a text is written as two signs: no text has such a line.
        mark = b"\n" + b" " * deep + b'"children": ['
        before, after = whole.split(mark)
        yield before + mark
        for index, child in enumerate(provision.children):
            yield (b",\n" if index else b"\n") + b" " * (deep + 1)
            yield from self._unit(child, deep + 1, path)
        yield (b"\n" + b" " * deep if provision.children else b"") + after

    def _unit(self, provision: Provision, deep: int, path: str) -> Iterator[bytes]:
        if provision.kind == "division":
            alone = self._alone(provision, deep + 1)
            hold(path, alone, "show", "provision")
            yield from self._with_children(_text(alone, deep), provision, deep + 1, path)
            return
        at = (id(provision), deep)
        if at not in self._json:
            self._json[at] = _indented(formatted(self._written(provision, _level(deep)).json), deep)
        yield self._json[at]

    def _written(self, provision: Provision, level: int) -> _Unit:
        at = (id(provision), level)
        if at not in self._units:
            key = (self.timeline.cache.digest(provision), self._told, str(level))
            self._units[at], _ = self.timeline.cache.recall("unit", key, _Unit, partial(self._write, provision, level))
        return self._units[at]

    def _write(self, provision: Provision, level: int) -> tuple[_Unit, tuple[Diagnostic, ...]]:
        value = provision_json(provision, self.timeline)
        hold("versions", value, "show", "provision")
        markdown = provision_markdown(provision, level).rstrip("\n")
        lines = words_of(provision)
        words = "\n".join(lines).encode() if lines else None
        return _Unit(compact(value), markdown.encode(), words), ()

    def _lines(self, provision: Provision, level: int) -> Iterator[bytes]:
        """The Markdown of a provision, without the line feed at its end."""
        if provision.kind == "division":
            yield provision_markdown(replace(provision, children=()), level).rstrip("\n").encode()
            for child in provision.children:
                yield b"\n\n"
                yield from self._lines(child, level + 1)
            return
        yield self._written(provision, level).markdown

    def _hash(self, provision: Provision, level: int) -> str:
        """The SHA-256 of the words of a document or division, of which the children are headed at `level`."""
        found = hashlib.sha256()
        for rank, words in enumerate(self._words(provision, level)):
            found.update(b"\n" + words if rank else words)
        return found.hexdigest()

    def _words(self, provision: Provision, level: int) -> Iterator[bytes]:
        yield from (line.encode() for line in words_of(replace(provision, children=())))
        for child in provision.children:
            if child.kind == "division":
                yield from self._words(child, level + 1)
            elif (words := self._written(child, level).words) is not None:
                yield words


def _told(timeline: Timeline) -> tuple[object, ...]:
    """All that articles as JSON tell of what wrote them: of each act its rank and date, of each operation its article and notes."""
    acts = tuple((act.id, act.in_force) for act in timeline.acts)
    commons = tuple(operation.common for operation in timeline.operations.values())
    return acts, tuple((c.id, c.act, c.article, c.in_force, c.editorial_note) for c in commons)


def _level(deep: int) -> int:
    """The level of the heading of what stands so deep in the JSON of a version."""
    return (deep + 1) // 2


def _text(value: Any, deep: int = 0) -> bytes:
    """JSON as it stands `deep` levels down in other JSON."""
    return _indented(text(value), deep)


def _indented(json: bytes, deep: int) -> bytes:
    return json.replace(b"\n", b"\n" + b" " * deep)
