"""`clausier fmt`: the sources of a project in canonical form, each file written whole or left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.canonical.markdown import format_markdown
from clausier.author.canonical.yaml import format_yaml
from clausier.diagnostics import Diagnostic, Message, Span, in_order
from clausier.source.files import Reader
from clausier.source.folders import RULES
from clausier.store import StoreError, write_file

BYTES = Message(fr="fins de ligne", en="line ends")
ACTS = ("convention", "amendments")
_YAML = {"convention.yml": "convention", "avenant.yml": "avenant"}


class Change(Struct, frozen=True, kw_only=True):
    """A file that is not in canonical form (or was not), and what is changed in it."""

    path: str
    reasons: tuple[Message, ...]


class Formatted(Struct, frozen=True, kw_only=True):
    """What became of the sources: those changed, how many were looked at, and what kept some from being formatted."""

    changes: tuple[Change, ...]
    files: int
    diagnostics: tuple[Diagnostic, ...]


def is_source(root: Path, path: Path) -> bool:
    """Whether `path` is a file that `format_sources` may write: never the act as it was received, nor a signed file."""
    return _schema(path.relative_to(root).parts) is not None


def format_sources(root: Path, paths: Iterable[Path] = (), *, write: bool = True) -> Formatted:
    """The sources of the project at `root` (those of `paths`, files or folders inside it, if any), in canonical form.

    `write` false changes nothing and says what would change. A file that cannot be read without an error is left as it
    is, and its errors are reported.
    """
    reader = Reader(root)
    changes: list[Change] = []
    files = 0
    chosen = tuple(paths)
    for path in _sources(reader):
        if chosen and not any(path.is_relative_to(c) for c in chosen):
            continue
        files += 1
        try:
            change = _format(reader, path, write=write)
        except StoreError as error:
            reader.diagnostics.append(replace(error.diagnostic, span=Span(reader.name(path))))
            continue
        if change:
            changes.append(change)
    return Formatted(changes=tuple(changes), files=files, diagnostics=in_order(reader.diagnostics))


def _sources(reader: Reader) -> Iterator[Path]:
    folders = [reader.root / ACTS[0], *(p for p in reader.folder(reader.root / ACTS[1]) if p.is_dir())]
    for folder in folders:
        yield from (p for p in reader.folder(folder) if p.is_file() and is_source(reader.root, p))


def _schema(parts: tuple[str, ...]) -> str | None:
    """The schema of a file, or of its header, by its place in the project; None where it is no source."""
    match parts:
        case ("convention", name):
            return _named(name, "convention.yml", "article")
        case ("amendments", _, name):
            return _named(name, "avenant.yml", "article-avenant")
        case _:
            return None


def _named(name: str, index: str, article: str) -> str | None:
    if name == index:
        return _YAML[index]
    if name.endswith(RULES):
        return "regles"
    return article if name.endswith(".md") and re.match(r"\d", name) else None


def _format(reader: Reader, path: Path, *, write: bool) -> Change | None:
    text = reader.text(path)
    schema = _schema(path.relative_to(reader.root).parts)
    if text is None or schema is None or not text.strip():
        return None
    form = format_markdown if path.suffix == ".md" else format_yaml
    changed, reasons, found = form(reader.name(path), text, schema)
    reader.diagnostics.extend(found)
    data = changed.encode()
    if found or data == path.read_bytes():
        return None
    if write:
        write_file(path, data)
    return Change(path=reader.name(path), reasons=reasons or (BYTES,))
