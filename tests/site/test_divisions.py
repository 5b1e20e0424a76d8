"""A title or a chapter stands in the table of the text whether or not it has articles."""

from __future__ import annotations

import re
from pathlib import Path

from support.paged import pages_of
from support.projects import sound, written

SOURCES = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
    "convention/01.md": """\
# Titre I – Principes

## Article 1 – Objet

Un.

# Titre II – Moyens

Le comité décide des moyens.

# Titre III – Fin

## Chapitre 1 – Durée

## Chapitre 2 – Sortie

### Article 2 – Préavis

Deux.
""",
    "amendments/a/avenant.yml": "id: a\ntitre: Avenant a\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
    "amendments/a/01.md": """\
---
opérations: [{abroger: 1}]
---
# Article 1

L'article 1 est abrogé.
""",
}


def test_a_division_without_articles_has_its_heading_and_its_words(tmp_path: Path) -> None:
    written(tmp_path, SOURCES)
    compiled = sound(tmp_path)
    index = pages_of(compiled, tmp_path)["articles/index.md"]
    assert re.findall(r"^(#{2,}) (.+?) \{#(.+)\}$", index, re.MULTILINE) == [
        ("##", "Titre\u00a0I – Principes", "titre-I"),
        ("##", "Titre\u00a0II – Moyens", "titre-II"),
        ("##", "Titre\u00a0III – Fin", "titre-III"),
        ("###", "Chapitre 1 – Durée", "chapitre-1"),
        ("###", "Chapitre 2 – Sortie", "chapitre-2"),
    ]
    assert index.count("Le comité décide des moyens.") == 1
    assert index.index("titre-II}") < index.index("Le comité décide des moyens.") < index.index("titre-III}")
