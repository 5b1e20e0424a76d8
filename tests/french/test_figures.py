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
        ("Le taux de 2 % est remplacé par le taux de 3 % à l'article 2.", "2", "Il est de 3 % à 50 ans."),
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
        ("À l'article 1, le délai de 15 jours est porté à un mois.", "Le délai d’un mois court dès lundi."),
        ("À l'article 1, le loyer de 1 500 € est porté à 1 600 €.", "Le loyer est de 1 600 € par an."),
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
        ("À l'article 2, la durée de conservation est portée à six mois.", "2", "conservation de six mois. Elles"),
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
        "À l'article 2, la durée de conservation est portée à six mois par an.",
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


RULES: list[dict[str, Any]] = [
    {
        "num": "1",
        "title": "Délais",
        "text": "La demande est faite sous quinze jours.\nLa réponse est donnée dans un délai d'un mois. Le silence de 30 jours vaut accord.\n"
        "Le bilan est remis le 15 juin.\nLe contrat prend fin le 31 août 2025.",
    },
    {
        "num": "2",
        "title": "Prix",
        "text": "La part fixe est de 40 € par an, la part variable de 0,50 € par litre.\nLa pénalité s'élève à 12 000 euros.\n"
        "2.1. Le capital compte 1 500 actions.\n2.2. Les frais sont répartis : 60 % pour la Ville, 40 % pour l'État.",
    },
    {"num": "3", "title": "Âge", "text": "a) le mandat dure six ans ;\nb) la limite d'âge est de soixante-cinq ans ;\nc) la cour a 90 m²."},
    {"num": "4", "title": "Essai", "text": "Un essai de dix jours a lieu, puis un bilan de dix jours.\nVoir l'article 12."},
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "number", "words"),
    [
        ("À l'article 1, quinze jours est remplacé par vingt jours.", "1", "sous vingt jours."),
        ("Le délai de quinze jours prévu au premier alinéa de l'article 1 est ramené à dix jours.", "1", "sous dix jours."),
        ("À l'article 1, le délai d'un mois est remplacé par celui de deux mois.", "1", "un délai de deux mois."),
        ("La date du 15 juin figurant à l'article 1 est reculée au 30 juin.", "1", "le 30 juin."),
        ("Au dernier alinéa de l'article 1, la date du 31 août 2025 est changée en 31 août 2026.", "1", "le 31 août 2026."),
        ("À l'article 1, remplacer trente par quarante.", "1", ""),
        ("À l'article 1, deuxième alinéa, seconde phrase, 30 jours devient 45 jours.", "1", "silence de 45 jours"),
        ("La pénalité (article 2) s'élève à 15 000 euros et non plus à 12 000 euros.", "2", "à 15 000 euros."),
        ("La pénalité prévue à l'article 2 s'établit à 15 000 euros, contre 12 000 euros précédemment.", "2", "à 15 000 euros."),
        ("La pénalité de l'article 2 n'est plus de 12 000 euros mais de 15 000 euros.", "2", "à 15 000 euros."),
        ("À l'article 2, en lieu et place de 12 000 euros, il faut lire 15 000 euros.", "2", "à 15 000 euros."),
        ("La pénalité fixée à l'article 2 est désormais de 15 000 euros.", "2", "à 15 000 euros."),
        ("La pénalité fixée à l'article 2 est augmentée de 3 000 euros, pour être portée à 15 000 euros.", "2", "à 15 000 euros."),
        ("La pénalité de l'article 2 est portée à 15 000 euros en raison de la hausse des prix.", "2", "à 15 000 euros."),
        (
            "Le prix visé à l'article 2 est désormais de 50 € pour la part fixe (au lieu de 40 €) et de 0,60 € par litre (au lieu de 0,50 €).",
            "2",
            "est de 50 € par an, la part variable de 0,60 € par litre",
        ),
        ("À l'article 2, 40 € devient 50 € et 0,50 € devient 0,60 €.", "2", "est de 50 € par an, la part variable de 0,60 € par litre"),
        ("Les nombres suivants sont modifiés à l'article 2 : 1 500 devient 1 800 ; 12 000 devient 9 000.", "2", "compte 1 800 actions"),
        ("À l'article 2, 40 € devient 50 €, la pénalité restant fixée à 12 000 euros.", "2", "est de 50 € par an"),
        ("Au 2.1, 1 500 est remplacé par 1 800.", "2", "compte 1 800 actions"),
        ("Au 2.2, les pourcentages de 60 % et de 40 % sont intervertis.", "2", "40 % pour la Ville, 60 % pour l'État"),
        ("Le a) de l'article 3 voit sa durée passer de six ans à cinq ans.", "3", "a) le mandat dure cinq ans ;"),
        ("Quant au b) de l'article 3, la limite d'âge y est relevée de soixante-cinq à soixante-sept ans.", "3", "de soixante-sept ans ;"),
        ("À l'article 3, 90 m² est remplacé par 80 m², le reste demeurant inchangé.", "3", "c) la cour a 80 m²."),
    ],
)  # fmt: skip
def test_a_figure_is_changed_by_whatever_turn_says_from_what_to_what(sentence: str, number: str, words: str) -> None:
    texts, asked = done(sentence, base=RULES)
    if not words:  # « 30 » is no « trente »
        assert (texts, asked) == ({}, [sentence])
        return
    assert (list(texts), asked) == ([number], [])
    assert words in texts[number]


@pytest.mark.parametrize(
    "sentence",
    [
        "À l'article 2, le délai de 12 000 euros à 15 000 euros est porté à 20 000 euros.",
        "Les pénalités de 12 000 euros prévues à l'article 2 sont portées à 15 000 euros.",  # several?
        "À l'article 2, la pénalité de 12 000 euros est remplacée par une amende de 15 000 euros.",
        "La pénalité fixée à l'article 2 est augmentée de 2 000 euros, pour être portée à 15 000 euros.",  # it does not add up
        "La pénalité fixée à l'article 2 est portée à 15 000 euros, sauf la première année.",
        "La pénalité fixée à l'article 2 est portée à 15 000 euros si le retard dépasse un mois.",
        "Le prix visé à l'article 2 est désormais de 50 € pour la part d'hiver (au lieu de 40 €).",  # of which it says nothing
        "À l'article 2, 40 € devient 50 € et 0,55 € devient 0,60 €.",  # one is not there: neither is done
        "À l'article 1, le délai d'un mois est porté à deux mois à compter de la réception.",  # as it is counted, or since then
        "À l'article 1, le délai d'un mois est porté à deux mois calendaires francs de port.",
        "À l'article 1, le délai d'un ou deux mois est porté à trois mois.",
        "À l'article 4, dix jours devient douze jours.",  # which of two
        "À l'article 4, 12 devient 13.",  # it is the number of an article
        "À l'article 1, 15 devient 30.",  # it is of a day
        "À l'article 1, 31 août devient 30 septembre.",  # of a day that has a year
        "À l'article 2, 40 € devient 50 €, la pénalité restant fixée à 11 000 euros.",  # which the text says otherwise
        "La pénalité de l'article 2 n'est pas de 15 000 euros (au lieu de 12 000 euros).",
        "Si la pénalité de l'article 2 passe de 12 000 euros à 15 000 euros, elle est due.",
        "Le prix visé à l'article 2, sauf par litre, est désormais de 50 € par an (au lieu de 40 €).",
        "À l'article 9, dix jours devient douze jours.",
        "L'article 4 de la loi du 3 mai 2020 porte de dix jours à douze jours la durée de l'essai.",
    ],
)
def test_a_turn_that_says_more_or_of_what_is_not_there_once_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=RULES) == ({}, [sentence])


SCALES: list[dict[str, Any]] = [
    {
        "num": "1",
        "title": "Part",
        "text": "Les parts sont :\nVaas | 25 % | 2\nMarçon | 40 % | 3\nCommune de Luceau | 35 % | 3",
    },
]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("À l'article 1, la part de Marçon passe à 45 %.", "Marçon | 45 % | 3"),
        ("Tableau de l'article 1 : la part de la Commune de Luceau est portée à 45 %.", "Commune de Luceau | 45 % | 3"),
        ("À l'article 1, sur la ligne de Vaas, 2 devient 4.", "Vaas | 25 % | 4"),
        ("Au tableau de l'article 1, à la ligne « Vaas », 25 % est remplacé par 30 %.", "Vaas | 30 % | 2"),
    ],
)
def test_a_figure_of_a_row_is_changed_where_the_row_has_one_of_its_measure(sentence: str, row: str) -> None:
    texts, asked = done(sentence, base=SCALES)
    assert (list(texts), asked) == (["1"], [])
    assert row in texts["1"].split("\n")
    assert sum(a != b for a, b in zip(texts["1"].split("\n"), SCALES[0]["text"].split("\n"), strict=True)) == 1


def test_the_figures_of_two_rows_are_changed_by_one_sentence() -> None:
    texts, asked = done("À l'article 1, la part de Vaas passe à 30 % et celle de Marçon à 35 %.", base=SCALES)
    assert texts["1"].split("\n")[1:3] == ["Vaas | 30 % | 2", "Marçon | 35 % | 3"]
    assert asked == []


@pytest.mark.parametrize(
    "sentence",
    [
        "À l'article 1, la part de Luceau passe à 45 %.",  # no row begins so
        "À l'article 1, la part de Vaas-Nord passe à 45 %.",
        "À l'article 1, la part de Vaas passe à 45.",  # of what measure
        "À l'article 1, la dette de Vaas passe à 45 %.",  # no column, and no title, says so
        "À l'article 1, sur la ligne de Vaas, 3 devient 4.",
        "À l'article 1, 3 devient 4.",  # in which row
    ],
)
def test_a_figure_of_no_row_for_certain_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=SCALES) == ({}, [sentence])


SHARES: list[dict[str, Any]] = [
    {
        "num": "1",
        "title": "Charges",
        "text": "La participation annuelle des parties est fixée comme suit :\n– commune de Vaas : 12 000 euros ;\n– commune de Luceau : 8 000 euros ;\n"
        "– commune de Marçon-Nord : 5 000 euros ;\n"
        "– communauté de communes : 40 000 euros la première année, 30 000 euros ensuite.\nElle est versée avant le 31 mars.",
    },
    {"num": "2", "title": "Horaires", "text": "La salle est ouverte au public 28 heures par semaine."},
]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "À l'article 1, le montant de la participation de la commune de Luceau est porté à 9 500 euros.",
            "– commune de Luceau : 9 500 euros ;",
        ),
        ("À l'article 1, la participation de Luceau passe à 9 500 €.", "– commune de Luceau : 9 500 € ;"),
        (
            "La participation annuelle de la commune de Vaas, prévue à l'article 1, passe à 13 000 €.",
            "– commune de Vaas : 13 000 € ;",
        ),
        (
            "À l'article 2, le nombre d'heures d'ouverture hebdomadaire est porté de 28 à 32.",
            "La salle est ouverte au public 32 heures par semaine.",
        ),
        (
            "La participation de la commune de Vaas due en application de l'article 1 passe de 12 000 à 13 000 euros.",
            "– commune de Vaas : 13 000 euros ;",
        ),
    ],
)
def test_a_figure_of_an_item_is_changed_where_the_sentence_says_its_name(sentence: str, line: str) -> None:
    texts, asked = done(sentence, base=SHARES)
    assert asked == []
    (after,), before = texts.values(), [line for article in SHARES for line in article["text"].split("\n")]
    assert [one for one in after.split("\n") if one not in before] == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "À l'article 1, la participation de la commune est portée à 9 500 euros.",  # of which
        "À l'article 1, la participation des communes est portée à 9 500 euros.",
        "À l'article 1, la participation de Luceau-Bourg est portée à 9 500 euros.",  # no item is called so
        "À l'article 1, la participation du syndicat de Luceau est portée à 9 500 euros.",
        "À l'article 1, la participation de Marçon est portée à 9 500 euros.",  # « Marçon-Nord » is another
        "À l'article 1, la dette de la commune de Luceau est portée à 9 500 euros.",  # nothing says so
        "À l'article 1, la participation de la communauté de communes est portée à 45 000 euros.",  # of which year
        "À l'article 1, la participation de la commune de Luceau est portée à 9 500.",  # of what measure
        "La participation de la commune de Vaas due en application de l'article 1 du code passe de 12 000 à 13 000 euros.",
    ],
)
def test_a_figure_of_no_item_for_certain_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=SHARES) == ({}, [sentence])


def test_articles_headed_by_their_number_alone_are_named_by_it() -> None:
    base: list[dict[str, Any]] = [
        {"num": "IV", "title": "Paiement", "text": "La facture est mensuelle. Elle est payée à trente jours."}
    ]
    for sentence in (
        "Au IV, seconde phrase, remplacer trente par quarante-cinq.",
        "Au point IV, le mot « trente » est remplacé par le mot « quarante-cinq ».",
    ):
        assert done(sentence, base=base) == (
            {"IV": "La facture est mensuelle. Elle est payée à quarante-cinq jours."},
            [],
        )


def test_a_figure_is_read_beside_a_sentence_that_quotes() -> None:
    more = "Le titre de l'article 8 est remplacé par « Primes »."
    texts, asked = done(f"Le montant de la prime prévue à l'article 8 est porté à 7 €.\n{more}", base=PRICES)
    assert texts == {"8": "Une prime de panier de 7 € est due pour chaque poste de nuit."}
    assert asked == []


def test_a_distance_of_an_alinea_in_brackets_goes_to_another() -> None:
    base: list[dict[str, Any]] = [
        {"num": "3", "title": "Zone", "text": "La zone est petite.\nElle va à 50 kilomètres."}
    ]
    sentence = "A l'article 3 (2e alinéa), le chiffre de 50 kilomètres est remplacé par celui de 40 kilomètres."
    assert done(sentence, base=base) == ({"3": "La zone est petite.\nElle va à 40 kilomètres."}, [])
    for other in (
        sentence.replace("2e alinéa", "1er alinéa"),
        sentence.replace("est remplacé", "n'est pas remplacé"),
        sentence.replace("kilomètres", "mètres"),
    ):
        assert done(other, base=base) == ({}, [other])


STAFF: list[dict[str, Any]] = [
    {"num": "9", "title": "Quorum", "text": "Il siège si quatre membres sont là.\nIl vote."},
    {
        "num": "7",
        "title": "Comité",
        "text": "Il comprend deux représentants de chaque syndicat.\nIl siège pendant 3 heures.",
    },
    {
        "num": "8",
        "title": "Frais",
        "text": "a) Le train est payé ;\nb) Le repas est payé dans la limite de 15 €.\nLa prime est de 5 €.",
    },
]


@pytest.mark.parametrize(
    ("sentence", "number", "line"),
    [
        (
            "Au b) de l'article 8, le plafond de 15 € est porté à 20 €.",
            "8",
            "b) Le repas est payé dans la limite de 20 €.",
        ),
        (
            "À l'article 8, point b, le montant « 15 € » est porté à « 20 € ».",
            "8",
            "b) Le repas est payé dans la limite de 20 €.",
        ),
        ("Il est décidé de porter, à l'article 8, la prime de « 5 € » à « 6 € ».", "8", "La prime est de 6 €."),
        ("Le montant de la prime prévue à l'article 8, soit 5 €, est porté à 6 €.", "8", "La prime est de 6 €."),
        ("Le montant de la prime, fixé à 5 € par l'article 8, passe à 6 €.", "8", "La prime est de 6 €."),
        ("À l'article 8 (Frais), la prime est portée à 6 €.", "8", "La prime est de 6 €."),
        ("À l'article 8 « Frais », la prime est portée à 6 €.", "8", "La prime est de 6 €."),
        (
            "Le nombre de représentants de chaque syndicat, prévu à l'article 7, est porté à trois.",
            "7",
            "Il comprend trois représentants de chaque syndicat.",
        ),
        (
            "À l'article 7, le nombre de représentants est porté à trois.",
            "7",
            "Il comprend trois représentants de chaque syndicat.",
        ),
    ],
)
def test_a_figure_is_told_by_what_it_is_beside_its_noun(sentence: str, number: str, line: str) -> None:
    texts, asked = done(sentence, base=STAFF)
    assert (list(texts), asked) == ([number], [])
    assert line in texts[number].split("\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "Le montant de la prime prévue à l'article 8, soit 4 €, est porté à 6 €.",  # it is another
        "Le montant de la prime, fixé à 4 € par l'article 8, passe à 6 €.",
        "La prime prévue à l'article 8, « 5 € », est passée à « 6 € ».",  # by an earlier act
        "À l'article 8 (Pour les cadres), la prime est portée à 6 €.",
        "À l'article 8 « Comité », la prime est portée à 6 €.",
        "À l'article 8, la prime est portée de « 5 € » à « 6 € » pour les cadres.",
        "À l'article 7, le nombre de représentants titulaires est porté à trois.",
        "À l'article 9, le nombre de membres est porté à six.",  # how many must be there
        "À l'article 7, le nombre de représentants est ramené à un.",  # « un représentant »
        "Au b) de l'article 8, le plafond de 5 € est porté à 6 €.",
    ],
)
def test_a_figure_that_is_told_otherwise_beside_its_noun_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=STAFF) == ({}, [sentence])
