"""Each literate case in `tests/cases/TOPIC/{good,bad}/` holds; each code of the sources has its case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausier.catalogue import CODES as ALL_CODES
from clausier.diagnostics import Code, has_errors
from support.literate import Case, compiled_case, read_case, rewritten, said, write_sources

CASES = Path(__file__).parent / "cases"
PATHS = sorted(CASES.glob("*/*/*.md"))
CODES = tuple(code for code in ALL_CODES if code.id[:3] in {"SRC", "REF", "AMD", "RUL", "TIM"})
WITHOUT_A_CASE = {
    "RUL121": "a file that a call names, not one of the sources: tests/decide/test_calendar.py",
    "RUL122": "a file that a call names, not one of the sources: tests/decide/test_calendar.py",
    "RUL123": "a file that a call names, not one of the sources: tests/decide/test_qualify.py",
    "SRC306": "a file too large to stand in a case: tests/source/test_bad_input.py",
    "SRC313": "the system's refusal, which text cannot stage: tests/source/test_bad_input.py",
    "SRC415": "what no schema of the sources asks for in another way: tests/source/test_schema.py",
    "TIM106": "an answer to a version asked for, not a finding of the sources",
}


def name(path: Path) -> str:
    return path.relative_to(CASES).with_suffix("").as_posix()


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_the_case_holds(path: Path, tmp_path: Path, *, update: bool) -> None:
    case = read_case(path)
    write_sources(case, tmp_path)
    answers = compiled_case(case, tmp_path)
    if update:
        path.write_text(rewritten(case, {block: said(block, answers) for block in case.expected}), encoding="utf-8")
        case = read_case(path)
    for block in case.expected:
        assert block.body == said(block, answers)
    _, diagnostics = answers[""]
    if path.parent.name == "good":
        assert not has_errors(diagnostics)
        assert findings(case) or not diagnostics


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_a_case_says_its_law_then_shows_it(path: Path) -> None:
    case = read_case(path)
    assert path.parent.name in {"good", "bad"}
    title, _, prose = case.prose.partition("\n")
    assert title.startswith("# ")
    assert prose.strip().endswith((".", " ?"))
    assert case.sources
    assert case.expected
    if path.parent.name == "bad":
        assert re.search(r"^[A-Z]{3}\d{3} (error|warning) ", findings(case), re.MULTILINE)


def findings(case: Case) -> str:
    return "".join(block.body for block in case.expected if block.info[1] == "findings")


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_every_code_is_named_by_a_case(code: Code) -> None:
    kinds = {"good", "bad"} if code.severity == "remark" else {"bad"}
    named = [p for p in PATHS if p.parent.name in kinds and f"{code.id} " in findings(read_case(p))]
    assert bool(named) is not (code.id in WITHOUT_A_CASE)
