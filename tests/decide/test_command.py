"""`clausier decide` as it is called: candidates, lacunas, drafts, and words to read out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from decide.council import TEXTS
from decide.stage import AA, TEN, cogouv, pupils
from support.calling import answer_of, called
from support.projects import ROOT, copied, written

ELEVEN = ("region-grand-est", "collectivite-europeenne-alsace", "moselle", "ardennes", "aube", "marne")


def answer(vote: dict[str, Any], *arguments: str, project: Path = ROOT, code: int = 0) -> Any:
    return answer_of("decide", "-", *arguments, project=project, typed=json.dumps(vote), code=code)


def said(vote: dict[str, Any], *arguments: str, lang: str = "fr", project: Path = ROOT) -> str:
    return called("decide", "-", *arguments, project=project, lang=lang, typed=json.dumps(vote)).words


VOTE = {**cogouv(ELEVEN, (*ELEVEN, "meuse", "vosges"), ("meuse",)), **pupils()}


def test_the_sentences_are_those_in_force_that_day() -> None:
    found = answer(VOTE)
    steps = {step["rule"]: step for step in found["trace"]}
    assert steps["cogouv-majorite"]["article"] == "8.3"
    assert steps["cogouv-majorite"]["sentence"] == (
        "Les évolutions structurantes instruites en CST et bénéficiant d'un avis /ou d'une position des AA doivent être "
        "votées à la majorité qualifiée de 80% des voix et financées par l'ensemble des membres."
    )
    assert steps["cogouv-voix"]["quote"] == "Nom de la collectivité | Nombre de voix"
    assert [step["kind"] for step in found["trace"]][:2] == ["composition", "weights"]


def test_what_was_cast_and_what_was_asked_are_told_exactly() -> None:
    found = answer(VOTE, "--assume", "assiette=ensemble", "--assume", "application=non")
    assert found["outcome"] == "rejected"
    assert found["tally"] == {
        "unit": "votes",
        "for": "11",
        "against": "1",
        "abstain": "0",
        "blank": "0",
        "void": "0",
        "silent": "1",
        "cast": "12",
        "present": "13",
        "represented": "0",
        "all": "15",
    }
    (test,) = found["majority"]["conditions"]
    assert (test["observed"], test["required"], test["met"]) == ("11", "12", False)
    assert found["assumed"] == {"cogouv-majorite.base": "all", "cogouv-quorum.applies": "no"}
    assert found["rounds_left"] == 1


def test_after_what_is_adopted_no_round_is_left() -> None:
    found = answer(VOTE, "--assume", "assiette=exprimés", "--assume", "application=non")
    assert (found["outcome"], found["rounds_left"]) == ("adopted", 0)  # 11 votes of the 12 that were cast


def test_where_the_version_is_open_each_candidate_answers() -> None:
    found = answer(VOTE, "--at", "2022-08-01")
    assert found["undetermined"]["from"] == "2022-06-21"
    first, second = found["candidates"]
    assert (first["version"], first["status"], first["lacuna"]["number"]) == ("convention", "unknown", "8")
    assert (second["version"], second["outcome"]) == ("avenant-1", "undetermined")


def test_before_the_amendment_what_was_in_force_is_unknown() -> None:
    found = answer(VOTE, "--at", "2021-06-01", code=1)
    assert (found["status"], found["lacuna"]["number"]) == ("unknown", "8")
    assert "outcome" not in found


def test_before_the_convention_nothing_was_in_force() -> None:
    refused = called("decide", "-", "--at", "2010-01-01", project=ROOT, typed=json.dumps(VOTE), code=1)
    assert "rien n’était en vigueur" in refused.stderr


def test_a_version_may_be_named_in_place_of_a_day() -> None:
    vote = {k: v for k, v in VOTE.items() if k != "date"} | {"version": "avenant-1"}
    assert answer(vote)["outcome"] == answer(VOTE)["outcome"]
    # The day of the call is taken in place of either.
    assert answer(vote, "--at", "2021-06-01", code=1)["version"] == "convention"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copied(tmp_path)
    act = tmp_path / "amendments" / "2024-avenant-2"
    act.mkdir()
    (act / "avenant.yml").write_text(
        "id: avenant-2\ntitre: Avenant n° 2\nétat: projet\nsignature: 2024-01-01\nen-vigueur: 2024-01-01\n",
        encoding="utf-8",
    )
    (act / "01.md").write_text(
        '---\nopérations:\n  - remplacer-mots: "8.3"\n    mots: "80%"\n    par: "70 %"\n---\n# Article 1\n\n'
        "À l’article 8.3, « 80% » est remplacé par « 70 % ».\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_draft_may_be_taken_as_signed(project: Path) -> None:
    vote = {**VOTE, "date": "2024-06-20"}
    settled = ("--assume", "assiette=ensemble", "--assume", "application=non")
    assert answer(vote, *settled, project=project)["outcome"] == "rejected"  # 11 of 15: 12 are needed
    found = answer(vote, *settled, "--with", "avenant-2", project=project)
    assert found["outcome"] == "adopted"  # 70 % are 10,5
    assert found["version"] == "avenant-2"
    assert "70 % des voix" in {step["rule"]: step for step in found["trace"]}["cogouv-majorite"]["sentence"]


def test_a_chair_can_read_the_answer_out() -> None:
    text = said(VOTE, "--assume", "application=non")
    assert text.splitlines()[:4] == [
        "Vote : COGOUV, evolution-structurante, le 20 juin 2023",
        "Règles de la version avenant-1",
        "",
        "INDÉTERMINÉ : le résultat dépend de ce que le texte laisse ouvert",
    ]
    assert (
        "Voix : pour 11, contre 1, abstention 0, n’ont pas pris part au vote 1, exprimées 12, présents 13, en tout 15."
        in text
    )
    assert "  – voix : 11, il faut au moins 10,4 [des voix des présents]" in text
    assert "  – des voix de tous les membres : REJETÉ" in text
    assert "  – des suffrages exprimés : ADOPTÉ" in text
    assert "Supposé : cogouv-quorum.applies = no" in text
    assert "Le texte permet un autre tour." in text
    assert "80% des voix et financées" in text


def test_a_matter_of_which_no_rule_speaks_is_told() -> None:
    vote = {**VOTE, "matter": "budget"}
    assert answer(vote)["matter_known"] is False
    assert answer(VOTE)["matter_known"] is True
    assert answer({k: v for k, v in VOTE.items() if k != "matter"})["matter_known"] is None
    assert "Aucune règle ne parle de l’objet « budget »" in said(vote)
    assert "Aucune règle ne parle" not in said(VOTE)


def assembly(root: Path, words: str, *rules: str) -> Path:
    """A project of an assembly of five, each with one vote: its article says `words`, of which `rules` are more."""
    names = "".join(f"  - {{id: {one}, nom: Commune {one.upper()}}}\n" for one in "abcde")
    index = f"id: e\ntitre: E\nsignature: 2020-01-01\nparties:\n{names}"
    seats = '{id: s, nature: composition, article: "1", citation: Siègent les membres, instance: ag, sièges: membres}'
    heads = '{id: v, nature: voix, article: "1", citation: Siègent les membres, instance: ag, voix: 1}'
    listed = "".join(f"  - {one}\n" for one in (seats, heads, *rules))
    article = f"# Article 1\n\nSiègent les membres. {words}\n"
    files = {"convention.yml": index, "01.md": article, "01.regles.yml": f"règles:\n{listed}"}
    return written(root / "convention", files).parent


def test_a_quorum_of_which_no_rule_tells_is_not_said_not_to_be_required(tmp_path: Path) -> None:
    votes = '{id: m, nature: majorité, article: "1", citation: "à la {seuil:fraction}", instance: ag}'
    words = "Le quorum est de la moitié des membres. On y vote à la majorité relative."
    project = assembly(tmp_path, words, votes)
    vote = {"body": "ag", "date": "2021-01-01", "present": [], "ballots": {}}
    assert answer(vote, project=project)["left"] == 1
    answered = said(vote, project=project)
    assert "Quorum : aucune règle n’en demande" in answered
    assert answered.endswith("n’ont pas encore été lues comme règles, et peuvent en dire plus : 1.\n")


@pytest.mark.parametrize(
    ("settings", "present", "ayes", "expected"),
    [
        ('citation: "à la {seuil:fraction} des présents"', "abcde", "abc", "undetermined"),  # 3 of 5: half is 2,5
        ('citation: "à la {seuil:fraction} des présents"', "abcde", "abcd", "adopted"),
        ('citation: "à la {seuil:fraction} des présents"', "abcde", "ab", "rejected"),
        ('citation: "à la {seuil:fraction} des présents"', "abcd", "abc", "adopted"),
        ('citation: "à la {seuil:fraction} des présents"', "abcd", "ab", "rejected"),
        ('citation: "à la moitié plus un des présents", seuil: plus de la moitié', "abcde", "abc", "adopted"),
        ('citation: "à la moitié plus un des présents", seuil: la moitié plus un', "abcde", "abc", "rejected"),
    ],
)
def test_what_half_and_one_more_of_an_odd_number_is_the_words_leave_open(
    settings: str, present: str, ayes: str, expected: str, tmp_path: Path
) -> None:
    votes = f'{{id: m, nature: majorité, article: "1", {settings}, assiette: présents, instance: ag}}'
    project = assembly(tmp_path, "On y vote à la moitié plus un des présents.", votes)
    ballots = {seat: "for" if seat in ayes else "against" for seat in present}
    vote = {"body": "ag", "date": "2021-01-01", "present": list(present), "ballots": ballots}
    assert answer(vote, project=project)["outcome"] == expected
    assert called("check", project=project).words.count("TXT136") == 0


def test_the_same_in_english() -> None:
    text = said(VOTE, "--assume", "application=non", lang="en")
    assert text.splitlines()[0] == "Vote: COGOUV, evolution-structurante, on 2023-06-20"
    assert "Votes: for 11, against 1" in text
    assert "UNDETERMINED" in text
    assert "{" not in text


def test_what_the_text_does_not_state_is_said() -> None:
    here = (*TEN[:8], *AA)
    vote = {"body": "ag", "date": "2023-06-20", "present": list(here), "ballots": dict.fromkeys(here[:7], "for")}
    vote |= {**pupils(), "proxies": {"vosges": "aube"}, "recused": ["moselle"]}
    for lang, words in (("fr", "aucune majorité"), ("en", "states no majority")):
        text = said(vote, lang=lang)
        assert words in text
        assert "{" not in text
    found = answer(vote)
    assert [silence["what"] for silence in found["not_stated"]] == ["majority", "proxies", "recusal"]
    lines = said(vote).splitlines()
    told = lines[lines.index("Selon la lecture :") + 1 : lines.index("Le texte permet un autre tour.") - 2]
    assert len(told) == len(set(told)) < len(found["readings"])


def test_before_the_amendment_the_words_say_why_nothing_is_known() -> None:
    assert "INCONNU : le texte de l’article 8 n’est pas disponible" in said(VOTE, "--at", "2021-06-01")
    text = said(VOTE, "--at", "2022-08-01")
    assert "on ne sait quelle version vaut" in text
    assert "INCONNU" in text
    assert "INDÉTERMINÉ" in text


def test_seats_that_must_agree_and_minorities_that_block_are_told_as_such() -> None:
    people = {"ville": "6000", "bourg": "2000", "val": "1500", "mont": "1500", "bois": "600", "pre": "400"}
    vote = {"body": "communes", "date": "2024-03-10", "present": list(people), "ballots": {"bourg": "for"}}
    vote["data"] = {"population": {"by": people}}
    text = said(vote, project=TEXTS / "communes")
    assert "REJETÉ" in text
    assert "  – il faut La Ville ; il y a —" in text
    vote |= {"body": "comite", "designated": {"associations": []}}
    text = said(vote, project=TEXTS / "communes")
    assert "  – opposants, sièges : 0, font échec à au moins 3" in text


def test_a_meeting_called_again_too_early_is_told_by_its_days() -> None:
    first = {"date": "2020-05-23", "present": ["a"], "agenda": ["budget"]}
    vote = {"body": "ag", "date": "2020-06-01", "present": ["a"], "ballots": {"a": "for"}, "previous": first}
    vote |= {"designated": {"ag": [*"abcdefgh"]}, "agenda": ["budget", "statuts"]}
    text = said(vote, project=TEXTS / "association").replace("\u00a0", " ")
    assert "  – réunion le 1er juin 2020, il faut le 2 juin 2020 au plus tôt" in text
    assert "  – à l’ordre du jour : budget, statuts ; de ces points, la première réunion avait : budget" in text


def test_what_is_missing_says_under_which_name_to_give_those_who_sit() -> None:
    vote = {"body": "ag", "date": "2020-06-01", "present": ["a"], "ballots": {"a": "for"}}
    found = called("decide", "-", project=TEXTS / "association", typed=json.dumps(vote))
    assert "qui siège dans « ag » (« designated », sous le nom « ag »)" in found.stderr.replace("\u00a0", " ")
    asked = called("coalitions", "ag", project=TEXTS / "association")
    assert "il manque qui siège dans « ag »" in asked.words


def test_a_candidate_under_which_the_vote_makes_no_sense_says_why(project: Path) -> None:
    avenant = project / "amendments/2024-avenant-2/avenant.yml"
    avenant.write_text(
        "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2024-01-01\n"
        "en-vigueur: {pas-avant: 2024-01-01, pas-après: 2024-12-31, motif: essai}\n",
        encoding="utf-8",
    )
    rules = project / "amendments/2022-avenant-1/05-article-8.regles.yml"
    text = rules.read_text(encoding="utf-8")
    head, _, tail = text.partition("id: cogouv-scrutin\n")
    rules.write_text(f"{head}id: cogouv-scrutin\n    fin: avenant-2\n{tail}", encoding="utf-8")
    ballots = dict.fromkeys(ELEVEN[:4], "for")
    vote = {k: v for k, v in VOTE.items() if k != "ballots"} | {"date": "2024-06-20"}
    vote["rounds"] = [{"ballots": ballots}, {"ballots": ballots}]
    first, second = answer(vote, project=project)["candidates"]
    assert first["outcome"] == "undetermined"
    assert (second["status"], [d["code"] for d in second["diagnostics"]]) == ("refused", ["DEC119"])
    assert "PAS DE RÉPONSE" in said(vote, project=project)


def test_where_every_candidate_answers_alike_the_answer_is_one(project: Path) -> None:
    avenant = project / "amendments/2024-avenant-2/avenant.yml"
    avenant.write_text(
        "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2024-01-01\n"
        "en-vigueur: {pas-avant: 2024-01-01, pas-après: 2024-12-31, motif: essai}\n",
        encoding="utf-8",
    )
    here = (*TEN, *AA)
    vote = {
        "body": "ag",
        "date": "2024-06-20",
        "present": list(here),
        "ballots": dict.fromkeys(here, "for"),
        **pupils(),
    }
    found = answer(vote, project=project)
    assert found["outcome"] == "adopted"
    assert found["same_in_all"] == ["avenant-1", "avenant-2"]
    assert "même réponse" in said(vote, project=project)


def test_whether_the_cogouv_or_the_assembly_decides_is_open() -> None:
    (found,) = answer(VOTE)["competence"]
    assert (found["article"], found["decides"]) == ("8.4", None)
    assert {case["case"]: case["decides"] for case in found["cases"]} == {"ag": False, "cogouv": True}
    assert "Reste ouvert si cette instance est celle qui décide (8.4)" in said(VOTE)
    (found,) = answer(VOTE, "--assume", "par=ag")["competence"]
    assert found["decides"] is False
    assert "n’est pas celle qui décide" in said(VOTE, "--assume", "par=ag")
    (found,) = answer(VOTE, "--assume", "par=cogouv")["competence"]
    assert found["decides"] is True
    assert answer({k: v for k, v in VOTE.items() if k != "matter"})["competence"] == []


def test_a_quorum_by_analogy_is_told_with_what_it_asks_for() -> None:
    found = answer(VOTE, "--assume", "application=oui", "--assume", "cogouv-quorum.assiette=total")["quorum"]
    assert found["met"] is True
    assert [(c["measure"], c["comparison"], c["required"], c["observed"], c["met"]) for c in found["conditions"]] == [
        ("heads", ">=", "5", "8", True),
        ("eleves", ">", "50", "80", True),
    ]
    found = answer(VOTE)["quorum"]["conditions"]
    assert [c.get("assumes") for c in found] == [None, None]  # half of 100 pupils, whoever they are all


def test_a_figure_that_is_missing_is_told_as_unknown() -> None:
    vote = {**VOTE, "present": list(TEN[:4]), "ballots": {}}
    del vote["data"]
    found = answer(vote, "--assume", "application=oui")
    assert found["outcome"] == "no-quorum"
    heads, figures = found["quorum"]["conditions"]
    assert (heads["observed"], heads["met"]) == ("4", False)
    assert (figures["required"], figures["observed"], figures["met"]) == (None, None, None)
    assert "eleves : inconnu, il faut plus de inconnu" in said(vote, "--assume", "application=oui")


def test_what_a_second_meeting_must_observe_is_told_in_days() -> None:
    vote = {"body": "conseil", "date": "2024-03-10", "present": ["a"], "ballots": {"a": "for"}, "agenda": ["budget"]}
    vote["previous"] = {"date": "2024-03-08", "present": ["a"], "agenda": ["budget"]}
    found = answer(vote, project=TEXTS / "conseil")
    assert found["outcome"] == "no-quorum"
    ordinary, days, agenda = found["quorum"]["conditions"]
    assert (ordinary["rule"], ordinary["required"], ordinary["observed"]) == ("quorum", "3.5", "1")
    assert (days["measure"], days["met"], agenda["required"], agenda["met"]) == ("days", False, ["budget"], True)
    assert said(vote, project=TEXTS / "conseil").count("PAS DE QUORUM") == 1
