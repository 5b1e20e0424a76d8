"""Parts of an article under numbers of several parts (« IV-3 », « A.12.1 », « 9.1 »), and new texts that begin with them."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.author.apply.apply import apply
from support.agreement import done

BASE: list[dict[str, Any]] = [
    {
        "num": "IV",
        "title": "Jury",
        "text": "IV-1 Composition\nLe jury comprend :\n• deux professeurs ;\n• un élève.\nIV-2 Règles\nLe jury siège. Il vote.\nLe vote est secret.",
    },
    {"num": "A.12", "title": "Garantie", "text": "A.12.1. Départ\nLe 91e jour.\nA.12.2. Montant\nIl est de 70 %."},
    {"num": "4.3", "title": "Frais", "text": "Les frais sont partagés."},
    {"num": "9", "title": "Séance", "text": "9.1 Envoi\nQuinze jours avant.\n9.2 Tenue\nLe maire préside."},
    {"num": None, "title": "Titre II – Suite", "text": ""},
    {"num": "10", "title": "Objets", "text": "Sont fournis :\n1. le pain ;\n2. le vin."},
    {"num": "11", "title": "Comité", "text": "Le comité compte 20 membres :\nNord | 20 |\nSud | 5 |"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        (
            ("L'article IV-1 est modifié comme suit :", "– au premier tiret, « deux » est remplacé par « trois » ;"),
            {"IV": BASE[0]["text"].replace("deux", "trois")},
        ),
        (
            ("Au IV-2, la première phrase est remplacée par la phrase suivante : « Le jury délibère. »",),
            {"IV": BASE[0]["text"].replace("Le jury siège.", "Le jury délibère.")},
        ),
        # The sentence is all of its alinéa: nothing of it is left.
        (("La dernière phrase du IV-2 est abrogée.",), {"IV": BASE[0]["text"].replace("\nLe vote est secret.", "")}),
        (
            (
                "L'article A.12 de l'accord est modifié comme suit :",
                "a) Au A.12.1, « 91e » est remplacé par « 61e » ;",
                "b) Le A.12.2 est rédigé comme suit :",
                "« A.12.2. Montant",
                "Il est de 75 %. »",
            ),
            {"A.12": "A.12.1. Départ\nLe 61e jour.\nA.12.2. Montant\nIl est de 75 %."},
        ),
        (
            ("L'article 4.3 est rédigé ainsi qu'il suit :", "4.3 Frais de repas", "Les frais sont réduits."),
            {"4.3": "Les frais sont réduits."},
        ),
        (("Au 9.1, « Quinze » est remplacé par « Vingt ».",), {"9": BASE[3]["text"].replace("Quinze", "Vingt")}),
        # By the count that the State gives up, the first alinéa has the words twice: it is not the one that is meant.
        (
            ("Au premier alinéa de l'article 11, le chiffre « 20 » est remplacé par le chiffre « 25 ».",),
            {"11": BASE[6]["text"].replace("20 membres", "25 membres")},
        ),
        (
            ("Le 2. de l'article 10 est complété par les mots : « rouge ».",),
            {"10": BASE[5]["text"].replace("vin.", "vin rouge.")},
        ),
        (
            ("Il est inséré, dans le titre II, après l'article 9, un article 9 bis « Vote » :", "« Il est secret. »"),
            {"9 bis": "Il est secret."},
        ),
    ],
)
def test_parts_are_found_by_their_numbers(lines: tuple[str, ...], changed: dict[str, str]) -> None:
    texts, asked = done(*lines, base=BASE)
    assert (texts, asked) == (changed, [])


def test_the_heading_that_a_number_stands_before_is_that_of_its_article() -> None:
    amendment = [
        {
            "num": "1",
            "title": "",
            "text": "Il est inséré un article C.3 ainsi rédigé :\nArticle C.3 – Bilan\nUn bilan est fait.",
        }
    ]
    found = apply(
        {
            "title": "Accord",
            "base": {"articles": [{"num": "C.2", "title": "Révision", "text": "L'accord est révisé."}]},
            "avenants": [{"id": "a", "articles": amendment}],
        }
    )
    assert [(a["num"], a["title"], a["text"]) for a in found["articles"][1:]] == [
        ("C.3", "Bilan", "Un bilan est fait.")
    ]
    assert found["queries"] == []


@pytest.mark.parametrize(
    ("quoted", "worded"),
    [
        ("« , sauf accord »", "Les frais sont partagés, sauf accord."),
        ("« et réglés d'avance »", "Les frais sont partagés et réglés d'avance."),
    ],
)
def test_words_that_go_on_with_a_sentence_are_put_into_it(quoted: str, worded: str) -> None:
    assert done(f"L'article 4.3 est complété comme suit : {quoted}", base=BASE) == ({"4.3": worded}, [])


def test_words_that_may_go_on_with_a_sentence_or_be_a_line_are_asked_about() -> None:
    sentence = "L'article 4.3 est complété comme suit : « dans la salle »."
    assert done(sentence, base=BASE) == ({}, [sentence])


def test_a_heading_of_a_part_is_no_alinea_to_be_named_by_its_rank() -> None:
    texts, asked = done("Le premier alinéa de l'article 9 est supprimé.", base=BASE)
    assert (texts, asked) == ({"9": "9.1 Envoi\n9.2 Tenue\nLe maire préside."}, [])
    # The second line is one alinéa for who counts headings, the last line for who does not.
    sentence = "Le deuxième alinéa de l'article 9 est supprimé."
    assert done(sentence, base=BASE) == ({}, [sentence])


def test_a_part_without_a_mark_behind_its_number_is_not_given_another() -> None:
    sentence = "Le 9.2 devient le 9.1."
    texts, asked = done("Le 9.1 est supprimé.", sentence, base=BASE)
    assert (texts, asked) == ({"9": "9.2 Tenue\nLe maire préside."}, [sentence])
