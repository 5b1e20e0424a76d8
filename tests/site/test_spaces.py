"""The table of contents of a page has the no-break spaces of its headings, and is as Python-Markdown made it otherwise."""

from __future__ import annotations

import pytest
from markdown import Markdown

from clausier.website.blocks import KeptSpaces


def contents(markdown: str, *more: KeptSpaces) -> list[str]:
    """The names of the table of contents of a page set as the site's are."""
    made = Markdown(extensions=["attr_list", "toc", *more], extension_configs={"toc": {"permalink": True}})
    made.convert(markdown)
    (title,) = vars(made)["toc_tokens"]  # what the extension adds, of which the types do not know
    return [title["name"], *(below["name"] for below in title["children"])]


@pytest.mark.parametrize(
    ("heading", "plain", "kept"),
    [
        ("Quel texte\u00a0?", "Quel texte ?", "Quel texte\u00a0?"),
        ("De «\u00a0a\u00a0» à  b {#c}", "De « a » à b", "De «\u00a0a\u00a0» à b"),
        ("L’étiquette «\u00a0\\#\u00a0»", "L’étiquette « # »", "L’étiquette «\u00a0#\u00a0»"),
        ("A &amp; B\u00a0: `<i>`", "A &amp; B : &lt;i&gt;", "A &amp; B\u00a0: &lt;i&gt;"),
        ("Une *suite*\u00a0; la *fin*", "Une suite ; la fin", "Une suite\u00a0; la fin"),
    ],
)
def test_a_heading_keeps_its_spaces(heading: str, plain: str, kept: str) -> None:
    page = f"# Titre\n\n## {heading}\n\n## Sans espace insécable\n"
    assert contents(page) == ["Titre", plain, "Sans espace insécable"]
    assert contents(page, KeptSpaces()) == ["Titre", kept, "Sans espace insécable"]


def test_two_headings_of_the_same_words_are_told_apart() -> None:
    page = "# Titre\n\n## Durée\u00a0: dix ans\n\n## Durée : dix ans\n"
    assert contents(page, KeptSpaces()) == ["Titre", "Durée\u00a0: dix ans", "Durée : dix ans"]
