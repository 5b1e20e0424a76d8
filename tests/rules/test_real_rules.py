"""The rules of the real convention: what they say, and what they decide on each boundary, from `rules.json` alone."""

from __future__ import annotations

import datetime
import json
import re
from fractions import Fraction
from typing import Any

import pytest

from clausier import schemas
from clausier.compile import Compiled
from clausier.emit.answers import select
from clausier.emit.rules_json import rules_at, rules_diff
from clausier.emit.rules_text import changes_text, rules_text
from clausier.rules.vocabulary import PARAMETERS
from decide.stage import TEN
from rules import reader
from rules.timelines import written_json
from support.paged import pages_of
from support.projects import ROOT, real_convention

VOTES = dict(zip(TEN, ("4.5", "1", "1", "1", "1", "1", "1", "1.5", "2", "1"), strict=True))


@pytest.fixture
def compiled() -> Compiled:
    return real_convention()


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    compiled = real_convention()
    found: dict[str, Any] = written_json(compiled.rules, compiled.timeline)
    return found


@pytest.fixture(scope="module")
def rules(written: dict[str, Any]) -> dict[str, Any]:
    assert len({rule["id"] for rule in written["rules"]}) == len(written["rules"])
    return {rule["id"]: rule for rule in written["rules"]}


def facts(**given: Any) -> dict[str, Any]:
    """Facts about a vote of the ten members with their votes; sets not given are empty."""
    sets = {"all": TEN, "members": TEN, "present": (), "for": (), "against": (), **given.pop("sets", {})}
    votes = {seat: Fraction(v) for seat, v in VOTES.items()}
    return {"sets": sets, "columns": {"votes": votes, **given.pop("columns", {})}, "assumes": {}, **given}


def test_the_votes_of_each_member_are_read_from_the_table(rules: dict[str, Any]) -> None:
    assert rules["cogouv-voix"]["value"] == {"by": VOTES, "total": None}
    assert sum(Fraction(v) for v in VOTES.values()) == 15


@pytest.mark.parametrize("body", ["ag", "costrat"])
def test_each_titular_has_one_vote(rules: dict[str, Any], body: str) -> None:
    assert rules[f"{body}-voix"]["value"] == {"each": "1"}


# The Région, the Alsace, Moselle and four more weigh 12 of 15: exactly 80 %.
TWELVE = ("region-grand-est", "collectivite-europeenne-alsace", "moselle", "ardennes", "aube", "marne", "haute-marne")


@pytest.mark.parametrize(
    ("in_favour", "base", "adopted"),
    [
        (TWELVE, "all", True),
        (TWELVE[:-1], "all", False),
        (("region-grand-est",), "all", False),
        (tuple(seat for seat in TEN if seat != "region-grand-est"), "all", False),
        (TWELVE[:-1], "cast", True),
        ((), "cast", False),
        ((), "present", False),
    ],
)
def test_four_fifths_are_reached_at_twelve_of_fifteen(
    rules: dict[str, Any], in_favour: tuple[str, ...], base: str, *, adopted: bool
) -> None:
    known = facts(sets={"for": in_favour, "present": in_favour}, assumes={"base": base})
    assert reader.holds(rules["cogouv-majorite"]["condition"], known) is adopted


def test_of_the_present_four_fifths_are_counted_exactly(rules: dict[str, Any]) -> None:
    # Five members with one vote each: four are 80 %. With the Moselle's 1.5 in their place, 4.5 of 5.5 are 81.8 %.
    fives = ("ardennes", "aube", "marne", "haute-marne", "meuse")
    condition = rules["cogouv-majorite"]["condition"]
    for in_favour, adopted in ((fives[:4], True), (fives[:3], False)):
        known = facts(sets={"for": in_favour, "present": fives}, assumes={"base": "present"})
        assert reader.holds(condition, known) is adopted


def test_what_the_words_leave_open_about_the_four_fifths_has_three_readings(rules: dict[str, Any]) -> None:
    assert rules["cogouv-majorite"]["readings"] == [
        {
            "name": "base",
            "cases": [
                {"case": "all", "label": "des voix de tous les membres"},
                {"case": "present", "label": "des voix des présents"},
                {"case": "cast", "label": "des suffrages exprimés"},
            ],
        }
    ]


@pytest.mark.parametrize("body", ["ag", "costrat"])
@pytest.mark.parametrize("base", ["total", "all"])
@pytest.mark.parametrize(
    ("present", "pupils", "met"),
    [(5, 51, True), (5, 50, False), (4, 90, False), (10, 100, True), (10, 50, False), (0, 0, False)],
)
def test_the_quorum_takes_half_of_the_members_with_more_than_half_of_the_pupils(
    rules: dict[str, Any], body: str, base: str, present: int, pupils: int, *, met: bool
) -> None:
    here = TEN[:present]
    by = {
        seat: Fraction(pupils, present) if seat in here else Fraction(100 - pupils, max(1, 10 - present))
        for seat in TEN
    }
    if present == 10:
        base = "total"  # all pupils are those of the present then
    known = facts(
        sets={"present": (*here, "recteur-grand-est")},
        columns={"eleves": by},
        totals={"eleves": 100},
        assumes={"base": base},
    )
    assert reader.holds(rules[f"{body}-quorum"]["condition"], known) is met


def test_of_which_pupils_the_half_is_taken_is_open_and_may_decide(rules: dict[str, Any]) -> None:
    by = dict.fromkeys(TEN, Fraction(10))
    known = facts(sets={"present": TEN[:6]}, columns={"eleves": by}, totals={"eleves": 120})
    outcomes = {
        b: reader.holds(rules["ag-quorum"]["condition"], {**known, "assumes": {"base": b}}) for b in ("total", "all")
    }
    assert outcomes == {"total": False, "all": True}


@pytest.mark.parametrize(("count", "agreed"), [(5, False), (6, True)])
def test_the_absolute_majority_of_ten_members_is_six(rules: dict[str, Any], count: int, *, agreed: bool) -> None:
    known = facts(sets={"for": (*TEN[:count], "recteur-grand-est")})
    assert reader.holds(rules["cst-pilotage-confie"]["condition"], known) is agreed


@pytest.mark.parametrize(("copil", "in_time"), [("2024-05-10", True), ("2024-05-11", False)])
def test_the_meeting_that_prepares_the_assembly_is_three_weeks_before_it(
    rules: dict[str, Any], copil: str, *, in_time: bool
) -> None:
    known = {"days": {"ag": "2024-05-31", "copil-strategique": copil}}
    assert reader.holds(rules["ag-preparation"]["condition"], known) is in_time


@pytest.mark.parametrize(
    ("rule", "every"),
    [("ag-annuelle", "P1Y"), ("cogouv-semestriel", "P6M"), ("cst-trimestriels", "P3M")],
)
def test_bodies_meet_at_least_once_in_each_period(rules: dict[str, Any], rule: str, every: str) -> None:
    assert rules[rule]["value"] == {"rhythm": {"times": 1, "every": every}}
    for meetings, often_enough in (((), False), (("one",), True)):
        known = {"sets": {f"meetings/{every}": meetings}}
        assert reader.holds(rules[rule]["condition"], known) is often_enough


def test_the_strategic_committee_meets_each_semester_or_each_year(rules: dict[str, Any]) -> None:
    assert list(rules["costrat-semestriel"]["value"]["rhythm"]["cases"].values()) == [
        {"times": 1, "every": "P6M"},
        {"times": 1, "every": "P1Y"},
    ]


def test_the_precedence_clause_is_the_amendments_own_second_article_5(rules: dict[str, Any]) -> None:
    clause = rules["primaute-avenant-1"]
    assert clause["article"] == "avenant-1, 5 (2)"
    assert (clause["value"]["prevails"], clause["value"]["over"]) == ("avenant-1", ["convention"])


def test_all_of_them_come_from_the_amendment_and_are_certain_from_the_last_day_it_may_be_signed(
    rules: dict[str, Any],
) -> None:
    for rule in rules.values():
        assert rule["act"] == "avenant-1"
        assert rule["versions"] == ["avenant-1"]
        assert rule["valid"] == {"from": "2022-12-31", "to": None}
        assert rule["overridden-by"] is None


def test_every_quotation_stands_in_the_act_as_received(rules: dict[str, Any]) -> None:
    source = " ".join((ROOT / "amendments/2022-avenant-1/source.txt").read_text(encoding="utf-8").split())
    for rule in rules.values():
        for part in rule["quote"].split(" | "):
            assert " ".join(part.split()) in source


def test_before_the_amendment_no_rule_is_known_and_what_is_not_at_hand_is_said(compiled: Compiled) -> None:
    chosen = select(compiled.timeline, day=datetime.date(2020, 1, 1))
    assert chosen is not None
    answer = rules_at(compiled.rules, compiled.timeline, chosen)
    assert answer["rules"] == []
    assert {"article": "8", "reason": answer["lacunas"][-1]["reason"]} in answer["lacunas"]


def test_while_the_day_of_signature_is_open_each_candidate_answers(compiled: Compiled) -> None:
    chosen = select(compiled.timeline, day=datetime.date(2022, 8, 1))
    assert chosen is not None
    answer = rules_at(compiled.rules, compiled.timeline, chosen)
    assert answer["undetermined"]["from"] == "2022-06-21"
    assert answer["undetermined"]["to"] == "2022-12-30"
    assert [b["act"] for b in answer["undetermined"]["because"]] == ["avenant-1"]
    assert [(c["version"], bool(c["rules"])) for c in answer["candidates"]] == [
        ("convention", False),
        ("avenant-1", True),
    ]
    assert "rules" not in answer


# What the amendment's own words state, and the sub-articles that it adds: all else it reworded, and what the words of 2018
# stated is not known.
ADDED = {"groupement-membres", "cea-fusion", "region-direction", "pilote-sans-indemnite", "primaute-avenant-1"} | {
    f"pilote-{duty}"
    for duty in "documents execution effectifs pilotage mode-projet liaison preparation information".split()
}


def test_the_amendment_adds_what_was_not_there_and_rewords_what_nobody_knows(compiled: Compiled) -> None:
    before, after = (compiled.timeline.version(name) for name in ("convention", "avenant-1"))
    assert before is not None
    assert after is not None
    there = rules_diff(compiled.rules, compiled.timeline, before, after)
    assert {c["id"]: c["kind"] for c in there["changes"]} == {
        r.id: "added" if r.id in ADDED else "unknown-before" for r in compiled.rules.rules
    }
    back = rules_diff(compiled.rules, compiled.timeline, after, before)
    assert {c["id"]: c["kind"] for c in back["changes"]} == {
        r.id: "removed" if r.id in ADDED else "unknown-after" for r in compiled.rules.rules
    }
    assert all(c["after"] is None and c["before"]["id"] == c["id"] for c in back["changes"])
    assert rules_diff(compiled.rules, compiled.timeline, after, after)["changes"] == []
    said = changes_text(there, "fr")
    known, _, unknown = said.partition("Le texte d’avant n’est pas disponible, et énonçait peut-être déjà\u00a0:\n")
    assert {line.split()[1] for line in known.splitlines() if line.startswith("+ ")} == ADDED
    assert "\n? ag-annuelle — périodicité (ag) — 8.1, avenant-1\n" in unknown
    assert "\n+ " not in unknown


def test_every_remark_holds_in_the_text_of_the_amendment(compiled: Compiled) -> None:
    assert compiled.rules.remarks
    assert all("avenant-1" in remark.versions for remark in compiled.rules.remarks)
    assert not [d for d in compiled.diagnostics if d.code.id.startswith("RUL")]


def test_what_is_written_fits_its_schema(compiled: Compiled, written: dict[str, Any]) -> None:
    timeline = compiled.timeline
    answers: list[Any] = [written]
    for when in (datetime.date(2020, 1, 1), datetime.date(2022, 8, 1), datetime.date(2023, 1, 1)):
        chosen = select(timeline, day=when)
        assert chosen is not None
        answers.append(rules_at(compiled.rules, timeline, chosen))
    answers.append(rules_diff(compiled.rules, timeline, timeline.versions[0], timeline.versions[-1]))
    for answer in answers:
        assert schemas.validator("rules").is_valid(json.loads(json.dumps(answer)))


def test_what_the_words_leave_open_is_named_in_french_to_french_readers(compiled: Compiled) -> None:
    english = [name for french, name in PARAMETERS.items() if french != name]
    chosen = select(compiled.timeline, version="avenant-1")
    assert chosen
    answer = rules_at(compiled.rules, compiled.timeline, chosen)
    told = rules_text(answer, "fr") + pages_of(compiled, ROOT)["regles.md"]
    assert {"(second-tour)", "<li>par\u00a0:"} <= set(re.findall(r"\([\w-]+\)|<li>[\w-]+\u00a0:", told))
    assert not re.findall(rf"\((?:{'|'.join(english)})\)\u00a0:|<li>(?:{'|'.join(english)})\u00a0:", told)
