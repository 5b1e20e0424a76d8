"""The minutes of votes against what `clausier decide` answers, and against an independent reading of the act."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import click
import pytest

from clausier.cli.voting import motion_of, voted
from clausier.export.templates.fill import fill
from clausier.export.templates.find import templates
from clausier.export.templates.vote import vote_data
from decide import reference
from decide.reference import Vote
from export.paper import document
from support.projects import ROOT, real_convention

ANNOUNCED = {"adopted": "ADOPTÉ", "rejected": "REJETÉ", "no-quorum": "PAS DE QUORUM", "undetermined": "INDÉTERMINÉ"}
COUNTED = {"for": "pour", "against": "contre", "abstain": "abstention", "cast": "exprimées", "all": "en tout"}


def put(vote: Vote, path: Path) -> tuple[str, dict[str, Any]] | None:
    """The minutes of a vote and the answer in JSON; None where it cannot be decided."""
    data: dict[str, Any] = {
        "body": vote["body"],
        "version": "avenant-1",
        "present": vote["present"],
        "rounds": vote["rounds"],
        "data": {"eleves": {"by": {m: str(n) for m, n in vote["pupils"].items()}, "total": str(vote["total"])}},
    }
    data |= {"matter": vote["matter"]} if vote["matter"] else {}
    data |= {"designated": {"aa": [reference.RECTOR, reference.DRAAF]}} if vote["body"] == "costrat" else {}
    path.write_text(json.dumps(data), encoding="utf-8")
    with click.Context(click.Command("document"), obj="fr"):
        motion = motion_of(str(path), None)
        try:
            answer, cases = voted(real_convention(), motion, (), "fr")
        except click.exceptions.Exit:
            return None
    template = templates(ROOT)[0]["proces-verbal"]
    told = [(version, members) for version, members, _ in cases]
    text, problems = fill(ROOT, template, vote_data(real_convention(), told, motion, answer))
    assert text is not None, problems
    return text.replace("\u00a0", " "), answer


def said(figure: Any) -> str:
    return str(figure).replace(".", ",") if isinstance(figure, str) else f"{figure['num']}/{figure['den']}"


def agrees(minutes: str, answer: dict[str, Any]) -> None:
    """Whether the minutes tell what the answer has: outcome, figures, readings, sentences."""
    result = minutes.split("## Résultat")[1]
    assert re.findall(r"^\*\*([A-ZÉ ]+?)(?: :.*)?\.?\*\*$", result, re.MULTILINE) == [ANNOUNCED[answer["outcome"]]]
    tallies = [answer["tally"]] if answer["tally"] else [r["tally"] for r in answer["readings"] if r.get("tally")]
    for tally in tallies:
        for key, word in COUNTED.items():
            assert re.search(rf"^(?:Voix|Sièges).*\b{word} {re.escape(said(tally[key]))}[,.]", result, re.MULTILINE)
    rows = re.findall(r"^\| (?!Lecture|---)(.+) \| ([a-zé ]+)(?: \(il manque.*\))? \|$", result, re.MULTILINE)
    outcomes = {ANNOUNCED[r["outcome"]].lower() for r in answer["readings"]}
    assert {outcome.strip() for _, outcome in rows} == (outcomes if len(outcomes) > 1 else set())
    sentences = re.findall(r"^- article (\S+) : (?:le tableau )?« (.*) »$", result, re.MULTILINE)
    plain = [(article, re.sub(r"\\(.)", r"\1", words)) for article, words in sentences]
    spaced = [(s["article"], re.sub(r"[\u00a0\u202f]", " ", s["sentence"])) for s in answer["trace"]]
    assert plain == spaced


@pytest.mark.parametrize("seed", range(4))
def test_the_minutes_tell_what_comes_out_of_a_vote_as_the_act_reads(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 - votes to try, no secrets
    seen = set()
    for _ in range(15):
        vote = reference.some_vote(dice)
        made = put(vote, tmp_path / "vote.json")
        if made is None:
            continue
        minutes, answer = made
        agrees(minutes, answer)
        expected = {reference.outcome(vote, how)[0] for how in reference.ways(vote)}
        whole = ANNOUNCED[expected.pop() if len(expected) == 1 else "undetermined"]
        assert f"\n**{whole}" in minutes, vote
        seen.add(whole)
    assert "INDÉTERMINÉ" in seen
    assert len(seen) > 1


def test_each_ballot_proxy_arrival_and_departure_is_told(tmp_path: Path) -> None:
    vote: Vote = {
        "body": "cogouv",
        "matter": "evolution-structurante",
        "present": ["region-grand-est", "aube", "marne"],
        "rounds": [
            {"arrived": [], "left": [], "proxies": {"vosges": "aube"}, "ballots": {"aube": "for", "marne": "against"}},
            {"arrived": ["meuse"], "left": ["marne"], "proxies": {}, "ballots": {"aube": "abstain", "meuse": "for"}},
        ],
        "pupils": dict.fromkeys(reference.MEMBERS, 10),
        "total": 100,
    }
    made = put(vote, tmp_path / "vote.json")
    assert made is not None
    first, second = made[0].split("### Tour ")[1:]
    assert "- Département des Vosges donne pouvoir à Département de l’Aube." in first
    assert re.findall(r"^\| (.+?) \| (pour|contre|abstention) \| (.+?) \|$", first, re.MULTILINE) == [
        ("Département de l’Aube", "pour", "—"),
        ("Département de la Marne", "contre", "—"),
        ("Département des Vosges", "pour", "Département de l’Aube"),
    ]
    assert "Arrivés : Département de la Meuse." in second
    assert "Partis : Département de la Marne." in second
    assert "donne pouvoir" not in second
    assert re.findall(r"^\| (.+?) \| (pour|contre|abstention) \| —", second, re.MULTILINE) == [
        ("Département de l’Aube", "abstention"),
        ("Département de la Meuse", "pour"),
    ]


def test_what_is_missing_is_named_as_the_text_names_it() -> None:
    [row] = re.findall(
        r"^\| celui du COSTRAT.*$",
        document(ROOT, "proces-verbal", ROOT / "tests/decide/votes/cogouv.json", "--format", "md", "--out", "-").stdout,
        re.MULTILINE,
    )
    assert "(il manque\u00a0: élèves)" in row
