"""A text that is itself an annex: « l'article 3 de l'annexe II » is its article 3, and « de la convention » another's."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

Articles = list[dict[str, Any]]

BASE: Articles = [
    {"num": "1er", "title": "Objet", "text": "La présente annexe est celle des cadres."},
    {"num": "2", "title": "Préavis", "text": "Le préavis est de un mois.\nIl est porté à trois mois."},
    {"num": "3", "title": "Prime", "text": "Une prime de 30 € est versée.\nElle est mensuelle. Elle est brute."},
    {"num": "4", "title": "Grille", "text": "La grille est la suivante :\nNiveau | Taux\nI | 2 %\nElle est affichée."},
]
HOLDING: Articles = [*BASE, {"num": None, "title": "Annexe III", "text": "Le modèle de lettre."}]
TO = "à la convention collective nationale de la brosserie du 6 juin 1989"
ANNEX = f"Annexe II « Cadres » {TO}"
THIRD = {"3": ""}
NEW = "« Article 5 – Lieu\nLe lieu est Paris. »"


def amended(
    *lines: str, of: str = ANNEX, base: Articles = BASE, heading: str = "", by: str = "Avenant n° 2"
) -> tuple[dict[str, str], list[str]]:
    return done(*lines, of=of, base=base, heading=heading, by=by)


@pytest.mark.parametrize(
    "name",
    [
        "de l'annexe II",
        "de l'annexe 2",
        "de l'annexe n° 2",
        "de l'annexe",
        "de l’annexe",
        "de la présente annexe",
        "de cette annexe",
        "de la même annexe",
        "(annexe II)",
        "de l'annexe « Cadres »",
        "de l'annexe II « Cadres »",
        "de l'annexe II (« Cadres »)",
        "de l'annexe II (Prime)",
        "de l'annexe relative aux cadres",
        "de l'annexe II relative aux cadres",
        "de l'annexe II de la convention collective",
        "de l'annexe II à la convention collective du 6 juin 1989",
        "« Prime » de l'annexe II",
    ],
)
def test_the_annex_that_a_sentence_names_is_the_text_whose_title_says_it(name: str) -> None:
    assert amended(f"L'article 3 {name} est supprimé.") == (THIRD, [])


@pytest.mark.parametrize(
    ("name", "of", "base"),
    [
        ("de l'annexe III", ANNEX, BASE),
        ("de l'annexe II-1", ANNEX, BASE),
        ("de l'annexe 2 bis", ANNEX, BASE),
        ("de l'annexe « Ouvriers »", ANNEX, BASE),
        ("de l'annexe II « Ouvriers »", ANNEX, BASE),
        ("de l'annexe Ouvriers", ANNEX, BASE),
        ("de l'annexe relative aux ouvriers", ANNEX, BASE),
        ("des annexes II et III", ANNEX, BASE),
        ("de l'annexe II et de l'annexe III", ANNEX, BASE),
        ("de l'annexe II de l'avenant n° 7", ANNEX, BASE),
        ("de l'annexe", ANNEX, HOLDING),  # the one that it holds?
        ("de l'annexe III", f"Annexe III {TO}", HOLDING),
        ("de l'annexe II", f"Annexe « Cadres » {TO}", BASE),
        ("de l'annexe II", "Convention collective nationale de la brosserie du 6 juin 1989", BASE),
        ("de l'annexe II", "Accord du 3 mai 2001 relatif à l'annexe II de la convention collective", BASE),
        ("de l'annexe II", "Avenant n° 3 du 3 mai 2001 à l'annexe II", BASE),
        # The convention is another text than its annex.
        ("de la convention collective", ANNEX, BASE),
        ("de la convention collective du 6 juin 1989", ANNEX, BASE),
        ("de l'accord", ANNEX, BASE),
        ("de l'annexe I et l'article 2 de l'annexe II", ANNEX, BASE),
    ],
)
def test_another_annex_or_the_convention_is_asked_about(name: str, of: str, base: Articles) -> None:
    sentence = f"L'article 3 {name} est supprimé."
    assert amended(sentence, of=of, base=base) == ({}, [sentence])


def test_an_annex_of_a_convention_of_another_day_is_another() -> None:
    other = "L'article 3 de l'annexe II de la convention collective du 7 mai 1990 est supprimé."
    assert amended(other, "L'article 2 est supprimé.") == ({"2": ""}, [])


def test_an_annex_that_holds_another_is_named_by_its_number() -> None:
    assert amended("L'article 3 de l'annexe II est supprimé.", base=HOLDING) == (THIRD, [])


@pytest.mark.parametrize(
    "of",
    [
        "ANNEXE II : CADRES",
        "Annexe 2",
        "Convention collective nationale de la brosserie du 6 juin 1989 – Annexe II « Cadres »",
        "Annexe II : Accord du 3 mai 2001 relatif aux cadres",
    ],
)
def test_a_title_may_say_the_annex_in_other_forms(of: str) -> None:
    assert amended("L'article 3 de l'annexe II est supprimé.", of=of) == (THIRD, [])


def test_an_annex_that_is_an_agreement_is_named_as_that_too() -> None:
    of = "Annexe II : Accord du 3 mai 2001 relatif aux cadres"
    assert amended("L'article 3 de l'accord du 3 mai 2001 est supprimé.", of=of) == (THIRD, [])


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        (("À l'annexe II, l'article 3 est supprimé.",), THIRD),
        (("L'annexe II est modifiée comme suit :", "L'article 3 est supprimé."), THIRD),
        (("L'annexe est ainsi modifiée :", "1° L'article 3 est supprimé ;", "2° L'article 2 est supprimé."), {"2": "", **THIRD}),
        (("Annexe II, article 3 : le deuxième alinéa est supprimé.",), {"3": "Une prime de 30 € est versée."}),
        (("L'annexe II est complétée par un article 5 ainsi rédigé :", NEW), {"5": "Le lieu est Paris."}),
        (("Il est inséré à l'annexe II un article 5 ainsi rédigé :", NEW), {"5": "Le lieu est Paris."}),
        (("La prime prévue à l'article 3 de l'annexe est portée de 30 € à 40 €.",), {"3": "Une prime de 40 € est versée.\nElle est mensuelle. Elle est brute."}),
        (("Le tableau de l'article 4 de l'annexe 2 est complété par la ligne suivante :", "II | 4 %"), {"4": "La grille est la suivante :\nNiveau | Taux\nI | 2 %\nII | 4 %\nElle est affichée."}),
        (("Les articles 2 et 3 de l'annexe II sont supprimés.",), {"2": "", **THIRD}),
    ],
)  # fmt: skip
def test_every_turn_that_names_a_text_names_the_annex(lines: tuple[str, ...], changed: dict[str, str]) -> None:
    assert amended(*lines) == (changed, [])


@pytest.mark.parametrize(
    ("heading", "changed"),
    [
        ("Modification de l'article 3 de l'annexe II", True),
        ("Modification de l'article 3 de l'annexe II à la convention collective", True),
        ("Modification de l'article 3 de l'annexe III", False),
        ("Modification de l'article 3 de la convention collective", False),
    ],
)
def test_the_heading_of_an_article_names_it_so_too(heading: str, *, changed: bool) -> None:
    second = "Le deuxième alinéa est supprimé."
    found = amended(second, heading=heading)
    assert found == (({"3": "Une prime de 30 € est versée."}, []) if changed else ({}, [second]))


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (("L'annexe II est abrogée.",), ["L'annexe II est abrogée."]),
        (("L'annexe II est adaptée.",), ["L'annexe II est adaptée."]),
        (("La convention collective est complétée par un article 5 ainsi rédigé :", NEW), ["La convention collective est complétée par un article 5 ainsi rédigé :"]),
        (("La convention est modifiée comme suit :", "L'article 3 est supprimé."), ["L'article 3 est supprimé."]),
        (("L'article 3 de l'annexe II et l'article 2 de la convention collective sont supprimés.",), ["L'article 3 de l'annexe II et l'article 2 de la convention collective sont supprimés."]),
    ],
)  # fmt: skip
def test_what_is_said_of_all_of_it_or_of_the_convention_is_asked_about(
    lines: tuple[str, ...], asked: list[str]
) -> None:
    assert amended(*lines) == ({}, asked)


CONVENTION = "Convention collective nationale de la brosserie du 6 juin 1989"


@pytest.mark.parametrize(
    "lines",
    [
        ("L'annexe 2 est modifiée comme suit :", "L'article 3 est supprimé."),
        ("À l'annexe 2 :", "L'article 3 est supprimé."),
        ("L'annexe 2 est modifiée comme suit :", "1° L'article 3 est supprimé ;", "2° À l'article 2, le deuxième alinéa est supprimé."),
        ("L'annexe 2 est modifiée comme suit :", "Il est inséré un article 5 ainsi rédigé :", NEW),
        ("À l'annexe 2, l'article 3 est supprimé. L'article 2 est supprimé.",),
        ("À l'annexe 2, l'article 3 est supprimé et l'article 2 est abrogé.",),
        ("L'article 3 de l'annexe 2 est supprimé et l'article 2 est abrogé.",),
    ],
)  # fmt: skip
def test_below_the_name_of_an_annex_no_article_is_that_of_the_convention(lines: tuple[str, ...]) -> None:
    changed, asked = amended(*lines, of=CONVENTION)
    assert changed == {}
    assert asked


@pytest.mark.parametrize("heading", ["Modification de l'annexe 2", "Annexe II – Primes", "Modification de l'article 3 « Prime » de l'annexe 2"])  # fmt: skip
def test_nor_below_a_heading_that_names_an_annex(heading: str) -> None:
    sentence = "L'article 3 est supprimé."
    assert amended(sentence, heading=heading, of=CONVENTION) == ({}, [sentence])


@pytest.mark.parametrize(
    "lines",
    [
        ("L'annexe 2 est modifiée comme suit :", "Le mot « a » est supprimé.", "L'article 3 de la convention collective est supprimé."),
        ("L'annexe 2 est supprimée.", "L'article 3 est supprimé."),
    ],
)  # fmt: skip
def test_an_article_of_the_convention_beside_an_annex_is_found(lines: tuple[str, ...]) -> None:
    assert amended(*lines, of=CONVENTION)[0] == THIRD


def test_et_goes_on_with_another_place_behind_the_name_of_a_text() -> None:
    sentence = "L'article 3 de la convention collective et l'article 2 sont supprimés."
    assert amended(sentence, of=CONVENTION) in (({"2": "", **THIRD}, []), ({}, [sentence]))


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        (("1° L'annexe 2 est ainsi modifiée :", "a) L'article 2 est supprimé ;", "b) L'article 4 est supprimé ;", "2° L'article 3 est supprimé."), THIRD),
        (("1° À l'annexe 2, l'article 2 est supprimé ;", "2° L'article 3 est supprimé."), {}),  # of the annex too?
        (("– à l'annexe 2, l'article 2 est supprimé ;", "– l'article 3 est supprimé."), {}),
    ],
)  # fmt: skip
def test_items_below_an_annex_are_of_it_and_those_beside_it_are_not(
    lines: tuple[str, ...], changed: dict[str, str]
) -> None:
    found, asked = amended("La convention est modifiée comme suit :", *lines, of=CONVENTION)
    assert found == changed
    assert len(asked) == len([line for line in lines if line[-1] != ":"]) - len(changed)
