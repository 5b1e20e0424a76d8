"""A built site as its readers have it, whatever built it: its anchors, its addresses, the alinéas of each page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from clausier.model.provision import Alinea, Lacuna, Provision
from clausier.text.typography import same

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Page(HTMLParser):
    """What a test wants to know of a page: its anchors, its addresses, its headings, its alinéas with their owner."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[tuple[str, str, str]] = []
        self.levels: list[int] = []
        self.alineas: dict[str, str] = {}
        self.lang = ""
        self.headless_tables = 0
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        self.addresses += [(tag, name, found[name]) for name in ("href", "src") if name in found]
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "html":
            self.lang = found.get("lang", "")
        if tag == "table":
            self.headless_tables += 1
        if tag == "th" and found.get("scope", "col") == "col":
            self.headless_tables -= self._open[-2][0] == "thead" and self._open[-1][1].get("counted") is None
            self._open[-1][1]["counted"] = "yes"
        if "al" in found.get("class", "").split() and "id" in found:
            self.alineas[found["id"]] = ""
        if tag not in VOID:
            self._open.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        classes = [attrs.get("class", "").split() for _, attrs in self._open]
        if any({"n", "mark", "ended"} & set(names) for names in classes):
            return
        for (_, attrs), names in zip(self._open, classes, strict=True):
            if "al" in names and "id" in attrs:
                self.alineas[attrs["id"]] += data


def read(folder: Path) -> dict[str, Page]:
    """The pages of a site, by path; the page for an unknown address, which names no place of its own, is left out."""
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
        if path.name != "404.html"
    }


def own_alineas(provision: Provision, own: str) -> Iterator[tuple[str, str]]:
    """The anchor and the words of each alinéa of a provision and of those below it, as its page must show them."""
    prefix = "" if provision.id == own else f"{provision.number}-"
    gap = False
    count = 0
    for block in provision.blocks:
        gap = gap or isinstance(block, Lacuna)
        if isinstance(block, Alinea):
            count += 1
            label = f"{block.label.chars} " if block.label else ""
            yield f"{prefix}al-{'s' if gap else ''}{count}", label + block.text.chars
    for child in provision.children:
        yield from own_alineas(child, own)


def held(pages: Mapping[str, Page], document: Provision) -> tuple[int, list[str]]:
    """How many alinéas of the articles' pages are those of the document, and each that is not, or not in its place."""
    checked, wrong = 0, []
    for provision in document.walk():
        path = f"articles/{provision.number}.html"
        if provision.kind != "article" or path not in pages:
            continue
        shown = pages[path].alineas
        expected = dict(own_alineas(provision, provision.id))
        current = {anchor: words for anchor, words in shown.items() if anchor in expected}
        if list(current) != list(expected):
            wrong.append(f"{path}: {sorted(expected.keys() - current.keys())}")
            continue
        wrong += [f"{path}#{anchor}" for anchor, words in expected.items() if not same(current[anchor], words)]
        checked += len(expected)
    return checked, wrong
