"""The only writer: a folder of outputs is replaced whole, or not at all; and what runs keep for one another."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from clausier.cache import Cache, dump, load
from clausier.diagnostics import Diagnostic, Span, codes_out, report

CACHE = ".clausier-cache"
MARKER = "manifest.json"  # by which a folder of outputs is known as ours


class StoreError(Exception):
    """Outputs could not be written; the former ones stand. `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.text("en"))
        self.diagnostic = diagnostic


def write_outputs(out: Path, files: Mapping[str, bytes], *, finish: Callable[[Path], None] | None = None) -> None:
    """Make `out` a folder that holds `files` (by path below it) and nothing else.

    All is first written beside `out`; `finish` may add to that folder (the site); then one rename puts it in place. A
    failure at any moment leaves the former `out` as it was. Raises `StoreError`.
    """
    import shutil
    import tempfile

    out = out.absolute()
    _ours(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with _locked(out):
            fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
            try:
                _write(fresh, files)
                if finish:
                    finish(fresh)
                _swap(fresh, out)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise StoreError(report(codes_out.CANNOT_WRITE, Span(out.name), path=str(out.name), why=why)) from error


def write_file(path: Path, content: bytes) -> None:
    """Make `path` a file of that content, whole or not at all. Raises `StoreError`; what stood there then stands."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, fresh = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(fresh).chmod(0o644)
            Path(fresh).replace(path)
        finally:
            Path(fresh).unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise StoreError(report(codes_out.CANNOT_WRITE, Span(path.name), path=path.name, why=why)) from error


@contextmanager
def cached(root: Path, *, begin: bool = False, use: bool = True) -> Iterator[Cache]:
    """What earlier runs over the project at `root` have kept, for this one to use and to add to; nothing unless `use`.

    Nothing is kept before one run has said `begin`: a command that only looks leaves no folder behind. Where it cannot be
    read or written, all is worked out anew, in silence.
    """
    folder = root / CACHE
    kept = Cache()
    if use:
        with suppress(OSError):
            kept = load((folder / "sources").read_bytes())
    yield kept
    if use and kept.changed and (begin or folder.is_dir()):
        with suppress(StoreError):
            if not folder.is_dir():
                write_file(folder / ".gitignore", b"*\n")
                write_file(
                    folder / "CACHEDIR.TAG", b"Signature: 8a477f597d28d172789f06886806bc55\n"
                )  # bford.info/cachedir
            write_file(folder / "sources", dump(kept))


def _ours(out: Path) -> None:
    """Refuse to replace a folder that holds anything but outputs."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise StoreError(report(codes_out.NOT_OURS, Span(out.name), path=out.name))
    if out.is_dir() and not (out / MARKER).exists() and any(out.iterdir()):
        raise StoreError(report(codes_out.NOT_OURS, Span(out.name), path=out.name))


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Keep other builds out of `out` while this one writes; the system frees the lock of a process that dies."""
    path = out.parent / f".{out.name}.lock"
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
    try:
        if not _lock(descriptor):
            raise StoreError(report(codes_out.LOCKED, Span(out.name), path=out.name))
        yield
        # Removed while still held: whoever opened it meanwhile finds it gone and makes its own.
        path.unlink(missing_ok=True)
    finally:
        os.close(descriptor)


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
    except OSError:
        return False
    return True


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    made: set[Path] = set()
    for name in sorted(files):
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(files[name])
    folder.chmod(0o755)


def _swap(fresh: Path, out: Path) -> None:
    """Put `fresh` in the place of `out`: the moment without an `out` is one rename long, and mended if it fails."""
    import shutil
    import tempfile

    if not out.exists():
        fresh.rename(out)
        return
    former = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent)) / "former"
    out.rename(former)
    try:
        fresh.rename(out)
    except OSError:
        former.rename(out)
        raise
    finally:
        shutil.rmtree(former.parent, ignore_errors=True)
