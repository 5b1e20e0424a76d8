"""`clausier history`: each wording with the sentences that made it, those that changed it before it took effect among them."""

from __future__ import annotations

from pathlib import Path

from support.calling import answer_of
from support.projects import written

FILES = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
    "convention/01.md": "# Article 1\n\nUn.\n",
    "amendments/avenant-1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2022-01-01\n",
    "amendments/avenant-1/01.md": (
        "---\nopérations:\n  - remplacer: 1\n---\n# Article 1\n\nL’article 1 est ainsi rédigé :\n\n> Deux mois.\n>\n> Trois.\n"
    ),
    "amendments/avenant-2/avenant.yml": "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2021-06-01\n",
    "amendments/avenant-2/01.md": (
        "---\nopérations:\n  - supprimer: avenant-1, 1, al. 2\n---\n# Article 1\n\n"
        "Le second alinéa de l’article 1er de l’avenant n° 1 est supprimé.\n"
    ),
}


def test_what_changed_a_new_text_before_it_took_effect_is_told(tmp_path: Path) -> None:
    written(tmp_path, FILES)
    said = answer_of("history", "1", project=tmp_path)
    assert [[o["id"] for o in wording["operations"]] for wording in said["wordings"]] == [
        [],
        ["avenant-1/1#1", "avenant-2/1#1"],
    ]


def test_a_repeal_that_changes_no_word_is_no_part_of_any_history(tmp_path: Path) -> None:
    executed = {
        "amendments/avenant-1/avenant.yml": FILES["amendments/avenant-1/avenant.yml"].replace(
            "2022-01-01", "2021-02-01"
        ),
        "amendments/avenant-2/01.md": (
            "---\nopérations:\n  - abroger: avenant-1, 1\n  - renuméroter: 2\n    en: 3\n---\n# Article 1\n\n"
            "L’article 1er de l’avenant n° 1 est abrogé. L’article 2 devient l’article 3.\n"
        ),
        "convention/02.md": "# Article 2\n\nDeux.\n",
    }
    written(tmp_path, {**FILES, **executed})
    said = answer_of("history", "3", project=tmp_path)
    assert [[o["id"] for o in wording["operations"]] for wording in said["wordings"]] == [[], ["avenant-2/1#2"]]
