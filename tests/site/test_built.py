"""The sites as mkdocs builds them: every address leads somewhere, and every alinéa is the model's."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from clausier.build import Compiled
from clausier.model.provision import Alinea, Lacuna, Provision
from clausier.text.typography import fold, same

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
LOADED = {("script", "src"), ("link", "href"), ("img", "src"), ("source", "src"), ("iframe", "src")}


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


@pytest.fixture(scope="session", params=["site", "essai_site"])
def built(request: pytest.FixtureRequest) -> tuple[Path, dict[str, Page]]:
    folder: Path = request.getfixturevalue(request.param)
    return folder, read(folder)


def test_every_address_leads_to_a_file_and_a_place_in_it(built: tuple[Path, dict[str, Page]]) -> None:
    folder, pages = built
    lost: list[str] = []
    for path, page in pages.items():
        for _, _, address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or address.startswith("javascript:"):
                continue
            target = (folder / path).parent / unquote(parts.path) if parts.path else folder / path
            found = target.resolve().relative_to(folder.resolve()).as_posix() if target.exists() else ""
            anchor = unquote(parts.fragment)
            if not found or (anchor and found.endswith(".html") and anchor not in pages[found].ids):
                lost.append(f"{path} → {address}")
    assert lost == []


def test_nothing_is_loaded_from_elsewhere(built: tuple[Path, dict[str, Page]]) -> None:
    folder, pages = built
    for path, page in pages.items():
        for tag, name, address in page.addresses:
            if (tag, name) in LOADED:
                assert not urlsplit(address).netloc, f"{path}: {address}"
    for style in folder.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", style.read_text(encoding="utf-8")), style.name


def test_an_anchor_stands_once_on_its_page(built: tuple[Path, dict[str, Page]]) -> None:
    _, pages = built
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_headings_follow_without_a_missing_level(built: tuple[Path, dict[str, Page]]) -> None:
    _, pages = built
    for path, page in pages.items():
        assert page.levels[:1] == [1], path
        assert page.levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False)), path


def test_pages_are_in_french_and_their_tables_have_headers(built: tuple[Path, dict[str, Page]]) -> None:
    _, pages = built
    for path, page in pages.items():
        assert page.lang == "fr", path
        assert page.headless_tables == 0, path


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


@pytest.mark.parametrize(("project", "folder"), [("real", "site"), ("essai", "essai_site")])
def test_the_alineas_of_each_page_are_the_model_s(project: str, folder: str, request: pytest.FixtureRequest) -> None:
    compiled: Compiled = request.getfixturevalue(project)
    pages = read(request.getfixturevalue(folder))
    checked = 0
    for provision in compiled.timeline.latest.document.walk():
        if provision.kind != "article" or f"articles/{provision.number}.html" not in pages:
            continue
        shown = pages[f"articles/{provision.number}.html"].alineas
        expected = dict(own_alineas(provision, provision.id))
        current = {anchor: words for anchor, words in shown.items() if anchor in expected}
        assert list(current) == list(expected)
        for anchor, words in expected.items():
            assert same(current[anchor], words), anchor
            checked += 1
    assert checked > 10


def test_the_whole_text_has_every_alinea_of_the_version(real: Compiled, site: Path) -> None:
    pages = read(site)
    for version in real.timeline.versions:
        words = [a.text.chars for p in version.document.walk() for a in p.alineas]
        shown = list(pages[f"versions/{version.id}.html"].alineas.values())
        assert len(shown) == len(words)
        assert all(same(one, other) for one, other in zip(shown, words, strict=True))
    assert len(pages["texte-integral.html"].alineas) == len(pages["versions/avenant-1.html"].alineas)


def test_an_act_is_shown_word_for_word(real: Compiled, site: Path) -> None:
    """Every line of the act as received, in its order; those of quotations included."""
    html = (site / "avenants/avenant-1.html").read_text(encoding="utf-8")
    shown = words(
        re.sub(r"<(?:span|a|p) class=\"(?:n|effect|effect-more|see|headerlink)\".*?</(?:span|a|p)>", " ", html)
    )
    received = real.corpus.amendments[0].source_text
    assert received is not None
    at = 0
    for cell in (words(cell) for line in received.splitlines() for cell in line.split("\t")):
        found = shown.find(cell, at)
        assert found >= 0, cell
        at = found


def words(html: str) -> str:
    """The words of some HTML, typography folded, without list dashes and marks of emphasis."""
    text = fold(unescape(re.sub(r"<[^>]+>", " ", html))).chars.replace("**", "")
    return " ".join(text.split()).removeprefix("- ")


def test_an_article_costs_its_readers_little(site: Path) -> None:
    """What a page adds to the theme's own: at most 150 KB compressed, 30 of them scripts."""

    def size(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), mtime=0))

    scripts = sum(size(p) for p in (site / "assets/js").glob("*.js"))
    styles = sum(size(p) for p in (site / "assets/css").glob("*.css"))
    heaviest = max(size(p) for p in (site / "articles").glob("*.html"))
    assert scripts <= 30_000
    assert scripts + styles + heaviest <= 150_000
