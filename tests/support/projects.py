"""What tests work on: the repository with its real convention, a copy of that, and projects that a test writes."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from clausier.compile import Compiled, compile_project

ROOT = Path(__file__).parents[2]
SOURCES = ("convention", "amendments")


def copied(to: Path, root: Path = ROOT) -> Path:
    """The folder `to`, with a copy of the sources of the project at `root`, and of nothing else."""
    for name in SOURCES:
        shutil.copytree(root / name, to / name)
    return to


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """The folder, with those files in it, by their paths."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def reworded(path: Path, old: str, new: str) -> None:
    """Write other words into a file, which must have the old ones."""
    text = path.read_text(encoding="utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new), encoding="utf-8")


def sound(root: Path, **how: Any) -> Compiled:
    """The project at `root`, compiled as `how` says, which must be sound."""
    found, diagnostics = compile_project(root, **how)
    assert found is not None, [d.message.text("en") for d in diagnostics]
    assert found.sound, [d.message.text("en") for d in diagnostics if d.severity == "error"]
    return found


@cache
def real_convention(*, checks: bool = False) -> Compiled:
    """The real convention, with the checks of its prose or without: compiled once for all tests of a process."""
    return sound(ROOT, checks=checks)
