"""The files that make a forge check what is proposed, show what it changes, and publish the site."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

import clausier
from clausier.forge.job import Forge

EXTRAS = "site,documents,export"
_TEMPLATES = Path(__file__).parents[1] / "templates/forge"
_NAME = re.compile(r"[A-Za-z0-9._-]+")


class Setup(Struct, frozen=True, kw_only=True):
    """How the pipeline of a project gets the tool, where that is not by pip; and the workflow of tests that its site waits for (GitHub)."""

    install: str
    tests: str = ""


class _Forge(Struct, frozen=True, kw_only=True):
    """Where a forge looks for each file, and what it calls what people do there.

    `head` is the front matter of a template of issue, where it asks for one; `variables` what sets variables in its pipeline.
    """

    pipeline: str
    first: str = ""  # what it reads first, and which includes the pipeline
    variables: str = "env"
    proposal: str
    issues: dict[str, str]
    head: str = "---\nname: {name}\nabout: {about}\n---\n\n"
    words: dict[str, str]


_ISSUES = {
    "avenant-signe.md": ("Avenant signé", "Un avenant à faire entrer"),
    "erreur-dans-le-texte.md": ("Erreur dans le texte", "Le texte affiché n’est pas celui qui a été signé"),
}
_NEW_BRANCH = "écrire en une ligne ce qui change, choisir «\u00a0Create a new branch\u00a0»"
_FORGES: dict[Forge, _Forge] = {
    "github": _Forge(
        pipeline=".github/workflows/clausier.yml",
        proposal=".github/PULL_REQUEST_TEMPLATE.md",
        issues={name: f".github/ISSUE_TEMPLATE/{name}" for name in _ISSUES},
        words={
            "edit": "Le crayon («\u00a0Edit this file\u00a0») ouvre le fichier\u00a0; «\u00a0Add file\u00a0» en fait un nouveau.",
            "propose": f"**Commit changes…**\u00a0: {_NEW_BRANCH}, puis **Propose changes** et **Create pull request**.",
            "answer": "sous la proposition («\u00a0pull request\u00a0»)",
            "accept": "**Merge pull request**",
        },
    ),
    "gitlab": _Forge(
        pipeline=".gitlab/clausier.yml",
        first=".gitlab-ci.yml",
        variables="variables",
        proposal=".gitlab/merge_request_templates/Default.md",
        issues={name: f".gitlab/issue_templates/{title}.md" for name, (title, _) in _ISSUES.items()},
        head="",
        words={
            "edit": "**Edit › Edit single file** ouvre le fichier\u00a0; **Edit › Web IDE** en ouvre plusieurs, et en fait de nouveaux.",
            "propose": "**Commit changes**\u00a0: écrire en une ligne ce qui change, donner un nom à la nouvelle branche, puis "
            "**Create merge request**.",
            "answer": "sur la proposition («\u00a0merge request\u00a0»)",
            "accept": "**Merge**",
        },
    ),
    "forgejo": _Forge(
        pipeline=".forgejo/workflows/clausier.yml",
        proposal=".forgejo/PULL_REQUEST_TEMPLATE.md",
        issues={name: f".forgejo/ISSUE_TEMPLATE/{name}" for name in _ISSUES},
        words={
            "edit": "Le crayon («\u00a0Edit file\u00a0») ouvre le fichier\u00a0; **New file** en fait un nouveau.",
            "propose": f"Sous le fichier, {_NEW_BRANCH}, puis **Propose file change** et **Create pull request**.",
            "answer": "sous la proposition («\u00a0pull request\u00a0»)",
            "accept": "**Create merge commit**",
        },
    ),
}


def forge_files(forge: Forge, package: str = "") -> dict[str, bytes]:
    """Every file that the forge reads in a project, by its path; `package` is what pip installs the tool from, if that is known."""
    here = _FORGES[forge]
    about = {**here.words, "pipeline": here.pipeline}
    files = {
        here.pipeline: pipeline(forge, package),
        here.proposal: _template("proposal.md"),
        **{path: here.head.format_map(_head(name)) + _template(f"issues/{name}") for name, path in here.issues.items()},
        "CONTRIBUTING.md": _filled(_template("contributing.md"), about),
    }
    if here.first:
        files[here.first] = _template("gitlab-ci.yml")
    return {path: text.encode() for path, text in files.items()}


def pipeline(forge: Forge, package: str = "", setup: Setup | None = None) -> str:
    """What the forge does, in its own words."""
    here = _FORGES[forge]
    values = {"version": clausier.__version__, "extras": EXTRAS, "pipeline": here.pipeline, "variables": here.variables}
    values["package"] = json.dumps(requirement(package), ensure_ascii=False)
    install = setup.install if setup else _filled(_template("install.sh"), values)
    tests = setup.tests if setup else ""
    return _filled(
        _template(f"{forge}.yml"),
        {
            "package": "" if setup else _filled(_template("package.yml"), values),
            "install": install,
            "tests": f"\n  tests:\n    uses: ./{tests}" if tests else "",
            "needs": "needs: tests" if tests else "",
        },
    )


def pipeline_path(forge: Forge) -> str:
    """Where the forge finds what it does."""
    return _FORGES[forge].pipeline


def first_path(forge: Forge) -> str:
    """What the forge reads before that, and must include it; nothing where it finds it by itself."""
    return _FORGES[forge].first


def requirement(package: str) -> str:
    """What to tell pip, to have from there all that a pipeline runs: a name, an archive, or the address of a repository."""
    if not package or "[" in package:
        return package
    if "://" in package:
        return f"clausier[{EXTRAS}] @ {package}"
    name = _NAME.match(package)
    if name and "/" not in package and not package.endswith(".whl"):
        return f"{name[0]}[{EXTRAS}]{package[name.end() :]}"
    return f"{package}[{EXTRAS}]"


def _head(name: str) -> dict[str, str]:
    title, about = _ISSUES[name]
    return {"name": title, "about": about}


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its blanks filled: each further line of a value stands below the first, and a line of nothing else goes."""
    lines: list[str] = []
    for line in text.splitlines():
        blank = re.fullmatch(r"( *)\{\{([a-z]+)\}\}", line)
        if blank:
            lines += [f"{blank[1]}{part}".rstrip() for part in values[blank[2]].splitlines()]
        else:
            lines.append(re.sub(r"(?<!\$)\{\{([a-z]+)\}\}", lambda found: values[found[1]], line))
    return "\n".join(lines) + "\n"
