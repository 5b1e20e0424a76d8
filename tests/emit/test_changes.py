"""What changed between two versions, as it is read: figures whole, rows beside their own, a place that is the right one alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.consolidate import Timeline
from clausier.emit.changes import Change, changes, word_by_word
from clausier.export.compare import compared
from clausier.text import Text, join
from support.paged import pages_of
from support.projects import sound, written

FILES = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
    "convention/01.md": (
        "# Article 1 – Voix\n\nLa participation est de 40 000 euros.\n\n"
        "| Membre | Voix |\n| --- | --- |\n| Commune de Belroc | 2 |\n| Commune de Cazals | 1 |\n| Commune de Dauroux | 1 |\n"
    ),
    "convention/02.md": "# Article 2 – Siège\n\nLe siège est à Belroc.\n\n## 1. Bureau\n\nIl est ouvert le lundi.\n",
    "convention/03.md": "# Annexe 1 – Agents\n\n## Article 2 – Travail\n\nLe travail est de 35 heures.\n",
    "convention/03.regles.yml": (
        "règles:\n  - {id: travail, nature: obligation, article: 'annexe 1, 2', citation: Le travail est de, débiteur: agents, action: travailler}\n"
    ),
    "amendments/a/avenant.yml": "id: a\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
    "amendments/a/01.md": (
        "---\nopérations:\n"
        "  - {remplacer-mots: '1, al. 1', mots: 40 000 euros, par: 45 000 euros}\n"
        "  - {supprimer-ligne: '1, tableau 1, ligne \"Commune de Belroc\"'}\n"
        "  - {remplacer-ligne: '1, tableau 1, ligne \"Commune de Cazals\"', cellules: [Commune de Cazals, '2']}\n"
        "  - {remplacer-mots: '2, 1', mots: lundi, par: mardi}\n"
        "  - {remplacer-mots: 'annexe 1, 2', mots: 35 heures, par: 1 607 heures}\n"
        "---\n# Article 1\n\nLa convention est ainsi modifiée.\n"
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("changes"), FILES)


@pytest.fixture(scope="module")
def timeline(root: Path) -> Timeline:
    return sound(root, checks=False).timeline


@pytest.fixture(scope="module")
def found(timeline: Timeline) -> dict[str, Change]:
    old, new = timeline.versions
    return {change.number: change for change in changes(old.document, new.document)}


def marked(change: Change) -> list[tuple[str, str]]:
    return [(s.op, s.text) for s in change.segments if s.op != "equal"]


def test_a_figure_goes_and_comes_whole(found: dict[str, Change]) -> None:
    assert marked(found["1"])[:2] == [("delete", "40 000"), ("insert", "45 000")]
    assert marked(found["annexe 1, article 2"]) == [("delete", "35"), ("insert", "1 607")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("soit 2 euros", "soit 2,50 euros", ["-2", "+2,50"]),
        ("soit 20,00 €", "soit 25,00 €", ["-20,00", "+25,00"]),
        ("voir 8.1", "voir 8.2", ["-8.1", "+8.2"]),
        ("le 1er mai 2020", "le 2 mai 2020", ["-1er", "+2"]),
        ("de 1\u00a0607 heures", "de 1\u00a0650 heures", ["-1\u00a0607", "+1\u00a0650"]),
        ("l’article L. 2113-6", "l’article L. 2113-7", ["-2113-6", "+2113-7"]),
        ("12 1234", "12 1235", ["-1234", "+1235"]),  # no thousands
        ("10 mots", "10 000 mots", ["-10", "+10 000"]),
    ],
)
def test_a_figure_is_one_word(before: str, after: str, expected: list[str]) -> None:
    segments = word_by_word(Text(before), Text(after))
    assert [f"{'-' if s.op == 'delete' else '+'}{s.text}" for s in segments if s.op != "equal"] == expected


def test_a_figure_that_two_acts_wrote_is_told_as_the_work_of_the_one_that_changed_it() -> None:
    old = Text("soit 2 euros").written("convention", 0)
    for parts in (("soit 2", ",50", " euros"), ("soit ", "1", "2 euros")):
        first, new, last = (Text(words) for words in parts)
        text = join((first.written("convention", 0), new.written("avenant-1", 0), last.written("convention", 6)))
        (come,) = [s for s in word_by_word(old, text) if s.op == "insert"]
        assert come.origin == "avenant-1"


def test_a_row_stands_beside_the_one_of_the_same_name(found: dict[str, Change]) -> None:
    """Belroc goes; the two others stay, and one of them has another figure."""
    assert marked(found["1"])[2:] == [("delete", "Commune de Belroc | 2\n"), ("delete", "1"), ("insert", "2")]


def test_what_is_counted_anew_is_named_behind_what_it_is_part_of(found: dict[str, Change]) -> None:
    assert {number: change.heading for number, change in found.items()} == {
        "1": "Article 1 – Voix",
        "2, 1": "Article\u00a02, 1. Bureau",
        "annexe 1, article 2": "Annexe 1, Article 2 – Travail",
    }


def test_so_it_is_in_the_documents_and_on_the_site(root: Path, timeline: Timeline) -> None:
    old, new = timeline.versions
    titles = [part.title for part in compared(old.document, new.document)]
    assert titles[-2:] == ["Annexe 1 – Agents", "Annexe 1, Article 2 – Travail"]
    pages = {path: text.replace("\u00a0", " ") for path, text in pages_of(sound(root, checks=False), root).items()}
    assert "Annexe 1, Article 2 – Travail (modifié)" in pages["comparer/convention_a.md"]
    assert "Lire Annexe 1, Article 2 – Travail dans" in pages["comparer/convention_a.md"]
    assert "à l’annexe 1, 2" in pages["avenants/a.md"]
    assert ">annexe 1, article 2</a>" in pages["avenants/a.md"]
    assert ">Annexe 1, article 2</a>" in pages["couverture.md"]
    assert ">annexe 1, article 2" in pages["regles.md"]


def test_an_article_of_an_act_is_named_once_whatever_its_sentences(root: Path) -> None:
    pages = pages_of(sound(root, checks=False), root)
    assert pages["comparer/convention_a.md"].count("Avenant n°\u00a01, art.\u00a01") == 3  # one for each provision
