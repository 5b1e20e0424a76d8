"""How long the site takes to build, as ratios to bare Markdown pages of the same bytes in the same run (`make bench`).

In `tests`, `python -m bench.pages [ROUNDS]`; with `--large`, one round of a convention of 2,000 articles, which takes minutes.

The reference is what MkDocs asks for by itself: `mkdocs build`, in a process of its own, of as many pages, at the same
addresses and of the same bytes, with the same theme, plugins, extensions and menu. A page of it is its front matter, its
first heading, and paragraphs of plain words in place of all else; what the search leaves out of ours it leaves out of
these. Ours is the whole of `clausier build --site --no-documents`: it reads the sources, compiles them, writes the outputs,
the data and the pages, and has MkDocs render these, by as many processes as there are cores: MkDocs alone has one, and
where others keep the cores busy, the ratio is not that of a quiet machine. The documents (Word, PDF) are no pages, and the
reference has none: what they add is told, without a bar. Exit 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.commands import CLAUSIER, ROOT, Task, measure
from clausier.cli.options import cores
from large.make import Size, make

ROUNDS = 3
PLAIN = (
    "Le groupement réunit ses membres chaque année pour examiner le bilan des opérations, approuver les comptes et décider "
    "de ce qui sera fait ensuite, dans les délais que la convention prévoit.\n\n"
)
REAL, SMALL, TEN_TIMES, LARGE = "the real convention", "10 articles", "100 articles", "2,000 articles"
SIZES = {
    SMALL: Size(articles=10, amendments=2, operations=1, versions=2),
    TEN_TIMES: Size(articles=100, amendments=2, operations=10, versions=2),
    LARGE: Size(articles=2000, amendments=20, operations=20, versions=20),
}
MOST = 1.0
MOST_LARGE = 1.1
GROWTH = 1.2  # a page of a convention ten times as long may take so many times as long


def project(folder: Path, size: Size) -> Path:
    """A convention of that size, with the part of the site that `clausier new` gives one."""
    make(folder, size)
    shutil.copytree(ROOT / "site/overrides", folder / "site/overrides")
    shutil.copy(ROOT / "site/mkdocs.yml", folder / "site/mkdocs.yml")
    (folder / "mkdocs.yml").write_text("INHERIT: site/mkdocs.yml\nsite_name: Services communs\n", encoding="utf-8")
    return folder


def ours(name: str, root: Path, out: Path, *more: str) -> Task:
    """The whole site of the project at `root`."""
    command = (*CLAUSIER, "build", "--no-cache", "--site", *more, "--project", str(root), "--out", str(out))
    return Task(name, command)


def bare(name: str, built: Path, folder: Path) -> Task:
    """The reference for the site that is in `built`."""
    docs = folder / "docs"
    for path in sorted((built / "docs").rglob("*")):
        copy = docs / path.relative_to(built / "docs")
        if path.suffix == ".md":
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(plain(path.read_text(encoding="utf-8")))
        elif path.is_file() and (path.name == ".nav.yml" or copy.is_relative_to(docs / "assets")):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
    shutil.copytree(ROOT / "site/overrides", folder / "site/overrides")
    shutil.copy(ROOT / "site/mkdocs.yml", folder / "site/mkdocs.yml")
    own = "INHERIT: site/mkdocs.yml\nsite_name: Services communs\ndocs_dir: docs\nsite_dir: built\n"
    (folder / "mkdocs.yml").write_text(own, encoding="utf-8")
    return Task(name, (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")))


def plain(page: str) -> bytes:
    """A page of as many bytes, with the same front matter and first heading, and plain words for the rest."""
    matter, ends, body = page.partition("\n---\n") if page.startswith("---\n") else ("", "", page)
    title = next((line for line in body.splitlines() if line.startswith("# ")), "# Page")
    kept = f"{matter}{ends}\n{title}\n\n".encode()
    room = max(0, len(page.encode()) - len(kept))
    words = PLAIN.encode()
    return kept + (words * (room // len(words) + 1))[:room].decode(errors="ignore").encode()


def built(task: Task, out: Path) -> int:
    """Build once; how many pages there are."""
    task.seconds()
    return sum(path.suffix == ".md" for path in (out / "docs").rglob("*"))


@dataclass(frozen=True, slots=True)
class Measured:
    """A site with its reference, and with its documents where these are measured."""

    name: str
    pages: int
    site: Task
    reference: Task
    whole: Task | None


def measured(name: str, home: Path, *, documents: bool) -> Measured:
    """What is measured of the real convention, or of one of so many articles; all of it is made in `home`."""
    root = ROOT if name == REAL else project(home / name, SIZES[name])
    out = home / f"{name}-out"
    site = ours(name, root, out, "--no-documents")
    pages = built(site, out)
    reference = bare(f"bare {name}", out, home / f"{name}-bare")
    whole = ours(f"{name}, documents", root, home / f"{name}-whole") if documents else None
    return Measured(name=name, pages=pages, site=site, reference=reference, whole=whole)


def main(rounds: int, *, large: bool = False) -> bool:
    """Measure and print; whether every bar is held."""
    most = MOST_LARGE if large else MOST
    held = True
    said = [
        f"clausier build --site --no-documents, medians of {rounds} runs, taking turns, on {cores()} cores (load {os.getloadavg()[0]:.1f})",
        "bare: mkdocs alone, as many pages of as many bytes of plain paragraphs, same theme, plugins and menu",
        "",
    ]
    with tempfile.TemporaryDirectory() as folder:
        names = (LARGE,) if large else (REAL, SMALL, TEN_TIMES)
        sites = {name: measured(name, Path(folder), documents=not large) for name in names}
        tasks = (task for one in sites.values() for task in (one.reference, one.site, one.whole) if task)
        medians = measure(tuple(tasks), rounds)
    for one in sites.values():
        took, reference = medians[one.site], medians[one.reference]
        held = held and took / reference <= most
        said.append(
            f"{one.name:<20} {took / reference:4.2f} × bare   at most {most:.2f}: "
            f"{'held' if took / reference <= most else 'MISSED'}   ({one.pages} pages: {took:.2f} s, {reference:.2f} s)"
        )
        if one.whole:
            said.append(f"{'  with documents':<20} {medians[one.whole] / reference:4.2f} × bare")
    if not large:
        times = {name: medians[sites[name].site] / sites[name].pages for name in (SMALL, TEN_TIMES)}
        grown = times[TEN_TIMES] / times[SMALL]
        held = held and grown <= GROWTH
        said.append(
            f"{'a page of these':<20} {grown:4.2f} × of those of {SMALL}   at most {GROWTH:.2f}: "
            f"{'held' if grown <= GROWTH else 'MISSED'}"
        )
    sys.stdout.write("\n".join([*said, ""]))
    return held


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=0)
    parser.add_argument("--large", action="store_true")
    asked = parser.parse_args()
    sys.exit(0 if main(asked.rounds or (1 if asked.large else ROUNDS), large=asked.large) else 1)
