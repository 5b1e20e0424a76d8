"""The rules kept beside the grammar are those that lark reads in it, and rules kept of another grammar are not trusted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clausier.french import rules


def test_the_rules_kept_are_those_of_the_grammar(*, update: bool) -> None:
    """After a change of `sentence.lark`: `pytest --update tests/french/test_rules.py`."""
    if update:
        rules.KEPT.write_text(rules.as_kept(), encoding="utf-8")
    assert rules.KEPT.read_text(encoding="utf-8") == rules.as_kept()
    assert rules.read_rules() == rules.of_lark()


KEPT = rules.KEPT.read_bytes()


@pytest.mark.parametrize(
    "kept",
    [None, b"", b"12 34\nstart\tstart\tNUM\n", b"\xff", KEPT[:-40], KEPT + b"start\tstart\tNUM\n", KEPT[1:]],
    ids=["missing", "empty", "of another grammar", "no text", "cut short", "longer", "another head"],
)
def test_rules_that_are_missing_broken_or_of_another_grammar_are_read_anew(
    kept: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sentence.rules"
    if kept is not None:
        path.write_bytes(kept)
    monkeypatch.setattr(rules, "KEPT", path)
    assert rules.read_rules() == rules.of_lark()


def test_reading_a_sentence_does_not_load_lark() -> None:
    said = "L'article 3 est abrogé."
    code = f"import sys; from clausier.french import read_article; print(len(read_article({said!r})[0].orders), 'lark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]
