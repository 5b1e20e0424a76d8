"""What a file of a build holds, bytes or pieces of them, and where files go: one by one, so that no build is held whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Protocol

from msgspec import Struct

from clausier.cache import Cache

_TOGETHER = 64  # pieces of some hundred bytes are hashed and written faster together


class Pieces(Struct, frozen=True):
    """The bytes of a file in pieces, which may be made only when they are read, and can then be read once.

    `made_of` tells the same file in fewer bytes: two files with the same `made_of` have the same content.
    """

    parts: Iterable[bytes]
    made_of: tuple[bytes, ...] = ()

    def __bytes__(self) -> bytes:
        return b"".join(self.parts)


Content = bytes | Pieces


class Written(Struct, frozen=True):
    """What is known of a file that has been written: how many bytes it has, and their SHA-256 in hex."""

    size: int
    sha256: str


class Folder(Protocol):
    """Where the files of a build go, by their path below it."""

    @property
    def files(self) -> Mapping[str, Written]:
        """Those that are there."""

    def put(self, path: str, content: Content, known: str = "") -> Written:
        """Write a file; `known` is the hash of its content, where that need not be worked out."""

    def copy(self, path: str, to: str) -> None:
        """Write a file that holds what one that is there does."""


def poured(content: Content, write: Callable[[bytes], object], known: str = "") -> Written:
    """What has been written once `write` has been handed all of `content`; `known` is its hash, where it is known."""
    import hashlib  # loads a library of ciphers: for those who write

    found, size = hashlib.sha256(), 0
    for part in _together(content):
        if not known:
            found.update(part)
        size += len(part)
        write(part)
    return Written(size, known or found.hexdigest())


def _together(content: Content) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    parts = iter(content.parts)
    while part := tuple(islice(parts, _TOGETHER)):
        yield b"".join(part)


def put(folder: Folder, path: str, content: Content, cache: Cache) -> None:
    """Write a file there. `cache` spares the hash of what an earlier run has written."""
    if isinstance(content, bytes) or not content.made_of:
        folder.put(path, content)
        return
    hashed: list[str] = []

    def make() -> tuple[str, tuple[()]]:
        hashed.append(folder.put(path, content).sha256)
        return hashed[0], ()

    known, _ = cache.recall("sha256", content.made_of, str, make)
    if not hashed:
        folder.put(path, content, known)
