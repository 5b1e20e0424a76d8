"""A new article under a number that is taken, and the article that bears it under the next, in one sentence or beside it."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.author.apply.apply import apply

BASE: list[dict[str, Any]] = [
    {"num": "4", "title": "Révision", "text": "La révision est possible."},
    {"num": "5", "title": "Durée", "text": "La durée est de deux ans."},
]
NEW = "« Article 5. – Lieu\nLe lieu est Paris. »"
BARE = "« Le lieu est Paris. »"
AFTER = [("4", "Révision"), ("5", "Lieu"), ("6", "Durée")]


def made(*lines: str, base: list[dict[str, Any]] = BASE) -> tuple[list[tuple[str, str]], list[str]]:
    """The numbers and headings after an amendment, and why is asked."""
    amendment = {"id": "a", "title": "Avenant", "articles": [{"text": "\n".join(lines)}]}
    document = {"case": "x", "title": "Accord du 3 mai 2015", "base": {"articles": base}, "avenants": [amendment]}
    found = apply(document)
    return [(a["num"], a["title"]) for a in found["articles"]], [q["message"] for q in found["queries"]]


@pytest.mark.parametrize(
    "lines",
    [
        ("Il est inséré un nouvel article 5 rédigé comme suit, l'actuel article 5 « Durée » devenant l'article 6 :", NEW),
        ("Il est inséré un article 5 ainsi rédigé, l'ancien article 5 devenant l'article 6 :", NEW),
        ("Après l'article 4, il est inséré un article 5 ainsi rédigé (l'ancien article 5 devient l'article 6) :", NEW),
        ("L'article 5 « Durée » devient l'article 6 et il est inséré un nouvel article 5 ainsi rédigé :", NEW),
        ("L'article 5 devient l'article 6 et il est inséré un nouvel article 5 ainsi rédigé :", "« 5. – Lieu", "Le lieu est Paris. »"),
        (f"Après l'article 4, il est inséré un article 5 nouveau intitulé « Lieu », ainsi rédigé : {BARE} L'article 5 actuel devient l'article 6.",),
        ("Après l'article 4, il est inséré un article 5 nouveau intitulé « Lieu », ainsi rédigé :", BARE, "L'article 5 actuel devient l'article 6."),
        ("Il est inséré un article 5 ainsi rédigé :", NEW, "L'ancien article 5 devient l'article 6."),
    ],
)  # fmt: skip
def test_the_article_that_bears_the_number_takes_the_next_first(lines: tuple[str, ...]) -> None:
    assert made(*lines) == (AFTER, [])


def test_an_article_of_a_text_numbered_in_roman_stands_behind_the_one_before() -> None:
    base = [{**BASE[0], "num": "X"}, {**BASE[1], "num": "XI"}]
    lines = "L'article XI devient l'article XII et il est inséré un nouvel article XI ainsi rédigé :"
    after = [("X", "Révision"), ("XI", "Lieu"), ("XII", "Durée")]
    assert made(lines, NEW.replace("5", "XI"), base=base) == (after, [])


@pytest.mark.parametrize(
    "lines",
    [
        ("Il est inséré un nouvel article 5 ainsi rédigé, l'article 4 devenant l'article 6 :", NEW),  # not the one that is in the way
        ("Il est inséré un nouvel article 4 ainsi rédigé, l'article 4 devenant l'article 5 :", NEW.replace("5", "4")),  # which is taken too
        ("Il est inséré un nouvel article 5 ainsi rédigé, l'article 5 devenant sans objet :", NEW),
        ("Il est inséré un nouvel article 5 ainsi rédigé, l'article 5 ne devenant pas l'article 6 :", NEW),
        ("Il est inséré un nouvel article 5 ainsi rédigé, l'article 5 pouvant devenir l'article 6 :", NEW),
        ("Il est inséré un nouvel article 5 ainsi rédigé, les suivants étant décalés d'autant :", NEW),
        ("L'article 5 devient l'article 6 ou il est inséré un nouvel article 5 ainsi rédigé :", NEW),
    ],
)  # fmt: skip
def test_where_no_room_is_made_for_certain_it_is_asked_about(lines: tuple[str, ...]) -> None:
    texts, asked = made(*lines)
    assert texts == [("4", "Révision"), ("5", "Durée")]
    assert asked


def test_what_was_once_an_article_is_none_that_another_verb_changes() -> None:
    texts, asked = made("L'ancien article 5 est supprimé.")
    assert (texts, len(asked)) == ([("4", "Révision"), ("5", "Durée")], 1)


def test_a_recital_of_what_becomes_something_asks_nothing_more() -> None:
    assert made("La branche devenant plus large, les parties se sont réunies.", "L'article 4 est supprimé.")[1] == []
