"""What stands in the folder of an act."""

from __future__ import annotations

from pathlib import Path

from clausier.source.acts import read_project
from support.projects import written


def test_a_folder_under_the_name_of_an_index_does_not_take_the_act_away_in_silence(tmp_path: Path) -> None:
    root = written(
        tmp_path,
        {
            "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\n",
            "convention/01.md": "# Article 1\n\nUn.\n",
            "amendments/a/avenant.yml/01.md": "# Article 1\n\nL’article 1 est abrogé.\n",
        },
    )
    _, found = read_project(root)
    assert [(d.code.id, d.severity, d.span.path) for d in found] == [("SRC313", "error", "amendments/a/avenant.yml")]
