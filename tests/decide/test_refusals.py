"""Absurd input is refused, each fault at its place, and what is missing is named."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from clausier import schemas
from clausier.catalogue import CODES
from clausier.decide.decide import decide
from clausier.decide.docket import docket
from clausier.decide.read import read_motion
from clausier.diagnostics import codes_schema
from decide.council import council
from decide.stage import AA, TEN, cogouv, pupils, put, rules_for
from rules.timelines import article, bound, timeline, version
from support.calling import Ended, called
from support.projects import ROOT

NO = "cogouv-quorum.applies=no"


def codes(vote: dict[str, Any], *assumes: str) -> list[str]:
    decision, problems = put(vote, *assumes)
    assert (decision is None) is bool(problems)
    return [p.code.id for p in problems]


def place(vote: dict[str, Any], *assumes: str) -> tuple[int, int]:
    """Where the only fault of a vote is told, in its JSON, one key a line."""
    motion, problems = read_motion("vote.json", json.dumps(vote, indent=1))
    assert motion is not None
    assert not problems
    found = rules_for(motion.body, motion.matter)
    _, problems = decide(motion, found, frozenset(TEN), assumes)
    (problem,) = problems
    return problem.span.line, problem.span.column


def changed(**more: Any) -> dict[str, Any]:
    return {**cogouv(TEN), **more}


def rounds(*turns: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {k: v for k, v in changed(rounds=list(turns), **more).items() if k != "ballots"}


SOME = list(TEN[:6])
FOR_SOME = dict.fromkeys(SOME, "for")


@pytest.mark.parametrize(
    ("vote", "expected"),
    [
        (changed(date="2023-02-29"), ["DEC101"]),
        (changed(matter="evolution-structurantes"), ["DEC130"]),
        (changed(matter="tout-autre-chose"), []),
        (changed(present=[*TEN, "haut-rhin"]), ["DEC104"]),
        (changed(ballots={**dict.fromkeys(TEN, "for"), "haut-rhin": "for"}), ["DEC104"]),
        (changed(chair="president"), ["DEC104"]),
        (changed(present=SOME, ballots=FOR_SOME, chair=TEN[6]), ["DEC131"]),
        (changed(present=SOME, ballots=FOR_SOME, proxies={TEN[6]: "aube"}, chair=TEN[6]), ["DEC131"]),
        (changed(present=SOME, ballots=FOR_SOME, chair=TEN[5]), []),
        (rounds({"left": ["aube"], "ballots": {}}, chair="aube"), ["DEC131"]),
        (rounds({"ballots": {}}, {"left": ["aube"], "ballots": {}}, chair="aube"), []),
        (changed(recused=["bas-rhin"]), ["DEC104"]),
        (changed(proxies={"bas-rhin": "aube"}), ["DEC104"]),
        (changed(present=[*TEN, "aube"]), ["DEC106"]),
        (changed(present=SOME), ["DEC107"] * 4),
        (changed(present=SOME, ballots={}, proxies={"vosges": "aube"}, recused=["aube"]), ["DEC109"]),
        (changed(recused=["aube"]), ["DEC109"]),
        (changed(present=SOME, ballots=FOR_SOME, proxies={"vosges": "moselle"}), ["DEC110"]),
        (changed(present=SOME, ballots=FOR_SOME, proxies={"vosges": "moselle", "moselle": "aube"}), ["DEC111"]),
        (changed(present=SOME, ballots=FOR_SOME, proxies={"vosges": "vosges"}), ["DEC111"]),
        (changed(proxies={"vosges": "aube"}), ["DEC112"]),
        (rounds({"arrived": ["aube"], "ballots": {}}), ["DEC115"]),
        (rounds({"left": ["aube", "aube"], "ballots": {}}), ["DEC116"]),
        (rounds({"left": ["haut-rhin"], "ballots": {}}), ["DEC104"]),
        (rounds({"arrived": ["haut-rhin"], "ballots": {}}), ["DEC104"]),
        (rounds({"proxies": {"haut-rhin": "aube"}, "ballots": {}}), ["DEC104"]),
        (rounds({"ballots": {}}, {"ballots": {}}, {"ballots": {}}), ["DEC119"]),
        ({**changed(), **pupils(total=99)}, ["DEC118"]),
        (changed(previous={"date": "2023-06-01", "present": SOME}), ["DEC125"]),
        (changed(previous={"date": "2023-06-01", "present": ["haut-rhin"]}), ["DEC104"]),
        (changed(designated={"aa": ["recteur-grand-est"]}), ["DEC126"]),
        ({**changed(body="costrat"), "designated": {"aa": ["aube"]}}, ["DEC127"]),
        ({**changed(body="costrat"), "designated": {"aa": ["x", "x"]}}, ["DEC127"]),
        ({**changed(body="costrat"), "designated": {"groupement": ["x"]}}, ["DEC117"]),
        ({**changed(body="ag"), "present": [*TEN, *AA]}, ["DEC117"]),
        ({**changed(body="cst"), "present": [*TEN, "titulaire-du-marche"]}, []),
        (
            {
                **changed(body="cst"),
                "present": [*TEN, "titulaire-du-marche"],
                "ballots": {"titulaire-du-marche": "for"},
            },
            ["DEC108"],
        ),
    ],
)
def test_what_is_absurd_or_missing_is_refused(vote: dict[str, Any], expected: list[str]) -> None:
    assert codes(vote, *([NO] if vote["body"] == "cogouv" and "date" in vote else [])) == expected


@pytest.mark.parametrize(
    ("matter", "expected"),
    [("budget", []), ("budjet", ["DEC130"]), ("bugdet", ["DEC130"]), ("voirie", []), ("budget-annexe", [])],
)
def test_a_matter_with_a_letter_amiss_is_told_and_another_is_not(matter: str, expected: list[str]) -> None:
    words = (
        ("composition", "sièges: [a]"),
        ("voix", "voix: 1"),
        ("majorité", "objet: budget, seuil: deux tiers, assiette: ensemble"),
    )
    head = 'article: "1", citation: le comité, instance: comite'
    rules, problems = bound(
        "règles:\n"
        + "".join(f"  - {{id: r{n}, nature: {kind}, {head}, {more}}}\n" for n, (kind, more) in enumerate(words)),
        timeline(version("convention", article("1", "le comité décide"), first="2020-01-01")),
    )
    assert problems == ()
    vote = {"body": "comite", "matter": matter, "date": "2024-03-10", "present": ["a"], "ballots": {"a": "for"}}
    motion, _ = read_motion("vote.json", json.dumps(vote))
    assert motion is not None
    found = docket(rules.of("convention"), motion.body, motion.matter)
    assert found is not None
    assert [p.code.id for p in decide(motion, found, frozenset("a"))[1]] == expected


@pytest.mark.parametrize(
    ("assume", "expected"), [("assiette", "DEC128"), ("=x", "DEC128"), ("assiete=all", "DEC121"), ("base=x", "DEC122")]
)
def test_what_cannot_be_assumed_is_refused(assume: str, expected: str) -> None:
    assert codes(cogouv(TEN), assume) == [expected]


def test_a_reading_of_another_rule_is_not_meant() -> None:
    assert codes(cogouv(TEN), "ag-quorum.assiette=total") == ["DEC121"]


@pytest.mark.parametrize("assume", ["cogouv-majorite.assiette=ensemble", "cogouv-majorite.base=all", "base=all"])
def test_a_reading_has_its_names_in_both_languages(assume: str) -> None:
    decision, _ = put(cogouv(TEN), assume, NO)
    assert decision is not None
    assert decision.assumed["cogouv-majorite.base"] == "all"


def test_a_round_after_one_that_adopted_is_refused() -> None:
    ballots = dict.fromkeys(TEN, "for")
    vote = rounds({"ballots": ballots}, {"ballots": ballots})
    assert codes(vote, NO) == ["DEC120"]
    lines = json.dumps(vote, indent=1).splitlines()
    second = [n for n, line in enumerate(lines, start=1) if line == "  {"][1]
    assert place(vote, NO) == (second, 3)


def test_a_second_round_is_none_too_many_where_the_first_adopts_under_some_readings_only() -> None:
    ballots = dict.fromkeys(TEN[:5], "for")  # 8,5 of 15, all of those cast
    vote = rounds({"ballots": ballots}, {"ballots": ballots})
    assert codes(vote, NO) == []


@pytest.mark.parametrize(
    ("present", "missing"),
    [(5, True), (4, False)],  # four members are no quorum, whatever their pupils
)
def test_pupils_are_asked_for_where_the_quorum_needs_them(present: int, *, missing: bool) -> None:
    vote = {"body": "ag", "date": "2023-06-20", "present": list(TEN[:present]), "ballots": {}}
    assert codes(vote) == (["DEC117"] if missing else [])
    if missing:
        assert place(vote) == (1, 1)


def test_what_is_missing_is_named_with_the_rule_that_needs_it() -> None:
    vote = {"body": "ag", "date": "2023-06-20", "present": list(TEN), "ballots": {}}
    figures = {seat: "10" for seat in TEN if seat != "meuse"}
    _, problems = put({**vote, "data": {"eleves": {"by": figures, "total": "100"}}})
    assert [p.message.text("fr") for p in problems] == [
        "il manque la donnée «\u00a0eleves\u00a0» pour «\u00a0meuse\u00a0»"
    ]
    assert problems[0].help is not None
    assert "ag-quorum" in problems[0].help.text("fr")


def test_a_fault_is_told_at_its_line() -> None:
    vote = {"body": "cogouv", "date": "2023-06-20", "present": ["aube", "aubee"], "ballots": {}}
    assert place(vote, NO) == (6, 3)
    vote = {"body": "cogouv", "date": "2023-06-20", "present": ["aube"], "ballots": {"aube": "for", "meuse": "for"}}
    assert place(vote, NO) == (9, 3)
    thrice: dict[str, Any] = {"body": "cogouv", "date": "2023-06-20", "present": ["aube"]}
    assert place({**thrice, "rounds": [{"ballots": {}}] * 3}, NO) == (14, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"body": "ag", "present": [], "ballots": {"aube": "for", "aube": "against"}}', "SRC"),
        ('{"body": "ag", "present": [], "ballots": {}, "data": {"eleves": {"by": {"aube": -1}}}}', "SRC406"),
        ('{"body": "ag", "present": [], "ballots": {}, "data": {"eleves": {"by": {"aube": 10.5}}}}', "SRC406"),
        ('{"body": "ag", "present": [], "ballots": {}, "data": {"eleves": {"by": {"aube": 1e3}}}}', "SRC406"),
        ('{"body": "ag", "present": [], "ballots": {"aube": "yes"}}', "SRC403"),
        ('{"body": "ag", "present": []}', "SRC"),
        ('{"body": "ag", "present": [], "ballots": {}, "rounds": [{"ballots": {}}]}', "SRC"),
        ('{"body": "ag", "present": [], "ballots": {}, "votes": 3}', "SRC401"),
        ("[]", "SRC"),
        ("", "SRC"),
        ("{", "SRC"),
        ("[" * 40, "SRC"),
        ("\x00", "SRC"),
    ],
)
def test_what_is_no_vote_is_refused_with_its_place(text: str, expected: str) -> None:
    motion, problems = read_motion("vote.json", text)
    assert motion is None
    assert problems
    assert all(p.code.id.startswith(expected) for p in problems)
    assert all(p.span.path == "vote.json" for p in problems)


@pytest.mark.parametrize("indent", [None, 1, "\t"])
@pytest.mark.parametrize("ascii_", [True, False])
def test_any_way_to_write_the_same_json_is_read(indent: int | str | None, *, ascii_: bool) -> None:
    vote = {**cogouv(TEN), "title": "É « x » 😀 # y: \\ \\ud83d / \t"}
    motion, problems = read_motion("vote.json", json.dumps(vote, indent=indent, ensure_ascii=ascii_))
    assert not problems
    assert motion is not None
    assert motion.present == TEN
    assert motion.title == vote["title"]


def asked(*arguments: object, text: str = "") -> Ended:
    return called("decide", *arguments, project=ROOT, typed=text)


def test_a_vote_without_a_day_is_refused_unless_the_call_says_it() -> None:
    vote = {k: v for k, v in cogouv(TEN).items() if k != "date"}
    assert "DEC102" in asked("-", text=json.dumps(vote)).stderr
    assert asked("-", "--at", "2023-06-20", text=json.dumps(vote)).exit_code == 0


def test_a_body_that_no_rule_knows_is_refused_with_those_that_are_known() -> None:
    found = asked("-", text=json.dumps({**cogouv(TEN), "body": "cogouw"}))
    assert found.exit_code == 1
    assert "DEC103" in found.stderr
    assert "cogouv" in found.stderr


def test_a_refusal_is_json_where_that_is_asked_for() -> None:
    found = asked("-", "--format", "json", text=json.dumps({**cogouv(TEN), "body": "cogouw"}))
    assert found.exit_code == 1
    assert [d["code"] for d in json.loads(found.stdout)["diagnostics"]] == ["DEC103"]


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert asked(str(tmp_path / "none.json")).exit_code == 2
    (tmp_path / "latin.json").write_bytes(b"\xe9")
    assert asked(str(tmp_path / "latin.json")).exit_code == 1
    (tmp_path / "long.json").write_bytes(b" " * 2_000_001)
    assert asked(str(tmp_path / "long.json")).exit_code == 1


def test_what_a_council_makes_possible_and_refuses() -> None:
    vote = {"body": "conseil", "date": "2024-03-10", "present": ["a", "b", "c"], "ballots": {}}
    assert council(vote | {"proxies": {"d": "a", "e": "a"}})[1] == ["DEC113", "DEC113"]
    tie = {"present": ["a", "b", "c", "d"], "ballots": {"a": "for", "b": "against"}, "secret": "false"}
    assert council(vote | tie)[1] == ["DEC117"]  # who presides, in a tie
    first = {"date": "2024-03-05", "present": ["a", "b"], "agenda": ["budget"]}
    again = vote | {"previous": first, "agenda": ["budget"], "present": ["a"], "chair": "a", "secret": "false"}
    assert council(again | {"previous": first | {"date": "2024-03-10"}})[1] == ["DEC129"]
    assert council(again | {"previous": first | {"present": ["a", "b", "c", "d"]}})[1] == ["DEC124"]
    assert council(again | {"agenda": []})[1] == ["DEC117"]
    undated = {key: value for key, value in again.items() if key != "date"} | {"version": "conseil"}
    assert council(undated)[1] == ["DEC117"]  # how long after the first meeting, nobody says
    assert council(vote | {"body": "bureau", "present": ["a", "b"], "proxies": {"c": "a"}})[1] == ["DEC114"]


OPEN = """\
règles:
  - {id: sieges, nature: composition, article: "1", citation: "le comité", instance: comite, interprétations: {sièges: {un: {libellé: x, valeur: [x]}, deux: {libellé: y, valeur: [x, y]}}}}
"""


def small(yaml: str, vote: dict[str, Any]) -> list[str]:
    """The codes of a vote under rules written here about one article: « le comité et ses collèges »."""
    time = timeline(version("convention", article("1", "le comité et ses collèges"), first="2020-01-01"))
    rules, problems = bound(yaml, time)
    assert not problems
    motion, problems = read_motion("vote.json", json.dumps({"body": "comite", "date": "2024-03-10", **vote}))
    assert motion is not None
    found = docket(rules.of("convention"), "comite", "")
    assert found is not None
    _, problems = decide(motion, found, frozenset())
    return [p.code.id for p in problems]


def test_a_seat_under_one_reading_only_is_in_doubt() -> None:
    assert small(OPEN, {"present": ["x", "y"], "ballots": {}}) == ["DEC105"]
    # Nothing says what the seats weigh, and none of the majorities that are supposed asks: each is counted as one.
    assert small(OPEN, {"present": ["x"], "ballots": {"x": "for"}}) == []


@pytest.mark.parametrize("count", [11, 40])
def test_more_readings_than_can_be_worked_out_are_refused_at_once(count: int) -> None:
    rule = OPEN.partition("\n")[2]
    many = "".join(
        rule.replace("sieges", f"s{n}")
        .replace("instance: comite", f"instance: comite, collège: c{n}")
        .replace("y]", f"y{n}]")
        for n in range(count)
    )
    assert small(f"règles:\n{many}", {"present": [], "ballots": {}}) == ["DEC123"]


def test_every_refusal_of_a_vote_is_shown_by_a_test_here() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert [code.id for code in CODES if code.id.startswith("DEC") and f'"{code.id}"' not in source] == []


def test_what_is_written_as_json_has_it_fits_the_schema_as_it_is() -> None:
    """Whoever checks an input before sending it reads `true` where the command reads a text."""
    for name, given in (
        ("decide-input", changed(secret=True)),
        ("qualify-input", {"matter": "a", "facts": {"b": False}}),
    ):
        assert schemas.validator(name).is_valid(given)
    motion, problems = read_motion("vote.json", json.dumps(changed(secret=True)))
    assert problems == ()
    assert motion is not None
    assert motion.secret is True


@pytest.mark.parametrize("name", ["decide-input", "qualify-input"])
def test_the_form_of_each_text_of_an_input_is_told_in_the_language_of_the_call(name: str) -> None:
    """These schemas are in English: their own words are of no help in French."""
    patterns = set(re.findall(r'"pattern": "([^"]*)"', json.dumps(schemas.load(name))))
    assert patterns
    assert patterns <= codes_schema.FORMS.keys()


def test_who_is_not_designated_is_missing_to_the_rule_that_seats_them() -> None:
    _, problems = put({**changed(body="costrat"), "present": list(TEN)})
    (helped,) = [p.help.text("fr") for p in problems if p.help]
    assert "costrat-aa" in helped
