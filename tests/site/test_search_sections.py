"""What searches find in a page is what Material's own reader of HTML finds there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]  # Material has no types
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from clausier.compile import Compiled
from clausier.website import load
from clausier.website.search import _Reader, sections
from support.paged import site_pages
from support.projects import ROOT, written


def shown(found: list[Any]) -> list[tuple[Any, ...]]:
    return [(s.el.tag, s.is_excluded(), s.id, s.title, s.text) for s in found]


def by_material(html: str) -> list[tuple[Any, ...]]:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return shown(parser.data)


@pytest.mark.parametrize("name", ["real", "essai", "renumbered"])
def test_every_page_is_found_by_the_same_words(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    compiled: Compiled = request.getfixturevalue(name)
    root = ROOT if name == "real" else request.getfixturevalue(f"{name}_root")
    written(tmp_path, site_pages(compiled, root))
    config = load(ROOT / "mkdocs.yml", docs=tmp_path / "docs", site=tmp_path / "site")
    files = get_files(config)
    for file in files.documentation_pages():
        page = Page(None, file, config)
        page.read_source(config)
        page.render(config, files)
        assert page.content is not None
        assert shown(sections(page.content)) == by_material(page.content), file.src_uri
        assert _Reader().read(page.content), f"{file.src_uri} is left to Material"


@pytest.mark.parametrize(
    "html",
    [
        "",
        "Sans balise.",
        "Avant <p>l&#233;gal&nbsp;: 1 &lt; 2 &amp; 3 > 2</p> après",
        '<h1 id="a">A<a class="headerlink" href="#a" title="Lien">&para;</a></h1><p>b</p><h2 id="c">C <code>d</code></h2> e',
        '<h2 id="a">A</h2><p>b</p>',
        "<h2>Sans ancre</h2><p>b</p>",
        '<div><h2 id="a">A</h2><p>b</p></div><p>après</p>',
        '<section><h2 id="a">A</h2><section><h3 id="b">B</h3>b</section>a</section>fin',
        '<h2 id="a" data-search-exclude>A</h2><p>b</p>',
        "<p data-search-exclude>a <em>b</em></p><p>c</p>",
        '<div data-search-exclude=""><div>a</div>b</div>c',
        "<div data-search-exclude>a<p>b<p>c</div>d",
        '<span data-search-exclude>a<br>b<img src="c" alt="d"/></span>e',
        '<div class="linenodiv"><pre>1\n2</pre></div>a',
        "<pre><code>a\n\n  b\n</code></pre> c",
        "<pre> </pre><pre>\n</pre>",
        "<ul>\n<li>a</li>\n<li></li>\n<li> <p></p> </li>\n</ul>",
        "<p></p><p> </p><p>a</p><p></p>",
        '<script type="application/ld+json">{"a": "<p>b</p>"}</script><p>c</p>',
        "a<script>b</script>c<style>p > a {}</style>d",
        "<object><p>a</p></object>b",
        '<svg viewBox="0 0 1 1"><rect width="1"/></svg>a',
        "<!-- a --><p>b</p>",
        "<P>a</P>",
        "<p class=a>b</p>",
        "<p class='a'>b</p>",
        "<p>a < b</p>",
        "<p>a</p",
        "a &amp",
        "</p><p>a</em></p>",
        "<em>a</p>b</em>",
        "<textarea><p>a</p></textarea>b",
    ],
)  # fmt: skip
def test_an_odd_page_is_found_by_the_same_words(html: str) -> None:
    assert shown(sections(html)) == by_material(html)


PIECES = st.sampled_from(
    '<p>|</p>|<li>|</li>|<ul>|</ul>|<pre>|</pre>|<div>|</div>|<div data-search-exclude>|<p data-search-exclude="">|<br>|<hr />|'
    '<h1 id="a">|</h1>|<h2 id="b">|</h2>|<h2>|<a class="headerlink" href="#b">|</a>|<code>|</code>|<sup/>|<object>|</object>|'
    "<script>|</script>| |\n|mot|&eacute;|&nbsp;|a > b".split("|")
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_the_order_of_tags_the_same_words_are_found(html: str) -> None:
    def found(of: Any) -> Any:
        try:
            return of(html)
        except (AttributeError, ValueError) as error:  # Material stumbles over some
            return type(error)

    assert found(lambda html: shown(sections(html))) == found(by_material)
