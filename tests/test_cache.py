"""What runs keep for one another: it may be gone, broken or another version's, and the outputs are the same."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausier.build import compile_project, outputs
from clausier.cache import Cache, dump, fingerprint, load
from clausier.cli import cli
from clausier.diagnostics.render import as_data
from clausier.emit.content import Content
from clausier.store import CACHE, cached

ROOT = Path(__file__).parents[1]
SOURCES = ("convention", "amendments")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sources of the real convention, alone in a folder."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def compiled(root: Path, cache: Cache | None = None) -> tuple[object, dict[str, Content]]:
    """Every finding, and every output that there is."""
    found, diagnostics = compile_project(root, cache=cache)
    return as_data(diagnostics, "fr"), dict(outputs(found, root)) if found and found.sound else {}


@pytest.fixture(scope="module")
def pack() -> bytes:
    """What a run over the real convention leaves for the next."""
    cache = Cache()
    compile_project(ROOT, cache=cache)
    return dump(cache)


def run(*arguments: str) -> int:
    """The exit code of a command."""
    return CliRunner().invoke(cli, [*arguments], obj="fr").exit_code


def test_what_is_kept_gives_the_same_outputs(project: Path, pack: bytes) -> None:
    assert compiled(project, load(pack)) == compiled(project)


def edited(text: str, rng: random.Random) -> str:
    """The text with one of its words taken away, doubled, or with a letter more: right or wrong, as an edit may be."""
    words = list(re.finditer(r"\w+", text))
    word = rng.choice(words)
    new = rng.choice(["", f"{word.group()} {word.group()}", word.group() + "s"])
    return text[: word.start()] + new + text[word.end() :]


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edit_the_outputs_are_those_of_a_clean_run(project: Path, pack: bytes, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same edits each time
    cache = load(pack)
    files = sorted(p for name in SOURCES for p in (project / name).rglob("*") if p.suffix in {".md", ".yml"})
    for path in rng.sample(files, rng.choice([1, 1, 3])):
        path.write_text(edited(path.read_text(encoding="utf-8"), rng), encoding="utf-8")
    assert compiled(project, cache) == compiled(project)
    # And once more, from what the run after the edit has kept in its turn.
    assert compiled(project, load(dump(cache))) == compiled(project)


def test_a_file_that_moves_is_read_anew(project: Path, pack: bytes) -> None:
    cache = load(pack)
    folder = project / "amendments" / "2022-avenant-1"
    (folder / "01-objet.md").rename(folder / "01-objet-de-l-avenant.md")
    assert compiled(project, cache) == compiled(project)
    assert '"path": "amendments/2022-avenant-1/01-objet.md"' not in str(compiled(project, cache))


def cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data))]


def flipped(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def lengthened(data: bytes, rng: random.Random) -> bytes:
    return data + rng.randbytes(9)


def replaced(data: bytes, rng: random.Random) -> bytes:
    return rng.randbytes(len(data))


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("broken", [cut, flipped, lengthened, replaced])
def test_broken_bytes_are_as_none(pack: bytes, broken: Callable[[bytes, random.Random], bytes], seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same breakage each time
    assert load(pack)._stored
    assert load(broken(pack, rng))._stored == {}


def test_what_another_version_kept_is_as_none(pack: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausier.cache.fingerprint", lambda: bytes(32))
    assert load(pack)._stored == {}


def test_the_fingerprint_is_of_every_module_that_reads() -> None:
    """What a reading follows from, found by running it: a module that took part must count."""
    program = (
        "import sys; from pathlib import Path; from clausier.source.acts import read_project;"
        "read_project(Path(sys.argv[1]));"
        "print(*sorted(m.__file__ for n, m in sys.modules.items() if n.startswith('clausier.') and m.__file__), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program, str(ROOT)], capture_output=True, text=True, check=True)
    here = Path(str(compile_project.__code__.co_filename)).parent
    used = {Path(line).relative_to(here) for line in done.stdout.split()}
    counted = {"diagnostics", "model", "source", "text", "schemas.py", "cache.py", "__init__.py"}
    assert {path.parts[0] for path in used} <= counted
    assert len(fingerprint()) == 32


def test_an_entry_of_another_shape_is_worked_out_anew() -> None:
    cache = Cache()
    assert cache.recall("k", ["words"], int, lambda: (12, ())) == (12, ())
    again = load(dump(cache))
    assert again.recall("k", ["words"], str, lambda: ("twelve", ())) == ("twelve", ())
    assert load(dump(again)).recall("k", ["words"], str, lambda: ("other", ())) == ("twelve", ())


def test_parts_do_not_run_into_each_other() -> None:
    cache = Cache()
    cache.recall("k", ["ab", "c"], int, lambda: (1, ()))
    assert cache.recall("k", ["a", "bc"], int, lambda: (2, ())) == (2, ())
    assert cache.recall("ka", ["b", "c"], int, lambda: (3, ())) == (3, ())


def test_what_a_run_did_not_ask_for_is_dropped() -> None:
    cache = Cache()
    cache.recall("k", ["one"], int, lambda: (1, ()))
    cache.recall("k", ["two"], int, lambda: (2, ()))
    again = load(dump(cache))
    assert not again.changed or again._used == {}
    again.recall("k", ["one"], int, lambda: (9, ()))
    assert again.changed
    last = load(dump(again))
    assert last.recall("k", ["one"], int, lambda: (7, ())) == (1, ())
    assert last.recall("k", ["two"], int, lambda: (7, ())) == (7, ())


def test_a_finding_is_told_at_each_run(project: Path) -> None:
    path = project / "convention" / "convention.yml"
    path.write_text(path.read_text(encoding="utf-8") + "couleur: bleu\n", encoding="utf-8")
    _, first = compile_project(project)
    cache = Cache()
    compile_project(project, cache=cache)
    _, again = compile_project(project, cache=load(dump(cache)))
    assert [d.code.id for d in again if d.span.path == "convention/convention.yml" and d.severity == "error"]
    assert again == first


def test_looking_leaves_no_folder_and_building_does(project: Path) -> None:
    assert run("check", "--project", str(project)) == 0
    assert run("show", "--project", str(project)) == 0
    assert not (project / CACHE).exists()
    assert run("build", "--project", str(project), "--no-cache") == 0
    assert not (project / CACHE).exists()
    assert run("build", "--project", str(project)) == 0
    assert (project / CACHE / ".gitignore").read_text() == "*\n"
    assert (project / CACHE / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    before = (project / CACHE / "sources").read_bytes()
    assert run("check", "--project", str(project)) == 0
    assert (project / CACHE / "sources").read_bytes() == before


def test_a_folder_that_cannot_be_used_is_no_hindrance(project: Path) -> None:
    (project / CACHE / "sources").mkdir(parents=True)
    assert run("build", "--project", str(project)) == 0
    shutil.rmtree(project / CACHE)
    (project / CACHE).write_text("a file in its place")
    assert run("build", "--project", str(project)) == 0
    assert (project / CACHE).read_text() == "a file in its place"


def test_an_error_on_the_way_keeps_what_was(project: Path) -> None:
    with cached(project, begin=True) as cache:
        compile_project(project, cache=cache)
    before = (project / CACHE / "sources").read_bytes()
    with pytest.raises(KeyError), cached(project) as cache:
        raise KeyError
    assert (project / CACHE / "sources").read_bytes() == before
