"""How long a convention a thousand times larger takes, as ratios to references in the same run (`make bench`).

The references: a bare process that reads the same sources and writes as many bytes (tests/bench/floor.py); the same compile of
half the convention, and of half the versions; `git am` of the same changes as patches. After one edit, a compile has what
`clausier build` kept and wrote before it; `show`, `blame` and `history` have it too, of the same sources. All take turns; each figure is a
median, of the processor's time, on which what else the machine does weighs least. Exit 1 where a bar is missed.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from clausier.store import CACHE, KEPT
from large.make import Size, make
from large.text import Unit, unit_markdown

HERE = Path(__file__).parent
LARGE = Size(articles=2000, amendments=200, operations=20, versions=50)
HALF = Size(articles=1000, amendments=100, operations=20, versions=50)
OFTENER = Size(articles=2000, amendments=200, operations=20, versions=100)
ROUNDS = 1  # a compile takes more than a minute: long runs differ little
MEGABYTE = 1 << 10  # the system tells the peak in kibibytes
ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
    **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "bench"),
    **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "bench@example.org"),
}


@dataclass(slots=True)
class Task:
    """A command, as a process of its own, and what has been measured of it. `before` makes ready for it, untimed."""

    name: str
    command: tuple[str, ...]
    before: Callable[[], object] = lambda: None
    times: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)

    def run(self) -> None:
        """Run it once more."""
        self.before()
        alone = (sys.executable, "-I", "-S", str(HERE / "alone.py"), *self.command)
        done = subprocess.run(alone, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{self.name}: exit code {done.returncode}\n{done.stderr}")
        seconds, peak = done.stdout.split()
        self.times.append(float(seconds))
        self.peaks.append(int(peak))

    @property
    def seconds(self) -> float:
        """The median of its times."""
        return statistics.median(self.times)

    @property
    def megabytes(self) -> float:
        """The median of its peaks of memory."""
        return statistics.median(self.peaks) / MEGABYTE


@dataclass(frozen=True, slots=True)
class Bar:
    """How many times as much as its reference something may be; `most` is None where that is only told."""

    name: str
    most: float | None
    value: float
    reference: float
    unit: str

    def told(self) -> str:
        """The line that says whether it is held."""
        ratio = self.value / self.reference
        held = "held" if self.held else "MISSED"
        bar = "no bar" if self.most is None else f"at most {self.most:.2f}: {held}"
        return (
            f"{self.name:<52} {ratio:5.2f}   {bar}   ({self.value:.1f} {self.unit}, {self.reference:.1f} {self.unit})"
        )

    @property
    def held(self) -> bool:
        """Whether it is."""
        return self.most is None or self.value / self.reference <= self.most


def compiling(name: str, project: Path, out: Path, *more: str) -> Task:
    """A compile to everything but the site."""
    return Task(name, (sys.executable, str(HERE / "compiled.py"), str(project), str(out), *more))


def patches(folder: Path) -> tuple[Path, str]:
    """A repository of the texts of the large convention, with a patch for each amendment; and an article that still stands."""
    repository = folder / "git"
    written: dict[str, str] = {}
    standing: list[str] = []

    def commit(rank: int, articles: list[Unit]) -> None:
        texts = {unit.file: unit_markdown(unit) for unit in articles}
        for name, text in texts.items():
            if written.get(name) != text:
                (repository / name).write_text(text, encoding="utf-8")
        written.update(texts)
        standing[:] = [unit.number for unit in articles if not unit.gone]
        git(repository, "add", "--all")
        git(repository, "commit", "--quiet", "--message", f"avenant {rank}")
        if rank == 0:
            git(repository, "tag", "base")

    repository.mkdir()
    git(repository, "init", "--quiet")
    make(folder / "large", LARGE, after=commit)
    git(repository, "format-patch", "--quiet", "--output-directory", str(folder / "patches"), "base")
    return repository, standing[len(standing) // 2]


def git(repository: Path, *arguments: str) -> None:
    """Run git there."""
    subprocess.run(("git", "-C", str(repository), *arguments), env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)


@dataclass(frozen=True, slots=True)
class Edit:
    """A word more in a file of a project."""

    project: Path
    file: Path
    before: str
    now: str

    def made_after(self, build: Task, pack: bytes) -> Callable[[], None]:
        """What makes the edit of the sources that `build` has just compiled, with what `pack` kept, into the same folder."""

        def make() -> None:
            (self.project / CACHE).mkdir(exist_ok=True)
            (self.project / CACHE / KEPT).write_bytes(pack)
            self.file.write_text(self.before, encoding="utf-8")
            build.run()
            self.file.write_text(self.now, encoding="utf-8")

        return make


def edited(large: Path, folder: Path, file: Path, after: str) -> Edit:
    """An edit of a copy in `folder` of the project `large`: of the first sentence of a file after those words."""
    shutil.copytree(large, folder, ignore=shutil.ignore_patterns(CACHE))
    copy = folder / file.relative_to(large)
    whole = copy.read_text(encoding="utf-8")
    before, mark, words = whole.partition(after)
    now = before + mark + re.sub(r"(?<=[a-zé])\.(?=\s)", " posément.", words, count=1)
    return Edit(folder, copy, whole, now)


def edits(large: Path, folder: Path) -> dict[str, Edit]:
    """One of an article of the project, and one of the new text of its latest act."""
    articles = sorted((large / "convention").glob("*-article-*.md"))
    act = max(p for p in (large / "amendments").iterdir() if p.is_dir())
    new = next(p for p in sorted(act.glob("*.md")) if "\n> " in p.read_text(encoding="utf-8"))
    return {
        "an article": edited(large, folder / "an article", articles[len(articles) // 2], "\n\n"),
        "the latest act": edited(large, folder / "the latest act", new, "\n> "),
    }


def measured(folder: Path, rounds: int) -> list[Bar]:
    """Every bar, measured in `folder`."""
    repository, standing = patches(folder)
    make(folder / "half", HALF)
    make(folder / "oftener", OFTENER)
    large, out = folder / "large", folder / "out"
    whole = compiling("compile", large, out)
    whole.run()  # what the floor writes as much as, and the libraries compiled
    whole.times.clear()
    whole.peaks.clear()
    again = compiling("again", large, out, "--cache")
    again.run()  # and what is kept for the next
    floor_out = folder / "floor"
    floor = Task(
        "floor",
        (sys.executable, str(HERE / "floor.py"), str(large), str(out), str(floor_out)),
        before=lambda: shutil.rmtree(floor_out, ignore_errors=True),
    )
    half = compiling("half", folder / "half", folder / "out-half")
    few = compiling("few versions", large, folder / "out-few", "--without-versions")
    many = compiling("many versions", folder / "oftener", folder / "out-many", "--without-versions")
    unchecked = compiling("unchecked", large, out, "--without-checks")
    applied = compiling("applied", large, folder / "out-few", "--without-versions", "--without-checks")
    am = Task(
        "git am",
        ("git", "-C", str(repository), "am", "--quiet", *map(str, sorted((folder / "patches").iterdir()))),
        before=lambda: git(repository, "reset", "--quiet", "--hard", "base"),
    )
    pack = (large / CACHE / KEPT).read_bytes()
    after_one = []
    for name, edit in edits(large, folder).items():
        build = compiling(name, edit.project, folder / "out-edited", "--cache")
        after_one.append(Task(name, build.command, before=edit.made_after(build, pack)))
    asked = [
        Task(verb, (sys.executable, "-m", "clausier", verb, standing, "--project", str(large)))
        for verb in ("show", "blame", "history")
    ]
    tasks = [whole, floor, half, few, many, unchecked, applied, am, *after_one, *asked]
    for number in range(rounds):
        turn = number % len(tasks)
        for task in (*tasks[turn:], *tasks[:turn]):
            task.run()
    return [
        Bar("compile, to the floor", 2.0, whole.seconds, floor.seconds, "s"),
        Bar("the same, the texts not checked", None, unchecked.seconds, floor.seconds, "s"),
        Bar("memory of the compile, to the floor's", 2.5, whole.megabytes, floor.megabytes, "MB"),
        Bar("articles and operations twice as many", 2.2, whole.seconds, half.seconds, "s"),
        Bar("versions twice as many, their whole texts aside", 1.1, many.seconds, few.seconds, "s"),
        Bar("compile without the whole texts, to git am", 1.0, few.seconds, am.seconds, "s"),
        Bar("the same, the texts not checked", None, applied.seconds, am.seconds, "s"),
        *(
            Bar(f"after one edit of {task.name}, to the compile", 0.4, task.seconds, whole.seconds, "s")
            for task in after_one
        ),
        *(Bar(f"clausier {task.name}, to the compile", 0.25, task.seconds, whole.seconds, "s") for task in asked),
    ]


def main(rounds: int = ROUNDS) -> bool:
    """Measure and print; whether every bar is held."""
    with tempfile.TemporaryDirectory() as folder:
        bars = measured(Path(folder), rounds)
    head = (
        f"a convention of {LARGE.articles} articles, {LARGE.amendments} amendments of {LARGE.operations} operations, "
        f"{LARGE.versions} versions: medians of {rounds} run{'s' * (rounds > 1)}, taking turns"
    )
    said = [head, *(bar.told() for bar in bars)]
    sys.stdout.write("\n".join([*said, ""]))
    return all(bar.held for bar in bars)


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS) else 1)
