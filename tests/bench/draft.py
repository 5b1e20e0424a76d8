"""How much `clausier draft` takes on a convention of 2,000 articles, 200 of them edited, as a ratio to difflib (`make bench`).

The reference is `difflib.SequenceMatcher` over the words of the changed articles, in a process of its own that also reads the
files (tests/bench/bare_difflib.py): the least that finds out what was edited, and orders nothing. The draft is proved besides: it is
read back, applied to the text and held against what was edited. Each run is the first of its edits: what the one before wrote is
taken away. Measured is the processor's time, in turns; each figure is a median. The bar is for a project that `clausier build`
has begun a cache of, which spares the reading of all articles; what a draft takes without one is told beside it. Exit 1 where
the bar is missed. `--articles` and `--edits` try less.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.commands import CLAUSIER, ENVIRONMENT, ROOT
from large.make import Size, make

MOST = 3.0
ROUNDS = 5
ACT = "avenant-2"


def edit(folder: Path, count: int, seeded: random.Random) -> None:
    """Change `count` articles, spread over the text: some words, an alinéa that comes, one that goes."""
    files = sorted(folder.glob("*.md"))
    done = 0
    for path in files[:: max(1, len(files) // (2 * count))]:
        blocks = path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
        prose = [i for i, b in enumerate(blocks) if b[:1].isalpha() and len(b.split()) > 12]
        if len(prose) < 2 or done == count:
            continue
        at, choice = seeded.choice(prose), seeded.random()
        if choice < 0.6:
            words = blocks[at].split(" ")
            words[seeded.randrange(2, len(words) - 2)] = "désormais"
            blocks[at] = " ".join(words)
        elif choice < 0.8:
            blocks.insert(at + 1, f"La mesure {done} est réexaminée chaque année par le comité.")
        else:
            del blocks[at]
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8", newline="\n")
        done += 1
    if done < count:
        sys.exit(f"only {done} articles could be edited")


def processor(command: tuple[str, ...]) -> float:
    """The seconds of a processor that a command takes, as a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def drafting(root: Path) -> float:
    """What drafting the edits takes, none of which has been drafted yet."""
    folder = root / "amendments" / ACT
    for written in (*folder.glob("*.md"), folder / "brouillon/.ecrit.json"):
        written.unlink(missing_ok=True)
    return processor((*CLAUSIER, "draft", ACT, "--project", str(root)))


def main() -> bool:
    """Make the text and its edits, measure, print; whether the bar is held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="clausier-bench-") as name:
        home = Path(name)
        kept, bare = home / "kept", home / "bare"
        make(kept, Size(asked.articles, 1, 20, 1))
        processor((*CLAUSIER, "draft", ACT, "--start", "--project", str(kept)))
        laid = shutil.copytree(kept / "amendments" / ACT / "brouillon", home / "laid")
        edited = kept / "amendments" / ACT / "brouillon"
        edit(edited, asked.edits, random.Random(1))  # noqa: S311 - a seed, so that every run measures the same
        shutil.copytree(kept, bare)
        processor((*CLAUSIER, "build", "--project", str(kept), "--out", str(home / "out")))
        compare = (sys.executable, str(Path(__file__).with_name("bare_difflib.py")), str(laid), str(edited))
        times: dict[str, list[float]] = {"difflib": [], "with a cache": [], "without": []}
        for rank in range(asked.rounds + 1):
            took = processor(compare), drafting(kept), drafting(bare)
            for found, one in zip(times.values(), took, strict=True):
                found.extend([one] if rank else [])  # the first round fills caches, the disk's too
        medians = {what: statistics.median(found) for what, found in times.items()}
    reference = medians["difflib"]
    ratio = medians["with a cache"] / reference
    sys.stdout.write(
        f"difflib: a process that reads the files, and compares the words of {asked.edits} changed articles of {asked.articles}\n"
        f"medians of {asked.rounds} runs, taking turns, in time of the processor\n\n"
        f"draft, with the cache of a build   {ratio:5.2f} × difflib   at most {MOST:.2f}: "
        f"{'held' if ratio <= MOST else 'MISSED'}   ({medians['with a cache'] * 1000:.0f} ms, {reference * 1000:.0f} ms)\n"
        f"draft, without a cache             {medians['without'] / reference:5.2f} × difflib   no bar   "
        f"({medians['without'] * 1000:.0f} ms)\n"
    )
    return ratio <= MOST


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
