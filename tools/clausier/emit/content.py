"""What a file of a build holds: bytes, or pieces of them that several files share."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from clausier.cache import Cache

_TOGETHER = 64  # pieces of some hundred bytes are hashed faster together


class Pieces(Struct, frozen=True):
    """The bytes of a file as pieces that follow each other. Two versions of a text share those of what did not change.

    `made_of` is all that they follow from, where that is told in less: no others are made of the same.
    """

    parts: tuple[bytes, ...]
    made_of: tuple[bytes, ...] = ()

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __bytes__(self) -> bytes:
        return b"".join(self.parts)


Content = bytes | Pieces


def pieces(content: Content) -> Iterable[bytes]:
    """What a file holds, piece by piece."""
    return (content,) if isinstance(content, bytes) else content.parts


def sha256(content: Content) -> str:
    """The SHA-256 of what a file holds, in hex."""
    import hashlib  # loads a library of ciphers: for those who write

    found = hashlib.sha256()
    parts = (content,) if isinstance(content, bytes) else content.parts
    for begin in range(0, len(parts), _TOGETHER):
        found.update(b"".join(parts[begin : begin + _TOGETHER]))
    return found.hexdigest()


def hashed(content: Content, cache: Cache) -> str:
    """The SHA-256 of what a file holds, in hex; of what an earlier run has hashed, without a look at it."""
    if isinstance(content, bytes) or not content.made_of:
        return sha256(content)
    return cache.recall("sha256", content.made_of, str, lambda: (sha256(content), ()))[0]
