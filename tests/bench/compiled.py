"""A project compiled to all that a build writes but the pages of the site, for `make bench`.

`compiled.py DIR OUT [--without-versions] [--without-checks] [--cache]`: without the whole text of each version; without what
checks the texts; with what earlier builds keep.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from clausier.build import texts
from clausier.compile import compile_project
from clausier.emit.content import put
from clausier.emit.outputs import manifest
from clausier.store import cached
from clausier.store.outputs import replacing


def main(root: Path, out: Path, *, versions: bool, checks: bool, cache: bool) -> None:
    """Compile the project at `root` into `out`, with the whole text of each version or without, its texts checked or not."""
    with cached(root, begin=True, use=cache) as kept:
        compiled, _ = compile_project(root, checks=checks, cache=kept)
        if compiled is None or not compiled.sound:
            sys.exit(f"{root} does not compile")
        with replacing(out, kept) as fresh:
            for path, content in texts(compiled, versions=versions):
                put(fresh, path, content, kept)
            fresh.put("manifest.json", manifest(fresh.files, compiled.corpus.convention.name))
        kept.forget()


if __name__ == "__main__":
    gc.set_threshold(1_000_000, 50, 50)  # as for every command
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        versions="--without-versions" not in sys.argv,
        checks="--without-checks" not in sys.argv,
        cache="--cache" in sys.argv,
    )
    gc.freeze()  # as every command before it ends
