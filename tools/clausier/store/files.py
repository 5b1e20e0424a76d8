"""A file written whole or not at all, the lock of whoever writes, and why the system refuses."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clausier.diagnostics import Diagnostic, Span, codes_out, report


class StoreError(Exception):
    """Files could not be written; the former ones stand. `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.text("en"))
        self.diagnostic = diagnostic


class BusyError(StoreError):
    """Another build is writing there."""


def write_file(path: Path, content: bytes | bytearray) -> None:
    """Make `path` a file of that content, whole or not at all, with the permissions of the one that it replaces.

    Raises `StoreError`; what stood there then stands.
    """
    path = path.absolute()
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path):
            fresh = beside(path, "fresh")
            fresh.unlink(missing_ok=True)  # of a process that died
            try:
                fresh.write_bytes(content)
                fresh.chmod(path.stat().st_mode if path.exists() else 0o644)
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


def beside(path: Path, what: str) -> Path:
    """The name of what stands beside `path` while it is written: the same for each build, so that the next one finds it."""
    return path.parent / f".{path.name}.{what}"


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Keep other builds out of `out` while this one writes; the system frees the lock of a process that dies."""
    path = beside(out, "lock")
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
    try:
        if not (_lock(descriptor) and _names(path, descriptor)):
            raise BusyError(report(codes_out.LOCKED, Span(out.name), path=out.name))
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
