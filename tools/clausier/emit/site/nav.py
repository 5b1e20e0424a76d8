"""The menu, as `.nav.yml`: what the awesome-nav plugin reads, in MkDocs and in Zensical alike."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from clausier.emit.site.page import Page, quoted


class Section(Struct, frozen=True):
    """A tab of the menu, with its pages in order."""

    name: str
    pages: tuple[Page, ...]


def nav_yaml(sections: Sequence[Section | Page]) -> str:
    """The menu. A section whose first page is an `index` opens on it."""
    lines = ["nav:"]
    for entry in sections:
        match entry:
            case Page():
                lines.append(f"  - {quoted(entry.nav)}: {quoted(entry.source)}")
            case Section(name=name, pages=pages):
                lines.append(f"  - {quoted(name)}:")
                lines.extend(_entry(page) for page in pages)
    return "\n".join(lines) + "\n"


def _entry(page: Page) -> str:
    if page.path.endswith("/index.html"):
        return f"      - {quoted(page.source)}"
    return f"      - {quoted(page.nav)}: {quoted(page.source)}"
