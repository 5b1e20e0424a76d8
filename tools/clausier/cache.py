"""What earlier runs worked out, by what they worked it out from: content-addressed, and never needed.

An entry stands under the hash of all that it follows from: its kind, what it was made of, and this program itself
(`fingerprint`). What is kept may be deleted at any time. Whatever in it is broken, cut short, or was written by another
version, is as if it were not there.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from clausier import schemas
from clausier.diagnostics import Code, Diagnostic, Filled, Label, Severity, Span
from clausier.digest import digest

if TYPE_CHECKING:
    from hashlib import _Hash

T = TypeVar("T")
Result = tuple[T, tuple[Diagnostic, ...]]
_MAGIC = b"clausier cache 3\n"
_DIGEST = 32
_FASTEST = 1  # an eighth of the size, in less time than it takes to work an entry out
_SHORT = 1000  # bytes; of fewer, little is saved, and most of the time goes to making ready
_COMPRESSED = b"x"  # how what zlib has compressed begins, and no pair
_ENTRIES = msgspec.msgpack.Decoder(dict[bytes, bytes])
_ENCODER = msgspec.msgpack.Encoder()
# What takes part in a compile, and in laying a draft: not the commands, nor what writes other sources, documents and pages.
PARTS = (
    "amend",
    "author/draft/base.py",
    "author/draft/lay.py",
    "check",
    "consolidate",
    "decide",
    "diagnostics",
    "emit",
    "french",
    "model",
    "refs",
    "rules",
    "source",
    "text",
    "build.py",
    "cache.py",
    "catalogue.py",
    "compile.py",
    "digest.py",
    "schemas.py",
)
LIBRARIES = ("holidays", "jsonschema_rs", "markdown_it", "msgspec", "yaml")


class _Finding(msgspec.Struct, frozen=True, array_like=True):
    """A diagnostic as it is kept: its code by name, for whoever asks to say which codes there are."""

    code: str
    severity: Severity
    span: Span
    message: Filled
    help: Filled | None
    labels: tuple[Label, ...]


class Cache:
    """Results of earlier runs, each found by a hash of all that it was worked out from. Those that a run uses are kept for the next."""

    def __init__(self, stored: dict[bytes, bytes] | None = None) -> None:
        self._stored = stored or {}
        self._used: dict[bytes, bytes] = {}
        self._read = frozenset(self._stored)
        self._digests: dict[int, tuple[object, bytes]] = {}

    @property
    def changed(self) -> bool:
        """Whether it would be written otherwise than it was read."""
        return self.entries().keys() != self._read

    def forget(self) -> None:
        """Drop what this run has not used. Only for a run that has worked out all that there is."""
        self._stored = {}

    def renewed(self) -> Cache:
        """A cache with the same results, for the next run of the same process."""
        return Cache(self.entries())

    def entries(self) -> dict[bytes, bytes]:
        """What is kept, by its key: what was read, unless it has been dropped, and what this run has used."""
        return {**self._stored, **self._used}

    def recall(
        self,
        kind: str,
        parts: Iterable[str | bytes],
        shape: Any,
        make: Callable[[], Result[T]],
        codes: Iterable[Code] = (),
    ) -> Result[T]:
        """The result of `make`, from the cache if it was made of the same `parts` before; with the findings that came with it.

        `kind` tells apart results made of the same parts. `shape` is the type of the result, made of frozen structs. A
        result is kept only if its findings are all of `codes`.
        """
        key = _key(kind, parts)
        known = self._used.get(key) or self._stored.get(key)
        names = {code.id: code for code in codes}
        if known is not None:
            try:
                value, findings = _decoder(shape).decode(_unpacked(known))
                result: Result[T] = value, tuple(_told(f, names) for f in findings)
            except (msgspec.MsgspecError, zlib.error, KeyError):
                pass
            else:
                self._used[key] = known
                return result
        found, diagnostics = make()
        if all(names.get(d.code.id) is d.code and d.acknowledged is None for d in diagnostics):
            self._used[key] = _packed(_ENCODER.encode((found, tuple(map(_kept, diagnostics)))))
        return found, diagnostics

    def keep(self, kind: str, parts: Iterable[str | bytes]) -> None:
        """Keep a result for later runs though this run has not used it."""
        key = _key(kind, parts)
        if (known := self._stored.get(key)) is not None:
            self._used[key] = known

    def digest(self, value: object) -> bytes:
        """The hash of a frozen struct, worked out once for each object."""
        known = self._digests.get(id(value))
        if known is None:
            # Kept with its hash, so that no other object can be given its address.
            self._digests[id(value)] = known = (value, _sha256(_ENCODER.encode(value)).digest())
        return known[1]


class NoCache(Cache):
    """Works everything out, and keeps nothing."""

    def recall(
        self,
        kind: str,  # noqa: ARG002 - as Cache has it
        parts: Iterable[str | bytes],  # noqa: ARG002 - as Cache has it
        shape: Any,  # noqa: ARG002 - as Cache has it
        make: Callable[[], Result[T]],
        codes: Iterable[Code] = (),  # noqa: ARG002 - as Cache has it
    ) -> Result[T]:
        """What `make` finds."""
        return make()

    def keep(self, kind: str, parts: Iterable[str | bytes]) -> None:
        """Nothing: there is none."""

    def digest(self, value: object) -> bytes:  # noqa: ARG002 - as Cache has it
        """Nothing: nobody asks by it."""
        return b""


def _packed(pair: bytes) -> bytes:
    return pair if len(pair) < _SHORT else zlib.compress(pair, _FASTEST)


def _unpacked(entry: bytes) -> bytes:
    return zlib.decompress(entry) if entry[:1] == _COMPRESSED else entry


def _kept(d: Diagnostic) -> _Finding:
    return _Finding(d.code.id, d.severity, d.span, d.message, d.help, d.labels)


def _told(f: _Finding, codes: dict[str, Code]) -> Diagnostic:
    return Diagnostic(codes[f.code], f.severity, f.span, f.message, f.help, f.labels)


def load(data: bytes | bytearray) -> Cache:
    """The cache that `dump` wrote as `data`; an empty one where it is broken, or another version's."""
    head = _MAGIC + fingerprint()
    body = memoryview(data)[len(head) + _DIGEST :]
    if not data.startswith(head) or data[len(head) : len(head) + _DIGEST] != _sha256(body).digest():
        return Cache()
    try:
        return Cache(_ENTRIES.decode(body))
    except msgspec.MsgspecError:
        return Cache()


def dump(kept: Cache) -> bytearray:
    """The cache as bytes, for `load`: what was read, unless `forget` has dropped it, and what this run has used."""
    head = _MAGIC + fingerprint()
    whole = bytearray(head + bytes(_DIGEST))
    # Laid into one: of a large convention it has tens of megabytes, which a join would hold twice.
    _ENCODER.encode_into(kept.entries(), whole, len(whole))
    with memoryview(whole) as seen, seen[len(head) + _DIGEST :] as body:
        seen[len(head) : len(head) + _DIGEST] = _sha256(body).digest()
    return whole


def _key(kind: str, parts: Iterable[str | bytes]) -> bytes:
    """The hash of the kind and of each part, none of which can pass for the end of another."""
    every = (kind, *parts)
    try:
        whole = _ENCODER.encode(every)
    except UnicodeEncodeError:  # the name of a file that is no Unicode
        whole = _ENCODER.encode([p.encode("utf-8", "surrogatepass") if isinstance(p, str) else p for p in every])
    return _sha256(whole).digest()


def _sha256(data: bytes | memoryview) -> _Hash:
    import hashlib  # loads a library of ciphers: for those who keep something

    return hashlib.sha256(data)


@cache
def _decoder(shape: Any) -> msgspec.msgpack.Decoder[tuple[Any, tuple[_Finding, ...]]]:
    return msgspec.msgpack.Decoder(tuple[shape, tuple[_Finding, ...]])


@cache
def fingerprint() -> bytes:
    """The hash of what a result follows from besides its sources: this program, its schemas, what it reads with, Python."""
    from importlib.util import find_spec  # for a run that keeps something

    contracts = schemas.shipped("schema")
    whole = _sha256(sys.version.encode())
    whole.update(digest(Path(__file__).parent, PARTS).encode())
    whole.update(digest(contracts.parent, [contracts.name]).encode())
    for library in LIBRARIES:
        spec = find_spec(library)
        for folder in (spec and spec.submodule_search_locations) or ():
            # A version has its own sizes; their words would take longer to read than a small convention.
            for file in sorted(Path(folder).iterdir()):
                whole.update(b"%b %d\n" % (file.name.encode(), file.stat().st_size if file.is_file() else 0))
    return whole.digest()
