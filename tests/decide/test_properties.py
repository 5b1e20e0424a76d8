"""Laws that hold of any vote, tried on votes drawn from a seed or made by hypothesis."""

from __future__ import annotations

import ast
import json
import random
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import clausier.decide.decide
import clausier.rules.conditions
from clausier import schemas
from clausier.decide.decide import Decision, decide
from clausier.decide.docket import Docket
from clausier.decide.motion import VOTES, Motion, Round
from clausier.decide.outcome import tally
from clausier.diagnostics import Lang
from clausier.emit.decision_json import decision_json
from clausier.emit.decision_text import decision_text
from clausier.rules.bound import BoundRule
from clausier.rules.kinds import Weights
from decide import reference
from decide.stage import AA, TEN, cogouv, put, rules_for
from decide.test_reference import motion
from support.projects import real_convention

LANGS: tuple[Lang, ...] = ("fr", "en")


def decided(asked: Motion, docket: Docket | None = None, *assumes: str) -> Decision:
    found, problems = decide(asked, docket or rules_for(asked.body, asked.matter), frozenset(TEN), assumes)
    assert found is not None, [p.message.text("en") for p in problems]
    return found


def outcomes(decision: Decision) -> dict[tuple[tuple[str, str], ...], str]:
    return {tuple(sorted(r.assumes.items())): r.outcome for r in decision.readings}


def one_round(dice: random.Random) -> Motion:
    """A vote of one round, without proxies."""
    vote = reference.some_vote(dice)
    turn = vote["rounds"][0]
    here = (set(vote["present"]) | set(turn["arrived"])) - set(turn["left"])
    made = motion({**vote, "present": sorted(here), "rounds": [{**turn, "arrived": [], "left": [], "proxies": {}}]})
    ballots = {seat: v for seat, v in turn["ballots"].items() if seat in here}
    return replace(made, rounds=(Round(ballots=ballots),))


@pytest.mark.parametrize("seed", range(300))
def test_a_vote_in_favour_never_undoes_an_adoption(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - votes to try, no secrets
    asked = one_round(dice)
    ballots = dict(asked.rounds[0].ballots)
    before = outcomes(decided(asked))
    changed = [seat for seat in asked.present if ballots.get(seat) != "for"]
    for seat in changed:
        more = replace(asked, rounds=(Round(ballots={**ballots, seat: "for"}),))
        after = outcomes(decided(more))
        # The two of the AA may come to agree, or to differ: compared where both speak of the same readings.
        for reading in before.keys() & after.keys():
            assert (before[reading], after[reading]) not in {("adopted", "rejected"), ("adopted", "no-quorum")}, seat


@pytest.mark.parametrize("seed", range(100))
def test_the_names_of_seats_that_weigh_alike_change_nothing(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - votes to try, no secrets
    asked = one_round(dice)
    alike = [seat for seat in TEN if reference.HALVES[seat] == 2] if asked.body == "cogouv" else list(TEN)
    swapped = dict(zip(alike, dice.sample(alike, len(alike)), strict=True))

    def of(name: str) -> str:
        return swapped.get(name, name)

    column = asked.data["eleves"]
    other = replace(
        asked,
        present=tuple(of(seat) for seat in reversed(asked.present)),
        rounds=(Round(ballots={of(seat): v for seat, v in asked.rounds[0].ballots.items()}),),
        data={"eleves": replace(column, by={of(seat): n for seat, n in column.by.items()})},
    )
    assert outcomes(decided(asked)) == outcomes(decided(other))


def heavier(docket: Docket, by: Fraction) -> Docket:
    """The same rules with every weight `by` times as much."""

    def scaled(rule: BoundRule) -> BoundRule:
        weights = rule.rule
        if not isinstance(weights, Weights):
            return rule
        each = weights.each * by if weights.each is not None else None
        return replace(rule, rule=replace(weights, each=each, by=tuple((s, v * by) for s, v in weights.by)))

    slots = {name: tuple(scaled(rule) for rule in rules) for name, rules in docket.slots.items()}
    return replace(docket, slots=slots)


@pytest.mark.parametrize("seed", range(100))
def test_weights_in_another_unit_change_nothing_where_thresholds_are_shares(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - votes to try, no secrets
    asked = one_round(dice)
    rules = rules_for(asked.body, asked.matter)
    scaled = decided(asked, heavier(rules, Fraction(dice.randint(1, 50), dice.randint(1, 50))))
    assert outcomes(decided(asked)) == outcomes(scaled)


@given(
    st.dictionaries(st.sampled_from(TEN), st.sampled_from(["for", "against", "abstain"])),
    st.sets(st.sampled_from(TEN), min_size=1),
    st.randoms(use_true_random=False),
)
@settings(max_examples=200)
def test_proxies_keep_the_weight_that_is_given(
    ballots: Mapping[str, str], absent: set[str], dice: random.Random
) -> None:
    present = [seat for seat in TEN if seat not in absent]
    if not present:
        return
    there = {seat: vote for seat, vote in ballots.items() if seat in present}
    holder = dice.choice(present)
    vote: dict[str, Any] = {**cogouv((), tuple(present)), "ballots": {**there, holder: "for"}}
    giver = dice.choice(sorted(absent))
    given_, _ = put({**vote, "proxies": {giver: holder}}, "pouvoirs=allowed", "application=non", "assiette=ensemble")
    alone, _ = put(vote, "application=non", "assiette=ensemble")
    assert given_ is not None
    assert alone is not None
    with_, without = tally(given_.readings[0].facts), tally(alone.readings[0].facts)
    assert with_ is not None
    assert without is not None
    weight = Fraction(reference.HALVES[giver], 2)
    assert with_["for"] == without["for"] + weight
    assert with_["represented"] == weight
    assert all(with_[name] == without[name] for name in ("against", "abstain", "present", "all"))


NUMBERS = "conditions evaluation desugar desugar_votes exact figures kinds values".split()


def test_no_float_is_anywhere_near_a_vote() -> None:
    rules = Path(clausier.rules.conditions.__file__).parent
    paths = [*Path(clausier.decide.decide.__file__).parent.glob("*.py"), *(rules / f"{name}.py" for name in NUMBERS)]
    assert len(paths) > 20
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            alike = path.name == "refuse.py"  # how much two names are alike, which is no count of votes
            assert alike or not (isinstance(node, ast.Constant) and isinstance(node.value, float)), path
            assert not (isinstance(node, ast.Name) and node.id == "float"), path


def numbers(value: Any) -> list[Any]:
    """Every number that an answer holds, however deep."""
    if isinstance(value, dict):
        return [n for inner in value.values() for n in numbers(inner)]
    if isinstance(value, list):
        return [n for inner in value for n in numbers(inner)]
    return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []


@pytest.mark.parametrize("seed", range(20))
def test_no_float_is_in_an_answer(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - votes to try, no secrets
    decision = decided(one_round(dice))
    version = real_convention().timeline.latest
    answer = decision_json(real_convention().rules, version, decision.motion, decision)
    assert all(isinstance(n, int) for n in numbers(answer))
    for reading in decision.readings:
        assert all(type(n) is Fraction for column in reading.facts.columns.values() for n in column.values())


NAMES = (*TEN, *AA, "autorites-academiques", "titulaire-du-marche", "haut-rhin", "x")


def any_vote(dice: random.Random) -> dict[str, Any]:
    """A vote that fits the schema, and may be as absurd as it likes."""

    def some(most: int) -> list[str]:
        return dice.sample(NAMES, dice.randint(0, most))

    def turn() -> dict[str, Any]:
        here = dice.sample(present, dice.randint(0, len(present))) if dice.random() < 0.9 else some(8)
        return {"ballots": {seat: dice.choice(VOTES) for seat in here}}

    present = dice.sample((*TEN, *AA), dice.randint(0, 12)) if dice.random() < 0.8 else some(8)
    vote: dict[str, Any] = {"body": dice.choice(["ag", "costrat", "cogouv", "cst"]), "date": "2023-06-20"}
    vote |= {"present": present, "matter": dice.choice(["evolution-structurante", "pilotage-des-cst", "autre"])}
    vote |= (
        turn() if dice.random() < 0.7 else {"rounds": [turn() | {"left": some(2)} for _ in range(dice.randint(1, 3))]}
    )
    by = {seat: str(dice.randint(0, 50)) for seat in dice.sample(TEN, dice.choice([10, 10, 9]))}
    more = {
        "proxies": {dice.choice(NAMES): dice.choice(NAMES)},
        "recused": some(2),
        "chair": dice.choice(NAMES),
        "designated": {"aa": some(2)},
        "data": {"eleves": {"by": by, "total": str(dice.randint(0, 500))}},
        "previous": {"date": "2023-06-01", "present": some(3)},
    }
    return vote | {key: value for key, value in more.items() if dice.random() < 0.3}


@pytest.mark.parametrize("seed", range(400))
def test_any_vote_is_answered_as_the_schema_says_or_refused_in_words(seed: int) -> None:
    vote = any_vote(random.Random(seed))  # noqa: S311 - votes to try, no secrets
    decision, problems = put(vote)
    assert (decision is None) is bool(problems)
    for problem in problems:
        for lang in LANGS:
            assert "{" not in problem.message.text(lang) + (problem.help.text(lang) if problem.help else "")
    if decision is not None:
        version = real_convention().timeline.latest
        answer = json.loads(json.dumps(decision_json(real_convention().rules, version, decision.motion, decision)))
        assert schemas.validator("decide", "candidate").is_valid(answer)
        assert all(decision_text(answer, lang) for lang in LANGS)
