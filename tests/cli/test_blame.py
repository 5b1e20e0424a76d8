"""`clausier blame`: who wrote each stretch, of a row and of a heading too."""

from __future__ import annotations

from pathlib import Path

from support.calling import called
from support.projects import written

CONVENTION = "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n"
ANNEX = """# Annexe 1 – Voix

| Membre | Voix | Part |
|---|---|---|
| Aube | 2 | 20 |
| Marne | 3 | 30 |
"""
ACT = """---
opérations:
  - renommer: annexe 1
    intitulé: Poids
    dit: est renommée
  - remplacer-mots: annexe 1, tableau 1
    mots: Part
    par: Quote-part
    dit: le mot
  - remplacer-mots: annexe 1, tableau 1, ligne "Aube"
    mots: "2"
    par: "4"
    dit: le nombre
---
# Article 1

L’annexe 1 est renommée « Poids » ; au tableau, le mot « Part » devient « Quote-part » et, à la ligne « Aube », le nombre « 2 » devient « 4 ».
"""


LIST = """# Article 1

Le membre choisit :

- a) un ;
- b) deux.
"""
ADDED = """---
opérations:
  - renuméroter: 1, b)
    en: c)
    dit: Le b)
  - insérer-après: 1, a)
    dit: Après le a)
---
# Article 2

Le b) de l’article 1 devient le c). Après le a) de l’article 1, il est inséré un b) ainsi rédigé :

> - « b) bis ; »
"""


def blamed(folder: Path, *arguments: str, target: str = "annexe 1") -> list[str]:
    files = {
        "convention/convention.yml": CONVENTION,
        "convention/01.md": LIST,
        "convention/02.md": ANNEX,
        "amendments/avenant-1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-01\n",
        "amendments/avenant-1/01.md": ACT,
        "amendments/avenant-1/02.md": ADDED,
    }
    written(folder, files)
    return called("blame", target, *arguments, project=folder, code=0).stdout.splitlines()


def test_each_cell_of_a_row_has_its_own_origin(tmp_path: Path) -> None:
    assert blamed(tmp_path)[2:] == [
        "convention              Membre | Voix | ",
        "avenant-1, art.\u00a01       Quote-part",
        "convention              Aube | ",
        "avenant-1, art.\u00a01       4 | ",
        "convention              20",
        "convention              Marne | 3 | 30",
    ]


def test_a_heading_says_who_wrote_it_where_others_wrote_what_is_below(tmp_path: Path) -> None:
    assert blamed(tmp_path)[0] == "Annexe 1 – Poids  (intitulé\u00a0: avenant-1, art.\u00a01)"
    assert blamed(tmp_path, "--lang", "en")[0] == "Annexe 1 – Poids  (heading: avenant-1, art.\u00a01)"


def test_a_label_goes_with_the_words_of_its_own_author(tmp_path: Path) -> None:
    assert blamed(tmp_path, target="1")[2:] == [
        "convention           1  Le membre choisit :",
        "convention           2  a) un ;",
        "avenant-1, art.\u00a02    3  b) bis ;",
        "avenant-1, art.\u00a02    4  c)",
        "convention              deux.",
    ]
