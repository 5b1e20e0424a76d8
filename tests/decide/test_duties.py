"""Who owes what, on a text whose duties are listed by hand, and on the real convention."""

from __future__ import annotations

import json
from typing import Any

from clausier import schemas
from clausier.decide.duties import askable, names_of, owed, unnamed
from clausier.emit.answers import Selection
from clausier.emit.duties_json import duties_json
from clausier.emit.duties_text import duties_text
from clausier.rules.bound import BoundRule
from rules.timelines import alinea, article, bound, codes, timeline, version
from support.calling import answer_of, called
from support.projects import ROOT

WORDS = (
    "La ville est le chef de file. Le chef de file préside et convoque le comité. Chaque membre paie sa part dans le mois "
    "fixé par le trésorier. Le comité peut entendre des tiers. Nul ne vote pour autrui. Un registre est tenu. Le chef de "
    "file est le guide. Le guide ouvre la marche."
)
YAML = """\
règles:
  - {id: chef, nature: définition, article: "1", citation: "La ville est le chef de file", objet: chef, terme: chef de file, désigne: ville}
  - {id: preside, nature: obligation, article: "1", citation: "préside et convoque", débiteur: chef, bénéficiaire: comite, action: présider}
  - {id: paie, nature: obligation, article: "1", citation: "paie sa part {délai:texte} fixé", débiteur: membres, action: payer, fixé-par: tresorier}
  - {id: entend, nature: permission, article: "1", citation: "peut entendre des tiers", instance: comite, débiteur: comite, si: s’il le veut}
  - {id: pouvoirs, nature: interdiction, article: "1", citation: "Nul ne vote pour autrui", débiteur: [membres, invites]}
  - {id: registre, nature: obligation, article: "1", citation: "Un registre est tenu"}
  - {id: guide, nature: définition, article: "1", citation: "Le chef de file est le guide", objet: guide, terme: guide, désigne: chef}
  - {id: marche, nature: obligation, article: "1", citation: "ouvre la marche", débiteur: guide}
"""
MEMBERS = ("ville", "bourg")


def rules() -> tuple[BoundRule, ...]:
    found, problems = bound(YAML, timeline(version("convention", article("1", WORDS), first="2020-01-01")))
    assert codes(problems) == []
    return found.of("convention")


def of(name: str | None) -> list[tuple[str, tuple[str, ...]]]:
    return [(found.rule.id, found.through) for found in owed(rules(), MEMBERS, name)]


def test_a_member_owes_what_all_members_owe_and_what_its_roles_owe_through_other_roles_too() -> None:
    assert of("ville") == [
        ("preside", ("chef",)),
        ("paie", ("members",)),
        ("pouvoirs", ("members",)),
        ("marche", ("guide",)),
    ]
    assert of("bourg") == [("paie", ("members",)), ("pouvoirs", ("members",))]


def test_a_role_a_body_and_a_third_party_owe_what_is_theirs_alone() -> None:
    assert of("chef") == [("preside", ("chef",)), ("marche", ("guide",))]
    assert of("comite") == [("entend", ("comite",))]
    assert of("invites") == [("pouvoirs", ("invites",))]
    assert of("tresorier") == []


def test_without_a_name_every_norm_is_listed_with_all_its_bearers() -> None:
    assert of(None) == [
        ("preside", ("chef",)),
        ("paie", ("members",)),
        ("entend", ("comite",)),
        ("pouvoirs", ("members", "invites")),
        ("registre", ()),
        ("marche", ("guide",)),
    ]


def test_those_of_whom_no_rule_says_who_they_are_are_told_apart() -> None:
    assert unnamed(rules(), MEMBERS) == ("tresorier", "invites")
    assert askable(rules(), MEMBERS) == ("ville", "bourg", "chef", "comite", "tresorier", "invites", "guide")
    assert names_of(rules(), frozenset(MEMBERS), "ville") == {"ville", "members", "chef", "guide"}


def test_a_role_is_whose_the_definition_that_prevails_says() -> None:
    yaml = """\
règles:
  - {id: ancien, nature: définition, article: "1", citation: "La ville est le pilote", objet: pilote, terme: pilote, désigne: ville}
  - {id: nouveau, nature: définition, article: "2", citation: "Le bourg est le pilote", objet: pilote, terme: pilote, désigne: bourg}
  - {id: ouvre, nature: obligation, article: "1", citation: "Le pilote ouvre", débiteur: pilote}
  - {id: clause, nature: primauté, article: "2", citation: "prévaut", prévaut: a, sur: convention}
"""
    old = article("1", "La ville est le pilote. Le pilote ouvre la marche.")
    new = article("2", alinea("Le bourg est le pilote. Cela prévaut.", "a/1#1"))
    time = timeline(
        version("convention", old, first="2020-01-01", last="2020-12-31"),
        version("a", old, new, acts=("a",), first="2021-01-01"),
    )
    found, problems = bound(yaml, time, "a")
    assert codes(problems) == []
    assert [o.rule.id for o in owed(found.of("a"), MEMBERS, "bourg")] == ["ouvre"]
    assert owed(found.of("a"), MEMBERS, "ville") == ()


def test_two_roles_that_designate_each_other_end() -> None:
    yaml = """\
règles:
  - {id: a, nature: définition, article: "1", citation: "La ville est", objet: a, terme: a, désigne: [b, ville]}
  - {id: b, nature: définition, article: "1", citation: "le chef de file. Le", objet: b, terme: b, désigne: a}
"""
    found, _ = bound(yaml, timeline(version("convention", article("1", WORDS), first="2020-01-01")))
    assert names_of(found.of("convention"), frozenset(), "ville") == {"ville", "a", "b"}


def answer(name: str | None) -> dict[str, Any]:
    time = timeline(version("convention", article("1", WORDS), first="2020-01-01"))
    found, _ = bound(YAML, time)
    said = duties_json(found, time, Selection(versions=time.versions), name, [(time.versions[0], ())])
    assert schemas.validator("duties").is_valid(json.loads(json.dumps(said)))
    return said


def test_each_duty_is_given_with_its_condition_its_time_and_its_sentence() -> None:
    assert answer("bourg")["duties"] == []  # no member of this convention, whose timeline has none
    every = {duty["rule"]: duty for duty in answer(None)["duties"]}
    assert every["paie"]["deadline"] == "dans le mois"
    assert every["paie"]["set_by"] == ["tresorier"]
    assert every["paie"]["sentence"] == "Chaque membre paie sa part dans le mois fixé par le trésorier."
    assert every["entend"]["condition"] == "s’il le veut"
    assert every["entend"]["body"] == "comite"
    assert every["preside"]["beneficiary"] == ["comite"]
    assert every["registre"]["bearer"] == []


def test_duties_are_said_in_words_in_both_languages() -> None:
    assert duties_text(answer("chef"), "fr").split("\n") == [
        "chef, version convention",
        "",
        "Doit",
        "  - présider",
        "    envers comite",
        "    1, convention — preside",
        "    « Le chef de file préside et convoque le comité. »",
        "  - ouvre la marche",
        "    comme guide",
        "    1, convention — marche",
        "    « Le guide ouvre la marche. »",
        "",
        "chef : ville (1, chef)",
        "guide : chef (1, guide)",
    ]
    english = duties_text(answer(None), "en").split("\n")
    assert english[:3] == ["Who owes what, version convention", "", "Must"]
    assert "  - each member: payer" in english
    assert "    by: “dans le mois”, set by tresorier" in english
    assert "  - (the words do not say who): Un registre est tenu" in english
    assert "    within comite; on condition: s’il le veut" in english
    assert english[-1].startswith("Of whom the available text does not say who they are")
    assert english[-1].endswith(": tresorier, invites.")


def test_the_pilot_of_the_real_convention_owes_eight_things_more_than_another_member() -> None:
    def asked(name: str) -> dict[str, set[str]]:
        listed = answer_of("duties", "--of", name, "--at", "2023-01-01", project=ROOT)["duties"]
        return {m: {d["rule"] for d in listed if d["modality"] == m} for m in ("duty", "permission", "prohibition")}

    region, marne = asked("region-grand-est"), asked("marne")
    assert region["duty"] - marne["duty"] == {
        *("pilote-documents", "pilote-execution", "pilote-effectifs", "pilote-pilotage", "pilote-mode-projet"),
        *("pilote-liaison", "pilote-preparation", "pilote-information"),
    }
    assert marne["duty"] <= region["duty"]
    assert {
        "membre-informations",
        "membre-bons-de-commande",
        "membre-validation",
        "membre-comites",
        "membre-usages",
    } <= marne["duty"]
    assert marne["prohibition"] == {"membres-sans-ingerence"}


def test_before_the_amendment_no_duty_is_known_and_the_words_that_are_missing_are_named() -> None:
    code, out, _ = called("duties", "--at", "2020-01-01", project=ROOT)
    assert code == 0
    assert "Aucune règle connue ne le dit." in out
    assert answer_of("duties", "--at", "2020-01-01", project=ROOT)["day"] == "2020-01-01"
    assert out.rstrip().endswith("la convention elle-même, 1, 2, 3, 4, 5, 6, 6.1, 6.2, 7, 7.1, 8.")


def test_while_the_date_of_the_amendment_is_open_each_candidate_answers() -> None:
    code, out, _ = called("duties", "--of", "aube", "--at", "2022-08-01", "--lang", "en", project=ROOT)
    assert code == 0
    assert out.startswith("Undetermined from 2022-06-21 to 2022-12-30: the date of avenant-1 is not known.")
    assert "Département de l’Aube, version convention" in out
    assert "Département de l’Aube, version avenant-1" in out


def test_who_is_nobody_is_refused_and_those_who_are_someone_are_named() -> None:
    code, out, err = called("duties", "--of", "haut-rhin", "--at", "2023-01-01", project=ROOT)
    assert (code, out) == (1, "")
    assert "personne ne s’appelle « haut-rhin » ce jour-là (il y a : region-grand-est, ardennes" in err
