"""A matter with a quorum or a majority of its own, beside words on second meetings and rounds that are stated for every matter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.calling import answer_of, called
from support.projects import written

FILES = {
    "convention/convention.yml": "id: essai\ntitre: Statuts\nsignature: 2020-01-01\n",
    "convention/01.md": (
        "# Article 1\n\nL’assemblée réunit les adhérents. Elle délibère si le tiers des adhérents sont là. À défaut, elle se réunit "
        "à nouveau, quinze jours après au moins, et délibère si le dixième des adhérents sont là. Elle décide, au premier tour, à la "
        "majorité absolue des suffrages exprimés.\n\n"
        "# Article 2\n\nLes statuts sont modifiés aux deux tiers des présents. Le quorum est alors de la moitié des adhérents. "
        "Ce quorum vaut à toute réunion.\n"
    ),
    "convention/01.regles.yml": """règles:
  - {id: adherents, nature: composition, article: "1", citation: réunit les adhérents, instance: ag, sièges: désignés}
  - {id: quorum, nature: quorum, article: "1", citation: "délibère si {seuil:fraction} des adhérents sont là. À défaut", instance: ag}
  - {id: seconde, nature: quorum, article: "1", citation: "{intervalle:durée} après au moins, et délibère si {seuil:fraction} des adhérents", instance: ag, convocation: seconde}
  - {id: majorite, nature: majorité, article: "1", citation: "à la {seuil:fraction} des suffrages exprimés", instance: ag, mesure: têtes, assiette: exprimés, tour: 1}
  - {id: statuts, nature: majorité, article: "2", citation: "aux {seuil:fraction} des présents", instance: ag, objet: statuts, mesure: têtes, assiette: présents}
  - {id: statuts-quorum, nature: quorum, article: "2", citation: "alors de {seuil:fraction} des adhérents", instance: ag, objet: statuts}
""",
}
NO_SECOND = (
    '  - {id: statuts-seconde, nature: quorum, article: "2", citation: Ce quorum vaut à toute réunion, instance: ag, objet: '
    "statuts, convocation: seconde, application: non}\n"
)
ALL = [f"adherent-{n}" for n in range(1, 13)]  # a third of twelve are 4, a half 6, a tenth 1,2


def vote(present: int, for_: int, matter: str = "", *, again: bool = False) -> dict[str, Any]:
    there = ALL[:present]
    ballots = {**dict.fromkeys(there, "against"), **dict.fromkeys(there[:for_], "for")}
    second = {"previous": {"date": "2021-04-25", "present": ALL[:1]}} if again else {}
    about = {"matter": matter} if matter else {}
    said = {"body": "ag", "date": "2021-05-10", "designated": {"ag": ALL}, "present": there, "ballots": ballots}
    return {**said, **about, **second}


def put(folder: Path, asked: dict[str, Any], more: str = "", *assumes: str) -> dict[str, Any]:
    rules = FILES["convention/01.regles.yml"] + more
    root = written(folder / "project", {**FILES, "convention/01.regles.yml": rules, "vote.json": json.dumps(asked)})
    answer: dict[str, Any] = answer_of("decide", root / "vote.json", *assumes, project=root)
    return answer


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (vote(3, 3), "no-quorum"),
        (vote(3, 3, again=True), "adopted"),
        (vote(1, 1, again=True), "no-quorum"),
        (vote(6, 4, "statuts"), "adopted"),
        (vote(5, 5, "statuts"), "no-quorum"),
        (vote(6, 4, "statuts", again=True), "adopted"),  # half of them are there: nothing is open
        (vote(3, 3, "statuts", again=True), "undetermined"),
        (vote(1, 1, "statuts", again=True), "no-quorum"),  # one of twelve is none under either reading
        (vote(6, 3, "statuts"), "rejected"),
        (vote(6, 4), "adopted"),
        # Four of seven are more than half, but not two thirds: the statutes' own majority goes before that of a first round.
        (vote(7, 4), "adopted"),
        (vote(7, 4, "statuts"), "rejected"),
    ],
)
def test_whether_a_second_meeting_is_one_for_a_matter_with_its_own_quorum_is_asked(
    asked: dict[str, Any], expected: str, tmp_path: Path
) -> None:
    assert put(tmp_path, asked)["outcome"] == expected


def test_each_reading_of_a_second_meeting_is_said_and_can_be_kept_to(tmp_path: Path) -> None:
    asked = vote(3, 3, "statuts", again=True)
    outcomes = {r["assumes"]["second-meeting"]: r["outcome"] for r in put(tmp_path, asked)["readings"]}
    assert outcomes == {"meets-again": "adopted", "meets-once": "no-quorum"}
    kept = put(tmp_path, asked, "", "--assume", "seconde-réunion=meets-once")
    assert (kept["outcome"], kept["quorum"]["met"]) == ("no-quorum", False)
    root = tmp_path / "project"
    said = called("decide", root / "vote.json", project=root).words
    assert "le texte ne dit pas si la seconde réunion prévue pour tous vaut pour lui." in said
    assert "  – ce qui est dit d’une seconde réunion vaut aussi pour cet objet : ADOPTÉ" in said.replace("\u00a0", " ")


def test_a_rule_says_that_a_matter_has_no_second_meeting(tmp_path: Path) -> None:
    assert put(tmp_path, vote(3, 3, "statuts", again=True), NO_SECOND)["outcome"] == "no-quorum"
    assert put(tmp_path, vote(6, 4, "statuts", again=True), NO_SECOND)["outcome"] == "adopted"
    assert put(tmp_path, vote(3, 3, again=True), NO_SECOND)["outcome"] == "adopted"


def test_a_second_meeting_shows_its_own_quorum_where_that_is_met_and_both_where_it_is_not(tmp_path: Path) -> None:
    met = put(tmp_path, vote(3, 3, again=True))["quorum"]
    assert (met["met"], {c["rule"] for c in met["conditions"]}) == (True, {"seconde"})
    missed = put(tmp_path, vote(1, 1, again=True))["quorum"]
    assert (missed["met"], {c["rule"] for c in missed["conditions"]}) == (False, {"quorum", "seconde"})
