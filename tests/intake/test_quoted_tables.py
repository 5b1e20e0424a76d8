"""The guillemets of a quotation that begins or ends in a table are no words of its cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import import_act
from clausier.consolidate import consolidate
from clausier.source.acts import read_project
from intake.projects import CONVENTION, signed
from intake.test_what_is_unsure import CLOSING, OPENING
from support.projects import written

PRICES = "# Article 4 – Prix\n\nLes prix sont :\n\n| Zone | Prix |\n|---|---|\n| A | 1 |\n| B | 2 |\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "L’article 4 est remplacé par les dispositions suivantes :\n\n« Les prix sont les suivants :\n\nZone\tPrix\n\nA\t3\n\nB\t4 »",
            ("Zone | Prix", "A | 3", "B | 4"),
        ),
        (
            "Dans le tableau de l’article 4, la ligne « B » est remplacée par les lignes suivantes :\n\n« B\t5\n\nC\t6 »",
            ("Zone | Prix", "A | 1", "B | 5", "C | 6"),
        ),
    ],
)
def test_a_quotation_ends_in_a_cell(tmp_path: Path, text: str, rows: tuple[str, ...]) -> None:
    written(tmp_path / "p/convention", {"convention.yml": CONVENTION, "04.md": PRICES})
    act = f"{OPENING}Article 1 – Prix\n\n{text}{CLOSING}"
    (unit, *_) = import_act(tmp_path / "p", [signed(tmp_path, act)], "avenant-1").units
    corpus, _ = read_project(tmp_path / "p")
    assert corpus is not None
    document = consolidate(corpus)[0].versions[-1].document
    found = tuple(line for p in document.walk() if p.number == "4" for table in p.tables for line in table.lines)
    assert (unit.questions, found) == ((), rows)
