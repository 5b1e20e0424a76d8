"""What the README and CONTRIBUTING promise is there."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from intake.projects import paragraph, word
from support.projects import ROOT

PAGES = ("README.md", "README.en.md", "CONTRIBUTING.md", "CHANGELOG.md")
# `serve` goes on until it is stopped.
COMMANDS = [
    line.split(" #", maxsplit=1)[0].removeprefix(".venv/bin/clausier ").strip()
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    if line.startswith(".venv/bin/clausier ") and " serve" not in line
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources in a folder of their own: some commands leave a file where they are called."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("convention", "amendments", "site", "tests/decide/votes"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    lines = (
        "CONVENTION",
        "La Commune du Nord, représentée par son maire,",
        "Article 1 – Objet",
        "Acheter.",
        "Fait le 3 mars 2019",
    )
    (folder / "convention-signee.docx").write_bytes(word("".join(map(paragraph, lines))))
    return folder


@pytest.mark.parametrize("words", COMMANDS)
def test_each_command_of_the_readme_answers(words: str, project: Path) -> None:
    command = [sys.executable, "-m", "clausier", *shlex.split(words)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("page", PAGES)
def test_each_file_that_a_first_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    named = re.findall(r"`((?:tools|tests|site|schema|requirements|convention|amendments|\.github)/[\w./-]*)`", text)
    missing = [name for name in (*linked, *named) if not (ROOT / name).exists()]
    assert not missing


def test_the_french_pages_are_set_with_french_typography() -> None:
    for page in ("README.md", "CHANGELOG.md"):
        prose = re.sub(
            r"```.*?```|`[^`\n]*`|\]\([^)]*\)", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert not re.findall(r".{10} [:;!?»].{10}|.{10}« .{10}|\w'\w.{10}", prose), page


def test_no_change_is_told_twice() -> None:
    entries = [
        line[:60] for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line[:2] == "- "
    ]
    assert len(entries) > 40
    assert sorted(entries) == sorted(set(entries))


def test_the_table_of_layers_is_that_of_the_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (c["layers"] for c in settings["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## The layers")[2].partition("\n## ")[0]
    told = [sorted(re.findall(r"`(\w+)`", line.split("|")[1])) for line in table.splitlines() if line.startswith("| `")]
    assert told == [sorted(re.findall(r"\w+", layer)) for layer in layers]
