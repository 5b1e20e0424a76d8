"""Same sources, same bytes: wherever, whenever and by whomever the outputs and the site are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.projects import ROOT
from support.trees import tree

SOURCES = ("convention", "amendments", "site", "mkdocs.yml")
# Each is one machine: its folder of the project, its umask, where the command is called from, its environment.
USUAL = ("projet", 0o022, ".", {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"})
# Each of these differs in all that it can at once: what a file takes from any of it is seen.
OTHERS = {
    "far away": (
        "un autre/dossier d’à côté",
        0o077,
        "/",
        {
            "PYTHONHASHSEED": "4242",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
    ),
    "in English, with a date that another tool has set": (
        "projet",
        0o022,
        ".",
        {"LC_ALL": "en_US.UTF-8", "LANG": "en_US.UTF-8", "LANGUAGE": "en", "SOURCE_DATE_EPOCH": "86400"},
    ),
}
# Put before the interpreter's own modules. `date.today` asks `time.time`; `datetime.now` asks the system itself.
LATER = """
import datetime, time
clock, ahead = time.time, 400 * 86400
time.time = lambda: clock() + ahead
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=ahead)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
datetime.datetime = Later
"""
# Each reading is by years off the last one, forth and back.
JUMPING = (
    LATER.replace("clock() + ahead", "clock() + next(jumps)").replace("seconds=ahead", "seconds=next(jumps)")
    + """
import itertools
jumps = itertools.cycle((ahead, -9 * ahead, 3 * ahead, -ahead))
"""
)
# Every output of a case, in one line.
OF_A_CASE = """
import hashlib, sys
from pathlib import Path
from support.paged import outputs
from clausier.compile import compile_project
from support.literate import read_case, write_sources
for case, folder in zip(sys.argv[1::2], map(Path, sys.argv[2::2])):
    write_sources(read_case(Path(case)), folder)
    compiled, _ = compile_project(folder)
    print(case, *(hashlib.sha256(bytes(file)).hexdigest() for file in outputs(compiled, folder).values()))
"""
Machine = tuple[str, int, str, dict[str, str]]


def built(machine: Machine, home: Path, *, times: int = 1) -> dict[str, bytes]:
    """Every file that a build with its site writes there, by its path below the folder of outputs."""
    folder, umask, called_from, environment = machine
    project = home / folder
    # Copied last name first, and dated otherwise than they are: neither order on the disk nor times may count.
    for name in reversed(SOURCES):
        for file in sorted((p for p in (ROOT / name, *(ROOT / name).rglob("*")) if p.is_file()), reverse=True):
            copy = project / file.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
            moment = time.time() - len(copy.as_posix()) * 86400
            os.utime(copy, (moment, moment))
    cwd = project if called_from == "." else Path(called_from)
    command = [sys.executable, "-m", "clausier", "build", "--site", "--project", os.path.relpath(project, cwd)]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONUTF8", "TZ", "SOURCE_DATE"))}
    for _ in range(times):
        done = subprocess.run(
            command, cwd=cwd, env={**kept, **USUAL[3], **environment}, umask=umask, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    out = project / "build"
    return tree(out)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = built(USUAL, tmp_path_factory.mktemp("usual"))
    assert {"convention.json", "manifest.json", "docs/index.md", "site/index.html", "site/sitemap.xml"} <= set(files)
    return files


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.mark.parametrize("machine", OTHERS.values(), ids=OTHERS)
def test_a_build_is_the_same_bytes_on_another_machine(
    machine: Machine, usual: dict[str, bytes], tmp_path: Path
) -> None:
    assert differing(usual, built(machine, tmp_path)) == []


def with_clock(module: str, folder: Path) -> str:
    """The path on which interpreters find a clock, put before their own modules."""
    (folder / "clock").mkdir()
    (folder / "clock" / "sitecustomize.py").write_text(module, encoding="utf-8")
    return os.pathsep.join(filter(None, [str(folder / "clock"), os.environ.get("PYTHONPATH")]))


def told_by(path: str, question: str) -> list[str]:
    """What an interpreter with that clock answers."""
    return subprocess.run(
        [sys.executable, "-c", f"import datetime as d, time as t; print({question})"],
        env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip


def test_a_build_is_the_same_bytes_another_year(usual: dict[str, bytes], tmp_path: Path) -> None:
    path = with_clock(LATER, tmp_path)
    told = told_by(path, "d.date.today(), d.datetime.now().date()")
    assert told[0] == told[1] > time.strftime("%Y-%m-%d", time.gmtime(time.time() + 300 * 86400))
    assert differing(usual, built(("projet", 0o022, ".", {"PYTHONPATH": path}), tmp_path)) == []


def test_a_build_is_the_same_bytes_while_the_clock_jumps(usual: dict[str, bytes], tmp_path: Path) -> None:
    path = with_clock(JUMPING, tmp_path)
    first, second, third = map(float, told_by(path, "t.time(), t.time(), t.time()"))
    assert second < first - 300 * 86400 < first < third - 300 * 86400
    assert differing(usual, built(("projet", 0o022, ".", {"PYTHONPATH": path}), tmp_path)) == []


def test_a_build_over_a_former_one_is_the_same_bytes(usual: dict[str, bytes], tmp_path: Path) -> None:
    assert differing(usual, built(USUAL, tmp_path, times=2)) == []


def test_what_several_operations_of_an_article_wrote_is_the_same_bytes_under_any_seed_of_hashes(tmp_path: Path) -> None:
    cases = [ROOT / "tests/cases" / name for name in ("complete/good/a_heading.md", "words/good/deleted.md")]

    def told(seed: int) -> str:
        places = [part for case in cases for part in (str(case), str(tmp_path / f"{seed}" / case.stem))]
        path = os.pathsep.join(filter(None, [str(ROOT / "tests"), os.environ.get("PYTHONPATH")]))
        return subprocess.run(
            [sys.executable, "-c", OF_A_CASE, *places],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": str(seed)},
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    first, *others = map(told, range(1, 6))
    assert first.count("\n") == len(cases)
    assert others == [first] * len(others)
