"""The programs that the site offers read `rules.json` alone, and decide as a person does with the text at hand."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import playwright
import pytest

from clausier import schemas
from clausier.consolidate.timeline import Membership
from clausier.diagnostics import Span
from clausier.model.act import Party
from decide.stage import ONES, TEN, cogouv, pupils, put
from rules.timelines import article, bound, day, timeline, version, written_json
from support.projects import ROOT, real_convention, sound, written

EXAMPLES = ROOT / "site/exemples"
TEXTS = Path(__file__).parent / "texts"
# The browser tests bring a node of their own; Python is told to see no package.
NODE = next((Path(playwright.__file__).parent / "driver").glob("node*"))
PROGRAMS = {
    "python": (sys.executable, "-I", "-S", str(EXAMPLES / "decide.py")),
    "javascript": (str(NODE), str(EXAMPLES / "decide.js")),
}
Vote = Mapping[str, Any]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`rules.json` of the act, and of governance texts of other kinds."""
    folder = tmp_path_factory.mktemp("rules")
    found = real_convention()
    (folder / "act.json").write_text(json.dumps(written_json(found.rules, found.timeline)), encoding="utf-8")
    for name in ("communes", "branche"):
        other = sound(TEXTS / name, checks=False)
        (folder / f"{name}.json").write_text(json.dumps(written_json(other.rules, other.timeline)), encoding="utf-8")
    return folder


def told(program: str, rules: Path, vote: Vote, folder: Path) -> dict[str, Any]:
    """What a program says of a vote."""
    path = folder / "vote.json"
    path.write_text(json.dumps(vote), encoding="utf-8")
    done = subprocess.run([*PROGRAMS[program], str(rules), str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def outcomes(answer: Mapping[str, Any], reading: str) -> dict[str, set[str]]:
    """The outcomes under each case of a reading."""
    found: dict[str, set[str]] = {}
    for one in answer["readings"]:
        found.setdefault(one["assumes"][reading], set()).add(one["outcome"])
    return found


BASE, APPLIES = "cogouv-majorite.base", "cogouv-quorum.applies"
LARGE = ("region-grand-est", "collectivite-europeenne-alsace", "moselle")  # 4,5 + 2 + 1,5 votes, of 15
TWELVE = (*LARGE, *ONES[:4])
HALF = pupils()


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(
    ("vote", "expected"),
    [
        (cogouv(TWELVE), {"all": {"adopted"}, "present": {"adopted"}, "cast": {"adopted"}}),  # 12 of 15: exactly 80 %
        (
            cogouv(TWELVE[:-1]),
            {"all": {"rejected"}, "present": {"rejected"}, "cast": {"adopted"}},
        ),  # 11 of 15; 11 of 11
        (
            cogouv(TEN[1:]),
            {"all": {"rejected"}, "present": {"rejected"}, "cast": {"adopted"}},
        ),  # 10,5 without the Région
        # 11 for and 1 against, 3 absent: of 15, of 12, of 12
        (
            cogouv(TWELVE[:-1], present=TWELVE, against=TWELVE[-1:]),
            {"all": {"rejected"}, "present": {"adopted"}, "cast": {"adopted"}},
        ),
        # 4 of 5 of those that weigh one are exactly 80 %; five of ten members and half of the pupils are no quorum
        (
            cogouv(ONES[:4], present=ONES[:5], against=ONES[4:5]),
            {
                "all": {"rejected", "no-quorum"},
                "present": {"adopted", "no-quorum"},
                "cast": {"adopted", "no-quorum"},
            },
        ),
        (cogouv(()), {"all": {"rejected"}, "present": {"rejected"}, "cast": {"rejected"}}),  # of nothing, any share
    ],
)
def test_four_fifths_of_the_votes_of_the_act(
    program: str, vote: dict[str, Any], expected: dict[str, set[str]], published: Path, tmp_path: Path
) -> None:
    answer = told(program, published / "act.json", {**vote, **HALF}, tmp_path)
    assert outcomes(answer, BASE) == expected
    every = {outcome for found in expected.values() for outcome in found}
    assert answer["outcome"] == (every.pop() if len(every) == 1 else "undetermined")


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_nobody_says_is_missing_and_not_zero(program: str, published: Path, tmp_path: Path) -> None:
    answer = told(program, published / "act.json", cogouv(TWELVE), tmp_path)
    needed = {(one["assumes"][APPLIES], one["missing"], one["outcome"]) for one in answer["readings"]}
    assert needed == {("no", None, "adopted"), ("yes", "eleves", "undetermined")}
    ordinary = {k: v for k, v in cogouv(TEN).items() if k != "matter"}
    answer = told(program, published / "act.json", {**ordinary, **HALF}, tmp_path)
    assert {one["missing"] for one in answer["readings"]} == {"majority"}


@pytest.mark.parametrize("program", PROGRAMS)
def test_while_the_version_is_open_each_candidate_answers(program: str, published: Path, tmp_path: Path) -> None:
    vote = {**cogouv(TWELVE), **HALF, "date": "2022-08-01"}
    answer = told(program, published / "act.json", vote, tmp_path)
    assert list(dict.fromkeys(one["version"] for one in answer["readings"])) == ["convention", "avenant-1"]
    assert answer["outcome"] == "undetermined"


PEOPLE = {"ville": 6000, "bourg": 2000, "val": 1500, "mont": 1500, "bois": 600, "pre": 400}


def committee(for_: str, against: str = "") -> Vote:
    """By bands the ville has 10 votes, the pre 1, the others 2: 19; capped at 40 %, the ville has 7,6, and all 16,6."""
    associations = ["asso-1", "asso-2"]
    ballots = {**dict.fromkeys(for_.split(), "for"), **dict.fromkeys(against.split(), "against")}
    return {
        "body": "comite",
        "date": "2024-03-10",
        "present": [*PEOPLE, *associations],
        "designated": {"associations": associations},
        "ballots": ballots,
        "data": {"population": {"by": {name: str(n) for name, n in PEOPLE.items()}}},
    }


def signed(for_: str, against: str = "") -> Vote:
    """30 % of the votes of unions (40, 30, 20, 10), an employer, and no opposition of more than half."""
    ballots = {**dict.fromkeys(for_.split(), "for"), **dict.fromkeys(against.split(), "against")}
    by = {"s1": "40", "s2": "30", "s3": "20", "s4": "10"}
    vote = {"body": "commission", "matter": "accord", "date": "2024-03-10", "present": [*by, "e1", "e2"]}
    return {**vote, "ballots": ballots, "data": {"suffrages": {"by": by}}}


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(
    ("text", "vote", "expected"),
    [
        ("communes", committee("ville bourg val pre asso-1"), "adopted"),  # 12,6; three quarters of 16,6 are 12,45
        ("communes", committee("ville bourg val asso-1"), "rejected"),  # 11,6
        ("communes", committee("ville bourg val pre asso-1", "asso-2"), "rejected"),  # one to one in their college
        ("communes", committee("ville bourg val pre asso-1", "mont bois"), "adopted"),
        (
            "communes",
            {**committee("ville bourg val pre"), "proxies": {"asso-1": "pre"}, "present": [*PEOPLE]},
            "adopted",
        ),
        ("branche", signed("s2 e1"), "adopted"),  # exactly 30 %
        ("branche", signed("s3 e1"), "rejected"),
        ("branche", signed("s1 s2 s3 s4"), "rejected"),  # no employer
        ("branche", signed("s2 e1", "s1 s4"), "adopted"),  # opposed by exactly half
        ("branche", signed("s2 e1", "s1 s3"), "rejected"),
    ],
)
def test_colleges_bands_caps_and_oppositions_of_other_texts(
    program: str, text: str, vote: Vote, expected: str, published: Path, tmp_path: Path
) -> None:
    assert told(program, published / f"{text}.json", vote, tmp_path)["outcome"] == expected


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(
    ("asked", "expected"),
    [({"version": "old"}, "adopted"), ({"version": "new"}, "no-quorum"), ({"date": "2020-06-01"}, "adopted")],
)
def test_the_members_are_those_of_the_version_that_is_named(
    program: str, asked: Vote, expected: str, tmp_path: Path
) -> None:
    """One of two members is half of them; of three, it is not."""
    two = tuple(Party(id=name, name=name, span=Span("convention/convention.yml")) for name in ("a", "b"))
    three = (*two, Party(id="c", name="c", span=Span("convention/convention.yml")))
    words = article("1", "le comité décide, si la moitié des membres sont présents")
    time = timeline(
        version("old", words, first="2020-01-01", last="2020-12-31"),
        version("new", words, first="2021-01-01"),
        members=(
            Membership(first=day("2020-01-01"), last=day("2020-12-31"), parties=two, operation=""),
            Membership(first=day("2021-01-01"), last=None, parties=three, operation=""),
        ),
    )
    head = 'article: "1", instance: comite'
    rules, problems = bound(
        f"""règles:
  - {{id: q, nature: quorum, {head}, citation: "si {{seuil:fraction}} des membres", assiette: ensemble}}
  - {{id: s, nature: composition, {head}, citation: le comité, sièges: membres}}
  - {{id: m, nature: majorité, {head}, citation: le comité, seuil: unanimité, assiette: exprimés, mesure: têtes}}
""",
        time,
    )
    assert problems == ()
    path = tmp_path / "rules.json"
    path.write_text(json.dumps(written_json(rules, time)), encoding="utf-8")
    vote = {"body": "comite", "present": ["a"], "ballots": {"a": "for"}, **asked}
    assert told(program, path, vote, tmp_path)["outcome"] == expected


COMMITTEE = {
    "convention/convention.yml": (
        "id: essai\ntitre: Essai\nsignature: 2020-01-01\n"
        "parties: [{id: a, nom: Commune A}, {id: b, nom: Commune B}, {id: d, nom: Commune D}]\n"
    ),
    "convention/01.md": (
        "# Article 1\n\nLe comité réunit les membres. Il délibère si la moitié des membres sont là. Il siège si deux membres sont "
        "là. Il décide à la majorité absolue des suffrages exprimés. Un absent donne pouvoir, mais nul n’en reçoit plus d’un. "
        "À égalité, qui préside l’emporte.\n\nLe bureau a trois voix :\n\n| Nom | Voix |\n|---|---|\n| Commune A | 2 |\n"
        "| Commune B | 1 |\n\nIl décide au premier tour à la majorité absolue des voix ; au second, la majorité relative suffit. "
        "L’exclusion demande les deux tiers des voix.\n"
    ),
    "convention/01.regles.yml": """règles:
  - {id: membres, nature: composition, article: "1", citation: réunit les membres, instance: comite, sièges: membres}
  - {id: quorum, nature: quorum, article: "1", citation: "délibère si {seuil:fraction} des membres", instance: comite}
  - {id: majorite, nature: majorité, article: "1", citation: "à la {seuil:fraction} des suffrages exprimés", instance: comite, assiette: exprimés, mesure: têtes}
  - {id: pouvoirs, nature: pouvoir, article: "1", citation: "nul n’en reçoit plus d’{limite:entier}", instance: comite}
  - {id: partage, nature: voix-prépondérante, article: "1", citation: qui préside l’emporte, instance: comite}
  - {id: voix, nature: voix, article: "1", instance: bureau, tableau: {membre: Nom, voix: Voix}}
  - {id: premier, nature: majorité, article: "1", citation: "au premier tour à la {seuil:fraction} des voix", instance: bureau, assiette: ensemble, tour: 1}
  - {id: second, nature: majorité, article: "1", citation: "au second, la {seuil:fraction} suffit", instance: bureau, tour: 2}
  - {id: exclusion, nature: majorité, article: "1", citation: "demande les {seuil:fraction} des voix", instance: bureau, objet: exclusion, assiette: ensemble}
""",
    "amendments/1/avenant.yml": "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2022\nen-vigueur: signature\n",
    "amendments/1/01.md": (
        "---\nopérations:\n  - {adhésion: c, nom: Commune C}\n  - {adhésion: e, nom: Commune E}\n---\n# Article 1\n\n"
        "La Commune C et la Commune E adhèrent au groupement.\n"
    ),
}
TWO_QUORUMS = """  - {id: siege, nature: quorum, article: "1", citation: "siège si {seuil:entier} membres", instance: comite}
"""


def sits(body: str, day: str, present: str, **votes: str) -> Vote:
    ballots = {seat: vote for vote, seats in votes.items() for seat in seats}
    return {
        "body": body,
        "date": day,
        "present": list(present),
        "ballots": {s: v.rstrip("_") for s, v in ballots.items()},
    }


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(
    ("more", "vote", "expected"),
    [
        # In 2022 nobody knows on which day two have joined: two of three are half of the members, two of five are not.
        ("", sits("comite", "2021-12-31", "ab", for_="ab"), "adopted"),
        ("", sits("comite", "2022-06-01", "ab", for_="ab"), "undetermined"),
        ("", sits("comite", "2022-12-31", "ab", for_="ab"), "no-quorum"),
        # One proxy at most counts; a tie waits for who presides, whom these programs do not ask about.
        ("", sits("comite", "2021-06-01", "ab", for_="a", against="b"), "undetermined"),
        ("", sits("comite", "2021-06-01", "ab", abstain="ab"), "rejected"),
        # Half of three is one and a half, and two are asked for too: which sentence holds decides.
        (TWO_QUORUMS, sits("comite", "2021-06-01", "ab", for_="ab"), "adopted"),
        (TWO_QUORUMS, sits("comite", "2023-06-01", "ab", for_="ab"), "undetermined"),
        # Those sit to whom the table gives votes; a single round is the first: two of three votes, more than half.
        ("", sits("bureau", "2021-06-01", "ab", for_="a", against="b"), "adopted"),
        ("", sits("bureau", "2021-06-01", "ab", for_="b"), "rejected"),
        # What is stated for the matter goes before what is stated for the first round of any: two thirds of three are two.
        ("", {**sits("bureau", "2021-06-01", "ab", for_="a"), "matter": "exclusion"}, "adopted"),
        ("", {**sits("bureau", "2021-06-01", "ab", for_="b"), "matter": "exclusion"}, "rejected"),
    ],
)
def test_what_a_text_leaves_open_is_not_settled_by_a_program(
    program: str, more: str, vote: Vote, expected: str, tmp_path: Path
) -> None:
    rules = COMMITTEE["convention/01.regles.yml"] + more
    root = written(tmp_path / "project", {**COMMITTEE, "convention/01.regles.yml": rules})
    found = sound(root, checks=False)
    path = tmp_path / "rules.json"
    path.write_text(json.dumps(written_json(found.rules, found.timeline)), encoding="utf-8")
    assert told(program, path, vote, tmp_path)["outcome"] == expected


def some_vote(chance: random.Random) -> dict[str, Any]:
    present = tuple(seat for seat in TEN if chance.random() < 0.8)
    choices = [chance.choice(("for", "for", "for", "against", "abstain", "blank", "void", "")) for _ in present]
    ballots = {seat: choice for seat, choice in zip(present, choices, strict=True) if choice}
    figures = {seat.replace("-", "_"): chance.randint(1, 30) for seat in TEN}
    return {**cogouv((), present=present), "ballots": ballots, **pupils(**figures)}


@pytest.mark.parametrize("seed", range(12))
def test_both_programs_and_the_command_give_one_answer(seed: int, published: Path, tmp_path: Path) -> None:
    vote = some_vote(random.Random(seed))  # noqa: S311 - the same votes each time
    python, javascript = (told(program, published / "act.json", vote, tmp_path) for program in PROGRAMS)
    assert python == javascript
    for one in python["readings"]:
        decision, problems = put(vote, *(f"{key}={case}" for key, case in one["assumes"].items()))
        assert problems == ()
        assert decision is not None
        assert decision.outcome == one["outcome"], one


@pytest.mark.parametrize("name", ["decide.py", "decide.js"])
def test_a_program_has_fewer_than_220_lines(name: str) -> None:
    assert len((EXAMPLES / name).read_text(encoding="utf-8").splitlines()) < 220


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"recused": ["a"]}, "knows nothing of recused"),
        ({"present": ["a"], "proxies": {"b": "a", "d": "a"}}, "more proxies than the text allows"),
    ],
)
def test_a_program_refuses_what_it_does_not_count(program: str, more: Vote, why: str, tmp_path: Path) -> None:
    found = sound(written(tmp_path / "project", COMMITTEE), checks=False)
    rules, vote = tmp_path / "rules.json", tmp_path / "vote.json"
    rules.write_text(json.dumps(written_json(found.rules, found.timeline)), encoding="utf-8")
    vote.write_text(json.dumps({**sits("comite", "2021-06-01", "ab", for_="a"), **more}), encoding="utf-8")
    done = subprocess.run([*PROGRAMS[program], str(rules), str(vote)], capture_output=True, text=True, check=False)
    assert (done.returncode != 0, why in done.stderr) == (True, True)


# --- the page that describes it ---

PAGE = (ROOT / "site/guide/12-les-regles-pour-les-programmes.md").read_text(encoding="utf-8")
SCHEMA = schemas.load("rules")


@pytest.mark.parametrize("sort", ["set", "number", "condition"])
def test_the_page_describes_every_expression(sort: str) -> None:
    written = {frozenset(form["required"]) for form in SCHEMA["$defs"][sort]["oneOf"] if "required" in form}
    assert written <= {frozenset(expr) for expr in expressions()}


def expressions() -> list[dict[str, Any]]:
    """The expressions of the page, in which A, B and C stand for others."""
    shown = (code for code in PAGE.replace("{…}", "A").split("`")[1::2] if code.startswith('{"'))
    return [json.loads(re.sub(r"(?<=[\s\[])[ABC](?=[],}])", "0", code)) for code in shown]


def keys(schema: Any) -> set[str]:
    """Every key that a schema names, wherever."""
    if isinstance(schema, list):
        return {key for part in schema for key in keys(part)}
    if not isinstance(schema, dict):
        return set()
    inner = {key for name, part in schema.items() if name != "examples" for key in keys(part)}
    return inner | set(schema.get("properties", {}))


def test_the_page_names_every_kind_and_every_key_of_its_value() -> None:
    spans = PAGE.split("`")[1::2]
    assert set(SCHEMA["$defs"]["rule"]["properties"]["kind"]["enum"]) <= set(spans)
    beside = {"place", "origins", "source", "captures", "valid"}  # where its words stand, and since when
    assert set(SCHEMA["$defs"]["rule"]["properties"]) - beside <= {*spans, "condition"}
    named = set(re.findall(r"[\w-]+", " ".join(spans)))
    for name, schema in SCHEMA["$defs"].items():
        if name.startswith("value-") or name in {"threshold", "rhythm", "duration"}:
            assert keys(schema) <= named, name
