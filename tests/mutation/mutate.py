"""How many seeded faults the tests notice: 300 small changes to the passes in the middle, one at a time.

The tests run once on a copy of the tree, to see which of them call which function. Each fault is then made in a fork of
that process, where those that call its function run, the fast ones first, until one fails (the fault is killed) or none
does (it survives, and is printed as a diff). The same seed makes the same faults. Exit code 1 where fewer than 85 % are
killed.
"""

from __future__ import annotations

import argparse
import inspect
import os
import pickle
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType

import pytest

from mutation.faults import Site, faulty, place, shown, sites

ROOT = Path(__file__).parents[2]
PACKAGES = ("amend", "consolidate", "refs", "text")
TESTS = (
    "tests/text",
    "tests/refs",
    "tests/amend",
    "tests/consolidate",
    "tests/test_cases.py::test_the_case_holds",
    "tests/properties",
    "tests/documents",
    "tests/cli",
    "tests/decide/test_open_members.py",
)
# What is asked of packages that the others do not import; `forge` and `collection` are tried in other processes, which no fault reaches.
OWN_TESTS = {
    "author": ("tests/author", "tests/draft", "tests/intake", "tests/french"),
    "author/canonical": ("tests/author",),
    "author/convention": ("tests/author",),
    "author/draft": ("tests/draft",),
    "author/suggest": ("tests/author",),
    "build": ("tests/emit", "tests/cli", "tests/store", "tests/test_cache.py"),
    "cache": ("tests/test_cache.py", "tests/store"),
    "check": ("tests/check",),
    "cli": ("tests/cli", "tests/emit", "tests/decide", "tests/author", "tests/export"),
    "compile": ("tests/test_cache.py", "tests/cli"),
    "decide": ("tests/rules", "tests/decide"),
    "emit": ("tests/emit", "tests/site"),
    "export": ("tests/export",),
    "french": ("tests/french", "tests/check", "tests/draft"),
    "rules": ("tests/rules", "tests/decide"),
    "serve": ("tests/serve",),
    "source": ("tests/source",),
    "store": ("tests/store",),
    "website": ("tests/site", "tests/serve"),
}
LEFT_OUT = (
    "tests/properties/test_laws.py::test_stories_are_made_of_every_verb",  # speaks of the tests alone
    "tests/documents/test_real_convention.py",  # asks another process
    "tests/decide/test_examples.py",  # likewise, and reads the guide
    "tests/site/test_processes.py",  # likewise
    "tests/site/test_built.py",  # likewise
    "tests/store/test_kills.py",  # likewise
)
OPTIONS = (
    *("--assert=plain", "-p", "no:cacheprovider", "-p", "no:terminal", "-m", "not browser"),
    *("-o", "tmp_path_retention_policy=none"),
    *(f"--{'deselect' if '::' in name else 'ignore'}={name}" for name in LEFT_OUT),
)
WANTED = 0.85
PATIENCE = 5  # a fault that makes the tests take so many times longer is an endless loop, and killed
MEMORY = 4 << 30
Function = tuple[str, str]  # of which file, and its name there


@dataclass(slots=True)
class Seen:
    """What a test does where nothing is wrong: the functions that it calls, and how long it takes."""

    calls: set[Function] = field(default_factory=set)
    seconds: float = 0.0


class Trial:
    """A plugin of pytest that, in place of one run of the tests, makes a run for each fault."""

    def __init__(self, root: Path, faults: list[Site], tests: tuple[str, ...], workers: int, out: int) -> None:
        self.root, self.faults, self.tests, self.workers, self.out = root, faults, tests, workers, out
        self.survivors: list[Site] = []
        self.sound = True
        self.failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        seen = self._watched(session)
        if seen is None:
            self.sound = False
            return True
        todo = list(enumerate(self.faults, start=1))[::-1]
        running: dict[int, tuple[int, Site]] = {}
        while todo or running:
            while todo and len(running) < self.workers:
                rank, site = todo.pop()
                pid = os.fork()
                if not pid:
                    try:
                        self._try(session, seen, site)
                    finally:  # whatever a fault has raised in pytest itself
                        os._exit(1)
                running[pid] = (rank, site)
            pid, status = os.wait()
            rank, site = running.pop(pid)
            if status == 0:
                self.survivors.append(site)
                self.say(f"{rank}. {site.path}:{place(self.root, site)[0]}\n{shown(self.root, site)}\n")
        return True

    def say(self, words: str) -> None:
        """Print, past what pytest captures."""
        os.write(self.out, f"{words}\n".encode())

    def _watched(self, session: pytest.Session) -> list[Seen] | None:
        """What each test calls, found in a fork, so that no cache is filled here; None where one fails."""
        with tempfile.TemporaryFile() as file:
            pid = os.fork()
            if not pid:
                pickle.dump([self._watch(item) for item in session.items], file)
                file.flush()
                os._exit(0)
            if os.waitpid(pid, 0)[1]:
                return None
            file.seek(0)
            found: list[Seen] = pickle.load(file)  # noqa: S301 - written above
            return found

    def _watch(self, item: pytest.Item) -> Seen:
        seen = Seen()
        here = str(self.root / "tools")

        def called(frame: FrameType, event: str, _: object) -> None:
            if event == "call" and frame.f_code.co_filename.startswith(here):
                seen.calls.add((frame.f_code.co_filename, frame.f_code.co_qualname.split(".<locals>")[0]))

        began = time.process_time()
        sys.setprofile(called)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        sys.setprofile(None)
        seen.seconds = time.process_time() - began
        if self.failed:
            self.say(f"fails without any fault: {item.nodeid}")
            os._exit(1)
        return seen

    def _try(self, session: pytest.Session, seen: list[Seen], site: Site) -> None:
        """Run the tests with the fault, and end this process: 0 where all pass."""
        file, name = str(self.root / site.path), place(self.root, site)[1]
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if not name:
            self._limit(sum(s.seconds for s in seen))
            self._afresh(site)
        pairs = zip(session.items, seen, strict=True)
        chosen = sorted(((s.seconds, i) for i, s in pairs if (file, name) in s.calls), key=lambda pair: pair[0])
        self._limit(sum(seconds for seconds, _ in chosen))
        # Commands load what they need when they run: what comes later would come without the fault.
        import_module(".".join(site.path.relative_to("tools").with_suffix("").parts))
        if not make(file, faulty(self.root, site)[1]):
            self._afresh(site)
        items = [item for _, item in chosen]
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                os._exit(1)
        os._exit(0)

    def _limit(self, seconds: float) -> None:
        most = int(PATIENCE * seconds + time.process_time()) + 2
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))

    def _afresh(self, site: Site) -> None:
        """All tests in a new process, on a package in which the file is another: for a fault in no function."""
        with tempfile.TemporaryDirectory(dir=self.root.parent) as folder:
            shutil.copytree(self.root / "tools", folder, dirs_exist_ok=True)
            (Path(folder) / site.path.relative_to("tools")).write_text(faulty(self.root, site)[1], encoding="utf-8")
            pid = os.fork()
            if not pid:
                nowhere = os.open(os.devnull, os.O_RDWR)
                for stream in (0, 1, 2):
                    os.dup2(nowhere, stream)
                command = [sys.executable, "-m", "pytest", "-x", *OPTIONS, *self.tests]
                os.execve(sys.executable, command, {**os.environ, "PYTHONPATH": folder})  # noqa: S606 - no shell
            status = os.waitpid(pid, 0)[1]
        os._exit(1 if status else 0)


def make(file: str, text: str) -> bool:
    """Put `text` in place of what the functions of a loaded file do; False where one is no longer of its kind."""
    codes = {code.co_qualname: code for code in _codes(compile(text, file, "exec"))}
    for module in list(sys.modules.values()):
        if not module.__name__.startswith("clausier"):
            continue
        for value in vars(module).values():
            if callable(forget := getattr(value, "cache_clear", None)):
                forget()
        for function in _functions(module) if getattr(module, "__file__", None) == file else ():
            code = codes.get(function.__qualname__, function.__code__)
            if (code.co_flags ^ function.__code__.co_flags) & inspect.CO_GENERATOR:
                return False
            function.__code__ = code
    return True


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            if not constant.co_flags & inspect.CO_OPTIMIZED:  # a class: its functions too
                yield from _codes(constant)


def _functions(owner: ModuleType | type) -> Iterator[FunctionType]:
    for named in list(vars(owner).values()):
        value = getattr(named, "callback", named)  # of a command
        if isinstance(value, (property, cached_property)):
            found = value.fget if isinstance(value, property) else value.func
        else:
            found = inspect.unwrap(value) if callable(value) else value
        if isinstance(found, FunctionType):
            yield found
        elif isinstance(found, type) and isinstance(owner, ModuleType) and found.__module__ == owner.__name__:
            yield from _functions(found)


def copied(folder: Path) -> Path:
    """A copy of the tree, without what is not kept in it."""
    left_out = shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", "*_cache", ".clausier-cache")
    return shutil.copytree(ROOT, folder, ignore=left_out)


def chosen(root: Path, seed: int, number: int, packages: Iterable[str], without: Iterable[str]) -> list[Site]:
    """So many faults in files of the packages, `without` those of these names, each equally likely, none twice."""
    code = root / "tools/clausier"
    files = sorted(p for package in packages for p in (*(code / package).rglob("*.py"), *code.glob(f"{package}.py")))
    every = [site for path in files if path.stem not in without for site in sites(root, path.relative_to(root))]
    random.Random(seed).shuffle(every)  # noqa: S311 - no secret depends on it
    return list(islice((site for site in every if len(set(faulty(root, site))) == 2), number))


def tests_of(packages: Iterable[str]) -> tuple[str, ...]:
    """The tests of these packages: of those with tests of their own, these and the literate cases."""
    asked = tuple(packages)
    if all(package in OWN_TESTS for package in asked):
        own = (name for package in asked for name in OWN_TESTS[package])
        return tuple(dict.fromkeys([*own, "tests/test_cases.py::test_the_case_holds"]))
    return tuple(dict.fromkeys([*TESTS, *(name for package in asked for name in OWN_TESTS.get(package, ()))]))


def run(seed: int, number: int, workers: int, packages: Iterable[str], without: Iterable[str]) -> int:
    """Make the faults, tell which survive; the exit code."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="clausier-mutate-") as folder:
        root = copied(Path(folder).resolve() / "tree")
        every = chosen(root, seed, number, packages, without)
        os.environ.update(PYTHONPATH=str(root / "tools"), CLAUSIER_TESTS="few", PYTHONDONTWRITEBYTECODE="1")
        os.environ["PYTEST_DEBUG_TEMPROOT"] = folder  # another run of pytest clears what is kept for all
        sys.path.insert(0, str(root / "tools"))
        os.chdir(root)
        tests = tests_of(packages)
        trial = Trial(root, every, tests, workers, os.dup(1))
        code = pytest.main([*OPTIONS, *tests], plugins=[trial])
        os.chdir(ROOT)
    if code or not trial.sound:
        sys.stderr.write("the tests fail without any fault\n")
        return 2
    for package in sorted({site.path.parts[2] for site in every}):
        _score(package, [s for s in every if s.path.parts[2] == package], trial.survivors)
    minutes = (time.monotonic() - began) / 60
    share = _score(f"seed {seed}, {minutes:.1f} minutes: all", every, trial.survivors)
    return 0 if share >= WANTED else 1


def _score(name: str, faults: list[Site], survivors: list[Site]) -> float:
    killed = len(faults) - len(set(faults) & set(survivors))
    sys.stdout.write(f"{name}: killed {killed} of {len(faults)} ({killed / len(faults):.1%})\n")
    return killed / len(faults)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "packages", nargs="*", default=PACKAGES, metavar="PACKAGE", help=f"by default {', '.join(PACKAGES)}"
    )
    parser.add_argument("--without", nargs="*", default=(), metavar="MODULE", help="modules to leave alone")
    asked = parser.parse_args()
    return run(asked.seed, asked.number, asked.workers, asked.packages, asked.without)


if __name__ == "__main__":
    sys.exit(main())
