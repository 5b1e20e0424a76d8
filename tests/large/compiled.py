"""A project compiled to all that a build writes but the pages of the site, for `make bench`.

`compiled.py DIR OUT [--without-versions] [--cache]`: without the whole text of each version; with what earlier builds keep.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from clausier.build import compile_project, texts
from clausier.emit.outputs import manifest
from clausier.store import cached, write_outputs


def main(root: Path, out: Path, *, versions: bool, cache: bool) -> None:
    """Compile the project at `root` into `out`, with the whole text of each version or without."""
    with cached(root, begin=True, use=cache) as kept:
        compiled, _ = compile_project(root, cache=kept)
        if compiled is None or not compiled.sound:
            sys.exit(f"{root} does not compile")
        files = {p: content for p, content in texts(compiled).items() if versions or not p.startswith("versions/")}
        files["manifest.json"] = manifest(files, compiled.corpus.convention.name, kept)
        write_outputs(out, files)
        kept.forget()


if __name__ == "__main__":
    gc.set_threshold(1_000_000, 50, 50)  # as for every command
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        versions="--without-versions" not in sys.argv,
        cache="--cache" in sys.argv,
    )
