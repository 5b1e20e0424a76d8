"""Figures told without quotes: changed where they stand once, beside what they are figures of."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

SCALE: list[dict[str, Any]] = [
    {"num": "1", "title": "", "text": "Échelon A :\ncoefficient 60 ;\néchelon B :\ncoefficient 160."},
    {"num": "2", "title": "", "text": "Le taux est de 1,5 % à 45 ans.\nIl est de 2 % à 50 ans."},
]


@pytest.mark.parametrize(
    ("sentence", "article", "line"),
    [
        ("Le coefficient 60 est remplacé par le coefficient 63.", "1", "coefficient 63 ;"),
        ("Le coefficient 60 est supprimé et remplacé par le coefficient 63 dans la grille.", "1", "coefficient 63 ;"),
        ("Le taux de 1,5 % est remplacé par le taux de 1,7 % à l'article 2.", "2", "Le taux est de 1,7 % à 45 ans."),
        ("À l'article 2, le taux de 1,5 % est remplacé par celui de 1,7 %.", "2", "Le taux est de 1,7 % à 45 ans."),
    ],
)
def test_a_figure_that_stands_once_is_replaced(sentence: str, article: str, line: str) -> None:
    texts, asked = done(sentence, base=SCALE)
    assert list(texts) == [article]
    assert line in texts[article].split("\n")
    assert asked == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Le coefficient 60 de l'article 2 est remplacé par le coefficient 63.",  # it is not there
        "Le coefficient 60 est remplacé par le coefficient 63 à l'article 2.",
        "Le coefficient 60 est remplacé par le coefficient 63 dans l'annexe.",  # no place of this text
        "Le coefficient 6 est remplacé par le coefficient 7 à l'article 1.",  # part of a figure only
        "Le taux de 2 % est remplacé par le taux de 3 % à l'article 2.",  # its line says « il »
        "Le taux de 5 % est remplacé par le taux de 3 % à l'article 2.",  # 1,5 is another figure
    ],
)
def test_a_figure_that_is_not_found_alone_by_its_noun_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=SCALE) == ({}, [sentence])


def test_a_figure_that_stands_twice_is_asked_about() -> None:
    base = [*SCALE, {"num": "3", "title": "", "text": "Le coefficient 60 est celui des débutants."}]
    sentence = "Le coefficient 60 est remplacé par le coefficient 63."
    assert done(sentence, base=base) == ({}, [sentence])


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Au premier alinéa de l'article 1, 15 jours est remplacé par 30 jours.",
            "Le délai de 30 jours court dès lundi.",
        ),
        ("À l'article 1, le délai de 15 jours est porté à un mois.", "Le délai d'un mois court dès lundi."),
        ("À l'article 1, le montant de 1 500 € est porté à 1 600 €.", "Le loyer est de 1 600 € par an."),
        ("À l'article 1, la date du 3 mai 2026 est remplacée par celle du 4 mai 2026.", "Il finit le 4 mai 2026."),
    ],
)
def test_a_figure_takes_the_place_of_the_one_that_its_sentence_names(sentence: str, line: str) -> None:
    text = "Le délai de 15 jours court dès lundi.\nLe loyer est de 1 500 € par an.\nIl finit le 3 mai 2026."
    texts, asked = done(sentence, base=[{"num": "1", "title": "", "text": text}])
    assert line in texts["1"].split("\n")
    assert sum(a != b for a, b in zip(texts["1"].split("\n"), text.split("\n"), strict=True)) == 1
    assert asked == []


@pytest.mark.parametrize(
    "sentence",
    [
        "À l'article 1, le délai de préavis de 15 jours est porté à un mois.",  # of which the text does not speak
        "À l'article 1, le loyer de 1 500 € est porté à 1 600 €.",  # « le loyer est de »
        "À l'article 1, le montant de 500 € est porté à 1 600 €.",
        "Le délai de 15 jours est porté à un mois.",  # in which article?
    ],
)
def test_a_figure_that_the_text_has_otherwise_is_asked_about_as_it_is_typed(sentence: str) -> None:
    text = "Le délai de 15 jours court dès lundi.\nLe loyer est de 1 500 € par an."
    assert done(sentence, base=[{"num": "1", "title": "", "text": text}]) == ({}, [sentence])


PRICES: list[dict[str, Any]] = [
    {"num": "1", "title": "Durée", "text": "L'accord est conclu pour une durée de trois ans, renouvelable deux ans."},
    {"num": "2", "title": "Conservation", "text": "Les listes ont une durée de conservation d'un an. Elles sont effacées."},
    {"num": "3", "title": "Prix", "text": "Le prix du repas est de 2,10 € par élève. Il est payé sous 30 jours."},
    {"num": "4", "title": "Loyer", "text": "Le loyer est fixé par arrêté. Le dépôt de garantie du loyer est de 3 000 €."},
    {"num": "5", "title": "Loyer", "text": "Le loyer, hors charges de 50 €, est fixé par arrêté."},
    {"num": "6", "title": "Comité", "text": "Le comité comprend sept membres.\nLe bilan est fait sous six mois, le rapport sous six mois."},
    {"num": "7", "title": "Dépôt", "text": "Le dépôt s'élève à 3 000 € HT."},
    {"num": "8", "title": "Prime", "text": "Une prime de panier de 6,50 € est due pour chaque poste de nuit."},
    {"num": "9", "title": "Dotation", "text": "La Ville verse une dotation, et un bonus d'un montant de 900 €."},
    {"num": "10", "title": "Avance", "text": "La Ville verse une avance d'un montant de 900 €."},
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "number", "words"),
    [
        ("La durée fixée à l'article 1 est portée de trois à cinq ans.", "1", "une durée de cinq ans, renouvelable"),
        ("La durée fixée à l'article 1 est ramenée de trois ans à un an.", "1", "une durée d’un an, renouvelable deux"),
        (
            "À l'article 2, la durée de conservation est ramenée d'un an à six mois.",
            "2",
            "conservation de six mois. Elles",
        ),
        ("À l'article 2, la durée de conservation est portée à deux ans.", "2", "conservation de deux ans. Elles"),
        ("Le prix du repas fixé à l'article 3 est porté à 2,40 € par élève.", "3", "est de 2,40 € par élève. Il"),
        ("Le prix prévu à l'article 3 est porté à 2,40 € à compter de la rentrée.", "3", "est de 2,40 € par élève. Il"),
        ("Le nombre de membres du comité prévu à l'article 6 passe de sept à neuf.", "6", "comprend neuf membres."),
        ("À l'article 6, le comité passe de sept à neuf membres.", "6", "comprend neuf membres."),
        ("Le dépôt fixé à l'article 7 est porté de 3\u00a0000 € à 3 500 €.", "7", "s'élève à 3 500 € HT."),
        (
            "Le montant de la prime de panier prévue à l'article 8 est porté à 7 €.",
            "8",
            "Une prime de panier de 7 € est",
        ),
        ("Le montant de la prime prévue à l'article 8 est fixé à 7 €.", "8", "Une prime de panier de 7 € est"),
        ("Le montant de l'avance prévue à l'article 10 est porté à 1 000 €.", "10", "avance d'un montant de 1 000 €."),
    ],
)
def test_a_figure_that_goes_from_one_to_another_or_is_the_only_one_is_changed(
    sentence: str, number: str, words: str
) -> None:
    texts, asked = done(sentence, base=PRICES)
    assert (list(texts), asked) == ([number], [])
    assert words in texts[number]


@pytest.mark.parametrize(
    "sentence",
    [
        "La durée fixée à l'article 1 est portée de quatre à cinq ans.",  # it is of three
        "La durée fixée à l'article 1 est portée à cinq ans.",  # or for two more
        "À l'article 2, la durée de conservation est portée à six mois.",  # which no figure in months says
        "Le prix du goûter fixé à l'article 3 est porté à 2,40 €.",
        "Le prix du repas fixé à l'article 3 est porté à 2,40 € par repas.",
        "Le prix du repas fixé à l'article 3 est porté à 2,40 € pour l'année 2026.",
        "Le prix fixé à l'article 3 est porté à 2,40 € par élève et par an.",
        "Le loyer fixé à l'article 4 est porté à 500 €.",  # the figure is of the deposit
        "Le loyer fixé à l'article 5 est porté à 500 €.",  # of the charges
        "Le bilan prévu à l'article 6 passe de six à neuf mois.",  # which of two
        "Le dépôt fixé à l'article 7 est porté à 3 500 € TTC.",
        "Le prix fixé à l'article 3 est porté à la moitié.",
        "Le prix est porté à 2,40 € par élève.",  # in which article?
        "Le montant de la prime de nuit prévue à l'article 8 est porté à 7 €.",  # it is of meals
        "Le montant de l'indemnité prévue à l'article 8 est porté à 7 €.",
        "Le montant de la dotation prévue à l'article 9 est porté à 1 000 €.",  # of the bonus
    ],
)
def test_a_figure_that_is_not_certainly_the_one_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=PRICES) == ({}, [sentence])


def test_a_figure_is_read_beside_a_sentence_that_quotes() -> None:
    more = "Le titre de l'article 8 est remplacé par « Primes »."
    texts, asked = done(f"Le montant de la prime prévue à l'article 8 est porté à 7 €.\n{more}", base=PRICES)
    assert texts == {"8": "Une prime de panier de 7 € est due pour chaque poste de nuit."}
    assert asked == []
