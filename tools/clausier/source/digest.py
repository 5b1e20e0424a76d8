"""A project's files → one hash: whether what a build read is what stands there, told by content and never by time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import _Hash

SOURCES = ("amendments", "convention", "mkdocs.yml", "site")  # all that a build of a project reads
_AT_ONCE = 1_000_000  # bytes


def digest(root: Path, names: tuple[str, ...] = SOURCES) -> str:
    """The SHA-256 of the files below `root` that have these names or stand below them: of their paths and their bytes.

    Hidden files are left out, as in reading, and what Python keeps of programs; a link counts for where it leads, what cannot be read for its name.
    """
    import hashlib

    whole = hashlib.sha256()
    for path in sorted(_files(root, names)):
        whole.update(f"{path.relative_to(root).as_posix()}\0".encode("utf-8", "surrogateescape"))
        whole.update(_one(path, hashlib.sha256()))
    return whole.hexdigest()


def _files(root: Path, names: tuple[str, ...]) -> Iterator[Path]:
    for name in names:
        path = root / name
        if path.is_symlink() or not path.is_dir():
            if path.is_symlink() or path.exists():
                yield path
            continue
        for folder, below, files in os.walk(path):
            here = Path(folder)
            linked = [b for b in below if (here / b).is_symlink()]
            below[:] = [b for b in below if not b.startswith(".") and b not in (*linked, "__pycache__")]
            yield from (here / f for f in (*files, *linked) if not f.startswith("."))


def _one(path: Path, found: _Hash) -> bytes:
    try:
        if path.is_symlink():
            return b"link" + os.fsencode(path.readlink())
        # Not `open`: a pipe or a device would never end.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as file:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                while data := file.read(_AT_ONCE):
                    found.update(data)
    except OSError:
        return b"unreadable"
    return found.digest()
