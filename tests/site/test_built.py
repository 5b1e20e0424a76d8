"""The sites as mkdocs builds them: every address leads somewhere, and every alinéa is the model's."""

from __future__ import annotations

import gzip
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from clausier.compile import Compiled
from clausier.text.typography import fold, same
from support.built import Page, held, read

LOADED = {("script", "src"), ("link", "href"), ("img", "src"), ("source", "src"), ("iframe", "src")}


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


@pytest.mark.parametrize(("project", "folder"), [("real", "site"), ("essai", "essai_site")])
def test_the_alineas_of_each_page_are_the_model_s(project: str, folder: str, request: pytest.FixtureRequest) -> None:
    compiled: Compiled = request.getfixturevalue(project)
    checked, wrong = held(read(request.getfixturevalue(folder)), compiled.timeline.latest.document)
    assert wrong == []
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
