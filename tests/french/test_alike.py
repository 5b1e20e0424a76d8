"""Texts in which several articles bear one number, or one heading, as those of chapters and annexes often do."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.author.apply.apply import apply
from support.agreement import done

TWICE = [("1", "Objet", "Un repas."), ("2", "Prix", "5 €."), ("1", "Service", "À midi."), ("2", "Menu", "Une soupe.")]


def texts(sentence: str, payload: str) -> tuple[list[str], list[str]]:
    """The texts after an amendment, in their order, and the sentences asked about."""
    amendment: dict[str, Any] = {
        "id": "a",
        "title": "Avenant",
        "signed": None,
        "articles": [{"num": "1", "title": "", "text": f"{sentence}\n{payload}"}],
    }
    base = {"articles": [{"num": number, "title": title, "text": text} for number, title, text in TWICE]}
    found = apply({"case": "x", "title": "Accord du 3 mars 2015", "base": base, "avenants": [amendment]})
    return [a["text"] for a in found["articles"]], [q["sentence"] for q in found["queries"]]


def test_of_two_articles_of_one_number_the_one_of_the_heading_changes() -> None:
    found = texts("L'article 1 « Service » est remplacé par :", "« À onze heures. »")
    assert found == (["Un repas.", "5 €.", "À onze heures.", "Une soupe."], [])


def test_words_of_the_second_of_two_articles_of_one_number() -> None:
    found = texts("À l'article 1 « Service », le mot « midi » est remplacé par le mot « une heure ».", "")
    assert found == (["Un repas.", "5 €.", "À une heure.", "Une soupe."], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article 1 est remplacé par :",
        "Il est créé un article 3 :",
        "Il est inséré, après l'article 2, un article 3 :",
    ],
)
def test_a_number_that_two_articles_bear_is_asked_about(sentence: str) -> None:
    assert texts(sentence, "« À onze heures. »") == (["Un repas.", "5 €.", "À midi.", "Une soupe."], [sentence])


def test_of_two_articles_of_one_heading_the_target_is_asked_about() -> None:
    base = [
        {"num": None, "title": "Annexe", "text": "Un repas."},
        {"num": None, "title": "Annexe", "text": "Un goûter."},
    ]
    sentence = "L'annexe est remplacée par :"
    assert done(sentence, "« Deux repas. »", base=base) == ({}, [sentence])


def test_a_query_about_a_number_alone_shows_the_text_under_it() -> None:
    found = texts("Article 3", "« À onze heures. »")
    assert found == (["Un repas.", "5 €.", "À midi.", "Une soupe."], ["Article 3 À onze heures."])


def test_chevrons_that_were_typed_for_guillemets_are_read_as_these() -> None:
    base = [{"num": "1", "title": "Repas", "text": "Un repas coûte 5 €.\nIl est servi à midi."}]
    said = "A l'article 1, les mots <<à midi>> sont remplacés par les mots << à onze heures >>."
    assert done(said, "", base=base) == ({"1": "Un repas coûte 5 €.\nIl est servi à onze heures."}, [])
    anew = done("L'article 1 est ainsi rédigé :", "<<Un repas est servi.>>", base=base)
    assert anew == ({"1": "Un repas est servi."}, [])
