"""What earlier runs worked out, by what they worked it out from: content-addressed, and never needed.

An entry stands under the hash of all that it follows from: its kind, the words it was made of, and this program itself
(`fingerprint`). What is kept may be deleted at any time. Whatever in it is broken, cut short, or was written by another
version, is as if it were not there.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from clausier import schemas
from clausier.diagnostics import Diagnostic

T = TypeVar("T")
Result = tuple[T, tuple[Diagnostic, ...]]
_MAGIC = b"clausier cache 1\n"
_DIGEST = 32
_ENTRIES = msgspec.msgpack.Decoder(dict[bytes, bytes])
_ENCODER = msgspec.msgpack.Encoder()


class Cache:
    """Results by what they were worked out from. Those that a run asks for are kept for the next; the others are dropped."""

    def __init__(self, stored: dict[bytes, bytes] | None = None) -> None:
        self._stored = stored or {}
        self._used: dict[bytes, bytes] = {}

    @property
    def changed(self) -> bool:
        """Whether what is to be kept is other than what was read."""
        return self._used.keys() != self._stored.keys()

    def recall(self, kind: str, parts: Iterable[str], shape: Any, make: Callable[[], Result[T]]) -> Result[T]:
        """What `make` finds, or found when it was last asked about the same `parts` and had nothing to report.

        `shape` is the type of what it finds, made of frozen structs.
        """
        key = _key(kind, parts)
        known = self._used.get(key) or self._stored.get(key)
        if known is not None:
            try:
                value: T = _decoder(shape).decode(known)
            except msgspec.MsgspecError:
                pass
            else:
                self._used[key] = known
                return value, ()
        found, diagnostics = make()
        if not diagnostics:
            self._used[key] = _ENCODER.encode(found)
        return found, diagnostics


def load(data: bytes) -> Cache:
    """The cache that `dump` wrote as `data`; an empty one where it is broken, or another version's."""
    head = _MAGIC + fingerprint()
    body = memoryview(data)[len(head) + _DIGEST :]
    if not data.startswith(head) or data[len(head) : len(head) + _DIGEST] != hashlib.sha256(body).digest():
        return Cache()
    try:
        return Cache(_ENTRIES.decode(body))
    except msgspec.MsgspecError:
        return Cache()


def dump(kept: Cache) -> bytes:
    """What `kept` was asked for, to be read by `load`."""
    body = _ENCODER.encode(kept._used)  # noqa: SLF001 - the two halves of one format
    return b"".join((_MAGIC, fingerprint(), hashlib.sha256(body).digest(), body))


def _key(kind: str, parts: Iterable[str]) -> bytes:
    """The hash of the kind and of each part, none of which can pass for the end of another."""
    whole = hashlib.sha256(kind.encode())
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"\0%d\0" % len(data))
        whole.update(data)
    return whole.digest()


@cache
def _decoder(shape: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(shape)


@cache
def fingerprint() -> bytes:
    """The hash of what a result follows from besides its sources: this program, its schemas, what it reads with, Python."""
    here = Path(__file__).parent
    whole = hashlib.sha256(sys.version.encode())
    for folder in ("diagnostics", "model", "source", "text"):
        for path in sorted((here / folder).glob("*.py")):
            whole.update(path.read_bytes())
    for path in (here / "schemas.py", *sorted(schemas.folder().glob("*.json"))):
        whole.update(path.read_bytes())
    for library in ("markdown_it", "msgspec", "yaml"):
        spec = find_spec(library)
        if spec and spec.origin:
            whole.update(Path(spec.origin).read_bytes())  # each states its version there
    return whole.digest()
