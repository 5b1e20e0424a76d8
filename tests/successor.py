"""Whether the successor of the theme (Zensical) shows the same words: the pages of a build, rendered by it, against the model.

    python tests/successor.py PATH_TO_ZENSICAL [PROJECT]

Not part of `make test`: it is here to tell in time, before the theme ends in May 2027, what moving would cost.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from clausier.compile import compile_project
from support.built import held, read
from support.paged import outputs, write_outputs


def main(zensical: Path, project: Path) -> int:
    """Build the project's pages with `zensical`; 1 where an alinéa is not the model's."""
    compiled, _ = compile_project(project)
    if compiled is None or not compiled.sound:
        sys.stderr.write("the project does not compile: run `clausier check`\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(project / "site", root / "site")
        shutil.copy(project / "mkdocs.yml", root)
        write_outputs(root / "build", outputs(compiled, project))
        subprocess.run([zensical, "build", "--strict", "-f", "mkdocs.yml"], cwd=root, check=True)
        pages = read(root / "build/site")
        checked, wrong = held(pages, compiled.timeline.latest.document)
    for place in wrong:
        sys.stdout.write(f"not the words of the model: {place}\n")
    sys.stdout.write(f"{len(pages)} pages, {checked} alinéas as the model has them, {len(wrong)} not\n")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute(), Path(sys.argv[2] if len(sys.argv) > 2 else ".").resolve()))
