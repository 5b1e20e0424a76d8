"""How states are named, for how long they stand, and which acts never stand alone."""

from __future__ import annotations

import datetime

from clausier.consolidate import Timeline, consolidate
from clausier.diagnostics import Diagnostic, codes_tim
from clausier.model.act import Act, Corpus
from clausier.model.dates import Pending, When
from support.drafting import amendment, document, replace

TEXT = document("# Article 1 – Objet\n\nUn. Deux.\n\n# Article 2\n\nTrois.\n\n# Article 3\n\nQuatre.\n")
CONVENTION = replace(amendment("convention", "2020-01-01"), document=TEXT)
PENDING = Pending(because="extension")


def act(name: str, in_force: str | When | Pending, header: str = "", *, signed: str = "2020-06-01") -> Act:
    body = "" if header else f"> « Ajout de {name}. »"
    return amendment(name, in_force, header or "- compléter: 1", body, signed=signed)


def made(*acts: Act, **how: object) -> tuple[Timeline, tuple[Diagnostic, ...]]:
    return consolidate(Corpus(convention=CONVENTION, amendments=acts), **how)  # type: ignore[arg-type]  # as given


def periods(*acts: Act) -> list[str]:
    return [f"{p.first} {p.last or ''} {' | '.join(p.candidates)}" for p in made(*acts)[0].periods]


def versions(*acts: Act) -> list[str]:
    return [f"{v.id} {v.first} {v.last}: {' '.join(v.events)}" for v in made(*acts)[0].versions]


def test_a_state_bears_the_name_of_its_last_act_where_all_earlier_ones_stand() -> None:
    assert periods(act("a", "2021-01-01"), act("b", "2022-01-01")) == [
        "2020-01-01 2020-12-31 convention",
        "2021-01-01 2021-12-31 a",
        "2022-01-01  b",
    ]
    assert periods(act("a", "2022-01-01"), act("b", "2021-01-01")) == [
        "2020-01-01 2020-12-31 convention",
        "2021-01-01 2021-12-31 convention+b",
        "2022-01-01  b",
    ]
    assert periods(act("a", PENDING), act("b", "2021-01-01")) == [
        "2020-01-01 2020-12-31 convention",
        "2021-01-01  convention+b",
    ]
    # One who changes no text holds no place in that order.
    assert periods(act("a", "2023-01-01", "- retrait: aube"), act("b", "2021-01-01")) == [
        "2020-01-01 2020-12-31 convention",
        "2021-01-01  b",
    ]


def test_a_later_state_of_the_same_acts_adds_its_first_day() -> None:
    own = "- abroger: 2\n- abroger: 3\n  en-vigueur: 2022-01-01\n  source: art. 1"
    assert periods(act("a", "2021-01-01", own)) == [
        "2020-01-01 2020-12-31 convention",
        "2021-01-01 2021-12-31 a",
        "2022-01-01  a@2022-01-01",
    ]
    assert versions(act("a", "2021-01-01", own)) == [
        "convention 2020-01-01 2020-12-31: ",
        "a 2021-01-01 2021-12-31: a",
        "a@2022-01-01 2022-01-01 None: a a#2",
    ]


def test_the_state_that_begins_when_the_act_enters_into_force_has_its_plain_name() -> None:
    # What the act does of old is no state that anyone means by « l’avenant a ».
    own = "- abroger: 2\n- abroger: 3\n  en-vigueur: 2020-07-01\n  source: art. 1"
    assert periods(act("a", "2022-01-01", own)) == [
        "2020-01-01 2020-06-30 convention",
        "2020-07-01 2021-12-31 a@2020-07-01",
        "2022-01-01  a",
    ]
    # Where it does nothing on that day, the first state that it makes has the name, and not one in which it has ended.
    old = "- suspendre: 3\n  en-vigueur: 2020-07-01\n  jusqu-au: 2022-12-31\n  source: art. 1"
    assert periods(act("a", "2022-01-01", old)) == [
        "2020-01-01 2020-06-30 convention",
        "2020-07-01 2022-12-31 a",
        "2023-01-01  a@2023-01-01",
    ]


def test_what_has_ended_no_longer_stands() -> None:
    ends = act("a", "2021-01-01", "- suspendre: 2\n  jusqu-au: 2021-06-30")
    assert versions(ends) == [
        "convention 2020-01-01 2020-12-31: ",
        "a 2021-01-01 2021-06-30: a",
        "a@2021-07-01 2021-07-01 None: ",
    ]


def test_a_candidate_is_certain_only_on_the_days_on_which_it_is_alone() -> None:
    unknown = act("a", When(first=datetime.date(2021, 1, 1), last=datetime.date(2021, 3, 31)))
    assert periods(unknown) == [
        "2020-01-01 2020-12-31 convention",
        "2021-01-01 2021-03-30 convention | a",
        "2021-03-31  a",
    ]
    assert versions(unknown) == ["convention 2020-01-01 2020-12-31: ", "a 2021-03-31 None: a"]
    never = act("b", When(first=datetime.date(2021, 2, 1), last=datetime.date(2021, 2, 28)))
    assert versions(unknown, never) == [
        "convention 2020-01-01 2020-12-31: ",
        "a None None: a",
        "convention+b None None: b",
        "b 2021-03-31 None: a b",
    ]


def test_an_act_never_stands_alone_where_a_later_one_begins_on_its_day() -> None:
    def overtaken(*acts: Act) -> dict[str, str]:
        return dict(made(*acts)[0].overtaken)

    day = "2021-01-01"
    assert overtaken(act("a", day), act("b", day)) == {"a": "b"}
    assert overtaken(act("a", day), act("b", "2021-01-02")) == {}
    assert overtaken(act("a", day), act("b", day), act("c", day)) == {"a": "c", "b": "c"}
    assert overtaken(act("a", "2020-12-01"), act("b", day), act("c", day), act("d", "2022-01-01")) == {"b": "c"}
    # An act that changes no text, or waits, is overtaken by none.
    assert overtaken(act("a", day, "- retrait: aube"), act("b", day)) == {}
    assert overtaken(act("a", PENDING), act("b", PENDING)) == {}
    # Begun before, it has stood alone, whatever else it does on that day.
    own = "- abroger: 2\n- abroger: 3\n  en-vigueur: 2022-01-01\n  source: art. 1"
    assert overtaken(act("a", day, own), act("b", "2022-01-01")) == {}


def test_what_was_known_on_a_day_leaves_out_what_was_certainly_signed_after_it() -> None:
    acts = (
        act("a", "2021-01-01", signed="2020-06-01"),
        act("b", "2021-01-02", signed="2020-06-02"),
        act("c", "2021-01-03", signed="2020"),
        act("d", "2021-01-04", signed=""),
    )
    known = datetime.date(2020, 6, 1)
    assert [a.id for a in made(*acts, known=known)[0].acts] == ["convention", "a", "c", "d"]
    assert [a.id for a in made(*acts)[0].acts] == ["convention", "a", "b", "c", "d"]
    ends = act("a", "2021-01-01", "- suspendre: 2\n  jusqu-au: 2021-12-31")
    assert [v.id for v in made(ends, known=known)[0].versions] == ["convention", "a", "a@2022-01-01"]


def test_drafts_stand_only_where_they_are_asked_for() -> None:
    draft = replace(act("b", "2022-01-01", "- abroger: 2"), draft=True)
    broken = replace(act("c", "2022-01-01", "- abroger: 7"), draft=True)
    members = replace(act("d", "2022-01-01", "- retrait: aube"), draft=True)
    found, problems = made(act("a", "2021-01-01"), draft, broken, members)
    assert [v.id for v in found.versions] == ["convention", "a"]
    assert [(p.code, p.severity) for p in problems] == [(codes_tim.DRAFT_DOES_NOT_FIT, "warning")]
    assert dict(problems[0].message.values)["act"] == "c"
    found, problems = made(act("a", "2021-01-01"), draft, drafts=["b", "x"])
    assert [v.id for v in found.versions] == ["convention", "a", "b"]
    assert [dict(p.message.values).get("id") for p in problems] == ["x"]


def test_a_period_is_found_by_its_days_and_the_last_version_is_the_latest() -> None:
    found, _ = made(
        act("a", "2021-01-01"), act("b", When(first=datetime.date(2022, 1, 1), last=datetime.date(2022, 2, 1)))
    )
    days = {
        "2019-12-31": None,
        "2020-01-01": 0,
        "2020-12-31": 0,
        "2021-01-01": 1,
        "2022-01-31": 2,
        "2022-02-01": 3,
        "2030-01-01": 3,
    }
    for day, index in days.items():
        assert found.period(datetime.date.fromisoformat(day)) == (None if index is None else found.periods[index])
    assert [p.determined for p in found.periods] == [True, True, False, True]
    assert found.latest.id == "b"
    assert found.act("a").id == "a"
    assert found.version("x") is None


DAY = "2021-01-01"


def pairs(*acts: Act) -> list[tuple[str, str]]:
    """The operations that conflict, each with the other."""
    values = [dict(p.message.values) for p in made(*acts)[1] if p.code is codes_tim.CONFLICT]
    return [(str(v["first"]), str(v["second"])) for v in values]


def test_two_acts_of_a_day_conflict_where_their_order_decides() -> None:
    one = act("a", DAY, "- remplacer-mots: 1\n  mots: Un\n  par: Premier")
    assert pairs(one, act("b", DAY, "- supprimer: 1, al. 1, phr. 1")) == [("a/1#1", "b/1#1")]
    assert pairs(one, act("b", DAY, "- remplacer-mots: 1\n  mots: Deux\n  par: Second")) == []
    assert pairs(one, act("b", "2021-01-02", "- supprimer: 1, al. 1, phr. 1")) == []
    assert pairs(one, act("b", DAY, "- supprimer: 1, al. 1, phr. 1\n  après-acte: a")) == []
    after = act("a", DAY, "- remplacer-mots: 1\n  mots: Un\n  par: Premier\n  après-acte: b")
    assert pairs(after, act("b", DAY, "- supprimer: 1, al. 1, phr. 2")) == []
    # Of one act, its order is its own.
    both = "- remplacer-mots: 1\n  mots: Un\n  par: Premier\n- remplacer-mots: 1\n  mots: Premier\n  par: Un"
    assert pairs(act("a", DAY, both)) == []


def test_every_pair_that_conflicts_is_told_once_in_the_order_of_the_acts() -> None:
    one = act("a", DAY, "- abroger: 2\n- renommer: 1\n  intitulé: But")
    other = act("b", DAY, "- renommer: 1\n  intitulé: Fin\n- remplacer-mots: 2\n  mots: Trois\n  par: Tout")
    assert pairs(one, other) == [("a/1#1", "b/1#2"), ("a/1#2", "b/1#1")]
    third = act("c", DAY, "- renommer: 1\n  intitulé: Sujet")
    assert pairs(one, other, third) == [
        ("a/1#1", "b/1#2"),
        ("a/1#2", "b/1#1"),
        ("a/1#2", "c/1#1"),
        ("b/1#1", "c/1#1"),
    ]


def test_an_operation_on_what_its_own_act_makes_conflicts_by_whole_lines() -> None:
    own = "- remplacer-mots: 1\n  mots: Un\n  par: Premier\n- remplacer-mots: 1\n  mots: Premier\n  par: Encore"
    assert ("a/1#1", "b/1#1") in pairs(act("a", DAY, own), act("b", DAY, "- supprimer: 1, al. 1, phr. 1"))
    assert pairs(act("a", DAY, own), act("b", DAY, "- remplacer-mots: 2\n  mots: Trois\n  par: Tout")) == []
    same_line = "- remplacer-mots: 1\n  mots: Deux\n  par: Second"
    assert pairs(act("a", DAY, own), act("b", DAY, same_line)) == [("a/1#2", "b/1#1")]
    assert pairs(act("a", DAY, same_line), act("b", DAY, own)) == [("a/1#1", "b/1#2")]


def test_what_makes_the_name_of_another_something_else_conflicts_with_it() -> None:
    swap = act("a", DAY, "- renommer: 1\n  intitulé: But\n- renuméroter: [2, 3]\n  en: [3, 2]")
    assert pairs(swap, act("b", DAY, "- abroger: 2")) == [("a/1#2", "b/1#1")]
    assert pairs(act("a", DAY, "- abroger: 2"), act("b", DAY, "- renuméroter: [2, 3]\n  en: [3, 2]")) == [
        ("a/1#1", "b/1#1")
    ]


def test_an_act_signed_earlier_that_would_undo_a_later_one_is_an_error() -> None:
    earlier = act("a", "2022-01-01", "- abroger: 2", signed="2020-02-01")
    later = act("b", "2021-01-01", "- remplacer-mots: 2\n  mots: Trois\n  par: Tout", signed="2020-06-01")
    assert pairs(earlier, later) == [("b/1#1", "a/1#1")]
    assert pairs(earlier, act("b", "2021-01-01", "- remplacer-mots: 3\n  mots: Quatre\n  par: Tout")) == []
    assert pairs(act("a", "2022-01-01", "- abroger: 2\n  après-acte: b", signed="2020-02-01"), later) == []
    # In the order in which they were signed, the second may undo the first.
    assert (
        pairs(
            act("a", "2021-01-01", "- remplacer-mots: 2\n  mots: Trois\n  par: Tout"),
            act("b", "2022-01-01", "- abroger: 2"),
        )
        == []
    )
