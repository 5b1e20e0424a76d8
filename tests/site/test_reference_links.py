"""References as links on the site: to the provision of the version that is read, which must be on the page they lead to."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

from clausier.emit.blocks import Style, blocks_html
from clausier.emit.html import To, text_html
from clausier.model.provision import Alinea, Table
from clausier.text import Mark, Text
from support.paged import pages_of
from support.projects import sound, written

FILES = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
    "convention/00.md": "# Préambule\n\nVoir le titre I et l’annexe 1.\n",
    "convention/01.md": """\
# Titre I – Principes

Selon l’article 2.

## Article 1 – Objet

Voir l’article 2, le 2° de l’article 2, l’article 2.1, l’article 9 et l’article L. 2113-6 du code de la commande publique.

Le présent article renvoie à l’alinéa précédent.

| Membre | Source |
| --- | --- |
| Région | article 2.1 |

## Article 2 – Liste

- 1° un ;
- 2° deux.

### 2.1 – Suite

Voir le 1° de l’article 2 et l’article 3.
""",
    "convention/02.md": "---\nnon-disponible: perdu\n---\n# Article 3 – Perdu\n",
    "convention/03.md": "# Annexe 1 – Plan\n\nPlan.\n",
    "amendments/a/avenant.yml": "id: a\ntitre: Avenant 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
    "amendments/a/01.md": """\
---
opérations:
  - renuméroter: 2
    en: 4
    dit: L’article 2
  - remplacer-mots: 1, al. 1
    mots: l’article 2.1
    par: l’article 4.1
    dit: À l’article 1
---
# Article 1

L’article 2 devient l’article 4. À l’article 1, les mots « l’article 2.1 » sont remplacés par « l’article 4.1 ».
""",
}
REFERENCE = re.compile(r'<a class="ref" href="([^"]*)">(.*?)</a>')
ANCHOR = re.compile(r'\{#([^}]+)\}|id="([^"]+)"')


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = tmp_path_factory.mktemp("references")
    written(root, FILES)
    compiled = sound(root, checks=False)
    return pages_of(compiled, root)


def leads(page: str) -> list[tuple[str, str]]:
    return [(words.replace("\u00a0", " "), href) for href, words in REFERENCE.findall(page)]


def test_an_article_leads_to_the_pages_of_others_and_to_their_lines(pages: dict[str, str]) -> None:
    text, _, former = pages["articles/1.md"].partition("Rédactions antérieures")
    assert leads(text) == [
        ("article 4.1", "4.html#4.1"),
        ("alinéa précédent", "1.html#al-1"),
    ]
    assert leads(former) == [
        ("article 2", "../versions/convention.html#2"),
        ("2° de l’article 2", "../versions/convention.html#2-al-2"),
        ("article 2.1", "../versions/convention.html#2.1"),
        ("alinéa précédent", "../versions/convention.html#1-al-1"),
        ("article 2.1", "../versions/convention.html#2.1"),
    ]


def test_an_old_version_leads_to_what_its_words_named_then(pages: dict[str, str]) -> None:
    assert leads(pages["versions/convention.md"]) == [
        ("titre I", "#titre-I"),
        ("annexe 1", "#annexe-1"),
        ("article 2", "#2"),
        ("article 2", "#2"),
        ("2° de l’article 2", "#2-al-2"),
        ("article 2.1", "#2.1"),
        ("alinéa précédent", "#1-al-1"),
        ("article 2.1", "#2.1"),
        ("1° de l’article 2", "#2-al-1"),
        ("article 3", "#3"),
    ]


def test_the_whole_text_stays_on_its_page_and_the_table_of_articles_leads_to_theirs(pages: dict[str, str]) -> None:
    assert ("article 3", "#3") in leads(pages["texte-integral.md"])
    assert leads(pages["articles/preambule.md"]) == [("titre I", "index.html#titre-I"), ("annexe 1", "annexe-1.html")]


def test_every_reference_leads_to_an_anchor_that_its_page_has(pages: dict[str, str]) -> None:
    followed = 0
    for name, page in pages.items():
        for _, href in leads(page):
            path, _, anchor = href.partition("#")
            target = (PurePosixPath(name).parent / path).with_suffix(".md").as_posix() if path else name
            parts: list[str] = []
            for part in target.split("/"):
                parts = parts[:-1] if part == ".." else [*parts, part]
            there = pages["/".join(parts)]
            assert not anchor or anchor in {a or b for a, b in ANCHOR.findall(there)}, (name, href)
            followed += 1
    assert followed > 20


def test_a_line_after_missing_words_is_found_by_its_anchor(tmp_path: Path) -> None:
    files = {
        "convention/convention.yml": FILES["convention/convention.yml"],
        "convention/01.md": "# Article 1 – Un\n\nVoir le dernier alinéa de l’article 2.\n",
        "convention/02.md": "---\nnon-disponible: perdu\n---\n# Article 2 – Deux\n",
        "amendments/a/avenant.yml": FILES["amendments/a/avenant.yml"],
        "amendments/a/01.md": "---\nopérations:\n  - compléter: 2\n---\n# Article 1\n\nL’article 2 est complété :\n\n> Fin.\n",
    }
    written(tmp_path, files)
    compiled = sound(tmp_path, checks=False)
    found = pages_of(compiled, tmp_path)
    assert ("dernier alinéa de l’article 2", "2.html#al-s1") in leads(found["articles/1.md"])
    assert 'id="al-s1"' in found["articles/2.md"]


def test_a_reference_to_a_former_wording_leads_to_none(tmp_path: Path) -> None:
    """Only what is as it stands now has a link: « dans sa rédaction antérieure à … » is of other words."""
    files = {
        "convention/convention.yml": FILES["convention/convention.yml"],
        "convention/01.md": (
            "# Article 1 – Un\n\nL’article 2 dans sa rédaction antérieure à l’avenant n° 1 régit les marchés en cours. "
            "Les articles 2 et 3, dans leur version initiale, et l’article 2 dans sa rédaction en vigueur valent aussi. "
            "L’article 3 régit les autres.\n\n| Fait |\n| --- |\n| article 2, dans sa rédaction d’origine |\n"
        ),
        "convention/02.md": "# Article 2 – Deux\n\nDeux.\n",
        "convention/03.md": "# Article 3 – Trois\n\nTrois.\n",
    }
    found = pages_of(sound(written(tmp_path, files), checks=False), tmp_path)
    assert leads(found["articles/1.md"]) == [("article 2", "2.html"), ("article 3", "3.html")]
    assert leads(found["texte-integral.md"]) == [("article 2", "#2"), ("article 3", "#3")]


def test_a_reference_keeps_its_emphasis_and_is_one_link() -> None:
    text = Text("voir l’article 2", (), (Mark(5, 11, "em"),))
    assert text_html(text, [To(7, 16, "2.html")]) == (
        'voir <em>l’</em><a class="ref" href="2.html"><em>arti</em>cle 2</a>'
    )


def test_no_link_stands_in_another() -> None:
    text = Text("voir l’article 2", (), (Mark(0, 16, "link", "https://example.org/"),))
    assert text_html(text, [To(7, 16, "2.html")]) == '<a href="https://example.org/">voir l’article\u00a02</a>'


def test_the_references_of_a_line_and_of_a_cell_are_found_by_its_key() -> None:
    blocks = (
        Alinea(key="k", text=Text("voir 2")),
        Table(key="t", rows=((Text("A"), Text("B")), (Text("c"), Text("voir 3")))),
    )
    references = {("k", -1, -1): (To(5, 6, '2"'),), ("t", 1, 1): (To(5, 6, "3"),)}
    html = blocks_html(blocks, Style(references=references))
    assert 'voir <a class="ref" href="2&quot;">2</a></p>' in html
    assert '<td>voir <a class="ref" href="3">3</a></td>' in html
