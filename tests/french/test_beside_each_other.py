"""What one sentence of an act says of another's place or text, and what is put between two things."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

BASE: list[dict[str, Any]] = [
    {"num": "2", "title": "Membres", "text": "Les membres sont :\n– la ville ;\n– le port ;\n– le musée."},
    {"num": "3", "title": "Prix", "text": "Le prix est de 5 €.\nIl est ferme."},
    {"num": "4", "title": "Durée", "text": "Le bail dure un an."},
    {"num": "I", "title": "Fin", "text": "Il tient."},
    {"num": "Annexe I", "title": "Tarifs", "text": "Le repas vaut 5 €.\nIl est chaud."},
]
PUT = ["Les membres sont :", "– la ville ;", "– le parc ;", "– le port ;", "– le musée."]


@pytest.mark.parametrize(
    ("lines", "number", "text"),
    [
        (("À l'article 2, entre « – la ville ; » et « – le port ; », il est inséré : « – le parc ; ».",), "2", PUT),
        (("À l'article 3, entre les mots « prix » et « est », sont insérés les mots « du repas ».",), "3", ["Le prix du repas est de 5 €.", "Il est ferme."]),
        (("Il est créé un article 5. Il est rédigé ainsi :", "« Article 5 – Fin", "Le bail finit. »"), "5", ["Le bail finit."]),
        (("Il est créé un article 5. Cet article est ainsi rédigé :", "« Article 5 – Fin", "Le bail finit. »"), "5", ["Le bail finit."]),
        (("Le prix fixé à l'article 3 est porté à 6 €. En conséquence, l'article 3 est ainsi rédigé :", "« Le prix est de 6 €. »"), "3", ["Le prix est de 6 €."]),
        (("L'article 3 est modifié comme suit. Au premier alinéa, le mot « prix » est remplacé par le mot « tarif ». Il est ajouté in fine l'alinéa suivant :", "« Il est dû. »"), "3", ["Le tarif est de 5 €.", "Il est ferme.", "Il est dû."]),
        (("Le deuxième tiret de l'article 2 est remplacé par : « le parc ; ».",), "2", ["Les membres sont :", "– la ville ;", "– le parc ;", "– le musée."]),
        (("À l'article 2, le tiret « le port ; » est remplacé par le tiret « le parc ; ».",), "2", ["Les membres sont :", "– la ville ;", "– le parc ;", "– le musée."]),
        (("À l'article 2, les membres du bail sont complétés par les membres suivants :", "« – le parc. »"), "2", ["Les membres sont :", "– la ville ;", "– le port ;", "– le musée.", "– le parc."]),
        (("À l'article I, le mot « tient » est remplacé par le mot « dort ».",), "I", ["Il dort."]),
        (("À l'annexe I, le mot « chaud » est remplacé par le mot « froid ».",), "Annexe I", ["Le repas vaut 5 €.", "Il est froid."]),
    ],
)  # fmt: skip
def test_the_order_is_followed(lines: tuple[str, ...], number: str, text: list[str]) -> None:
    assert done(*lines, base=BASE) == ({number: "\n".join(text)}, [])


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        (("À l'article 2, entre « – la ville ; » et « – le musée. », il est inséré : « – le parc ; ».",), []),
        (("À l'article 3, entre les mots « prix » et « ferme », sont insérés les mots « du repas ».",), []),
        (("Le prix fixé à l'article 3 est porté à 7 €. En conséquence, l'article 3 est ainsi rédigé :", "« Le prix est de 6 €. »"), ["3"]),
        (("Le délai fixé à l'article 4 est porté à 6 mois. En conséquence, l'article 3 est ainsi rédigé :", "« Le prix est de 6 €. »"), ["3"]),
        (("Il est créé un article 5. L'article 4 est ainsi rédigé :", "« Le bail finit. »"), ["4"]),
        (("L'article 3 est modifié comme suit. L'article 4 est supprimé. Il est ajouté in fine l'alinéa suivant :", "« Il est dû. »"), ["4"]),
        (("Les deux premiers tirets de l'article 2 sont remplacés par : « le parc ; ».",), []),
    ],
)  # fmt: skip
def test_what_may_be_of_another_place_or_text_is_asked_about(lines: tuple[str, ...], changed: list[str]) -> None:
    texts, asked = done(*lines, base=BASE)
    assert (list(texts), len(asked) > 0) == (changed, True)


@pytest.mark.parametrize(
    ("sentence", "title", "followed"),
    [
        ("L'annexe I est remplacée par l'annexe I jointe au présent avenant.", "Tarifs", True),
        (
            "L'annexe I de l'accord est annulée et remplacée par celle jointe au présent avenant.",
            "Tarifs du soir",
            True,
        ),
        ("L'annexe I est remplacée par l'annexe II jointe au présent avenant.", "Tarifs", False),
        ("L'annexe I n'est pas remplacée par l'annexe I jointe au présent avenant.", "Tarifs", False),
        ("L'annexe I est remplacée par l'annexe I jointe au présent avenant.", "Plan du site", False),
    ],
)
def test_an_annex_that_bears_its_number_is_replaced_by_the_one_that_is_joined(
    sentence: str, title: str, *, followed: bool
) -> None:
    texts, asked = done(sentence, after=(("Annexe I", title, "Le repas vaut 6 €."),), base=BASE)
    assert (texts, bool(asked)) == ({"Annexe I": "Le repas vaut 6 €."} if followed else {}, not followed)


def test_a_line_of_the_next_number_of_the_act_is_none_of_the_table_above_it() -> None:
    base = [{"num": "6", "title": "Tarifs", "text": "Tarifs :\nPlat | 5 €\nDessert | 2 €"}]
    table = ("3.1. Le tableau de l'article 6 est remplacé par le tableau ci-après :", "Plat | 6 €", "Dessert | 3 €")
    assert done(*table, "3.2. Les convives en sont avisés.", base=base) == (
        {"6": "Tarifs :\nPlat | 6 €\nDessert | 3 €"},
        [],
    )
    for other in ("3.3. Les convives en sont avisés.", "Les convives en sont avisés."):
        assert done(*table, other, base=base)[1] != []
