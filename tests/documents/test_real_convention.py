"""The facts of the real convention before and after its first amendment, as `clausier show` tells them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from support.calling import called
from support.projects import ROOT

BEFORE, BETWEEN, AFTER = "2022-06-20", "2022-08-01", "2023-01-01"
ARTICLES = ("1", "2", "3", "4", "5", "6", "7", "8")


@cache
def show(target: str, at: str = AFTER) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON of `clausier show TARGET --at AT`; `at` may name a version."""
    when = "--at" if at[0].isdigit() else "--version"
    done = called("show", *([target] if target else []), when, at, "--format", "json", project=ROOT)
    assert done.stderr == "", done.stderr
    answer = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return done.exit_code, answer


@cache
def whole(at: str) -> dict[str, dict[str, Any]]:
    """Every numbered provision of the text then, by its number."""
    _, answer = show("", at)
    found: dict[str, dict[str, Any]] = {}
    left = [*answer["provision"]["children"]]
    while left:
        node = left.pop()
        assert node["number"] not in found
        found[node["number"]] = node
        left += node["children"]
    return found


def provision(number: str, at: str = AFTER) -> dict[str, Any]:
    """The provision of that number then, which must be there."""
    return whole(at)[number]


def numbers(parent: dict[str, Any]) -> list[str]:
    """The numbers of its sub-articles, in order."""
    return [child["number"] for child in parent["children"]]


def test_after_the_amendment_each_new_article_has_the_alineas_of_the_act() -> None:
    counts = {"2": 6, "6.3": 1, "6.4": 10, "7.1": 6, "8": 3, "8.1": 13, "8.2": 11, "8.3": 11, "8.4": 8, "8.5": 3}
    assert {number: len(provision(number)["alineas"]) for number in counts} == counts


def test_the_alineas_of_an_article_are_numbered_from_one() -> None:
    assert [alinea["n"] for alinea in provision("8.1")["alineas"]] == list(range(1, 14))


def test_the_items_of_6_4_are_nested_as_the_act_nests_them() -> None:
    assert [alinea["depth"] for alinea in provision("6.4")["alineas"]] == [0, 0, 1, 2, 2, 2, 2, 2, 2, 0]


def test_after_the_amendment_article_6_is_renamed_and_completed() -> None:
    six = provision("6")
    assert six["heading"] == "Coordonnateur et Pilote du groupement de commandes"
    assert numbers(six) == ["6.1", "6.2", "6.3", "6.4"]
    assert [child["status"] for child in six["children"]] == ["lacuna", "lacuna", "in-force", "in-force"]


def test_before_the_amendment_article_6_bears_its_old_heading_and_holds_two_lacunas() -> None:
    six = provision("6", BEFORE)
    assert six["heading"] == "Coordonnateur du groupement de commandes"
    assert six["status"] == "lacuna"
    assert numbers(six) == ["6.1", "6.2"]


def test_what_survives_the_amendment_unknown_stays_unknown() -> None:
    for at in (BEFORE, AFTER):
        for number in ("1", "3", "4", "5", "6.1", "6.2", "7"):
            assert provision(number, at)["status"] == "lacuna"


def test_before_the_amendment_what_it_replaces_is_a_lacuna() -> None:
    headings = {"2": "Objet du groupement de commandes", "7.1": "Définitions des besoins", "8": "La Gouvernance"}
    for number, heading in headings.items():
        found = provision(number, BEFORE)
        assert (found["status"], found["heading"], found["alineas"]) == ("lacuna", heading, [])


def test_a_replaced_article_keeps_its_heading_and_has_nothing_left_of_its_lacuna() -> None:
    headings = {"2": "Objet du groupement de commandes", "7.1": "Définitions des besoins", "8": "La Gouvernance"}
    for number, heading in headings.items():
        found = provision(number)
        assert (found["status"], found["heading"]) == ("in-force", heading)
        assert found["origin"]["act"] == "avenant-1"


def test_after_the_amendment_article_8_has_five_parts() -> None:
    assert numbers(provision("8")) == ["8.1", "8.2", "8.3", "8.4", "8.5"]
    assert provision("8.3")["heading"] == "Comité de Gouvernance (COGOUV)"


def test_the_quotation_marks_of_the_act_do_not_enter_the_convention() -> None:
    assert provision("2")["alineas"][0]["text"].startswith("Le groupement de commandes est constitué")
    assert provision("2")["alineas"][-1]["text"].endswith("avec le titulaire du marché.")
    assert provision("6.3")["heading"] == "Désignation du pilote"
    assert provision("6.4")["alineas"][-1]["text"].endswith("indemnisation.")
    assert provision("7.1")["alineas"][-1]["text"].endswith("avec les DANE.")
    assert provision("8")["alineas"][0]["text"].startswith("Les Autorités Académiques")
    assert "« rolling back » (sans surcoût)" in provision("8.3")["alineas"][9]["text"].replace("\u00a0", " ")
    assert provision("8.5")["alineas"][-1]["text"].endswith("chacun des acteurs.")


def test_drafting_defects_pass_into_the_convention_as_signed() -> None:
    assert "dispose d'une voie lors" in provision("8.1")["alineas"][10]["text"]
    assert provision("8.4")["alineas"][-1]["text"].endswith("sera réalisée en COGOUV")


def test_the_table_of_votes_has_ten_members_and_fifteen_votes() -> None:
    (table,) = provision("8.3")["tables"]
    assert table["after"] == 7
    assert table["rows"][0] == ["Nom de la collectivité", "Nombre de voix"]
    assert len(table["rows"]) == 1 + 10
    assert table["rows"][1] == ["Région Grand Est", "4,5"]
    tenths = [int(votes.replace(",", "")) * (1 if "," in votes else 10) for _, votes in table["rows"][1:]]
    assert sum(tenths) == 150


def test_before_the_amendment_6_3_is_not_known_to_have_existed() -> None:
    code, answer = show("6.3", BEFORE)
    assert code == 1
    assert answer["provision"] is None or answer["provision"]["status"] == "unknown"
    assert "6.3" not in whole(BEFORE)


def test_before_the_amendment_8_3_is_unknown_rather_than_absent() -> None:
    code, answer = show("8.3", BEFORE)
    assert code == 1
    assert answer["provision"]["status"] == "unknown"
    assert answer["provision"]["lacuna"]["number"] == "8"
    assert "n’est pas disponible" in answer["provision"]["lacuna"]["reason"]


def test_a_place_that_may_have_existed_in_2018_is_unknown_in_a_convention_that_is_not_complete() -> None:
    for at in (BEFORE, AFTER):
        for target in ("9", "7.2", "annexe 1"):
            code, answer = show(target, at)
            assert code == 1
            assert answer["provision"]["status"] == "unknown"


def test_an_article_replaced_whole_has_no_more_parts_than_the_act_gives_it() -> None:
    code, answer = show("8.6")
    assert code == 1
    assert answer["provision"] is None


def test_between_the_first_and_the_last_possible_day_both_texts_are_answered_and_why() -> None:
    code, answer = show("2", BETWEEN)
    assert code == 0
    assert (answer["undetermined"]["from"], answer["undetermined"]["to"]) == ("2022-06-21", "2022-12-30")
    assert "21 juin 2022" in json.dumps(answer["undetermined"]["because"], ensure_ascii=False).replace("\u00a0", " ")
    assert [candidate["version"] for candidate in answer["candidates"]] == ["convention", "avenant-1"]
    old, new = (candidate["provision"] for candidate in answer["candidates"])
    assert (old["status"], new["status"], len(new["alineas"])) == ("lacuna", "in-force", 6)


def test_what_no_candidate_changes_is_one_answer_even_between() -> None:
    code, answer = show("5", BETWEEN)
    assert code == 0
    assert answer["provision"]["status"] == "lacuna"
    assert answer["version"] == "convention"


def test_the_last_version_holds_from_the_last_possible_day_and_has_no_end() -> None:
    _, answer = show("2")
    assert answer["version"] == "avenant-1"
    assert answer["valid"]["to"] is None


def test_a_version_asked_for_by_its_name_is_the_text_of_its_day() -> None:
    for version, at in (("convention", BEFORE), ("avenant-1", AFTER)):
        assert show("8", version)[1]["provision"] == provision("8", at)


def test_a_provision_asked_for_alone_is_what_it_is_in_the_whole() -> None:
    for number, at in (("6.4", AFTER), ("8.3", AFTER), ("6", BEFORE)):
        code, answer = show(number, at)
        assert code == 0
        assert answer["provision"] == provision(number, at)


def test_the_whole_convention_has_eight_articles_before_and_after() -> None:
    for at in (BEFORE, AFTER):
        _, answer = show("", at)
        assert tuple(numbers(answer["provision"])) == ARTICLES
