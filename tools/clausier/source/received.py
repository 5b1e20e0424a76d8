"""The signed files that an act keeps beside it, against the hashes that were noted when they came."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from clausier.diagnostics import Diagnostic, Span, codes_files, report
from clausier.digest import AS_A_FILE
from clausier.source.yaml import Mapping, Scalar

_AT_ONCE = 1_000_000  # bytes
_SHOWN = 12  # digits of a hash


def received(index: Mapping, folder: Path, name: str) -> Iterator[Diagnostic]:
    """A finding for each file of `reçu` that is not in the folder, or that is not the one that came."""
    for item in index.mappings("reçu"):
        file, expected = item.scalar("fichier"), item.scalar("empreinte")
        if file and expected:
            yield from _verified(folder / file.value, expected, name, file.span)


def _verified(path: Path, expected: Scalar, name: str, span: Span) -> Iterator[Diagnostic]:
    try:
        descriptor = os.open(path, AS_A_FILE)
    except FileNotFoundError:
        yield report(codes_files.RECEIVED_MISSING, span, name=path.name, folder=name)
        return
    except OSError as error:
        yield report(codes_files.UNREADABLE, span, why=error.strerror or "")
        return
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        yield report(codes_files.RECEIVED_MISSING, span, name=path.name, folder=name)
        return
    found, unix = _hashes(descriptor)
    if not any(one.startswith(expected.value.lower()) for one in (found, unix)):
        shown, noted = found[:_SHOWN] + "…", expected.value[:_SHOWN] + "…"
        yield report(codes_files.RECEIVED_DIFFERS, expected.span, name=path.name, found=shown, expected=noted)


def _hashes(descriptor: int) -> tuple[str, str]:
    """The SHA-256 of a file, and that of the same with line feeds alone: git may give lines another end."""
    import hashlib

    as_it_is, unix = hashlib.sha256(), hashlib.sha256()
    held = b""
    with os.fdopen(descriptor, "rb") as file:
        while data := file.read(_AT_ONCE):
            as_it_is.update(data)
            data = held + data
            held = b"\r" if data.endswith(b"\r") else b""
            unix.update(data.removesuffix(held).replace(b"\r\n", b"\n"))
    unix.update(held)
    return as_it_is.hexdigest(), unix.hexdigest()
