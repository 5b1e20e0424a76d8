"""Figures told without quotes: changed where they stand once, beside what they are figures of."""

from __future__ import annotations

from typing import Any

import pytest

from agreement import done

SCALE: list[dict[str, Any]] = [
    {"num": "1", "title": "", "text": "Échelon A :\ncoefficient 60 ;\néchelon B :\ncoefficient 160."},
    {"num": "2", "title": "", "text": "Le taux est de 1,5 % à 45 ans.\nIl est de 2 % à 50 ans."},
]


@pytest.mark.parametrize(
    ("sentence", "article", "line"),
    [
        ("Le coefficient 60 est remplacé par le coefficient 63.", "1", "coefficient 63 ;"),
        ("Le coefficient 60 est supprimé et remplacé par le coefficient 63 dans la grille.", "1", "coefficient 63 ;"),
        ("Le taux de 1,5 % est remplacé par le taux de 1,7 % à l'article 2.", "2", "Le taux est de 1,7 % à 45 ans."),
        ("À l'article 2, le taux de 1,5 % est remplacé par celui de 1,7 %.", "2", "Le taux est de 1,7 % à 45 ans."),
    ],
)
def test_a_figure_that_stands_once_is_replaced(sentence: str, article: str, line: str) -> None:
    texts, asked = done(sentence, base=SCALE)
    assert list(texts) == [article]
    assert line in texts[article].split("\n")
    assert asked == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Le coefficient 60 de l'article 2 est remplacé par le coefficient 63.",  # it is not there
        "Le coefficient 60 est remplacé par le coefficient 63 à l'article 2.",
        "Le coefficient 60 est remplacé par le coefficient 63 dans l'annexe.",  # no place of this text
        "Le coefficient 6 est remplacé par le coefficient 7 à l'article 1.",  # part of a figure only
        "Le taux de 2 % est remplacé par le taux de 3 % à l'article 2.",  # its line says « il »
        "Le taux de 5 % est remplacé par le taux de 3 % à l'article 2.",  # 1,5 is another figure
    ],
)
def test_a_figure_that_is_not_found_alone_by_its_noun_is_asked_about(sentence: str) -> None:
    assert done(sentence, base=SCALE) == ({}, [sentence])


def test_a_figure_that_stands_twice_is_asked_about() -> None:
    base = [*SCALE, {"num": "3", "title": "", "text": "Le coefficient 60 est celui des débutants."}]
    sentence = "Le coefficient 60 est remplacé par le coefficient 63."
    assert done(sentence, base=base) == ({}, [sentence])
