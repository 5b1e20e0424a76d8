"""The pipelines that forges read, as their jobs, whatever the forge: what each runs, and whether it is one that the forge takes."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

Yaml = dict[str, Any]
_GITLAB = {"default", "include", "stages", "variables", "workflow", "image"}
_STAGES = {".pre", "build", "test", "deploy", ".post"}
_OF_A_GITLAB_JOB = {
    "after_script", "artifacts", "before_script", "extends", "image", "rules", "script", "stage", "variables",
}  # fmt: skip
_OF_ARTIFACTS = {"expose_as", "paths", "reports", "when"}
_WORKFLOW = {"name", "on", "env", "permissions", "concurrency", "jobs"}
_OF_A_JOB = {
    "concurrency", "container", "environment", "if", "name", "needs", "permissions", "runs-on", "steps", "strategy", "uses",
}  # fmt: skip
_OF_A_STEP = {"continue-on-error", "env", "id", "if", "name", "run", "uses", "with"}


def read(text: str) -> Yaml:
    """A pipeline; `on` is a word, not the truth value that YAML 1.1 makes of it."""
    found: dict[Any, Any] = yaml.safe_load(text)
    return {("on" if key is True else key): value for key, value in found.items()}


def wrong(pipeline: Yaml) -> list[str]:
    """What the forge would not take."""
    return list(_wrong_workflow(pipeline) if "jobs" in pipeline else _wrong_gitlab(pipeline))


def _wrong_workflow(pipeline: Yaml) -> Iterator[str]:
    yield from (f"unknown: {key}" for key in pipeline.keys() - _WORKFLOW)
    if not {"on", "jobs"} <= pipeline.keys():
        yield "says not when, or what"
    for name, job in pipeline["jobs"].items():
        yield from (f"{name}: unknown: {key}" for key in job.keys() - _OF_A_JOB)
        if needs := job.get("needs"):
            yield from (
                f"{name}: needs {n}"
                for n in ([needs] if isinstance(needs, str) else needs)
                if n not in pipeline["jobs"]
            )
        if "uses" in job:
            continue
        if not isinstance(job.get("runs-on"), str):
            yield f"{name}: runs nowhere"
        for step in job["steps"]:
            yield from (f"{name}: unknown: {key}" for key in step.keys() - _OF_A_STEP)
            if ("run" in step) == ("uses" in step) or not isinstance(step.get("run", ""), str):
                yield f"{name}: {step} is not one thing"


def _wrong_gitlab(pipeline: Yaml) -> Iterator[str]:
    for name, job in pipeline.items():
        if name in _GITLAB:
            continue
        yield from (f"{name}: unknown: {key}" for key in job.keys() - _OF_A_GITLAB_JOB)
        yield from (f"{name}: unknown: {key}" for key in job.get("artifacts", {}).keys() - _OF_ARTIFACTS)
        if job.get("stage", "test") not in _STAGES:
            yield f"{name}: no such stage"
        if "extends" in job and job["extends"] not in pipeline:
            yield f"{name}: extends nothing"
        lines = [*job.get("before_script", []), *job.get("script", [])]
        if not lines or not all(isinstance(line, str) for line in lines):
            yield f"{name}: runs nothing, or what is no text"
        if not name.startswith(".") and not job.get("rules"):
            yield f"{name}: runs at each push"


def shells(pipeline: Yaml, job: str) -> list[str]:
    """What a job has a shell run: one text for each shell."""
    if "jobs" in pipeline:
        return [step["run"] for step in pipeline["jobs"][job]["steps"] if "run" in step]
    own = pipeline[job]
    merged = {**pipeline.get(own.get("extends", ""), {}), **own}
    return ["\n".join([*merged.get("before_script", []), *merged["script"]])]


def every_shell(pipeline: Yaml) -> list[str]:
    """What all its jobs have a shell run."""
    jobs = [n for n, j in pipeline["jobs"].items() if "steps" in j] if "jobs" in pipeline else None
    named = jobs or [n for n in pipeline if n not in _GITLAB and not n.startswith(".")]
    return [shell for job in named for shell in shells(pipeline, job)]


def run(root: Path, shell: str, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run it as forges do: it ends at the first failure. What it adds to the page of paths is found by the next."""
    pages = root.parent / "paths"
    pages.touch()
    added = os.pathsep.join([*reversed(pages.read_text(encoding="utf-8").split()), variables["PATH"]])
    env = {**variables, "PATH": added, "GITHUB_PATH": str(pages)}
    given = re.sub(r"\$\{\{.*?\}\}", "", shell)
    assert given == shell, "an expression in a shell: whoever names a branch would write a command"
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", shell],
        cwd=root,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
