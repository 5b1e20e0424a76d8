"""The act that the project was made from, imported, against the same act entered by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clausier.author.intake.form import Grid
from clausier.author.intake.intake import Imported, import_act
from clausier.author.intake.text import read_text
from clausier.check.agreement import disagreements
from clausier.consolidate import consolidate
from clausier.model.provision import Alinea, Provision, Table
from clausier.source.acts import read_project
from intake.projects import paragraph, word
from support.projects import ROOT

SIGNED = ROOT / "amendments/2022-avenant-1/source.txt"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("convention")
    shutil.copytree(ROOT / "convention", root / "convention")
    return root


@pytest.fixture(scope="module")
def imported(project: Path) -> Imported:
    return import_act(project, [SIGNED], "essai")


def latest(root: Path) -> dict[str, Provision]:
    corpus, _ = read_project(root)
    assert corpus is not None
    timeline, _ = consolidate(corpus)
    return {p.number: p for p in timeline.versions[-1].document.walk() if p.number}


def words(provision: Provision | None) -> object:
    """All that a reader sees of a provision, its sub-articles aside."""
    if provision is None:
        return None
    lines: list[object] = [provision.title()]
    for block in provision.blocks:
        match block:
            case Alinea(label=label, depth=depth, item=item, text=text):
                lines.append((label.chars if label else "", depth, item, text.chars))
            case Table(rows=rows):
                lines.append([[cell.chars for cell in row] for row in rows])
            case _:
                lines.append("lacune")
    return lines


def test_every_provision_reads_as_entered_by_hand(imported: Imported, project: Path) -> None:
    assert imported.folder
    by_hand, by_import = latest(ROOT), latest(project)
    differ = {n for n in by_hand.keys() | by_import.keys() if words(by_hand.get(n)) != words(by_import.get(n))}
    assert differ == set()


def test_the_operations_are_those_written_by_hand(imported: Imported) -> None:
    assert [operation for unit in imported.units for operation in unit.operations] == [
        'remplacer: "2"',
        'renommer: "6", intitulé: Coordonnateur et Pilote du groupement de commandes',
        'compléter: "6"',
        'remplacer: "7.1"',
        'remplacer: "8"',
    ]
    assert imported.errors == ()


def test_what_is_imported_agrees_with_its_sentences(imported: Imported, project: Path) -> None:
    assert imported.folder
    corpus, found = read_project(project)
    assert corpus is not None
    timeline, _ = consolidate(corpus)
    assert [d.code.id for d in disagreements(corpus, timeline, found) if d.severity == "error"] == []


def test_a_member_that_nobody_knows_is_asked_about_and_so_is_the_merger(imported: Imported) -> None:
    assert ["Alsace" in q.sentence for q in imported.questions] == [True]
    assert any("issue de la fusion" in q.sentence for q in imported.units[0].questions)


def test_the_article_that_says_which_text_prevails_changes_nothing(imported: Imported) -> None:
    assert imported.units[-1].without == "primauté"


def test_the_nine_known_members_sign_and_the_year_is_all_that_is_known_of_the_day(
    imported: Imported, project: Path
) -> None:
    index = (project / imported.folder / "avenant.yml").read_text(encoding="utf-8")
    assert index.count("  - partie: ") == 9
    assert "    représentée-par: Madame Chaynesse KHIROUNI\n" in index
    assert "\nsignature: 2022\n" in index


def test_the_act_is_kept_to_the_byte(imported: Imported, project: Path) -> None:
    assert (project / imported.folder / "source.txt").read_bytes() == SIGNED.read_bytes()


def test_the_act_typed_in_word_reads_as_its_text_does(imported: Imported, project: Path, tmp_path: Path) -> None:
    body = ""
    for block in read_text(SIGNED.read_text(encoding="utf-8")).blocks:
        if isinstance(block, Grid):
            rows = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in block.rows)
            body += "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
        elif block.depth:
            listed = f'<w:numPr><w:ilvl w:val="{block.depth - 1}"/><w:numId w:val="1"/></w:numPr>'
            body += paragraph(block.text, listed)
        else:
            body += paragraph(block.text)
    level = '<w:lvl w:ilvl="{}"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    bullets = (
        f'<w:abstractNum w:abstractNumId="0">{level.format(0)}{level.format(1)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    (tmp_path / "avenant.docx").write_bytes(word(body, numbering=bullets))
    (tmp_path / "p").mkdir()
    shutil.copytree(ROOT / "convention", tmp_path / "p/convention")
    by_word = import_act(tmp_path / "p", [tmp_path / "avenant.docx"], "essai")
    assert by_word.units == imported.units
    own = sorted(p.name for p in (project / imported.folder).glob("*.md"))
    assert len(own) == 8
    for name in own:
        made = tmp_path / "p" / by_word.folder / name
        assert made.read_text(encoding="utf-8") == (project / imported.folder / name).read_text(encoding="utf-8")
