"""« Le deuxième alinéa » behind an order that has moved the alinéas: that of the text before the act, or as it has changed it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.test_what_is_unsure import lines_of, unit

ABOVE = "L’article 2 est ainsi modifié\u00a0:\n\n1°\u00a0Après le premier alinéa, il est inséré un alinéa ainsi rédigé\u00a0:\n\n«\u00a0Il siège à Metz.\u00a0»\n\n2°\u00a0"
FIRST = "Le bureau se réunit chaque mois."


@pytest.mark.parametrize(
    ("said", "before", "lines"),
    [
        (
            "Le deuxième alinéa est ainsi rédigé\u00a0:\n\n«\u00a0Il vote.\u00a0»",
            True,
            [FIRST, "Il siège à Metz.", "Il vote."],
        ),
        ("Le deuxième alinéa est supprimé.", True, [FIRST, "Il siège à Metz."]),
        (
            "Au deuxième alinéa, le mot «\u00a0Il\u00a0» est remplacé par les mots «\u00a0Le bureau\u00a0».",
            True,
            [FIRST, "Il siège à Metz.", "Le bureau compte trois membres."],
        ),
        # Only the line that the act has brought has that word.
        (
            "Au deuxième alinéa, le mot «\u00a0Metz\u00a0» est remplacé par le mot «\u00a0Toul\u00a0».",
            False,
            [FIRST, "Il siège à Toul.", "Il compte trois membres."],
        ),
    ],
)
def test_an_act_changes_what_stood_before_it_and_not_what_it_has_just_brought(
    tmp_path: Path, said: str, lines: list[str], *, before: bool
) -> None:
    found = unit(tmp_path, ABOVE + said)
    assert found.questions == ()
    assert ("lecture: avant, dit: " in found.operations[1]) is before
    assert lines_of(tmp_path, "2") == lines


def test_where_both_may_be_meant_both_are_offered(tmp_path: Path) -> None:
    said = "Après le deuxième alinéa, il est inséré un alinéa ainsi rédigé\u00a0:\n\n«\u00a0Il vote.\u00a0»"
    (question,) = unit(tmp_path, ABOVE + said).questions
    assert [("lecture: avant" in r, "lecture: résultat" in r) for r in question.readings] == [
        (True, False),
        (False, True),
    ]
