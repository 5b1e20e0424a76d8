"""How long `clausier draft` takes on a convention of 2,000 articles, 200 of them edited, as a ratio to difflib (`make bench`).

The reference is `difflib.SequenceMatcher` over the words of the changed articles, in a process of its own that also reads the
files (tests/bare_difflib.py): the least that finds out what was edited, and orders nothing. The draft is proved besides: its
articles are read, applied to the text and held against it. Exit 1 where the bar is missed. `--articles` and `--edits` try less.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import CLAUSIER, ENVIRONMENT, ROOT, Task, measure
from large.make import Size, make

MOST = 3.0  # what is wanted; most of what it takes is the reading of all articles, and the proof
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


def main() -> bool:
    """Make the text and its edits, measure, print; whether the bar is held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="clausier-bench-") as name:
        root = Path(name) / "project"
        make(root, Size(asked.articles, 1, 20, 1))
        call = (*CLAUSIER, "draft", ACT, "--project", str(root))
        subprocess.run((*call, "--start"), cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
        edited = root / "amendments" / ACT / "brouillon"
        laid = shutil.copytree(edited, Path(name) / "laid")
        edit(edited, asked.edits, random.Random(1))  # noqa: S311 - a seed, so that every run measures the same
        task = Task("clausier draft", call)
        reference = Task("difflib", (sys.executable, str(ROOT / "tests/bare_difflib.py"), str(laid), str(edited)))
        took = measure((reference, task), asked.rounds)
    ratio = took[task] / took[reference]
    sys.stdout.write(
        f"difflib: a process that reads the files, and compares the words of {asked.edits} changed articles of {asked.articles}\n"
        f"medians of {asked.rounds} runs, taking turns\n\n"
        f"{task.name:<16} {ratio:4.2f} × difflib   at most {MOST:.2f}: {'held' if ratio <= MOST else 'MISSED'}   "
        f"({took[task] * 1000:.0f} ms, {took[reference] * 1000:.0f} ms)\n"
    )
    return ratio <= MOST


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
