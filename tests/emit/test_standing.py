"""How acts stand, and who the members are: what is certain, what is possible, what waits, and what is only a draft."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.calling import called
from support.paged import pages_of, words
from support.projects import sound, written


def act(number: int, dates: str, words: str, *headers: str, title: str = "", file: str = "01") -> dict[str, str]:
    folder = f"amendments/{number}"
    operations = "\n".join(f"  - {header}" for header in headers)
    heading = "# Article 1\n\n" if file == "01" else ""
    return {
        f"{folder}/avenant.yml": f"id: avenant-{number}\ntitre: {title or f'Avenant n° {number}'}\n{dates}\n",
        f"{folder}/{file}.md": f"---\nopérations:\n{operations}\n---\n{heading}{words}\n",
    }


FILES = {
    "convention/convention.yml": (
        "id: essai\ntitre: Essai\nsignature: 2020-01-01\nparties: [{id: a, nom: Commune A}, {id: b, nom: Commune B}]\n"
    ),
    "convention/01.md": "# Article 1\n\nUn.\n\n# Article 2\n\nDeux.\n\n# Article 3\n\nTrois.\n",
    **act(1, "signature: 2020-02-01", "L’article 1 est abrogé.", "abroger: 1"),
    **act(2, "signature: 2021", "La Commune C et la Commune D adhèrent.", "{adhésion: c, nom: Commune C}", "{adhésion: d, nom: Commune D}"),
    **act(3, "signature: 2022-01-01\nen-vigueur: {événement: extension}", "La Commune B se retire.", "retrait: b"),
    **act(4, "signature: 2023-01-01", "L’avenant n° 1 est annulé.", "annuler: avenant-1", title="Jugement du 1er janvier 2023"),
    **act(5, "état: projet", "La Commune E adhère. L’avenant n° 2 est annulé.", "{adhésion: e, nom: Commune E}", "annuler: avenant-2"),
    **act(6, "signature: 2023-02-01", "Des mots sont remplacés.", "{remplacer-mots: 2, mots: Deux, par: Second}", "{remplacer-mots: 3, mots: Trois, par: Tiers, en-vigueur: {événement: extension}, source: art. 1}"),
    **act(7, "signature: 2023-03-01", "À l’article 1, « Un » est remplacé par « Premier ».", "{remplacer-mots: 1, mots: Un, par: Premier}", file="00"),
}  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("standing"), FILES)


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, str]:
    return {path: words(page) for path, page in pages_of(sound(root, checks=False), root).items()}


def test_members_are_certain_or_possible_and_each_change_is_told(pages: dict[str, str]) -> None:
    """Two who joined on one unknown day of 2021: nobody knows since when in that year they are members."""
    coming, _, rest = pages["membres.md"].partition("## À compter du 31 décembre 2021 de façon certaine")
    now, _, before = rest.partition(
        "## Du 1er janvier 2020 au 31 décembre 2020, et peut-être jusqu’au 30 décembre 2021"
    )
    assert now.startswith(", et peut-être dès le 1er janvier 2021 {#depuis}")
    for member in ("Commune C", "Commune D"):
        assert f"Admet un membre : {member} ( Avenant n° 2, art. 1 )." in now
    assert "4 membres : Commune A Commune B Commune C Commune D" in now
    assert "2 membres : Commune A Commune B" in before
    assert (
        "Prend acte d’un retrait : Commune B ( Avenant n° 3, art. 1 ), en attente de l’événement « extension »"
        in coming
    )
    assert "Admet un membre : Commune E ( Avenant n° 5, art. 1 ), en projet" in coming
    assert "## À venir" in coming
    assert "Avenant n° 6" not in coming  # what waits there changes the text alone


def test_an_act_is_taken_into_account_or_waits_and_is_not_said_to_be_signed(pages: dict[str, str]) -> None:
    index = pages["avenants/index.md"]
    for name, state in (
        ("Avenant n° 1 le 1er février 2020 aucune", "annulé"),
        ("Avenant n° 3 le 1er janvier 2022 en attente de l’événement « extension »", "en attente"),
        ("Jugement du 1er janvier 2023 le 1er janvier 2023 le 1er janvier 2023 (date présumée)", "pris en compte"),
        ("Avenant n° 5 pas encore signé pas encore fixée", "projet"),
        ("Avenant n° 6 le 1er février 2023 le 1er février 2023 (date présumée)", "pris en compte en partie"),
    ):
        assert f"{name} {state}" in index
    assert "Ce que prévoyait cet acte" in pages["avenants/avenant-1.md"]
    assert "Ce que changera cet acte" in pages["avenants/avenant-3.md"]
    assert "Ce que changerait cet acte" in pages["avenants/avenant-5.md"]
    assert "Ce que change cet acte" in pages["avenants/avenant-6.md"]


def test_what_other_acts_do_to_an_act_is_told_in_words(root: Path) -> None:
    one, two, *_ = called("acts", project=root, code=0).words.partition("avenant-1 – ")[2].split("\n\n")
    assert one.splitlines()[0] == "Avenant n° 1 (acte annulé)"
    assert "  annulation : avenant-4, art. 1\n" in f"{one}\n"
    assert "  annulation : avenant-5, art. 1 (pas encore en vigueur)\n" in f"{two}\n"


def test_words_are_said_to_be_of_the_part_of_the_act_that_wrote_them(root: Path) -> None:
    told = called("blame", "1", project=root, code=0).words
    assert re.search(r"^avenant-7, ouverture +1  Premier", told, re.MULTILINE)
