"""`clausier apply`: what a sentence says that quoted words are, against what they are in the text."""

from __future__ import annotations

import pytest

from support.agreement import done


def _done(sentence: str, words: str) -> tuple[dict[str, str], list[str]]:
    return done(sentence, base=[{"num": "3", "title": "Objet", "text": words}])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("À l'article 3, la prime de nuit de « 5 € » est portée à « 6 € ».", "La prime de jour est de 5 €. La prime de nuit est de 4 €."),
        ("À l'article 3, l'indemnité de nuit est portée de « 5 € » à « 6 € ».", "L'indemnité de jour est de 5 €."),
        ("Le montant de la prime de nuit prévu à l'article 3, soit « 5 € », est remplacé par « 6 € ».", "La prime de jour est de 5 €."),
        ("À l'article 3, le montant de « 5 € » est remplacé par « un montant de 6 € ».", "La prime, d'un montant de 5 €, est due."),
        ("À l'article 3, la durée de « 3 ans » est remplacée par les mots « durée de 4 ans ».", "Il a une durée de 3 ans."),
        ("À l'article 3, la phrase « Il ferme » est supprimée.", "Il est là. Il ferme tôt. Il est grand."),
        ("À l'article 3, le titre « Amis » est remplacé par « Camarades ».", "Les Amis sont là."),
        ("La prime de jour prévue à l'article 3 est portée à 7 €.", "La prime de nuit est de 5 €."),
    ],
)  # fmt: skip
def test_words_that_are_not_what_their_noun_says_are_asked_about(sentence: str, words: str) -> None:
    assert _done(sentence, words) == ({}, [sentence])


@pytest.mark.parametrize(
    ("sentence", "words", "then"),
    [
        ("À l'article 3, la prime de nuit de « 4 € » est portée à « 6 € ».", "La prime de jour est de 5 €. La prime de nuit est de 4 €.", "La prime de jour est de 5 €. La prime de nuit est de 6 €."),
        ("À l'article 3, la prime de jour de « 5 € » est portée à « 6 € ».", "La prime de jour est de 5 €.", "La prime de jour est de 6 €."),
        ("À l'article 3, le montant de « 5 € » est remplacé par « 6 € ».", "La prime, d'un montant de 5 €, est due.", "La prime, d'un montant de 6 €, est due."),
        ("À l'article 3, la phrase « Il ferme. » est remplacée par « Il ouvre. ».", "Il est là. Il ferme. Il est grand.", "Il est là. Il ouvre. Il est grand."),
    ],
)  # fmt: skip
def test_words_that_are_what_their_noun_says_are_changed(sentence: str, words: str, then: str) -> None:
    assert _done(sentence, words) == ({"3": then}, [])
