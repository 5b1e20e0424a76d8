"""The verifier finds nothing wrong with what the compiler writes, and finds whatever is changed in it afterwards."""

from __future__ import annotations

import ast
import copy
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from clausier.compile import compile_project
from clausier.diagnostics import has_errors
from clausier.emit.outputs import text_outputs
from properties.oracle import Story
from properties.stories import stories
from support.literate import compiled_case, read_case, write_sources
from verifier.sources import Act as SourceAct
from verifier.sources import read_sources
from verifier.verify import verify

Json = Any
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = sorted((HERE.parent / "cases").glob("*/*/*.md"))


def written(root: Path, *drafts: str) -> tuple[Json, dict[str, Json]] | None:
    """`convention.json`, and the file of each version, as a build writes them; None where it would write nothing."""
    compiled, findings = compile_project(root, drafts=drafts, checks=False)
    if compiled is None or has_errors(findings) or not compiled.timeline.versions:
        return None
    files = {path: bytes(content) for path, content in text_outputs(compiled.timeline)}
    versions = {v.id: json.loads(files[f"versions/{v.id}/convention.json"]) for v in compiled.timeline.versions}
    return json.loads(files["convention.json"]), versions


def faults(root: Path, *drafts: str) -> list[str]:
    made = written(root, *drafts)
    return ["nothing is built"] if made is None else verify(read_sources(root), *made, drafts=drafts)


@dataclass(frozen=True)
class Project:
    """A made-up project, its sources as the verifier reads them, and what a build of it writes."""

    folder: Path
    sources: dict[str, SourceAct]
    convention: Json
    versions: dict[str, Json]

    def faults(self, convention: Json, *, versions: bool = False) -> list[str]:
        """What the verifier says of another `convention.json`, alone or beside the files of the versions."""
        return verify(self.sources, convention, self.versions if versions else None)


@pytest.fixture(scope="module", params=["plain", "moved"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return made_up(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return made_up("plain", tmp_path_factory.mktemp("plain"))


def made_up(name: str, folder: Path) -> Project:
    write_sources(read_case(HERE / f"{name}.md"), folder)
    made = written(folder)
    assert made is not None
    return Project(folder, read_sources(folder), *made)


@pytest.mark.parametrize("path", sorted(HERE.glob("*.py")), ids=lambda p: p.stem)
def test_the_verifier_shares_no_code_with_the_compiler(path: Path) -> None:
    if path == Path(__file__):
        return
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported
    assert imported <= {*sys.stdlib_module_names, "yaml", "verifier"}


def test_the_convention_of_this_repository_says_who_wrote_each_character() -> None:
    assert faults(ROOT) == []


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.relative_to(HERE.parent / "cases").with_suffix("").as_posix())
def test_each_case_says_who_wrote_each_character(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    write_sources(case, tmp_path)
    built = {draft: a for draft, a in compiled_case(case, tmp_path).items() if a[0] and not has_errors(a[1])}
    if path.parent.name == "good":
        assert built
    for draft, (compiled, _) in built.items():
        if compiled and compiled.timeline.versions:
            assert faults(tmp_path, *filter(None, [draft])) == []


@settings(
    max_examples=50,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(stories(most_acts=6))
def test_each_story_says_who_wrote_each_character(story: Story) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert faults(story.write(Path(folder))) == []


def test_the_projects_to_tamper_with_are_sound(project: Project) -> None:
    assert project.faults(project.convention, versions=True) == []
    assert len(project.convention["versions"]) > 3


def test_a_draft_that_is_asked_for_speaks_and_one_that_is_not_may_not(plain: Project) -> None:
    made = written(plain.folder, "avenant-3")
    assert made is not None
    assert verify(plain.sources, *made, drafts=["avenant-3"]) == []
    assert any("a draft" in fault for fault in verify(plain.sources, *made))


# Tampering with every run there is.

Runs = list[Json]


def texts(convention: Json) -> Iterator[Runs]:
    """Every list of runs in the file."""
    for provision in convention["provisions"]:
        for state in provision["states"]:
            if state["heading"]:
                yield state["heading"]
            for block in state["blocks"]:
                if block["type"] == "alinea":
                    yield from (runs for runs in (block["label"], block["runs"]) if runs)
                elif block["type"] == "table":
                    yield from (cell for row in block["rows"] for cell in row if cell)


def another_letter(runs: Runs, at: int) -> bool:
    text = runs[at]["text"]
    middle = len(text) // 2
    runs[at]["text"] = text[:middle] + "ŵ" + text[middle + 1 :]
    return True


def a_letter_less(runs: Runs, at: int) -> bool:
    text = runs[at]["text"].strip()
    if len(text) < 3:
        return False
    runs[at]["text"] = text[:1] + text[2:]
    return bool(text[1] != text[0])


def a_letter_more(runs: Runs, at: int) -> bool:
    runs[at]["text"] += "x"
    return True


def other_typography(runs: Runs, at: int) -> bool:
    text = runs[at]["text"]
    runs[at]["text"] = text.replace("’", "'").replace(" ", "\u00a0")
    return bool(runs[at]["text"].strip() != text.strip())


def the_border_shifted(runs: Runs, at: int) -> bool:
    if at + 1 == len(runs) or runs[at]["origin"] == runs[at + 1]["origin"] or len(runs[at + 1]["text"].strip()) < 2:
        return False
    following = runs[at + 1]["text"]
    runs[at]["text"] += following[:2]
    runs[at + 1]["text"] = following[2:]
    return True


def no_such_operation(runs: Runs, at: int) -> bool:
    runs[at]["origin"] = "avenant-9/1#1"
    return True


def the_convention(runs: Runs, at: int) -> bool:
    changed = bool(runs[at]["origin"] != "convention")
    runs[at]["origin"] = "convention"
    return changed


def an_operation(runs: Runs, at: int) -> bool:
    changed = bool(runs[at]["origin"] == "convention")
    runs[at]["origin"] = OPERATIONS[0]
    return changed


def the_run_dropped(runs: Runs, at: int) -> bool:
    del runs[at]
    return True


OPERATIONS: list[str] = []
Tamper = Callable[[Runs, int], bool]
EVERYWHERE: tuple[Tamper, ...] = (
    another_letter,
    a_letter_less,
    a_letter_more,
    other_typography,
    the_border_shifted,
    no_such_operation,
    the_convention,
    an_operation,
)


def each_tampered(convention: Json, how: Tamper) -> Iterator[tuple[str, Json]]:
    """The file with one run changed, for each that `how` can change, once where several states hold the same line."""
    OPERATIONS[:] = [o["id"] for o in convention["operations"]]
    lines = {json.dumps(runs): (index, len(runs)) for index, runs in enumerate(texts(convention))}
    for index, size in lines.values():
        for at in range(size):
            changed = copy.deepcopy(convention)
            runs = list(texts(changed))[index]
            was = f"{runs[at]['origin']} « {runs[at]['text']} »"
            if how(runs, at):
                yield was, changed


@pytest.mark.parametrize("how", EVERYWHERE, ids=lambda how: how.__name__)
def test_no_run_can_be_tampered_with_unseen(project: Project, how: Tamper) -> None:
    tried = [(was, project.faults(changed)) for was, changed in each_tampered(project.convention, how)]
    assert tried
    assert [was for was, found in tried if not found] == []


def test_no_run_can_be_dropped_unseen_beside_the_files_of_the_versions(project: Project) -> None:
    tried = list(each_tampered(project.convention, the_run_dropped))
    assert [was for was, changed in tried if not project.faults(changed, versions=True)] == []


def test_what_is_dropped_is_seen_without_them_unless_an_operation_may_have_taken_it_away(plain: Project) -> None:
    tried = list(each_tampered(plain.convention, the_run_dropped))
    unseen = {was for was, changed in tried if not plain.faults(changed)}
    assert unseen == {
        # « 4, al. 1, phr. 2 » is deleted: which alinéa is the first, the verifier does not work out.
        "convention « La convention dure quatre ans. »",
        "convention «  Chacun peut la dénoncer. »",
        "convention « Le bilan paraît »",
        "convention « . »",
        # « 1, 1° » is repealed: its words, and what was written into article 1.
        "convention « 1° »",
        "avenant-1/1#1 « plate-forme commune »",
        "avenant-1/2#1 « c) »",
        "avenant-1/2#1 « par courrier. »",
        # Written as often as there are items, or into the new text of another act.
        "avenant-2/2#1 « (abrogé) »",
        "avenant-2/1#1 « les effectifs scolaires »",
    }


# Tampering with everything else.


def provision(convention: Json, name: str, state: int = -1) -> Json:
    return next(p for p in convention["provisions"] if p["id"] == name)["states"][state]


def record(convention: Json, name: str) -> Json:
    return next(o for o in convention["operations"] if o["id"] == name)


def version(convention: Json, name: str) -> Json:
    return next(v for v in convention["versions"] if v["id"] == name)


def swap(parts: list[Json], one: int, other: int) -> None:
    parts[one], parts[other] = parts[other], parts[one]


def in_force_too_soon(convention: Json) -> None:
    """The state that 2023 gives to article 5 is said to hold from 2022 on."""
    states = next(p for p in convention["provisions"] if p["id"] == "convention/5")["states"]
    (last,) = (s for s in states if "avenant-1/3#1" in json.dumps(s))
    others = [s for s in states if s is not last]
    last["versions"][0][0] -= 1
    others[-1]["versions"][-1][1] -= 1


def standing_after_its_end(convention: Json) -> None:
    """The alinéa that stands until the end of 2022 is left standing."""
    states = next(p for p in convention["provisions"] if p["id"] == "convention/4")["states"]
    (ended,) = (s for s in states if "avenant-2/2#4" in json.dumps(s))
    last = len(convention["versions"]) - 1
    ended["versions"] = [[ended["versions"][0][0], last]]
    for state in (s for s in states if s is not ended):
        state["versions"] = [v for v in state["versions"] if v[1] != last]


def a_version_of_its_own(convention: Json) -> None:
    version(convention, "avenant-2")["acts"].remove("avenant-1")


def a_draft(convention: Json) -> None:
    act = copy.deepcopy(convention["acts"][1])
    act["id"], act["folder"] = "avenant-3", "amendments/c"
    convention["acts"].append(act)
    version(convention, "avenant-2")["acts"].append("avenant-3")


ELSEWHERE: dict[str, Callable[[Json], object]] = {
    "two alinéas swapped": lambda j: swap(provision(j, "convention/1")["blocks"], 0, 1),
    "two items swapped": lambda j: swap(provision(j, "convention/1")["blocks"], 4, 5),
    "two cells swapped": lambda j: swap(provision(j, "convention/2")["blocks"][1]["rows"][2], 0, 1),
    "two rows swapped": lambda j: swap(provision(j, "convention/2", 0)["blocks"][1]["rows"], 1, 2),
    "two provisions swapped": lambda j: swap(provision(j, "convention")["children"], 1, 2),
    "an alinéa twice": lambda j: provision(j, "convention/5", 0)["blocks"].extend(
        provision(j, "convention/5", 0)["blocks"]
    ),
    "an alinéa dropped": lambda j: provision(j, "convention/1.1")["blocks"].pop(),
    "new text dropped": lambda j: provision(j, "avenant-2/5 bis")["blocks"].pop(),
    "a heading dropped": lambda j: provision(j, "convention/2").update(heading=None),
    "a provision dropped": lambda j: provision(j, "convention")["children"].pop(2),
    "a provision twice": lambda j: provision(j, "convention")["children"].append("convention/2"),
    "a state too many": lambda j: j["provisions"][2]["states"].append(j["provisions"][2]["states"][0]),
    "a state missing": lambda j: j["provisions"][2]["states"].pop(),
    "an alinéa of another provision": lambda j: provision(j, "convention/1.1")["blocks"].append(
        provision(j, "convention/5", 0)["blocks"].pop()
    ),
    "in force too soon": in_force_too_soon,
    "perhaps no text yet": lambda j: j["periods"][0]["versions"].insert(0, None),
    "standing after its end": standing_after_its_end,
    "an act out of its version": a_version_of_its_own,
    "an act of no folder": lambda j: j["acts"][1].update(id="avenant-7"),
    "an act of another folder": lambda j: j["acts"][1].update(folder="amendments/b"),
    "a version of no act": lambda j: version(j, "avenant-1")["acts"].append("avenant-7"),
    "a version before its acts": lambda j: version(j, "convention")["acts"].append("avenant-1"),
    "a draft": a_draft,
    "another number": lambda j: provision(j, "convention/2").update(number="7"),
    "a number by nobody": lambda j: provision(j, "convention/2").update(number_origin="avenant-9/1#1"),
    "a number by another": lambda j: provision(j, "convention/2").update(number_origin="avenant-1/1#1"),
    "a tombstone by another": lambda j: provision(j, "convention/6").update(status_origin="avenant-2/1#3"),
    "a tombstone by nobody": lambda j: provision(j, "convention/6").update(status_origin=None),
    "another status": lambda j: provision(j, "convention/6").update(status="expired"),
    "a status too many": lambda j: provision(j, "convention/2").update(status="repealed"),
    "another gap": lambda j: provision(j, "convention/3")["blocks"][0].update(reason="page perdue"),
    "a gap too many": lambda j: provision(j, "convention/2")["blocks"].append({"type": "lacuna", "reason": "perdue"}),
    "a mark on other words": lambda j: provision(j, "convention/opening")["blocks"][0]["marks"][0].update(
        text="témoins"
    ),
    "a member renamed": lambda j: j["members"][0]["members"][0].update(name="Aube"),
    "a member dropped": lambda j: j["members"][-1]["members"].pop(),
    "a member too soon": lambda j: j["members"][0]["members"].append(j["members"][-1]["members"][-1]),
    "a change of members dropped": lambda j: j["members"].pop(),
    "an operation dropped": lambda j: j["operations"].pop(0),
    "an operation of another rank": lambda j: record(j, "avenant-1/1#2").update(id="avenant-1/1#7"),
    "an operation of another article": lambda j: record(j, "avenant-1/1#2").update(article="2"),
    "an operation of another file": lambda j: record(j, "avenant-1/1#2").update(path="amendments/a/02.md"),
    "another verb": lambda j: record(j, "avenant-1/1#2").update(verb="remplacer-mots"),
    "another target": lambda j: record(j, "avenant-1/1#2").update(targets=["1.2"]),
    "another sentence": lambda j: record(j, "avenant-1/2#1").update(sentence="Le 3° est complété :"),
    "another date": lambda j: record(j, "avenant-1/3#1").update(in_force="2022-01-01"),
    "another note d’édition": lambda j: record(j, "avenant-1/1#3").update(editorial_note="l’acte ne dit rien"),
    "a note d’édition dropped": lambda j: record(j, "avenant-1/1#3").pop("editorial_note"),
}


@pytest.mark.parametrize("how", ELSEWHERE.values(), ids=ELSEWHERE)
def test_nothing_else_can_be_tampered_with_unseen(plain: Project, how: Callable[[Json], object]) -> None:
    changed = copy.deepcopy(plain.convention)
    how(changed)
    assert changed != plain.convention
    assert plain.faults(changed)


def test_a_text_that_may_not_have_begun_is_not_taken_for_certain(tmp_path: Path) -> None:
    write_sources(read_case(HERE.parent / "cases/time/good/the_first_day_is_not_known.md"), tmp_path)
    made = written(tmp_path)
    assert made is not None
    sources, (convention, _) = read_sources(tmp_path), made
    tampered: tuple[Callable[[Json], object], ...] = (
        lambda j: j["periods"][0]["versions"].remove(None),
        lambda j: j["versions"][0]["valid"].update({"from": "2020-01-15"}),
        lambda j: j["periods"][0].update({"from": "2020-01-14"}),
    )
    for how in tampered:
        changed = copy.deepcopy(convention)
        how(changed)
        assert verify(sources, changed)
    assert not verify(sources, convention)


def test_the_real_convention_cannot_be_tampered_with_unseen() -> None:
    made = written(ROOT)
    assert made is not None
    sources, (convention, versions) = read_sources(ROOT), made
    for how in (another_letter, no_such_operation, the_border_shifted):
        tried = list(each_tampered(convention, how))[::7]
        assert [was for was, changed in tried if not verify(sources, changed)] == []
    dropped = list(each_tampered(convention, the_run_dropped))[::7]
    assert [was for was, changed in dropped if not verify(sources, changed, versions)] == []


def test_the_files_of_the_versions_cannot_be_tampered_with_unseen(plain: Project) -> None:
    for how in (another_letter, no_such_operation):
        changed = copy.deepcopy(plain.versions)
        article = next(c for c in changed["avenant-1"]["provision"]["children"] if c["number"] == "4")
        how(article["alineas"][0]["runs"], 0)
        assert verify(plain.sources, plain.convention, changed)
