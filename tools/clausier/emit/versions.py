"""`versions/ID/convention.json` and `.md`: each version, whole, in the shapes of `show`.

A hundred amendments make a hundred versions of a text, of which each changes a few articles. An article is written, and
held to its schema, once for all the versions in which it stands unchanged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from clausier.amend import words_of
from clausier.cache import Cache, NoCache
from clausier.consolidate import Timeline, Version
from clausier.emit.answers import FORMAT, valid_json
from clausier.emit.content import Pieces
from clausier.emit.contract import hold, text
from clausier.emit.markdown import foot, head, provision_markdown
from clausier.emit.text_json import provision_json
from clausier.model.provision import Provision

_DEEP = 2  # how far the document is indented in its answer
_At = tuple[int, int]  # a provision, by the object that the timeline keeps, and how deep it stands


class Versions:
    """Writes the versions of a timeline."""

    def __init__(self, timeline: Timeline, cache: Cache | None = None) -> None:
        self.timeline = timeline
        self._cache = cache or NoCache()
        self._json: dict[_At, bytes] = {}
        self._markdown: dict[_At, bytes] = {}
        self._words: dict[int, bytes | None] = {}

    def json(self, version: Version, path: str) -> Pieces:
        """The version as `clausier show --version ID --format json` answers it; `path` is the file's. Raises `OutputFault`."""
        answer = {
            "format": FORMAT,
            "version": version.id,
            "valid": valid_json(version),
            "provision": self._alone(version.document),
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

    def _alone(self, provision: Provision) -> dict[str, Any]:
        """A document or division as JSON, without what stands below it."""
        return {**provision_json(replace(provision, children=()), self.timeline), "hash": self._hash(provision)}

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
            alone = self._alone(provision)
            hold(path, alone, "show", "provision")
            yield from self._with_children(_text(alone, deep), provision, deep + 1, path)
            return
        at = (id(provision), deep)
        if at not in self._json:
            value = provision_json(provision, self.timeline)
            hold(path, value, "show", "provision")
            self._json[at] = _text(value, deep)
        yield self._json[at]

    def _lines(self, provision: Provision, level: int) -> Iterator[bytes]:
        """The Markdown of a provision, without the line feed at its end."""
        if provision.kind == "division":
            yield provision_markdown(replace(provision, children=()), level).rstrip("\n").encode()
            for child in provision.children:
                yield b"\n\n"
                yield from self._lines(child, level + 1)
            return
        at = (id(provision), level)
        if at not in self._markdown:
            self._markdown[at] = provision_markdown(provision, level).rstrip("\n").encode()
        yield self._markdown[at]

    def _hash(self, provision: Provision) -> str:
        """The SHA-256 of the words of a document or division."""
        found = hashlib.sha256()
        for rank, words in enumerate(self._all_words(provision)):
            found.update(b"\n" + words if rank else words)
        return found.hexdigest()

    def _all_words(self, provision: Provision) -> Iterator[bytes]:
        if provision.kind in {"document", "division"}:
            own = words_of(replace(provision, children=()))
            yield from (line.encode() for line in own)
            for child in provision.children:
                yield from self._all_words(child)
            return
        if id(provision) not in self._words:
            lines = words_of(provision)
            self._words[id(provision)] = "\n".join(lines).encode() if lines else None
        words = self._words[id(provision)]
        if words is not None:
            yield words


def _text(value: Any, deep: int = 0) -> bytes:
    """JSON as it stands `deep` levels down in other JSON."""
    return text(value).replace(b"\n", b"\n" + b" " * deep)
