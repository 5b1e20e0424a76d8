"""What whole amendments say in ways of their own: lists, annexes, articles that make room, new text behind a colon."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

BASE: list[dict[str, Any]] = [
    {"num": "1", "title": "Besoins", "text": "Le groupement achète :\n– le gaz ;\n– le pain.\nIl paie."},
    {"num": "2", "title": "Missions", "text": "Le maire peut :\na) étudier ;\nb) décider."},
    {"num": "3", "title": "Prix", "text": "Le prix est de 5 €. Il est affiché."},
    {"num": "4", "title": "Fin", "text": "L'accord finit en mai."},
    {"num": "Article 8", "title": "Voix", "text": "I. – Voix\nA. – Maire\nCinq.\nB. – Adjoint\nIl a un suppléant."},
    {"num": "9", "title": "Plats", "text": "Les prix sont :\nPlat | Prix |\nPain | 1 € |\nRiz | 3 € |\nIls sont fixes."},
    {"num": "10", "title": "Accord", "text": "Le prix est affiché dès que le prix est fixé."},
    {"num": "11", "title": "Rations", "text": "Midi :\nPain | 2 |\nSoir :\nPain | 2 |"},
    {"num": "12", "title": "Lieux", "text": "1. Jour\nLe jardin ferme le soir.\n2. Nuit\nLe parc est clos."},
    {"num": None, "title": "Annexe – Membres", "text": "Commune d'Arzac\nCommune de Belval"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        (
            ("La liste figurant à l'article 1 est remplacée par la liste suivante :", "– le gaz ;", "– le vin."),
            {"1": "Le groupement achète :\n– le gaz ;\n– le vin.\nIl paie."},
        ),
        (
            ("À l'article 2, compléter la liste par un c) ainsi rédigé : « c) signer. »",),
            {"2": "Le maire peut :\na) étudier ;\nb) décider.\nc) signer."},
        ),
        (("L'annexe est supprimée.",), {"Annexe – Membres": ""}),
        (
            ("L'annexe est complétée par la ligne suivante :", "Commune de Corbeuil"),
            {"Annexe – Membres": "Commune d'Arzac\nCommune de Belval\nCommune de Corbeuil"},
        ),
        (
            ("Au second point de l'article 1, le mot « pain » est remplacé par le mot « vin ».",),
            {"1": "Le groupement achète :\n– le gaz ;\n– le vin.\nIl paie."},
        ),
        (
            ("La liste des besoins de l'article 1 est complétée par le tiret suivant :", "« – le vin. »"),
            {"1": "Le groupement achète :\n– le gaz ;\n– le pain.\n– le vin.\nIl paie."},
        ),
        (
            ("Les deux phrases de l'article 3 sont réunies et rédigées comme suit : « Le prix est affiché. »",),
            {"3": "Le prix est affiché."},
        ),
        (
            ("L'article 3 est complété par un alinéa 2 ainsi rédigé : « Il est libre. »",),
            {"3": "Le prix est de 5 €. Il est affiché.\nIl est libre."},
        ),
        (
            ("Au B du I de l'article 8, le mot « un » est remplacé par le mot « son ».",),
            {"Article 8": "I. – Voix\nA. – Maire\nCinq.\nB. – Adjoint\nIl a son suppléant."},
        ),
        (
            ("La liste de l'article 9 est remplacée par la suivante :", "Plat | Prix |", "Pain | 2 € |", "Riz | 4 € |"),
            {"9": "Les prix sont :\nPlat | Prix |\nPain | 2 € |\nRiz | 4 € |\nIls sont fixes."},
        ),
        (
            (
                "À l'article 10, les mots « Le prix » sont remplacés par les mots « Le tarif » et les mots « le prix » par les mots « le tarif ».",
            ),
            {"10": "Le tarif est affiché dès que le tarif est fixé."},
        ),
        (
            ("Au second tableau de l'article 11, le nombre « 2 » est remplacé par le nombre « 4 ».",),
            {"11": "Midi :\nPain | 2 |\nSoir :\nPain | 4 |"},
        ),
        (
            ("Le deuxième alinéa de l'article 12 est remplacé par : « Le jardin ferme le soir et la nuit. »",),
            {"12": "1. Jour\nLe jardin ferme le soir et la nuit.\n2. Nuit\nLe parc est clos."},
        ),
        # The words in force and the new ones side by side: the article named above, or in both cells.
        (
            (
                "À l'article 3 :",
                "Ancien texte | Nouveau texte |",
                "Le prix est de 5 €. | « Le prix est de 6 €. » |",
                "Il est affiché. | Il est affiché. |",
            ),
            {"3": "Le prix est de 6 €. Il est affiché."},
        ),
        (
            (
                "Les articles 3 et 4 sont modifiés comme suit.",
                "| Rédaction actuelle | Nouvelle rédaction |",
                "| Article 3 : Il est affiché. | Article 3 : Il est connu. |",
                "| Article 4 | Article 4 |",
                "| L'accord finit en mai. | L'accord finit en juin. |",
            ),
            {"3": "Le prix est de 5 €. Il est connu.", "4": "L'accord finit en juin."},
        ),
        # The new text goes on behind the colon, without guillemets.
        (
            ("La dernière phrase de l'article 3 est remplacée par : Il est connu de tous.",),
            {"3": "Le prix est de 5 €. Il est connu de tous."},
        ),
        (
            ("L'article 4 est rédigé comme suit : L'accord finit en juin. Il se renouvelle.",),
            {"4": "L'accord finit en juin. Il se renouvelle."},
        ),
        # The heading runs into the text: it is the one in force, or ends with a full stop and a dash.
        (
            ("L'article 4 est rédigé comme suit : Article 4 – Fin. L'accord finit en juin.",),
            {"4": "L'accord finit en juin."},
        ),
        (
            ("L'article 4 est ainsi rédigé :", "« Art. 4. – Fin. – L'accord finit en juin. »"),
            {"4": "L'accord finit en juin."},
        ),
        (
            ("L'article 4 est ainsi rédigé :", "« Art. 4. – Toutefois. Il finit en juin. »"),
            {"4": "Toutefois. Il finit en juin."},
        ),
        (
            ("À l'article 3, au lieu de :", "« 5 € »", "Lire :", "« 6 € »"),
            {"3": "Le prix est de 6 €. Il est affiché."},
        ),
        # The heading of a part of the amendment names the article of what stands below it.
        (
            (
                "1.1 – Article 3",
                "La première phrase est supprimée.",
                "1.2 – Article 4",
                "Le mot « mai » est remplacé par « juin ».",
            ),
            {"3": "Il est affiché.", "4": "L'accord finit en juin."},
        ),
        # An announcement, and what it announces in the same article.
        (
            (
                "L'article 3 est modifié en conséquence.",
                "À l'article 3, le mot « affiché » est remplacé par « connu ».",
            ),
            {"3": "Le prix est de 5 €. Il est connu."},
        ),
        # The article that bears the number makes room, though the sentence that says so stands behind.
        (
            (
                "Il est inséré, après l'article 2, un nouvel article 3 ainsi rédigé :",
                "« Article 3 : Comité",
                "Un comité suit l'accord. »",
                "Les articles 3 à 4 deviennent respectivement les articles 4 à 5.",
            ),
            {"3": "Un comité suit l'accord.", "4": BASE[2]["text"], "5": BASE[3]["text"]},
        ),
    ],
)
def test_what_a_clerk_reads_in_an_amendment_is_done(lines: tuple[str, ...], changed: dict[str, str]) -> None:
    texts, asked = done(*lines, base=BASE)
    assert (texts, asked) == (changed, [])


@pytest.mark.parametrize(
    "lines",
    [
        # Is the last line one of the list?
        ("La liste figurant à l'article 1 est remplacée par la liste suivante :", "– le vin.", "Elle est close."),
        ("L'article 3 est complété par un alinéa 3 ainsi rédigé : « Il est libre. »",),
        # Words side by side that the text does not say, whose article nobody names, or without the new ones.
        ("Au premier alinéa de l'article 3 :", "Ancien texte | Nouveau texte", "Le prix est de 7 €. | Il est libre."),
        ("Ancien texte | Nouveau texte", "Le prix est de 5 €. | Le prix est de 6 €."),
        ("Ancien texte | Nouveau texte", "Article 3 : Le prix est de 5 €. |"),
        ("Au troisième tableau de l'article 11, le nombre « 2 » est remplacé par le nombre « 4 ».",),
        # « Le prix » and « le prix » are one: are both changed?
        ("À l'article 10, les mots « le prix » sont remplacés par les mots « le tarif ».",),
        # The first alinéa is the heading, or the line below it.
        ("Le premier alinéa de l'article 8 est supprimé.",),
        # What words of the text are from now on to mean.
        ("Dans l'ensemble de l'accord, « pain » s'entend du pain complet.",),
        # What is behind the colon orders another change, or is no new text.
        ("L'article 3 est modifié comme suit : Le mot « affiché » y est de trop.",),
        ("L'article 4 est modifié comme suit : La durée est portée à cinq ans.",),
        ("L'article 4 est complété par : « ; ou en juin ».",),
        # What is behind the colon is no text.
        ("L'article 4 est rédigé comme suit : Inchangé.",),
        ("L'article 4 est modifié comme suit : À la place de mai, juin.",),
        # Is the last alinéa that of the article, or of the 2°?
        ("Au b) de l'article 2, le mot « décider » est remplacé par « voter » ; le dernier alinéa est supprimé.",),
        ("Le premier alinéa de l'article 3 est ainsi rédigé : « Il est libre. » et la dernière phrase est supprimée.",),
    ],
)
def test_what_a_clerk_would_ask_about_is_asked(lines: tuple[str, ...]) -> None:
    texts, asked = done(*lines, base=BASE)
    assert texts == {}
    assert len(asked) == 1


def test_a_row_of_two_wordings_that_is_asked_about_is_shown_as_it_stands() -> None:
    rows = ("Le prix est de 7 €. | Il est libre. |", "Il est affiché. | |")
    _, asked = done("À l'article 3 :", "Texte actuel | Texte modifié |", *rows, base=BASE)
    assert asked == list(rows)


@pytest.mark.parametrize("heading", ["Durée", "Article 4 (durée)", "Annexe", "Sur la durée :"])
def test_below_a_heading_another_article_may_be_meant_than_the_one_named_above_it(heading: str) -> None:
    sentence = "Le premier alinéa est supprimé."
    texts, asked = done("À l'article 1, le mot « pain » est remplacé par « vin ».", heading, sentence, base=BASE)
    assert texts == {"1": BASE[0]["text"].replace("pain", "vin")}
    assert asked == [sentence]


def test_a_heading_without_a_word_under_it_is_asked_about_unless_others_do_what_it_says() -> None:
    for heading in ("Suppression de l'article 4", "Article 4 : supprimé", "Modification de l'article 4"):
        texts, asked = done("", heading=heading, after=(("2", "Prix", "L'article 3 est supprimé."),), base=BASE)
        assert (texts, asked) == ({"3": ""}, [heading])
        below = (("1.1", "Fin", "À l'article 3, le mot « affiché » est remplacé par « connu »."),)
        assert done("", heading=heading, after=below, base=BASE)[1] == []
    texts, asked = done(
        "", heading="Suppression de l'article 4", after=(("2", "", "L'article 4 est supprimé."),), base=BASE
    )
    assert (texts, asked) == ({"4": ""}, [])


def test_the_preamble_that_says_why_is_not_asked_about_where_the_amendment_changes_the_text() -> None:
    recital = "Les parties ont décidé de modifier l'accord et de l'adapter en conséquence à l'article 3."
    _, asked = done(recital, heading="Préambule", after=(("1", "Fin", "L'article 3 est supprimé."),), base=BASE)
    assert asked == []


def test_words_told_by_an_article_and_by_a_part_of_it_are_of_that_article_whatever_was_named_before() -> None:
    lines = (
        "Au premier alinéa de l'article 3, le mot « affiché » est remplacé par le mot « connu ».",
        "À l'article 4, le mot « finit » au premier alinéa est remplacé par le mot « cesse ».",
    )
    texts = {"3": "Le prix est de 5 €. Il est connu.", "4": "L'accord cesse en mai."}
    assert done(*lines, base=BASE) == (texts, [])
