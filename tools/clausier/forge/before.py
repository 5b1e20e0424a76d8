"""The state of a project that a proposal started from, as git keeps it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from clausier.diagnostics import Filled, Message, Refused

_NO_REPOSITORY = Message(
    fr="«\u00a0{folder}\u00a0» n’est pas dans un dépôt git ({why})", en="“{folder}” is not in a git repository ({why})"
)
_NO_COMMIT = Message(
    fr="pas de commit «\u00a0{target}\u00a0» dans ce dépôt\u00a0; --target en nomme un autre",
    en="no commit “{target}” in this repository; --target names another",
)
_NOTHING_SHARED = Message(
    fr="rien de commun avec «\u00a0{target}\u00a0»\u00a0: il faut l’historique entier du dépôt",
    en="nothing in common with “{target}”: the whole history of the repository is needed",
)


@contextmanager
def before(project: Path, target: str) -> Iterator[Path]:
    """A folder that holds the project as it was in the commit where the proposal left `target`; it lasts as long as it is used.

    Not as it is in `target`, lest what that branch has gained since look like the proposal's undoing. Empty where the project
    did not exist then. Raises `Refused`.
    """
    top = Path(_asked(project, "rev-parse", "--show-toplevel", otherwise=_NO_REPOSITORY.fill(folder=str(project))))
    within = _asked(project, "rev-parse", "--show-prefix", otherwise=_NO_REPOSITORY.fill(folder=str(project)))
    commit = _asked(
        top,
        "rev-parse",
        "--verify",
        "--end-of-options",
        f"{target}^{{commit}}",
        otherwise=_NO_COMMIT.fill(target=target),
    )
    left = _asked(top, "merge-base", "HEAD", commit, otherwise=_NOTHING_SHARED.fill(target=target))
    with tempfile.TemporaryDirectory(prefix="clausier-") as scratch:
        folder = Path(scratch, "before")
        folder.mkdir()
        tree = _git(top, "rev-parse", "--verify", "--quiet", f"{left}:{within}")
        if tree.returncode == 0:
            # An index of its own: that of the repository stays as it is, and what is written is what git would check out.
            index = {"GIT_INDEX_FILE": str(Path(scratch, "index"))}
            for words in (("read-tree", tree.stdout.strip()), ("checkout-index", "--all", f"--prefix={folder}/")):
                _asked(top, *words, variables=index, otherwise=_NO_COMMIT.fill(target=target))
        yield folder


def _asked(folder: Path, *words: str, otherwise: Filled, variables: Mapping[str, str] | None = None) -> str:
    """What git answers; raises `Refused` with `otherwise`, and git's own reason where it asks for one."""
    done = _git(folder, *words, variables=variables)
    if done.returncode:
        why = (done.stderr.strip().splitlines() or [""])[-1]
        said = otherwise.message.fill(**dict(otherwise.values), why=why)
        raise Refused(said.text("fr"), said.text("en"))
    return done.stdout.strip("\n")


def _git(folder: Path, *words: str, variables: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - no shell reads these words
            ["git", "-C", str(folder), *words],  # noqa: S607 - the user's own git
            env={**os.environ, **(variables or {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise Refused(fr="git n’est pas installé", en="git is not installed") from error
