"""`clausier export`: what it writes, where, and what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clausier.cli import cli
from clausier.cli.framework import run
from export.test_pdf import read
from export.word_reader import Table, body, text
from support.calling import Ended, called
from support.projects import copied, reworded
from support.trees import tree


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The real convention, in a folder of its own."""
    return copied(tmp_path / "projet")


def exported(project: Path, *arguments: object, code: int = 0) -> Ended:
    return called("export", *arguments, project=project, code=code)


def test_without_a_name_the_file_is_called_after_its_version(project: Path) -> None:
    path = project / "exports" / "avenant-1.docx"
    assert exported(project, "docx").stdout == f"écrit\u00a0: {path}\n"
    assert any("COGOUV" in line for line in text(path))
    assert [p for p in project.rglob("*") if p.is_file() and p.suffix not in {".md", ".yml", ".txt"}] == [path]


def test_a_provision_is_exported_with_those_below_it_and_nothing_else(project: Path) -> None:
    exported(project, "docx", "6.3", "--version", "avenant-1")
    assert text(project / "exports" / "avenant-1-6.3.docx") == [
        "Heading1||6.3 – Désignation du pilote",
        "Alinea|1|Les membres du groupement délèguent la direction du programme ENT à la Région Grand Est.",
    ]


def test_a_redline_takes_versions_or_days_and_goes_where_it_is_told(project: Path) -> None:
    exported(project, "docx", "--from", "2018-04-01", "--to", "avenant-1", "--out", project / "envoi" / "r.docx")
    heading = "Heading1||Article 6 – Coordonnateur {}du groupement de commandes"
    assert heading.format("et Pilote ") in text(project / "envoi" / "r.docx")
    assert heading.format("") in text(project / "envoi" / "r.docx", accept=False)
    exported(project, "docx", "--version", "convention", "--out", project / "envoi" / "v.docx")
    assert heading.format("") in text(project / "envoi" / "v.docx")


def test_a_proposal_is_compared_with_the_text_that_it_would_change(project: Path, tmp_path: Path) -> None:
    base = tmp_path / "base"
    shutil.copytree(project, base)
    for path in (project / "amendments").rglob("03-*"):  # the article, and the rules that quote it
        reworded(path, "ne donne pas lieu", "donne lieu")
    exported(project, "docx", "--against", base)
    exported(project, "docx", "--against", base, "--columns")
    redline = project / "exports" / "proposition-avenant-1.docx"
    came, gone = (
        set(text(redline)) - set(text(redline, accept=False)),
        set(text(redline, accept=False)) - set(text(redline)),
    )
    assert [line.split("|", 2)[2] for line in came] == ["La mission du pilote donne lieu à indemnisation."]
    assert [line.split("|", 2)[2] for line in gone] == ["La mission du pilote ne donne pas lieu à indemnisation."]
    for named in (redline, columns := project / "exports" / "tableau-proposition-avenant-1.docx"):
        said = [b.text for b in body(named) if not isinstance(b, Table)]
        assert "Proposition\u00a0: ce qu’elle change au texte en vigueur (version issue de l’avenant n°\u00a01)" in said
    heads = [b.rows[0] for b in body(columns) if isinstance(b, Table)]
    assert heads == [["Avant la proposition", "Avec la proposition"]]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["--from", "convention", "--to", "avenant-1"], "convention-avenant-1.docx"),
        (["--from", "convention", "--columns"], "tableau-convention-avenant-1.docx"),
        (["--act", "avenant-1"], "acte-avenant-1.docx"),
        (["--at", "2020-01-01"], "convention.docx"),
        (["--at", "2022-08-01"], "texte-2022-08-01.docx"),
    ],
)
def test_each_document_has_a_name_of_its_own(project: Path, arguments: list[str], name: str) -> None:
    exported(project, "docx", *arguments)
    assert [p.name for p in project.rglob("*.docx")] == [name]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["8.3"], "8.3 – Comité de Gouvernance (COGOUV)"),
        (["--from", "convention"], "De la version initiale"),
        (["--act", "avenant-1"], "Acte tel que signé"),
        (["--at", "2022-08-01"], "Passage indéterminé"),
    ],
)
def test_each_document_is_a_page_and_a_pdf_too(project: Path, arguments: list[str], said: str) -> None:
    exported(project, "html", *arguments)
    exported(project, "pdf", *arguments)
    written, page = sorted((project / "exports").iterdir(), key=lambda p: p.suffix, reverse=True)
    assert (written.suffix, page.suffix) == (".pdf", ".html")
    assert said in page.read_text(encoding="utf-8")
    assert said.replace("\u00a0", " ") in read(written.read_bytes())


def test_the_file_may_go_to_the_output(project: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit):
        run(cli, ["export", "docx", "6.3", "--out", "-", "--project", str(project)])
    assert len(text(capfdbinary.readouterr().out)) == 2
    assert sorted(p.name for p in project.iterdir()) == ["amendments", "convention"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["docx", "8.3", "--at", "2022-08-01"], 1, "le texte indéterminé (convention, avenant-1)"),
        (["docx", "--from", "2022-08-01"], 1, "le texte indéterminé (convention, avenant-1)"),
        (["docx", "8.9"], 1, "8.9\u00a0: n’existe pas dans la version «\u00a0avenant-1\u00a0»"),
        (["docx", "3, al. 2"], 1, "3, al. 2\u00a0: inconnu dans la version «\u00a0avenant-1\u00a0»"),
        (["docx", "--at", "2023-01-01", "--version", "avenant-1"], 2, "pas les deux"),
        (["docx", "8.3", "--from", "convention"], 2, "un document à la fois"),
        (["docx", "--act", "avenant-1", "--version", "avenant-1"], 2, "un document à la fois"),
        (["docx", "--columns"], 2, "--columns compare deux versions"),
        (["docx", "--act", "avenant-7"], 1, "pas d’acte «\u00a0avenant-7\u00a0» (il y a\u00a0: convention, avenant-1)"),
        (["docx", "--out", "../dehors.docx"], 2, "hors du dossier de la convention"),
        (["docx", "--out", "site"], 2, "n’est pas un fichier"),
        (["docx", "--out", "convention"], 2, "parmi les sources"),
        (["html", "--out", "convention/convention.yml"], 2, "parmi les sources"),
        (["docx", "--out", "site/../amendments/2022-avenant-1/avenant-1.docx"], 2, "parmi les sources"),
        (["odt"], 2, "valeur refusée pour FORMAT (choix\u00a0: docx"),
    ],
)
def test_what_cannot_be_exported_is_refused_and_nothing_is_written(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(project)
    (project / "site").mkdir()
    before = tree(project)
    assert said in exported(project, *arguments, code=code).stderr
    assert tree(project) == before
    assert sorted(p.name for p in project.parent.rglob("*.docx")) == []


def test_a_link_that_leads_out_of_the_project_is_no_place_to_write_to(project: Path) -> None:
    (project / "lien").symlink_to(project.parent, target_is_directory=True)
    exported(project, "docx", "--out", project / "lien" / "x.docx", code=2)
    assert not (project.parent / "x.docx").exists()


def test_a_file_that_cannot_be_written_leaves_the_former_one(project: Path) -> None:
    (project / "envoi").write_text("un fichier, là où il faudrait un dossier")
    assert "OUT101" in exported(project, "docx", "--out", project / "envoi" / "x.docx", code=1).stderr
    assert (project / "envoi").read_text() == "un fichier, là où il faudrait un dossier"
