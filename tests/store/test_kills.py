"""A build killed at any moment leaves the former outputs or the new ones, and the next build mends (`make faults`: 200)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

KILLS = Path(__file__).with_name("kills.py")


def found(*arguments: str) -> dict[str, int]:
    """How often each thing was found after a kill, in a process that does nothing else: it forks."""
    done = subprocess.run([sys.executable, str(KILLS), *arguments], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    told: dict[str, int] = json.loads(done.stdout)
    assert (done.returncode == 0) is (set(told) <= {"former", "new", "kill", "absent"})
    return told


def test_a_killed_build_leaves_the_former_outputs_or_the_new_and_the_next_leaves_nothing_beside() -> None:
    told = found("events", "25", "4")
    assert set(told) == {"former", "new"}
    assert sum(told.values()) == 25
    assert min(told.values()) > 3


def test_at_no_moment_of_writing_does_a_kill_lose_the_outputs() -> None:
    told = found("every")
    assert set(told) == {"kill", "absent"}
    assert told["kill"] > 60
    assert told["absent"] == 1  # between two renames, where folders cannot be exchanged: the former ones are put back
