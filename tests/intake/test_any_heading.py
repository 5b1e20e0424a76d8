"""However an act heads its articles, and whatever their titles say, the same sentence is read as the same order."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import import_act
from intake.projects import project, signed

TOP = "AVENANT N° 1\n\nEntre la Commune du Nord et la Commune du Sud, il est convenu ce qui suit :\n\n"
FORMS = [
    ("Article 1 – {}", "Article 2 – {}", "Article 3 – {}"),
    ("Article 1 : {}", "Article 2 : {}", "Article 3 : {}"),
    ("ARTICLE 1 - {}", "ARTICLE 2 - {}", "ARTICLE 3 - {}"),
    ("Article 1\n\n{}", "Article 2\n\n{}", "Article 3\n\n{}"),
    ("1. {}", "2. {}", "3. {}"),
    ("I. {}", "II. {}", "III. {}"),
    ("Art. 1 – {}", "Art. 2 – {}", "Art. 3 – {}"),
    ("Article 1er. {}", "Article 2. {}", "Article 3. {}"),
    ("Article premier – {}", "Article deux – {}", "Article trois – {}"),
]
TITLES = [
    "Modification de l’article 2",
    "MODIFICATION DE L’ARTICLE 2",
    "Modification de l’article 2 « Bureau »",
    "Suppression",
    "Suppression de l’article 3 « Durée »",
    "Remplacement de l’article 3",
    "Ajout d’un alinéa à l’article 2",
    "Création d’un article 4",
    "Article 2",
    "Article 2 : Bureau",
    "Bureau (article 2)",
    "Objet",
]
ORDERS = {
    "L’article 3 est supprimé.": 'abroger: "3"',
    "L’article 2 est complété par un alinéa ainsi rédigé :\n\n« Il siège en mairie. »": 'compléter: "2"',
    "À l’article 2, les mots « chaque mois » sont remplacés par les mots « chaque an ».": (
        'remplacer-mots: "2", mots: "chaque mois", par: "chaque an"'
    ),
}


@pytest.mark.parametrize("forms", FORMS, ids=[first for first, *_ in FORMS])
@pytest.mark.parametrize("sentence", ORDERS)
def test_an_order_is_the_same_under_any_heading(tmp_path: Path, sentence: str, forms: tuple[str, str, str]) -> None:
    found = {}
    for rank, title in enumerate(TITLES):
        first, second, third = (
            form.format(words) for form, words in zip(forms, (title, "Suites", "Effet"), strict=True)
        )
        act = (
            f"{TOP}{first}\n\n{sentence}\n\n{second}\n\nLes autres articles demeurent inchangés.\n\n{third}\n\n"
            "Le présent avenant entre en vigueur le 1er mars 2024.\n\nFait à Nord, le 12 février 2024\n"
        )
        folder = tmp_path / str(rank)
        folder.mkdir()
        done = import_act(project(folder / "p"), [signed(folder, act)], "avenant-1")
        asked = [q.why for q in (*done.questions, *(q for unit in done.units for q in unit.questions))]
        found[title] = [*(operation for unit in done.units for operation in unit.operations), *asked]
    assert found == {title: [ORDERS[sentence]] for title in TITLES}
