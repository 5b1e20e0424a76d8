"""Setting up: what is installed, and what is said where something cannot be."""

import re
import shutil
import subprocess
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from support.projects import ROOT


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder of programs with little more than a shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("cat", "id", "make", "sh"):
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    return folder


def run(bare: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What the command does where only the programs in `bare` are to be found."""
    env = {"PATH": str(bare)}
    return subprocess.run(words, cwd=bare.parent, env=env, capture_output=True, text=True, check=False)


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_every_requirement_is_pinned_and_hashed_and_names_no_index(name: str) -> None:
    words = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "://" not in words
    assert not re.search(r"^-", words, re.MULTILINE)
    requirements = re.split(r"\n(?=\S)", words.strip())
    assert len(requirements) > 10
    for requirement in requirements:
        assert re.match(r"[\w.-]+(\[[\w,]+\])?==[\w.]+[ ;\\]", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


def test_an_extra_that_a_requirement_asks_for_is_pinned_by_its_name() -> None:
    """The pip of Python 3.11 takes `coverage[toml]` for unpinned where only `coverage` is pinned, and installs nothing."""
    written = "".join((ROOT / "requirements" / name).read_text(encoding="utf-8") for name in ("run.txt", "dev.txt"))
    pins = {
        canonicalize_name(name): set(extras.split(","))
        for name, extras in re.findall(r"^([\w.-]+)(?:\[([\w,]+)\])?==", written, re.MULTILINE)
    }
    asked = [
        Requirement(words)
        for distribution in distributions()
        if canonicalize_name(distribution.name) in pins
        for words in distribution.requires or ()
        if "extra ==" not in words
    ]
    missing = [str(one) for one in asked if not one.extras <= pins.get(canonicalize_name(one.name), one.extras)]
    assert len(asked) > 50
    assert missing == []


def test_without_a_browser_and_the_right_to_install_one_the_message_says_what_to_ask_for(bare: Path) -> None:
    done = run(bare, "sh", str(ROOT / "tools/browser.sh"), "--install")
    assert done.returncode == 1
    assert "apt-get install chromium" in done.stderr
    assert "CLAUSIER_BROWSER=/chemin/du/navigateur make test" in done.stderr


def test_an_installation_of_the_browser_that_fails_says_what_to_ask_for(bare: Path) -> None:
    program(bare, "apt-get", "exit 100")
    program(bare, "sudo", "shift; exec $@")
    program(bare, "env", 'shift; exec "$@"')
    done = run(bare, "sh", str(ROOT / "tools/browser.sh"), "--install")
    assert done.returncode == 1
    assert "apt-get install chromium" in done.stderr


def test_a_browser_on_the_path_is_taken_and_nothing_installed(bare: Path) -> None:
    chrome = program(bare, "google-chrome", "")
    program(bare, "apt-get", "echo installed >&2")
    done = run(bare, "sh", str(ROOT / "tools/browser.sh"), "--install")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{chrome}\n", "")


def test_a_python_that_is_too_old_or_does_not_run_is_passed_over(bare: Path) -> None:
    shutil.copy(ROOT / "Makefile", bare.parent)
    for folder in ("requirements/run.txt", "pyproject.toml"):
        (bare.parent / folder).parent.mkdir(exist_ok=True)
        (bare.parent / folder).touch()
    program(bare, "python3.13", "exit 127")
    program(bare, "python3", "exit 1")
    done = run(bare, "make", "install")
    assert done.returncode == 2
    assert "Il faut Python 3.11 ou plus récent" in done.stderr
    program(
        bare, "python3.11", 'case "$1" in -c) ;; --version) echo Python 3.11.9 ;; *) echo "asked: $@"; exit 1 ;; esac'
    )
    done = run(bare, "make", "install")
    assert "Python 3.11.9" in done.stdout
    assert "asked: -m venv .venv" in done.stdout
