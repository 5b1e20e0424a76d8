"""The engine against an independent reading of the act, on ten thousand votes drawn from a seed."""

from __future__ import annotations

import os
import random
from collections import Counter
from fractions import Fraction

import pytest

from clausier.decide.decide import decide
from clausier.decide.motion import Column, Motion, Round
from decide import reference
from decide.reference import How, Vote
from decide.stage import TEN, rules_for

MAJORITIES = {
    "relative": "relative",
    "present": "absolute-of-present",
    "all": "absolute-of-all",
    "unanimity": "unanimity",
}


def keys(body: str, how: How) -> dict[str, str]:
    """How the compiler calls what the reference assumes."""
    named = {
        "aa": ("ag-aa.seats", {"two": "deux-sieges", "one": "une-voix"}),
        "common": ("vote-of.autorites-academiques", {}),
        "pupils": (f"{body}-quorum.base", {"members": "all"}),
        "quorum": ("cogouv-quorum.applies", {"none": "no", "costrat": "yes"}),
        "base": ("cogouv-majorite.base", {}),
        "majority": ("majority", MAJORITIES),
        "later": (f"{body}-scrutin.later-rounds", {}),
        "proxies": ("proxies", {"yes": "allowed", "no": "not-allowed"}),
    }
    return {named[name][0]: named[name][1].get(case, case) for name, case in how.items()}


def motion(vote: Vote) -> Motion:
    turns = tuple(
        Round(ballots=t["ballots"], arrived=tuple(t["arrived"]), left=tuple(t["left"]), proxies=t["proxies"])
        for t in vote["rounds"]
    )
    by = {member: Fraction(n) for member, n in vote["pupils"].items()}
    return Motion(
        body=vote["body"],
        matter=vote["matter"],
        present=tuple(vote["present"]),
        rounds=turns,
        data={"eleves": Column(by, Fraction(vote["total"]))},
        designated={"aa": (reference.RECTOR, reference.DRAAF)} if vote["body"] == "costrat" else {},
    )


def check(vote: Vote, seen: Counter[str]) -> None:
    expected = [(keys(vote["body"], how), *reference.outcome(vote, how)) for how in reference.ways(vote)]
    decision, problems = decide(motion(vote), rules_for(vote["body"], vote["matter"]), frozenset(TEN))
    last = len(vote["rounds"])
    if last > 1 and all(outcome == "adopted" and number < last for _, outcome, number in expected):
        assert [p.code.id for p in problems] == ["DEC120"]
        seen["refused"] += 1
        return
    assert decision is not None, [p.message.text("en") for p in problems]
    for assumes, outcome, number in expected:
        fitting = [r for r in decision.readings if all(assumes[k] == v for k, v in r.assumes.items())]
        assert [(r.outcome, r.round) for r in fitting] == [(outcome, number)], (vote, assumes)
    outcomes = {outcome for _, outcome, _ in expected}
    assert decision.outcome == (outcomes.pop() if len(outcomes) == 1 else "undetermined"), vote
    seen[decision.outcome] += 1


SEEDS = 1 if os.environ.get("CLAUSIER_TESTS") == "few" else 10


@pytest.mark.parametrize("seed", range(SEEDS))
def test_ten_thousand_votes_come_out_as_the_act_reads(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - votes to try, no secrets
    seen: Counter[str] = Counter()
    for _ in range(1000):
        check(reference.some_vote(dice), seen)
    # A run in which one outcome never came up would prove nothing of it.
    assert min(seen[outcome] for outcome in ("adopted", "rejected", "no-quorum", "undetermined")) >= 30, seen
