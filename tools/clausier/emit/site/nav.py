"""The menu, as `.nav.yml`: what the awesome-nav plugin reads, in MkDocs and in Zensical alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from clausier.emit.site.page import Page, quoted


class Section(Struct, frozen=True):
    """A tab of the menu, or a part of one, with what it holds in order."""

    name: str
    pages: tuple[Page | Section, ...]


def nav_yaml(sections: Sequence[Section | Page]) -> str:
    """The menu. A section whose first page is an `index` opens on it."""
    return "\n".join(["nav:", *_entries(sections, "  ", top=True), ""])


def _entries(entries: Sequence[Section | Page], indent: str, *, top: bool = False) -> Iterator[str]:
    for entry in entries:
        match entry:
            case Page() if entry.path.endswith("/index.html") and not top:
                yield f"{indent}- {quoted(entry.source)}"
            case Page():
                yield f"{indent}- {quoted(entry.nav)}: {quoted(entry.source)}"
            case Section(name=name, pages=pages):
                yield f"{indent}- {quoted(name)}:"
                yield from _entries(pages, f"{indent}    ")
