"""Annexes joined to an amendment: what they reword where they show it, and a query where they do not."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.author.apply.apply import apply
from support.agreement import done

Articles = list[dict[str, Any]]

TABLE = "Tarif de la cantine\n(En euros.)\nPlat | Prix |\nSoupe | 2 |\nPoisson | 6 |\nFruit | 1 |"
BASE: Articles = [
    {"num": "1", "title": "Objet", "text": "L'accord organise les repas."},
    {"num": "2", "title": "Prix", "text": "Le prix est en annexe."},
    {"num": None, "title": "Annexe", "text": f"Annexe\nHoraires\nMatin | 8 h |\n{TABLE}\nIl est affiché."},
]
# A text whose annex counts its articles anew.
ANNEX: Articles = [*BASE[:2], {"num": "1", "title": "Prix du repas", "text": "Le prix est de 5 €."}, {"num": "2", "title": "Prix du pain", "text": "Il est de 1 €."}]  # fmt: skip
OTHER = "L'article 1 « Objet » est complété par un alinéa ainsi rédigé :\n« Il est affiché. »"
NEW = TABLE.replace("6", "7")


def joined(text: str, base: Articles = BASE, heading: str = "Annexe") -> tuple[list[str], list[str]]:
    """The texts after an amendment that completes article 1 and has an annex joined, and the sentences asked about."""
    articles = [{"num": "1", "title": "", "text": OTHER}, {"num": None, "title": heading, "text": text}]
    avenants = [{"id": "a", "title": "Avenant", "signed": None, "articles": articles}]
    found = apply({"case": "x", "title": "Accord du 3 mars 2015", "base": {"articles": base}, "avenants": avenants})
    assert found["articles"][0]["text"] == "L'accord organise les repas.\nIl est affiché."
    return [a["text"] for a in found["articles"][1:]], [q["sentence"] for q in found["queries"]]


def before(base: Articles) -> list[str]:
    return [a["text"] for a in base[1:]]


def test_a_table_of_the_same_title_lines_and_first_cells_takes_the_place_of_the_one_in_force() -> None:
    texts, asked = joined("Annexe\n" + NEW)
    assert texts[1].split("\n") == ["Annexe", "Horaires", "Matin | 8 h |", *NEW.split("\n"), "Il est affiché."]
    assert asked == []


@pytest.mark.parametrize(
    "text",
    [
        NEW.replace("Tarif de la cantine", "Tarif du soir"),  # another title
        NEW.replace("(En euros.)", "(En francs.)"),  # another line above
        NEW.replace("Soupe", "Pain").replace("Fruit", "Fromage"),  # other rows
        NEW.replace("Prix |", "Prix | Jour |").replace("7 |", "7 | 1 |"),  # other columns
        NEW + "\nLe vin n'est pas compris.",  # a line below that the one in force has not
        NEW.replace("Poisson | 7 |", "[…]"),  # something is left out
    ],
)
def test_a_table_that_may_be_another_is_asked_about(text: str) -> None:
    texts, asked = joined("Annexe\n" + text)
    assert texts == before(BASE)
    assert [line.split("\n")[:2] for line in asked] == [["Annexe", text.split("\n", maxsplit=1)[0]]]


def test_articles_of_a_joined_annex_take_the_place_of_those_of_their_numbers_and_headings() -> None:
    text = "Annexe à l'accord\nApplicable au 1er mai 2020.\nArticle 1er\nPrix du repas\nLe prix est de 6 €.\nArticle 2\nPrix du pain\nIl est de 2 €."
    texts, asked = joined(text, ANNEX)
    assert texts == ["Le prix est en annexe.", "Le prix est de 6 €.", "Il est de 2 €."]
    assert asked == []


@pytest.mark.parametrize(
    "text",
    [
        "Article 1er\nPrix du vin\nLe prix est de 6 €.",  # another heading
        "Article 3\nPrix du pain\nIl est de 2 €.",  # another number
        "Article 1er\nPrix du repas\nLe prix est de 6 €.\nArticle 3\nMenu\nUne soupe.",  # one of two is not found
        "Le conseil décide de ce qui suit.\nArticle 1er\nPrix du repas\nLe prix est de 6 €.",  # another act speaks
    ],
)
def test_articles_of_a_joined_annex_that_are_not_all_found_change_nothing(text: str) -> None:
    texts, _ = joined(text, ANNEX)
    assert texts == before(ANNEX)


LINES = ("L'annexe est remplacée comme suit :", "« Tarif d'été", "Le tarif vaut tout l'été. »", "Soupe | 3 |", "Tarif d'hiver", "Soupe | 2 |")  # fmt: skip


def test_the_text_of_an_annex_goes_on_where_a_guillemet_closed_before_its_table() -> None:
    texts, asked = done(*LINES, base=BASE)
    assert texts["Annexe"].split("\n") == ["Tarif d'été", "Le tarif vaut tout l'été.", "Soupe | 3 |", "Tarif d'hiver", "Soupe | 2 |"]  # fmt: skip
    assert asked == []


@pytest.mark.parametrize(
    "line",
    [
        "Le présent article entre en vigueur le 1er mai.",
        "Le reste de l'annexe demeure sans changement.",
        "Cette liste est complétée chaque année par le chef.",
    ],
)
def test_what_the_amendment_says_behind_an_annex_makes_it_uncertain(line: str) -> None:
    texts, asked = done(*LINES, line, base=BASE)
    assert "Annexe" not in texts
    assert asked[0].startswith(LINES[0])


TWO: Articles = [
    {"num": "1", "title": "Objet", "text": "L'accord organise les repas."},
    {"num": None, "title": "Annexe 1", "text": "Soupe | 2 |"},
    {"num": None, "title": "Annexe II", "text": "Midi | 12 h |"},
]


@pytest.mark.parametrize(
    ("sentence", "heading", "text", "changed"),
    [
        (
            "L'annexe 1 de l'accord est remplacée par l'annexe jointe au présent avenant.",
            "Annexe 1",
            "Soupe | 3 |",
            "Annexe 1",
        ),
        (
            "L'annexe II est annulée et remplacée par celle figurant ci-après.",
            "Annexe",
            "Annexe 2\nSoupe | 3 |",
            "Annexe II",
        ),
        (
            "L'annexe 1 est abrogée et remplacée par l'annexe 1 au présent avenant.",
            "Annexe 1",
            "Soupe | 3 |",
            "Annexe 1",
        ),
        (
            "L'annexe n° 1 est remplacée par la nouvelle annexe 1 ci-jointe.",
            "Annexes",
            "Annexe 1\nSoupe | 3 |",
            "Annexe 1",
        ),
    ],
)
def test_the_annex_joined_under_a_number_takes_the_place_of_the_one_that_a_sentence_says(
    sentence: str, heading: str, text: str, changed: str
) -> None:
    assert done(sentence, base=TWO, after=(("", heading, text),)) == ({changed: "Soupe | 3 |"}, [])


@pytest.mark.parametrize(
    ("sentence", "heading", "text"),
    [
        ("L'annexe 1 est remplacée par l'annexe jointe.", "Annexe 2", "Soupe | 3 |"),  # another number
        ("L'annexe 1 est remplacée par l'annexe 2 ci-jointe.", "Annexe 2", "Soupe | 3 |"),  # which number does it take?
        ("L'annexe 3 est remplacée par l'annexe jointe.", "Annexe 3", "Soupe | 3 |"),  # there is none
        ("L'annexe est remplacée par l'annexe jointe.", "Annexe", "Soupe | 3 |"),  # which of two
        ("L'annexe 1 est remplacée en partie par l'annexe jointe.", "Annexe 1", "Soupe | 3 |"),
    ],
)
def test_a_joined_annex_that_is_not_the_one_a_sentence_says_is_asked_about(
    sentence: str, heading: str, text: str
) -> None:
    texts, asked = done(sentence, base=TWO, after=(("", heading, text),))
    assert (texts, asked[0]) == ({}, sentence)


def test_an_article_of_the_act_that_is_headed_by_the_annex_is_not_the_one_that_is_joined() -> None:
    said = "L'annexe 1 est remplacée par l'annexe jointe au présent avenant."
    joined = ("", "Annexe 1", "Soupe | 3 |")
    assert done(said, heading="Annexe 1", base=TWO, after=(joined,)) == ({"Annexe 1": "Soupe | 3 |"}, [])


def test_each_annex_that_is_named_is_repealed() -> None:
    base = [
        BASE[0],
        {"num": None, "title": "Annexe 1 : Sites", "text": "Un site."},
        {"num": None, "title": "Annexe 2 : Prix", "text": "5 €."},
    ]
    both = {"Annexe 1 : Sites": "", "Annexe 2 : Prix": ""}
    assert done("Les annexes 1 et 2 sont abrogées.", base=base) == (both, [])
    assert done("Les annexes 1 à 2 sont abrogées.", base=base)[0] == {}
    assert done("Les annexes 1 et 3 sont abrogées.", base=base)[0] == {}
