"""What a file of a build holds: bytes, or pieces of them that several files share."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Pieces(Struct, frozen=True):
    """The bytes of a file as pieces that follow each other. Two versions of a text share those of what did not change."""

    parts: tuple[bytes, ...]

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
    for piece in pieces(content):
        found.update(piece)
    return found.hexdigest()
