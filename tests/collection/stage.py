"""Collections of small conventions, some of which end the process that reads them, and the command over them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema

from clausier import schemas
from clausier.author.new import new_project

DEADLY, FAULTY = "90-mort.md", "90-defaut.md"
# Put before the interpreter's own modules, in every process: what reads one of these files ends, or fails.
TRAPS = f"""
import os, sys
def trap(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        name = os.fsdecode(arguments[0])
        if name.endswith("{DEADLY}"):
            os._exit(3)
        if name.endswith("{FAULTY}"):
            raise ZeroDivisionError
sys.addaudithook(trap)
"""


def project(root: Path, words: str = "") -> Path:
    """A small convention, whose first article ends in these words."""
    root.parent.mkdir(parents=True, exist_ok=True)
    new_project(root)
    article = root / "convention/01-objet.md"
    article.write_text(f"{article.read_text(encoding='utf-8')}\n{words or root.name}.\n", encoding="utf-8")
    return root


def collection(home: Path, names: Iterable[str]) -> Path:
    """A folder of conventions: those named `faux…` have an error, `mort…` and `defaut…` fall into a trap."""
    for name in names:
        root = project(home / name)
        kind = name.rpartition("/")[2]
        if kind.startswith("faux"):
            (root / "convention/91-faux.md").write_text("# Article 91 – Faux\n\nDes <br> mots.\n", encoding="utf-8")
        if kind.startswith("mort"):
            (root / "convention" / DEADLY).write_text("# Article 90 – Mort\n\nDes mots.\n", encoding="utf-8")
        if kind.startswith("defaut"):
            (root / "convention" / FAULTY).write_text("# Article 90 – Défaut\n\nDes mots.\n", encoding="utf-8")
    return home


def environment(folder: Path) -> dict[str, str]:
    """The environment of processes that fall into the traps."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(TRAPS, encoding="utf-8")
    path = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path}


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "clausier", "build", "--collection", *map(str, arguments)]


def answer(*arguments: str | Path, code: int, env: dict[str, str] | None = None) -> dict[str, Any]:
    """What the command answers programs, which fits its schema; it says nothing else."""
    call = [*command(*arguments), "--format", "json"]
    done = subprocess.run(call, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    jsonschema.validate(found, schemas.load("collection"))
    return found


def states(found: dict[str, Any]) -> dict[str, str]:
    return {project["name"]: project["state"] for project in found["projects"]}
