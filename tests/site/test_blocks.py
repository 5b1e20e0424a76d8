"""Blocks of HTML taken out whole give the page that Python-Markdown gives by reading every tag of them."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from clausier.compile import Compiled
from clausier.website.blocks import WholeBlocks
from support.paged import site_pages
from support.projects import ROOT

MARK = "clausier_whole_blocks"


@pytest.fixture(scope="module")
def configuration(tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(tmp_path_factory.mktemp("docs")))


def rendered(markdown: str, configuration: MkDocsConfig, *more: Any) -> tuple[Any, ...]:
    """What MkDocs has of a page: its HTML, its table of contents, its title, the anchors that links may name."""
    own = copy.copy(configuration)
    own.markdown_extensions = [*configuration.markdown_extensions, *more]
    page = Page(None, File("a.md", own.docs_dir, own.site_dir, use_directory_urls=False), own)
    page.markdown = markdown
    page.render(own, Files([]))
    toc = [(item.id, item.title, item.level, len(item.children)) for item in page.toc]
    return page.content, toc, page._title_from_render, page.present_anchor_ids


def taken_out(markdown: str) -> int:
    """How many blocks the page is found to be made of; 0 where it is left to Python-Markdown."""
    md = Markdown(extensions=[WholeBlocks()])
    lines = markdown.split("\n")
    return 0 if md.preprocessors[MARK].run(lines) is lines else md.htmlStash.html_counter


@pytest.mark.parametrize("name", ["real", "essai", "renumbered"])
def test_every_page_is_the_same_to_the_byte(
    name: str, request: pytest.FixtureRequest, configuration: MkDocsConfig
) -> None:
    compiled: Compiled = request.getfixturevalue(name)
    root = ROOT if name == "real" else request.getfixturevalue(f"{name}_root")
    whole = 0
    for path, data in site_pages(compiled, root).items():
        if path.endswith(".md"):
            text, _ = get_data(data.decode())
            whole += bool(taken_out(text))
            assert rendered(text, configuration, WholeBlocks()) == rendered(text, configuration), path
    assert whole > 20


@pytest.mark.parametrize(
    "markdown",
    [
        '# Titre {#a}\n\n<div class="b" id="c">\n<div>\n<p>1 &lt; 2 &#233; <!-- x --> é</p>\n</div>\n</div>\n\n## Suite\n\n<p>a</p>\n',
        "<div>\n<p>a</p>\n</div>\n\n<div>\n<p>b</p>\n</div>\n",
        '<script type="application/ld+json">{"a": "\\u003c/div>"}</script>\n',
        "# A\n\n\n\n<p>b</p>\n\n\n# C\n",
        "<details>\n<summary>*a*</summary>\n\\* [b](c.md)\n</details>\n",
        "<hr>\n",
        "<p>a</p> b\n",
        "<p>a</p>\n<p>b</p>\n",
        "<div>\n<p>a</p>\n\n<p>b</p>\n</div>\n",
        "<div>\n<div>\n</div>\n",
        "<div>\n</div>\n</div>\n",
        "<em>a</em>\n",
        "<divers>a</divers>\n",
        "<p>a</p>\nb\n",
        "# A\nb\n\n<p>a</p>\n",
        "# A <b>c</b>\n\n<p>a</p>\n",
        "#A\n\n<p>a</p>\n",
        "    # A\n\n<p>a</p>\n",
        "Un mot.\n\n<div>\n<p>a</p>\n</div>\n",
        "",
    ],
)  # fmt: skip
def test_an_odd_page_is_the_same_to_the_byte(markdown: str, configuration: MkDocsConfig) -> None:
    assert rendered(markdown, configuration, WholeBlocks()) == rendered(markdown, configuration)


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("# A {#a}\n\n<div>\n<p>b</p>\n</div>\n\n<p>c</p>\n\n# D\n\n<p>e</p>\n", 2),
        ("<p>a</p>\n\nUn mot.\n", 0),
        ("<p>a</p> b\n", 0),
        ("<div>\n<p>a</p>\n\n<p>b</p>\n</div>\n", 0),
    ],
)
def test_only_whole_elements_are_taken_out(markdown: str, blocks: int) -> None:
    assert taken_out(markdown) == blocks


def test_html_that_another_extension_reads_is_left_to_it() -> None:
    assert MARK not in Markdown(extensions=["md_in_html", WholeBlocks()]).preprocessors
