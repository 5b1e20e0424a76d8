"""Outputs in memory, and on a disk without a build: all of them, or what the site is rendered from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

from clausier.build import put_outputs
from clausier.compile import Compiled
from clausier.emit.content import Content, Written, poured
from clausier.emit.site import put_site
from clausier.store import told
from clausier.store.outputs import replacing


class Held:
    """A folder in memory, for who looks at files that are few, or small."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self.files: dict[str, Written] = {}

    def put(self, path: str, content: Content, known: str = "") -> Written:
        """Keep what the file holds."""
        found: list[bytes] = []
        self.files[path] = poured(content, found.append, known)
        self.contents[path] = b"".join(found)
        return self.files[path]

    def copy(self, path: str, to: str) -> None:
        """Keep it under another path too."""
        self.contents[to], self.files[to] = self.contents[path], self.files[path]


def outputs(compiled: Compiled, root: Path, documents: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Every file of a build, by its path below the folder of outputs; `documents` as in `put_outputs`."""
    held = Held()
    put_outputs(compiled, root, held, documents, whole=None)
    return held.contents


def write_outputs(out: Path, files: Mapping[str, bytes], *, finish: Callable[[Path], None] | None = None) -> None:
    """Make `out` a folder that holds `files` and nothing else, as a build does; `finish` is called before it takes its place."""
    with replacing(out) as fresh:
        for path in sorted(files):
            fresh.put(path, files[path])
        if finish:
            with told(out):
                finish(fresh.path)


def site_pages(
    compiled: Compiled, root: Path, outputs: Mapping[str, bytes] | None = None, *, whole: int | None = None
) -> dict[str, bytes]:
    """Every file of `docs/`, by its path below the folder of outputs, of a site that publishes `outputs`."""
    held = Held()
    for path, content in (outputs or {}).items():
        held.put(path, content)
    put_site(compiled, root, held, whole=whole)
    return {path: content for path, content in sorted(held.contents.items()) if path.startswith("docs/")}


def pages_of(compiled: Compiled, root: Path, outputs: Mapping[str, bytes] | None = None) -> dict[str, str]:
    """The pages of that site and what else of it is text, by path below `docs/`."""
    files = site_pages(compiled, root, outputs).items()
    text = (".md", ".yml", ".xml", ".ics")
    return {path.removeprefix("docs/"): data.decode() for path, data in files if path.endswith(text)}


def words(html: str) -> str:
    """What one reads of some HTML."""
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", html))).replace(" ,", ",").replace(" .", ".").strip()
