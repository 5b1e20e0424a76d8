"""Rules through versions that no operation of this compiler makes yet, or that are laborious to make: built by hand."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from msgspec.structs import replace

from clausier.consolidate.timeline import Event, Membership, Period, Version
from clausier.model.dates import When
from clausier.model.provision import Lacuna, Provision, Status, Table
from clausier.rules.bound import Validity
from clausier.rules.criteria import Criterion, Fixed
from clausier.rules.kinds import Majority, Precedence, Quorum, Weights
from clausier.rules.settled import Settled
from clausier.text import Text
from rules.timelines import act, alinea, article, bound, codes, day, member, states, timeline, version, written

RHYTHM = """\
règles:
  - {id: rythme, nature: périodicité, article: "1", citation: "se réunit {rythme:périodicité}", instance: comite}
"""
MEETS = "Le comité se réunit chaque semestre."


def table(*rows: tuple[str, ...]) -> Table:
    return Table(key="t", rows=tuple(tuple(Text(cell).written("convention", 0) for cell in row) for row in rows))


def test_a_rule_follows_its_article_through_renumbering() -> None:
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", "Autre."), article("2", MEETS, id="convention/1"), acts=("a",), first="2021-01-01"),
    )
    rules, problems = bound(RHYTHM, time)
    assert codes(problems) == []
    assert [(s.place.number, s.versions) for s in states(rules, "rythme")] == [("1", ("convention",)), ("2", ("a",))]


def test_a_number_that_another_article_takes_is_not_the_rules() -> None:
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", MEETS, id="a/1"), acts=("a",), first="2021-01-01"),
    )
    rules, problems = bound(RHYTHM, time)
    assert codes(problems) == ["RUL205"]
    assert [s.versions for s in states(rules, "rythme")] == [("convention",)]


@pytest.mark.parametrize("status", ["suspended", "expired"])
def test_a_rule_rests_while_its_article_does_and_comes_back_with_it(status: str) -> None:
    resting = article("1", MEETS, status=status)  # type: ignore[arg-type]  # one of its words
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("a", resting, acts=("a",), first="2021-01-01", last="2021-12-31"),
        version("b", article("1", MEETS), acts=("a", "b"), first="2022-01-01"),
    )
    rules, problems = bound(RHYTHM, time)
    assert codes(problems) == []
    assert [(s.versions, s.valid) for s in states(rules, "rythme")] == [
        (("convention",), Validity(day("2020-01-01"), day("2020-12-31"))),
        (("b",), Validity(day("2022-01-01"), None)),
    ]


def test_words_are_away_for_a_time_where_what_replaced_them_has_an_end_and_they_are_the_very_ones() -> None:
    def found(last: tuple[Version, ...], *, ends: bool) -> list[str]:
        end = When(first=day("2021-12-31"), last=day("2021-12-31")) if ends else None
        begins = When(first=day("2021-01-01"), last=day("2021-01-01"))
        event = Event(id="a", act="a", date=begins, until=end, operations=())
        return codes(bound(RHYTHM, replace(timeline(*first, *last), events=(event,)))[1])

    first = (
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", "Autre."), acts=("a",), first="2021-01-01", last="2021-12-31"),
    )
    back = version("b", article("1", MEETS), acts=("b",), first="2022-01-01", last="2022-12-31")
    gone = version("c", article("1", "Autre."), acts=("b", "c"), first="2023-01-01")
    again = version("b", article("1", written((MEETS, "b/1#1"))), acts=("b",), first="2022-01-01")
    assert found((back,), ends=True) == ["RUL222"]
    assert found((back, gone), ends=True) == ["RUL205", "RUL222"]  # for good
    assert found((back,), ends=False) == ["RUL205"]  # it was annulled
    assert found((again,), ends=True) == ["RUL205", "RUL206"]  # another act has the same words


@pytest.mark.parametrize(("status", "expected"), [("suspended", []), ("expired", []), ("repealed", ["RUL205"])])
def test_a_sub_article_shares_what_becomes_of_its_article(status: Status, expected: list[str]) -> None:
    def whole(status: Status) -> Provision:
        return article("1", children=(article("1.1", MEETS),), status=status)

    time = timeline(
        version("convention", whole("in-force"), first="2020-01-01", last="2020-12-31"),
        version("a", whole(status), acts=("a",), first="2021-01-01"),
    )
    rules, problems = bound(RHYTHM.replace('"1"', '"1.1"'), time)
    assert codes(problems) == expected
    assert [s.versions for s in states(rules, "rythme")] == [("convention",)]


def test_a_rule_holds_certainly_over_days_when_either_candidate_states_it() -> None:
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-06-30"),
        version("a", article("1", MEETS, "Autre."), acts=("a",), first="2021-01-01"),
        periods=(
            Period(first=day("2020-01-01"), last=day("2020-06-30"), candidates=("convention",)),
            Period(first=day("2020-07-01"), last=day("2020-12-31"), candidates=("convention", "a")),
            Period(first=day("2021-01-01"), last=None, candidates=("a",)),
        ),
    )
    rules, _ = bound(RHYTHM, time)
    assert [(s.versions, s.valid) for s in states(rules, "rythme")] == [
        (("convention", "a"), Validity(day("2020-01-01"), None))
    ]


def test_a_rule_that_only_candidates_state_is_certain_on_no_day() -> None:
    time = timeline(
        version("convention", article("1", "Rien."), first="2020-01-01", last="2020-06-30"),
        version("a", article("1", MEETS), acts=("a",)),
        version("b", article("1", MEETS), acts=("a", "b")),
    )
    rules, problems = bound(RHYTHM, time, "a")
    assert codes(problems) == []
    assert [(s.versions, s.valid) for s in states(rules, "rythme")] == [(("a", "b"), None)]


def test_words_that_are_gone_in_one_candidate_only_are_told_once_and_stand_in_the_other() -> None:
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-06-30"),
        version("convention+a", article("1", "Rien."), acts=("a",)),
        version("convention+b", article("1", MEETS), acts=("b",)),
        version("b", article("1", "Rien."), acts=("a", "b"), first="2021-01-01"),
    )
    rules, problems = bound(RHYTHM, time)
    assert codes(problems) == ["RUL205"]
    assert dict(problems[0].message.values)["version"] == "convention+a"
    assert [s.versions for s in states(rules, "rythme")] == [("convention",), ("convention+b",)]


def test_a_rule_is_retired_in_every_version_of_the_act_that_ends_it() -> None:
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", MEETS), acts=("a",), first="2021-01-01", last="2021-12-31"),
        version("b", article("1", "Rien."), acts=("a", "b"), first="2022-01-01"),
    )
    rules, problems = bound(RHYTHM.replace("instance: comite", "instance: comite, fin: a"), time)
    assert codes(problems) == []
    assert [(s.versions, s.valid) for s in states(rules, "rythme")] == [
        (("convention",), Validity(day("2020-01-01"), day("2020-12-31")))
    ]


def test_an_act_is_blamed_for_words_gone_by_its_own_version() -> None:
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", MEETS), acts=("a",), first="2021-01-01", last="2021-12-31"),
        version("b", article("1", "Rien."), acts=("a", "b"), first="2022-01-01"),
    )
    _, problems = bound(RHYTHM, time)
    assert [dict(p.message.values) for p in problems] == [{"id": "rythme", "version": "b", "act": "b"}]


def test_words_written_anew_are_flagged_once_for_each_operation_that_wrote_them() -> None:
    restated = written(("Le comité se réunit ", "a/1#1"), ("chaque semestre", "a/1#1"), (".", "a/1#1"))
    again = written(("Le comité ", "b/1#1"), ("se réunit ", "b/1#2"), ("chaque semestre", "b/1#1"))
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", restated), acts=("a",), first="2021-01-01", last="2021-12-31"),
        version("a@2021", article("1", restated), acts=("a",), first="2022-01-01", last="2022-12-31"),
        version("b", article("1", again), acts=("a", "b"), first="2023-01-01"),
    )
    rules, problems = bound(RHYTHM, time)
    assert codes(problems) == ["RUL206", "RUL206"]
    assert [p.labels[0].span.path for p in problems] == ["a/01.md", "b/01.md"]
    assert [s.act for s in states(rules, "rythme")] == ["convention", "a", "b"]


def test_a_figure_written_anew_is_no_restatement() -> None:
    changed = written(("Le comité se réunit ", "convention"), ("chaque année", "a/1#1"), (".", "convention"))
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", changed), acts=("a",), first="2021-01-01"),
    )
    rules, problems = bound(RHYTHM, time)
    assert codes(problems) == []
    assert [(s.act, s.origins) for s in states(rules, "rythme")] == [
        ("convention", ("convention",)),
        ("convention", ("convention", "a/1#1")),
    ]


def test_a_rule_found_in_the_known_part_of_an_article_stands_beside_its_lacuna() -> None:
    partly = article("1", Lacuna(key="k", reason="perdu"), MEETS)
    rules, problems = bound(RHYTHM, timeline(version("convention", partly, first="2020-01-01")))
    assert codes(problems) == []
    assert [c.lacuna for c in rules.covered("convention")] == [True]
    unknown = RHYTHM.replace("se réunit {rythme:périodicité}", "siège {rythme:périodicité}")
    assert codes(bound(unknown, timeline(version("convention", partly, first="2020-01-01")))[1]) == ["RUL207"]


def test_words_that_later_acts_bring_are_not_those_that_a_rule_was_about() -> None:
    time = timeline(
        version("convention", article("1", "Rien."), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", alinea(MEETS, "a/1#1")), acts=("a",), first="2021-01-01"),
    )
    rules, problems = bound(RHYTHM, time)
    assert codes(problems) == ["RUL203"]
    assert states(rules, "rythme") == []


def test_words_that_the_rules_own_act_brings_later_are() -> None:
    time = timeline(
        version("convention", article("1", "Rien."), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", "Rien."), acts=("a",), first="2021-01-01", last="2021-12-31"),
        version("a@2022", article("1", alinea(MEETS, "a/1#2")), acts=("a",), first="2022-01-01"),
    )
    rules, problems = bound(RHYTHM, time, "a")
    assert codes(problems) == []
    assert [s.versions for s in states(rules, "rythme")] == [("a@2022",)]


OWN = """\
règles:
  - {id: primaute, nature: primauté, article: "avenant-1, 1", citation: "prévaut", sur: convention}
"""


def test_an_act_that_changes_no_word_binds_from_its_own_date() -> None:
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("b", article("1", MEETS, "Autre."), acts=("b",), first="2021-01-01", last="2021-12-31"),
        version("c", article("1", MEETS), acts=("b", "c"), first="2022-01-01"),
        acts=(act("avenant-1", article("1", "Il prévaut.", id="avenant-1/1"), in_force="2021-06-01"),),
    )
    rules, problems = bound(OWN, time, "avenant-1")
    assert codes(problems) == []
    assert [(s.versions, s.valid) for s in states(rules, "primaute")] == [
        (("b", "c"), Validity(day("2021-06-01"), None))
    ]


def test_an_act_that_begins_on_the_last_day_of_a_version_binds_in_it() -> None:
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("b", article("1", MEETS), acts=("b",), first="2021-01-01"),
        acts=(act("avenant-1", article("1", "Il prévaut.", id="avenant-1/1"), in_force="2020-12-31"),),
    )
    rules, _ = bound(OWN, time, "avenant-1")
    assert states(rules, "primaute")[0].versions == ("convention", "b")


def test_the_rules_of_an_act_that_waits_are_to_come() -> None:
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01"),
        acts=(act("avenant-1", article("1", "Il prévaut.", id="avenant-1/1"), pending=True),),
    )
    rules, problems = bound(OWN, time, "avenant-1")
    assert codes(problems) == []
    assert rules.to_come == ("primaute",)
    assert rules.rules == ()


def test_a_rule_that_quotes_another_acts_words_holds_while_both_are_in_force() -> None:
    own = act("avenant-1", article("1", "Il prévaut.", id="avenant-1/1"))
    time = timeline(
        version("convention", article("1", MEETS), first="2020-01-01", last="2020-12-31"),
        version("b", article("1", MEETS), acts=("b",), first="2021-01-01", last="2021-12-31"),
        version("c", article("1", MEETS), acts=("b", "avenant-1"), first="2022-01-01"),
        acts=(own,),
    )
    rules, problems = bound(OWN.replace("sur: convention", "sur: convention, prévaut: b"), time, "b")
    assert codes(problems) == []
    (state,) = states(rules, "primaute")
    assert state.versions == ("c",)
    assert state.rule == Precedence(prevails="b", over=("convention",), scope="")


def test_the_act_whose_words_say_so_prevails_unless_another_is_named() -> None:
    time = timeline(version("convention", article("1", "Il prévaut."), first="2020-01-01"))
    (state,) = states(bound(OWN.replace("avenant-1, 1", "1"), time)[0], "primaute")
    assert state.rule == Precedence(prevails="convention", over=("convention",), scope="")


def test_an_article_may_be_said_to_be_of_the_convention() -> None:
    time = timeline(version("convention", article("1", "Il prévaut."), first="2020-01-01"))
    rules, problems = bound(OWN.replace("avenant-1, 1", "convention, 1"), time)
    assert codes(problems) == []
    assert states(rules, "primaute")[0].place.provision == "convention/1"


def test_what_a_reading_may_mean_is_one_of_the_list() -> None:
    yaml = """\
règles:
  - {id: q, nature: quorum, article: "1", citation: "la moitié", instance: comite, seuil: la moitié, interprétations: {pouvoirs: {comptés: oui, parfois: non}}}
"""
    time = timeline(version("convention", article("1", "si la moitié est là"), first="2020-01-01"))
    assert codes(bound(yaml, time)[1]) == ["RUL104"]


def test_one_round_is_a_ballot_and_none_is_not() -> None:
    yaml = """\
règles:
  - {id: tours, nature: scrutin, article: "1", citation: "vote en {tours:entier} tour"}
"""
    for words, expected in (("Il vote en un tour.", []), ("Il vote en zéro tour.", ["RUL104"])):
        assert (
            codes(bound(yaml, timeline(version("convention", article("1", words), first="2020-01-01")))[1]) == expected
        )


def test_a_long_declaration_without_a_rule_is_named_by_its_beginning() -> None:
    yaml = """\
sans-règle:
  - {article: "1", citation: "Ces mots-ci ne figurent nulle part dans cet article", motif: exposé}
  - {article: "1", citation: "Ces mots non plus", motif: exposé}
"""
    _, problems = bound(yaml, timeline(version("convention", article("1", MEETS), first="2020-01-01")))
    said = [p.message.text("fr") for p in problems]
    assert "« Ces mots-ci ne figurent nulle part dans … »" in said[0].replace("\u00a0", " ")
    assert "« Ces mots non plus »" in said[1].replace("\u00a0", " ")


def test_words_in_a_sub_article_are_placed_there() -> None:
    time = timeline(
        version("convention", article("1", "Rien.", children=(article("1.1", "Un.", MEETS),)), first="2020-01-01")
    )
    rules, problems = bound(RHYTHM, time)
    assert codes(problems) == []
    (state,) = states(rules, "rythme")
    assert (state.place.provision, state.place.number, state.place.alinea) == ("convention/1.1", "1.1", 2)
    assert [(c.place.number, c.count("rule"), c.count("left")) for c in rules.covered("convention")] == [
        ("1", 0, 1),
        ("1.1", 1, 1),
    ]


def test_a_threshold_left_open_needs_a_base_where_one_of_its_meanings_is_a_share() -> None:
    time = timeline(version("convention", article("1", "Il décide à la majorité."), first="2020-01-01"))
    for meaning, expected in (("majorité absolue", ["RUL103"]), ("5", [])):
        yaml = f"""\
règles:
  - id: majorite
    nature: majorité
    article: "1"
    citation: "décide à la majorité"
    interprétations:
      seuil:
        un: {{libellé: "plus de pour que de contre", valeur: majorité relative}}
        deux: {{libellé: "autre chose", valeur: {meaning}}}
"""
        assert codes(bound(yaml, time)[1]) == expected


def test_two_definitions_of_one_term_answer_one_question() -> None:
    yaml = """\
règles:
  - {id: a, nature: définition, article: "1", citation: "Un élève est inscrit", terme: élève}
  - {id: b, nature: définition, article: "1", citation: "Un élève paie", terme: Élève}
  - {id: c, nature: définition, article: "1", citation: "Un maître enseigne", terme: maître}
"""
    words = "Un élève est inscrit. Un élève paie. Un maître enseigne."
    _, problems = bound(yaml, timeline(version("convention", article("1", words), first="2020-01-01")))
    assert [dict(p.message.values) for p in problems] == [{"first": "a", "second": "b"}]


def test_two_deadlines_answer_one_question_where_they_bound_the_same_days_alike() -> None:
    yaml = """\
règles:
  - {id: a, nature: délai, article: "1", citation: "avis {d:durée} avant", événement: avis, avant: ag, borne: au-moins}
  - {id: b, nature: délai, article: "1", citation: "puis {d:durée} avant", événement: avis, avant: ag, borne: au-moins}
  - {id: c, nature: délai, article: "1", citation: "puis {d:durée}", événement: avis, avant: ag, borne: au-plus}
  - {id: d, nature: délai, article: "1", citation: "avis {d:durée}", événement: avis, après: ag, borne: au-moins}
  - {id: e, nature: délai, article: "1", citation: "{d:durée} avant, fin", événement: avis, avant: cst, borne: au-moins}
"""
    words = "Un avis 8 jours avant, puis 9 jours avant, fin."
    _, problems = bound(yaml, timeline(version("convention", article("1", words), first="2020-01-01")))
    assert [dict(p.message.values) for p in problems] == [{"first": "a", "second": "b"}]


def test_two_colleges_of_a_body_answer_two_questions() -> None:
    yaml = """\
règles:
  - {id: a, nature: composition, article: "1", citation: "les membres", instance: ag, collège: elus, sièges: membres}
  - {id: b, nature: composition, article: "1", citation: "le préfet", instance: ag, collège: etat, sièges: prefet}
  - {id: c, nature: composition, article: "1", citation: "le maire", instance: ag, collège: etat, sièges: maire}
"""
    words = "L’AG réunit les membres, le préfet et le maire."
    _, problems = bound(yaml, timeline(version("convention", article("1", words), first="2020-01-01")))
    assert [dict(p.message.values) for p in problems] == [{"first": "b", "second": "c"}]


def test_two_tables_of_the_votes_of_a_body_answer_one_question() -> None:
    yaml = """\
règles:
  - {id: a, nature: voix, article: "1", instance: ag, tableau: {membre: Nom, voix: Voix}}
  - {id: b, nature: voix, article: "2", instance: ag, tableau: {membre: Nom, voix: Voix}}
  - {id: c, nature: voix, article: "2", instance: bureau, tableau: {membre: Nom, voix: Voix}}
"""
    votes = [article(number, table(("Nom", "Voix"), ("Aube", number))) for number in "12"]
    aube = Membership(first=day("2020-01-01"), last=None, parties=(member("aube", "Aube"),), operation="")
    _, problems = bound(yaml, timeline(version("convention", *votes, first="2020-01-01"), members=(aube,)))
    assert [dict(p.message.values) for p in problems] == [{"first": "a", "second": "b"}]


NUMBERS = """\
règles:
  - {id: quorum, nature: quorum, article: "1", citation: "le quorum est de {seuil:entier} membres", instance: comite}
"""


@pytest.mark.parametrize(("words", "strict"), [("plus de ", True), ("au moins ", False), ("", False)])
def test_the_words_before_a_figure_say_whether_it_must_be_exceeded(words: str, *, strict: bool) -> None:
    yaml = NUMBERS.replace("de {seuil", f"de {words}{{seuil")
    time = timeline(version("convention", article("1", f"le quorum est de {words}5 membres"), first="2020-01-01"))
    (state,) = states(bound(yaml, time)[0], "quorum")
    assert state.rule == Quorum(
        tests=Criterion(threshold=Settled(Fixed(Fraction(5), strict)), measure=Settled("heads"), base=Settled("all"))
    )


@pytest.mark.parametrize(
    ("before", "share", "strict"),
    [
        ("plus des ", "deux tiers", True),
        ("plus du ", "tiers", True),
        ("plus de ", "la moitié", True),
        ("excèdent ", "la moitié", True),
        ("excédant les ", "deux tiers", True),
        ("supérieurs aux ", "deux tiers", True),
        ("supérieur au ", "tiers", True),
        ("des ", "deux tiers", False),
        ("au moins les ", "deux tiers", False),
    ],
)
def test_the_words_before_a_share_say_whether_it_must_be_exceeded(before: str, share: str, *, strict: bool) -> None:
    yaml = NUMBERS.replace("de {seuil:entier}", f"de {before}{{seuil:fraction}}").replace(
        "comite}", "comite, assiette: ensemble}"
    )
    time = timeline(
        version("convention", article("1", f"le quorum est de {before}{share} membres"), first="2020-01-01")
    )
    (state,) = states(bound(yaml, time)[0], "quorum")
    assert isinstance(state.rule, Quorum)
    assert isinstance(state.rule.tests, Criterion)
    assert [threshold.strict for threshold in state.rule.tests.threshold.values] == [strict]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("before", "behind"), [("moins de ", ""), ("moins des ", ""), ("", " au plus"), ("inférieur au ", "")]
)
def test_what_is_not_to_be_reached_is_no_threshold(before: str, behind: str) -> None:
    yaml = NUMBERS.replace("de {seuil:entier}", f"de {before}{{seuil:fraction}}{behind}")
    time = timeline(
        version("convention", article("1", f"le quorum est de {before}tiers{behind} membres"), first="2020-01-01")
    )
    assert [d.code.id for d in bound(yaml, time)[1]] == ["RUL104"]


def test_a_comparison_is_stated_where_the_words_do_not_say() -> None:
    yaml = NUMBERS.replace("instance: comite", "instance: comite, comparaison: plus-de")
    time = timeline(version("convention", article("1", "le quorum est de 5 membres"), first="2020-01-01"))
    (state,) = states(bound(yaml, time)[0], "quorum")
    assert isinstance(state.rule, Quorum)
    assert isinstance(state.rule.tests, Criterion)
    assert state.rule.tests.threshold == Settled(Fixed(Fraction(5), strict=True))


def test_a_majority_counts_votes_and_a_quorum_heads_unless_said() -> None:
    yaml = NUMBERS.replace("quorum, article", "majorité, article")
    time = timeline(version("convention", article("1", "le quorum est de 5 membres"), first="2020-01-01"))
    (state,) = states(bound(yaml, time)[0], "quorum")
    assert isinstance(state.rule, Majority)
    assert isinstance(state.rule.tests, Criterion)
    assert state.rule.tests.measure == Settled("votes")


TABLE = """\
règles:
  - {id: voix, nature: voix, article: "1", instance: comite, tableau: {membre: Nom, voix: Voix}}
"""


@pytest.mark.parametrize(("until", "expected"), [("2020-12-31", ["RUL212"]), ("2021-01-01", [])])
def test_members_are_those_of_the_days_of_a_version(until: str, expected: list[str]) -> None:
    first = article("1", table(("Nom", "Voix"), ("Aube", "1"), ("Marne", "2")))
    before = Membership(
        first=day("2020-01-01"),
        last=day(until),
        parties=(member("aube", "Aube"), member("marne", "Marne")),
        operation="",
    )
    after = Membership(
        first=day(until) + datetime.timedelta(days=1), last=None, parties=(member("aube", "Aube"),), operation="x"
    )
    time = timeline(
        version("convention", first, first="2020-01-01", last="2020-12-31"),
        version("a", first, acts=("a",), first="2021-01-01"),
        members=(before, after),
    )
    rules, problems = bound(TABLE, time)
    assert codes(problems) == expected
    assert [dict(p.message.values) for p in problems] == [{"name": "Marne", "version": "a"} for _ in expected]
    (state,) = states(rules, "voix")
    assert state.rule == Weights(by=(("aube", 1), ("marne", 2)))  # type: ignore[arg-type]  # equal to fractions


CLAUSE = """\
règles:
  - {id: nouvelle, nature: majorité, article: "1", citation: "à {seuil:pourcentage} des voix", instance: comite, assiette: ensemble}
  - {id: ancienne, nature: majorité, article: "2", citation: "à {seuil:pourcentage} des voix", instance: comite, assiette: ensemble}
  - {id: primaute, nature: primauté, article: "3", citation: "prévaut", prévaut: a, sur: convention}
"""


@pytest.mark.parametrize(("over", "loser"), [("convention", "ancienne"), ("a", None)])
def test_a_clause_settles_which_of_two_answers_prevails_in_the_order_that_it_says(over: str, loser: str | None) -> None:
    time = timeline(
        version(
            "convention",
            article("1", "à 60 % des voix"),
            article("2", "à 80 % des voix"),
            article("3", "Il prévaut."),
            first="2020-01-01",
            last="2020-12-31",
        ),
        version(
            "a",
            article("1", alinea("à 70 % des voix", "a/1#1")),
            article("2", "à 80 % des voix"),
            article("3", "Il prévaut."),
            acts=("a",),
            first="2021-01-01",
        ),
    )
    rules, problems = bound(CLAUSE.replace("sur: convention", f"sur: {over}"), time, "a")
    assert [s.overridden_by for s in states(rules, loser)] == ["nouvelle"] if loser else codes(problems) == ["RUL301"]
    assert [s.overridden_by for s in states(rules, "nouvelle")] == [""]


def test_a_clause_does_not_settle_what_stood_before_it() -> None:
    time = timeline(
        version(
            "convention",
            article("1", "à 60 % des voix"),
            article("2", "à 80 % des voix"),
            article("3", "Rien."),
            first="2020-01-01",
            last="2020-12-31",
        ),
        version(
            "a",
            article("1", alinea("à 70 % des voix", "a/1#1")),
            article("2", "à 80 % des voix"),
            article("3", "Il prévaut."),
            acts=("a",),
            first="2021-01-01",
        ),
    )
    rules, _ = bound(CLAUSE.partition("  - {id: primaute")[0], time)
    assert {s.overridden_by for s in rules.rules} == {""}


def test_a_remark_ends_with_its_article() -> None:
    yaml = 'remarques:\n  - {articles: ["1", "2"], remarque: "À voir."}\n'
    time = timeline(
        version("convention", article("1", "Un."), article("2", "Deux."), first="2020-01-01", last="2020-12-31"),
        version("a", article("1", "Un."), acts=("a",), first="2021-01-01"),
    )
    rules, problems = bound(yaml, time)
    assert codes(problems) == []
    assert [r.versions for r in rules.remarks] == [("convention",)]
    assert [r.provisions for r in rules.remarks] == [("convention/1", "convention/2")]
