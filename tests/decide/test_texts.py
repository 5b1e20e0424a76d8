"""Governance texts of other kinds, each outcome worked out by hand from the article that it follows."""

from __future__ import annotations

from typing import Any

import pytest

from decide.council import council, decided


def outcome(name: str, vote: dict[str, Any], *assumes: str) -> str:
    decision, codes = decided(name, vote, *assumes)
    assert decision is not None, codes
    return decision.outcome


# --- A commune's council: CGCT, art. L. 2121-17 and L. 2121-20 ---


def sitting(present: str, for_: str = "", against: str = "", **more: Any) -> dict[str, Any]:
    ballots = {**dict.fromkeys(for_, "for"), **dict.fromkeys(against, "against")}
    return {"body": "conseil", "date": "2024-03-10", "present": list(present), "ballots": ballots, **more}


@pytest.mark.parametrize(
    ("vote", "expected"),
    [
        (sitting("abc", "abc"), "no-quorum"),  # 3 of 7
        (sitting("abcd", "abcd"), "adopted"),  # 4 of 7 is more than 3,5
        (sitting("abc", "abcd", proxies={"d": "a"}), "no-quorum"),  # who is represented is not there
        (sitting("abcd", "ab", "c"), "adopted"),  # 2 of 3 cast; d abstains and does not count
        (sitting("abcd", "ab", "cd", chair="a"), "adopted"),  # a tie, and the chair is for
        (sitting("abcd", "ab", "cd", chair="c"), "rejected"),
        (sitting("abcd", "ab", "cd", chair="a", secret="false"), "adopted"),
        (sitting("abcd", "ab", "cd", chair="a", secret="true"), "rejected"),  # no casting vote in a secret ballot
        (sitting("abcd", "", ""), "rejected"),  # nobody votes: no majority, and a tie of none
        (sitting("abcd", "a", "b", proxies={"e": "a"}), "adopted"),  # e votes as a does: 2 to 1
        (sitting("abcd", "a", "be", proxies={"e": "a"}), "rejected"),  # e has a ballot of its own
        (sitting("abcd", "bcd", recused=["a"]), "no-quorum"),  # 3 of 6 that may sit is not more than half
        (sitting("abcde", "bcd", "e", recused=["a"]), "adopted"),  # 4 of 6
    ],
)
def test_a_council_decides_by_more_than_half_of_the_votes_cast(vote: dict[str, Any], expected: str) -> None:
    if "chair" not in vote:
        vote = {**vote, "chair": vote["present"][-1], "secret": "false"}
    elif "secret" not in vote:
        vote = {**vote, "secret": "false"}
    assert council(vote) == (expected, [])


@pytest.mark.parametrize(
    ("first", "agenda", "expected"),
    [
        ("2024-03-07", ["budget"], "adopted"),  # three days before
        ("2024-03-08", ["budget"], "no-quorum"),  # two
        ("2024-03-07", ["budget", "ecole"], "no-quorum"),  # something new on the agenda
    ],
)
def test_called_again_after_three_days_a_council_needs_no_quorum(first: str, agenda: list[str], expected: str) -> None:
    previous = {"date": first, "present": ["a", "b"], "agenda": ["budget", "voirie"]}
    vote = sitting("ab", "ab", agenda=agenda, previous=previous)
    assert council(vote) == (expected, [])


def test_a_bureau_decides_by_all_who_are_there() -> None:
    vote = {"body": "bureau", "date": "2024-03-10", "present": ["a", "b"]}
    assert council({**vote, "ballots": {"a": "for", "b": "for"}})[0] == "adopted"
    assert council({**vote, "ballots": {"a": "for", "b": "abstain"}})[0] == "rejected"
    assert council({**vote, "present": [], "ballots": {}})[0] == "rejected"  # all of nobody


# --- An association: its members sign nothing, are in no list of parties, and sit in no college ---

ADHERENTS = [f"adherent-{n}" for n in range(1, 21)]


def assembly(present: int, for_: int, **more: Any) -> dict[str, Any]:
    there = ADHERENTS[:present]
    ballots = {**dict.fromkeys(there, "against"), **dict.fromkeys(there[:for_], "for")}
    vote = {"body": "ag", "date": "2020-06-01", "present": there, "ballots": ballots}
    return {**vote, "designated": {"ag": ADHERENTS}, **more}


@pytest.mark.parametrize(
    ("vote", "expected"),
    [
        (assembly(4, 4), "no-quorum"),  # a quarter of 20 is 5
        (assembly(5, 3), "adopted"),
        (assembly(3, 2, proxies=dict.fromkeys(ADHERENTS[10:12], "adherent-1")), "adopted"),  # 3 and 2; 4 to 1
        (assembly(3, 1, proxies=dict.fromkeys(ADHERENTS[10:12], "adherent-3")), "rejected"),  # 1 to 4
    ],
)
def test_an_assembly_is_of_those_that_the_vote_names_for_the_body(vote: dict[str, Any], expected: str) -> None:
    assert outcome("association", vote) == expected


@pytest.mark.parametrize(("first", "expected"), [("2020-05-22", "adopted"), ("2020-05-23", "no-quorum")])
def test_an_assembly_is_called_again_after_ten_days(first: str, expected: str) -> None:
    vote = assembly(1, 1, agenda=["budget"], previous={"date": first, "present": ADHERENTS[:4], "agenda": ["budget"]})
    assert outcome("association", vote) == expected


@pytest.mark.parametrize("named", ["", "bureau"])
def test_those_whom_nobody_was_to_designate_are_refused(named: str) -> None:
    decision, codes = decided("association", {**assembly(5, 3), "designated": {"ag": ADHERENTS, named: ["x"]}})
    assert (decision, codes) == (None, ["DEC126"])


def test_a_college_that_the_text_composes_takes_nobody_else() -> None:
    vote = {**agreed("ville"), "designated": {"communes": ["asso-1"]}}
    assert decided("communes", vote) == (None, ["DEC126"])


# --- Communes together: CGCT, art. L. 5211-5, II ---

# Six communes, 12 000 inhabitants: two thirds of the communes are four, half are three; half of the people are 6 000.
PEOPLE = {"ville": 6000, "bourg": 2000, "val": 1500, "mont": 1500, "bois": 600, "pre": 400}


def agreed(*names: str) -> dict[str, Any]:
    data = {"population": {"by": {name: str(n) for name, n in PEOPLE.items()}}}
    ballots = dict.fromkeys(names, "for")
    return {"body": "communes", "date": "2024-03-10", "present": list(PEOPLE), "ballots": ballots, "data": data}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("ville", "bois", "pre", "mont"), "adopted"),  # 4 communes, 8 500 people
        (("ville", "bourg", "pre"), "adopted"),  # 3 communes, 8 400: two thirds are 8 000
        (("ville", "bois", "pre"), "rejected"),  # 3 communes, 7 000: neither
        (("ville", "bourg"), "rejected"),  # 8 000 people, but 2 communes
        (
            ("bourg", "val", "mont", "bois", "pre"),
            "rejected",
        ),  # 5 communes without the most populous; 6 000 is no more than half
    ],
)
def test_communes_agree_by_two_thirds_with_half_of_the_people_or_the_reverse(
    names: tuple[str, ...], expected: str
) -> None:
    assert outcome("communes", agreed(*names)) == expected


def test_nothing_is_agreed_without_the_most_populous_commune() -> None:
    vote = agreed("bourg", "val", "mont", "bois", "pre")
    vote["data"]["population"]["by"]["ville"] = "5000"  # 6 000 of 11 000, and five communes of six
    assert outcome("communes", vote) == "rejected"
    assert outcome("communes", {**vote, "ballots": {**vote["ballots"], "ville": "for"}}) == "adopted"


def committee(for_: tuple[str, ...], against: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    present = [*PEOPLE, "asso-1", "asso-2", "asso-3"]
    ballots = {**dict.fromkeys(for_, "for"), **dict.fromkeys(against, "against")}
    vote = {k: v for k, v in agreed().items() if k != "ballots"}
    vote |= {"body": "comite", "present": present, "designated": {"associations": present[6:]}, **more}
    return vote if "rounds" in more else {**vote, "ballots": ballots}


# By bands: ville 10, bourg, val, mont and bois 2 each, pre 1: 19. Forty per cent of 19 are 7,6: the ville has 7,6 and all
# communes together 16,6, of which three quarters are 12,45.
@pytest.mark.parametrize(
    ("for_", "against", "expected"),
    [
        (("ville", "bourg", "val", "pre", "asso-1"), (), "adopted"),  # 12,6
        (("ville", "bourg", "val", "asso-1"), (), "rejected"),  # 11,6
        (("ville", "bourg", "val", "pre"), (), "rejected"),  # no association: none is not more than none
        (("ville", "bourg", "val", "pre", "asso-1"), ("asso-2",), "rejected"),  # one to one in their college
        (("ville", "bourg", "val", "pre", "asso-1"), ("mont", "bois"), "adopted"),
        (("ville", "bourg", "val", "asso-1"), ("mont", "bois", "pre"), "rejected"),
    ],
)
def test_colleges_decide_each_for_itself_with_votes_by_bands_and_a_cap(
    for_: tuple[str, ...], against: tuple[str, ...], expected: str
) -> None:
    assert outcome("communes", committee(for_, against)) == expected


def test_three_communes_against_block() -> None:
    # With the people of the Ville at 20 000 nothing changes; the others are three to two.
    vote = committee(("ville", "bourg", "val", "asso-1"), ("mont", "bois", "pre"))
    vote["data"]["population"]["by"] |= {"mont": "1", "bois": "1", "pre": "1"}
    # ville 10, bourg 2, val 2, and three of 1: 17, capped at 6,8: 13,8 in all, three quarters are 10,35; for are 10,8.
    assert outcome("communes", vote) == "rejected"
    del vote["ballots"]["pre"]
    assert outcome("communes", vote) == "adopted"


def test_a_second_round_has_a_majority_of_its_own() -> None:
    first = {"ballots": {"ville": "for", "bourg": "for", "asso-1": "for"}}
    # Cast or abstained: 7,6 + 2 + 1 for, 2 + 2 against, 1 abstaining: 15,6, of which two thirds are 10,4; for are 10,6.
    ballots = {**first["ballots"], "val": "against", "mont": "against", "pre": "abstain"}
    assert outcome("communes", committee((), rounds=[first, {"ballots": ballots}])) == "adopted"
    ballots["bois"] = "abstain"  # 17,6: two thirds are 11,73
    assert outcome("communes", committee((), rounds=[first, {"ballots": ballots}])) == "rejected"


# --- A joint commission: code du travail, art. L. 2232-6 ---


def signed(for_: tuple[str, ...], against: tuple[str, ...] = (), matter: str = "accord") -> dict[str, Any]:
    by = {"s1": "40", "s2": "30", "s3": "20", "s4": "10"}
    ballots = {**dict.fromkeys(for_, "for"), **dict.fromkeys(against, "against")}
    present = ["s1", "s2", "s3", "s4", "e1", "e2"]
    vote = {"body": "commission", "matter": matter, "date": "2024-03-10", "present": present, "ballots": ballots}
    return {**vote, "data": {"suffrages": {"by": by}}}


@pytest.mark.parametrize(
    ("for_", "against", "expected"),
    [
        (("s2", "e1"), (), "adopted"),  # exactly 30 %
        (("s3", "e1"), (), "rejected"),  # 20 %
        (("s3", "s4", "e1", "e2"), (), "adopted"),  # 30 %
        (("s1", "s2", "s3", "s4"), (), "rejected"),  # no employer
        (("s2", "e1"), ("s1", "s4"), "adopted"),  # opposed by exactly half
        (("s2", "e1"), ("s1", "s3"), "rejected"),  # by 60 %
        (("s1", "s2", "e1"), ("e2",), "adopted"),  # an employer's opposition blocks nothing
    ],
)
def test_an_agreement_needs_thirty_per_cent_an_employer_and_no_opposition_of_more_than_half(
    for_: tuple[str, ...], against: tuple[str, ...], expected: str
) -> None:
    assert outcome("branche", signed(for_, against)) == expected


@pytest.mark.parametrize(
    ("for_", "expected"),
    [
        (("s1", "s2", "s3", "e1", "e2"), "adopted"),
        (("s1", "s2", "e1", "e2"), "rejected"),  # half of one college
        (("s1", "s2", "s3", "s4", "e1"), "rejected"),
    ],
)
def test_both_colleges_adopt_the_rules_of_procedure(for_: tuple[str, ...], expected: str) -> None:
    assert outcome("branche", signed(for_, matter="reglement")) == expected
