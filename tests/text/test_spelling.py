"""Words of a name found in a text by their letters."""

from __future__ import annotations

import pytest

from clausier.text.spelling import spelling

TEXT = spelling(
    (
        "Le Recteur du Grand Est et les Évolutions Structurantes, à l’œil. Les « sous-préfets »   de la région ; un procès ; GRAND CST.",
    )
)


# By hand.
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("recteur-grand-est", "Recteur du Grand Est"),  # a little word between
        ("recteur-est", ""),  # a word between that is none of those
        ("evolution-structurante", "Évolution Structurante"),  # in the number that is asked for
        ("evolutions-structurantes", "Évolutions Structurantes"),
        ("sous-prefet", "sous-préfet"),
        ("sous-prefet-region", ""),  # too far apart
        ("les-sous-prefets", "Les « sous-préfets"),
        ("proces", "procès"),
        ("absent", ""),
    ],
)
def test_words_in_a_row(name: str, said: str) -> None:
    assert TEXT.row(name.split("-")) == said


@pytest.mark.parametrize(
    ("letters", "said"),
    [("evolution", "évolution"), ("evolutions", "évolutions"), ("region", "région"), ("absent", "")],
)
def test_a_word_is_told_in_small_letters_where_it_has_some_and_in_its_number(letters: str, said: str) -> None:
    assert TEXT.word(letters) == said
