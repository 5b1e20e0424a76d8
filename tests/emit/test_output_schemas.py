"""Every JSON that leaves the program fits its schema, and what would not is never written."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clausier import schemas
from clausier.emit.contract import Long, OutputFault, json_output, long_output
from clausier.emit.convention_json import convention_json
from clausier.emit.outputs import text_outputs
from support.calling import answer_of, called, misfits
from support.paged import outputs
from support.projects import ROOT, real_convention
from support.trees import tree

OUTPUTS = (
    "blame",
    "calendar",
    "check",
    "coalitions",
    "convention-output",
    "decide",
    "diff",
    "duties",
    "explain",
    "history",
    "manifest",
    "qualify",
    "references",
    "rules",
    "show",
)
# Every command that answers in JSON, with its schema and the exit code of the answer.
COMMANDS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("check", 0, ("check",)),
    ("check", 0, ("check", "--lang", "en")),
    ("show", 0, ("show",)),
    ("show", 0, ("show", "8.3")),
    ("show", 0, ("show", "8.1, al. 9")),
    ("show", 0, ("show", "8.1, al. 11, phr. 2")),
    ("show", 1, ("show", "8.1, al. 9, phr. 2")),
    ("show", 0, ("show", "6, titre")),
    ("show", 0, ("show", "8.3, tableau 1")),
    ("show", 0, ("show", "--version", "convention")),
    ("show", 0, ("show", "--at", "2022-08-01")),
    ("show", 0, ("show", "8.3", "--at", "2022-08-01")),
    ("show", 0, ("show", "6.1", "--at", "2022-08-01")),
    ("show", 1, ("show", "8.3", "--at", "2020-01-01")),
    ("show", 1, ("show", "6.3", "--at", "2020-01-01")),
    ("show", 1, ("show", "99")),
    ("diff", 0, ("diff", "convention", "avenant-1")),
    ("diff", 0, ("diff", "avenant-1", "convention", "6")),
    ("diff", 0, ("diff", "avenant-1", "avenant-1")),
    ("diff", 0, ("diff", "--against", ".")),
    ("diff", 0, ("diff", "convention", "2022-08-01")),
    ("diff", 0, ("diff", "2022-08-01", "2022-09-01", "8.3")),
    ("history", 0, ("history", "6")),
    ("history", 0, ("history", "8.3")),
    ("blame", 0, ("blame", "8")),
    ("blame", 0, ("blame", "2")),
    ("explain", 0, ("explain",)),
    ("explain", 0, ("explain", "AMD102")),
    ("rules", 0, ("rules",)),
    ("rules", 0, ("rules", "--at", "2022-08-01")),
    ("rules", 0, ("rules", "--diff", "convention", "avenant-1")),
    ("rules", 0, ("rules", "--diff", "convention", "2022-08-01")),
    ("coalitions", 0, ("coalitions", "cogouv")),
    ("coalitions", 0, ("coalitions", "cogouv", "--at", "2022-08-01")),
    ("decide", 0, ("decide", "tests/decide/votes/cogouv.json")),
    ("decide", 0, ("decide", "tests/decide/votes/cogouv.json", "--assume", "assiette=ensemble")),
    ("decide", 0, ("decide", "tests/decide/votes/ag.json")),
    ("decide", 0, ("decide", "tests/decide/votes/cogouv.json", "--at", "2022-08-01")),
    ("decide", 1, ("decide", "tests/decide/votes/cogouv.json", "--at", "2020-08-01")),
    ("check", 1, ("decide", "tests/decide/votes/cogouv.json", "--assume", "x=y")),
    ("calendar", 0, ("calendar", "--from", "2022-01-01", "--to", "2023-12-31")),
    ("duties", 0, ("duties",)),
    ("duties", 0, ("duties", "--of", "marne", "--at", "2023-01-01")),
    ("duties", 0, ("duties", "--at", "2022-08-01")),
)


def schema_of(path: str) -> str:
    """The schema of a file of the outputs."""
    name = path.removeprefix("data/")
    if name.startswith("versions/"):
        return "show"
    return {"convention.json": "convention-output", "diagnostics.json": "check"}.get(name, name.removesuffix(".json"))


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    compiled = real_convention(checks=True)
    return {path: bytes(content) for path, content in outputs(compiled, ROOT).items()}


READERS = (
    ("show",),
    ("diff", "convention", "avenant-1"),
    ("history", "6"),
    ("blame", "6"),
    ("rules",),
    ("acts",),
    ("duties",),
    ("coalitions", "cogouv"),
    ("calendar", "--from", "2022-01-01", "--to", "2022-12-31"),
    ("decide", str(ROOT / "tests/decide/votes/ag.json")),
    ("qualify", "-"),
)


@pytest.mark.parametrize("call", READERS, ids=" ".join)
def test_what_is_wrong_with_the_sources_is_told_in_json_in_place_of_the_answer(
    call: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "convention").mkdir()
    (tmp_path / "convention/convention.yml").write_text("titr: Convention\n", encoding="utf-8")
    done = called(*call, "--format", "json", project=tmp_path, typed="matter: evolution\n", code=1)
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    assert misfits("check", answer) == []
    assert {found["severity"] for found in answer["diagnostics"]} == {"error"}
    assert {found["path"] for found in answer["diagnostics"]} == {"convention/convention.yml"}


@pytest.mark.parametrize(
    ("name", "code", "call"), COMMANDS, ids=lambda part: " ".join(part) if isinstance(part, tuple) else ""
)
def test_an_answer_in_json_fits_the_schema_of_its_command(
    name: str, code: int, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert answer_of(*call, schema=name, code=code)


def test_every_json_of_a_build_fits_its_schema(built: dict[str, bytes]) -> None:
    paths = [p for p in built if p.endswith(".json") and not p.startswith("docs/")]
    assert {schema_of(p) for p in paths} == {"check", "convention-output", "manifest", "references", "rules", "show"}
    for path in paths:
        assert misfits(schema_of(path), json.loads(built[path])) == [], path


def test_a_version_is_what_show_answers_for_it(built: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for version in json.loads(built["convention.json"])["versions"]:
        written = json.loads(built[f"versions/{version['id']}/convention.json"])
        assert answer_of("show", "--version", version["id"]) == written


def test_the_manifest_names_every_other_file(built: dict[str, bytes]) -> None:
    assert json.loads(built["manifest.json"])["files"].keys() == built.keys() - {"manifest.json"}


def every(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from every(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from every(inner)


def test_a_definition_of_one_name_says_the_same_in_every_output() -> None:
    """A unit of the text, say, is one thing; `convention.json`, which stores its states apart, has its own shapes."""
    met: dict[str, Any] = {}
    for name in ("blame", "diff", "history", "show"):
        for definition, schema in schemas.load(name)["$defs"].items():
            assert met.setdefault(definition, schema) == schema, f"{name}: {definition}"


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_definition_is_used(name: str) -> None:
    schema = schemas.load(name)
    used = {part["$ref"].removeprefix("#/$defs/") for part in every(schema) if "$ref" in part}
    assert used == set(schema.get("$defs", {}))


def broken(value: Any) -> Iterator[tuple[str, Any]]:
    """`value` with one thing wrong with it, each in turn: a key too many, a key gone, a value of another kind."""
    whole = json.dumps(value)
    places = [place for place in paths(value) if isinstance(at(value, place), dict)]
    for place in places:
        for key in (*at(value, place), None):
            copy = json.loads(whole)
            found = at(copy, place)
            if key is None:
                found["surprise"] = 1
                yield f"{place} + surprise", copy
                continue
            found[key] = object.__name__ if isinstance(found[key], (list, dict, bool)) else ["surprise"]
            yield f"{place}.{key} of another kind", copy


def paths(value: Any, here: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield here
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from paths(part, (*here, key))


def at(value: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        value = value[step]
    return value


def test_the_schema_of_the_text_lets_nothing_else_pass(built: dict[str, bytes]) -> None:
    whole = json.loads(built["convention.json"])
    whole["provisions"] = whole["provisions"][:3] + [p for p in whole["provisions"] if p["id"].endswith("8.3")]
    whole["operations"] = whole["operations"][:3]
    fits = schemas.validator("convention-output")
    assert fits.is_valid(whole)
    passed = [what for what, value in broken(whole) if fits.is_valid(value)]
    assert passed == []


def test_what_does_not_fit_its_schema_is_refused_with_its_place() -> None:
    value = {"format": "0.1", "convention": "essai", "files": {"convention.md": "not a hash"}}
    with pytest.raises(OutputFault) as fault:
        json_output("manifest.json", value, "manifest")
    assert fault.value.diagnostic.code.id == "OUT105"
    assert "manifest.json" in str(fault.value)
    assert "files/convention.md" in str(fault.value)


def test_an_entry_of_a_long_list_that_does_not_fit_is_refused() -> None:
    compiled = real_convention(checks=True)
    value = convention_json(compiled.timeline)
    value["operations"] = list(value["operations"].entries)
    written = list(value["provisions"].entries)
    entries = [msgspec.json.decode(entry) for entry in written]
    whole = json_output("convention.json", {**value, "provisions": entries}, "convention-output")
    for same in (entries, written):  # not yet held to their schema, or as JSON that has been
        long = long_output("convention.json", {**value, "provisions": Long(same, "provision")}, "convention-output")
        assert bytes(long) == whole
    wrong = [*entries[:-1], {**entries[-1], "states": "none"}]
    with pytest.raises(OutputFault) as fault:
        bytes(long_output("convention.json", {**value, "provisions": Long(wrong, "provision")}, "convention-output"))
    assert "states" in str(fault.value)
    with pytest.raises(OutputFault):  # the convention has a provision at least
        bytes(long_output("convention.json", {**value, "provisions": Long((), "provision")}, "convention-output"))


def test_a_fault_of_an_output_leaves_the_former_outputs_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    call = ("--no-cache", "--out", out)
    called("build", *call, project=ROOT, code=0)
    before = tree(out)
    monkeypatch.setattr("clausier.emit.outputs.FORMAT", datetime.date(2000, 1, 1).isoformat())
    assert "erreur[OUT105]" in called("build", *call, project=ROOT, code=1).stderr
    assert tree(out) == before


def test_text_outputs_need_no_page() -> None:
    compiled = real_convention(checks=True)
    assert {p.rpartition(".")[2] for p, _ in text_outputs(compiled.timeline)} == {"json", "md"}
