"""While the day on which a member joined is open, each text that is possible has the members that it makes."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import click
import pytest

from clausier.cli.document import of_act, of_body, of_vote
from clausier.emit.text_json import members_json
from support.calling import answer_of, called
from support.projects import sound, written

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
    answer = answer_of("decide", root / "vote.json", project=root)
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


MEMBERS_ALONE = {
    **FILES,
    "convention/01.md": FILES["convention/01.md"] + "| Commune C | 5 |\n",
    "amendments/1/01.md": (
        "---\nopérations:\n  - {adhésion: c, nom: Commune C}\n---\n# Article 1\n\nLa Commune C adhère au groupement.\n"
    ),
}
"""The table has a row for C from the first, so that the act changes who is a member and no word of the text."""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("members-alone"), MEMBERS_ALONE)


def cases(root: Path, **changed: object) -> dict[str, object]:
    """What comes out, by who is a member where that is open ("": it is not)."""
    (root / "vote.json").write_text(json.dumps({**VOTE, **changed}), encoding="utf-8")
    answer = answer_of("decide", root / "vote.json", project=root)
    return {
        " ".join(c.get("members", ())): c.get("outcome", c.get("status")) for c in answer.get("candidates", [answer])
    }


def test_a_change_of_members_alone_on_an_open_day_gives_both_answers(alone: Path) -> None:
    """Without C five votes of five; with C five of ten, where six are needed."""
    assert cases(alone) == {"a b": "adopted", "a b c": "rejected"}
    ballots = {"a": "for", "b": "for", "c": "for"}
    assert cases(alone, present=["a", "b", "c"], ballots=ballots) == {"a b": "refused", "a b c": "adopted"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-12-31", {"": "adopted"}),
        ("2022-01-01", {"a b": "adopted", "a b c": "rejected"}),
        ("2022-12-30", {"a b": "adopted", "a b c": "rejected"}),
        ("2022-12-31", {"": "rejected"}),
    ],
)
def test_members_are_open_from_the_first_possible_day_to_the_day_before_the_last(
    alone: Path, day: str, expected: dict[str, str]
) -> None:
    assert cases(alone, date=day) == expected


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "fr",
            (
                "Une date n’est pas connue (avenant-1) : du 1er janvier 2022 au 30 décembre 2022, on ne sait qui est membre.",
                "Si les membres sont : Commune A, Commune B",
                "Si les membres sont : Commune A, Commune B, Commune C",
            ),
        ),
        (
            "en",
            (
                "The date of avenant-1 is not known: from 2022-01-01 to 2022-12-30 it is open who is a member.",
                "If the members are: Commune A, Commune B, Commune C",
            ),
        ),
    ],
)
def test_it_is_said_that_members_are_open_and_under_which_each_answer_is(
    alone: Path, lang: str, said: tuple[str, ...]
) -> None:
    (alone / "vote.json").write_text(json.dumps(VOTE), encoding="utf-8")
    text = called("decide", alone / "vote.json", project=alone, lang=lang).words
    assert [line for line in said if line not in text] == []


def test_the_outputs_tell_the_members_of_each_stretch_of_days(alone: Path) -> None:
    """Of 2022 it is open whether C has joined; on the 1st of July B leaves, for certain."""
    left = {
        "amendments/2/avenant.yml": "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2022-07-01\n",
        "amendments/2/01.md": "---\nopérations:\n  - {retrait: b}\n---\n# Article 1\n\nLa Commune B se retire.\n",
    }
    timeline = sound(written(alone.parent / "stretches", {**MEMBERS_ALONE, **left})).timeline

    def named(one: Any) -> str:
        return " ".join(party["id"] for party in one["members"])

    assert [
        (one["from"], one["to"], [named(each) for each in one.get("candidates", [one])], one.get("because"))
        for one in members_json(timeline)
    ] == [
        ("2020-01-01", "2021-12-31", ["a b"], None),
        ("2022-01-01", "2022-06-30", ["a b", "a b c"], [{"act": "avenant-1", "date": "2022-01-01/2022-12-31"}]),
        ("2022-07-01", "2022-12-30", ["a", "a c"], [{"act": "avenant-1", "date": "2022-01-01/2022-12-31"}]),
        ("2022-12-31", None, ["a c"], None),
    ]


def test_who_can_win_is_answered_for_each_list_of_members(alone: Path) -> None:
    """Three of five votes: A alone; six of ten: C with either, and C alone blocks."""
    call = ("coalitions", "conseil", "--at")
    answer = answer_of(*call, "2022-06-01", project=alone)
    assert (answer["undetermined"]["from"], answer["undetermined"]["to"]) == ("2022-01-01", "2022-12-30")
    assert [(c["members"], c["games"][0]["outcome"]["winning"]["list"]) for c in answer["candidates"]] == [
        (["a", "b"], [["a"]]),
        (["a", "b", "c"], [["a", "c"], ["b", "c"]]),
    ]
    text = called(*call, "2022-06-01", project=alone).words
    assert "Si les membres sont : Commune A, Commune B, Commune C" in text
    assert "Peut bloquer seul : Commune C (les autres ont 5 voix)." in text
    assert "  Commune A + Commune C\n" in text
    settled = answer_of(*call, "2022-12-31", project=alone)
    assert [seat["seat"] for seat in settled["games"][0]["outcome"]["seats"]] == ["a", "b", "c"]


def test_minutes_tell_each_answer_by_its_members(alone: Path) -> None:
    (alone / "vote.json").write_text(json.dumps(VOTE), encoding="utf-8")
    with click.Context(click.Command("minutes"), obj="fr"):
        _, data = of_vote(alone, str(alone / "vote.json"), None, (), (), "fr")
    told = [(one["issue"], one["duree"].replace("\u00a0", " ").partition(" ; ")[2]) for one in data["reponses"]]
    assert told == [
        ("adopté", "si les membres sont : Commune A, Commune B"),
        ("rejeté", "si les membres sont : Commune A, Commune B, Commune C"),
    ]
    assert data["actes_sans_date"] == ["Avenant n° 1"]


def test_where_members_make_no_difference_there_is_one_answer(alone: Path) -> None:
    """Who sits is a list of its own: the vote of A and B is the same, C a member or not."""
    rules = MEMBERS_ALONE["convention/01.regles.yml"].replace("sièges: membres", "sièges: [a, b]")
    root = written(alone.parent / "fixed", {**MEMBERS_ALONE, "convention/01.regles.yml": rules})
    assert cases(root) == {"": "adopted"}


def test_an_open_withdrawal_follows_what_is_settled_by_that_day(alone: Path) -> None:
    """C joined on the 1st of March; that it left in the same year is open: in June it may be a member, or not."""
    joined = {
        "amendments/1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2022-03-01\nen-vigueur: signature\n",
        "amendments/2/avenant.yml": (
            "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2022-02-01\n"
            "en-vigueur: {pas-avant: 2022-02-01, pas-après: 2022-12-31, motif: blanc}\n"
        ),
        "amendments/2/01.md": (
            "---\nopérations:\n  - {retrait: c}\n---\n# Article 1\n\nLa Commune C se retire du groupement.\n"
        ),
    }
    root = written(alone.parent / "left", {**MEMBERS_ALONE, **joined})
    assert cases(root) == {"a b c": "rejected", "a b": "adopted"}


def test_more_lists_of_members_than_are_answered_one_by_one_are_refused(alone: Path) -> None:
    """Four communes that may each have joined are sixteen lists."""
    more = {
        f"amendments/{n}/{file}": MEMBERS_ALONE[f"amendments/1/{file}"].replace("avenant-1", f"avenant-{n}")
        .replace("n° 1", f"n° {n}").replace("adhésion: c", f"adhésion: c{n}").replace("Commune C", f"Commune C{n}")
        for n in range(2, 5)
        for file in ("avenant.yml", "01.md")
    }  # fmt: skip
    root = written(alone.parent / "many", {**MEMBERS_ALONE, **more})
    (root / "vote.json").write_text(json.dumps(VOTE), encoding="utf-8")
    found = called("decide", root / "vote.json", project=root)
    assert (found.exit_code, found.stdout) == (1, "")
    assert "(avenant-1, avenant-2, avenant-3, avenant-4)" in found.stderr


def duties(root: Path, *more: str) -> Any:
    return answer_of("duties", *more, project=root)


DUTY = '  - {id: siege-du, nature: obligation, article: "1", citation: "Chaque commune siège", débiteur: membres, action: siéger}\n'


def test_who_is_perhaps_a_member_owes_what_members_owe_where_it_is_one(alone: Path) -> None:
    rules = MEMBERS_ALONE["convention/01.regles.yml"] + DUTY
    root = written(alone.parent / "owing", {**MEMBERS_ALONE, "convention/01.regles.yml": rules})
    found = duties(root, "--of", "c", "--at", "2022-06-01")
    assert [(one["members"], [duty["rule"] for duty in one["duties"]]) for one in found["candidates"]] == [
        (["a", "b"], []),
        (["a", "b", "c"], ["siege-du"]),
    ]
    assert [because["act"] for because in found["undetermined"]["because"]] == ["avenant-1"]
    said = called("duties", "--at", "2022-06-01", project=root).stdout
    assert "et qui est membre non plus" in said
    assert "Si les membres sont\u00a0: Commune A, Commune B, Commune C" in said
    assert duties(root, "--of", "c", "--at", "2022-12-31")["members"] == ["a", "b", "c"]


def test_each_possible_text_has_the_duties_of_its_own_members(root: Path) -> None:
    rules = FILES["convention/01.regles.yml"] + DUTY
    here = written(root.parent / "texts", {**FILES, "convention/01.regles.yml": rules})
    found = duties(here, "--at", "2022-06-01")
    assert {one["version"]: one["members"] for one in found["candidates"]} == {
        "convention": ["a", "b"],
        "avenant-1": ["a", "b", "c"],
    }


def seats(root: Path, at: str) -> list[tuple[str, bool]]:
    with click.Context(click.Command("document"), obj="fr"):
        _, data = of_body(root, "conseil", datetime.date.fromisoformat(at), "", ())
    return [(seat["nom"], seat["incertain"]) for seat in data["sieges"]]


def test_an_attendance_sheet_has_who_is_perhaps_a_member_and_says_so(alone: Path) -> None:
    assert seats(alone, "2022-06-01") == [("Commune A", False), ("Commune B", False), ("Commune C", True)]
    assert seats(alone, "2021-12-31") == [("Commune A", False), ("Commune B", False)]
    assert seats(alone, "2022-12-31") == [("Commune A", False), ("Commune B", False), ("Commune C", False)]


@pytest.mark.parametrize("project", ["root", "alone"])
def test_minutes_tell_who_is_absent_from_who_is_so_if_it_is_a_member(
    project: str, request: pytest.FixtureRequest
) -> None:
    """Whether the text is open too, or the members alone."""
    folder: Path = request.getfixturevalue(project)
    (folder / "vote.json").write_text(json.dumps({**VOTE, "present": ["a"], "ballots": {"a": "for"}}), encoding="utf-8")
    with click.Context(click.Command("document"), obj="fr"):
        _, data = of_vote(folder, str(folder / "vote.json"), None, (), (), "fr")
    assert (data["absents"], data["absents_incertains"]) == (["Commune B"], ["Commune C"])


def members_told(data: dict[str, Any]) -> list[str]:
    return [member["nom"] for member in data["convention"]["membres"]]


def test_documents_have_the_members_of_their_day(alone: Path) -> None:
    """Of a meeting, those of that day; of the act by which one joins, those before it."""
    with click.Context(click.Command("document"), obj="fr"):
        before, after = (of_body(alone, "conseil", datetime.date(year, 6, 1), "", ())[1] for year in (2021, 2023))
        assert members_told(before) == ["Commune A", "Commune B"]
        assert members_told(after) == ["Commune A", "Commune B", "Commune C"]
        assert members_told(of_act(alone, "avenant-1", "", ())[1]) == ["Commune A", "Commune B"]
