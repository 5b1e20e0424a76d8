"""A table that sets the words in force beside the new ones: each of its rows that differ is a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import Imported, import_act
from clausier.compile import compile_project
from clausier.french.comparison import compared
from intake.projects import paragraph, project, word
from intake.test_what_is_unsure import lines_of

HEAD = ("Rédaction actuelle", "Rédaction proposée")
TWO = ("Article 2 – Bureau", "Article 2 – Bureau")
MONTH = ("Le bureau se réunit chaque mois.", "Le bureau se réunit chaque semaine.")
THREE = ("Il compte trois membres.", "Il compte trois membres.")
Rows = tuple[tuple[str, ...], ...]


def imported(tmp_path: Path, rows: Rows, above: str = "AVENANT N° 1") -> Imported:
    tmp_path.mkdir(exist_ok=True)
    cells = (f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    body = f"{paragraph(above)}<w:tbl>{''.join(cells)}</w:tbl>{paragraph('Fait à Nord, le 12 février 2024')}"
    (tmp_path / "a.docx").write_bytes(word(body))
    return import_act(project(tmp_path / "p"), [tmp_path / "a.docx"], "avenant-1")


def test_each_row_that_differs_is_a_change(tmp_path: Path) -> None:
    lasts = ("La convention dure un an.", "La convention dure deux ans.")
    done = imported(tmp_path, (HEAD, TWO, MONTH, THREE, ("Article 3 – Durée", "Article 3 – Durée"), lasts))
    assert (done.unsure, done.read) == (0, 2)
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque semaine.", "Il compte trois membres."]
    assert lines_of(tmp_path, "3") == ["La convention dure deux ans."]
    found, _ = compile_project(tmp_path / "p")
    assert found is not None
    assert [d.code.id for d in found.diagnostics if d.code.id.startswith(("TXT20", "AMD"))] == []


def test_the_article_may_stand_before_its_words_in_both_cells(tmp_path: Path) -> None:
    done = imported(tmp_path, (HEAD, (f"Article 2 : {MONTH[0]}", f"Article 2 : « {MONTH[1]} »")))
    assert (done.unsure, done.read) == (0, 1)
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque semaine.", "Il compte trois membres."]


@pytest.mark.parametrize(
    "head", [("Article", "Au lieu de", "Lire"), ("Articles modifiés", "Texte en vigueur", "Texte proposé")]
)
@pytest.mark.parametrize("named", [("Article 2", "Article 3"), ("2", "3"), ("Article 2 – Bureau", "Article 3 – Durée")])
def test_a_column_may_name_the_article_of_each_row(
    tmp_path: Path, head: tuple[str, ...], named: tuple[str, str]
) -> None:
    done = imported(tmp_path, (head, (named[0], "chaque mois", "chaque semaine"), (named[1], "un an", "« deux ans »")))
    assert (done.unsure, done.read) == (0, 2)
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque semaine.", "Il compte trois membres."]
    assert lines_of(tmp_path, "3") == ["La convention dure deux ans."]


@pytest.mark.parametrize(
    "place",
    ["Article 2, dernier alinéa", "Articles 2 et 3", "Préambule", "Annexe 1", "Durée", "Article 1", "Article 9"],
)
def test_a_cell_that_places_its_row_elsewhere_is_not_taken_for_the_article_above(tmp_path: Path, place: str) -> None:
    first = ("Article 2", "chaque mois", "chaque semaine")
    done = imported(tmp_path, (("Article", "Au lieu de", "Lire"), first, (place, "Le bureau", "La présidence")))
    assert (done.unsure, done.read) == (1, 1)
    assert lines_of(tmp_path, "2")[0] == "Le bureau se réunit chaque semaine."


@pytest.mark.parametrize(
    "announced",
    [
        "Les articles ci-dessous sont modifiés ainsi qu’il suit :",
        "Les articles 2 et 3 sont modifiés selon le tableau ci-dessous :",
        "Les articles 2 et 3 sont modifiés conformément au tableau suivant :",
    ],
)
def test_what_announces_the_table_is_done_by_its_rows(tmp_path: Path, announced: str) -> None:
    rows = (("Article", "Au lieu de", "Lire"), ("Article 2", "trois", "cinq"), ("Article 3", "un an", "deux ans"))
    done = imported(tmp_path, rows, announced)
    assert (done.unsure, done.read) == (0, 2)
    assert (
        imported(tmp_path / "one", rows[:2], "Les articles 1 et 2 sont modifiés selon le tableau ci-dessous :").unsure
        == 1
    )


def test_the_new_words_are_compared_with_the_operations(tmp_path: Path) -> None:
    imported(tmp_path, (HEAD, TWO, MONTH))
    file = tmp_path / "p/amendments/avenant-1/00-ouverture.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('par: "Le bureau se réunit chaque semaine."', 'par: "Le bureau se réunit."'), encoding="utf-8"
    )
    found, _ = compile_project(tmp_path / "p")
    assert found is not None
    assert "TXT205" in [d.code.id for d in found.diagnostics]


@pytest.mark.parametrize(
    "row",
    [
        ("Le bureau se réunit le lundi.", "Le bureau se réunit le mardi."),  # which the text does not say
        ("", "Il a un président."),  # where, is not told
        ("Il compte trois membres.", ""),
    ],
)
def test_a_row_that_may_be_read_otherwise_is_asked_about(tmp_path: Path, row: tuple[str, str]) -> None:
    done = imported(tmp_path, (HEAD, TWO, row))
    assert (done.unsure, done.read) == (1, 0)
    assert (row[0] or row[1]) in done.units[0].questions[0].sentence


@pytest.mark.parametrize(
    "rows",
    [
        (("Membre", "Part"), MONTH),
        (HEAD[::-1], MONTH),
        ((*HEAD, "Motif"), (*MONTH, "un")),
        (HEAD,),
        (),
    ],
)
def test_another_table_says_nothing(rows: Rows) -> None:
    assert compared(rows) == ()
