"""A convention whose own first day is not known: until the last possible one, no command takes its text for certain."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from clausier import schemas
from clausier.cli import cli
from projects import written

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
VOTE = {"body": "comite", "present": ["a", "b", "c"], "ballots": {"a": "for", "b": "for", "c": "for"}}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("first"), FILES)


def called(project: Path, *call: str, facts: Any = None) -> Result:
    return CliRunner().invoke(cli, [*call, "--project", str(project)], obj="fr", input=facts and json.dumps(facts))


def answer(project: Path, schema: str, *call: str, facts: Any = None) -> Any:
    result = called(project, *call, "--format", "json", facts=facts)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert schemas.validator(schema).is_valid(found)
    return found


ASKED = {
    "show": ("show", "1", "--at"),
    "rules": ("rules", "--at"),
    "duties": ("duties", "--at"),
    "coalitions": ("coalitions", "comite", "--at"),
    "decide": ("decide", "-", "--at"),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_day_on_which_there_may_be_no_text_yet_is_answered_as_open(name: str, project: Path) -> None:
    facts = VOTE if name == "decide" else None
    found = answer(project, name, *ASKED[name], "2020-02-29", facts=facts)
    assert found["undetermined"] == OPEN
    assert [c["version"] for c in found["candidates"]] == ["convention"]
    told = called(project, *ASKED[name], "2020-02-29", facts=facts).stdout.partition("\n")[0]
    assert told in {
        "Indéterminé du 15\u00a0janvier\u00a02020 au 29\u00a0février\u00a02020\u00a0: un texte possible, ou aucun encore.",
        "Il est possible qu’aucun texte ne soit encore en vigueur.",
    }


@pytest.mark.parametrize("name", ASKED)
def test_from_the_last_possible_day_on_the_text_is_certain(name: str, project: Path) -> None:
    found = answer(project, name, *ASKED[name], "2020-03-01", facts=VOTE if name == "decide" else None)
    assert "undetermined" not in found
    assert (found["version"], found["valid"]) == ("convention", {"from": "2020-03-01", "to": "2020-05-31"})


def test_before_the_first_possible_day_there_is_none(project: Path) -> None:
    result = called(project, "show", "--at", "2020-01-14")
    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize(("name", "call"), [("diff", ("diff",)), ("rules", ("rules", "--diff"))])
def test_a_comparison_with_a_text_that_may_not_have_begun_is_open(
    name: str, call: tuple[str, ...], project: Path
) -> None:
    for days, versions in (
        (("2020-02-01", "2020-06-01"), ("convention", "a")),
        (("2020-06-01", "2020-02-01"), ("a", "convention")),
    ):
        found = answer(project, name, *call, *days)
        assert found["undetermined"] == OPEN
        assert [(c["from"], c["to"]) for c in found["candidates"]] == [versions]
    assert "undetermined" not in answer(project, name, *call, "2020-03-01", "2020-06-01")


def test_what_is_due_while_there_may_be_no_text_is_not_certainly_due(project: Path) -> None:
    found = answer(project, "calendar", "calendar", "--from", "2020-01-01", "--to", "2020-04-30")
    assert [(item["first"], item["in_force"]) for item in found["items"]] == [
        ("2020-01-01", "undetermined"),
        ("2020-02-01", "undetermined"),
        ("2020-03-01", "certain"),
        ("2020-04-01", "certain"),
        ("2020-01-01", "partly"),  # once in the year, by the amendment of June
    ]


def test_the_outputs_say_from_which_day_it_is_certain(project: Path, tmp_path: Path) -> None:
    assert called(project, "build", "--out", str(tmp_path)).exit_code == 0
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
    result = called(project, "export", "docx", "1", "--at", "2020-02-01")
    assert result.exit_code == 1
    assert "indéterminé (convention)" in result.stderr
