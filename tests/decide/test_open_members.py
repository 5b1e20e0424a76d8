"""While the day on which a member joined is open, each text that is possible has the members that it makes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausier.cli import cli
from projects import written

FILES = {
    "convention/convention.yml": (
        "id: essai\ntitre: Essai\nsignature: 2020-01-01\nparties: [{id: a, nom: Commune A}, {id: b, nom: Commune B}]\n"
    ),
    "convention/01.md": (
        "# Article 1\n\nChaque commune siège au conseil. Il décide à la majorité de 60 % des voix.\n\n"
        "| Commune | Voix |\n|---|---|\n| Commune A | 3 |\n| Commune B | 2 |\n"
    ),
    "convention/01.regles.yml": (
        "règles:\n"
        '  - {id: siege, nature: composition, article: "1", citation: Chaque commune siège au conseil, instance: conseil, sièges: membres}\n'
        '  - {id: voix, nature: voix, article: "1", instance: conseil, tableau: {membre: Commune, voix: Voix}}\n'
        '  - {id: seuil, nature: majorité, article: "1", citation: "à la majorité de {s:pourcentage} des voix", instance: conseil, assiette: ensemble}\n'
    ),
    "amendments/1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2022\nen-vigueur: signature\n",
    "amendments/1/01.md": (
        "---\nopérations:\n  - {adhésion: c, nom: Commune C}\n"
        '  - {ajouter-ligne: "1, tableau 1", cellules: [Commune C, "5"]}\n---\n'
        "# Article 1\n\nLa Commune C adhère au groupement. Au tableau de l’article 1, une ligne est ajoutée.\n"
    ),
}
VOTE = {"body": "conseil", "date": "2022-06-01", "present": ["a", "b"], "ballots": {"a": "for", "b": "for"}}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("open-members"), FILES)


def decided(root: Path, **changed: object) -> dict[str, object]:
    (root / "vote.json").write_text(json.dumps({**VOTE, **changed}), encoding="utf-8")
    call = ["decide", str(root / "vote.json"), "--format", "json", "--project", str(root)]
    answer = json.loads(CliRunner().invoke(cli, call, obj="fr").stdout)
    return {c["version"]: c.get("outcome", c.get("status")) for c in answer.get("candidates", [answer])}


def test_each_possible_text_counts_its_own_members(root: Path) -> None:
    """All five votes of two members are enough; of the ten votes of three, five are not six."""
    assert decided(root) == {"convention": "adopted", "avenant-1": "rejected"}


def test_who_is_perhaps_a_member_votes_where_it_is_one(root: Path) -> None:
    ballots = {"a": "for", "b": "for", "c": "for"}
    assert decided(root, present=["a", "b", "c"], ballots=ballots) == {"convention": "refused", "avenant-1": "adopted"}


def test_before_and_after_the_open_days_the_members_are_certain(root: Path) -> None:
    assert decided(root, date="2021-12-31") == {"convention": "adopted"}
    assert decided(root, date="2022-12-31") == {"avenant-1": "rejected"}
