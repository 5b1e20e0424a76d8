"""A file, and all files of a project → a hash: whether what was read is what stands there, told by content and never by time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import _Hash

SOURCES = ("amendments", "convention", "mkdocs.yml", "site")  # all that a build of a project reads
# To open what may be no file, where `open` would wait for a pipe, never end with a device, and follow a link to anywhere.
AS_A_FILE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_AT_ONCE = 1_000_000  # bytes


def sha256(content: bytes) -> str:
    """The SHA-256 of what a file holds, in hex."""
    import hashlib  # loads a library of ciphers: for those who ask

    return hashlib.sha256(content).hexdigest()


def digest(root: Path, names: Iterable[str] = SOURCES) -> str:
    """The SHA-256 of the files below `root` that have these names or stand below them: of their paths and their bytes.

    Hidden files are left out, as in reading, and what Python keeps of programs; a link counts for where it leads, what cannot be read for its name.
    """
    import hashlib

    whole = hashlib.sha256()
    above = len(os.fspath(root)) + 1
    for path, link in sorted(found for name in names for found in _below(os.path.join(root, name))):  # noqa: PTH118 - some thousand paths
        whole.update(f"{path[above:].replace(os.sep, '/')}\0".encode("utf-8", "surrogateescape"))
        whole.update(_linked(path) if link else _one(path, hashlib.sha256()))
    return whole.hexdigest()


def _below(path: str) -> Iterator[tuple[str, bool]]:
    """The files at or below a path, if any, each with whether it is a link."""
    if os.path.islink(path) or not os.path.isdir(path):  # noqa: PTH112, PTH114 - some thousand paths
        if os.path.lexists(path):
            yield path, os.path.islink(path)  # noqa: PTH114 - as above
        return
    yield from _inside(path)


def _inside(folder: str) -> Iterator[tuple[str, bool]]:
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() or not entry.is_dir():
            yield entry.path, entry.is_symlink()
        elif entry.name != "__pycache__":
            yield from _inside(entry.path)


def _linked(path: str) -> bytes:
    try:
        return b"link" + os.fsencode(os.readlink(path))  # noqa: PTH115 - as above
    except OSError:
        return b"unreadable"


def _one(path: str, found: _Hash) -> bytes:
    descriptor = -1
    try:
        descriptor = os.open(path, AS_A_FILE)
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            while data := os.read(descriptor, _AT_ONCE):
                found.update(data)
    except OSError:
        return b"unreadable"
    finally:
        if descriptor >= 0:
            os.close(descriptor)
    return found.digest()
