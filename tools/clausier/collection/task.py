"""One project of a collection, built where the task is run, unless what stands there was made of the same."""

from __future__ import annotations

import json
import re
import sys
import traceback
from functools import cache
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from clausier import FORMAT
from clausier.build import Site, build_project
from clausier.collection.projects import Project
from clausier.diagnostics import Diagnostic, Span, codes_out, report
from clausier.diagnostics.render import counts
from clausier.digest import digest, sha256
from clausier.emit.contract import json_output
from clausier.schemas import shipped

RECORD = "made-from.json"
MOST = 20  # errors told of one project: the command over it alone tells them all
State = Literal["built", "unchanged", "failed", "died"]


class Task(Struct, frozen=True, kw_only=True):
    """A project to be built, and by what: whichever process takes it, on whichever machine, does the same."""

    project: Project
    compiler: str
    site: bool = False
    documents: bool = True
    cache: bool = True
    force: bool = False


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of a task: whether outputs stand that are made of its sources, and the errors if none could be made."""

    project: Project
    state: State
    errors: int = 0
    warnings: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def run(task: Task) -> Outcome:
    """Build the project of the task. Raises nothing: whatever goes wrong with one project is its own."""
    try:
        return _run(task)
    except Exception as error:  # noqa: BLE001 - a fault of ours, told as one: the others are to be built
        raised = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}, {Path(raised.filename).name}:{raised.lineno}"
        return failed(task, report(codes_out.FAULT, Span("convention"), what=what))


def failed(task: Task, *diagnostics: Diagnostic, state: State = "failed") -> Outcome:
    """The outcome of a task that has made no outputs, and why."""
    errors, warnings = counts(diagnostics)
    told = [d for d in diagnostics if d.severity == "error"][:MOST]
    return Outcome(
        project=task.project,
        state=state,
        errors=errors,
        warnings=warnings,
        diagnostics=tuple(_named(task.project.name, d) for d in told),
    )


def died(task: Task) -> Outcome:
    """The outcome of a task whose process has ended without a word."""
    return failed(task, report(codes_out.DIED, Span("convention")), state="died")


def _run(task: Task) -> Outcome:
    project = task.project
    if compiler() != task.compiler:
        return failed(task, report(codes_out.OTHER_COMPILER, Span("convention")))
    if not project.root.is_dir():
        return failed(task, report(codes_out.NOT_SEEN, Span("convention"), path=str(project.root)))
    if not task.force and (warnings := _stands(task)) is not None:
        return Outcome(project=project, state="unchanged", warnings=warnings)

    def record(sources: str, manifest: bytes) -> dict[str, bytes]:
        made = {**_made_from(task, sources), "manifest": sha256(manifest)}
        return {RECORD: json_output(RECORD, made, "made-from")}

    built = build_project(
        project.root,
        project.out,
        site=Site(documents=task.documents) if task.site else None,
        cache=task.cache,
        record=record,
    )
    if not built.files:
        return failed(task, *built.diagnostics)
    _, warnings = counts(built.diagnostics)
    return Outcome(project=project, state="built", warnings=warnings)


def _made_from(task: Task, sources: str) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "sources": sources,
        "compiler": task.compiler,
        "site": task.site,
        "documents": task.site and task.documents,
    }


def _stands(task: Task) -> int | None:
    """How many warnings there are where the outputs stand whole and are made of the same; None where they are not."""
    out = task.project.out
    try:
        made = json.loads((out / RECORD).read_bytes())
        manifest = (out / "manifest.json").read_bytes()
        if made != {**_made_from(task, digest(task.project.root)), "manifest": sha256(manifest)}:
            return None
        files = json.loads(manifest)["files"]
        if any(sha256((out / name).read_bytes()) != known for name, known in files.items()):
            return None
        if task.site and not (out / "site/index.html").is_file():
            return None
        return int(json.loads((out / "diagnostics.json").read_bytes())["warnings"])
    except (OSError, ValueError, KeyError):  # not there, torn, of another version
        return None


def _named(project: str, found: Diagnostic) -> Diagnostic:
    """A finding in a project, its places being those of the collection."""

    def named(span: Span) -> Span:
        return replace(span, path=f"{project}/{span.path}")

    labels = tuple(replace(label, span=named(label.span)) for label in found.labels)
    return replace(found, span=named(found.span), labels=labels)


@cache
def compiler() -> str:
    """The hash of what makes outputs of sources: this program, its schemas and pages, the libraries that it asks for, Python."""
    from importlib import metadata

    package = Path(__file__).parents[1]
    parts = [repr(sys.version_info[:2])]
    for folder in (package, shipped("schema"), shipped("site")):
        names = tuple(sorted(p.name for p in folder.iterdir() if p.name != "data"))
        parts.append(digest(folder, names))
    for name in sorted(_libraries(metadata.requires("clausier") or ())):
        try:
            parts.append(f"{name}=={metadata.version(name)}\n")
        except metadata.PackageNotFoundError:  # of an extra that is not installed
            continue
    return sha256("".join(parts).encode())


def _libraries(requirements: Any) -> set[str]:
    """The names of what is required, but for what only takes tasks to machines."""
    return {re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in requirements if "cluster" not in line}
