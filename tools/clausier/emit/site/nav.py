"""The menu, as `.nav.yml`: what the awesome-nav plugin reads, in MkDocs and in Zensical alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from clausier.emit.site.page import Page, quoted, titled

MOST = (
    60  # entries of a series that stand side by side: every page shows those beside it, so a site grows by their square
)


class Section(Struct, frozen=True):
    """A tab of the menu, or a part of one, with what it holds in order."""

    name: str
    pages: tuple[Page | Section, ...]


def nav_yaml(sections: Sequence[Section | Page]) -> str:
    """The menu. A section whose first page is an `index` opens on it."""
    return "\n".join(["nav:", *_entries(sections, "  ", top=True), ""])


def in_parts(pages: Sequence[Page]) -> tuple[Page | Section, ...]:
    """The pages of a tab as its menu has them: a series longer than `MOST` in the parts that it names, and these in shorter ones."""
    if sum(page.part is not None for page in pages) <= MOST:
        return tuple(pages)
    found: list[Page | Section] = []
    for serial, run in groupby(pages, key=lambda page: page.part is not None):
        together = tuple(run)
        found += shortened(_named(together)) if serial else together
    return tuple(found)


def _named(series: Iterable[Page]) -> Iterator[Page | Section]:
    for name, run in groupby(series, key=lambda page: page.part):
        if name:
            yield Section(name, shortened(run))
        else:
            yield from run


def shortened(entries: Iterable[Page | Section]) -> tuple[Page | Section, ...]:
    """The entries, or where they are more than `MOST` parts of about as many, which the first and the last one name."""
    kept = tuple(entries)
    if len(kept) <= MOST:
        return kept
    count = -(-len(kept) // MOST)
    parts = (kept[len(kept) * n // count : len(kept) * (n + 1) // count] for n in range(count))
    return shortened(Section(f"{_ends(part[0])[0]} … {_ends(part[-1])[1]}", part) for part in parts)


def _ends(entry: Page | Section) -> tuple[str, str]:
    """What tells an entry from the others, without its heading: « Article 12 »; of a part, its first and its last entry."""
    match entry:
        case Page(nav=name):
            return (name.partition(" – ")[0],) * 2
        case Section(name=name):
            first, _, last = name.partition(" … ")
            return first.partition(" – ")[0], (last or first).partition(" – ")[0]


def _entries(entries: Sequence[Section | Page], indent: str, *, top: bool = False) -> Iterator[str]:
    for entry in entries:
        match entry:
            case Page() if entry.path.endswith("/index.html") and not top:
                yield f"{indent}- {quoted(entry.source)}"
            case Page():
                yield f"{indent}- {quoted(titled(entry.nav))}: {quoted(entry.source)}"
            case Section(name=name, pages=pages):
                yield f"{indent}- {quoted(titled(name))}:"
                yield from _entries(pages, f"{indent}    ")
