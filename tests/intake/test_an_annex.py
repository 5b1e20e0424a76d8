"""A convention whose title is that of an annex: an act that names « l'article 2 de l'annexe II » changes its article 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.projects import CONVENTION
from intake.test_what_is_unsure import lines_of, unit

ANNEX = CONVENTION.replace("Convention du jardin partagé", "Annexe II « Jardin » à la convention de quartier")
MARKED = 'remplacer-mots: "2", mots: "trois", par: "cinq"'


@pytest.mark.parametrize(
    "place",
    [
        "À l’article 2 de l’annexe II",
        "À l’article 2 de l’annexe",
        "À l’annexe II, à l’article 2",
        "À l’article 2 « Bureau » de l’annexe II à la convention de quartier",
    ],
)
def test_the_annex_that_is_named_is_the_text(tmp_path: Path, place: str) -> None:
    found = unit(tmp_path, f"{place}, le mot « trois » est remplacé par le mot « cinq ».", ANNEX)
    assert (found.operations, found.questions) == ((MARKED,), ())
    assert lines_of(tmp_path, "2")[1] == "Il compte cinq membres."


@pytest.mark.parametrize(
    "place",
    [
        "À l’article 2 de l’annexe III",
        "À l’article 2 de l’annexe « Parc »",
        "À l’article 2 de la convention",
        "À l’article 2 de la convention du 1er janvier 2020",
    ],
)
def test_another_annex_and_the_convention_are_asked_about(tmp_path: Path, place: str) -> None:
    found = unit(tmp_path, f"{place}, le mot « trois » est remplacé par le mot « cinq ».", ANNEX)
    assert found.operations == ()
    assert len(found.questions) == 1


def test_a_convention_has_no_annex_of_its_own_name(tmp_path: Path) -> None:
    found = unit(tmp_path, "À l’article 2 de l’annexe II, le mot « trois » est remplacé par le mot « cinq ».")
    assert (found.operations, len(found.questions)) == ((), 1)
