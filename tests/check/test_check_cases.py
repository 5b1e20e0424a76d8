"""Each check against its cases: `cases/CODE-name.md` holds small projects, and what the check finds in them.

A case is a heading, a sentence, the files of a project and, where the check finds something (those that compare sentences
with operations count as one), a `finds` block: for each finding its place and its French message, then its help and the other places it names. Files that no case needs to spell
out are added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clausier.check.agreement import CODES as OF_SENTENCES
from clausier.check.agreement import disagreements
from clausier.check.every import CODES, EVERY, OVER_TIME, run_checks, run_over_rules, run_over_time
from clausier.consolidate import consolidate
from clausier.diagnostics import Diagnostic, in_order
from clausier.rules.bind import bind_rules
from clausier.rules.read import read_rules
from clausier.source.acts import read_project
from support.projects import written

NAMED = (*(check.CODE.id for check in EVERY), *(code.id for code in OF_SENTENCES))
CASES = Path(__file__).parent / "cases"
INDEX = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-15\ncomplète: non\n",
    "amendments/a/avenant.yml": "id: a\ntitre: Avenant n° 1\nsignature: 2021-06-01\nen-vigueur: 2021-06-01\n",
}
NO_EFFECT = "---\nsans-effet: exposé\n---\n"
_PART = re.compile(r"^```(?P<name>\S+)\n(?P<text>.*?)^```$|^## (?P<title>[^\n]+)$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A small project and what the check of `code` finds in it."""

    code: str
    title: str
    files: dict[str, str]
    finds: tuple[str, ...]


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of one file."""
    titles: list[str] = []
    blocks: list[dict[str, str]] = []
    for part in _PART.finditer(path.read_text(encoding="utf-8")):
        if part["title"]:
            titles.append(part["title"])
            blocks.append({})
        else:
            blocks[-1][part["name"]] = part["text"]
    finds = [tuple(files.pop("finds", "").splitlines()) for files in blocks]
    code = path.name.split("-")[0]
    return tuple(
        Case(code=code, title=title, files=files, finds=found)
        for title, files, found in zip(titles, blocks, finds, strict=True)
    )


ALL = tuple(case for path in sorted(CASES.glob("*.md")) for case in read_cases(path))


def project(case: Case, root: Path) -> Path:
    """The project of `case`, written at `root`. An article of an amendment without front matter changes no word."""
    folders = {name.rpartition("/")[0] for name in case.files}
    index = {
        name: text
        for name, text in INDEX.items()
        if name.startswith("convention") or name.rpartition("/")[0] in folders
    }
    bare = {name for name, text in case.files.items() if name.startswith("amendments") and text.startswith("# ")}
    files = {**index, **case.files}
    return written(root, {name: (NO_EFFECT if name in bare else "") + text for name, text in files.items()})


def shown(diagnostic: Diagnostic) -> Iterator[str]:
    """A finding as a `finds` block has it."""
    yield f"{diagnostic.span} {diagnostic.message.text('fr')}"
    if diagnostic.help:
        yield f"  {diagnostic.help.text('fr')}"
    for label in diagnostic.labels:
        yield f"  {label.span} {label.message.text('fr')}"


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.code}: {case.title}")
def test_a_check_finds_what_its_case_says_and_nothing_else(case: Case, tmp_path: Path) -> None:
    corpus, unread = read_project(project(case, tmp_path))
    assert corpus is not None
    timeline, unfit = consolidate(corpus)
    over_time = case.code in {check.CODE.id for check in OVER_TIME}
    assert [d for d in (*unread, *(unfit if over_time else ())) if d.severity == "error"] == []
    written, unruly = read_rules(tmp_path, corpus.acts)
    rules, unbound = bind_rules(written, timeline)
    assert (*unruly, *unbound) == ()
    every = (
        *run_checks(corpus),
        *run_over_time(timeline),
        *run_over_rules(rules, timeline),
        *disagreements(corpus, timeline, unread),
    )
    asked = {code.id for code in OF_SENTENCES} if case.code in {code.id for code in OF_SENTENCES} else {case.code}
    found = in_order(d for d in every if d.code.id in asked)
    assert tuple(line for diagnostic in found for line in shown(diagnostic)) == case.finds


@pytest.mark.parametrize("code", NAMED)
def test_every_check_has_a_case_in_which_it_finds_and_one_in_which_it_does_not(code: str) -> None:
    finds = [bool(case.finds) for case in ALL if case.code == code]
    assert {True, False} <= set(finds)


def test_every_check_shows_what_to_avoid_and_what_to_prefer() -> None:
    assert [c.id for c in CODES if not ("À éviter\u00a0:" in c.explanation and "Préférer" in c.explanation)] == []


def test_every_case_file_is_named_for_a_check() -> None:
    assert {case.code for case in ALL} <= set(NAMED)
