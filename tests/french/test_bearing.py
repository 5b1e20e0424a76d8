"""Sentences that order nothing and speak of the text: asked about, alone in their article or beside an order; what says that nothing changes is not."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

BASE: list[dict[str, Any]] = [
    {"num": "1", "title": "Objet", "text": "La convention organise un atelier.\nL'atelier est fermé le lundi, sauf en mai."},
    {"num": "2", "title": "Atelier", "text": "L'atelier est dirigé par Mme Aude Perrot, cheffe d'atelier."},
    {"num": "3", "title": "Règles", "text": "3.1. La première règle dure deux ans.\n3.2. La seconde règle dure huit ans."},
    {"num": "4", "title": "Loyer", "text": "Le loyer annuel est de 900 euros.\nIl est imputé au compte 62 du budget."},
    {"num": "5", "title": "Fin", "text": "Le préavis est de six mois."},
    {"num": "VI", "title": "Clés", "text": "Deux trousseaux sont prêtés."},
    {"num": None, "title": "Annexe 1 – Outils", "text": "Scie | 4 |\nRabot | 2 |"},
]  # fmt: skip
ORDER = "À l'article 1, le mot « lundi » est remplacé par le mot « mardi »."
FORCE = "Le présent avenant entre en vigueur le 1er mai 2024."


def asked(sentence: str, *, beside: bool) -> list[str]:
    if beside:
        return done(ORDER, sentence, after=(("2", "Entrée en vigueur", FORCE),), base=BASE)[1]
    return done(ORDER, after=(("2", "", sentence), ("3", "Entrée en vigueur", FORCE)), base=BASE)[1]


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize(
    "sentence",
    [
        # A provision by its number, wherever it stands in the sentence.
        "Au 3.2, c'est une durée de dix ans qui vaut.",
        "3.1 : rédaction nouvelle.",
        "Concernant l'article 5 : un an.",
        "Pour ce qui est du préavis (article 5), un an est retenu.",
        "L'atelier déménage : à l'article 4, on lira donc « au compte 65 ».",
        "Exit, à l'article 1, l'ouverture de mai.",
        "De l'article 4, seule la première phrase est conservée.",
        "Il est tenu compte, pour le loyer de l'article 4, des travaux.",
        "L'article 5 s'entendant ainsi, le congé est donné par lettre.",
        "L'annexe est rectifiée : six rabots.",
        "Le VI tombe et le reste suit.",
        # What is agreed upon; what parties have wished is not.
        "Les parties conviennent que la fin de l'article 5 tombe.",
        "Il est décidé que l'article 5 tombe.",
        # What an article provides, told alone in its article as beside an order.
        "Le loyer stipulé au point 4 comprend les charges.",
        "L'accord mentionné à l'article 5 est réputé donné.",
        # Its words, in guillemets.
        "La réserve « , sauf en mai » tombe.",
        "Dans l'imputation, « 62 » est une erreur.",
        # A person whom it names.
        "M. Jean Blanc succède à Mme Aude Perrot.",
        "La cheffe d'atelier est Mme Lise Morand.",
        "Le nom de Mme Aude Perrot est à remplacer par celui de M. Jean Blanc.",
        # One thing against another; a part by its rank.
        "L'imputation se fait au compte 65, et non au compte 62.",
        "Rabots : trois au lieu de deux.",
        "La dernière phrase tombe.",
    ],
)
def test_what_speaks_of_the_text_is_asked_about(sentence: str, *, beside: bool) -> None:
    assert asked(sentence, beside=beside) == [sentence]


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize(
    "sentence",
    [
        "Conformément à l'article 5 de la convention, les parties se sont réunies.",
        "Les parties respectent les principes rappelés à l'article 1.",
        "Elle pourra être dénoncée dans les conditions prévues à l'article 5.",
        "L'article 5 du présent avenant est notifié.",
        "Les parties rappellent que l'article 5 a été négocié.",
        "L'article 4 avait été réécrit en 2021.",
        "Les parties ont souhaité revoir l'article 5 ensemble.",
        "L'article 4 a déjà été modifié par l'avenant n° 1.",
        "L'article 5 est maintenu.",
        "L'atelier reste dirigé comme il est dit à l'article 2.",
        "L'article 5 n'est pas modifié.",
        "Le VI n'est ni complété ni modifié.",
        "Les mots « six mois » ne sont pas supprimés.",
        "Le préavis de l'article 5 n'appelle pas de modification.",
        "Le délai de l'article 5 continue de courir sans changement.",
        "La Ville, ci-après « l'atelier », en prend acte.",
        "La Ville est représentée par Mme Aude Perrot.",
        "Les parties remercient M. Jean Blanc.",
        "Diplôme d'« atelier ».",
        "Le VII et le salon Louis XIV sont évoqués.",
        "Article 5.",
        "Article 5 – Fin",
        "Annexe 1 (1)",
    ],
)
def test_what_only_mentions_it_or_says_that_it_stays_is_not(sentence: str, *, beside: bool) -> None:
    assert asked(sentence, beside=beside) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article 5 n'est pas modifié, sauf le préavis.",
        "Le premier alinéa de l'article 4 n'est pas modifié, le second est supprimé partout.",
        "L'article 5 est maintenu, hormis le préavis.",
        "L'article 4 a été modifié : 950 euros.",
        "Article 5 – Préavis porté à un an",
        "Article 5 – 8 mois",
        "L'accord du bailleur visé à l'article 5 est acquis.",
    ],
)
def test_the_nearest_sentences_to_those_are(sentence: str) -> None:
    assert len(asked(sentence, beside=False)) == 1


def test_behind_a_new_text_that_no_order_takes_it_is_asked_about_too() -> None:
    strange = "À l'article 2 vient une phrase : « Elle est logée. »"
    assert asked(f"{strange}\nAu 3.2, la durée double.", beside=False)[1:] == ["Au 3.2, la durée double."]
