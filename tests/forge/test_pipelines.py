"""The pipelines of this repository, and what they run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def scripts(file: Path) -> list[str]:
    """The shell lines of a pipeline of either forge."""
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))
    if "jobs" in jobs:
        return [step["run"] for job in jobs["jobs"].values() for step in job["steps"] if "run" in step]
    found = [job for job in jobs.values() if isinstance(job, dict)]
    return [line for job in found for key in ("script", "after_script") for line in job.get(key, [])]


@pytest.mark.parametrize(
    "pipelines", [[".gitlab-ci.yml"], [".github/workflows/ci.yml", ".github/workflows/proposal.yml"]], ids=str
)
def test_each_forge_shows_proposals_runs_the_tests_and_builds_the_site(pipelines: list[str]) -> None:
    lines = [line for name in pipelines for line in scripts(ROOT / name)]
    for wanted in (".venv/bin/clausier review ", ".ci/run", "make"):
        assert any(line.startswith(wanted) for line in lines), wanted
    for line in lines:
        first = line.split()[0]
        assert not first.startswith(("tools/", ".ci/")) or os.access(ROOT / first, os.X_OK), line


def test_each_hook_before_a_commit_is_a_command_that_answers() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks] == ["clausier-fmt", "clausier-check"]
    for hook in hooks:
        command = [sys.executable, "-m", "clausier", *hook["entry"].split()[1:]]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        assert re.match(hook["files"], "amendments/2022-avenant-1/avenant.yml")
