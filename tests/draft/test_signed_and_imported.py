"""An amendment drafted, set as a Word file to sign, and imported again makes the text that was edited, or asks.

Nothing but the words of the file tells the import what the draft did: seeded edits, as in test_random_edits; `make edits`
tries thousands.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausier.author.apply.plain import every_line
from clausier.author.draft.draft import draft, start
from clausier.author.intake.intake import import_act
from clausier.compile import compile_project
from clausier.diagnostics import Refused, has_errors
from clausier.export.composed import act_composed
from clausier.export.word.document import word
from clausier.model.provision import Provision
from clausier.text.typography import fold
from draft.restructured import restructured
from draft.test_random_edits import ACT, ESSAI, MANY, Way, edit_draft, seeded, words
from support.projects import ROOT, copied

SEEDS = range(100, 100 + (MANY or 25))


@pytest.mark.parametrize(
    ("source", "way"),
    [(ESSAI, words), (ESSAI, restructured), (ROOT, words), (ROOT, restructured)],
    ids=["essai-words", "essai-structure", "real-words", "real-structure"],
)
def test_a_draft_that_was_signed_is_read_as_it_was_drafted_or_asked_about(
    source: Path, way: Way, tmp_path: Path
) -> None:
    root = copied(tmp_path, source)
    for rules in list(root.rglob("*.regles.yml")):
        rules.unlink()  # whose words the edits change
    before = Path(shutil.copytree(root, tmp_path / "before"))
    folder = root / "amendments" / ACT
    start(root, ACT)
    files = {p.name: p.read_text(encoding="utf-8") for p in (folder / "brouillon").glob("*.md")}
    certain = 0
    for seed in SEEDS:
        edit_draft(folder, seeded(way, files, seed))
        try:
            draft(root, ACT)
        except Refused:
            continue
        compiled, _ = compile_project(root, drafts=[ACT], supposed=ACT, checks=False)
        assert compiled is not None
        signed = tmp_path / f"{seed}.docx"
        signed.write_bytes(word(act_composed(compiled.timeline, compiled.timeline.act(ACT))))
        there = Path(shutil.copytree(before, tmp_path / f"p{seed}"))
        done = import_act(there, [signed], ACT)
        if any(unit.questions for unit in done.units):
            continue
        shutil.copy(folder / "avenant.yml", there / "amendments" / ACT)  # no day of signature is in the file
        again, found = compile_project(there, drafts=[ACT], supposed=ACT, checks=False)
        if has_errors(found):
            continue
        assert again is not None
        assert list(lines(again.timeline.latest.document)) == list(lines(compiled.timeline.latest.document)), seed
        certain += 1
    assert certain > len(SEEDS) / 2


def lines(document: Provision) -> Iterator[str]:
    """All that a reader sees of a text, typography aside."""
    return (" ".join(fold(line).chars.split()) for line in every_line(document))
