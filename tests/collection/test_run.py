"""A collection, on this machine and on a cluster: each convention by itself, and the same bytes."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausier.build import build_project
from collection.stage import answer, collection, command, environment, project, states
from support.trees import tree

NAMES = ("est/bois", "est/faux", "est/mort", "papier", "sud/defaut", "sud/encre", "verre")
EXPECTED = {
    "est/bois": "built",
    "est/faux": "failed",
    "est/mort": "died",
    "papier": "built",
    "sud/defaut": "failed",
    "sud/encre": "built",
    "verre": "built",
}
# What the processes of a command do as they are ended is not measured: coverage would be cut off as it writes what it has seen.
UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_PROCESS")}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return collection(tmp_path_factory.mktemp("conventions"), NAMES)


@pytest.fixture(scope="module")
def traps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return environment(tmp_path_factory.mktemp("traps"))


@pytest.fixture(scope="module")
def scheduler(traps: dict[str, str]) -> Iterator[str]:
    """The address of a cluster on the loopback."""
    call = [sys.executable, str(Path(__file__).with_name("loopback.py"))]
    with subprocess.Popen(
        call, env=traps, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as cluster:
        assert cluster.stdout is not None
        yield cluster.stdout.readline().strip()
        assert cluster.stdin is not None
        cluster.stdin.close()


@pytest.fixture(scope="module")
def local(home: Path, traps: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of the collection built here, by two processes; one that dies takes none of the others with it."""
    out = tmp_path_factory.mktemp("ici") / "sorties"
    found = answer(home, "--out", out, "--jobs", "2", code=1, env=traps)
    assert states(found) == EXPECTED
    assert [found[state] for state in ("built", "unchanged", "failed", "died")] == [4, 0, 2, 1]
    told = {p["name"]: [(d["code"], d["path"], d["line"]) for d in p["diagnostics"]] for p in found["projects"]}
    assert told["est/faux"] == [("SRC201", "est/faux/convention/91-faux.md", 3)]
    assert told["est/mort"] == [("OUT121", "est/mort/convention", 1)]
    assert told["sud/defaut"] == [("OUT122", "sud/defaut/convention", 1)]
    ((fault,),) = [p["diagnostics"] for p in found["projects"] if p["name"] == "sud/defaut"]
    assert "ZeroDivisionError, sitecustomize.py:" in fault["message"]  # where it was raised
    return out


def test_each_convention_is_what_a_build_of_it_alone_makes(local: Path, home: Path, tmp_path: Path) -> None:
    for name, state in EXPECTED.items():
        if state != "built":
            assert not (local / name).exists()
            continue
        assert build_project(home / name, tmp_path / name, cache=False).files
        assert tree(local / name).keys() - tree(tmp_path / name).keys() == {"made-from.json"}
        assert tree(tmp_path / name).items() <= tree(local / name).items()


def test_a_cluster_makes_the_same_bytes_and_finds_the_same(
    local: Path, home: Path, scheduler: str, tmp_path: Path
) -> None:
    found = answer(home, "--out", tmp_path / "sorties", "--scheduler", scheduler, code=1)
    assert states(found) == EXPECTED
    assert tree(tmp_path / "sorties") == tree(local)
    again = answer(home, "--out", tmp_path / "sorties", "--scheduler", scheduler, code=1)
    assert (again["built"], again["unchanged"], again["failed"], again["died"]) == (0, 4, 2, 1)


def test_what_is_done_is_not_done_again_wherever_it_was(local: Path, home: Path, traps: dict[str, str]) -> None:
    before = {path: path.stat().st_ino for path in sorted(local.rglob("*"))}
    found = answer(home, "--out", local, "--jobs", "1", code=1, env=traps)
    assert states(found) == {name: "unchanged" if state == "built" else state for name, state in EXPECTED.items()}
    assert {path: path.stat().st_ino for path in sorted(local.rglob("*"))} == before


def test_people_are_told_in_a_table(tmp_path: Path) -> None:
    collection(tmp_path / "conventions", ("bois", "faux", "papier"))
    called = [*command(tmp_path / "conventions", "--out", tmp_path / "sorties")]
    done = subprocess.run(called, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "Conventions  nombre  erreurs  avertissements",
        "écrites           2        0               0",
        "refusées          1        1               1",
        "toutes            3        1               1",
    ]
    assert "--> faux/convention/91-faux.md:3:5" in done.stderr
    assert "\r" not in done.stderr


def test_an_interruption_leaves_whole_outputs_and_the_same_command_goes_on(tmp_path: Path) -> None:
    names = [f"convention-{n:02}" for n in range(8)]
    home, out = collection(tmp_path / "conventions", names), tmp_path / "sorties"
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(home, "--out", out, "--jobs", "2"),
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
        env=UNMEASURED,
    ) as running:
        os.close(theirs)
        said = b""
        while b"1/8" not in said:  # the progress, at a terminal
            said += os.read(ours, 1000)
        os.killpg(running.pid, signal.SIGINT)  # as the terminal does: to each process of the command
        while b"reprend les autres." not in said:
            said += os.read(ours, 1000)
        assert running.wait() == 130
        assert running.stdout is not None
        assert running.stdout.read() == b""
    os.close(ours)
    assert b"Traceback" not in said
    assert not [p for p in out.iterdir() if p.name.startswith(".")]
    done = {p.name: tree(p) for p in out.iterdir()}
    assert 1 <= len(done) < 8
    found = answer(home, "--out", out, code=0)
    assert {name for name, state in states(found).items() if state == "unchanged"} == done.keys()
    assert {p.name for p in out.iterdir()} == set(names)
    assert all(tree(out / name) == files for name, files in done.items())


def test_the_processes_of_a_command_that_is_killed_end_with_it(tmp_path: Path) -> None:
    home, out = collection(tmp_path / "conventions", [f"convention-{n:02}" for n in range(8)]), tmp_path / "sorties"
    ours, theirs = pty.openpty()
    call = command(home, "--out", out, "--jobs", "2")
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=theirs, env=UNMEASURED) as running:
        os.close(theirs)
        os.read(ours, 10)
        running.kill()
        assert running.stdout is not None
        running.stdout.read()  # ends when the last process that may write there has
    os.close(ours)
    assert answer(home, "--out", out, code=0)["failed"] == 0
    assert not [p for p in out.iterdir() if p.name.startswith(".")]


def test_a_collection_of_one_is_built_in_its_own_folder(tmp_path: Path) -> None:
    project(tmp_path / "papier")
    assert states(answer(tmp_path, code=0)) == {"papier": "built"}
    assert (tmp_path / "papier/build/convention.md").is_file()
