"""A part of an article as a target: its alinéas bear the numbers of the article, and what is said of it is of it alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.calling import answer_of, called
from support.projects import written

SHEET = "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n"
ARTICLE = """# Article 1 – Tâches

Il faut :

- 1° savoir ;
- 2° pouvoir ;
- 3° vouloir.

| Qui | Combien |
|---|---|
| Aube | 2 |
| Marne | 3 |

Il suffit. Rien de plus.
"""
FIRST = """---
opérations:
  - insérer-après: 1, 1°
    dit: est inséré
  - renuméroter: ["1, 2°", "1, 3°"]
    en: ["3°", "4°"]
    dit: deviennent
---
# Article 1

Après le 1° de l’article 1, est inséré un 2° ainsi rédigé :

> - « 2° devoir ; »

Les 2° et 3° deviennent respectivement les 3° et 4°.
"""
SECOND = """---
opérations:
  - remplacer-mots: 1, 3°
    mots: pouvoir
    par: bien pouvoir
  - renommer: 1
    intitulé: Verbes
---
# Article 1

Au 3° de l’article 1, le mot « pouvoir » est remplacé par les mots « bien pouvoir ». L’article 1 est intitulé « Verbes ».
"""
FILES = {
    "convention/convention.yml": SHEET,
    "convention/01.md": ARTICLE,
    "amendments/avenant-1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-01\n",
    "amendments/avenant-1/01.md": FIRST,
    "amendments/avenant-2/avenant.yml": "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2022-01-01\n",
    "amendments/avenant-2/01.md": SECOND,
}
OLDER = {**FILES, "convention/convention.yml": f"{SHEET}alinéas: phrases\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    written(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize(
    ("target", "numbers"),
    [
        ("1, 3°", [4]),
        ("1, al. 2 à 3", [2, 3]),
        ("1, al. -1", [6]),
        ("1, al. 6, phr. 2", [6]),
        ("1", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_an_alinea_bears_the_number_by_which_its_article_has_it(project: Path, target: str, numbers: list[int]) -> None:
    assert [a["n"] for a in answer_of("show", target, project=project)["provision"]["alineas"]] == numbers
    assert [a["n"] for p in answer_of("blame", target, project=project)["provisions"] for a in p["alineas"]] == numbers
    shown = called("show", target, project=project).stdout.splitlines()[3:]
    assert [int(line[:4]) for line in shown if line[:4].strip().isdigit()] == numbers


def test_where_a_list_is_one_alinea_with_its_introduction_so_it_is_numbered(tmp_path: Path) -> None:
    written(tmp_path, OLDER)
    assert [a["n"] for a in answer_of("show", "1", project=tmp_path)["provision"]["alineas"]] == [1, 1, 1, 1, 1, 2]
    assert called("blame", "1", project=tmp_path).stdout.count("·") == 4
    margins = [
        line[:6].strip() for line in called("show", "1", project=tmp_path).stdout.splitlines()[3:] if line.strip()
    ]
    assert margins == ["1", "·", "·", "·", "·", "", "", "", "", "2"]
    assert (
        answer_of("show", "1, al. 2", project=tmp_path)["provision"]["alineas"][0]["text"] == "Il suffit. Rien de plus."
    )


@pytest.mark.parametrize(
    ("before", "after", "target", "kinds"),
    [
        ("avenant-1", "avenant-2", "1, 1°", []),
        ("avenant-1", "avenant-2", "1, 3°", ["changed"]),
        ("avenant-1", "avenant-2", "1, titre", ["changed"]),
        ("convention", "avenant-1", "1, titre", []),
        ("convention", "avenant-1", "1, tableau 1", []),
        (
            "convention",
            "avenant-1",
            "1, al. 3",
            ["changed"],
        ),  # what was the 2° became the 3°, another came in its place
    ],
)
def test_what_changed_elsewhere_in_the_article_is_no_change_of_the_part(
    project: Path, before: str, after: str, target: str, kinds: list[str]
) -> None:
    found = answer_of("diff", before, after, target, project=project)["changes"]
    assert [change["kind"] for change in found] == kinds


def test_the_words_of_a_part_are_followed_under_the_labels_that_they_have_borne(project: Path) -> None:
    found = answer_of("history", "1, 3°", project=project)["wordings"]
    said = [[(a["label"], a["text"]) for a in w["provision"]["alineas"]] for w in found]
    assert said == [[("2°", "pouvoir ;")], [("3°", "pouvoir ;")], [("3°", "bien pouvoir ;")]]
    assert [[a["n"] for a in w["provision"]["alineas"]] for w in found] == [[3], [4], [4]]


def test_the_history_of_an_alinea_begins_with_the_sentence_that_inserted_it(project: Path) -> None:
    found = answer_of("history", "1, 2°", project=project)["wordings"]
    assert [w["version"] for w in found] == ["avenant-1"]


def test_a_table_stands_among_the_alineas_where_the_article_has_it(project: Path) -> None:
    said = called("blame", "1", project=project).stdout.splitlines()
    row = next(i for i, line in enumerate(said) if "Aube" in line)
    assert "vouloir" in said[row - 2]
    assert "Il suffit" in said[row + 2]


@pytest.mark.parametrize(
    "target",
    ["1", "1, 2°", "1, al. 5, phr. 2", "1, titre", "1, tableau 1", '1, tableau 1, ligne "Aube"'],
)
def test_the_hash_that_is_shown_of_a_part_is_the_one_to_which_an_operation_on_it_is_held(
    tmp_path: Path, target: str
) -> None:
    written(tmp_path, {path: text for path, text in FILES.items() if path.startswith("convention/")})
    shown = called("show", target, "--hash", project=tmp_path).stdout.strip()
    order = (
        f"---\nopérations:\n  - remplacer-mots: '{target}'\n    mots: {{}}\n    par: autre\n    empreinte: {{}}\n---\n"
    )
    article = "# Article 1\n\nLe mot est remplacé par un autre.\n"
    words = {"1": "savoir", "1, titre": "Tâches", "1, 2°": "pouvoir"}.get(target, "Aube")
    words = "plus" if "phr" in target else words
    sheet = "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-01\n"
    for expected, codes in ((shown[:12], []), ("0123456789ab", ["AMD111"])):
        text = order.format(words, expected) + article
        written(tmp_path, {"amendments/avenant-1/avenant.yml": sheet, "amendments/avenant-1/01.md": text})
        found = answer_of("check", project=tmp_path, code=1 if codes else 0)["diagnostics"]
        assert [d["code"] for d in found if d["code"] == "AMD111"] == codes


def test_of_a_table_a_row_is_shown_below_its_header(project: Path) -> None:
    shown = answer_of("show", '1, tableau 1, ligne "Aube"', project=project)["provision"]["tables"]
    assert [table["rows"] for table in shown] == [[["Qui", "Combien"], ["Aube", "2"]]]
