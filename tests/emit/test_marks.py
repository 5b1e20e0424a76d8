"""Emphasis and links in `convention.json`: each over its own words, where the same ones stand several times."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from clausier.emit.states import state_json
from support.projects import sound, written


def test_a_mark_says_where_its_words_stand(tmp_path: Path) -> None:
    line = "Le mot **le** et le mot le, puis \U0001d7d9 [le](https://a.fr) mot."
    written(
        tmp_path,
        {
            "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\n",
            "convention/01.md": f"# Article 1\n\n{line}\n",
        },
    )
    (article,) = sound(tmp_path).timeline.latest.document.children
    (block,) = json.loads(json.dumps(state_json(article)))["blocks"]
    whole = "Le mot le et le mot le, puis \U0001d7d9 le mot."
    assert "".join(run["text"] for run in block["runs"]) == whole
    marks: list[dict[str, Any]] = block["marks"]
    assert [(m["kind"], m["start"], m["end"]) for m in marks] == [("strong", 7, 9), ("link", 31, 33)]
    assert [whole[m["start"] : m["end"]] for m in marks] == ["le", "le"]
