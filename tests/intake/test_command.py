"""`clausier import`, as it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.projects import ACT, project, signed
from support.calling import answer_of, called


def test_the_summary_tells_what_was_read_what_is_unsure_and_what_changes_nothing(tmp_path: Path) -> None:
    text = ACT.replace("Article 2 – Entrée", "Article 2 – Autres\n\nL’article 9 est abrogé.\n\nArticle 3 – Entrée")
    said = called("import", signed(tmp_path, text), "--as", "avenant-1", project=project(tmp_path / "p"), code=1)
    assert '  ✓ remplacer: "2"\n' in said.stdout
    assert "  ? L’article 9 est abrogé. (aucune lecture ne convient au texte en vigueur)\n" in said.stdout
    assert "  – ne change rien (entrée en vigueur)\n" in said.stdout
    assert said.words.endswith(
        "Opérations lues : 1 ; questions : 1 ; articles qui ne changent rien : 1 ; "
        "fichiers écrits : 7, laissés tels quels : 0.\n"
    )


def test_the_answer_in_json_is_as_its_schema_has_it(tmp_path: Path) -> None:
    answer = answer_of("import", signed(tmp_path), "--as", "avenant-1", project=project(tmp_path / "p"))
    assert (answer["read"], answer["unsure"], answer["articles"][0]["operations"]) == (1, 0, ['remplacer: "2"'])


def test_a_refusal_is_a_sentence_and_ends_with_one(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    (tmp_path / "scan.txt").write_bytes(b"")
    said = called("import", tmp_path / "scan.txt", "--as", "avenant-1", project=root, code=1)
    assert said.stderr.startswith("clausier: ")
    assert not (root / "amendments").exists()


def test_a_file_that_does_not_exist_makes_the_call_wrong(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    said = called("import", signed(tmp_path), tmp_path / "absent.txt", "--as", "avenant-1", project=root, code=2)
    assert said.stderr.startswith("clausier: il n’y a pas de fichier «\u00a0")
    assert not (root / "amendments").exists()


@pytest.mark.parametrize(
    ("title", "folder"),
    [
        ("AVENANT N° 1", "avenant-1"),
        ("Avenant numéro 12 à la convention du jardin partagé", "avenant-12"),
        ("Avenant n° 2 bis", "avenant-2-bis"),
    ],
)
def test_an_act_has_the_name_of_the_number_in_its_title(tmp_path: Path, title: str, folder: str) -> None:
    root = project(tmp_path / "p")
    called("import", signed(tmp_path, ACT.replace("AVENANT N° 1", title)), project=root)
    assert [p.name for p in (root / "amendments").iterdir()] == [folder]


@pytest.mark.parametrize("title", ["AVENANT DU 12 FÉVRIER 2024", "Avenant n° 1 à l’avenant n° 3", "CONVENTION N° 4"])
def test_an_act_whose_title_bears_no_number_is_asked_its_name(tmp_path: Path, title: str) -> None:
    root = project(tmp_path / "p")
    said = called("import", signed(tmp_path, ACT.replace("AVENANT N° 1", title)), project=root, code=2)
    assert f"(«\u00a0{title}\u00a0»)\u00a0: dire son nom court (--as avenant-2)" in said.stderr
    assert not (root / "amendments").exists()


def test_where_there_is_no_convention_nothing_is_written(tmp_path: Path) -> None:
    called("import", signed(tmp_path), "--as", "avenant-1", project=tmp_path, code=1)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["avenant.txt"]
