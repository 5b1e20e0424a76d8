"""What a sentence adds to a list, or rewords of an alinéa, is asked about where it would stand amiss."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import import_act
from clausier.author.intake.making import Unit
from intake.projects import project, signed

LIST = "# Article 4 – Missions\n\nLe bureau :\n\n- 1° plante ;\n- 2° sème ;\n- 3° récolte.\n\nIl agit seul.\n"
TYPED = "# Article 6 – Frais\n\nSont remboursés :\n\n1° le train.\n\nIls sont plafonnés.\n"  # an item that is no list
WORDS = "# Article 7 – Accord\n\nLe prix est affiché dès que le prix est fixé.\n"
PRICES = "# Article 5 – Prix\n\nLe prix est de 5 €. Il est affiché en salle. Il est ferme.\n\nFin.\n"


def unit(tmp_path: Path, text: str) -> Unit:
    """The one article of an amendment of a convention that has a list and an alinéa of several sentences."""
    root = project(tmp_path / "p")
    for name, words in {"04.md": LIST, "05.md": PRICES, "06.md": TYPED, "07.md": WORDS}.items():
        (root / "convention" / name).write_text(words, encoding="utf-8")
    act = f"AVENANT N° 1\n\nIl est convenu ce qui suit :\n\nArticle 1 – Changements\n\n{text}\n\nFait à Nord, le 12 février 2024\n"
    return import_act(root, [signed(tmp_path, act)], "avenant-1").units[0]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Le 1° de l’article 4 est complété par une phrase ainsi rédigée :\n\n« Il note. »", "ces mots finissent par"),
        ("L’article 4 est complété par un 5° ainsi rédigé :\n\n« 5° vend. »", "le numéro du nouveau point"),
        ("L’article 4 est complété par un point 5 ainsi rédigé :\n\n« 5° vend. »", "le numéro du nouveau point"),
        ("L’article 6 est complété par un 4° ainsi rédigé :\n\n« 4° le temps. »", "le numéro du nouveau point"),
        ("Le premier alinéa de l’article 5 est modifié comme suit :\n\n« Le prix est de 6 €. »", ""),
        ("À l’article 7, les mots « le prix » sont supprimés.", "le texte a aussi «\u00a0Le prix\u00a0»"),
    ],
)
def test_what_would_stand_amiss_is_a_question(tmp_path: Path, text: str, why: str) -> None:
    found = unit(tmp_path, text)
    assert found.operations == ()
    assert [q.why[: len(why)] for q in found.questions] == [why]


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("Le 3° de l’article 4 est complété par une phrase ainsi rédigée :\n\n« Il note. »", 'compléter: "4, 3°"'),
        ("L’article 4 est complété par un 4° ainsi rédigé :\n\n« 4° vend. »", 'insérer-après: "4, 3°"'),
        ("Le premier alinéa de l’article 5 est remplacé par :\n\n« Le prix est de 6 €. »", 'remplacer: "5, al. 1"'),
        ("La première phrase du premier alinéa de l’article 5 est modifiée comme suit :\n\n« Le prix est de 6 €. »", 'remplacer: "5, al. 1, phr. 1"'),
    ],
)  # fmt: skip
def test_what_stands_well_is_an_operation(tmp_path: Path, text: str, operation: str) -> None:
    found = unit(tmp_path, text)
    assert (found.operations, found.questions) == ((operation,), ())


def test_words_that_are_told_with_a_capital_and_without_are_both_replaced(tmp_path: Path) -> None:
    small, capital = "les mots « le prix » par les mots « le tarif »", "les mots « Le prix » par les mots « Le tarif »"
    found = unit(tmp_path, f"À l’article 7, remplacer {small} et {capital}.")
    assert found.questions == ()
    assert [one.partition(", par")[0] for one in found.operations] == [
        'remplacer-mots: "7", mots: "le prix"',
        'remplacer-mots: "7", mots: "Le prix"',
    ]
