"""What the site is rendered from, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from clausier.compile import Compiled
from clausier.emit.content import Held
from clausier.emit.site import put_site


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
