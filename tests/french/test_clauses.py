"""A clause between commas that orders nothing: the acts that it names, and what a day behind it is of."""

from __future__ import annotations

import pytest

from clausier.french import read_sentence
from support.agreement import done


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article 1er, qui reprend l'accord du 9 juin 1999, est abrogé.",
        "L'article 1er est abrogé, compte tenu de l'accord du 9 juin 1999.",
        "L'accord du 9 juin 1999 étant arrivé à son terme, l'article 1er est abrogé.",
    ],
)
def test_an_act_named_in_it_is_not_the_one_that_is_amended(sentence: str) -> None:
    assert done(sentence) == ({"1er": ""}, [])


def test_an_act_of_which_the_place_is_said_to_be_is_not_taken_for_one_of_the_clause() -> None:
    sentence = "L'article 1er de l'accord du 9 juin 1999, devenu sans objet, est abrogé."
    assert done(sentence, "L'article 5 est supprimé.", by="Avenant à l'accord du 3 mars 2015 relatif aux repas") == (
        {"5 (1)": ""},
        [],
    )


def test_the_day_before_it_is_that_of_the_order() -> None:
    sentence = "L'article 3 est abrogé à compter du 1er janvier 2099, en raison de la loi du 5 mars 2014."
    (order,) = read_sentence(sentence).orders
    assert order.when == "à compter du 1er janvier 2099"


def test_an_article_that_a_clause_names_beside_the_one_that_is_changed_is_asked_about() -> None:
    for sentence in (
        "L'article 3 étant sans objet, l'article 1er est abrogé.",
        "L'article 1er est abrogé, l'article 3 étant devenu sans objet.",
        "L'article 1er, devenu sans objet comme l'article 3, est abrogé.",
    ):
        assert done(sentence) == ({}, [sentence])
