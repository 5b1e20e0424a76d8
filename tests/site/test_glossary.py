"""The glossary: what the text explains in its own words, what it leaves unexplained, and the links to both."""

from __future__ import annotations

import re

import pytest

from clausier.compile import Compiled
from clausier.emit.site import glossary
from clausier.emit.site.atlas import atlas


@pytest.fixture(scope="module")
def terms(real: Compiled) -> dict[str, tuple[str, list[str]]]:
    """Each acronym of the real text: the words that explain it, the numbers of the provisions that use it."""
    found = atlas(real)
    return {e.term: (e.words, [found.numbers[p] for p in e.used]) for e in glossary.entries(found)}


# Read off the act by hand.
@pytest.mark.parametrize(
    ("acronym", "words", "used"),
    [
        ("AA", "Les Autorités Académiques (AA)", ["8", "8.1", "8.2", "8.3", "8.4", "8.5"]),
        ("COSTRAT", "8.2 – Comité Stratégique (COSTRAT)", ["8.2"]),
        ("CST", "8.4 – Comités de Suivi Trimestriels (CST)", ["8.3", "8.4"]),
        ("COPIL", "", ["8.1"]),
        ("DRAAF", "", ["8.1"]),
    ],
)
def test_an_acronym_has_the_words_of_the_text(
    terms: dict[str, tuple[str, list[str]]], acronym: str, words: str, used: list[str]
) -> None:
    assert terms[acronym] == (words, used)


def test_words_that_are_none_of_the_text_stand_without_guillemets(real_pages: dict[str, str]) -> None:
    page = real_pages["glossaire.md"]
    summed_up = page.partition("## Collectivité européenne d’Alsace")[2].partition("\n## ")[0]
    assert "Le membre issu de la fusion des départements" in summed_up  # `sens`, written by whoever wrote the rule
    assert "«\u00a0" not in summed_up
    assert 'href="regles.html#cea-fusion">Avenant n°\u00a01, art.\u00a01</a>.' in summed_up
    quoted = page.partition("## convention partenariale unique Grand Est")[2].partition("\n## ")[0]
    assert "«\u00a0une démarche partenariale et convergente entre" in quoted  # captured in 8


def test_what_nothing_explains_is_said_to_be_so(real_pages: dict[str, str]) -> None:
    page = real_pages["glossaire.md"]
    assert "Expliqué nulle part" in page.partition("## COPIL")[2].partition("\n## ")[0]
    assert "Expliqué nulle part" not in page.partition("## CST")[2].partition("\n## ")[0]


def test_the_first_use_of_an_acronym_in_a_provision_leads_to_its_entry(real_pages: dict[str, str]) -> None:
    page = real_pages["articles/8.md"]
    section = page.partition("## 8.4 ")[2].partition("\n## ")[0]
    links = re.findall(r'<a[^>]*href="\.\./glossaire\.html#(\w+)"[^>]*>(\w+)</a>', section)
    assert links
    assert all(anchor == words for anchor, words in links)
    assert len(links) == len(set(links))  # once each
    assert ("COGOUV", "COGOUV") in links


def test_every_link_of_the_glossary_leads_to_an_entry(real_pages: dict[str, str]) -> None:
    anchors = set(re.findall(r"^## .* \{#([^}]+)\}$", real_pages["glossaire.md"], re.MULTILINE))
    for text in real_pages.values():
        assert anchors.issuperset(re.findall(r"glossaire\.html#([\w.-]+)", text))
