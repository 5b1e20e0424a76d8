"""What a file of a build holds: bytes, or pieces of them that several files share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clausier.cache import Cache

_TOGETHER = 64  # pieces of some hundred bytes are hashed faster together


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
    parts = (content,) if isinstance(content, bytes) else content.parts
    for begin in range(0, len(parts), _TOGETHER):
        found.update(b"".join(parts[begin : begin + _TOGETHER]))
    return found.hexdigest()


class Hashes:
    """The hashes of files that share pieces. One whose pieces an earlier run has hashed, in that order, is not hashed again."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._of_piece: dict[int, bytes] = {}  # by the piece's object
        self._held: list[tuple[bytes, ...]] = []  # the pieces, so that no other has the place of one in memory

    def of(self, content: Content) -> str:
        """The SHA-256 of what a file holds, in hex."""
        if isinstance(content, bytes):
            return sha256(content)
        found, _ = self._cache.recall("sha256", self._key(content.parts), str, lambda: (sha256(content), ()))
        return found

    def _key(self, parts: tuple[bytes, ...]) -> Iterator[bytes]:
        """What no other bytes have: the hash of each piece."""
        import hashlib

        # Of some thousand pieces few are not those of another file: the others are found without a look at each.
        objects, known = tuple(map(id, parts)), self._of_piece
        self._held.append(parts)
        if set(objects) - known.keys():
            known |= {
                one: hashlib.sha256(part).digest() for one, part in zip(objects, parts, strict=True) if one not in known
            }
        yield b"".join(map(known.__getitem__, objects))
