"""The pipelines of this repository: those that `clausier forge` writes, with `make` in place of pip, and the tests."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from clausier.forge.files import Setup, forge_files, pipeline, pipeline_path
from clausier.forge.job import FORGES, Forge
from forge.pipelines import every_shell, read, wrong

ROOT = Path(__file__).parents[2]
IN_A_SHELL = 'make install\nexport PATH="$PWD/.venv/bin:$PATH"'
FOR_LATER_STEPS = 'make install\necho "$PWD/.venv/bin" >> "$GITHUB_PATH"'
SETUPS: dict[Forge, Setup] = {
    "github": Setup(install=FOR_LATER_STEPS, tests=".github/workflows/tests.yml"),
    "gitlab": Setup(install=IN_A_SHELL),
    "forgejo": Setup(install=FOR_LATER_STEPS),
}
# How to work here is for engineers, and what GitLab reads first has the tests too.
OWN = {"CONTRIBUTING.md", ".gitlab-ci.yml"}
TESTS = (".gitlab-ci.yml", ".github/workflows/tests.yml", ".forgejo/workflows/tests.yml")


@pytest.mark.parametrize("forge", FORGES)
def test_its_files_are_those_of_any_convention(
    forge: Forge,
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    files = {name: data.decode() for name, data in forge_files(forge).items() if name not in OWN}
    files[pipeline_path(forge)] = pipeline(forge, setup=SETUPS[forge])
    for name, text in files.items():
        if update:
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / name).write_text(text, encoding="utf-8")
        assert (ROOT / name).read_text(encoding="utf-8") == text, f"{name}: pytest --update writes it"


@pytest.mark.parametrize("name", [*TESTS, *map(pipeline_path, FORGES)])
def test_each_is_one_that_its_forge_takes(name: str) -> None:
    assert wrong(read((ROOT / name).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("name", TESTS)
def test_each_forge_runs_the_tests(name: str) -> None:
    lines = [
        line.split()[0] for shell in every_shell(read((ROOT / name).read_text("utf-8"))) for line in shell.splitlines()
    ]
    assert ".ci/run" in lines
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_the_site_is_published_only_after_the_tests() -> None:
    github = read((ROOT / pipeline_path("github")).read_text(encoding="utf-8"))["jobs"]
    assert github["tests"] == {"uses": "./.github/workflows/tests.yml"}
    assert github["site"]["needs"] == "tests"
    assert github["publish"]["needs"] == "site"
    gitlab = read((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert gitlab["include"] == [{"local": f"/{pipeline_path('gitlab')}"}]
    assert gitlab["test"]["stage"] == "test"
    assert read((ROOT / pipeline_path("gitlab")).read_text(encoding="utf-8"))["pages"]["stage"] == "deploy"


def test_each_hook_before_a_commit_is_a_command_that_answers() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks] == ["clausier-fmt", "clausier-check"]
    for hook in hooks:
        command = [sys.executable, "-m", "clausier", *hook["entry"].split()[1:]]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        assert re.match(hook["files"], "amendments/2022-avenant-1/avenant.yml")
