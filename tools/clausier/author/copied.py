"""A copy of the sources of a project, in which something is tried before anything is written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """The acts of the project at `root` in a folder of their own, which is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="clausier-") as name:
        copy = Path(name)
        for part in ("convention", "amendments"):
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True)
        yield copy
