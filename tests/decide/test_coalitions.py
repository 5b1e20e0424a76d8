"""Who can win and who can block, from rules: equal to trying every vote on the condition itself."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.consolidate.timeline import Membership
from clausier.decide.assume import ManyReadingsError, that_matter
from clausier.decide.coalitions import Answer, AskedSum, Outcome, Quota, _outcome, coalitions, matters, slots
from clausier.decide.docket import docket
from clausier.decide.power import wins
from clausier.decide.seats import Known, meeting, members_of, open_questions, told_apart
from clausier.decide.simple_games import NotWeightedError, game_of
from clausier.diagnostics import Lang, Span
from clausier.emit.coalitions_json import game_json
from clausier.emit.coalitions_text import coalitions_text
from clausier.emit.quotas import needed
from clausier.model.act import Party
from clausier.rules.conditions import (
    Choice,
    Compare,
    Condition,
    Count,
    Joined,
    Named,
    Not,
    Number,
    NumExpr,
    Of,
    Rounded,
    Seats,
    Stated,
    Sum,
    SumOf,
    Within,
    Worked,
)
from clausier.rules.evaluation import Facts, MissingFactError, Need, evaluate
from decide.council import TEXTS
from decide.reference import HALVES
from rules.timelines import article, bound, codes, day, timeline, version
from support.calling import answer_of, called
from support.projects import ROOT

ABC = ("a", "b", "c")
NO_DATA = Facts()


def answers(
    rules: str, words: str, *, members: tuple[str, ...] = ABC, matter: str = "", data: Facts = NO_DATA, **assumed: str
) -> tuple[Answer, ...]:
    """What is answered of the body `comite` whose article says `words`."""
    made, problems = bound(f"règles:\n{rules}", timeline(version("v", article("1", words), first="2020-01-01")))
    assert set(codes(problems)) <= {"RUL301"}  # two rules that answer one question
    settled = {key.replace("__", "."): case for key, case in assumed.items()}
    found: list[Answer] = []
    for one in (matter,) if matter else matters(made.of("v"), "comite"):
        bench = docket(made.of("v"), "comite", one)
        for slot in slots(bench) if bench else ():
            assert bench is not None
            found += coalitions(bench, slot, Known(members=members, data=data), settled)
    return tuple(found)


def outcome(*args: Any, **kwargs: Any) -> Outcome:
    (answer,) = answers(*args, **kwargs)
    assert answer.missing is None
    assert answer.outcome is not None
    return answer.outcome


def rule(id_: str, kind: str, words: str, keys: str = "") -> str:
    extra = f", {keys}" if keys else ""
    return f'  - {{id: {id_}, nature: {kind}, article: "1", citation: "{words}", instance: comite{extra}}}\n'


SEATS = rule("qui", "composition", "chaque membre", "sièges: membres")
EACH = rule("voix", "voix", "une voix", "voix: 1")
VOTES = "aux {s:fraction} des voix"
TWO_THIRDS = rule("m", "majorité", VOTES, "assiette: ensemble")
WORDS = "Le comité réunit chaque membre, avec une voix. Il décide aux deux tiers des voix, ou à la moitié."


def test_each_seat_alike_at_two_thirds_of_three() -> None:
    found = outcome(SEATS + EACH + TWO_THIRDS, WORDS)
    assert found.seats == ABC
    assert found.weights == (Fraction(1),) * 3
    assert found.quotas == (Quota("votes", Fraction(2), Fraction(3)),)
    assert (found.veto, found.alone) == ((), ())
    assert found.power is not None
    assert found.power.banzhaf == found.power.shapley == (Fraction(1, 3),) * 3
    assert found.winning == found.blocking == ((0, 1), (0, 2), (1, 2))
    assert (found.winning_count, found.blocking_count) == (3, 3)


MORE = "Le comité réunit chaque membre. a, deux voix ; b et c, une. Il décide à la majorité simple. À égalité, b l’emporte."
UNEQUAL = (
    SEATS
    + rule("deux", "voix", "a, {v:entier} voix", "collège: grand")
    + rule("une", "voix", "b et c, {v:entier}", "collège: petits")
    + rule("grand", "composition", "a, deux voix", "collège: grand, sièges: a")
    + rule("petits", "composition", "b et c", "collège: petits, sièges: [b, c]")
)


@pytest.mark.parametrize(
    ("majority", "casting", "counted", "winning"),
    [
        # b and c have two votes, as a has: with b they prevail, and a is no longer needed by both.
        ("seuil: majorité relative", "siège: b", True, ((0, 1), (0, 2), (1, 2))),
        ("seuil: plus de la moitié, assiette: exprimés", "siège: b", True, ((0, 1), (0, 2), (1, 2))),
        ("seuil: majorité relative", "siège: a", True, ((0,),)),  # alone as many as both
        ("seuil: majorité relative, requis: b", "siège: a", True, ((0, 1),)),  # a prevails, and b has to be for
        ("seuil: majorité relative", "siège: b, sauf-scrutin-secret: oui", False, ((0, 1), (0, 2))),
        ("seuil: majorité relative", "", False, ((0, 1), (0, 2))),  # nobody says who presides
        ("seuil: trois quarts, assiette: exprimés", "siège: b", None, ((0, 1), (0, 2))),  # a tie is far from enough
    ],
)
def test_a_tie_falls_to_the_seat_that_the_words_name(
    majority: str,
    casting: str,
    winning: tuple[tuple[int, ...], ...],
    *,
    counted: bool | None,
) -> None:
    rules = UNEQUAL + rule("m", "majorité", "à la majorité simple", majority)
    (answer,) = answers(rules + rule("t", "voix-prépondérante", "b l’emporte", casting), MORE)
    assert answer.outcome is not None
    assert answer.outcome.winning == winning
    assert (answer.tie and answer.tie.counted) is counted
    lines = shown(rules + rule("t", "voix-prépondérante", "b l’emporte", casting), MORE)
    assert any("À égalité, " in line for line in lines) is (counted is not None)


def test_heads_need_no_weights_and_votes_do() -> None:
    heads = rule("m", "majorité", "aux {s:fraction} des voix", "assiette: ensemble, mesure: têtes")
    assert outcome(SEATS + heads, WORDS).weights is None
    (answer,) = answers(SEATS + TWO_THIRDS, WORDS)
    assert (answer.outcome, answer.missing) == (None, Need("column", "votes"))


def test_of_a_body_of_which_nobody_says_who_sits_nothing_is_answered() -> None:
    assert answers(EACH + TWO_THIRDS, WORDS) == ()


def test_where_no_majority_is_stated_each_that_might_be_meant_is_answered() -> None:
    """Of three votes: more for than against is two, more than half two, all of them three."""
    found = answers(SEATS + EACH, WORDS)
    assert [(a.majority, dict(a.assumes), a.outcome and a.outcome.quotas[0].least) for a in found] == [
        (None, {"majority": "relative"}, Fraction(2)),
        (None, {"majority": "absolute-of-present"}, Fraction(2)),
        (None, {"majority": "absolute-of-all"}, Fraction(2)),
        (None, {"majority": "unanimity"}, Fraction(3)),
    ]
    assert [a.outcome and a.outcome.quotas[0].of for a in answers(SEATS, WORDS, majority="unanimity")] == ["heads"]


def test_a_tie_falls_to_a_seat_under_each_majority_that_might_be_meant_and_that_a_tie_fails() -> None:
    found = answers(UNEQUAL + rule("t", "voix-prépondérante", "b l’emporte", "siège: b"), MORE)
    with_b = ((0, 1), (0, 2), (1, 2))  # b and c have half of the votes, as a has
    assert [(a.assumes["majority"], a.outcome and a.outcome.winning) for a in found] == [
        ("relative", with_b),
        ("absolute-of-present", with_b),
        ("absolute-of-all", with_b),
        ("unanimity", ((0, 1, 2),)),
    ]


def test_the_members_of_a_version_are_those_of_its_last_day_unless_another_is_asked_for() -> None:
    def membership(first: str, last: str, *names: str) -> Membership:
        parties = tuple(Party(id=name, name=name, span=Span("convention/convention.yml")) for name in names)
        return Membership(first=day(first), last=day(last) if last else None, parties=parties, operation="")

    old, new = version("old", first="2020-01-01", last="2020-12-31"), version("new", first="2021-01-01")
    members = (membership("2020-01-01", "2021-05-31", "a", "b"), membership("2021-06-01", "", "a"))
    time = timeline(old, new, members=members)
    assert members_of(time, old) == ("a", "b")
    assert members_of(time, new) == ("a",)
    assert members_of(time, new, day("2021-01-01")) == ("a", "b")


def test_a_majority_of_one_round_is_answered_beside_the_one_of_all() -> None:
    rules = SEATS + EACH + TWO_THIRDS + rule("second", "majorité", "à la {s:fraction}", "assiette: ensemble, tour: 2")
    found = answers(rules, WORDS)
    assert [(a.majority and a.majority.id, a.round) for a in found] == [("m", 0), ("second", 2)]


def test_of_two_rules_that_contradict_each_other_either_may_hold() -> None:
    rules = SEATS + EACH + TWO_THIRDS + rule("n", "majorité", "à la {s:fraction}", "assiette: ensemble")
    found = answers(rules, WORDS, members=("a", "b", "c", "d"))
    assert [(dict(a.assumes), a.outcome and a.outcome.quotas[0].least) for a in found] == [
        ({"which-majority/0": "m"}, Fraction(3)),
        ({"which-majority/0": "n"}, Fraction(2)),
    ]


def test_each_majority_of_the_body_is_answered_and_that_of_the_matter_where_one_is_named() -> None:
    rules = (
        SEATS + EACH + TWO_THIRDS + rule("budget", "majorité", "à la {s:fraction}", "assiette: ensemble, objet: budget")
    )
    for matter, expected in (("", ["m", "budget"]), ("budget", ["budget"]), ("autre", ["m"])):
        assert [a.majority and a.majority.id for a in answers(rules, WORDS, matter=matter)] == expected


def test_each_reading_is_answered_or_the_one_that_is_assumed() -> None:
    opened = "interprétations: {seuil: {forte: {libellé: x, valeur: deux tiers}, faible: {libellé: y, valeur: moitié}}}"
    rules = SEATS + EACH + rule("m", "majorité", "aux deux tiers des voix", f"assiette: ensemble, {opened}")
    four = ("a", "b", "c", "d")
    found = answers(rules, WORDS, members=four)
    assert [(dict(a.assumes), a.outcome and a.outcome.quotas[0].least) for a in found] == [
        ({"m.threshold": "forte"}, Fraction(3)),
        ({"m.threshold": "faible"}, Fraction(2)),
    ]
    (only,) = answers(rules, WORDS, members=four, m__threshold="faible")
    assert only == found[1]


def test_who_sits_may_be_open_too() -> None:
    opened = "collège: autres, interprétations: {sièges: {deux: {libellé: x, valeur: [y, z]}, un: {libellé: y, valeur: [y]}}}"
    rules = SEATS + EACH + rule("autres", "composition", "réunit chaque", opened) + TWO_THIRDS
    found = answers(rules, WORDS)
    assert [a.outcome and a.outcome.seats for a in found] == [(*ABC, "y", "z"), (*ABC, "y")]


def test_seats_that_others_designate_are_not_known() -> None:
    rules = rule("qui", "composition", "chaque membre", "sièges: désignés") + EACH + TWO_THIRDS
    assert [a.missing for a in answers(rules, WORDS)] == [Need("set", "designated/comite")]


def test_those_who_sit_without_a_vote_are_in_no_coalition() -> None:
    rules = (
        SEATS
        + EACH
        + rule("prefet", "composition", "réunit chaque", "collège: etat, sièges: [prefet], vote: non")
        + TWO_THIRDS
    )
    assert outcome(rules, WORDS).seats == ABC


def test_more_readings_than_can_be_told_are_refused() -> None:
    cases = ", ".join(f"c{n}: {{libellé: x, valeur: {n + 1}/300}}" for n in range(257))
    rules = (
        SEATS
        + EACH
        + rule("m", "majorité", "aux deux tiers", f"assiette: ensemble, interprétations: {{seuil: {{{cases}}}}}")
    )
    with pytest.raises(ManyReadingsError):
        answers(rules, WORDS)


def test_heads_and_a_figure_joined_are_a_game_of_both() -> None:
    """Two thirds of the seats, and half of the people: here nothing goes without `a`, nor with `a` and one other alone."""
    tests = "toutes: [{mesure: têtes}, {mesure: habitants, seuil: moitié}]"
    rules = SEATS + rule("m", "majorité", "aux {s:fraction} des voix", f"assiette: ensemble, {tests}")
    data = Facts(columns={"habitants": {"a": Fraction(70), "b": Fraction(20), "c": Fraction(10)}})
    found = outcome(rules, WORDS, data=data)
    half = AskedSum(Fraction(50), strict=False, reached=Fraction(70))  # what `a` has; the others have thirty
    assert found.quotas == (
        Quota("heads", Fraction(2), Fraction(3)),
        Quota("habitants", Fraction(50), Fraction(100), stated=half),
    )
    assert found.veto == (0,)
    assert found.winning == ((0, 1), (0, 2))
    assert found.blocking == ((0,), (1, 2))
    assert found.power is not None
    assert found.power.swings == (3, 1, 1)
    assert [a.missing for a in answers(rules, WORDS)] == [Need("column", "habitants")]


def test_above_fifteen_seats_coalitions_are_counted_and_not_listed() -> None:
    many = tuple(f"s{n}" for n in range(20))
    found = outcome(
        SEATS + EACH + rule("m", "majorité", "à la {s:fraction}", "assiette: ensemble"), WORDS, members=many
    )
    assert (found.winning, found.blocking) == (None, None)
    assert (found.winning_count, found.blocking_count) == (184756, 167960)  # 20 over 10, and 20 over 11


# --- any condition is the game that its votes make ---

SETS = ("all", "present", "for", "against", "represented", "members", "college")
FACTS = Facts(
    sets={"members": frozenset("abc"), "college": frozenset("bcd")},
    columns={"votes": {seat: Fraction(n, 2) for n, seat in enumerate("abcd", 1)}},
    totals={"votes": Fraction(7)},
)
FOUR = ("a", "b", "c", "d")


def sums() -> st.SearchStrategy[NumExpr]:
    sets = st.sampled_from(SETS).map(Named)
    return st.one_of(
        sets.map(Count),
        sets.map(lambda s: Sum("votes", s)),
        sets.map(lambda s: SumOf(Worked("min", (Of("votes"), Number(Fraction(1)))), s)),
        st.fractions(-2, 5, max_denominator=3).map(Number),
        st.just(Stated("total", "votes")),
    )


def totals() -> st.SearchStrategy[NumExpr]:
    return st.one_of(
        sums(),
        st.tuples(sums(), sums()).map(lambda pair: Worked("plus", pair)),
        st.tuples(st.fractions(0, 2, max_denominator=3).map(Number), sums()).map(lambda pair: Worked("times", pair)),
        sums().map(lambda one: Rounded("round-up", one)),
        st.tuples(sums(), sums()).map(lambda pair: Worked("max", pair)),
        st.tuples(sums(), sums(), sums()).map(
            lambda three: Choice(Compare(">", three[0], Number(Fraction(1))), three[1], three[2])
        ),
    )


def conditions() -> st.SearchStrategy[Condition]:
    base: st.SearchStrategy[Condition] = st.one_of(
        st.builds(Compare, st.sampled_from([">=", ">", "="]), totals(), totals()),
        st.tuples(st.sampled_from(SETS), st.sampled_from(SETS)).map(lambda pair: Within(*map(Named, pair))),
        st.just(Within(Seats(("a",)), Named("for"))),
        st.just(Within(Seats(("x",)), Named("for"))),
    )
    return st.recursive(
        base,
        lambda inner: st.one_of(
            st.builds(Joined, st.sampled_from(["all", "any"]), st.lists(inner, min_size=1, max_size=3).map(tuple)),
            st.builds(Not, inner),
        ),
        max_leaves=3,
    )


@given(conditions())
def test_a_game_is_won_by_those_whose_votes_meet_the_condition(condition: Condition) -> None:
    try:
        game = game_of(condition, FOUR, FACTS)
    except NotWeightedError:
        return
    for size in range(5):
        for coalition in combinations(range(4), size):
            votes = meeting(FOUR, (FOUR[rank] for rank in coalition), FACTS)
            assert wins(game, frozenset(coalition)) is evaluate(condition, votes)


@pytest.mark.parametrize(
    "condition",
    [
        Compare(
            ">",
            Rounded("round-up", Worked("times", (Number(Fraction(1, 2)), Count(Named("for"))))),
            Number(Fraction(1)),
        ),
        Compare(">", Worked("times", (Count(Named("for")), Count(Named("for")))), Number(Fraction(3))),
        Compare(">", Worked("max", (Count(Named("for")), Number(Fraction(1)))), Number(Fraction(1))),
        Compare(
            ">=",
            Count(Seats(("a",))),
            Choice(Within(Seats(("a",)), Named("for")), Number(Fraction(1)), Number(Fraction(2))),
        ),
        Compare(">=", Worked("plus", (Sum("votes", Named("for")), Count(Named("against")))), Number(Fraction(4))),
    ],
)
def test_what_is_not_of_weights_is_not_taken_for_it(condition: Condition) -> None:
    with pytest.raises(NotWeightedError):
        game_of(condition, FOUR, FACTS)


def test_what_the_facts_do_not_say_is_missing() -> None:
    for condition in (Compare(">=", Count(Named("chair")), Count(Named("for"))), Within(Named("chair"), Named("for"))):
        with pytest.raises(MissingFactError):
            game_of(condition, FOUR, FACTS)


# --- the act ---


def answered(body: str, *words: object, project: Path = ROOT) -> Any:
    return answer_of("coalitions", body, *words, project=project)


def test_in_the_cogouv_the_region_alone_can_block() -> None:
    """80 % of 15 votes are 12; without the Région's 4.5, 10.5 are left. Counted here one coalition at a time."""
    answer = answered("cogouv")
    won = {
        frozenset(c) for size in range(11) for c in combinations(HALVES, size) if sum(map(HALVES.__getitem__, c)) >= 24
    }
    assert len(answer["games"]) == 3  # of all, of those present, of votes cast
    for game in answer["games"]:
        outcome_ = game["outcome"]
        assert [s["seat"] for s in outcome_["seats"] if s["veto"]] == ["region-grand-est"]
        assert {s["seat"]: Fraction(s["votes"]) * 2 for s in outcome_["seats"]} == HALVES
        assert outcome_["requires"] == [{"of": "votes", "least": "12", "whole": "15", "among": None, "stated": None}]
        assert outcome_["winning"]["coalitions"] == len(won)
        for seat in outcome_["seats"]:
            swings = sum(c - {seat["seat"]} not in won for c in won if seat["seat"] in c)
            assert seat["swings"] == swings
        least = {c for c in won if not any(c - {s} in won for s in c)}
        assert {frozenset(c) for c in outcome_["winning"]["list"]} == least
        assert outcome_["winning"]["minimal"] == len(least)
        assert ["region-grand-est"] in outcome_["blocking"]["list"]
        assert ["moselle", "collectivite-europeenne-alsace"] in outcome_["blocking"]["list"]  # 15 - 3.5 = 11.5
    said = called("coalitions", "cogouv", project=ROOT).stdout
    assert "Peut bloquer seul\u00a0: Région Grand Est (les autres ont 10,5 voix)." in said
    assert "La réponse est la même dans les 3 lectures possibles." in said
    assert (
        "can block alone: région grand est (the others have 10.5 votes)."
        in called("coalitions", "cogouv", "--lang", "en", project=ROOT).stdout.lower()
    )


@pytest.mark.parametrize(
    "assumption", ["assiette=ensemble", "base=all", "cogouv-majorite.assiette=ensemble", "cogouv-majorite.base=all"]
)
def test_a_reading_is_taken_for_settled_by_any_of_its_names(assumption: str) -> None:
    answer = answered("cogouv", "--assume", assumption)
    assert [game["assumes"] for game in answer["games"]] == [{"cogouv-majorite.base": "all"}]
    said = called("coalitions", "cogouv", "--assume", assumption, project=ROOT).stdout
    assert "Si l’on comprend\u00a0: des voix de tous les membres" in said


def test_of_the_ag_no_majority_is_stated_and_each_is_answered() -> None:
    """Twelve seats or, if the AA have one vote, eleven; more than half is seven, or six."""
    answer = answered("ag")
    found = {
        (game["assumes"]["ag-aa.seats"], game["assumes"]["majority"]): game["outcome"]["requires"][0]["least"]
        for game in answer["games"]
    }
    halves = ("relative", "absolute-of-present", "absolute-of-all")
    assert found == {
        **{("deux-sieges", case): "7" for case in halves},
        **{("une-voix", case): "6" for case in halves},
        ("deux-sieges", "unanimity"): "12",
        ("une-voix", "unanimity"): "11",
    }
    said = called("coalitions", "ag", project=ROOT).stdout
    assert "ag — aucune majorité n’est énoncée\u00a0; chacune de celles qui pourraient l’être" in said
    # Not all six readings: those of a half, with two votes for the AA or with one.
    half = "plus de voix pour que contre ou plus de la moitié des voix des présents ou plus de la moitié de toutes les voix"
    two, one = "deux titulaires votants\u00a0: le Recteur et la/le DRAAF (8.1)", "une seule voix pour les AA"
    assert f"Si l’on comprend\u00a0: {two}\u00a0; {half}\n" in said
    assert f"Si l’on comprend\u00a0: {one}" in said
    assert said.count("Si l’on comprend") == 4
    assert said.count("l’unanimité de toutes les voix") == 2
    assert "La réponse est la même" not in said


def test_readings_are_told_apart_by_the_cases_that_not_all_have() -> None:
    every = [{"seats": seats, "half": half} for seats in ("two", "one") for half in ("all", "present", "none")]
    assert told_apart(every, every) == ()
    assert told_apart(every[:2], every) == (("seats", ("two",)), ("half", ("all", "present")))
    assert told_apart([every[0], every[3]], every) == (("half", ("all",)),)
    assert told_apart([every[0], every[4]], every) is None  # no list of cases names these two and no other


def test_a_question_matters_where_another_answer_to_it_alone_changes_the_result() -> None:
    results = {("1", "1"): "x", ("1", "2"): "y", ("2", "1"): "z", ("2", "2"): "z"}
    readings = [({"a": a, "b": b, "c": c}, result) for (a, b), result in results.items() for c in "12"]
    assert that_matter(readings) == ("a", "b")


def test_the_absolute_majority_of_the_members_is_six_of_ten() -> None:
    answer = answered("cst", "--matter", "pilotage-des-cst")
    (game,) = answer["games"]
    stated = {"sum": "5", "strict": True, "reached": "6"}
    assert game["outcome"]["requires"] == [
        {"of": "heads", "least": "6", "whole": "10", "among": None, "stated": stated}
    ]
    assert {json.dumps(s["shapley"]) for s in game["outcome"]["seats"]} == {'{"num": 1, "den": 10}'}
    assert game["outcome"]["winning"]["minimal"] == 210
    assert game["outcome"]["blocking"]["minimal"] == 252


def test_while_the_version_is_open_each_candidate_answers() -> None:
    answer = answered("cogouv", "--at", "2022-08-01")
    assert [(c["version"], len(c["games"])) for c in answer["candidates"]] == [("convention", 0), ("avenant-1", 3)]
    assert called("coalitions", "ag", "--at", "2022-08-01", "--lang", "en", project=ROOT).stdout.startswith(
        "Undetermined from 2022-06-21"
    )
    assert called("coalitions", "cogouv", "--at", "2022-08-01", project=ROOT).stdout.startswith(
        "Indéterminé du 21\u00a0juin\u00a02022 au 30\u00a0décembre\u00a02022"
    )


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (
            ("nulle-part",),
            1,
            "aucune règle connue ne dit qui siège dans «\u00a0nulle-part\u00a0» (instances connues\u00a0: ag,",
        ),
        (("cogouv", "--at", "2018-06-01"), 1, "aucune règle connue"),
        (("cogouv", "--assume", "assiette=autre"), 1, "«\u00a0autre\u00a0»"),
        (("cogouv", "--assume", "rien=x"), 1, "cogouv-majorite.base"),
        (("cogouv", "--assume", "rien"), 1, "«\u00a0rien\u00a0»"),
        (("cogouv", "--at", "1990-01-01"), 1, "rien n’était en vigueur"),
        ((), 2, "il manque INSTANCE"),
    ],
)
def test_a_question_without_an_answer_is_refused_with_the_reason(args: tuple[str, ...], code: int, said: str) -> None:
    found, out, err = called("coalitions", *args, project=ROOT)
    assert (found, out) == (code, "")
    assert said in err


# --- in words ---


def shown(rules: str, words: str, **given: Any) -> list[str]:
    """The lines that tell a game, without spaces at their ends."""
    text = told(rules, words, "fr", **given)
    return [" ".join(line.replace("\u00a0", " ").split()) for line in text.splitlines() if line.strip()]


def told(rules: str, words: str, lang: Lang, **given: Any) -> str:
    found = answers(rules, words, **given)
    made, _ = bound(f"règles:\n{rules}", timeline(version("v", article("1", words), first="2020-01-01")))
    bench = docket(made.of("v"), "comite", "")
    assert bench is not None
    games = [game_json(answer, "", open_questions(bench, "majority/0")) for answer in found]
    return coalitions_text({"version": "v", "body": "comite", "games": games}, lang)


def test_what_is_missing_is_said() -> None:
    lines = shown(SEATS + TWO_THIRDS, WORDS)
    assert lines[-1] == "Sans réponse : il manque la donnée « votes »."
    people = rule("m", "majorité", VOTES, "assiette: ensemble, mesure: habitants")
    partial = Facts(columns={"habitants": {"a": Fraction(1)}})
    assert shown(SEATS + people, WORDS, data=partial)[-1].startswith(
        "Sans réponse : il manque la donnée « habitants » ("
    )
    whose = rule("qui", "composition", "chaque membre", "sièges: désignés")
    assert "qui siège" in shown(whose + EACH + TWO_THIRDS, WORDS)[-1]


def test_of_a_body_without_members_it_is_said_that_nobody_sits() -> None:
    lines = shown(SEATS + EACH + TWO_THIRDS, WORDS, members=())
    assert lines[-1] == "Personne n’y siège, faute de membre : rien ne peut être adopté ni bloqué."


def test_who_decides_alone_and_who_has_no_power_are_said() -> None:
    people = rule("m", "majorité", VOTES, "assiette: ensemble, mesure: habitants")
    lines = shown(
        SEATS + people, WORDS, data=Facts(columns={"habitants": dict(zip(ABC, map(Fraction, (3, 1, 0)), strict=True))})
    )
    assert lines[4:] == [
        "Il faut 8/3 habitants sur 4 (avec ces sièges, 3 au moins).",
        "siège voix Banzhaf Shapley-Shubik",
        "a – 1 (100,0 %) 1 (100,0 %)",
        "b – 0 (0,0 %) 0 (0,0 %)",
        "c – 0 (0,0 %) 0 (0,0 %)",
        "Peut bloquer seul : a.",
        "Peut décider seul : a.",
        "Sans aucun poids : b, c.",
        "Coalitions gagnantes minimales : 1",
        "a",
        "Coalitions bloquantes minimales : 1",
        "a",
    ]


@pytest.mark.parametrize(
    ("required", "french", "english"),
    [
        ("requis: a", "le vote favorable du siège a", "the favourable vote of the seat a"),
        ("requis: [a, c]", "le vote favorable des sièges a et c", "the favourable votes of the seats a and c"),
    ],
)
def test_the_seats_that_are_required_are_named(required: str, french: str, english: str) -> None:
    words = "Le comité réunit chaque membre, avec une voix. Il décide aux deux tiers des voix, dont a et c."
    rules = SEATS + EACH + rule("m", "majorité", VOTES, f"toutes: [{{assiette: ensemble}}, {{{required}}}]")
    lines = shown(rules, words)
    assert lines[4:6] == ["Il faut 2 voix sur 3.", f"Il faut {french}."]
    assert f"  Needed: {english}." in told(rules, words, "en").splitlines()


def test_a_sum_of_the_votes_of_a_college_names_its_seats() -> None:
    """B and c have three and one: more than half of those is reached with three, whatever a votes."""
    rules = (
        SEATS
        + rule("voix", "voix", "une voix", "donnée: parts")
        + rule("petits", "composition", "b et c", "collège: petits, sièges: [b, c]")
        + rule("m", "majorité", "à la majorité simple", "seuil: plus de la moitié, assiette: ensemble, parmi: petits")
    )
    words = "Le comité réunit chaque membre, avec une voix, dont b et c. Il décide à la majorité simple."
    parts = Facts(columns={"parts": dict(zip(ABC, map(Fraction, (2, 3, 1)), strict=True))})
    (answer,) = answers(rules, words, data=parts)
    assert answer.outcome is not None
    half = AskedSum(Fraction(2), strict=True, reached=Fraction(3))
    assert answer.outcome.quotas == (Quota("votes", Fraction(3), Fraction(4), (1, 2), half),)


@pytest.mark.parametrize(
    ("threshold", "votes", "french", "english"),
    [
        # Steps of fifty: 550 is the least above 500, and a alone has it.
        (
            "plus de la moitié",
            (550, 250, 200),
            "plus de 500 voix sur 1000 (avec ces sièges, 550 au moins)",
            "more than 500 votes of 1000 (with these seats, at least 550)",
        ),
        # b and c make 500, which is not more; a and c 700. 600, the next step, is of no seats.
        (
            "plus de la moitié",
            (500, 300, 200),
            "plus de 500 voix sur 1000 (avec ces sièges, 700 au moins)",
            "more than 500 votes of 1000 (with these seats, at least 700)",
        ),
        ("moitié", (500, 300, 200), "500 voix sur 1000", "500 votes of 1000"),
        (
            "75 %",
            (4, 3, 2),
            "6,75 voix sur 9 (avec ces sièges, 7 au moins)",
            "6.75 votes of 9 (with these seats, at least 7)",
        ),
        # 60 % are 600: on the step, and made by no seats.
        (
            "60 %",
            (500, 300, 200),
            "600 voix sur 1000 (avec ces sièges, 700 au moins)",
            "600 votes of 1000 (with these seats, at least 700)",
        ),
    ],
)
def test_the_threshold_is_that_of_the_words_beside_what_seats_reach(
    threshold: str, votes: tuple[int, ...], french: str, english: str
) -> None:
    rules = (
        SEATS
        + rule("voix", "voix", "une voix", "donnée: parts")
        + rule("m", "majorité", "aux deux tiers des voix", f"seuil: {threshold}, assiette: ensemble")
    )
    data = Facts(columns={"parts": dict(zip(ABC, map(Fraction, votes), strict=True))})
    assert f"Il faut {french}." in shown(rules, WORDS, data=data)
    assert f"  Needed: {english}." in told(rules, WORDS, "en", data=data).splitlines()


@pytest.mark.parametrize(
    ("quota", "french", "english"),
    [
        (Quota("heads", Fraction(1), Fraction(3)), "1 siège sur 3", "1 seat of 3"),
        (Quota("heads", Fraction(2), Fraction(3)), "2 sièges sur 3", "2 seats of 3"),
        (Quota("votes", Fraction(1), Fraction(3)), "1 voix sur 3", "1 vote of 3"),
        (Quota("votes", Fraction(3, 2), Fraction(3)), "1,5 voix sur 3", "1.5 votes of 3"),
        (Quota("", Fraction(1), Fraction(3)), "1 point (poids combinés) sur 3", "1 point (combined weights) of 3"),
        (Quota("", Fraction(5), Fraction(9)), "5 points (poids combinés) sur 9", "5 points (combined weights) of 9"),
        (Quota("habitants", Fraction(3), Fraction(4)), "3 habitants sur 4", "3 habitants of 4"),
        (
            Quota("votes", Fraction(2), Fraction(3), (0, 2)),
            "2 voix sur 3 (a et c seulement)",
            "2 votes of 3 (a and c only)",
        ),
        (
            Quota("votes", Fraction(3), Fraction(4), (1, 2), AskedSum(Fraction(2), strict=True, reached=Fraction(3))),
            "plus de 2 voix sur 4 (b et c seulement ; avec ces sièges, 3 au moins)",
            "more than 2 votes of 4 (b and c only; with these seats, at least 3)",
        ),
        (
            Quota("votes", Fraction(4), Fraction(4), stated=AskedSum(Fraction(4), strict=True, reached=None)),
            "plus de 4 voix sur 4",
            "more than 4 votes of 4",
        ),
        (
            Quota("heads", Fraction(6), Fraction(10), stated=AskedSum(Fraction(5), strict=True, reached=Fraction(6))),
            "6 sièges sur 10",
            "6 seats of 10",
        ),
        (
            Quota("heads", Fraction(1), Fraction(2), (0, 1)),
            "le vote favorable d’un des sièges a et b",
            "the favourable vote of one of the seats a and b",
        ),
        (
            Quota("heads", Fraction(2), Fraction(3), (0, 1, 2)),
            "le vote favorable de 2 des 3 sièges a, b et c",
            "the favourable votes of 2 of the 3 seats a, b and c",
        ),
    ],
    ids=str,
)
def test_what_is_required_is_said_in_words(quota: Quota, french: str, english: str) -> None:
    assert needed(quota, ABC, "fr").replace("\u00a0", " ") == french
    assert needed(quota, ABC, "en") == english


def test_weights_that_no_decimal_writes_are_written_as_fractions() -> None:
    third = rule("voix", "voix", "une voix", "donnée: parts")
    parts = Facts(columns={"parts": dict.fromkeys(ABC, Fraction(1, 3))})
    lines = shown(SEATS + third + TWO_THIRDS, WORDS, data=parts)
    assert "Il faut 2/3 voix sur 1." in lines
    assert "a 1/3 1/3 (33,3 %) 1/3 (33,3 %)" in lines


def test_beyond_the_list_the_others_are_counted() -> None:
    six = tuple("abcdef")
    lines = shown(SEATS + EACH + rule("m", "majorité", "à la {s:fraction}", "assiette: ensemble"), WORDS, members=six)
    assert "Coalitions gagnantes minimales : 20" in lines  # three of six
    assert lines.count("… et 8 autres (--format json)") == 1
    assert "Coalitions bloquantes minimales : 15" in lines  # four of six
    assert lines.count("… et 3 autres (--format json)") == 1


def test_where_nothing_can_be_counted_it_is_said() -> None:
    many = tuple(f"s{n}" for n in range(20))
    weights = rule("voix", "voix", "une voix", "donnée: parts")
    data = Facts(columns={"parts": {seat: Fraction(2**n) for n, seat in enumerate(many)}})
    lines = shown(SEATS + weights + TWO_THIRDS, WORDS, members=many, data=data)
    assert "Les poids font trop de sommes différentes pour être comptées." in lines
    assert "Coalitions gagnantes minimales : non comptées" in lines
    assert any(line.startswith("s19 524288 – –") for line in lines)
    giants = tuple(f"s{n}" for n in range(201))
    lines = shown(SEATS + EACH + TWO_THIRDS, WORDS, members=giants)
    assert "Il y a trop de sièges." in lines


def test_a_majority_that_a_vote_may_undo_has_no_index() -> None:
    """Adopted by two of four, and not by three."""
    condition = Joined(
        "all",
        (
            Compare(">=", Count(Named("for")), Number(Fraction(2))),
            Not(Compare(">=", Count(Named("for")), Number(Fraction(3)))),
        ),
    )
    found = _outcome(condition, FOUR, FACTS)
    assert (found.power, found.why, found.winning, found.quotas) == (None, "not-monotone", None, ())
    game = Rounded("round-up", Worked("times", (Number(Fraction(1, 3)), Count(Named("for")))))
    unweighted = _outcome(Compare(">=", game, Number(Fraction(1))), FOUR, FACTS)
    assert unweighted.power is not None
    assert unweighted.winning == ((0,), (1,), (2,), (3,))
    sixteen = tuple(f"s{n}" for n in range(16))
    assert _outcome(Compare(">=", game, Number(Fraction(1))), sixteen, Facts()).why == "not-weighted"


def test_weights_of_no_measure_are_told_as_combined() -> None:
    both = Worked("plus", (Sum("votes", Named("for")), Count(Named("for"))))
    found = _outcome(Compare(">=", both, Number(Fraction(5))), FOUR, FACTS)
    # votes are 1/2, 1, 3/2, 2, and one a head: 3/2, 2, 5/2, 3; in halves 3, 4, 5, 6, of which ten
    assert found.quotas == (Quota("", Fraction(10), Fraction(18)),)
    # More than that: 5 and 6 make eleven.
    found = _outcome(Compare(">", both, Number(Fraction(5))), FOUR, FACTS)
    more = AskedSum(Fraction(10), strict=True, reached=Fraction(11))
    assert found.quotas == (Quota("", Fraction(11), Fraction(18), stated=more),)


def test_a_sum_is_told_of_no_column_in_which_nobody_has_anything() -> None:
    nothing = Facts(columns={"votes": dict.fromkeys(FOUR, Fraction())})
    found = _outcome(Compare(">=", Count(Named("for")), Number(Fraction(2))), FOUR, nothing)
    assert found.quotas == (Quota("heads", Fraction(2), Fraction(4)),)


def test_figures_and_those_designated_come_from_a_vote(tmp_path: Path) -> None:
    """Two thirds of six communes with half of the people, or the reverse, and the Ville in any case."""
    people = {"ville": "6000", "bourg": "2000", "val": "1500", "mont": "1500", "bois": "600", "pre": "400"}
    vote = {"body": "communes", "present": [], "ballots": {}, "data": {"population": {"by": people}}}
    for body, more, least in (("communes", {}, 0), ("comite", {"designated": {"associations": ["asso-1"]}}, 1)):
        path = tmp_path / f"{body}.json"
        path.write_text(json.dumps({**vote, **more}), encoding="utf-8")
        found = answered(body, "--vote", path, project=TEXTS / "communes")["games"][0]["outcome"]
        won = {frozenset(c) for c in found["winning"]["list"]}
        if body == "communes":
            assert [s["seat"] for s in found["seats"] if s["veto"]] == ["ville"]
            # Besides the Ville two thirds of the people ask for 2 000: the bourg and any other, or two of val, mont and bois.
            # Four communes of which no three are enough there are none.
            two = [{"bourg", other} for other in ("val", "mont", "bois", "pre")]
            two += [{"val", "mont"}, {"val", "bois"}, {"mont", "bois"}]
            assert won == {frozenset({"ville", *others}) for others in two}
        assert sum(s["seat"].startswith("asso") for s in found["seats"]) == least
        assert answered(body, project=TEXTS / "communes")["games"][0]["missing"] is not None


def test_a_vote_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vote.json").write_text('{"body": "cogouv"}', encoding="utf-8")
    for path, ended in ((tmp_path / "vote.json", 1), (tmp_path / "absent.json", 2)):
        code, out, err = called("coalitions", "cogouv", "--vote", str(path), project=ROOT)
        assert (code, out) == (ended, "")
        assert path.name in err
