"""`clausier apply`: what is certain is done, and the rest is asked."""

from __future__ import annotations

import json
from typing import Any

import pytest

from clausier.author.apply.apply import apply
from support.calling import called


def document(*lines: str) -> dict[str, Any]:
    """An agreement of three articles, and one amendment of one article made of `lines`."""
    articles = [
        {"num": "1er", "title": "Objet", "text": "Le présent accord organise les repas."},
        {"num": "2", "title": "Durée", "text": "Il dure un an.\nIl est reconduit pour un an."},
        {"num": "3", "title": "Prix", "text": "Le prix est de 5 €."},
    ]
    amendment = {
        "id": "a",
        "title": "Avenant",
        "signed": None,
        "articles": [{"num": "1", "title": "", "text": "\n".join(lines)}],
    }
    return {
        "case": "x",
        "title": "Accord du 3 mars 2015 relatif aux repas",
        "base": {"articles": articles},
        "avenants": [amendment],
    }


def answered(*lines: str) -> tuple[dict[str, str], list[str]]:
    """The texts by number, and the sentences asked about."""
    found = apply(document(*lines))
    return {a["num"]: a["text"] for a in found["articles"]}, [q["sentence"] for q in found["queries"]]


def test_an_article_is_reworded_and_the_rest_stays() -> None:
    texts, asked = answered(
        "L'article 3 est remplacé par les dispositions suivantes :",
        "« Le prix est de 6 €.",
        "Il est révisé chaque année. »",
    )
    assert texts == {
        "1er": "Le présent accord organise les repas.",
        "2": "Il dure un an.\nIl est reconduit pour un an.",
        "3": "Le prix est de 6 €.\nIl est révisé chaque année.",
    }
    assert asked == []


def test_words_found_twice_are_asked_about_and_nothing_changes() -> None:
    sentence = "À l'article 2, les mots « un an » sont remplacés par les mots « deux ans »."
    texts, asked = answered(sentence)
    assert texts["2"] == "Il dure un an.\nIl est reconduit pour un an."
    assert asked == [sentence]


def test_an_article_said_to_have_another_heading_is_asked_about() -> None:
    sentence = "L'article 3 « Durée » est supprimé."
    texts, asked = answered(sentence)
    assert texts["3"] == "Le prix est de 5 €."
    assert asked == [sentence]


def test_a_sentence_that_amends_another_act_changes_nothing_and_asks_nothing() -> None:
    texts, asked = answered(
        "L'article 3 de l'accord du 9 juin 1999 relatif aux trajets est supprimé.", "L'article 2 est supprimé."
    )
    assert (texts["3"], texts["2"]) == ("Le prix est de 5 €.", "")
    assert asked == []


@pytest.mark.parametrize(
    ("first", "sentence", "left"),
    [
        # « Le deuxième alinéa » was the second before the amendment, and is another since.
        (
            "Le premier alinéa de l'article 4 est supprimé.",
            "Le deuxième alinéa de l'article 4 est supprimé.",
            "deux\ntrois",
        ),
        (
            "Après le premier alinéa de l'article 4, il est inséré un alinéa ainsi rédigé : « bis »",
            "Le troisième alinéa de l'article 4 est supprimé.",
            "un\nbis\ndeux\ntrois",
        ),
        (
            "Les articles 3 et 4 deviennent respectivement les articles 4 et 5.",
            "L'article 4 est supprimé.",
            "Le prix est de 5 €.",
        ),
    ],
)
def test_what_the_amendment_has_counted_or_numbered_anew_is_asked_about(first: str, sentence: str, left: str) -> None:
    made = document(first, sentence)
    made["base"]["articles"].append({"num": "4", "title": "Divers", "text": "un\ndeux\ntrois"})
    found = apply(made)
    assert {a["num"]: a["text"] for a in found["articles"]}["4"] == left
    assert [q["sentence"] for q in found["queries"]] == [sentence]


def test_what_the_amendment_itself_has_written_is_named_as_it_stands() -> None:
    texts, asked = answered(
        "L'article 2 est complété par l'alinéa suivant : « Il prend fin en mai. »",
        "Au troisième alinéa de l'article 2, le mot « mai » est remplacé par le mot « juin ».",
        "Le premier alinéa de l'article 2 est ainsi rédigé : « Il dure deux ans. »",
    )
    assert texts["2"] == "Il dure deux ans.\nIl est reconduit pour un an.\nIl prend fin en juin."
    assert asked == []


def test_an_article_that_the_amendment_has_completed_is_named_by_its_number() -> None:
    texts, asked = answered(
        "L'article 2 est complété par l'alinéa suivant : « Il prend fin en mai. »",
        "Il est créé un article 2 bis ainsi rédigé : « Article 2 bis – Fin",
        "Il peut être dénoncé. »",
        "L'article 3 est complété par l'alinéa suivant : « Il est révisé. »",
        "Après l'article 3, il est inséré un article 4 ainsi rédigé : « Le repas est chaud. »",
    )
    assert (texts["2"], texts["2 bis"]) == (
        "Il dure un an.\nIl est reconduit pour un an.\nIl prend fin en mai.",
        "Il peut être dénoncé.",
    )
    assert texts["4"] == "Le repas est chaud."
    assert asked == []


def test_an_amendment_of_which_nothing_is_understood_is_asked_about() -> None:
    _, asked = answered("Le prix passe à 7 €.")
    assert asked == ["Le prix passe à 7 €."]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"case": 1}', "ligne 2\u00a0: $.title manque"),
        ('{"title": "A", "base": 3, "avenants": []}', "ligne 2\u00a0: $.base manque"),
        (
            '{"title": "A", "base": {"articles": [{"num": "1", "text": ""}]}, "avenants": []}',
            "$.base.articles[0].title",
        ),
        ('{"title": "A", "base": {"articles": []}, "avenants": [{"id": "1"}]}', "$.avenants[0].articles"),
        ('["A"]', "ligne 2\u00a0: $ manque"),
        ("{'title'}", "ligne 2, colonne 2\u00a0: ce n’est pas du JSON"),
    ],
)
def test_a_line_that_is_no_document_is_refused_by_its_number_and_its_place(line: str, told: str) -> None:
    good = json.dumps(document("L'article 2 est supprimé."))
    done = called("apply", typed=f"{good}\n{line}\n", code=2)
    assert told in done.stderr
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("sentence", "becomes", "why"),
    [
        ("À l'article 1er, le mot « accord » est remplacé par le mot « avenant ».", "Le présent avenant organise les repas.", ""),
        ("À l'article 1er, les mots « présent accord » sont remplacés par le mot « avenant ».", "Le avenant organise les repas.", "après ce changement, le texte se lit « Le avenant organise"),
        ("Le mot « le » est remplacé partout par le mot « un ».", "Le présent accord organise les repas.", "« le » est remplacé partout, et « Le » reste"),
    ],
)  # fmt: skip
def test_what_is_followed_to_the_letter_and_leaves_words_amiss_is_asked_about(
    sentence: str, becomes: str, why: str
) -> None:
    given = document(sentence)
    given["base"]["articles"][1]["text"] = "Il est fixé le 1er mai."
    found = apply(given)
    assert found["articles"][0]["text"] == becomes
    assert [q["message"][: len(why)] for q in found["queries"]] == [why] * bool(why)


def test_what_a_later_sentence_mends_is_not_asked_about() -> None:
    texts, asked = answered(
        "À l'article 1er, les mots « présent accord » sont remplacés par le mot « avenant ».",
        "Au même article, les mots « Le avenant » sont remplacés par les mots « L'avenant ».",
    )
    assert (texts["1er"], asked) == ("L'avenant organise les repas.", [])


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("La colonne « Prix » de l'article 3 est supprimée.", "une colonne ne se change pas seule"),
        ("Les articles suivants sont renumérotés en conséquence.", "quel article prend quel numéro"),
        ("Les articles 1er et 2 sont intervertis.", "ce que chacun devient"),
        ("La convention est prorogée d'un an.", "le jour jusqu’auquel n’est pas dit"),
        ("À l'article 2, du mot « dure » au mot « an », le texte est supprimé.", "tous les mots qui changent"),
        ("À l'article 2, la seconde occurrence du mot « an » est supprimée.", "les mots d’à côté"),
        ("La convention est prorogée jusqu'au 31 décembre 2027.", "quels mots du texte le donnent"),
    ],
)
def test_a_question_says_what_the_sentence_leaves_open(sentence: str, what: str) -> None:
    (query,) = apply(document(sentence))["queries"]
    assert query["sentence"] == sentence
    assert what in query["message"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dans tous les articles de l'accord, les mots « un an » sont remplacés par les mots « six mois ».",
        "Les mots « un an » sont remplacés par les mots « six mois » dans l'ensemble des articles.",
    ],
)
def test_words_of_all_articles_are_those_of_the_text_where_they_stand_nowhere_else(sentence: str) -> None:
    texts, asked = answered(sentence)
    assert (texts["2"], asked) == ("Il dure six mois.\nIl est reconduit pour six mois.", [])
    given = document(sentence)
    given["base"]["articles"].append({"num": "", "title": "Annexe", "text": "Pour un an."})
    found = apply(given)
    assert [a["text"] for a in found["articles"]] == [a["text"] for a in given["base"]["articles"]]
    assert [q["message"] for q in found["queries"]] == ["hors des articles aussi, le texte a ces mots"]


@pytest.mark.parametrize("everywhere", ["partout", "dans tout l’accord", ", dans tous les articles"])
def test_words_taken_out_everywhere_are(everywhere: str) -> None:
    texts, asked = answered(f"Les mots « pour un an » sont supprimés {everywhere}.")
    assert (texts["2"], asked) == ("Il dure un an.\nIl est reconduit.", [])


def test_the_end_of_the_whole_is_asked_about() -> None:
    sentence = "La convention est résiliée à compter du 1er janvier 2027."
    assert answered(sentence)[1] == [sentence]


@pytest.mark.parametrize("new", ["« »", "« (1) Article étendu. »"])
@pytest.mark.parametrize(
    "sentence",
    ["L'article 3 est complété comme suit :", "L'article 3 est remplacé par :", "Après l'article 3, il est inséré un article 4 ainsi rédigé :"],
)  # fmt: skip
def test_a_new_text_without_a_word_is_asked_about(sentence: str, new: str) -> None:
    texts, asked = answered(sentence, new)
    assert (texts["3"], asked) == ("Le prix est de 5 €.", [sentence])


def test_words_go_and_a_sentence_is_put_at_the_end_in_one_sentence() -> None:
    sentence = "À l'article 3, le montant de « 5 € » est remplacé par « 6 € » et il est ajouté in fine la phrase suivante : « Il est revu. »"
    texts, asked = answered(sentence)
    assert (texts["3"], asked) == ("Le prix est de 6 €. Il est revu.", [])


def test_a_figure_beside_an_article_that_goes_is_none_of_that_article() -> None:
    sentence = "L'article 3 est abrogé et le prix est porté à 8 €."
    texts, asked = answered(sentence)
    assert (texts["3"], asked) == ("Le prix est de 5 €.", [sentence])


def test_an_article_that_keeps_its_number_asks_nothing_and_one_that_does_not_is_asked_about() -> None:
    assert (
        answered("L'article 2 de l'accord, intitulé « Durée », est supprimé. L'article 3 conserve sa numérotation.")[1]
        == []
    )
    loses = "L'article 3 ne conserve pas sa numérotation."
    assert answered(f"L'article 2 est supprimé. {loses}")[1] == [loses]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ("L'énumération de l'article 3 est complétée par un point 4 rédigé comme suit :", "« 4. le thé. »"),
            "Sont servis :\n1. le pain ;\n2. le vin ;\n3. l'eau.\n4. le thé.",
        ),
        (("L'article 3 est complété par un point 5 rédigé comme suit :", "« 5. le thé. »"), None),
        (("L'article 3 est complété par un point 4 rédigé comme suit :", "« Le thé est servi. »"), None),
        (("L'article 3 est complété par un point 4 rédigé comme suit :", "« 5. le thé. »"), None),
    ],
)
def test_a_point_is_added_under_the_number_that_is_said(lines: tuple[str, ...], text: str | None) -> None:
    given = document(*lines)
    before = given["base"]["articles"][2]["text"] = "Sont servis :\n1. le pain ;\n2. le vin ;\n3. l'eau."
    found = apply(given)
    assert (found["articles"][2]["text"], bool(found["queries"])) == (text or before, text is None)
