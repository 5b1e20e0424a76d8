"""The first line of a new text: the heading of its article, a line of it, or not told."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

SENTENCE = "L'article 2 est remplacé par les dispositions suivantes :"


def base(heading: str, text: str = "Ils sont remboursés.") -> list[dict[str, Any]]:
    return [{"num": "1", "title": "Objet", "text": "Les repas."}, {"num": "2", "title": heading, "text": text}]


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Frais de repas", "Frais de repas"),
        ("Frais de repas et de route", "Frais de repas"),
        ("Frais", "Frais annuels de repas"),
        ("Remboursement des frais", "Remboursements de frais"),
    ],
)
def test_a_first_line_of_the_words_of_the_heading_is_the_heading(heading: str, line: str) -> None:
    assert done(SENTENCE, f"« {line}", "Ils ne le sont plus. »", base=base(heading)) == (
        {"2": "Ils ne le sont plus."},
        [],
    )


def test_a_first_line_like_a_heading_but_not_the_one_in_force_is_asked_about() -> None:
    found = done(SENTENCE, "« Indemnités de route", "Elles sont dues. »", base=base("Frais de repas"))
    assert found == ({}, [SENTENCE])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ils sont remboursés.", "Les indemnités sont dues."),  # a sentence
        ("Ils sont remboursés.", "a) Indemnités de route"),  # an item
        ("Repas\nIls sont remboursés.", "Indemnités de route"),  # the text in force has headings within
    ],
)
def test_a_first_line_that_is_no_heading_is_a_line_of_the_article(text: str, line: str) -> None:
    found = done(SENTENCE, f"« {line}", "Elles sont versées en mai. »", base=base("Frais de repas", text))
    assert found == ({"2": f"{line}\nElles sont versées en mai."}, [])


def test_a_note_mark_of_the_editors_is_no_part_of_a_title_and_stays_where_it_is() -> None:
    texts: list[dict[str, Any]] = [
        {"num": None, "title": "Préambule (1)", "text": "Un repas."},
        {"num": "2", "title": "Prix (2)", "text": "5 €."},
    ]
    sentence = "L'article 2 « Prix » est remplacé par :"
    assert done("Le préambule est supprimé.", base=texts) == ({"Préambule (1)": ""}, [])
    assert done(sentence, "« Prix", "6 €. »", base=texts) == ({"2": "6 €."}, [])
