"""Articles replaced by others of which they have not all the numbers, and the whole convention by another text."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import left

BASE: list[dict[str, Any]] = [
    {"num": number, "title": title, "text": text}
    for number, title, text in (
        ("1", "Objet", "On cultive."),
        ("2", "Membres", "Ils sont dix."),
        ("3", "Bureau", "Il siège."),
        ("4", "Durée", "Un an."),
    )
]
TWO = "« Article 2 – Membres\n« Ils sont douze."
TWICE = "« Article 2 bis – Amis\n« Ils aident."
THREE = "« Article 3 – Bureau\n« Il décide."


WAS = {"1": "On cultive.", "2": "Ils sont dix.", "3": "Il siège.", "4": "Un an."}


def done(sentence: str, *quoted: str, base: list[dict[str, Any]] = BASE) -> dict[str, str] | list[str]:
    """What the convention says afterwards, by number; the sentences asked about, where there are some."""
    text = "\n".join(quoted)
    texts, asked = left(sentence, *f"{text} »".split("\n"), base=base)
    if asked:
        assert texts == {a["num"]: a["text"] for a in base}
    return asked or texts


@pytest.mark.parametrize(
    "sentence",
    [
        "Les articles 2 et 3 sont remplacés par un article 2 ainsi rédigé :",
        "Les articles 2 et 3 de la convention sont remplacés par l’article 2 suivant :",
        "Les articles 2 et 3 sont remplacés par les dispositions suivantes :",
        "Les dispositions des articles 2 et 3 sont remplacées par les dispositions suivantes :",
    ],
)
def test_an_article_that_the_new_text_does_not_have_goes(sentence: str) -> None:
    assert done(sentence, TWO) == {"1": "On cultive.", "2": "Ils sont douze.", "4": "Un an."}


@pytest.mark.parametrize(
    "sentence",
    [
        "Les articles 2 et 3 sont ainsi rédigés :",
        "Les articles 2 et 3 sont modifiés comme suit :",
        "Les articles 2 et 3, tels que modifiés, sont ainsi rédigés :",
    ],
)
def test_it_is_asked_about_where_the_sentence_does_not_say_so(sentence: str) -> None:
    assert done(sentence, TWO) == [sentence]


def test_an_article_that_the_new_text_has_besides_stands_where_it_stands_there() -> None:
    texts = done("Les articles 2 et 3 sont remplacés par les articles 2, 2 bis et 3 suivants :", TWO, TWICE, THREE)
    assert texts == {**WAS, "2": "Ils sont douze.", "2 bis": "Ils aident.", "3": "Il décide."}
    assert list(texts) == ["1", "2", "2 bis", "3", "4"]


def test_one_article_may_be_replaced_by_two_that_are_announced() -> None:
    announced = "L’article 2 est remplacé par les articles 2 et 2 bis suivants :"
    assert done(announced, TWO, TWICE) == {**WAS, "2": "Ils sont douze.", "2 bis": "Ils aident."}
    alone = "L’article 2 est remplacé par les dispositions suivantes :"
    assert done(alone, TWO, TWICE) == [alone]


@pytest.mark.parametrize("line", ["Article 7 – Eau", "Article 7. Eau", "Article 7 Eau", "Art. 7 : Eau", "Article 7"])
def test_another_article_is_no_line_of_a_new_text(line: str) -> None:
    sentence = "L’article 2 est remplacé par les dispositions suivantes :"
    assert done(sentence, "« Ils sont douze.", f"« {line}", "« Elle coule.") == [sentence]


@pytest.mark.parametrize(
    "announced", ["les articles 2 et 3 suivants", "les articles 2 à 4 suivants", "trois articles ainsi rédigés"]
)
def test_the_articles_must_be_those_that_are_announced(announced: str) -> None:
    sentence = f"Les articles 2 à 4 sont remplacés par {announced} :"
    assert done(sentence, TWO, TWICE) == [sentence]
    again = "Les articles 2 à 4 sont remplacés par deux articles ainsi rédigés :"
    assert done(again, TWO, TWICE) == {"1": "On cultive.", "2": "Ils sont douze.", "2 bis": "Ils aident."}


def test_a_range_announces_every_number_in_it() -> None:
    sentence = "Les articles 2 à 4 sont remplacés par les articles 2 à 4 suivants :"
    four = "« Article 4 – Durée\n« Deux ans."
    assert done(sentence, TWO, four) == [sentence]
    assert done(sentence, TWO, THREE, four) == {**WAS, "2": "Ils sont douze.", "3": "Il décide.", "4": "Deux ans."}
    assert done("L’article 2 est remplacé par les articles 2 à 2 bis suivants :", TWO, TWICE) == {
        **WAS,
        "2": "Ils sont douze.",
        "2 bis": "Ils aident.",
    }


def test_no_number_is_given_that_another_article_bears() -> None:
    sentence = "Les articles 1 et 2 sont remplacés par les articles 2 et 3 suivants :"
    assert done(sentence, TWO, THREE) == [sentence]


def test_articles_of_other_numbers_alone_may_be_another_quotation() -> None:
    sentence = "Les articles 2 et 3 sont remplacés par les dispositions suivantes :"
    assert done(sentence, "« Article 7 – Eau\n« Elle coule.", "« Article 8 – Sol\n« Il est bon.") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "La convention est remplacée par les dispositions suivantes :",
        "L’ensemble des stipulations de la convention est remplacé par ce qui suit :",
        "La présente convention est annulée et remplacée dans son intégralité par le texte suivant :",
    ],
)
def test_the_whole_text_may_be_replaced(sentence: str) -> None:
    assert done(sentence, "« Article 1 – Objet\n« On récolte.", TWO) == {"1": "On récolte.", "2": "Ils sont douze."}


def test_what_is_no_article_is_asked_about() -> None:
    sentence = "La convention est remplacée par les dispositions suivantes :"
    annexed = [*BASE, {"num": "Annexe 1", "title": "Plan", "text": "Au nord."}]
    assert done(sentence, TWO, base=annexed) == [sentence]
    assert done(sentence, TWO, "« Annexe 1 – Plan\n« Au sud.") == [sentence]
    assert done("La convention est ainsi rédigée :", TWO) == ["La convention est ainsi rédigée :"]
