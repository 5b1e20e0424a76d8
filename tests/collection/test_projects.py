"""What a folder, or a list, names as the conventions of a collection; and calls that name none."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.collection.projects import projects
from clausier.diagnostics import Refused
from support.calling import called


def home(folder: Path, *names: str) -> Path:
    """A folder of folders that look like projects."""
    for name in names:
        (folder / name / "convention").mkdir(parents=True)
        (folder / name / "convention/convention.yml").write_text("", encoding="utf-8")
    return folder


def named(collection: Path, out: Path | None = None) -> list[str]:
    return [project.name for project in projects(collection, out)]


def listed(folder: Path, text: str) -> Path:
    (folder / "liste.txt").write_text(text, encoding="utf-8")
    return folder / "liste.txt"


def test_a_folder_holds_the_projects_below_it_at_any_depth_but_none_inside_another(tmp_path: Path) -> None:
    home(tmp_path, "nord/a", "nord/b", "c", "c/dedans", ".cachée", "nord/.cachée", "c/build/x")
    (tmp_path / "rien").mkdir()
    (tmp_path / "lien").symlink_to(tmp_path / "c", target_is_directory=True)
    assert named(tmp_path) == ["c", "nord/a", "nord/b"]


def test_outputs_stand_in_each_project_or_below_a_folder_under_its_name(tmp_path: Path) -> None:
    home(tmp_path, "nord/a")
    (inside,) = projects(tmp_path)
    assert (inside.root, inside.out) == (tmp_path / "nord/a", tmp_path / "nord/a/build")
    (elsewhere,) = projects(tmp_path, tmp_path / "sorties")
    assert elsewhere.out == tmp_path / "sorties/nord/a"


def test_a_list_names_a_folder_a_line_from_its_own(tmp_path: Path) -> None:
    home(tmp_path, "nord/a", "b", "c")
    found = projects(listed(tmp_path, "\ufeff# les conventions du nord\r\n\r\n  nord/a/ \r\n./c\r\n"))
    assert [(p.name, p.root) for p in found] == [("c", tmp_path / "c"), ("nord/a", tmp_path / "nord/a")]
    assert named(listed(tmp_path, "absente\n")) == ["absente"]  # its build says so


@pytest.mark.parametrize(
    ("text", "out", "why"),
    [
        ("# rien\n", None, "no convention in"),
        ("nord/a\nc\nnord/./a\n", None, "in the list twice (line 3)"),
        ("nord\nnord/a\n", None, "“nord/a” is inside “nord”"),
        ("../ailleurs\n", "sorties", "not below the folder of the list"),
        ("/ailleurs\n", "sorties", "not below the folder of the list"),
    ],
)
def test_a_list_that_cannot_be_built_is_refused(text: str, out: str | None, why: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        projects(listed(tmp_path, text), tmp_path / out if out else None)
    assert why in str(refused.value)


def test_a_list_may_name_folders_anywhere_where_outputs_stay_in_them(tmp_path: Path) -> None:
    (project,) = projects(listed(tmp_path, "../ailleurs\n"))
    assert project.out == (tmp_path / "../ailleurs/build").absolute()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--collection", "{}"], "aucune convention dans"),
        (["--collection", "{}/absente"], "absente\u00a0» n’est ni un dossier ni une liste qui se lise"),
        (["--collection", "{}/octets"], "n’est ni un dossier ni une liste qui se lise"),
        (["--collection", "{}", "--project", "{}"], "--collection et --project s’excluent l’un l’autre"),
        (["--collection", "{}", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"], "--scheduler et --jobs s’excluent"),
        (["--collection", "{}", "--jobs", "0"], "valeur refusée pour --jobs (un nombre entier, au moins 1)"),
        (["--jobs", "2"], "--jobs demande --collection ou --site"),
        (["--force"], "--force demande --collection"),
        (["--scheduler", "tcp://127.0.0.1:1"], "--scheduler demande --collection"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(arguments: list[str], said: str, tmp_path: Path) -> None:
    (tmp_path / "octets").write_bytes(b"\xff\xfe\x00")
    assert said in called("build", *(word.format(tmp_path) for word in arguments), code=2).stderr


def test_without_dask_or_its_scheduler_the_call_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call = ["build", "--collection", str(home(tmp_path, "a")), "--scheduler", "tcp://127.0.0.1:1"]
    monkeypatch.setattr("clausier.collection.cluster.PATIENCE", "0.1s")
    for gone, said in ((False, "pas d’ordonnanceur Dask à l’adresse tcp://127.0.0.1:1"), (True, "clausier[cluster]")):
        if gone:
            monkeypatch.setitem(__import__("sys").modules, "distributed", None)
        assert said in called(*call, code=2).stderr
