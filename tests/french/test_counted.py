"""What a sentence announces of its new text, against what this has."""

from __future__ import annotations

import pytest

from clausier.french.counted import told_otherwise


@pytest.mark.parametrize(
    ("sentence", "lines", "told"),
    [
        ("Il est remplacé par trois alinéas ainsi rédigés :", ("Un.", "Deux."), "la phrase annonce 3 alinéas, le texte nouveau a 2"),
        ("Il est complété par un nouvel alinéa :", ("Un.", "Deux."), "la phrase annonce 1 alinéa, le texte nouveau a 2"),
        ("Sont insérés 2 alinéas ainsi rédigés :", ("Un.",), "la phrase annonce 2 alinéas, le texte nouveau a 1"),
        ("Elle est remplacée par la phrase suivante :", ("Un. Deux.",), "la phrase annonce 1 phrase, le texte nouveau a 2"),
        ("Il est complété par deux tirets :", ("- un ;", "- deux ;", "- trois."), "la phrase annonce 2 tirets, le texte nouveau a 3"),
        ("Il est complété par un 5° et un 6° :", ("5° un.",), "la phrase annonce 5° et un 6°, le texte nouveau a 5°"),
        ("Il est complété par les 5° à 7° suivants :", ("5° un ;", "7° deux."), "la phrase annonce 5° à 7°, le texte nouveau a 5°, 7°"),
        ("Les 2° et 3° de l’article 2 sont ainsi rédigés :", ("2° un ;",), "la phrase annonce 2° et 3°, le texte nouveau a 2°"),
    ],
)  # fmt: skip
def test_it_is_told_where_they_differ(sentence: str, lines: tuple[str, ...], told: str) -> None:
    assert told_otherwise(sentence, lines) == told


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Il est remplacé par deux alinéas ainsi rédigés :", ("Un.", "Deux.")),
        ("Il est complété par un alinéa ainsi rédigé :", ("Sont membres :", "- le nord ;", "- le sud.")),
        ("Le deuxième alinéa est remplacé par les dispositions suivantes :", ("Un.", "Deux.", "Trois.")),
        ("Il est complété par l’alinéa 2 de l’annexe :", ("Un.", "Deux.")),
        ("Il est complété par une phrase ainsi rédigée :", ("Voir l’art. 5 de M. Un.",)),
        ("Elle est remplacée par la phrase suivante :", ("Un :", "- deux.")),
        ("Les 2° et 3° sont remplacés par les 2° à 4° suivants :", ("2° un ;", "3° deux ;", "4° trois.")),
        ("Les 2° et 3° sont remplacés par un 2° ainsi rédigé :", ("2° un ;",)),
        ("Il est complété par un 5° ainsi rédigé :", ("le doyen.",)),
        ("Il est complété par deux alinéas ainsi rédigés :", ()),
    ],
)
def test_nothing_is_told_where_they_agree_or_nothing_is_announced(sentence: str, lines: tuple[str, ...]) -> None:
    assert told_otherwise(sentence, lines) == ""
