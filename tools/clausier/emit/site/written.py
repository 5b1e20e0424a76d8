"""Pages written by hand: those that every site has, the guide, and a project's own, which take the place of the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from clausier.emit.site.nav import Section
from clausier.emit.site.page import OF_THE_PROGRAM, Page, decimal
from clausier.text.regex import regex

HOME = "accueil.md"  # not a page: the introduction of the first page
_GUIDE_INDEX = "guide/index.md"
_LINK = regex(r"\]\(([\w-]+\.md)")
_ASSETS = ("css", "js", "icons")


class Written(Struct, frozen=True):
    """A page written by hand: its address and name, and its Markdown."""

    page: Page
    markdown: bytes


class ByHand(Struct, frozen=True, kw_only=True):
    """All that is written by hand: the introduction, the pages by their stem, the guide in order, the assets by path.

    `guide_menu` are the pages of the guide as its menu has them.
    """

    home: str
    pages: tuple[Written, ...]
    guide: tuple[Written, ...]
    guide_menu: tuple[Page | Section, ...]
    assets: dict[str, bytes]


def by_hand(shared: Path, own: Path | None) -> ByHand:
    """What is written by hand in `shared` (the package's own part) and in `own` (the project's `site/`, if it has one).

    A page of `own/pages` takes the place of the page of that name in `shared/common`; an asset likewise.
    """
    pages = {written.page.path: written for written in _pages(shared / "common", "")}
    home = ""
    if own is not None:
        pages |= {written.page.path: written for written in _pages(own / "pages", "")}
        if (own / "pages" / HOME).is_file():
            home = (own / "pages" / HOME).read_text(encoding="utf-8")
    assets: dict[str, bytes] = {}
    for folder in dict.fromkeys((shared, own)):
        if folder is not None:
            assets |= _assets(folder / "assets")
    guide = [_behind(page) for page in _pages(shared / "guide", "guide/")]
    return ByHand(
        home=home,
        pages=tuple(pages[path] for path in sorted(pages)),
        guide=tuple(guide),
        guide_menu=tuple(_by_task(guide)),
        assets=assets,
    )


def _pages(folder: Path, prefix: str) -> list[Written]:
    found = []
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        if path.name != HOME:
            content = path.read_bytes()
            name = _title(content.decode(), path.stem)
            found.append(Written(Page(path=f"{prefix}{path.stem}.html", title=name, nav=name), content))
    return sorted(found, key=lambda w: (not w.page.path.endswith("index.html"), _rank(w.page.path), w.page.path))


def _behind(written: Written) -> Written:
    """A page of the guide, which a search is to list behind the convention: those who read the text look for its words."""
    return Written(
        written.page, f"---\nsearch:\n  boost: {decimal(OF_THE_PROGRAM)}\n---\n\n".encode() + written.markdown
    )


def _by_task(guide: Iterable[Written]) -> Iterator[Page | Section]:
    """The first page of the guide, then its parts (`## …`), each with the pages that it leads to, then those that it forgets."""
    left = {written.page.source: written for written in guide}
    index = left.pop(_GUIDE_INDEX, None)
    if index is not None:
        yield index.page
        _, *parts = re.split(r"^## (.+)$", index.markdown.decode(), flags=re.MULTILINE)
        for name, part in zip(parts[::2], parts[1::2], strict=True):
            linked = dict.fromkeys(f"guide/{page}" for page in _LINK.findall(part))
            if pages := tuple(left.pop(source).page for source in linked if source in left):
                yield Section(name, pages)
    yield from (written.page for written in left.values())


def _rank(path: str) -> int:
    """The number that a page of the guide begins with: the tenth comes after the ninth."""
    number = path.rpartition("/")[2].partition("-")[0]
    return int(number) if number.isdecimal() else 0


def _title(markdown: str, stem: str) -> str:
    """The first heading of a page: its name in the menu."""
    for line in markdown.splitlines():
        if line.startswith("# "):
            return line[2:].partition(" {")[0].strip()
    return stem


def _assets(folder: Path) -> dict[str, bytes]:
    """The files that pages need; pictures kept for readers of the repository are none of them."""
    return {
        f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for name in _ASSETS
        for path in sorted((folder / name).rglob("*"))
        if path.is_file()
    }
