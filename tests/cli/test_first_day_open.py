"""A convention whose own first day is not known: until the last possible one, no command takes its text for certain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.calling import answer_of, called
from support.projects import written

FILES = {
    "convention/convention.yml": (
        "id: essai\ntitre: Convention d’essai\n"
        "signature: {pas-avant: 2020-01-15, pas-après: 2020-03-01, motif: laissée en blanc}\n"
        "parties: [{id: a, nom: A}, {id: b, nom: B}, {id: c, nom: C}]\n"
    ),
    "convention/01.md": (
        "# Article 1\n\nLe comité réunit les membres. Il se réunit une fois par mois. Il décide à la majorité des voix des membres présents.\n"
    ),
    "convention/01.regles.yml": (
        "règles:\n"
        '  - {id: sieges, nature: composition, article: "1", citation: "Le comité réunit les membres.", instance: comite, sièges: membres}\n'
        '  - {id: rythme, nature: périodicité, article: "1", citation: "Il se réunit {période:périodicité}", instance: comite}\n'
    ),
    "amendments/a/avenant.yml": "id: a\ntitre: Avenant\nsignature: 2020-06-01\nen-vigueur: 2020-06-01\n",
    "amendments/a/01.md": (
        "---\nopérations:\n  - {remplacer-mots: 1, mots: mois, par: an}\n---\n# Article 1\n\n"
        "À l’article 1, « mois » est remplacé par « an ».\n"
    ),
}
OPEN = {
    "from": "2020-01-15",
    "to": "2020-02-29",
    "because": [{"act": "convention", "date": "2020-01-15/2020-03-01", "reason": "laissée en blanc"}],
    "or_none": True,
}
VOTE = json.dumps({"body": "comite", "present": ["a", "b", "c"], "ballots": {"a": "for", "b": "for", "c": "for"}})


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("first"), FILES)


ASKED = [
    ("show", "1", "--at"),
    ("rules", "--at"),
    ("duties", "--at"),
    ("coalitions", "comite", "--at"),
    ("decide", "-", "--at"),
]


@pytest.mark.parametrize("call", ASKED, ids=lambda call: call[0])
def test_a_day_on_which_there_may_be_no_text_yet_is_answered_as_open(call: tuple[str, ...], project: Path) -> None:
    found = answer_of(*call, "2020-02-29", project=project, typed=VOTE)
    assert found["undetermined"] == OPEN
    assert [c["version"] for c in found["candidates"]] == ["convention"]
    told = called(*call, "2020-02-29", project=project, typed=VOTE).stdout.partition("\n")[0]
    assert told in {
        "Indéterminé du 15\u00a0janvier\u00a02020 au 29\u00a0février\u00a02020\u00a0: un texte possible, ou aucun encore.",
        "Il est possible qu’aucun texte ne soit encore en vigueur.",
    }


@pytest.mark.parametrize("call", ASKED, ids=lambda call: call[0])
def test_from_the_last_possible_day_on_the_text_is_certain(call: tuple[str, ...], project: Path) -> None:
    found = answer_of(*call, "2020-03-01", project=project, typed=VOTE)
    assert "undetermined" not in found
    assert (found["version"], found["valid"]) == ("convention", {"from": "2020-03-01", "to": "2020-05-31"})


def test_before_the_first_possible_day_there_is_none(project: Path) -> None:
    assert called("show", "--at", "2020-01-14", project=project, code=1).stdout == ""


@pytest.mark.parametrize("call", [("diff",), ("rules", "--diff")], ids=" ".join)
def test_a_comparison_with_a_text_that_may_not_have_begun_is_open(call: tuple[str, ...], project: Path) -> None:
    for days, versions in (
        (("2020-02-01", "2020-06-01"), ("convention", "a")),
        (("2020-06-01", "2020-02-01"), ("a", "convention")),
    ):
        found = answer_of(*call, *days, project=project)
        assert found["undetermined"] == OPEN
        assert [(c["from"], c["to"]) for c in found["candidates"]] == [versions]
    assert "undetermined" not in answer_of(*call, "2020-03-01", "2020-06-01", project=project)


def test_what_is_due_while_there_may_be_no_text_is_not_certainly_due(project: Path) -> None:
    found = answer_of("calendar", "--from", "2020-01-01", "--to", "2020-04-30", project=project)
    assert [(item["first"], item["in_force"]) for item in found["items"]] == [
        ("2020-01-01", "undetermined"),
        ("2020-02-01", "undetermined"),
        ("2020-03-01", "certain"),
        ("2020-04-01", "certain"),
        ("2020-01-01", "partly"),  # once in the year, by the amendment of June
    ]


def test_the_outputs_say_from_which_day_it_is_certain(project: Path, tmp_path: Path) -> None:
    called("build", "--out", tmp_path, project=project, code=0)
    text, rules = (json.loads((tmp_path / name).read_bytes()) for name in ("convention.json", "rules.json"))
    days = [("2020-01-15", "2020-02-29", [None, "convention"]), ("2020-03-01", "2020-05-31", ["convention"])]
    last = [("2020-06-01", None, ["a"])]
    assert [(p["from"], p["to"], p["versions"]) for p in text["periods"]] == days + last
    assert [(p["from"], p["to"], p["candidates"]) for p in rules["periods"]] == days + last
    assert text["versions"][0]["valid"] == {"from": "2020-03-01", "to": "2020-05-31"}
    shown = (tmp_path / "versions/convention/convention.md").read_text(encoding="utf-8")
    assert (
        "du 1er\u00a0mars\u00a02020 au 31\u00a0mai\u00a02020 de façon certaine, et peut-être dès le 15\u00a0janvier\u00a02020"
        in shown
    )


def test_no_document_takes_such_a_text_for_that_of_the_day(project: Path) -> None:
    refused = called("export", "docx", "1", "--at", "2020-02-01", project=project, code=1)
    assert "indéterminé (convention)" in refused.stderr
