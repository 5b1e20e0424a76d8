"""New articles that are parts of an article in plain lines, and articles that have their number in their title."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.author.apply.apply import apply
from support.agreement import done

PRICE: list[dict[str, Any]] = [
    {"num": "5", "title": "Prix", "text": "5.1. Le prix est affiché.\n5.1. bis. Il l'est à l'entrée.\n5.2. Il est de 5 €.\nIl vaut un an."}
]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ("Il est créé un article 3.3 :", "« Boissons", "Le vin est exclu. »"),
        ("Il est créé un article 3.3 :", "« Article 3.3", "Boissons", "Le vin est exclu. »"),
        ("Il est créé un article 3.3 :", "« 3.3. Boissons", "Le vin est exclu. »"),
        ("Il est inséré, après l'article 3.2, un article 3.3 :", "« Boissons", "Le vin est exclu. »"),
        ("L'article 3 est complété comme suit :", "« Article 3.3", "Boissons", "Le vin est exclu. »"),
    ],
)
def test_a_new_part_stands_behind_the_one_before_with_a_heading_in_its_form(lines: tuple[str, ...]) -> None:
    texts, asked = done(*lines)
    assert texts["3"].split("\n")[3:] == [
        "3.2. Menus",
        "Le menu change chaque jour.",
        "3.3. Boissons",
        "Le vin est exclu.",
    ]
    assert asked == []


def test_a_new_part_between_two_ends_the_one_before() -> None:
    texts, asked = done("Il est créé un article 3.1 bis :", "« Pauses", "Elles durent une heure. »")
    assert texts["3"].split("\n")[2:5] == ["Il ferme à deux heures.", "3.1 bis. Pauses", "Elles durent une heure."]
    assert asked == []


def test_a_new_part_among_parts_without_headings_has_its_number_before_its_first_line() -> None:
    texts, asked = done("Il est créé un article 5.1 ter :", "« Il l'est en mai. »", base=PRICE)
    assert texts["5"].split("\n")[1:4] == [
        "5.1. bis. Il l'est à l'entrée.",
        "5.1. ter. Il l'est en mai.",
        "5.2. Il est de 5 €.",
    ]
    assert asked == []


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Il est créé un article 3.4 :", "Boissons\nLe vin est exclu."),  # 3.3 is not there
        ("Il est créé un article 3.2 :", "Boissons\nLe vin est exclu."),  # there is one
        ("Il est créé un article 3.3 :", "Le vin est exclu."),  # the others have headings
        ("Il est créé un article 3.3 :", "Article 3.4\nBoissons\nLe vin est exclu."),  # two numbers
        ("L'article 3 est complété comme suit :", "Article 3.5\nBoissons\nLe vin est exclu."),
        ("L'article 2 est complété comme suit :", "Article 3.3\nBoissons\nLe vin est exclu."),
        ("Il est inséré, après l'article 3, un article 3 bis :", "Article 4\nBoissons\nLe vin est exclu."),
    ],
)
def test_a_new_part_whose_place_or_form_is_not_certain_is_asked_about(sentence: str, text: str) -> None:
    assert done(sentence, f"« {text} »") == ({}, [sentence])


def titled(*titles: str) -> list[dict[str, Any]]:
    return [{"num": None, "title": title, "text": f"Texte de {title}"} for title in titles]


def test_articles_may_have_their_numbers_in_their_titles() -> None:
    base = titled("Préambule", "1. Objet", "2. Durée", "Article 3 – Prix")
    assert done("L'article 3 est remplacé par :", "« Il est de 5 €. »", base=base) == (
        {"Article 3 – Prix": "Il est de 5 €."},
        [],
    )
    assert done("L'article 2 est renommé « Terme ».", base=base) == ({"2. Terme": "Texte de 2. Durée"}, [])


@pytest.mark.parametrize(
    "base",
    [
        titled("1. Objet", "2. Durée", "1. Prix"),  # counted anew
        titled("Objet", "2. Durée", "3. Prix"),  # not from 1
        [*titled("1. Objet", "2. Durée"), {"num": "3", "title": "", "text": "x"}],  # others are numbered otherwise
    ],
)
def test_titles_that_begin_with_figures_are_no_numbers_where_they_do_not_run_on(base: list[dict[str, Any]]) -> None:
    sentence = "L'article 2 est supprimé."
    assert done(sentence, base=base) == ({}, [sentence])


ADDED = "Il est décidé d'ajouter, par le présent avenant, l'article 5.1 ter à l'accord."
QUOTED = (
    "Cela vaut dans toutes les cantines de la maison :",
    "« Article 5",
    "Prix",
    "Article 5.1 ter",
    "Il l'est en mai. »",
)


def test_a_quotation_under_the_article_that_it_goes_into_adds_what_was_said_before_to_be_added() -> None:
    texts, asked = done(ADDED, *QUOTED, base=PRICE)
    assert texts["5"].split("\n")[2] == "5.1. ter. Il l'est en mai."
    assert asked == []


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("Il est décidé de préciser l'article 5.1 ter de l'accord.", QUOTED),  # nothing says that it is added
        (ADDED.replace("ter", "quater"), QUOTED),  # another number
        (ADDED, tuple(line.replace("Prix", "Service") for line in QUOTED)),  # under another heading
        (ADDED.replace("ter", "bis"), tuple(line.replace("ter", "bis") for line in QUOTED)),  # there is one
    ],
)
def test_a_quotation_that_does_not_show_its_place_is_asked_about(said: str, quoted: tuple[str, ...]) -> None:
    assert done(said, *quoted, base=PRICE) == ({}, [quoted[0]])


def test_a_text_that_completes_an_article_divided_into_parts_is_asked_about_unless_it_is_one() -> None:
    sentence = "L'article 3 est complété comme suit :"
    assert done(sentence, "« Le vin est exclu. »") == ({}, [sentence])
    texts, asked = done(sentence, "« 3.3. Boissons", "Le vin est exclu. »")
    assert texts["3"].split("\n")[4:] == ["Le menu change chaque jour.", "3.3. Boissons", "Le vin est exclu."]
    assert asked == []


@pytest.mark.parametrize(
    ("sentence", "told", "number"),
    [
        ("L'article 6 est complété par un article 6.3 ainsi rédigé :", "6.3 – Dessert", "6.3"),
        ("Il est ajouté à l'article 6 un article 6.3 ainsi rédigé :", "Article 6.3 Dessert", "6.3"),
        ("Après l'article 6.1, il est inséré un article 6.1 bis ainsi rédigé :", "6.1 bis Dessert", "6.1 bis"),
        ("Après l'article 6.1, il est inséré un article 6.1 bis ainsi rédigé :", "Art. 6.1 bis. – Dessert", "6.1 bis"),
    ],
)
def test_a_new_sub_article_has_the_number_and_heading_above_its_text(sentence: str, told: str, number: str) -> None:
    base = [
        {"num": "6", "title": "Repas", "text": "Il y a deux plats."},
        {"num": "6.1", "title": "Entrée", "text": "Elle est froide."},
        {"num": "6.2", "title": "Plat", "text": "Il est chaud."},
    ]
    by = {"id": "a", "articles": [{"num": "1", "text": f"{sentence}\n« {told}\nIl est sucré. »"}]}
    found = apply({"title": "Accord", "base": {"articles": base}, "avenants": [by]})
    new = {"num": number, "title": "Dessert", "text": "Il est sucré."}
    place = 2 if number == "6.1 bis" else 3
    assert (found["articles"], found["queries"]) == ([*base[:place], new, *base[place:]], [])


def test_a_new_sub_article_of_one_line_that_says_its_number_is_asked_about() -> None:
    sentence = "Après l'article 5, il est inséré un article 5 bis ainsi rédigé :"
    assert done(sentence, "« 5 bis Le vin est exclu. »") == ({}, [sentence])


def test_an_annex_keeps_its_name_before_its_new_heading() -> None:
    annex = [{"num": None, "title": "Annexe 1 – Plan", "text": "Le plan est affiché."}]
    sentence = "L'intitulé de l'annexe 1 est remplacé par : « Plan du jardin »."
    assert done(sentence, base=annex) == ({"Annexe 1 – Plan du jardin": "Le plan est affiché."}, [])
