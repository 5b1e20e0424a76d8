"""What stands beside a place and tells it again: the heading of an article without guillemets, the words of a line."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

BASE: list[dict[str, Any]] = [
    {
        "num": "3",
        "title": "Repas",
        "text": "Le repas est offert.\nIl est chaud. Il est pris à midi.\nIl dure une heure.",
    },
    {"num": "4", "title": "Adhésion, retrait", "text": "Le dossier comprend :\n– une lettre ;\n– une photographie."},
    {"num": "5", "title": "Litiges", "text": "Le tribunal en juge."},
]
REPLACED = ["Le repas est offert.", "Il est froid.", "Il dure une heure."]


@pytest.mark.parametrize(
    ("sentence", "number", "lines"),
    [
        ("Article 3 – Repas : le deuxième alinéa est ainsi rédigé : « Il est froid. »", "3", REPLACED),
        ("Le deuxième alinéa de l'article 3 – Repas – est remplacé par : « Il est froid. »", "3", REPLACED),
        ("L'article 5 - Litiges est remplacé par : « Nul n'en juge. »", "5", ["Nul n'en juge."]),
        (
            "Le premier tiret de l'article 4 – Adhésion, retrait – est supprimé.",
            "4",
            ["Le dossier comprend :", "– une photographie."],
        ),
        (
            "Le deuxième alinéa de l'article 3, rédigé ainsi : « Il est chaud. Il est pris à midi. », est remplacé par : « Il est froid. »",
            "3",
            REPLACED,
        ),
        (
            "Le deuxième alinéa de l'article 3, « Il est chaud. Il est pris à midi. », est remplacé par : « Il est froid. »",
            "3",
            REPLACED,
        ),
        (
            "Le deuxième alinéa de l'article 3 « Il est chaud. Il est pris à midi. » est remplacé par : « Il est froid. »",
            "3",
            REPLACED,
        ),
        (
            "Le second tiret de l'article 4 (« une photographie ») est supprimé.",
            "4",
            ["Le dossier comprend :", "– une lettre ;"],
        ),
        (
            "À l'article 4, le second tiret (« une photographie ») est supprimé.",
            "4",
            ["Le dossier comprend :", "– une lettre ;"],
        ),
        (
            "À l'article 3, la dernière phrase du deuxième alinéa, « Il est pris à midi », est supprimée.",
            "3",
            ["Le repas est offert.", "Il est chaud.", "Il dure une heure."],
        ),
    ],
)
def test_what_tells_a_place_again_and_agrees_leaves_the_order(sentence: str, number: str, lines: list[str]) -> None:
    assert done(sentence, base=BASE) == ({number: "\n".join(lines)}, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article 5 – Repas – est remplacé par : « Nul n'en juge. »",  # another article's heading
        "L'article 3 – Pour les cadres – est abrogé.",  # none
        "L'article 3 – Repas sauf le dernier alinéa est abrogé.",
        "Article 5 – Repas : le premier alinéa est supprimé.",
        "Le premier alinéa de l'article 3, « Il est chaud. Il est pris à midi. », est supprimé.",  # another line's words
        "Le premier alinéa de l'article 3 « Il est chaud. Il est pris à midi. » est supprimé.",
        "Le premier tiret de l'article 4 (« une photographie ») est supprimé.",
        "À l'article 3, la première phrase du deuxième alinéa, « Il est pris à midi », est supprimée.",
        "Le deuxième alinéa de l'article 3, « Il est pris à midi. », est supprimé.",  # but a part of its words
        "Article 1 – Objet : le premier alinéa de l'article 3 est supprimé.",  # a number of the act
    ],
)
def test_what_tells_another_place_again_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=BASE) == ({}, [sentence])


def test_numbers_of_the_act_name_no_place() -> None:
    lines = ("Article 1 – L'article 5 est supprimé.", "Article 3 – Le deuxième alinéa est supprimé.")
    assert done(*lines, base=BASE) == ({}, list(lines))
