"""A folder of outputs, replaced whole or not at all; what stands there as it would be written again keeps its place by a second name, a hard link."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

import msgspec

from clausier.cache import Cache, NoCache
from clausier.diagnostics import Span, codes_out, report
from clausier.digest import sha256
from clausier.emit.content import Content, Written, poured
from clausier.store.files import BusyError, StoreError, beside, locked, told


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


MARKER = "manifest.json"  # by which a folder of outputs is known as ours
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


class Fresh:
    """A folder of outputs, `path`, while it is written beside the one whose place it takes: a `Folder` of `emit.content`."""

    def __init__(self, path: Path, out: Path, cache: Cache) -> None:
        self.path, self._out = path, out
        self.files: dict[str, Written] = {}
        self._former = Former(out, cache)
        self._made_of: list[str] = []
        self._above: set[str] = set()

    def put(self, path: str, content: Content, known: str = "") -> Written:
        """Write a file; `known` is the hash of its content, where that need not be worked out. Raises `StoreError`."""
        with told(self._out):
            place = self._place(path)
            if not isinstance(content, bytes) and content.made_of:
                self._made_of.append(path)
            if known and (size := self._former.give(path, known, place)) is not None:
                self.files[path] = Written(size, known)
                return self.files[path]
            with place.open("wb") as file:
                self.files[path] = poured(content, file.write, known)
        return self.files[path]

    def copy(self, path: str, to: str) -> None:
        """Write a file that holds what one that is there does: a second name of it, where the system gives one. Raises `StoreError`."""
        with told(self._out):
            place = self._place(to)
            try:
                place.hardlink_to(self.path / path)
            except OSError:
                place.write_bytes((self.path / path).read_bytes())
        self.files[to] = self.files[path]

    def stands(self) -> None:
        """Know it again at the next build, now that it stands in its place, alone."""
        self._former.keep((path, self.files[path].sha256) for path in self._made_of)

    def _place(self, path: str) -> Path:
        above = path.rpartition("/")[0]
        if above not in self._above:
            (self.path / above).mkdir(parents=True, exist_ok=True)
            self._above.add(above)
        return self.path / path


@contextmanager
def replacing(out: Path, cache: Cache | None = None) -> Iterator[Fresh]:
    """A folder to write, which becomes `out` once all has gone well: `out` then holds its files, and nothing else.

    It takes the place of `out` in one step. A failure at any moment, the death of the process included, leaves the former
    `out` or the new one; what a dead build left beside it, the next one removes. A file that stands in `out` as it would be
    written is not written again, where `cache` knows of both. Raises `StoreError`.
    """
    import shutil

    out = out.absolute()
    _ours(out)
    with ExitStack() as held:
        with told(out):
            out.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(locked(out))
            _settle(out)
            _removable(out)
            fresh = Fresh(beside(out, "fresh"), out, cache or NoCache())
        try:
            with told(out):
                fresh.path.mkdir()
            yield fresh
            with told(out):
                fresh.path.chmod(0o755)
                _swap(fresh.path, out)
        finally:
            shutil.rmtree(fresh.path, ignore_errors=True)
        fresh.stands()


def standing(out: Path, manifest: str) -> tuple[str, ...]:
    """The files of `out`, by path below it, where they are those of the manifest that has this SHA-256, all whole, and no others.

    None where they are not, and are to be written. As `replacing`, removes what a dead build left beside. Raises `StoreError`.
    """
    out = out.absolute()
    if not out.is_dir() or out.is_symlink():
        return ()
    with told(out), locked(out):
        _settle(out)
        with suppress(OSError):  # what cannot be read does not stand
            return _whole(out, manifest)
    return ()


def recover(out: Path) -> None:
    """Put back what a build that died had just moved aside, where the system exchanges no folders: `out` as it was.

    For who does not write anew. Does nothing while another build writes: that one has done it. Raises `StoreError`.
    """
    out = out.absolute()
    if not beside(out, "former").exists():
        return
    with suppress(BusyError), told(out), locked(out):
        _settle(out)


def _ours(out: Path) -> None:
    """Refuse to replace a folder that holds anything but outputs."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise StoreError(report(codes_out.NOT_OURS, Span(out.name), path=out.name))
    if out.is_dir() and any(out.iterdir()) and not _written_by_us(out / MARKER):
        raise StoreError(report(codes_out.NOT_OURS, Span(out.name), path=out.name))


def _written_by_us(marker: Path) -> bool:
    """Whether it is there and is no one else's: the manifest of a web application has that name too. One that is damaged is ours."""
    with told(marker.parent):
        if not marker.exists():
            return False
        try:
            listed = msgspec.json.decode(marker.read_bytes())
        except (msgspec.DecodeError, UnicodeDecodeError):
            return True
    return not listed or (isinstance(listed, dict) and isinstance(listed.get("files"), dict))


def _removable(out: Path) -> None:
    """Raise `PermissionError` where former outputs could be replaced, but not removed then."""
    for folder, _, _ in os.walk(out):
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _whole(out: Path, manifest: str) -> tuple[str, ...]:
    listed = (out / MARKER).read_bytes()
    if sha256(listed) != manifest:
        return ()
    known = {**msgspec.json.decode(listed)["files"], MARKER: manifest}
    found = {path.relative_to(out).as_posix(): path for path in _leaves(out)}
    if found.keys() != known.keys() or not all(map(_plain, found.values())):
        return ()
    return tuple(sorted(found)) if all(sha256(p.read_bytes()) == known[name] for name, p in found.items()) else ()


def _leaves(out: Path) -> Iterator[Path]:
    """All that stands below a folder, but for the folders in which there is something."""
    for folder, folders, files in os.walk(out):
        yield from (Path(folder, name) for name in (files if files or folders else [""]))


def _plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _settle(out: Path) -> None:
    """Put back the former `out` if the build that moved it died before the new one stood; remove what dead builds left."""
    import shutil

    former = beside(out, "former")
    if former.exists() and not out.exists():
        former.rename(out)
    for left in (beside(out, "fresh"), former):
        shutil.rmtree(left, ignore_errors=True)


def _swap(fresh: Path, out: Path) -> None:
    """Put `fresh` in the place of `out`, and what stood there in its own.

    Without a step that exchanges them, there is a moment without an `out`, which `_settle` mends if it is the last one.
    Nothing waits for the disk itself: outputs are made of the sources anew, and the manifest tells torn ones.
    """
    if not out.exists():
        fresh.rename(out)
        return
    if _exchanged(fresh, out):
        return
    former = beside(out, "former")
    out.rename(former)
    try:
        fresh.rename(out)
    except OSError:
        former.rename(out)
        raise
    former.rename(fresh)  # so that what is half removed is never taken for what must be put back


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system has exchanged the two names in one step: Linux can, on most of its file systems (`rename(2)`)."""
    if sys.platform != "linux":
        return False
    import ctypes

    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except AttributeError:  # a C library that does not offer it
        return False
    return bool(renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
