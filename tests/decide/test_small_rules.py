"""Each thing that the rules of votes can say, alone, with outcomes worked out by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from clausier.decide.decide import Decision, decide
from clausier.decide.docket import docket
from clausier.decide.read import read_motion
from clausier.emit.decision_json import decision_json
from clausier.emit.decision_text import decision_text
from rules.timelines import article, bound, timeline, version
from support.projects import real_convention

WORDS = "le comité décide, selon ce qui suit et rien d’autre"
SEATS = "  - {id: sieges, nature: composition, article: '1', citation: le comité, instance: comite, sièges: [a, b, c, d, e, f]}\n"
ONE = "  - {id: voix, nature: voix, article: '1', citation: le comité, instance: comite, voix: 1}\n"


def rule(id_: str, kind: str, more: str) -> str:
    return f"  - {{id: {id_}, nature: {kind}, article: '1', citation: {WORDS.split(',', maxsplit=1)[0]}, instance: comite, {more}}}\n"


def decided(yaml: str, vote: dict[str, Any], *assumes: str) -> Decision:
    return answered(yaml, vote, *assumes)[0]


def answered(yaml: str, vote: dict[str, Any], *assumes: str) -> tuple[Decision, dict[str, Any]]:
    time = timeline(version("convention", article("1", WORDS), first="2020-01-01"))
    rules, problems = bound(f"règles:\n{yaml}", time)
    assert not [p for p in problems if p.severity == "error"], [p.message.text("fr") for p in problems]
    none: dict[str, Any] = {} if "rounds" in vote else {"ballots": {}}
    vote = {"body": "comite", "date": "2024-03-10", "present": list("abcdef"), **none, **vote}
    motion, problems = read_motion("vote.json", json.dumps(vote))
    assert motion is not None, [p.message.text("fr") for p in problems]
    found = docket(rules.of("convention"), motion.body, motion.matter)
    assert found is not None
    decision, problems = decide(motion, found, frozenset("abcdef"), assumes)
    assert decision is not None, [p.message.text("fr") for p in problems]
    told = decision_json(rules, time.versions[0], motion, decision)
    assert "{" not in decision_text(told, "fr") + decision_text(told, "en")
    return decision, told


def outcome(yaml: str, vote: dict[str, Any], *assumes: str) -> str:
    return decided(yaml, vote, *assumes).outcome


def ballots(for_: str = "", against: str = "", abstain: str = "", blank: str = "", void: str = "") -> dict[str, Any]:
    said = {"for": for_, "against": against, "abstain": abstain, "blank": blank, "void": void}
    return {"ballots": {seat: vote for vote, seats in said.items() for seat in seats}}


# Two for, one against, one abstaining, one blank, one void, of six: 2 of …
ALL_SORTS = ballots("ab", "c", "d", "e", "f")


@pytest.mark.parametrize(
    ("base", "of"),
    [
        ("exprimés", 3),
        ("exprimés-et-blancs", 4),
        ("exprimés-et-abstentions", 4),
        ("exprimés-blancs-et-abstentions", 5),
        ("votants", 5),
        ("votants-et-abstentions", 6),
        ("présents", 6),
        ("présents-ou-représentés", 6),
        ("ensemble", 6),
    ],
)
def test_a_base_has_in_it_what_its_name_says(base: str, of: int) -> None:
    for share, expected in (
        (f"2/{of}", "adopted"),
        (f"plus de {200 / of + 0.001:.3f} %".replace(".", ","), "rejected"),
    ):
        yaml = SEATS + ONE + rule("m", "majorité", f"seuil: '{share}', assiette: {base}")
        assert outcome(yaml, ALL_SORTS) == expected, share


def test_who_is_represented_is_in_one_base_and_not_in_the_other() -> None:
    vote = {"present": list("abcd"), "proxies": {"e": "c"}, **ballots("ab", "cde")}
    proxy = rule("p", "pouvoir", "limite: 1")
    for base, expected in (("présents", "adopted"), ("présents-ou-représentés", "rejected")):
        yaml = SEATS + ONE + proxy + rule("m", "majorité", f"seuil: la moitié, assiette: {base}")
        assert outcome(yaml, vote) == expected  # 2 of 4, or of 5


@pytest.mark.parametrize(
    ("settings", "for_", "against", "proxies", "expected"),
    [
        # Of a, b, c present, one is against: neither d's vote nor e's makes those present unanimous.
        ("seuil: unanimité, assiette: présents", "abde", "c", {"d": "a", "e": "b"}, "rejected"),
        ("seuil: unanimité, assiette: présents", "abcd", "e", {"d": "a", "e": "b"}, "adopted"),
        # Two of the three present are against; two thirds are neither of the three nor of all five.
        ("seuil: deux tiers, assiette: présents", "ade", "bc", {"d": "a", "e": "a"}, "rejected"),
        ("seuil: deux tiers, assiette: présents-ou-représentés", "ade", "bc", {"d": "a", "e": "a"}, "rejected"),
        ("seuil: deux tiers, assiette: présents", "ab", "cde", {"d": "c", "e": "c"}, "adopted"),
        # What blocks is counted among the same.
        ("seuil: la moitié, assiette: présents, blocage: oui", "ab", "cd", {"d": "c"}, "adopted"),
        ("seuil: la moitié, assiette: présents-ou-représentés, blocage: oui", "ab", "cd", {"d": "c"}, "rejected"),
    ],
)
def test_a_share_of_those_present_counts_their_own_votes_alone(
    settings: str, for_: str, against: str, proxies: dict[str, str], expected: str
) -> None:
    vote = {"present": list("abc"), "proxies": proxies, **ballots(for_, against)}
    yaml = SEATS + ONE + rule("p", "pouvoir", "limite: 2") + rule("m", "majorité", settings)
    assert outcome(yaml, vote) == expected


def test_each_reading_of_the_base_counts_its_own_voters() -> None:
    open_ = "seuil: unanimité, interprétations: {assiette: {présents: a, présents-ou-représentés: b}}"
    vote = {"present": list("abc"), "proxies": {"d": "a"}, **ballots("abc", "d")}
    yaml = SEATS + ONE + rule("p", "pouvoir", "limite: 1") + rule("m", "majorité", open_)
    assert outcome(yaml, vote) == "undetermined"
    assert outcome(yaml, {**vote, **ballots("abd", "c")}) == "rejected"


@pytest.mark.parametrize(
    ("threshold", "for_", "expected"),
    [
        ("la moitié plus un", "abc", "rejected"),
        ("la moitié plus un", "abcd", "adopted"),
        ("plus de la moitié", "abc", "rejected"),
        ("plus de la moitié", "abcd", "adopted"),
        ("la moitié", "abc", "adopted"),
        ("deux tiers", "abcd", "adopted"),
        ("deux tiers", "abc", "rejected"),
        ("unanimité", "abcdef", "adopted"),
        ("unanimité", "abcde", "rejected"),
        ("5", "abcde", "adopted"),
        ("5", "abcd", "rejected"),
    ],
)
def test_a_threshold_is_met_at_its_boundary(threshold: str, for_: str, expected: str) -> None:
    yaml = SEATS + ONE + rule("m", "majorité", f"seuil: {threshold}, assiette: ensemble")
    assert outcome(yaml, ballots(for_)) == expected


def test_a_floor_and_a_cap_are_two_tests_joined() -> None:
    floor = SEATS + ONE + rule("m", "majorité", "toutes: [{seuil: la moitié, assiette: exprimés}, {seuil: '3'}]")
    assert outcome(floor, ballots("ab")) == "rejected"  # all of those cast, but two
    assert outcome(floor, ballots("abc", "def")) == "adopted"
    cap = SEATS + ONE + rule("m", "majorité", "au-moins-une: [{seuil: trois quarts, assiette: ensemble}, {seuil: '4'}]")
    assert outcome(cap, ballots("abcd")) == "adopted"  # 4,5 are asked of all, but four are enough
    assert outcome(cap, ballots("abc")) == "rejected"


CHAIR = rule("p", "voix-prépondérante", "siège: c")


@pytest.mark.parametrize(
    ("majority", "expected"),
    [
        ("seuil: majorité relative", "adopted"),
        ("seuil: majorité absolue, assiette: exprimés", "adopted"),
        ("seuil: deux tiers, assiette: exprimés", "rejected"),
        ("seuil: majorité absolue, assiette: ensemble", "rejected"),
        ("seuil: majorité relative, mesure: têtes", "rejected"),
    ],
)
def test_a_casting_vote_breaks_a_tie_and_makes_no_qualified_majority(majority: str, expected: str) -> None:
    yaml = SEATS + ONE + CHAIR + rule("m", "majorité", majority)
    assert outcome(yaml, ballots("bc", "de")) == expected
    assert outcome(yaml, ballots("ab", "cd")) == "rejected"


def test_who_presides_need_not_be_said_where_there_is_no_tie() -> None:
    yaml = SEATS + ONE + rule("p", "voix-prépondérante", "") + rule("m", "majorité", "seuil: majorité relative")
    decision, told = answered(yaml, ballots("a", "bc"))
    assert decision.outcome == "rejected"
    assert [(c["rule"], c["required"], c["met"]) for c in told["majority"]["conditions"]] == [
        ("m", "2", False),
        ("p", "2", False),
    ]


@pytest.mark.parametrize(
    ("base", "cast", "expected"),
    [
        ("présents", ("bc", "de"), "adopted"),  # 2 of the 4 who are there
        ("présents", ("bc", "de", "a"), "rejected"),  # 2 of 5: with the abstention no tie is a half
        ("présents-ou-représentés", ("bc", "de"), "adopted"),
        ("exprimés-et-blancs", ("bc", "de"), "adopted"),
        ("exprimés", ("bc", "de", "a"), "adopted"),
        ("votants-et-abstentions", ("bc", "de", "a"), "rejected"),
    ],
)
@pytest.mark.parametrize("threshold", ["majorité absolue", "la moitié plus une"])
def test_a_casting_vote_has_a_say_wherever_a_tie_alone_fails_the_majority(
    threshold: str, base: str, cast: tuple[str, ...], expected: str
) -> None:
    vote = ballots(*cast) | {"present": list("".join(cast))}
    yaml = SEATS + ONE + CHAIR + rule("m", "majorité", f"seuil: {threshold}, assiette: {base}")
    assert outcome(yaml, vote) == expected
    assert outcome(SEATS + ONE + rule("m", "majorité", f"seuil: {threshold}, assiette: {base}"), vote) == "rejected"


def test_a_casting_vote_has_a_say_under_each_reading_by_itself() -> None:
    opened = "seuil: majorité absolue, interprétations: {assiette: {exprimés: x, ensemble: y}}"
    decision = decided(SEATS + ONE + CHAIR + rule("m", "majorité", opened), ballots("bc", "de"))
    assert {r.assumes["m.base"]: r.outcome for r in decision.readings} == {"cast": "adopted", "all": "rejected"}
    opened = "assiette: exprimés, interprétations: {seuil: {deux tiers: x, majorité absolue: y}}"
    decision = decided(SEATS + ONE + CHAIR + rule("m", "majorité", opened), ballots("bc", "de"))
    assert [r.outcome for r in decision.readings] == ["rejected", "adopted"]


def test_more_readings_than_are_worked_out_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausier.decide.outcome.MOST", 1)
    opened = "seuil: la moitié, interprétations: {assiette: {exprimés: x, ensemble: y}}"
    with pytest.raises(AssertionError, match="lectures"):
        decided(SEATS + ONE + rule("m", "majorité", opened), ballots("bc", "de"))


def test_a_casting_vote_has_a_say_in_a_majority_that_asks_for_more_besides() -> None:
    yaml = SEATS + ONE + CHAIR + rule("m", "majorité", "seuil: majorité absolue, assiette: exprimés, requis: b")
    assert outcome(yaml, ballots("bc", "de")) == "adopted"
    assert outcome(yaml, ballots("ac", "de")) == "rejected"  # b is not for
    either = "au-moins-une: [{seuil: majorité absolue, assiette: exprimés}, {seuil: deux tiers, assiette: ensemble}]"
    assert outcome(SEATS + ONE + CHAIR + rule("m", "majorité", either), ballots("bc", "de")) == "adopted"


def test_where_nothing_says_what_a_seat_weighs_a_casting_vote_settles_a_tie_of_heads() -> None:
    heads = rule("m", "majorité", "seuil: majorité absolue, assiette: exprimés, mesure: têtes")
    assert outcome(SEATS + heads + CHAIR, ballots("bc", "de")) == "adopted"
    assert outcome(SEATS + heads + CHAIR, ballots("bd", "ce")) == "rejected"


def test_seats_that_must_be_for_are_asked_for_beside_the_threshold() -> None:
    yaml = SEATS + ONE + rule("m", "majorité", "seuil: deux tiers, assiette: ensemble, requis: a")
    assert outcome(yaml, ballots("a", "bcde")) == "rejected"
    assert outcome(yaml, ballots("abcd", "e")) == "adopted"
    assert outcome(yaml, ballots("bcde", "a")) == "rejected"
    joined = "requis: a, assiette: ensemble, toutes: [{seuil: deux tiers}, {seuil: la moitié, mesure: têtes}]"
    yaml = SEATS + ONE + rule("m", "majorité", joined)
    assert outcome(yaml, ballots("bcde", "a")) == "rejected"
    assert outcome(yaml, ballots("abcd", "e")) == "adopted"


def test_what_joined_tests_say_together_is_said_of_each() -> None:
    inner = "{assiette: ensemble, requis: a, au-moins-une: [{seuil: deux tiers}, {seuil: '2', mesure: têtes}]}"
    other = "{seuil: majorité relative}"
    yaml = SEATS + ONE + rule("m", "majorité", f"toutes: [{inner}, {other}]")
    assert outcome(yaml, ballots("ab", "c")) == "adopted"
    assert outcome(yaml, ballots("bc", "a")) == "rejected"
    assert outcome(yaml, ballots("a", "")) == "rejected"


def test_a_joined_test_that_requires_a_seat_has_its_own_threshold_besides() -> None:
    inner = "{seuil: deux tiers, assiette: ensemble, requis: a}"
    yaml = SEATS + ONE + rule("m", "majorité", f"toutes: [{inner}, {{seuil: '2', mesure: têtes}}]")
    assert outcome(yaml, ballots("abcd")) == "adopted"
    assert outcome(yaml, ballots("abc")) == "rejected"  # three of six
    assert outcome(yaml, ballots("bcde")) == "rejected"


def test_a_tie_may_be_one_of_heads() -> None:
    heads = rule("m", "majorité", "seuil: majorité relative, mesure: têtes")
    yaml = SEATS + heads + rule("p", "voix-prépondérante", "siège: c, mesure: têtes")
    assert outcome(yaml, ballots("bc", "de")) == "adopted"
    assert outcome(yaml, ballots("bd", "ce")) == "rejected"


def test_where_no_majority_is_stated_a_casting_vote_has_a_say_in_those_that_a_tie_fails() -> None:
    for present, of_present in (("abcdef", "rejected"), ("bcde", "adopted")):
        decision = decided(SEATS + ONE + CHAIR, ballots("bc", "de") | {"present": list(present)})
        assert {r.assumes["majority"]: r.outcome for r in decision.readings} == {
            "relative": "adopted",
            "absolute-of-present": of_present,
            "absolute-of-all": "rejected",
            "unanimity": "rejected",
        }


def test_two_rules_that_contradict_each_other_are_two_readings() -> None:
    yaml = SEATS + ONE
    yaml += rule("m", "majorité", "seuil: la moitié, assiette: ensemble")
    yaml += rule("n", "majorité", "seuil: deux tiers, assiette: ensemble")
    decision = decided(yaml, ballots("abc"))
    assert decision.outcome == "undetermined"
    assert {r.assumes["which-majority/0"]: r.outcome for r in decision.readings} == {"m": "adopted", "n": "rejected"}
    assert outcome(yaml, ballots("abcd")) == "adopted"
    assert outcome(yaml, ballots("abc"), "which-majority/0=n") == "rejected"


def test_a_rule_that_another_overrides_has_no_say() -> None:
    yaml = (
        SEATS
        + rule("m", "majorité", "seuil: 1/2, assiette: ensemble")
        + rule("n", "majorité", "seuil: 2/3, assiette: ensemble")
    )
    rules, _ = bound(f"règles:\n{yaml}", timeline(version("convention", article("1", WORDS), first="2020-01-01")))
    found = docket((replace(r, overridden_by="n") if r.id == "m" else r for r in rules.rules), "comite", "")
    assert found is not None
    assert [r.id for r in found.rules()] == ["sieges", "n"]


def test_what_is_stated_for_a_matter_goes_before_what_is_stated_for_all() -> None:
    yaml = SEATS + ONE
    yaml += rule("m", "majorité", "seuil: la moitié, assiette: ensemble")
    yaml += rule("n", "majorité", "seuil: deux tiers, assiette: ensemble, objet: statuts")
    assert outcome(yaml, ballots("abc")) == "adopted"
    assert outcome(yaml, {"matter": "statuts", **ballots("abc")}) == "rejected"
    assert outcome(yaml, {"matter": "budget", **ballots("abc")}) == "adopted"


def test_a_rule_about_no_body_and_no_matter_is_about_no_vote() -> None:
    yaml = SEATS + ONE + rule("m", "majorité", "seuil: '1'").replace(", instance: comite", "")
    decision = decided(yaml, ballots("a", "b"))
    assert [silence.key for silence in decision.silences] == ["majority"]
    assert decision.outcome == "rejected"


def test_a_table_of_votes_seats_its_rows_in_the_body_that_its_rule_names() -> None:
    (votes,) = (r for r in real_convention().rules.of("avenant-1") if r.id == "cogouv-voix")
    assert docket([votes], "cogouv", "") is not None
    of_no_body = replace(votes, source=replace(votes.source, body="", matter="budget"))
    assert docket([of_no_body], "cogouv", "budget") is None


def test_the_most_that_one_seat_represents_is_a_fact() -> None:
    yaml = SEATS + ONE + rule("p", "pouvoir", "limite: 2") + rule("m", "majorité", "seuil: majorité relative")
    vote = {"present": list("abc"), "proxies": {"d": "a", "e": "a", "f": "b"}, **ballots("a", "b")}
    decision = decided(yaml, vote)
    assert decision.outcome == "adopted"  # three to two
    assert decision.silences == ()
    assert decision.readings[0].facts.given["proxies-held"] == 2
    assert outcome(yaml.replace(", limite: 2", ""), vote) == "adopted"  # they may be many


def test_heads_are_counted_where_nothing_says_what_a_seat_weighs() -> None:
    decision, told = answered(SEATS, ballots("abcdef"))
    assert decision.outcome == "adopted"
    assert (told["tally"]["unit"], told["tally"]["for"]) == ("heads", "6")


FIGURES = {"data": {"parts": {"by": {"a": "1000", "b": "250", "c": "50", "d": "40", "e": "0", "f": "10"}}}}


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ("donnée: parts", "1000 250 50 40 0 10"),
        ("donnée: parts, une-voix-par: '100'", "10 5/2 1/2 2/5 0 1/10"),
        ("donnée: parts, une-voix-par: '100', arrondi: supérieur", "10 3 1 1 0 1"),
        ("donnée: parts, une-voix-par: '100', arrondi: inférieur", "10 2 0 0 0 0"),
        ("donnée: parts, une-voix-par: '100', arrondi: inférieur, plancher: '1'", "10 2 1 1 1 1"),
        ("donnée: parts, plafond: '300'", "300 250 50 40 0 10"),
        ("donnée: parts, plafond: autres", "350 250 50 40 0 10"),  # of 1 350: 1 000 is more than the 350 of the others
        ("donnée: parts, plafond: '20 %'", "270 250 50 40 0 10"),  # of 1 350
        ("donnée: parts, tranches: [{jusqu-à: '50', voix: 1}, {jusqu-à: '250', voix: 2}, {voix: 3}]", "3 2 1 1 1 1"),
    ],
)
def test_votes_follow_from_a_figure(weights: str, expected: str) -> None:
    yaml = SEATS + rule("v", "voix", weights) + rule("m", "majorité", "seuil: la moitié, assiette: ensemble")
    decision = decided(yaml, {**FIGURES, **ballots("a")})
    votes = decision.readings[0].facts.columns["votes"]
    assert " ".join(str(votes[seat]) for seat in "abcdef") == expected


def test_a_second_meeting_may_need_fewer() -> None:
    yaml = SEATS + ONE + rule("q", "quorum", "seuil: la moitié")
    yaml += rule("r", "quorum", "seuil: un tiers, convocation: seconde, intervalle: 8 jours")
    yaml += rule("m", "majorité", "seuil: majorité relative")
    previous = {"previous": {"date": "2024-03-02", "present": ["a"]}}
    assert outcome(yaml, {"present": ["a", "b"], **ballots("ab"), **previous}) == "adopted"
    assert outcome(yaml, {"present": ["a"], **ballots("a"), **previous}) == "no-quorum"
    assert outcome(yaml, {"present": ["a", "b"], **ballots("ab")}) == "no-quorum"
    endless = {"date": "9999-12-31", "previous": {"date": "9999-12-30", "present": ["a"]}}
    with pytest.raises(AssertionError, match="9999-12-31"):  # a month later there is no day
        decided(yaml.replace("8 jours", "1 mois"), {"present": ["a", "b"], **ballots("ab"), **endless})
    # From Tuesday 30 April, without the holiday of 1 May: Thursday 2, Friday 3, Monday 6.
    working = yaml.replace("8 jours", "3 jours ouvrés")
    for day, expected in (("2024-05-03", "no-quorum"), ("2024-05-06", "adopted")):
        again = {"date": day, "previous": {"date": "2024-04-30", "present": ["a"]}}
        assert outcome(working, {"present": ["a", "b"], **ballots("ab"), **again}) == expected
    late = {"previous": {"date": "2024-03-03", "present": ["a"]}}
    assert outcome(yaml, {"present": ["a", "b"], **ballots("ab"), **late}) == "no-quorum"


def test_a_second_meeting_may_need_no_quorum_on_any_day() -> None:
    yaml = SEATS + ONE + rule("q", "quorum", "seuil: la moitié") + rule("r", "quorum", "convocation: seconde")
    yaml += rule("m", "majorité", "seuil: majorité relative")
    again = {"present": ["a"], **ballots("a"), "previous": {"date": "2024-03-09", "present": ["a"]}}
    assert outcome(yaml, again) == "adopted"
    assert outcome(yaml, {"present": ["a"], **ballots("a")}) == "no-quorum"


def test_whether_who_may_not_vote_counts_may_be_open() -> None:
    yaml = SEATS + ONE + rule("q", "quorum", "seuil: plus de la moitié")
    yaml += rule("m", "majorité", "seuil: majorité relative")
    yaml += rule("d", "déport", "interprétations: {déportés: {comptés: oui, non-comptés: non}}")
    vote = {"present": list("abcd"), "recused": ["d"], **ballots("ab", "c")}
    decision = decided(yaml, vote)  # 4 of 6, or 3 of 5: both are more than half
    assert decision.outcome == "adopted"
    vote = {"present": list("abcd"), "recused": ["c", "d"], **ballots("ab")}
    decision = decided(yaml, vote)  # 4 of 6, or 2 of 4
    assert {r.assumes["d.counts"]: r.outcome for r in decision.readings} == {
        "counted": "adopted",
        "not-counted": "no-quorum",
    }


def test_represented_seats_make_the_quorum_where_the_words_say_so() -> None:
    majority = rule("m", "majorité", "seuil: majorité relative") + rule("p", "pouvoir", "limite: 2")
    vote = {"present": ["a", "b"], "proxies": {"c": "a"}, **ballots("ab")}
    for proxies, expected in (
        (", pouvoirs: comptés", "adopted"),
        (", pouvoirs: non-comptés", "no-quorum"),
        ("", "no-quorum"),
    ):
        yaml = SEATS + ONE + rule("q", "quorum", f"seuil: la moitié{proxies}") + majority
        assert outcome(yaml, vote) == expected
    left = "seuil: la moitié, interprétations: {pouvoirs: {comptés: oui, non-comptés: non}}"
    assert outcome(SEATS + ONE + rule("q", "quorum", left) + majority, vote) == "undetermined"


def test_a_required_seat_may_be_asked_to_be_there() -> None:
    yaml = SEATS + ONE + rule("q", "quorum", "requis: [a]") + rule("m", "majorité", "seuil: majorité relative")
    assert outcome(yaml, {"present": ["a"], **ballots("a")}) == "adopted"
    assert outcome(yaml, {"present": list("bcdef"), **ballots("bcdef")}) == "no-quorum"


def test_a_body_that_is_not_the_one_to_decide_is_told_so() -> None:
    yaml = SEATS + ONE + rule("m", "majorité", "seuil: majorité relative")
    yaml += rule("k", "compétence", "par: bureau, donne: décision, objet: budget")
    decision = decided(yaml, {"matter": "budget", **ballots("ab")})
    assert decision.outcome == "adopted"
    assert [found.decides for found in decision.competent] == [False]


def test_a_majority_of_the_second_round_alone_leaves_the_first_unstated() -> None:
    yaml = SEATS + ONE + rule("m", "majorité", "seuil: majorité relative, tour: 2")
    yaml += rule("t", "scrutin", "tours: 2")
    first, second = ballots("ab", "c"), ballots("ab", "c")
    decision = decided(yaml, {"rounds": [first, second]})
    assert decision.outcome == "adopted"
    assert {r.round for r in decision.readings} == {1, 2}


def test_a_majority_stated_for_the_second_round_goes_before_what_later_rounds_need() -> None:
    yaml = SEATS + ONE + rule("m", "majorité", "seuil: deux tiers, assiette: ensemble")
    yaml += rule("t", "scrutin", "tours: 2, second-tour: relative")
    vote = {"rounds": [ballots("ab", "c"), ballots("ab", "c")]}
    assert outcome(yaml, vote) == "adopted"  # more for than against
    yaml += rule("n", "majorité", "seuil: la moitié, assiette: ensemble, tour: 2")
    assert outcome(yaml, vote) == "rejected"  # 2 of 6
    assert outcome(yaml, {"rounds": [ballots("abc", "d"), ballots("abc", "d")]}) == "adopted"


def test_who_sits_for_one_matter_sits_for_no_other() -> None:
    yaml = SEATS + ONE + rule("m", "majorité", "seuil: majorité relative")
    yaml += rule("g", "composition", "collège: invites, sièges: [g], objet: statuts")
    for matter, count in (("statuts", 7), ("budget", 6)):
        decision = decided(yaml, {"matter": matter, **ballots("a")})
        assert len(decision.readings[0].facts.sets["all"]) == count


def college(name: str, seats: str, votes: str) -> str:
    listed = ", ".join(seats)
    return rule(f"c-{name}", "composition", f"collège: {name}, sièges: [{listed}]") + rule(
        f"v-{name}", "voix", f"collège: {name}, voix: {votes}"
    )


@pytest.mark.parametrize(
    ("for_", "against", "expected"),
    [("abc", "de", "rejected"), ("abcf", "de", "adopted"), ("ab", "d", "adopted"), ("a", "d", "rejected")],
)
def test_the_ten_votes_of_a_college_are_shared_exactly(for_: str, against: str, expected: str) -> None:
    """Three share ten votes, two share ten, one has ten: three thirds of ten are as many as two halves, and no more."""
    colleges = college("x", "abc", "10/3") + college("y", "de", "5") + college("z", "f", "10")
    majority = rule("m", "majorité", "seuil: plus de la moitié, assiette: exprimés")
    assert outcome(colleges + majority, ballots(for_, against)) == expected
