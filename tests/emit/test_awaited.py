"""What a date waits for is called as its act calls it, wherever a person reads it; programs keep the id."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.calling import answer_of, called
from support.paged import pages_of
from support.projects import sound, written

FILES = {
    "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\n",
    "convention/01.md": "# Article 1\n\nUn.\n\n# Article 2\n\nDeux.\n\n# Article 3\n\nTrois.\n",
    "amendments/a/avenant.yml": (
        "id: avenant-1\ntitre: Avenant A\nsignature: 2021-01-01\nen-vigueur: {événement: notification-de-l-avenant}\n"
    ),
    "amendments/a/01.md": (
        "---\nopérations:\n  - {remplacer-mots: 1, mots: Un, par: Une}\n---\n# Article 1\n\n"
        "À l’article 1, « Un » est remplacé par « Une ». Le présent avenant entre en vigueur à la notification de l'avenant.\n"
    ),
    "amendments/b/avenant.yml": "id: avenant-2\ntitre: Avenant B\nsignature: 2021-02-01\n",
    "amendments/b/01.md": (
        "---\nopérations:\n  - {remplacer-mots: 2, mots: Deux, par: Second, en-vigueur: {événement: reception-des-equipements}, source: art. 1}\n"
        "  - {remplacer-mots: 3, mots: Trois, par: Troisième, en-vigueur: {événement: fin-du-chantier}, source: art. 1}\n"
        "---\n# Article 1\n\nÀ la réception des équipements, à l’article 2, « Deux » est remplacé par « Second » ; le chantier "
        "terminé, à l’article 3, « Trois » l’est par « Troisième ».\n"
    ),
}
WAITS = {
    "notification-de-l-avenant": "notification de l’avenant",
    "reception-des-equipements": "réception des équipements",
    "fin-du-chantier": "fin du chantier",  # nowhere in the act: the words of the id
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("awaited")
    return written(made, FILES)


def test_the_site_calls_each_event_as_the_act_does(root: Path) -> None:
    pages = pages_of(sound(root), root)
    for path, names in (
        ("index", WAITS),
        ("versions/index", WAITS),
        ("articles/2", ["reception-des-equipements"]),
        ("avenants/avenant-1", ["notification-de-l-avenant"]),
    ):
        page = pages[f"{path}.md"]
        for event in names:
            assert f"de l’événement «\u00a0{WAITS[event]}\u00a0»" in page, (path, event)
            assert event.replace("-", " ") not in page or event.replace("-", " ") == WAITS[event]


def test_the_commands_do_too(root: Path) -> None:
    shown = called("show", project=root, code=0).stdout
    assert all(f"(en attente de l’événement «\u00a0{event}\u00a0»)" in shown for event in WAITS.values())
    assert "(notification de l’avenant)" in called("acts", project=root, code=0).stdout


def test_a_program_reads_the_id(root: Path) -> None:
    coming = answer_of("show", project=root)["to_come"]
    assert {c["because"] for c in coming} == set(WAITS)
    acts = answer_of("acts", project=root)["acts"]
    assert [a["because"] for a in acts if a["id"] == "avenant-1"] == ["notification-de-l-avenant"]


def test_formalities_that_are_missing_are_told_in_words(tmp_path: Path) -> None:
    event = "{événement: notification-de-l-avenant}"
    written(tmp_path, {path: words.replace(event, "caractère-exécutoire") for path, words in FILES.items()})
    assert "(en attente du caractère exécutoire)" in called("show", project=tmp_path, code=0).stdout


def test_what_was_awaited_then_is_called_so_too(tmp_path: Path) -> None:
    index = f"{FILES['amendments/a/avenant.yml']}événements: {{notification-de-l-avenant: 2021-03-02}}\n"
    written(tmp_path, {**FILES, "amendments/a/avenant.yml": index})
    told = "(en attente de l’événement «\u00a0notification de l’avenant\u00a0»)"
    assert told in called("show", "--known", "2021-03-01", project=tmp_path, code=0).stdout
    assert told not in called("show", "--known", "2021-03-02", project=tmp_path, code=0).stdout
