"""What is tried before anything is written: a copy of the sources of a project, and what is wrong in it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clausier.compile import compile_project
from clausier.diagnostics import Diagnostic, codes_amd


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """The acts of the project at `root` in a folder of their own, which is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="clausier-") as name:
        copy = Path(name)
        for part in ("convention", "amendments"):
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True)
        yield copy


def errors_in(root: Path) -> tuple[Diagnostic, ...]:
    """What `check` finds wrong in the acts of a project, their questions aside."""
    _, found = compile_project(root, checks=False)
    return tuple(d for d in found if d.severity == "error" and d.code is not codes_amd.QUESTION)
