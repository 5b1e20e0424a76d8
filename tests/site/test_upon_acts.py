"""What acts do to other acts is told wherever a reader meets these: annulled, postponed, amended while they wait, not yet dated."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from clausier.compile import Compiled
from clausier.export.identity import of_act
from clausier.export.templates.act import act_data
from clausier.export.templates.fill import fill
from clausier.export.templates.find import templates
from support.paged import pages_of
from support.projects import ROOT, sound, written

FILES = {
    "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\ncomplète: oui\n",
    "convention/01.md": "# Article 1\n\nUn.\n",
    "convention/02.md": "# Article 2\n\nDeux.\n",
    "convention/03.md": "# Article 3\n\nTrois.\n",
    "amendments/a/avenant.yml": "id: avenant-1\ntitre: Avenant A\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
    "amendments/a/01.md": "---\nopérations: [{abroger: 1}]\n---\n# Article 1\n\nL’article 1 est abrogé.\n",
    "amendments/b/avenant.yml": "id: avenant-2\ntitre: Avenant B\nsignature: 2021-02-01\nen-vigueur: 2022-01-01\n",
    "amendments/b/01.md": (
        "---\nopérations: [{remplacer: 2}]\n---\n# Article 1\n\nL’article 2 est ainsi rédigé :\n\n> Quatre.\n"
    ),
    "amendments/c/avenant.yml": "id: avenant-3\ntitre: Avenant C\nsignature: 2021-03-01\nen-vigueur: 2021-03-01\n",
    "amendments/c/01.md": (
        "---\nopérations:\n  - {reporter: avenant-2, au: 2023-01-01}\n  - {suspendre: 3, jusqu-au: 2021-08-31}\n"
        "  - {remplacer-mots: 'avenant-2, 1', mots: Quatre, par: Cinq}\n---\n"
        "# Article 1\n\nL’avenant B est reporté au 1er janvier 2023 ; « Quatre » y est remplacé par « Cinq ». L’article 3 est suspendu.\n"
    ),
    "amendments/d/avenant.yml": "id: avenant-4\ntitre: Avenant D\nsignature: 2022-05-01\nen-vigueur: {événement: fin-des-travaux}\n",
    "amendments/d/01.md": (
        "---\nopérations:\n  - {remplacer-mots: 3, mots: Trois, par: Six}\n  - {annuler: avenant-3}\n---\n"
        "# Article 1\n\nÀ l’article 3, « Trois » est remplacé par « Six ». L’avenant C est annulé.\n"
    ),
    "amendments/e/avenant.yml": "id: avenant-5\ntitre: Jugement E\nsignature: 2024-05-10\nen-vigueur: 2024-05-10\n",
    "amendments/e/01.md": "---\nopérations: [{annuler: avenant-1}]\n---\n# Article 1\n\nL’avenant A est annulé.\n",
    "amendments/g/avenant.yml": "id: avenant-7\ntitre: Avenant G\nsignature: 2021-06-01\nen-vigueur: 2021-06-01\n",
    "amendments/g/01.md": (
        "---\nopérations:\n  - {proroger: 3, jusqu-au: 2021-11-30}\n"
        "  - {compléter: 3, jusqu-au: 2021-11-30}\n---\n"
        "# Article 1\n\nLa suspension de l’article 3 est prorogée ; il est complété par :\n\n> En attendant.\n"
    ),
    "amendments/f/avenant.yml": "id: avenant-6\ntitre: Avenant F\nétat: projet\n",
    "amendments/f/01.md": (
        "---\nopérations:\n  - {suspendre: 3, en-vigueur: 2031-01-01, source: art. 1, jusqu-au: 2031-12-31}\n"
        "  - {supprimer-ligne: '2, tableau 1, ligne \"Nord\"'}\n---\n"
        "# Article 1\n\nL’article 3 est suspendu du 1er janvier au 31 décembre 2031.\n"
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("upon_acts"), FILES)


@pytest.fixture(scope="module")
def compiled(root: Path) -> Compiled:
    return sound(root)


@pytest.fixture(scope="module")
def pages(compiled: Compiled, root: Path) -> dict[str, str]:
    return pages_of(compiled, root)


def words(html: str) -> str:
    """The words of a page, with plain spaces."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", html)))


def row(pages: dict[str, str], name: str) -> str:
    """What the list of amendments says of one."""
    found = next(r for r in pages["avenants/index.md"].split("<tr>") if f">{name}<" in r)
    return words(found.replace("</td>", " "))


def test_an_annulled_act_says_so_and_by_what(pages: dict[str, str]) -> None:
    said = words(pages["avenants/avenant-1.md"])
    assert "Annulé, comme s’il n’avait jamais existé, par Jugement E, art. 1." in said
    assert "Entrée en vigueur : aucune." in said
    assert "Ce que change cet acte" not in said
    assert row(pages, "Avenant A").split()[-2:] == ["aucune", "annulé"]
    assert "NotInForce" in pages["avenants/avenant-1.md"]
    assert "Annulé, comme" not in words(pages["avenants/avenant-3.md"])  # what would annul it still waits


def test_an_annulment_is_a_change_though_it_begins_no_version(pages: dict[str, str]) -> None:
    said = words(pages["index.md"]).partition("Ce qui a changé en dernier")[2]
    assert said.index("Jugement E, à compter du 10 mai 2024 :") < said.index(
        "Avenant B, à compter du 1er janvier 2023 :"
    )


def test_the_day_of_a_postponed_act_is_the_later_one_everywhere(pages: dict[str, str]) -> None:
    assert "Entrée en vigueur : le 1er janvier 2023, par report (Avenant C, art. 1)." in words(
        pages["avenants/avenant-2.md"]
    )
    assert "le 1er janvier 2023 pris en compte" in row(pages, "Avenant B")
    assert "Avenant B, art. 1 à compter du 1er janvier 2023" in words(pages["articles/2.md"])
    assert [p for p, text in pages.items() if "1er janvier 2022" in words(text)] == []
    assert "Reporte l’entrée en vigueur de « Avenant B » au 1er janvier 2023." in words(pages["avenants/avenant-3.md"])


def test_an_act_amended_while_it_waited_says_so(pages: dict[str, str]) -> None:
    assert "Modifié par Avenant C, art. 1. Les mots ci-dessous sont ceux qui ont été signés." in words(
        pages["avenants/avenant-2.md"]
    )
    assert "Modifié" not in words(pages["avenants/avenant-3.md"])


def test_a_draft_without_a_day_has_none(pages: dict[str, str]) -> None:
    assert "Entrée en vigueur : pas encore fixée." in words(pages["avenants/avenant-6.md"])
    assert row(pages, "Avenant F").endswith("pas encore signé pas encore fixée projet ")
    assert [p for p, text in pages.items() if "9999" in text and not p.startswith(("guide/", "controles/"))] == []


def test_what_has_days_of_its_own_says_them(pages: dict[str, str]) -> None:
    said = words(pages["avenants/avenant-6.md"])
    assert "suspend l’article 3, jusqu’au 31 décembre 2031 (à compter du 1er janvier 2031)" in said


def test_what_waits_for_an_event_says_it_in_words(pages: dict[str, str]) -> None:
    for path in ("avenants/avenant-4.md", "avenants/index.md", "index.md", "versions/index.md"):
        assert "en attente de l’événement « fin des travaux »" in words(pages[path]), path


def test_the_key_of_marks_has_the_acts_that_wrote_and_no_others(pages: dict[str, str]) -> None:
    key = words(pages["articles/index.md"].partition('class="legend"')[2].partition("</div>")[0])
    assert "Avenant B" in key
    assert [name for name in ("Avenant A", "Avenant D", "Jugement E") if name in key] == []


def test_an_article_tells_what_is_to_change_in_it(pages: dict[str, str]) -> None:
    said = words(pages["articles/3.md"])
    waits = "Avenant D, art. 1, en attente de l’événement « fin des travaux »"
    assert f"À venir, sans être encore dans ce texte : {waits} ; Avenant F, art. 1, en projet." in said
    assert "À venir" not in words(pages["articles/2.md"])


def test_what_has_ended_is_told_with_its_end_as_it_was_moved(pages: dict[str, str]) -> None:
    now, _, before = words(pages["articles/3.md"]).partition("Rédactions antérieures")
    assert "Suspension : A3 Avenant C, art. 1 du 1er mars 2021 au 30 novembre 2021" in now
    assert "Modifié aussi par : A4 Avenant G, art. 1 du 1er juin 2021 au 30 novembre 2021" in now
    assert "Suspendu : A3 Avenant C, art. 1 du 1er mars 2021 au 30 novembre 2021" in before


def test_the_glossary_says_of_which_version_it_is(pages: dict[str, str]) -> None:
    assert "Texte consolidé, version issue de l’avenant G, en vigueur" in words(pages["glossaire.md"])


def test_documents_say_what_has_become_of_an_act(compiled: Compiled) -> None:
    timeline = compiled.timeline
    acts = {act.id: act for act in compiled.corpus.acts}
    notes = {name: " ".join(of_act(timeline, act).notes).replace("\u00a0", " ") for name, act in acts.items()}
    assert "Annulé, comme s’il n’avait jamais existé, par « Jugement E »." in notes["avenant-1"]
    assert "(annulé)" in of_act(timeline, acts["avenant-1"]).header
    assert of_act(timeline, acts["avenant-1"]).title == "Avenant A"
    assert "Entrée en vigueur reportée par « Avenant C » : le 1er janvier 2023." in notes["avenant-2"]
    assert "Modifié par « Avenant C »." in notes["avenant-2"]
    assert "par" not in notes["avenant-7"]


def test_a_draft_s_papers_name_no_act_that_was_annulled(compiled: Compiled) -> None:
    draft = next(act for act in compiled.corpus.amendments if act.draft)
    named = [before["titre"] for before in act_data(compiled, draft)["precedents"]]
    assert named == ["Avenant B", "Avenant C", "Avenant G", "Avenant D", "Jugement E"]


def test_a_draft_s_report_says_that_the_convention_was_amended_by_acts_that_did(compiled: Compiled) -> None:
    """The judgment only annulled; it is cited among what came before all the same."""
    draft = next(act for act in compiled.corpus.amendments if act.draft)
    report, problems = fill(ROOT, templates(ROOT)[0]["rapport"], act_data(compiled, draft))
    assert problems == ()
    assert report is not None
    told = next(line for line in report.splitlines() if "déjà été modifiée" in line)
    assert told == "Elle a déjà été modifiée par l’avenant B, l’avenant C, l’avenant G et l’avenant D."
    decision, _ = fill(ROOT, templates(ROOT)[0]["deliberation"], act_data(compiled, draft))
    assert decision is not None
    assert "Vu l’acte «\u00a0Jugement E\u00a0»" in decision


def test_a_row_is_named_between_french_quotes(pages: dict[str, str]) -> None:
    assert "Supprime une ligne : l’article 2, tableau 1, ligne « Nord »." in words(pages["avenants/avenant-6.md"])
