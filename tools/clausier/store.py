"""The only writer: a folder of outputs is replaced whole, or not at all; and what runs keep for one another."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from clausier.cache import Cache, NoCache, dump, load
from clausier.diagnostics import Diagnostic, Span, codes_out, report
from clausier.emit.content import Content, sha256

CACHE = ".clausier-cache"
KEPT = "kept"
MARKER = "manifest.json"  # by which a folder of outputs is known as ours
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
_AT_ONCE = 1 << 20  # what is handed to the system at once: large files are made of many small pieces


class StoreError(Exception):
    """Outputs could not be written; the former ones stand. `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.text("en"))
        self.diagnostic = diagnostic


class _BusyError(StoreError):
    """Another build is writing there."""


def write_outputs(out: Path, files: Mapping[str, Content], *, finish: Callable[[Path], None] | None = None) -> None:
    """Make `out` a folder that holds `files` (by path below it) and nothing else.

    All is first written beside `out`; `finish` may add to that folder (the site); then it takes the place of `out` in
    one step. A failure at any moment, the death of the process included, leaves the former `out` or the new one; what a
    dead build left beside it, the next one removes. Raises `StoreError`.
    """
    import shutil

    out = out.absolute()
    _ours(out)
    with _told(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        with _locked(out):
            _settle(out)
            _removable(out)
            fresh = _beside(out, "fresh")
            try:
                fresh.mkdir()
                _write(fresh, files)
                if finish:
                    finish(fresh)
                _swap(fresh, out)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)


def standing(out: Path, manifest: str) -> tuple[str, ...]:
    """The files of `out`, by path below it, where they are those of the manifest that has this SHA-256, all whole, and no others.

    None where they are not, and are to be written. As `write_outputs`, removes what a dead build left beside. Raises `StoreError`.
    """
    out = out.absolute()
    if not out.is_dir() or out.is_symlink():
        return ()
    with _told(out), _locked(out):
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
    with suppress(_BusyError), _told(out), _locked(out):
        _settle(out)


def write_file(path: Path, content: bytes) -> None:
    """Make `path` a file of that content, whole or not at all. Raises `StoreError`; what stood there then stands."""
    path = path.absolute()
    with _told(path):
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
def _told(path: Path) -> Iterator[None]:
    """Tell why the system refuses to write `path`."""
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


def _write(folder: Path, files: Mapping[str, Content]) -> None:
    made: set[str] = set()
    for name in sorted(files):
        above = name.rpartition("/")[0]
        if above not in made:
            (folder / above).mkdir(parents=True, exist_ok=True)
            made.add(above)
        path = folder / name
        content = files[name]
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            with path.open("wb", buffering=_AT_ONCE) as file:
                file.writelines(content.parts)
    folder.chmod(0o755)


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
