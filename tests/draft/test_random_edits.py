"""What a draft does is what was edited, and it is read back: seeded edits of real conventions and of made-up ones.

`draft` proves both before it writes; here the text that comes out is compiled and read by this test itself. The usual run
tries some hundreds of edits; `make edits` tries thousands (`CLAUSIER_EDITS`).
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausier.author.draft.draft import draft, start
from clausier.author.draft.lay import laid
from clausier.check.agreement import disagreements
from clausier.compile import compile_project
from clausier.diagnostics import Refused
from clausier.text.typography import fold
from draft.edits import edited, edited_much
from draft.restructured import EDITS, Files, restructured, standing
from properties.oracle import Story, markdown
from properties.stories import stories
from support.projects import ROOT, copied, sound

ESSAI = ROOT / "tests/site/essai"
ACT = "avenant-9"
MANY = int(os.environ.get("CLAUSIER_EDITS", "0"))
Way = Callable[[dict[str, str], random.Random], Files]
# A text of which a part is lost cannot be reworded there; an article without words, and a number taken again, are no edits,
# nor is a preamble that is reworded and put elsewhere at once: what is new has a number.
REFUSED = (
    "n’est pas disponible",
    "n’a plus de texte",
    "reste celui d’un article abrogé",
    "un texte non disponible",
    "existe déjà",
    "tiennent tous deux",
    "seul un article numéroté",
)
_LISTED = re.compile(r"est ainsi modifiée?\u00a0:\n\n1° .+(?:\n.*)*\n2° ")


def words(files: dict[str, str], random_: random.Random) -> Files:
    """Edits of words and lines; of a third of the texts, many in one article."""
    return (edited_much if random_.random() < 1 / 3 else edited)(files, random_)


@pytest.fixture(
    scope="module",
    params=[(ROOT, words, 60), (ROOT, restructured, 60), (ESSAI, words, 20), (ESSAI, restructured, 20)],
    ids=["real-words", "real-structure", "essai-words", "essai-structure"],
)
def laid_project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Way, int]:
    source, way, seeds = request.param
    root = tmp_path_factory.mktemp("draft")
    start(copied(root, source), ACT)
    return root, way, MANY or seeds


def lines(text: str) -> list[str]:
    """The lines of some Markdown, typography and list marks folded, tombstones left out; gaps are told by their words."""
    found = (
        " ".join(fold(re.sub(r"\\(?=[^\w\s])|\*", "", line)).chars.split()) for line in text.split("\n") if line.strip()
    )
    return [line for line in found if not line.endswith("(abrogé)")]


def test_applying_the_draft_gives_the_edited_text(laid_project: tuple[Path, Way, int]) -> None:
    root, way, seeds = laid_project
    folder = root / "amendments" / ACT / "brouillon"
    files = {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*.md")}
    refused = lists = 0
    for seed in range(seeds):
        new = seeded(way, files, seed)
        why = outcome(root, new)
        if why:
            assert any(known in why for known in REFUSED), (seed, why)
            refused += 1
        act = "\n".join(f.read_text(encoding="utf-8") for f in folder.parent.glob("*.md"))
        lists += _LISTED.search(act) is not None
    assert refused < seeds * 0.25
    assert way is not words or lists > seeds * 0.05


def edit_draft(folder: Path, new: Files) -> None:
    """Put the edited files in the folder of a draft, without those of an edit before it and what was written of them."""
    for stale in (*folder.glob("*.md"), *(folder / "brouillon").glob("*.md"), folder / "brouillon/.ecrit.json"):
        stale.unlink(missing_ok=True)
    for name, text in new.items():
        if text is not None:
            (folder / "brouillon" / name).write_text(text, encoding="utf-8")


def seeded(way: Way, files: dict[str, str], seed: int) -> Files:
    """The files as one way edits them for that seed."""
    return way(files, random.Random(seed))  # noqa: S311 - no secret: a seed, so that a failure comes back


def outcome(root: Path, new: Files) -> str:
    """Draft what was edited, and hold that the amendment makes it; why it was refused, where it was."""
    folder = root / "amendments" / ACT
    edit_draft(folder, new)
    try:
        draft(root, ACT)
    except Refused as why:
        assert list(folder.glob("*.md")) == []
        return why.message.fr
    compiled, found = compile_project(root, drafts=[ACT], checks=False)
    assert compiled is not None
    own = [d for d in found if d.span.path.startswith(f"amendments/{ACT}/")]
    assert [d.message.text("en") for d in own if d.severity == "error"] == []
    # The sentences that a draft is written in are those that the check of sentences reads, and in agreement.
    assert list(disagreements(compiled.corpus, compiled.timeline)) == []
    after = [lines(file.markdown) for file in laid(compiled.timeline.latest.document).values()]
    wanted = [lines(new[name] or "") for name in standing(new)]
    assert [unit for unit in after if unit] == [unit for unit in wanted if unit]
    return ""


@settings(max_examples=MANY or 40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(story=stories(most_acts=1), seed=st.integers(0, 10**6), way=st.sampled_from((words, restructured)))
def test_a_made_up_text_is_drafted_as_it_was_edited(
    story: Story, seed: int, way: Way, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("made")
    (root / "convention").mkdir()
    (root / "convention/convention.yml").write_text("id: essai\ntitre: Convention\nsignature: 2020-01-01\n")
    for n, unit in enumerate(story.base, start=1):
        (root / f"convention/{n:02d}.md").write_text(markdown(unit, 1), encoding="utf-8")
    start(root, ACT)
    folder = root / "amendments" / ACT / "brouillon"
    files = {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*.md")}
    why = outcome(root, seeded(way, files, seed))
    assert not why or any(known in why for known in REFUSED), why
    shutil.rmtree(root)


def test_edits_of_structure_are_of_every_kind() -> None:
    """Each kind of edit changes one of the texts for some seed: none has fallen asleep."""
    changed: set[str] = set()
    for root in (ROOT, ESSAI):
        compiled = sound(root)
        files = {name: file.markdown for name, file in laid(compiled.timeline.latest.document).items()}
        for edit in EDITS:
            for seed in range(20):
                new: Files = dict(files)
                edit(new, random.Random(seed))  # noqa: S311 - a seed, so that a failure comes back
                changed |= {edit.__name__} if new != files else set()
    assert changed == {edit.__name__ for edit in EDITS}
