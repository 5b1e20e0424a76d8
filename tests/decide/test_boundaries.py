"""Votes of the real act on each of its boundaries, worked out by hand from the text of 8.1 to 8.4."""

from __future__ import annotations

import json
from typing import Any

import pytest

from clausier.decide.assume import questions
from clausier.decide.decide import decide
from clausier.decide.docket import bodies, docket
from clausier.decide.read import read_motion
from decide.stage import AA, ONES, TEN, cogouv, outcome, pupils, put, rules_for
from support.projects import real_convention

NO_QUORUM_RULE = "cogouv-quorum.applies=no"


# 4,5 + 2 + 1,5 + 4 × 1 = 12 voix on 15: exactly 80 %.
TWELVE = ("region-grand-est", "collectivite-europeenne-alsace", "moselle", *ONES[:4])


@pytest.mark.parametrize(
    ("for_", "base", "expected"),
    [
        (TWELVE, "ensemble", "adopted"),
        (TWELVE[:-1], "ensemble", "rejected"),  # 11 of 15
        (TEN, "ensemble", "adopted"),
        (TEN[1:], "ensemble", "rejected"),  # without the Région: 10,5 of 15
        ((), "ensemble", "rejected"),
        ((), "présents", "rejected"),
        ((), "exprimés", "rejected"),  # 80 % of no votes
    ],
)
def test_four_fifths_of_all_votes_are_twelve(for_: tuple[str, ...], base: str, expected: str) -> None:
    assert outcome(cogouv(for_), f"assiette={base}", NO_QUORUM_RULE) == expected


def test_of_the_present_and_of_the_cast_four_fifths_are_fewer() -> None:
    # Present: the five that weigh one; four of them are 4 of 5, exactly 80 %.
    four = cogouv(ONES[:4], present=ONES[:5], against=ONES[4:5])
    assert outcome(four, "assiette=présents", NO_QUORUM_RULE) == "adopted"
    assert outcome(four, "assiette=exprimés", NO_QUORUM_RULE) == "adopted"
    assert outcome(four, "assiette=ensemble", NO_QUORUM_RULE) == "rejected"  # 4 of 15
    three = cogouv(ONES[:3], present=ONES[:5], against=ONES[3:4])
    assert outcome(three, "assiette=présents", NO_QUORUM_RULE) == "rejected"  # 3 of 5
    assert outcome(three, "assiette=exprimés", NO_QUORUM_RULE) == "rejected"  # 3 of 4 is 75 %


def test_where_the_three_readings_of_the_four_fifths_differ_the_outcome_is_undetermined() -> None:
    # 11 for, 1 against, 1 abstaining, 2 absent: 11/15, 11/13 and 11/12; 80 % of 15 is 12, of 13 is 10,4, of 12 is 9,6.
    present = (*TWELVE, ONES[4])
    vote = cogouv(TWELVE[:-1], present=present, against=TWELVE[-1:])
    decision, _ = put(vote, NO_QUORUM_RULE)
    assert decision is not None
    assert decision.outcome == "undetermined"
    assert {r.assumes["cogouv-majorite.base"]: r.outcome for r in decision.readings} == {
        "all": "rejected",
        "present": "adopted",
        "cast": "adopted",
    }
    assert [q.key for q in decision.open] == ["cogouv-majorite.base"]


def test_where_they_agree_it_is_not() -> None:
    decision, _ = put(cogouv(TEN), NO_QUORUM_RULE)
    assert decision is not None
    assert decision.outcome == "adopted"
    assert len(decision.readings) == 3


def test_an_assumption_settles_one_reading_and_is_told() -> None:
    vote = cogouv(TWELVE[:-1], present=(*TWELVE, ONES[4]), against=TWELVE[-1:])
    decision, _ = put(vote, "assiette=ensemble", "application=non")
    assert decision is not None
    assert decision.outcome == "rejected"
    assert dict(decision.assumed) == {"cogouv-majorite.base": "all", "cogouv-quorum.applies": "no"}
    assert decision.open == ()


def test_whether_the_cogouv_has_a_quorum_is_open_by_analogy() -> None:
    # Four members, who weigh 12 of 15 with no one else: no. The Région and three others: heads are short of five.
    four = ("region-grand-est", "collectivite-europeenne-alsace", "moselle", "ardennes")
    vote = {**cogouv(four, present=four), **pupils()}
    decision, _ = put(vote, "assiette=présents")
    assert decision is not None
    assert decision.outcome == "undetermined"
    assert {r.assumes["cogouv-quorum.applies"]: r.outcome for r in decision.readings} == {
        "no": "adopted",
        "yes": "no-quorum",
    }


def test_a_reading_that_lacks_its_figures_is_told_and_leaves_the_outcome_open() -> None:
    decision, _ = put(cogouv(TEN))
    assert decision is not None
    assert decision.outcome == "undetermined"
    lacking = [r for r in decision.readings if r.needs]
    assert [r.assumes for r in lacking] == [{"cogouv-quorum.applies": "yes"}]
    assert [need.name for _, need in lacking[0].needs] == ["eleves"]


def ag(present: tuple[str, ...], ballots: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"body": "ag", "date": "2023-06-20", "present": list(present), "ballots": ballots, **pupils(), **more}


ALL_TWELVE = (*TEN, *AA)


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        (5, "no-quorum"),  # five of ten members, but exactly half of the pupils: more than half is needed
        (6, "adopted"),
        (4, "no-quorum"),
    ],
)
def test_the_quorum_of_the_assembly_is_half_of_the_members_with_more_than_half_of_the_pupils(
    present: int, expected: str
) -> None:
    here = (*TEN[:present], *AA)
    assert outcome(ag(here, dict.fromkeys(here, "for")), "majorité=relative") == expected


def test_five_of_ten_members_are_enough_where_they_have_one_pupil_more() -> None:
    here = (*TEN[:5], *AA)
    vote = {**ag(here, dict.fromkeys(here, "for")), **pupils(region_grand_est=11)}  # 51 of 101
    assert outcome(vote, "majorité=relative") == "adopted"
    assert outcome({**vote, **pupils(region_grand_est=10, total=100)}, "majorité=relative") == "no-quorum"


def test_the_academic_authorities_are_no_members_and_make_no_quorum() -> None:
    here = (*TEN[:4], *AA)
    vote = {**ag(here, dict.fromkeys(here, "for")), **pupils(region_grand_est=1000)}
    assert outcome(vote, "majorité=relative") == "no-quorum"


def test_of_which_pupils_the_half_is_taken_is_open() -> None:
    # Six members with 60 pupils: more than half of the members' 100, not of the 120 of the Grand Est.
    here = TEN[:6]
    vote = {**ag(here, dict.fromkeys(here, "for")), **pupils(total=120)}
    assert outcome(vote, "majorité=relative") == "undetermined"
    assert outcome(vote, "majorité=relative", "assiette=total") == "no-quorum"
    assert outcome(vote, "majorité=relative", "assiette=ensemble") == "adopted"


def test_the_text_states_no_majority_for_the_assembly() -> None:
    # 7 for, 5 against of 12: more for than against, more than half of all; not unanimous.
    ballots = {**dict.fromkeys(ALL_TWELVE[:5], "for"), **dict.fromkeys(AA, "for"), **dict.fromkeys(TEN[5:], "against")}
    decision, _ = put(ag(ALL_TWELVE, ballots))
    assert decision is not None
    assert decision.outcome == "undetermined"
    assert [silence.key for silence in decision.silences] == ["majority"]


def test_unanimity_is_adopted_and_no_vote_for_is_rejected_whatever_the_majority() -> None:
    for vote, expected in (("for", "adopted"), ("against", "rejected"), ("abstain", "rejected")):
        decision, _ = put(ag(ALL_TWELVE, dict.fromkeys(ALL_TWELVE, vote)))
        assert decision is not None
        assert decision.outcome == expected
        assert [silence.key for silence in decision.silences] == ["majority"]


def test_whether_the_authorities_have_two_votes_or_one_may_decide() -> None:
    # Five members for, three against; the two of the AA against: 5 to 5, or 5 to 4.
    ballots = {**dict.fromkeys(TEN[:5], "for"), **dict.fromkeys(TEN[5:8], "against"), **dict.fromkeys(AA, "against")}
    vote = ag(ALL_TWELVE, ballots)
    assert outcome(vote, "majorité=relative") == "undetermined"
    assert outcome(vote, "majorité=relative", "sièges=deux-sieges") == "rejected"
    assert outcome(vote, "majorité=relative", "sièges=une-voix") == "adopted"


def test_a_vote_held_together_is_each_of_three_where_its_holders_differ() -> None:
    # Members: 5 for, 5 against. The one vote of the AA decides, and they differ.
    ballots = {**dict.fromkeys(TEN[:5], "for"), **dict.fromkeys(TEN[5:], "against"), AA[0]: "for", AA[1]: "against"}
    decision, _ = put(ag(ALL_TWELVE, ballots), "majorité=relative", "sièges=une-voix", "assiette=ensemble")
    assert decision is not None
    assert {r.assumes["vote-of.autorites-academiques"]: r.outcome for r in decision.readings} == {
        "for": "adopted",
        "against": "rejected",
        "abstain": "rejected",
    }
    alone = {**ballots}
    del alone[AA[1]]
    assert outcome(ag(ALL_TWELVE, alone), "majorité=relative", "sièges=une-voix") == "adopted"


def test_who_may_not_vote_leaves_the_common_vote_to_the_other() -> None:
    # Members: 5 for, 5 against. The Rector is recused: the DRAAF alone has the one vote of the AA.
    ballots = {**dict.fromkeys(TEN[:5], "for"), **dict.fromkeys(TEN[5:], "against"), AA[1]: "for"}
    settled = ("majorité=relative", "sièges=une-voix", "assiette=ensemble")
    assert outcome(ag(ALL_TWELVE, ballots, recused=[AA[0]]), *settled) == "adopted"
    del ballots[AA[1]]
    both, _ = put(ag(ALL_TWELVE, ballots, recused=list(AA)), *settled, "déport=not-counted")
    assert both is not None
    assert both.outcome == "rejected"
    assert len(both.readings[0].facts.sets["all"]) == 10


def test_what_is_asked_about_a_vote_of_the_assembly_is_what_the_act_leaves_open() -> None:
    motion, _ = read_motion("vote.json", json.dumps(ag(ALL_TWELVE, {})))
    assert motion is not None
    assert [question.key for question in questions(rules_for("ag", ""), motion)] == [
        "ag-aa.seats",
        "vote-of.autorites-academiques",
        "majority",
        "ag-scrutin.later-rounds",
        "ag-quorum.base",
    ]


def test_what_a_second_round_needs_is_open() -> None:
    # 11 of 15 for, 4 against: not 80 %. The same again: adopted if a relative majority is enough then.
    eleven = {**dict.fromkeys(TWELVE[:-1], "for"), **dict.fromkeys(ONES[3:], "against")}
    vote = {k: v for k, v in cogouv(()).items() if k != "ballots"}
    twice = {**vote, "rounds": [{"ballots": eleven}, {"ballots": eleven}]}
    assert outcome(twice, "assiette=ensemble", NO_QUORUM_RULE) == "undetermined"
    assert outcome(twice, "assiette=ensemble", NO_QUORUM_RULE, "second-tour=même") == "rejected"
    assert outcome(twice, "assiette=ensemble", NO_QUORUM_RULE, "second-tour=relative") == "adopted"


def test_who_came_or_left_before_a_round_counts_in_it() -> None:
    here = (*TEN[:5], *AA)
    vote = {k: v for k, v in ag(here, {}).items() if k != "ballots"}
    against = dict.fromkeys(TEN[:5], "against")
    late = [{"arrived": ["meuse"], "ballots": {**against, "meuse": "against"}}]
    assert outcome({**vote, "rounds": late}, "majorité=relative") == "rejected"  # six: the quorum is there
    gone = [*late, {"left": ["aube", "meuse"], "ballots": {}}]
    assert outcome({**vote, "rounds": gone}, "majorité=relative") == "no-quorum"


def test_the_absolute_majority_of_the_members_is_six() -> None:
    vote = {"body": "cst", "matter": "pilotage-des-cst", "date": "2023-06-20", "present": list(TEN)}
    assert outcome({**vote, "ballots": dict.fromkeys(TEN[:6], "for")}) == "adopted"
    assert outcome({**vote, "ballots": dict.fromkeys(TEN[:5], "for")}) == "rejected"


def test_nobody_says_who_sits_for_the_authorities_in_the_costrat() -> None:
    vote = {**ag(TEN, dict.fromkeys(TEN, "for")), "body": "costrat"}
    decision, problems = put(vote)
    assert decision is None
    assert [p.code.id for p in problems] == ["DEC117"]
    assert outcome({**vote, "designated": {"aa": ["recteur-grand-est"]}}, "majorité=absolute-of-all") == "adopted"


def test_without_a_rule_of_composition_those_sit_to_whom_a_table_gives_votes() -> None:
    rules = [rule for rule in real_convention().rules.of("avenant-1") if rule.source.kind != "composition"]
    found = docket(rules, "cogouv", "evolution-structurante")
    assert found is not None
    motion, _ = read_motion("vote.json", json.dumps(cogouv(TWELVE)))
    assert motion is not None
    decision, problems = decide(motion, found, frozenset(), ("assiette=ensemble", NO_QUORUM_RULE))
    assert decision is not None, problems
    assert decision.outcome == "adopted"
    assert docket(rules, "ag", "") is None
    assert bodies(rules) == ("cogouv",)
