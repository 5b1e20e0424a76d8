"""What a sentence says that a place is about, against what stands there; rows and figures that are told by a noun, whatever its form."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.french.stems import inflected, plain
from support.agreement import done

BASE: list[dict[str, Any]] = [
    {"num": "1", "title": "Cotisations", "text": "La cotisation est de 5 % pour l'employeur."},
    {"num": "2", "title": "Grille", "text": "Statut | Taux\nEmployeur | 5 %\nOuvriers | 4 %"},
    {"num": "3", "title": "Missions", "text": "Le comité suit :\n– l'information des employeurs ;\n– la formation ;\n– le suivi."},
    {"num": None, "title": "Annexe I – Tarifs", "text": "Le tarif est de 10 €."},
    {"num": None, "title": "Annexe II – Zones", "text": "La zone A a son tarif."},
]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "L'annexe II relative aux tarifs est abrogée.",
        "L'annexe II, relative aux tarifs, est abrogée.",
        "L'annexe II (Tarifs) est abrogée.",
        "L'article 1 relatif aux missions est abrogé.",
        "L'article 1 (Missions) est abrogé.",
        "L'article 2 concernant les congés est abrogé.",
        "À l'article 1 relatif aux missions, le mot « cotisation » est remplacé par le mot « part ».",
        "À l'article 1 relatif aux missions, le taux de 5 % est porté à 6 %.",
        # « employé » is no form of « employeur ».
        "À l'article 1, la cotisation de l'employé est portée à 6 %.",
        "À l'article 2, le taux des employés est porté à 6 %.",
        "À l'article 2, la ligne relative aux employés est supprimée.",
        "À l'article 3, le tiret relatif aux employés est supprimé.",
    ],
)
def test_a_place_that_is_said_to_be_about_what_it_is_not_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=BASE) == ({}, [sentence])


@pytest.mark.parametrize(
    ("sentence", "number", "then"),
    [
        ("L'article 1 relatif à la cotisation patronale est abrogé.", "1", ""),
        ("L'article 1 (personnel de bureau) est abrogé.", "1", ""),
        ("L'article 3 consacré aux missions du comité est abrogé.", "3", ""),
        ("L'article 2 portant sur le taux des ouvriers est abrogé.", "2", ""),
        ("À l'article 1, la cotisation des employeurs est portée à 6 %.", "1", "La cotisation est de 6 % pour l'employeur."),
        ("À l'article 2, la ligne relative à l'ouvrière est supprimée.", "2", "Statut | Taux\nEmployeur | 5 %"),
    ],
)  # fmt: skip
def test_a_place_that_is_about_what_is_said_is_changed(sentence: str, number: str, then: str) -> None:
    assert done(sentence, base=BASE) == ({number: then}, [])


@pytest.mark.parametrize(
    "forms",
    [
        "employé employés employée employées",
        "directeur directrice directrices",
        "vendeuse vendeur",
        "actif active actives",
        "professionnel professionnelle professionnelles",
        "bureau bureaux",
        "général générale généraux",
        "prix prix",
    ],
)
def test_a_word_is_one_in_each_number_and_gender(forms: str) -> None:
    assert len({inflected(plain(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize("words", ["employé employeur emploi", "formation formateur format", "prime primaire"])
def test_words_of_one_stem_are_others(words: str) -> None:
    assert len({inflected(plain(word)) for word in words.split()}) == len(words.split())


def test_two_alineas_are_no_single_one_that_the_new_text_says_again() -> None:
    base = [{"num": "4", "title": "Comité", "text": "Le comité compte 10 membres.\nIl se réunit.\nIl vote."}]
    sentence = "Les deux alinéas de l'article 4 sont remplacés par : « Le comité compte 12 membres. »"
    assert done(sentence, base=base) == ({}, [sentence])


@pytest.mark.parametrize(
    ("sentence", "then"),
    [
        ("À l'article 8, le préavis est ramené à 6 mois.", None),
        ("À l'article 8, le plafond est relevé à 1 200 €.", None),
        ("À l'article 8, le taux de « 4 % » est réduit à « 5 % ».", None),
        ("À l'article 8, le préavis est ramené à 2 mois.", "Le préavis est de 2 mois.\nLe taux est de 4 %.\nLe plafond est de 1 500 €."),
        ("À l'article 8, le taux est porté à 3 %.", "Le préavis est de 3 mois.\nLe taux est de 3 %.\nLe plafond est de 1 500 €."),
    ],
)  # fmt: skip
def test_a_figure_that_goes_the_other_way_than_its_verb_says_is_asked_about(sentence: str, then: str | None) -> None:
    base = [
        {
            "num": "8",
            "title": "Taux",
            "text": "Le préavis est de 3 mois.\nLe taux est de 4 %.\nLe plafond est de 1 500 €.",
        }
    ]
    assert done(sentence, base=base) == (({}, [sentence]) if then is None else ({"8": then}, []))


def test_all_annexes_are_no_single_one() -> None:
    base: list[dict[str, Any]] = [
        {"num": "1", "title": "Objet", "text": "Un."},
        {"num": None, "title": "Annexe – Sites", "text": "Le site."},
    ]
    assert done("L'annexe est supprimée.", base=base) == ({"Annexe – Sites": ""}, [])
    for sentence in ("Les annexes sont supprimées.", "L'article 1 ainsi que ses annexes sont supprimés."):
        assert done(sentence, base=base) == ({}, [sentence])
