"""The text that a draft starts from, asked of the project's cache: the same as worked out anew, whatever has changed since."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clausier.author.draft import base as of
from clausier.author.draft.draft import draft, start
from clausier.diagnostics import Refused
from clausier.source.acts import read_project
from clausier.store import CACHE
from draft.papers import CONVENTION
from support.projects import reworded, written

ACT = "avenant-2"
FILES = {
    "convention/convention.yml": CONVENTION,
    "convention/01-objet.md": "# Article 1 – Objet\n\nLe groupement achète du papier.\n\nIl dure trois ans.\n",
    "convention/02-membres.md": "# Article 2 – Membres\n\nLa durée est dite à l’article 1, alinéa 2.\n",
    "amendments/avenant-1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
    "amendments/avenant-1/01-durée.md": '---\nopérations:\n  - remplacer-mots: "1, al. 2"\n    mots: trois\n    par: quatre\n---\n'
    "# Article 1er – Durée\n\nAu deuxième alinéa de l’article 1, le mot « trois » est remplacé par le mot « quatre ».\n",
    f"{CACHE}/.gitignore": "*\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return written(tmp_path, FILES)


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects that were read, one for each time."""
    found: list[Path] = []
    read = read_project

    def reading(root: Path, cache: object = None) -> object:
        found.append(root)
        return read(root, cache)  # type: ignore[arg-type]  # as it was given

    monkeypatch.setattr(of, "read_project", reading)
    return found


def edited(project: Path) -> str:
    """What an amendment says that takes « Il dure quatre ans » away."""
    file = project / f"amendments/{ACT}/brouillon/01-1.md"
    text = file.read_text(encoding="utf-8")
    assert "Il dure quatre ans." in text or "réuni" in text
    file.write_text(text.replace("\nIl dure quatre ans.\n", "\nIl est réuni.\n"), encoding="utf-8")
    done = draft(project, ACT)
    (made,) = (project / f"amendments/{ACT}").glob("*.md")
    return made.read_text(encoding="utf-8") + "".join(one.words for one in done.left)


def test_what_is_kept_gives_what_reading_gives(project: Path, worked_out: list[Path]) -> None:
    start(project, ACT)
    first = edited(project)
    assert edited(project) == first
    assert len(worked_out) == 1
    index = project / f"amendments/{ACT}/avenant.yml"
    reworded(index, "Avenant n°", "Second avenant, n°")
    assert edited(project) == first
    assert len(worked_out) == 2  # it may say what has happened, on which other acts wait
    shutil.rmtree(project / CACHE)
    assert edited(project) == first
    assert len(worked_out) == 3


def test_a_draft_begins_no_cache(project: Path) -> None:
    shutil.rmtree(project / CACHE)
    start(project, ACT)
    edited(project)
    assert not (project / CACHE).exists()


def other_words(project: Path) -> None:
    file = project / "convention/02-membres.md"
    reworded(file, "dite", "fixée")


def another_act(project: Path) -> None:
    shutil.copytree(project / "amendments/avenant-1", project / "amendments/avenant-3")
    for file in (project / "amendments/avenant-3").iterdir():
        text = file.read_text(encoding="utf-8").replace("quatre", "cinq").replace("trois", "quatre")
        file.write_text(text.replace("avenant-1", "avenant-3").replace("2021", "2022"), encoding="utf-8")


def no_act(project: Path) -> None:
    shutil.rmtree(project / "amendments/avenant-1")


def an_empty_act(project: Path) -> None:
    (project / "amendments/avenant-4").mkdir()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (other_words, "the text has changed"),
        (another_act, "the text has changed"),
        (no_act, "the text has changed"),
        (an_empty_act, "the sources have errors"),
    ],
)
def test_what_is_kept_is_not_taken_where_a_source_has_changed(
    change: Callable[[Path], None], why: str, project: Path
) -> None:
    start(project, ACT)
    edited(project)
    change(project)
    with pytest.raises(Refused, match=why):
        draft(project, ACT)


def test_what_is_broken_or_of_another_text_is_not_taken(project: Path, worked_out: list[Path]) -> None:
    start(project, ACT)
    first = edited(project)
    kept = project / CACHE / "draft"
    data = kept.read_bytes()
    kept.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert edited(project) == first
    assert len(worked_out) == 2
    assert kept.read_bytes() == data


def test_what_is_wrong_in_another_draft_keeps_nobody_from_drafting(project: Path) -> None:
    start(project, ACT)
    first = edited(project)
    other = project / "amendments/avenant-9"
    written(
        other,
        {
            "avenant.yml": "id: avenant-9\ntitre: Avenant n° 9\nétat: projet\n",
            "01-fin.md": "---\nopérations:\n  - abroger: la suite\n---\n# Article 1\n\nLa suite est abrogée.\n",
        },
    )
    assert edited(project) == first


def test_a_draft_that_is_signed_already_is_made_on_the_text_before_it(project: Path) -> None:
    start(project, ACT)
    first = edited(project)
    reworded(project / f"amendments/{ACT}/avenant.yml", "état: projet", "signature: 2022-01-01")
    assert edited(project) == first


def test_what_is_laid_for_another_draft_changes_nothing_of_it(project: Path, worked_out: list[Path]) -> None:
    start(project, "avenant-9")
    start(project, ACT)
    first = edited(project)
    read = len(worked_out)
    (project / "amendments/avenant-9/brouillon/01-1.md").write_text("# Article 1 – Autre\n", encoding="utf-8")
    assert edited(project) == first
    assert len(worked_out) == read
