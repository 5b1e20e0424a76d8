"""The outputs that a build replaces: a file that it would write again as it is takes its place by a second name, a hard link."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from clausier.cache import Cache


class Former:
    """The folder `out` before it is replaced; `cache` knows the hash of its files by all that is other once one is written."""

    def __init__(self, out: Path, cache: Cache) -> None:
        self._out, self._cache = out, cache

    def give(self, path: str, known: str, to: Path) -> int | None:
        """Make `to` a name of the file at `path`, where it is one of that SHA-256; its size in bytes.

        None where it is not one, and where the system gives no file a second name: `to` is then to be written.
        """
        file = self._out / path
        with suppress(OSError):
            if (state := _state(file)) and self._hash(state, partial(_sha256, file)) == known:
                to.hardlink_to(file)
                return to.stat().st_size
        return None

    def keep(self, files: Iterable[tuple[str, str]]) -> None:
        """Know for the next build the paths and hashes of what has just been written, and now stands in the folder."""
        with suppress(OSError):
            for path, known in files:
                self._hash(_state(self._out / path), partial(str, known))

    def _hash(self, state: tuple[str, ...], find: Callable[[], str]) -> str:
        """The hash of the file in that state: as it is known, else as it is found."""
        return self._cache.recall("stands", state, str, lambda: (find(), ()))[0]


def _sha256(file: Path) -> str:
    import hashlib  # loads a library of ciphers: for those who write

    with file.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()


def _state(file: Path) -> tuple[str, ...]:
    """What is other once somebody has written the file, or put another in its place; nothing of what is no file.

    Its last writing can be given another time; the last change of what the system knows of it cannot, and a second name is one.
    """
    found = file.lstat()
    if not stat.S_ISREG(found.st_mode):
        return ()
    return tuple(map(str, (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)))
