"""A page that counts the members says from which day on these are they, where its text begins before."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from clausier.emit.site import coalitions, duties, members
from clausier.emit.site.atlas import Atlas, atlas
from support.calling import called
from support.projects import sound, written

SOURCES = {
    "convention/convention.yml": (
        "id: essai\ntitre: Essai\nsignature: 2020-01-01\nparties: [{id: a, nom: Commune A}, {id: b, nom: Commune B}]\n"
    ),
    "convention/01.md": "# Article 1\n\nChaque commune paie sa part.\n",
    "convention/01.regles.yml": 'règles:\n  - {id: part, nature: obligation, article: "1", citation: paie sa part, débiteur: membres, action: payer}\n',
    "amendments/1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2026-07-01\n",
    "amendments/1/01.md": (
        "---\nopérations:\n  - {retrait: a, en-vigueur: 2029-01-01}\n---\n# Article 1\n\n"
        "La Commune A se retire à compter du 1er janvier 2029.\n"
    ),
}
SAID = 'Sont comptés ici <a href="membres.html">les membres</a> à compter du 1er\u00a0janvier\u00a02029.'


@pytest.mark.parametrize("page", [coalitions.markdown, duties.markdown], ids=["coalitions", "duties"])
def test_who_is_to_leave_is_not_silently_left_out(page: Callable[[Atlas], str], tmp_path: Path) -> None:
    of = atlas(sound(written(tmp_path, SOURCES)))
    assert SAID in page(of)


def test_what_falls_on_each_is_told_of_those_who_stay(tmp_path: Path) -> None:
    page = duties.markdown(atlas(sound(written(tmp_path, SOURCES))))
    assert re.findall(r'<tr><th scope="row">(.+?)</th>', page) == ["Commune B"]


@pytest.mark.parametrize("page", [coalitions.markdown, duties.markdown], ids=["coalitions", "duties"])
def test_where_the_text_begins_later_nothing_is_said(page: Callable[[Atlas], str], tmp_path: Path) -> None:
    later = {
        "amendments/2/avenant.yml": "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2030-01-01\n",
        "amendments/2/01.md": (
            '---\nopérations:\n  - {remplacer-mots: "1", mots: sa part, par: sa quote-part}\n---\n# Article 1\n\n'
            "Les mots « sa part » sont remplacés par les mots « sa quote-part ».\n"
        ),
        "convention/01.regles.yml": SOURCES["convention/01.regles.yml"].replace("paie sa part", "Chaque commune paie"),
    }
    of = atlas(sound(written(tmp_path, {**SOURCES, **later})))
    assert "Sont comptés ici" not in page(of)


def test_the_members_before_are_told_from_the_last_to_the_first(tmp_path: Path) -> None:
    joined = {
        "amendments/2/avenant.yml": "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2027-01-01\n",
        "amendments/2/01.md": "---\nopérations:\n  - {adhésion: c, nom: Commune C}\n---\n# Article 1\n\nLa Commune C adhère.\n",
    }
    page = members.markdown(atlas(sound(written(tmp_path, {**SOURCES, **joined}))))
    lists = [re.findall(r"<li>(Commune .)</li>", part) for part in page.split("\n## ")[1:]]
    assert lists == [["Commune B", "Commune C"], ["Commune A", "Commune B", "Commune C"], ["Commune A", "Commune B"]]


def test_where_nobody_is_named_no_member_is_counted(tmp_path: Path) -> None:
    statutes = {
        "convention/convention.yml": "id: essai\ntitre: Statuts\nsignature: 2020-01-01\n",
        "convention/01.md": SOURCES["convention/01.md"],
    }
    page = members.markdown(atlas(sound(written(tmp_path, statutes))))
    assert "La fiche de la convention n’en nomme aucun." in page
    assert "0\u00a0membre" not in page


@pytest.mark.parametrize("call", [("duties",), ("coalitions", "conseil")], ids=["duties", "coalitions"])
def test_a_command_without_a_date_says_so_too(call: tuple[str, ...], tmp_path: Path) -> None:
    rules = SOURCES["convention/01.regles.yml"] + (
        '  - {id: siege, nature: composition, article: "1", citation: Chaque commune, instance: conseil, sièges: membres}\n'
    )
    root = written(tmp_path, {**SOURCES, "convention/01.regles.yml": rules})
    assert called(*call, project=root, code=0).stdout.endswith(
        "\n\nMembres comptés\u00a0: ceux à compter du 1er\u00a0janvier\u00a02029.\n"
    )
    assert "Membres comptés" not in called(*call, "--at", "2027-01-01", project=root, code=0).stdout
