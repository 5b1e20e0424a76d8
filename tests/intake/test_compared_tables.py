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


def imported(tmp_path: Path, rows: Rows) -> Imported:
    cells = (f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    body = f"{paragraph('AVENANT N° 1')}<w:tbl>{''.join(cells)}</w:tbl>{paragraph('Fait à Nord, le 12 février 2024')}"
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
