"""What an act says of its own, and orders no change by: asked about where the text says another number, holder, member or annex."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

BASE: list[dict[str, Any]] = [
    {"num": "1", "title": "Objet", "text": "La convention organise les achats de la Commune d'Arzac et de la Ville de Belval."},
    {"num": "2", "title": "Coordonnateur", "text": "La Commune d'Arzac est désignée coordonnateur du groupement.\nElle signe les marchés."},
    {"num": "3", "title": "Comité", "text": "Le comité comprend sept membres. La commune dispose de 10 voix et la ville de 4 voix.\nLe comité se réunit deux fois par an. Il délibère à la majorité simple."},
    {"num": "4", "title": "Frais", "text": "Les frais sont répartis ainsi :\nCommune d'Arzac | 60 %\nVille de Belval | 40 %\nPour l'année 2024, la participation est de 2,10 € par élève. Elle est versée avant le 30 juin."},
    {"num": "5", "title": "Retrait", "text": "Un membre peut se retirer avec un préavis de six mois."},
    {"num": "6", "title": "Sièges", "text": "Les sièges sont répartis ainsi :\nMembre | Nombre de sièges\nCommune d'Arzac | 3\nVille de Belval | 2"},
    {"num": "7", "title": "Litiges", "text": "Le juge de Corbeuil est saisi."},
]  # fmt: skip
ORDER = "À l'article 7, le mot « juge » est remplacé par le mot « tribunal »."
CHANGED = {"7": "Le tribunal de Corbeuil est saisi."}
OF = "Convention de groupement de commandes"


def asked(*lines: str, after: str = ORDER) -> list[str]:
    return done(*lines, after=(("2", "", after),), base=BASE, of=OF)[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "La commune dispose de 12 voix.",
        "La commune dispose de 12 voix et la ville de 4 voix.",
        "À compter du 1er janvier 2026, la commune dispose de 12 voix.",
        "Le comité comprend neuf membres.",
        "Le comité est dissous.",
        "Les parties ont décidé de porter le préavis à neuf mois.",
        "Les partenaires sociaux ont convenu par la présente de fixer le préavis à neuf mois.",
        "Les organisations signataires ont souhaité porter le préavis à neuf mois.",
        "Les parties se sont mises d'accord pour porter le préavis à neuf mois.",
        "Les parties ont décidé que le préavis serait porté à neuf mois.",
        "Le comité se réunit trois fois par an.",
        "Le comité délibère à l'unanimité.",
        "Un membre peut se retirer avec un préavis d'un an.",
        "Le délai de préavis est d'un an.",
        "La Ville de Belval prend en charge 55 % des frais.",
        "La Ville de Belval dispose de trois sièges.",
        "La participation s'établit à 2,40 € par élève.",
        "La participation est versée avant le 31 juillet.",
        "La Ville de Belval est le coordonnateur du groupement.",
        "La Ville de Belval assure les fonctions de coordonnateur du groupement.",
        "La Ville de Belval se retire du groupement.",
        "La Ville de Corbeuil adhère à la convention.",
        "La Ville de Belval prend le nom de Belval-Métropole.",
        "La Métropole se substitue à la Ville de Belval dans tous ses droits et obligations.",
        "L'annexe jointe fait partie de la convention.",
        "L'annexe 2 fait partie intégrante de la convention.",
        "La nouvelle répartition des frais est annexée au présent avenant.",
        "Il y a lieu de lire sept voix et non dix voix.",
        "Les parties conviennent que le préavis est d'un an.",
        "Les parties décident de porter le préavis à un an.",
        "Il est convenu que la commune dispose de 12 voix.",
        "L'Agglomération vient aux droits de la Ville de Belval.",
        # A change of what the text speaks of, in words that order none.
        "Le préavis est supprimé.",
        "L'obligation de préavis est supprimée.",
        "Le comité devient permanent.",
        "Les membres ne sont plus tenus de participer.",
        "La part de la Ville de Belval est reprise par la commune.",
        "Il est mis fin aux fonctions de coordonnateur.",
        "Le nouveau tableau de répartition des frais figure en annexe au présent avenant.",
    ],
)
def test_what_the_text_says_otherwise_is_asked_about(sentence: str) -> None:
    assert done(sentence, after=(("2", "", ORDER),), base=BASE, of=OF) == (CHANGED, [sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "La commune dispose de 10 voix.",
        "La ville dispose de quatre voix.",
        "Le comité comprend 7 membres.",
        "Le bureau comprend neuf membres élus par le conseil.",  # of another body
        "La Ville de Belval prend en charge 40 % des frais.",
        "La Ville de Belval dispose de deux sièges.",
        "Pour l'année 2025, la participation est de 2,40 € par élève.",  # of another year
        "Le présent avenant comprend neuf articles.",
        "La Commune d'Arzac est le coordonnateur du groupement.",
        "La Ville de Belval est le siège du groupement.",
        "Vu la convention conclue le 3 mai 2018, le comité comprend neuf membres.",
        "La Ville de Corbeuil adhérera peut-être un jour.",
        "Les dispositions contraires sont abrogées.",
        "Le jugement ne peut plus être contesté.",
        "Le comité en est exclusivement informé.",
        "La Commune d'Arzac prend acte du retrait.",
        "La Ville d'Arzac a adhéré au groupement.",
        "L'annexe fait partie intégrante du présent avenant.",
    ],
)
def test_what_agrees_with_the_text_or_is_of_another_matter_is_passed_over(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "order"),
    [
        ("La commune dispose de 12 voix.", "À l'article 3, les mots « 10 voix » sont remplacés par les mots « 12 voix »."),
        ("Le préavis est supprimé.", "L'article 5 est supprimé."),
        ("La Ville de Corbeuil adhère à la convention.", "À l'article 7, les mots « de Corbeuil » sont remplacés par les mots « de la Ville de Corbeuil »."),
        ("La Ville de Belval prend le nom de Belval-Métropole.", "Dans l'ensemble de la convention, les mots « Ville de Belval » sont remplacés par les mots « Belval-Métropole »."),
    ],
)  # fmt: skip
def test_what_another_sentence_of_the_act_makes_so_is_not_asked_about(sentence: str, order: str) -> None:
    assert sentence not in asked(sentence, after=order)


def test_an_annex_that_the_text_has_may_be_said_to_be_of_it() -> None:
    base = [*BASE, {"num": None, "title": "Annexe 2 – Règlement", "text": "Le règlement est affiché."}]
    said = "L'annexe 2 fait partie intégrante de la convention."
    assert done(said, after=(("2", "", ORDER),), base=base, of=OF) == (CHANGED, [])


def test_a_joined_annex_of_which_nothing_is_said_is_asked_about_once() -> None:
    base = [*BASE, {"num": None, "title": "Annexe 2 – Frais", "text": "Commune | 60 %\nVille | 40 %"}]
    joined = ("", "Annexe 2 – Frais", "Commune | 55 %\nVille | 45 %")
    assert done(ORDER, after=(joined,), base=base, of=OF) == (CHANGED, ["Commune | 55 %\nVille | 45 %"])


def test_a_row_of_the_act_is_of_the_row_that_has_its_name() -> None:
    assert asked("Ville de Belval | 45 %") == ["Ville de Belval | 45 %"]
    assert asked("Ville de Belval et de Corbeuil | 45 %") == []


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("L'accord est conclu pour une durée indéterminée.", True),
        ("Les stipulations relatives aux primes sont supprimées.", True),
        ("Toutes les dispositions relatives aux primes sont abrogées.", True),
        ("Le présent avenant est conclu pour une durée indéterminée.", False),
        ("L'accord est conclu pour une durée déterminée de 3 ans.", False),
        ("Les dispositions relatives aux primes du code du travail sont abrogées.", False),
    ],
)
def test_a_term_that_the_text_has_otherwise_and_what_goes_wherever_it_stands_are_asked_about(
    sentence: str, *, why: bool
) -> None:
    base = [
        {
            "num": "1",
            "title": "",
            "text": "L'accord est conclu pour une durée déterminée de 3 ans.\nUne prime est due.",
        },
        {"num": "2", "title": "", "text": "Le siège est à Tours."},
    ]
    order = "À l'article 2, le mot « Tours » est remplacé par le mot « Lyon »."
    texts, asked = done(sentence, after=(("2", "", order),), base=base)
    assert (texts, asked) == ({"2": "Le siège est à Lyon."}, [sentence] * why)
