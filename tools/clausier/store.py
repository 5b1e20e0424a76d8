"""The only writer: a folder of outputs is replaced whole, or not at all; and what runs keep for one another."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import msgspec

from clausier.cache import Cache, NoCache, dump, load
from clausier.diagnostics import Diagnostic, Span, codes_out, report
from clausier.emit.content import Content, Written, poured, sha256

CACHE = ".clausier-cache"
KEPT = "kept"
MARKER = "manifest.json"  # by which a folder of outputs is known as ours
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


class StoreError(Exception):
    """Outputs could not be written; the former ones stand. `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.text("en"))
        self.diagnostic = diagnostic


class _BusyError(StoreError):
    """Another build is writing there."""


class Fresh:
    """A folder of outputs, `path`, while it is written beside the one whose place it takes: a `Folder` of `emit.content`."""

    def __init__(self, path: Path, out: Path) -> None:
        self.path, self._out = path, out
        self.files: dict[str, Written] = {}
        self._above: set[str] = set()

    def put(self, path: str, content: Content, known: str = "") -> Written:
        """Write a file; `known` is the hash of its content, where that need not be worked out. Raises `StoreError`."""
        with told(self._out), self._place(path).open("wb") as file:
            self.files[path] = poured(content, file.write, known)
        return self.files[path]

    def copy(self, path: str, to: str) -> None:
        """Write a file that holds what one that is there does. Raises `StoreError`."""
        import shutil

        with told(self._out):
            shutil.copyfile(self.path / path, self._place(to))
        self.files[to] = self.files[path]

    def _place(self, path: str) -> Path:
        above = path.rpartition("/")[0]
        if above not in self._above:
            (self.path / above).mkdir(parents=True, exist_ok=True)
            self._above.add(above)
        return self.path / path


@contextmanager
def replacing(out: Path) -> Iterator[Fresh]:
    """A folder to write, which becomes `out` once all has gone well: `out` then holds its files, and nothing else.

    It takes the place of `out` in one step. A failure at any moment, the death of the process included, leaves the former
    `out` or the new one; what a dead build left beside it, the next one removes. Raises `StoreError`.
    """
    import shutil

    out = out.absolute()
    _ours(out)
    with ExitStack() as held:
        with told(out):
            out.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(_locked(out))
            _settle(out)
            _removable(out)
            fresh = Fresh(_beside(out, "fresh"), out)
        try:
            with told(out):
                fresh.path.mkdir()
            yield fresh
            with told(out):
                fresh.path.chmod(0o755)
                _swap(fresh.path, out)
        finally:
            shutil.rmtree(fresh.path, ignore_errors=True)


def write_outputs(out: Path, files: Mapping[str, Content], *, finish: Callable[[Path], None] | None = None) -> None:
    """Make `out` a folder that holds `files` (by path below it) and nothing else, as `replacing` does.

    `finish` may add to that folder (the site). Raises `StoreError`.
    """
    with replacing(out) as fresh:
        for path in sorted(files):
            fresh.put(path, files[path])
        if finish:
            with told(out):
                finish(fresh.path)


def standing(out: Path, manifest: str) -> tuple[str, ...]:
    """The files of `out`, by path below it, where they are those of the manifest that has this SHA-256, all whole, and no others.

    None where they are not, and are to be written. As `write_outputs`, removes what a dead build left beside. Raises `StoreError`.
    """
    out = out.absolute()
    if not out.is_dir() or out.is_symlink():
        return ()
    with told(out), _locked(out):
        _settle(out)
        with suppress(OSError):  # what cannot be read does not stand
            return _whole(out, manifest)
    return ()


def recover(out: Path) -> None:
    """Put back what a build that died had just moved aside, where the system exchanges no folders: `out` as it was.

    For who does not write anew. Does nothing while another build writes: that one has done it. Raises `StoreError`.
    """
    out = out.absolute()
    if not _beside(out, "former").exists():
        return
    with suppress(_BusyError), told(out), _locked(out):
        _settle(out)


def write_file(path: Path, content: bytes) -> None:
    """Make `path` a file of that content, whole or not at all. Raises `StoreError`; what stood there then stands."""
    path = path.absolute()
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path):
            fresh = _beside(path, "fresh")
            fresh.unlink(missing_ok=True)  # of a process that died
            try:
                fresh.write_bytes(content)
                fresh.chmod(0o644)
                fresh.replace(path)
            finally:
                fresh.unlink(missing_ok=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell why the system refuses to write `path`: raises `StoreError` for what it raises."""
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise StoreError(report(codes_out.CANNOT_WRITE, Span(path.name), path=path.name, why=why)) from error


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


def _beside(path: Path, what: str) -> Path:
    """The name of what stands beside `path` while it is written: the same for each build, so that the next one finds it."""
    return path.parent / f".{path.name}.{what}"


def _ours(out: Path) -> None:
    """Refuse to replace a folder that holds anything but outputs."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise StoreError(report(codes_out.NOT_OURS, Span(out.name), path=out.name))
    if out.is_dir() and not (out / MARKER).exists() and any(out.iterdir()):
        raise StoreError(report(codes_out.NOT_OURS, Span(out.name), path=out.name))


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Keep other builds out of `out` while this one writes; the system frees the lock of a process that dies."""
    path = _beside(out, "lock")
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
    try:
        if not (_lock(descriptor) and _names(path, descriptor)):
            raise _BusyError(report(codes_out.LOCKED, Span(out.name), path=out.name))
        try:
            yield
        finally:
            with suppress(OSError):  # where what is open cannot be removed, it stays, and locks nothing
                path.unlink()
    finally:
        os.close(descriptor)


def _names(path: Path, descriptor: int) -> bool:
    """Whether `path` is still the name of that file: who held the lock before may have removed it as it was opened."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


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

    former = _beside(out, "former")
    if former.exists() and not out.exists():
        former.rename(out)
    for left in (_beside(out, "fresh"), former):
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
    former = _beside(out, "former")
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
