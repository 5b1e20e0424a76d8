"""Builds killed at chosen moments: what stands afterwards is the former output or the new one, and the next build mends.

`python tests/store/kills.py events COUNT SEED` kills a build in a fork of this process as it is about to do its n-th thing
with files, n drawn by chance: the same moments each time. `clock COUNT SEED` kills commands after a time drawn by chance.
`every` kills the writing of a few files at each thing it does, with and without the system's exchange of folders.
Prints what was found, as JSON; exit 1 if a kill left anything else. `make faults` runs all three.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from clausier.author.new import new_project
from clausier.build import build_project
from clausier.store import files, outputs

Tree = dict[str, bytes]
Build = Callable[[], bool]  # whether it has succeeded
WATCHED = ("open", "os.", "shutil.", "ctypes.dlsym")
SMALL = (
    {"manifest.json": b"{}", "un/a": b"un", "un/b": b"deux"},
    {"manifest.json": b"{} ", "un/a": b"trois", "deux/c": b"quatre", "d": b"cinq"},
)


def tree(folder: Path) -> Tree | None:
    """Every file below a folder; None where there is no folder."""
    if not folder.exists():
        return None
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def count(build: Build) -> int:
    """How many things a build does with files, from its beginning to its end."""
    reader, writer = os.pipe()
    if child := os.fork():
        os.close(writer)
        with os.fdopen(reader) as told:
            found = int(told.read())
        os.waitpid(child, 0)
        return found
    seen = 0

    def hook(event: str, _: object) -> None:
        nonlocal seen
        seen += event.startswith(WATCHED)

    sys.addaudithook(hook)
    done = build()
    os.write(writer, str(seen if done else 0).encode())
    os._exit(0)


def killed(build: Build, moment: int) -> None:
    """Run a build in a process of its own, killed as it is about to do its `moment`-th thing with files."""
    if child := os.fork():
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), f"moment {moment}: ended with {status}"
        assert os.WTERMSIG(status) == signal.SIGKILL
        return
    seen = 0

    def hook(event: str, _: object) -> None:
        nonlocal seen
        if event.startswith(WATCHED):
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    build()
    os._exit(0)


class Project:
    """A small convention in two states, each with what a build makes of it."""

    def __init__(self, home: Path) -> None:
        self.home, self.root = home, home / "papier"
        self.out = self.root / "build"
        new_project(self.root)
        self._article = self.root / "convention/01-objet.md"
        self._words = self._article.read_text(encoding="utf-8")
        self.trees: list[Tree] = []
        for state in (0, 1):
            self.turn(state)
            assert self.build()
            built = tree(self.out)
            assert built
            self.trees.append(built)
        assert self.trees[0] != self.trees[1]
        self.beside = {p.name for p in self.root.iterdir()}

    def turn(self, state: int) -> None:
        """Put the sources in a state."""
        added = "\nLes commandes sont groupées.\n" if state else ""
        self._article.write_text(self._words + added, encoding="utf-8")

    def build(self) -> bool:
        """Build, in this process."""
        return bool(build_project(self.root, self.out).files)

    def command(self) -> subprocess.Popen[bytes]:
        """Build by the command, in a process of its own that goes on."""
        call = [sys.executable, "-m", "clausier", "build", "--project", str(self.root)]
        return subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def left(self) -> list[str]:
        """What stands in the project beside its sources and its outputs."""
        return sorted({p.name for p in self.root.iterdir()} - self.beside)


def one_by_one(project: Project, kill: Callable[[], None], times: int) -> Iterator[str]:
    """Kill so many builds, each over the outputs of the other state: what each left, "former", "new" or what is wrong."""
    for number in range(times):
        former, new = project.trees[1 - number % 2], project.trees[number % 2]
        project.turn(number % 2)
        kill()
        outputs.recover(project.out)
        found = tree(project.out)
        yield "former" if found == former else "new" if found == new else f"broken: {sorted(found or ())}"
        if not project.build() or tree(project.out) != new:
            yield "the next build has not mended"
        if project.left():
            yield f"left: {project.left()}"


def by_events(home: Path, times: int, seed: int) -> Iterator[str]:
    """Builds killed at what they do with files."""
    project = Project(home)
    chance = random.Random(seed)  # noqa: S311 - the same moments each time
    project.turn(0)
    last = count(project.build)  # of one that writes: the outputs were of the other state
    project.turn(1)
    project.build()
    yield from one_by_one(project, lambda: killed(project.build, chance.randint(1, last)), times)


def by_clock(home: Path, times: int, seed: int) -> Iterator[str]:
    """Commands killed after a time drawn by chance: from their beginning, or from that of their writing."""
    project = Project(home)
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    fresh = files.beside(project.out, "fresh")
    whole, writing = [], []
    for state in (1, 0, 1):
        project.turn(state)
        start = time.monotonic()
        process = project.command()
        begun = _begun(process, fresh)
        process.wait()
        whole.append(time.monotonic() - start)
        writing.append(time.monotonic() - begun)

    def kill() -> None:
        process = project.command()
        if chance.random() < 0.5:
            time.sleep(chance.uniform(0, max(whole)))
        else:
            _begun(process, fresh)
            time.sleep(chance.uniform(0, max(writing)))
        process.kill()
        process.wait()

    yield from one_by_one(project, kill, times)


def _begun(process: subprocess.Popen[bytes], fresh: Path) -> float:
    """The moment at which a command has begun to write, or has ended."""
    while process.poll() is None and not fresh.exists():
        time.sleep(0.0005)
    return time.monotonic()


def everywhere(home: Path) -> Iterator[str]:
    """The writing of a few files, killed at each thing that it does."""
    exchange = outputs._exchanged
    for exchanged in (True, False):
        outputs._exchanged = exchange if exchanged else lambda *_: False
        for former in (SMALL[0], None):
            yield from _each_moment(home / "sorties", former, exchanged=exchanged)
    outputs._exchanged = exchange


def _write(out: Path, files: Tree) -> None:
    with outputs.replacing(out) as fresh:
        for path, content in files.items():
            fresh.put(path, content)


def _each_moment(out: Path, former: Tree | None, *, exchanged: bool) -> Iterator[str]:
    new = SMALL[1]

    def write() -> bool:
        _write(out, new)
        return True

    def before() -> None:
        for path in out.parent.iterdir():
            shutil.rmtree(path)
        if former:
            _write(out, former)

    before()
    write(), write()  # what is imported late is so once
    before()
    for moment in range(1, count(write) + 1):
        before()
        killed(write, moment)
        if former and not out.exists():
            yield "absent though the system exchanges folders" if exchanged else "absent"
        outputs.recover(out)
        if tree(out) not in (former, new):
            yield f"broken at {moment}: {tree(out)}"
        write()
        if left := sorted(p.name for p in out.parent.iterdir() if p != out):
            yield f"left at {moment}: {left}"
        yield "kill"


def main(way: str, times: int = 0, seed: int = 0) -> bool:
    """Kill, and print how often each thing was found; whether nothing was wrong."""
    with tempfile.TemporaryDirectory() as home:
        match way:
            case "events":
                found = Counter(by_events(Path(home), times, seed))
            case "clock":
                found = Counter(by_clock(Path(home), times, seed))
            case _:
                found = Counter(everywhere(Path(home)))
    sys.stdout.write(json.dumps(found) + "\n")
    return set(found) <= {"former", "new", "kill", "absent"}


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1], *map(int, sys.argv[2:])) else 1)
