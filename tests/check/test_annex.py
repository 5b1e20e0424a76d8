"""What a sentence says « de l'annexe II » of a convention that is that annex is held against the operation on its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.check.agreement import disagreements
from clausier.consolidate import consolidate
from clausier.source.acts import read_project
from support.projects import written

ACT = "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n"
HEADER = 'remplacer-mots: "{}", mots: mensuel, par: annuel'


@pytest.mark.parametrize(
    ("title", "place", "target", "codes"),
    [
        ("Annexe II à la convention", "À l’article 2 de l’annexe II", "2", []),
        ("Annexe II à la convention", "À l’article 2 de l’annexe II", "3", ["TXT205"]),
        ("Annexe II à la convention", "À l’article 2 de l’annexe", "3", ["TXT205"]),
        ("Annexe II à la convention", "À l’article 2 de l’annexe III", "2", ["TXT208"]),
        ("Annexe II à la convention", "À l’article 2 de la convention", "3", ["TXT208"]),
        ("Annexe II à la convention", "L’annexe II est modifiée comme suit :\n\nÀ l’article 2", "3", ["TXT205"]),
    ],
)
def test_the_operation_is_held_against_the_sentence(
    title: str, place: str, target: str, codes: list[str], tmp_path: Path
) -> None:
    index = f"id: essai\ntitre: {title}\nsignature: 2020-01-01\n"
    article = f"---\nopérations:\n  - {{{HEADER.format(target)}}}\n---\n\n# Article 1\n\n{place}, le mot « mensuel » est remplacé par le mot « annuel ».\n"
    texts = {
        "02.md": "# Article 2\n\nLe contrôle est mensuel.\n",
        "03.md": "# Article 3\n\nLe bilan est mensuel.\n",
    }
    written(tmp_path / "convention", {"convention.yml": index, **texts})
    written(tmp_path / "amendments/avenant-1", {"avenant.yml": ACT, "01.md": article})
    corpus, problems = read_project(tmp_path)
    assert corpus is not None
    timeline, _ = consolidate(corpus)
    assert [d.code.id for d in disagreements(corpus, timeline, problems)] == codes
