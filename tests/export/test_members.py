"""The members in a document of a version: those of its days, not of its first alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.export.composed import Composed, version_composed
from clausier.export.identity import Identity, members, signatures
from clausier.export.page import page
from clausier.export.pdf import pdf
from clausier.export.word.document import word
from export.test_pdf import read
from export.word_reader import body
from support.projects import sound, written

SOURCES = {
    "convention/convention.yml": (
        "id: essai\ntitre: Essai\nsignature: 2020-01-01\nparties: [{id: a, nom: Commune A}, {id: b, nom: Commune B}]\n"
    ),
    "convention/01.md": "# Article 1\n\nLes communes se groupent.\n",
    "amendments/1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2022-07-01\n",
    "amendments/1/01.md": "---\nopérations:\n  - {adhésion: c, nom: Commune C}\n---\n# Article 1\n\nLa Commune C adhère.\n",
    "amendments/2/avenant.yml": "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2024-07-01\n",
    "amendments/2/01.md": "---\nopérations:\n  - retrait: a\n---\n# Article 1\n\nLa Commune A se retire.\n",
}
"""No act changes a word: one version, of which the members change twice."""
TO_A_FORM = {
    "amendments/2/avenant.yml": "id: avenant-2\ntitre: Avenant n° 2\nsignature: {pas-avant: 2024-01-01, pas-après: 2024-07-01, motif: blanc}\n"
}


def listed(folder: Path, **changed: str) -> dict[str, tuple[str, ...]]:
    timeline = sound(written(folder, {**SOURCES, **changed})).timeline
    return {
        name: tuple(cell.replace("\u00a0", " ") for cell in cells) for name, cells in members(timeline.latest, timeline)
    }


def test_each_member_who_is_not_one_all_the_time_has_its_days(tmp_path: Path) -> None:
    assert listed(tmp_path) == {
        "Membre": ("Commune A", "Commune B", "Commune C"),
        "Jours": ("du 1er janvier 2020 au 30 juin 2024", "", "à compter du 1er juillet 2022"),
    }


def test_days_that_are_open_are_told_as_such(tmp_path: Path) -> None:
    assert listed(tmp_path, **TO_A_FORM)["Jours"] == (
        "du 1er janvier 2020 au 31 décembre 2023, et peut-être jusqu’au 30 juin 2024",
        "",
        "à compter du 1er juillet 2022",
    )


def test_members_who_do_not_change_have_no_days(tmp_path: Path) -> None:
    words = "---\nsans-effet: exposé\n---\n# Article 1\n\nSans effet.\n"
    same = {"amendments/1/01.md": words, "amendments/2/01.md": words}
    assert listed(tmp_path, **same) == {"Membre": ("Commune A", "Commune B")}


def test_a_draft_that_names_nobody_is_to_be_signed_by_the_last_members(tmp_path: Path) -> None:
    draft = {"amendments/2/avenant.yml": "id: avenant-2\ntitre: Avenant n° 2\nétat: projet\n"}
    found = sound(written(tmp_path, {**SOURCES, **draft}))
    parties, _, _ = signatures(found.timeline, found.corpus.amendments[1])
    assert parties == ("Partie", ("Commune A", "Commune B", "Commune C"))


def test_a_version_that_is_never_certain_has_the_members_that_its_last_act_makes(tmp_path: Path) -> None:
    words = "---\nopérations: [{remplacer-mots: '1', mots: %s, par: %s}%s]\n---\n# Article 1\n\nLes mots changent.\n"
    changed = {
        "amendments/1/avenant.yml": TO_A_FORM["amendments/2/avenant.yml"].replace("2\n", "1\n"),
        "amendments/1/01.md": words % ("communes", "villes", ""),
        "amendments/2/avenant.yml": "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2024-03-01\n",
        "amendments/2/01.md": words % ("se groupent", "s’unissent", ", {retrait: a}"),
    }
    timeline = sound(written(tmp_path, {**SOURCES, **changed})).timeline
    (alone,) = [v for v in timeline.versions if v.acts == ("convention", "avenant-2")]
    assert alone.first is None
    assert members(alone, timeline) == (("Membre", ("Commune B",)),)


def test_a_version_has_the_members_of_its_own_days(tmp_path: Path) -> None:
    changed = SOURCES["amendments/2/01.md"].replace(
        "  - retrait: a\n", '  - retrait: a\n  - {remplacer-mots: "1", mots: communes, par: villes}\n'
    )
    timeline = sound(written(tmp_path, {**SOURCES, "amendments/2/01.md": changed})).timeline
    old, new = timeline.versions
    assert [members(version, timeline)[0][1] for version in (old, new)] == [
        ("Commune A", "Commune B", "Commune C"),
        ("Commune B", "Commune C"),
    ]
    assert [len(members(version, timeline)) for version in (old, new)] == [2, 1]


def said_in(form: str, composed: Composed) -> str:
    """All the words of the document, set as that sort of file."""
    match form:
        case "docx":
            said = str(body(word(composed))).replace("\\xa0", " ")
        case "html":
            said = page(composed)
        case _:
            said = " ".join(read(pdf(composed)).split())
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_every_sort_of_document_has_the_days(tmp_path: Path, form: str) -> None:
    timeline = sound(written(tmp_path, SOURCES)).timeline
    assert "du 1er janvier 2020 au 30 juin 2024" in said_in(form, version_composed(timeline, timeline.latest))


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_every_sort_of_document_has_all_that_stands_around_the_text(form: str) -> None:
    said = Identity(title="Papier", running="", named="Telle version", header="", notes=("Rédigé ici.",), partial=True)
    people = (("Partie", ("Ville du Nord",)), ("Représentée par", ("Madame Une, maire",)), ("Signature", ("",)))
    composed = Composed(said=said, signatures=people, unnamed="Signataires à vérifier.", editors_notes=("Lu ainsi.",))
    found = said_in(form, composed)
    for words in (
        *("Papier", "Telle version", "Seuls les originaux signés font foi.", "Texte incomplet : il peut exister"),
        *("Rédigé ici.", "Signataires à vérifier.", "Partie", "Ville du Nord", "Représentée par", "Madame Une, maire"),
        *("Signature", "Notes d’édition", "Lu ainsi."),
    ):
        assert words in found
