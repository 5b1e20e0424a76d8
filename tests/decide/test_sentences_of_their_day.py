"""The sentence around a rule's words is given as the version that is asked for has it, where an amendment has changed it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from support.calling import answer_of
from support.projects import written

FILES = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
    "convention/01.md": "# Article 1 – Délai\n\nChacun répond sans délai, sauf le maire. Le bureau décide, sauf le maire.\n",
    "convention/01.regles.yml": (
        "règles:\n"
        '  - {id: reponse, nature: obligation, article: "1", citation: "Chacun répond {délai:texte}, sauf",'
        " débiteur: membres, action: répondre}\n"
        '  - {id: decision, nature: compétence, article: "1", citation: "Le bureau décide", objet: travaux, par: bureau,'
        " donne: décision}\n"
    ),
    "amendments/2021-avenant-1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
    "amendments/2021-avenant-1/01.md": (
        '---\nopérations:\n  - remplacer-mots: "1"\n    mots: le maire\n    par: le président\n    occurrences: toutes\n---\n'
        "# Article 1\n\nÀ l’article 1, les mots « le maire » sont remplacés par les mots « le président ».\n"
    ),
    "travaux.yml": "matter: travaux\n",
}


@pytest.mark.parametrize(("day", "who"), [("2020-06-01", "le maire"), ("2021-06-01", "le président")])
def test_the_sentence_is_that_of_its_day(day: str, who: str, tmp_path: Path) -> None:
    root = written(tmp_path, FILES)

    def asked(command: str, *words: object) -> Any:
        return answer_of(command, *words, schema=command, project=root)

    answer = f"Chacun répond sans délai, sauf {who}."
    assert asked("duties", "--at", day)["duties"][0]["sentence"] == answer
    assert asked("calendar", "--from", day, "--to", day)["items"][0]["sentence"] == answer
    said = asked("qualify", root / "travaux.yml", "--at", day)
    (competence,) = said["cases"][0]["decides"]["rules"]
    assert competence["sentence"] == f"Le bureau décide, sauf {who}."
