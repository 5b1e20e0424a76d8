"""The floor of `make bench`: reads the sources as `bare.py` does, and writes as many bytes as a build: `floor.py DIR BUILD OUT`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.bare import read

PIECE = b" " * (1 << 16)


def write(build: Path, out: Path) -> None:
    """Files of the names and sizes of those in `build`."""
    for path in sorted(build.rglob("*")):
        if path.is_file():
            copy = out / path.relative_to(build)
            copy.parent.mkdir(parents=True, exist_ok=True)
            left = path.stat().st_size
            with copy.open("wb") as file:
                while left > 0:
                    left -= file.write(PIECE[:left])


if __name__ == "__main__":
    read(Path(sys.argv[1]))
    write(Path(sys.argv[2]), Path(sys.argv[3]))
