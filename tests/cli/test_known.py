"""`clausier show --known`: the text of a day as it was known on another, before formalities and events had come."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.calling import answer_of, called
from support.projects import written

FORMALITIES = """en-vigueur: caractère-exécutoire
signataires: [{partie: aube}, {partie: marne}]
formalités:
  aube: {signature: 2021-01-10, transmission: 2021-01-12, publication: 2021-01-15}
  marne: {signature: 2021-03-01, transmission: 2021-03-02, publication: 2021-03-03}
"""
EVENT = "en-vigueur: {événement: extension, puis: premier-du-mois-suivant}\névénements: {extension: 2021-03-03}\n"


@pytest.mark.parametrize(
    ("dates", "known", "words"),
    [
        (FORMALITIES, "2021-03-03", "Deux."),
        (FORMALITIES, "2021-03-02", "Un."),
        (FORMALITIES.replace("caractère-exécutoire", "dernière-signature"), "2021-03-01", "Deux."),
        (FORMALITIES.replace("caractère-exécutoire", "dernière-signature"), "2021-02-28", "Un."),
        (EVENT, "2021-03-03", "Deux."),
        (EVENT, "2021-03-02", "Un."),
        ("en-vigueur: 2021-03-03\n", "2021-01-10", "Deux."),
    ],
)
def test_what_had_not_come_was_still_awaited(tmp_path: Path, dates: str, known: str, words: str) -> None:
    parties = "parties: [{id: aube, nom: Aube}, {id: marne, nom: Marne}]\n"
    files = {
        "convention/convention.yml": f"id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n{parties}",
        "convention/01.md": "# Article 1\n\nUn.\n",
        "amendments/avenant-1/avenant.yml": f"id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-10\n{dates}",
        "amendments/avenant-1/01.md": (
            "---\nopérations:\n  - remplacer: 1\n---\n# Article 1\n\nL’article 1 est ainsi rédigé :\n\n> Deux.\n"
        ),
    }
    written(tmp_path, files)
    answer = answer_of("show", "1", "--at", "2021-05-01", "--known", known, project=tmp_path)
    assert [a["text"] for a in answer["provision"]["alineas"]] == [words]
    assert bool(answer["to_come"]) == (words == "Un.")


@pytest.mark.parametrize(("known", "status"), [("2021-03-03", "in-force"), ("2021-03-02", "suspended")])
def test_an_end_that_had_not_come_was_still_awaited(tmp_path: Path, known: str, status: str) -> None:
    files = {
        "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
        "convention/01.md": "# Article 1\n\nUn.\n",
        "amendments/avenant-1/avenant.yml": (
            "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-10\névénements: {reprise: 2021-03-03}\n"
        ),
        "amendments/avenant-1/01.md": (
            "---\nopérations:\n  - suspendre: 1\n    jusqu-au: {événement: reprise}\n---\n# Article 1\n\n"
            "L’article 1 est suspendu jusqu’à la reprise.\n"
        ),
    }
    answer = answer_of("show", "1", "--at", "2021-05-01", "--known", known, project=written(tmp_path, files))
    assert answer["provision"]["status"] == status


@pytest.mark.parametrize(
    ("signed", "known", "code"),
    [
        ("2020-01-02", "2020-01-02", 0),
        ("2020-01-02", "2020-01-01", 1),
        ("2020-01", "2020-01-01", 0),
        ("2020-01", "2019-12-31", 1),
    ],
)
def test_nothing_is_known_of_a_convention_before_it_is_signed(
    tmp_path: Path, signed: str, known: str, code: int
) -> None:
    sheet = f"id: essai\ntitre: Convention d’essai\nsignature: {signed}\nen-vigueur: 2020-02-01\n"
    written(tmp_path, {"convention/convention.yml": sheet, "convention/01.md": "# Article 1\n\nUn.\n"})
    ended = called("show", "1", "--at", "2020-02-01", "--known", known, project=tmp_path, code=code)
    assert ("Un." in ended.stdout) == (not code)
    assert ended.stderr == (f"clausier: la convention n’était pas signée le {known}\n" if code else "")
