"""What is added at the end of an article that is divided, sums up, or keeps an order: asked about, as is a label that is taken."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

PARTS = "4.1 Composition\nLe conseil compte 6 membres.\n4.2 Réunions\nIl se réunit."
TERMS = "On entend par :\nAgent : toute personne ;\nCommune : la commune ;\nService : l'unité."
TABLE = "Service | Tarif\nCantine | 3 €\nÉtude | 2 €\nTotal | 5 €"
ITEMS = "Les cas sont :\na) la maladie ;\nb) la naissance ;\nc) le départ.\nIls sont prouvés."
BASE: list[dict[str, Any]] = [
    {"num": number, "title": "", "text": text}
    for number, text in (("4", PARTS), ("2", TERMS), ("6", TABLE), ("3", ITEMS), ("9", "Un.\nDeux.\nTrois."))
]


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article 4 est complété par un alinéa : « Il vote. »",
        "L'article 2 est complété par la définition suivante : « Cadre : agent de catégorie A. »",
        "À l'article 6, il est ajouté une ligne : « Garderie | 1 € ».",
        "À l'article 3, après le b), il est inséré un c) : « c) la retraite ; ».",
        "À partir du deuxième alinéa, l'article 9 est supprimé.",
        # A list whose last item is left out, an item that brings the next one's label, and the rest that stays.
        "L'article 3 est modifié comme suit : « Les cas sont :\na) la maladie ;\nb) la naissance ; »",
        "À l'article 3, le b) est remplacé par : « b) la naissance ;\nc) l'adoption ; »",
    ],
)
def test_what_may_not_come_at_the_end_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=BASE) == ({}, [sentence])


@pytest.mark.parametrize(
    ("sentence", "number", "then"),
    [
        ("L'article 2 est complété par la définition suivante : « Usager : toute personne servie. »", "2", f"{TERMS}\nUsager : toute personne servie."),
        ("À l'article 6, après la ligne « Étude », il est ajouté une ligne : « Garderie | 1 € ».", "6", TABLE.replace("\nTotal", "\nGarderie | 1 €\nTotal")),
        ("À l'article 3, après le b), il est inséré un b bis) : « b bis) la retraite ; ».", "3", ITEMS.replace("\nc)", "\nb bis) la retraite ;\nc)")),
        ("À compter du premier janvier 2026, l'article 9 est supprimé.", "9", ""),
    ],
)  # fmt: skip
def test_what_comes_where_it_is_said_is_put_there(sentence: str, number: str, then: str) -> None:
    assert done(sentence, base=BASE) == ({number: then}, [])


def test_an_item_that_takes_words_stays_an_item() -> None:
    base = [{"num": "4", "title": "", "text": "Sont là :\n- le jour ;\n- le soir ;\n- la nuit."}]
    sentence = "Le deuxième tiret de l'article 4 est remplacé par : « le matin ; »"
    assert done(sentence, base=base) == ({"4": "Sont là :\n- le jour ;\n- le matin ;\n- la nuit."}, [])
