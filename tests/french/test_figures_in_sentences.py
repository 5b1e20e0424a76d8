"""Figures told without quotes, in the sentences of everyday acts: what stands around them is read, or the sentence is asked about."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.french import read_article
from support.agreement import done

BASE: list[dict[str, Any]] = [
    {
        "num": "1",
        "title": "Repas",
        "text": "Une indemnité de repas de 12 euros est due.\nLe délai de préavis est de 15 jours. Il court dès la notification.\n"
        "La cotisation est fixée à 1,10 % du plafond.",
    },
    {"num": "2", "title": "Point", "text": "La valeur du point est de 4,82 €.\nUne prime d'outillage de 120 F est due.\nLe fonds compte 8 membres et 3 invités."},
    {"num": "3", "title": "Facturation", "text": "La facture est mensuelle.\nLe syndicat s'en acquitte dans un délai de 45 jours."},
    {"num": "4", "title": "Préavis", "text": "La durée du préavis est de :\na) Employés : 1 mois, 2 mois au-delà d'un an ;\nb) Cadres : 2 mois.\nUne priorité de réembauchage pendant 6 mois est ouverte."},
    {"num": "5", "title": "Frais", "text": "Les frais sont remboursés :\nNature | Plafond\nRepas | 18 €\nNuitée | 75 €\nElles le sont sous un mois."},
    {"num": "6", "title": "Fériés", "text": "Le travail d'un jour férié donne lieu à une majoration de 50 % du salaire.\nLe loyer est de 3000 € par an."},
    {"num": "9", "title": "Autre", "text": "Le mot vert est ici."},
]  # fmt: skip
BESIDE = "À l'article 9, le mot « vert » est remplacé par le mot « bleu »."  # so that no sentence is asked about for the act alone


def _done(sentence: str) -> tuple[dict[str, str], list[str]]:
    texts, asked = done(BESIDE, sentence, base=BASE)
    assert texts.pop("9") == "Le mot bleu est ici."
    return texts, asked


@pytest.mark.parametrize(
    ("sentence", "number", "words"),
    [
        ("A l'article 1, l'indemnité de repas est portée à 15 €, à compter de l'exercice 2021.", "1", "repas de 15 € est"),
        ("En conséquence, l'indemnité de repas prévue à l'article 1 passe de 12 € à 15 €.", "1", "repas de 15 euros est"),
        (
            "Dans la perspective du passage à l'euro au 1er janvier 2002, et afin de tenir compte du coût de la vie, le montant de la prime d'outillage visée à l'article 2 est porté de 120 F à 20 €.",
            "2",
            "outillage de 20 € est",
        ),
        ("Ainsi, à l'article 1, le taux de 1,10 % est remplacé par le taux de 1,20 %.", "1", "à 1,20 % du"),
        ("Au 1er janvier 2024, l'indemnité de repas prévue à l'article 1 passe de 12 à 15 euros.", "1", "de 15 euros est"),
        ("L'indemnité de repas de l'article 1 est portée à 15 €, soit une augmentation de 25 %.", "1", "de 15 € est"),
        ("L'indemnité de repas de l'article 1 est portée à 15 € afin de tenir compte des prix.", "1", "de 15 € est"),
        ("La valeur du point mentionnée à l'article 2 est portée de 4,82 € à 5,06 €.", "2", "point est de 5,06 €."),
        ("Le montant de la prime d'outillage de l'article 2 est fixé à 200 F.", "2", "outillage de 200 F est"),
        ("Le nombre de membres du fonds, mentionné au 3e alinéa de l'article 2, est porté de 8 à 10.", "2", "10 membres et 3"),
        ("Le délai de paiement fixé à l'article 3 est ramené de 45 jours à 30 jours.", "3", "délai de 30 jours."),
        ("Au b de l'article 4, la durée du préavis est fixée à 2 mois et demi au lieu de 2 mois.", "4", "b) Cadres : 2 mois et demi."),
        ("La durée de la priorité de réembauchage fixée à l'article 4 est portée à un an.", "4", "pendant un an est"),
        ("Dans le tableau de l'article 5, le plafond relatif aux repas est porté de 18 € à 22 € et celui relatif à la nuitée de 75 € à 110 €.", "5", "Repas | 22 €\nNuitée | 110 €"),
        ("Les parties conviennent de porter de 50 % à 100 % la majoration due en cas de travail un jour férié, telle que prévue à l'article 6.", "6", "majoration de 100 % du"),
        ("Les parties décident que la majoration prévue à l'article 6 passe de 50 % à 100 %.", "6", "majoration de 100 % du"),
        ("Il est convenu de porter le loyer prévu à l'article 6 à 3 500 €.", "6", "est de 3 500 € par"),
        ("Le loyer prévu à l'article 6 est porté de 3 000 € à 3 500 €.", "6", "est de 3 500 € par"),
        ("À l'article 1, lire 15 euros au lieu de 12 euros.", "1", "de 15 euros est"),
        ("À l'article 1, le taux de 1,20 % est substitué au taux de 1,10 %.", "1", "à 1,20 % du"),
        ("À l'article 1, il est substitué au taux de 1,10 % le taux de 1,20 %.", "1", "à 1,20 % du"),
        ("À l'article 1, au taux de 1,10 % est substitué le taux de 1,20 %.", "1", "à 1,20 % du"),
        (
            "Au premier alinéa de l'article 1, l'indemnité de 12 € est portée à 15 € ; au troisième alinéa du même article, le taux de 1,10 % est remplacé par le taux de 1,20 %.",
            "1",
            "repas de 15 euros est due.\nLe délai de préavis est de 15 jours. Il court dès la notification.\nLa cotisation est fixée à 1,20 %",
        ),
        ("À l'article 1, l'indemnité de 12 € est portée à 15 € et le troisième alinéa est supprimé.", "1", "repas de 15 euros est due.\nLe délai"),
        ("Le troisième alinéa de l'article 1 est supprimé ; au premier alinéa, l'indemnité est portée à 15 €.", "1", "repas de 15 € est due.\nLe délai"),
    ],
)  # fmt: skip
def test_a_figure_is_changed_whatever_stands_around_it_says_why_or_since_when(
    sentence: str, number: str, words: str
) -> None:
    texts, asked = _done(sentence)
    assert (list(texts), asked) == ([number], [])
    assert words in texts[number]
    assert ("cotisation" in texts.get("1", "")) == (number == "1" and "supprimé" not in sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "L'indemnité de repas prévue à l'article 1 est portée à 15 € jusqu'au 31 décembre 2024.",
        "L'indemnité de repas prévue à l'article 1 est portée à 15 € à compter du 1er janvier 2024 et jusqu'au 31 décembre 2024.",
        "L'indemnité de repas prévue à l'article 1 est portée à 15 € à compter du troisième mois.",  # of the matter itself
        "L'indemnité de repas prévue à l'article 1 est portée à 15 € dès la deuxième absence.",
        "L'indemnité de repas prévue à l'article 1 est portée à 15 € à compter du 1er janvier 2024 pour les cadres.",
        "L'indemnité de repas prévue à l'article 1 est portée de 12 € à 15 € si l'effectif dépasse 50 salariés.",
        "Si les prix augmentent, l'indemnité de repas prévue à l'article 1 est portée de 12 € à 15 €.",
        "L'indemnité de repas prévue à l'article 1 n'est pas portée de 12 € à 15 €.",
        "L'indemnité de repas prévue à l'article 1 peut être portée de 12 € à 15 €.",
        "L'indemnité de nuit prévue à l'article 1 est portée de 12 € à 15 €.",
        "L'indemnité de repas prévue à l'article 1 de la loi du 3 mai 1990 est portée de 12 € à 15 €.",
        "Pour mémoire, l'indemnité de repas prévue à l'article 1 est portée de 12 € à 15 € par l'accord du 3 mai 2020.",
        "À l'article 1, le taux de 1,10 % passe à 1,20 % à compter du 1er janvier 2024 et l'indemnité de repas passe de 12 € à 14 €.",  # since when
        "À l'article 1, l'indemnité de repas est portée à 15 € et le quatrième alinéa est supprimé.",  # there is none: neither is done
        "À l'article 1, l'indemnité de nuit est portée à 15 € et le troisième alinéa est supprimé.",
        "À l'article 1, l'indemnité de repas est portée à 15 € et le troisième alinéa est supprimé à compter du 1er janvier 2024.",
        "Au premier alinéa de l'article 1, le taux de 1,10 % est porté à 1,20 % ; au troisième alinéa, l'indemnité de 12 € est portée à 15 €.",
        "Le délai de recours prévu à l'article 1 est porté de 15 jours à un mois.",  # it is of a notice
        "Le délai de préavis prévu à l'article 1 est porté à 20 jours à compter de la notification.",  # counted so, or in force then
        "Le nombre d'invités du fonds, mentionné au 3e alinéa de l'article 2, est porté de 8 à 10.",
        "La valeur du point 3 est portée de 4,82 € à 5,06 €.",  # of a place that is not there
        "Le délai de livraison fixé à l'article 3 est ramené de 45 jours à 30 jours.",
        "Au a de l'article 4, la durée du préavis est fixée à 3 mois.",  # which of two
        "La durée de la priorité de préavis fixée à l'article 4 est portée à un an.",
        "À l'article 4, 2 mois est remplacé par 3 mois.",
        "Dans le tableau de l'article 5, le plafond relatif au train est porté de 18 € à 22 €.",
        "Les parties pourront convenir de porter de 50 % à 100 % la majoration prévue à l'article 6.",
        "Les parties conviennent de porter de 40 % à 100 % la majoration prévue à l'article 6.",
        "L'article 6 est abrogé, compte tenu de la loi, et la prime est portée à 8 €.",  # of which article
    ],
)  # fmt: skip
def test_a_figure_that_is_changed_under_a_condition_for_a_time_or_of_something_else_is_asked_about(
    sentence: str,
) -> None:
    assert _done(sentence) == ({}, [sentence])


@pytest.mark.parametrize("rank", ["troisième", "deuxième"])
@pytest.mark.parametrize("lead", ["", "Afin de tenir compte de l'article L. 1226-1 du code du travail, "])
def test_what_is_agreed_upon_behind_an_opening_is_done_or_asked_about(lead: str, rank: str) -> None:
    agreed = f"il est décidé de porter, au {rank} alinéa de l'article 1, le taux de « 1,10 % » à « 1,20 % »."
    texts, asked = _done(f"{lead}{agreed}" if lead else agreed.capitalize())
    there = rank == "troisième"
    assert (texts != {}, len(asked)) == (there, not there)
    assert not there or texts["1"].endswith("La cotisation est fixée à 1,20 % du plafond.")


def test_a_line_that_says_from_what_to_what_goes_a_figure_of_the_article_announced_is_no_new_text() -> None:
    assert _done("L'article 2 est modifié ainsi qu'il suit :\nLe nombre de membres du fonds, mentionné au 3e alinéa, est porté de 8 à 10.") == (
        {"2": "La valeur du point est de 4,82 €.\nUne prime d'outillage de 120 F est due.\nLe fonds compte 10 membres et 3 invités."},
        [],
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Le nombre de membres du fonds est porté de 8 à 10.",  # the new text of the article may say so
        "Le nombre de membres du fonds, mentionné au 3e alinéa de l'article 4, est porté de 8 à 10.",  # of another one
    ],
)
def test_a_line_behind_an_announcement_that_may_be_the_new_text_is_not_followed(line: str) -> None:
    texts, asked = _done(f"L'article 2 est modifié ainsi qu'il suit :\n{line}")
    assert texts == {}
    assert asked != []


def test_the_day_since_when_a_figure_is_changed_is_kept_with_each() -> None:
    (said,) = read_article(
        "À l'article 1, l'indemnité de repas est portée à 15 € à compter du 1er janvier 2024 ; à l'article 2, la valeur du point est portée à 5,06 € à compter du 1er juillet 2024."
    )
    assert [one.when for one in said.figures] == ["à compter du 1er janvier 2024", "à compter du 1er juillet 2024"]
    (said,) = read_article(
        "À l'article 1, l'indemnité de repas est portée à 15 € ; à l'article 2, la valeur du point est portée à 5,06 € à compter du 1er juillet 2024."
    )
    assert [one.when for one in said.figures] == ["à compter du 1er juillet 2024"] * 2
    (said,) = read_article(
        "À l'article 1, l'indemnité de repas est portée à 15 € à compter du 1er janvier 2024 ; à l'article 2, la valeur du point est portée à 5,06 €."
    )
    assert said.figures == ()  # since then too, or not
