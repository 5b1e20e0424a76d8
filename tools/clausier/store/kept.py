"""What runs keep for one another, in a folder of the project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clausier.cache import Cache, NoCache, dump, load
from clausier.store.files import StoreError, write_file

CACHE = ".clausier-cache"
KEPT = "kept"


@contextmanager
def cached(root: Path, *, begin: bool = False, use: bool = True, name: str = KEPT) -> Iterator[Cache]:
    """What earlier runs over the project at `root` have kept as `name`, for this one to use and to add to; nothing unless `use`.

    Nothing is kept before one run has said `begin`: a command that only looks leaves no folder behind. Where it cannot be
    read or written, all is worked out anew, in silence.
    """
    folder = root / CACHE
    if not use or not (begin or folder.is_dir()):
        yield NoCache()
        return
    kept = Cache()
    with suppress(OSError):
        kept = load((folder / name).read_bytes())
    yield kept
    if kept.changed:
        with suppress(StoreError):
            if not folder.is_dir():
                write_file(folder / ".gitignore", b"*\n")
                write_file(
                    folder / "CACHEDIR.TAG", b"Signature: 8a477f597d28d172789f06886806bc55\n"
                )  # bford.info/cachedir
            write_file(folder / name, dump(kept))
