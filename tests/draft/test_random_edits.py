"""What a draft does is what was edited, and it is read back: seeded edits of the real convention and of a made-up one.

`draft` proves both before it writes, by compiling; here the text that comes out is read by this test itself.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from clausier.author.draft.draft import draft, start
from clausier.author.draft.edits import Undraftable
from clausier.author.draft.lay import laid
from clausier.build import compile_project
from clausier.check import disagreements
from clausier.text.typography import fold
from draft.edits import edited, edited_much

ROOT = Path(__file__).parents[2]
ACT = "avenant-9"
_LISTED = re.compile(r"est ainsi modifiée?\u00a0:\n\n1° .+(?:\n.*)*\n2° ")


@pytest.fixture(scope="module", params=[(ROOT, 100), (ROOT / "tests/site/essai", 30)], ids=["real", "essai"])
def laid_project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    source, seeds = request.param
    root = tmp_path_factory.mktemp("draft")
    for part in ("convention", "amendments"):
        shutil.copytree(source / part, root / part)
    start(root, ACT)
    return root, seeds


def lines(text: str) -> list[str]:
    """The lines of some Markdown, typography and list marks folded; gaps are told by their words."""
    return [
        " ".join(fold(re.sub(r"\\(?=[^\w\s])|\*", "", line)).chars.split()) for line in text.split("\n") if line.strip()
    ]


def test_applying_the_draft_gives_the_edited_text(laid_project: tuple[Path, int]) -> None:
    root, seeds = laid_project
    folder = root / "amendments" / ACT
    files = {p.name: p.read_text(encoding="utf-8") for p in (folder / "brouillon").glob("*.md")}
    ordered = refused = lists = 0
    for seed in range(seeds):
        edits = edited_much if seed % 3 == 2 else edited
        new = edits(files, random.Random(seed))  # noqa: S311 - a seed, so that a failure comes back
        for stale in (*folder.glob("*.md"), *(folder / "brouillon").glob("*.md"), folder / "brouillon/.ecrit.json"):
            stale.unlink(missing_ok=True)
        for name, text in new.items():
            if text is not None:
                (folder / "brouillon" / name).write_text(text, encoding="utf-8")
        why = _refused(root)
        if why:
            # The made-up text has an article of which a page is lost: it cannot be reworded.
            assert "n’est pas disponible" in why or "n’a plus de texte" in why, (seed, why)
            assert list(folder.glob("*.md")) == []
            refused += 1
            continue
        ordered += 1
        compiled, found = compile_project(root, drafts=[ACT], checks=False)
        assert compiled is not None
        own = [d for d in found if d.span.path.startswith(f"amendments/{ACT}/")]
        assert [d.message.text("en") for d in own if d.severity == "error"] == [], seed
        # The sentences that a draft is written in are those that the check of sentences reads, and in agreement.
        assert list(disagreements(compiled.corpus, compiled.timeline)) == [], seed
        lists += sum(_LISTED.search(f.read_text(encoding="utf-8")) is not None for f in folder.glob("*.md"))
        after = [lines(file.markdown) for file in laid(compiled.timeline.latest.document).values()]
        for name, text in new.items():
            if text is not None:
                assert any(_same(lines(text), unit) for unit in after), (seed, name)
    assert ordered > seeds * 0.75
    assert ordered + refused == seeds
    assert lists > seeds * 0.1


def _refused(root: Path) -> str:
    try:
        draft(root, ACT)
    except Undraftable as why:
        return why.fr
    return ""


def _same(wanted: list[str], unit: list[str]) -> bool:
    """Whether a unit reads as wanted, the tombstones of what was taken away left out."""
    return [line for line in unit if not line.endswith("(abrogé)")] == [
        line for line in wanted if not line.endswith("(abrogé)")
    ]
