"""Whatever a slip of the hand has left of the sources, users get findings, or outputs that hold to their schemas; no fault of ours.

The usual run garbles some hundreds of the literate cases; `make garbled` thousands, of another seed each time
(`CLAUSIER_GARBLED`), and says which one failed.
"""

from __future__ import annotations

import os
import random
import shutil
import time
import zlib
from pathlib import Path

import pytest

from clausier.compile import compile_project
from support.garbled import garble
from support.literate import read_case, write_sources
from support.paged import outputs

CASES = sorted((Path(__file__).parent / "cases").glob("*/*/*.md"))
MANY = int(os.environ.get("CLAUSIER_GARBLED", "0"))
# Other seeds at each run, the same in all its processes.
RUN = zlib.crc32(os.environ.get("PYTEST_XDIST_TESTRUNUID", str(time.time_ns())).encode())
SEEDS = range(RUN, RUN + MANY) if MANY else range(400)
_TOGETHER = 25


@pytest.mark.parametrize("first", SEEDS[::_TOGETHER])
def test_garbled_sources_are_answered(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + _TOGETHER):
        hand = random.Random(seed)  # noqa: S311 - a seed that can be told, not a secret
        root = tmp_path / "project"
        write_sources(read_case(hand.choice(CASES)), root)
        garble(root, hand)
        try:
            compiled, findings = compile_project(root)
            assert compiled is not None or findings
            if compiled is not None and compiled.sound:
                assert outputs(compiled, root)
        except Exception as fault:
            fault.add_note(f"of the seed {seed}")
            raise
        shutil.rmtree(root)


def test_a_draft_with_a_wrong_index_keeps_nobody_from_the_outputs(tmp_path: Path) -> None:
    write_sources(read_case(CASES[0].parents[2] / "drafts/bad/index.md"), tmp_path)
    compiled, _ = compile_project(tmp_path)
    assert compiled is not None
    assert outputs(compiled, tmp_path)
