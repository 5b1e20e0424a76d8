"""`clausier import`, as it is called."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from clausier import schemas
from clausier.cli import cli
from intake.projects import ACT, project, signed


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args], obj="fr")


def test_the_summary_tells_what_was_read_what_is_unsure_and_what_changes_nothing(tmp_path: Path) -> None:
    text = ACT.replace("Article 2 – Entrée", "Article 2 – Autres\n\nL’article 9 est abrogé.\n\nArticle 3 – Entrée")
    said = run("import", signed(tmp_path, text), "--as", "avenant-1", "--project", project(tmp_path / "p"))
    assert said.exit_code == 1
    assert '  ✓ remplacer: "2"\n' in said.output
    assert "  ? L’article 9 est abrogé. (aucune lecture ne convient au texte en vigueur)\n" in said.output
    assert "  – ne change rien (entrée en vigueur)\n" in said.output
    assert said.output.replace("\u00a0", " ").endswith(
        "Opérations lues : 1 ; questions : 1 ; articles qui ne changent rien : 1 ; "
        "fichiers écrits : 7, laissés tels quels : 0.\n"
    )


def test_the_answer_in_json_is_as_its_schema_has_it(tmp_path: Path) -> None:
    said = run(
        "import", signed(tmp_path), "--as", "avenant-1", "--project", project(tmp_path / "p"), "--format", "json"
    )
    answer = json.loads(said.output)
    Draft202012Validator(schemas.load("import")).validate(answer)
    assert said.exit_code == 0
    assert (answer["read"], answer["unsure"], answer["articles"][0]["operations"]) == (1, 0, ['remplacer: "2"'])


def test_a_refusal_is_a_sentence_and_ends_with_one(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    said = run("import", tmp_path / "absent.txt", "--as", "avenant-1", "--project", root)
    assert said.exit_code == 1
    assert said.output.startswith("clausier: il n’y a pas de fichier « ")
    assert not (root / "amendments").exists()


def test_the_name_of_the_act_is_asked_for(tmp_path: Path) -> None:
    said = run("import", signed(tmp_path))
    assert said.exit_code == 2


def test_where_there_is_no_convention_nothing_is_written(tmp_path: Path) -> None:
    said = run("import", signed(tmp_path), "--as", "avenant-1", "--project", tmp_path)
    assert said.exit_code == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["avenant.txt"]
