"""`clausier apply`: the words that a sentence changes are those of the text before it."""

from __future__ import annotations

import pytest

from support.agreement import done, left


def _text(words: str) -> list[dict[str, str]]:
    return [{"num": "3", "title": "Durée", "text": words}]


def test_words_that_another_change_of_the_sentence_brings_are_not_changed_again() -> None:
    sentence = "À l'article 3, les taux de « 8 % » et « 10 % » sont respectivement remplacés par « 10 % » et « 15 % »."
    assert done(sentence, base=_text("Il est de 8 %, puis de 10 %.")) == ({"3": "Il est de 10 %, puis de 15 %."}, [])


def test_words_that_only_another_change_of_the_sentence_makes_are_asked_about() -> None:
    sentence = (
        "À l'article 3, les mots « 24 mois » sont remplacés par « 36 mois » et les mots « 36 mois consécutifs »"
        " sont remplacés par « 48 mois consécutifs »."
    )
    one = "Il dure 24 mois, et non 36 mois consécutifs."
    assert done(sentence, base=_text(one)) == ({"3": "Il dure 36 mois, et non 48 mois consécutifs."}, [])
    assert done(sentence, base=_text("Il dure 24 mois consécutifs.")) == ({}, [sentence])


def test_words_of_two_places_are_in_no_turn() -> None:
    sentence = (
        "À l'article 3, le mot « midi » au premier alinéa est remplacé par « minuit » et le mot « minuit »"
        " au deuxième alinéa est remplacé par « midi »."
    )
    found = done(sentence, base=_text("Il ouvre à midi.\nIl ferme à minuit."))
    assert found == ({"3": "Il ouvre à minuit.\nIl ferme à midi."}, [])


def test_what_is_everywhere_in_an_article_is_changed_there_alone() -> None:
    base = [*_text("Le repas.\nLe repas."), {"num": "4", "title": "Autre", "text": "Le repas."}]
    sentence = "Dans l'ensemble de l'article 3, le mot « repas » est remplacé par « dîner »."
    assert done(sentence, base=base) == ({"3": "Le dîner.\nLe dîner."}, [])


@pytest.mark.parametrize(
    "said",
    [
        "L'ancien article 2 devient l'article 3 et l'ancien article 3 devient l'article 4.",
        "Les articles 2 et 3 deviennent respectivement les articles 3 et 4.",
    ],
)
def test_articles_take_each_other_s_numbers_at_once(said: str) -> None:
    base = [{"num": str(n), "title": "", "text": f"Texte {n}."} for n in (1, 2, 3)]
    new = "Il est inséré un nouvel article 2 rédigé comme suit :"
    texts, asked = left(new, "« Les comptes sont certifiés. »", said, base=base)
    assert (texts, asked) == (
        {"1": "Texte 1.", "2": "Les comptes sont certifiés.", "3": "Texte 2.", "4": "Texte 3."},
        [],
    )


def test_a_new_article_may_have_the_room_that_several_make_by_the_way() -> None:
    base = [{"num": str(n), "title": "", "text": f"Texte {n}."} for n in (1, 2, 3)]
    said = "Il est inséré un article 2, les articles 2 et 3 actuels devenant respectivement les articles 3 et 4 :"
    texts, asked = left(said, "« Article 2\nLes comptes sont certifiés. »", base=base)
    assert (texts, asked) == (
        {"1": "Texte 1.", "2": "Les comptes sont certifiés.", "3": "Texte 2.", "4": "Texte 3."},
        [],
    )
    # No room is made: there is a 3 already.
    said = "Il est inséré un article 3, les articles 1 et 2 actuels devenant respectivement les articles 2 et 3 :"
    assert left(said, "« Article 3\nLes comptes sont certifiés. »", base=base)[1] == [said]
