"""What runs keep for one another: it may be gone, broken or another version's, and the outputs are the same."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

import clausier.cache
from clausier import schemas
from clausier.build import texts
from clausier.cache import LIBRARIES, PARTS, Cache, NoCache, dump, fingerprint, load
from clausier.check import every
from clausier.compile import compile_project
from clausier.diagnostics import Label, Message, Span, codes_tim, report
from clausier.diagnostics.render import as_data
from clausier.emit.content import put
from clausier.emit.outputs import manifest
from clausier.store import CACHE, KEPT, cached
from large.make import Size, make
from support.calling import called
from support.paged import Held, outputs
from support.projects import ROOT, SOURCES, copied, reworded, written

SMALL = Size(articles=60, amendments=12, operations=5, versions=6)


def compiled(root: Path, cache: Cache | None = None) -> tuple[object, dict[str, bytes]]:
    """Every finding, and every output that there is but the site's."""
    found, diagnostics = compile_project(root, cache=cache)
    held = Held()
    for path, content in texts(found) if found and found.sound else ():
        put(held, path, content, cache or NoCache())
    held.put("manifest.json", manifest(held.files, "test"))
    return as_data(diagnostics, "fr"), held.contents


class Kept(Struct, frozen=True):
    """Sources, and what a run over them leaves for the next."""

    sources: Path
    pack: bytes


@pytest.fixture(scope="module", params=["real", "made"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The real convention; and one that is made, of which acts of one day amend articles that others have amended."""
    sources = ROOT
    if request.param == "made":
        sources = tmp_path_factory.mktemp("made")
        make(sources, SMALL)
    cache = Cache()
    compiled(sources, cache)
    return Kept(sources, bytes(dump(cache)))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sources of the real convention, alone in a folder."""
    return copied(tmp_path)


@pytest.fixture(scope="module")
def pack() -> bytes:
    """What a run over the real convention leaves for the next."""
    cache = Cache()
    compiled(ROOT, cache)
    return bytes(dump(cache))


def test_what_is_kept_gives_the_same_outputs(project: Path, pack: bytes) -> None:
    cache = load(pack)
    found, diagnostics = compile_project(project, cache=cache)
    plain, same = compile_project(project)
    assert found is not None
    assert plain is not None
    assert diagnostics == same
    one, other = (outputs(each, project) for each in (found, plain))
    assert one == other


def edited(text: str, rng: random.Random) -> str:
    """The text with a word less, twice, longer, on two lines, or a number in its place: right or wrong, as an edit may be."""
    words = list(re.finditer(r"\w+", text))
    word = rng.choice(words)
    new = rng.choice(
        [
            "",
            f"{word.group()} {word.group()}",
            word.group() + "s",
            f"{word.group()}\n\n{word.group()}",
            str(rng.randrange(1, 30)),
        ]
    )
    return text[: word.start()] + new + text[word.end() :]


def edit(project: Path, rng: random.Random, suffixes: frozenset[str] = frozenset({".md", ".yml"})) -> None:
    """Edit one file of the project, or three."""
    files = sorted(p for name in SOURCES for p in (project / name).rglob("*") if p.suffix in suffixes)
    for path in rng.sample(files, rng.choice([1, 1, 3])):
        path.write_text(edited(path.read_text(encoding="utf-8"), rng), encoding="utf-8")


@pytest.mark.parametrize("seed", range(16))
def test_after_any_edit_the_outputs_are_those_of_a_clean_run(kept: Kept, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same edits each time
    cache, project = load(kept.pack), copied(tmp_path, kept.sources)
    edit(project, rng)
    clean = compiled(project)
    assert compiled(project, cache) == clean
    # And once more, from what the run after the edit has kept in its turn.
    assert compiled(project, load(dump(cache))) == clean


TOY = {
    "convention/convention.yml": "id: test\ntitre: Convention\nsignature: 2020-01-01\névénements: {essai: 2021-06-01}\n",
    "convention/01.md": "# Titre I – Principes\n\nLes parties s’accordent.\n\n"
    "## Article 1 – Objet\n\nLe Comité de suivi des travaux (CST) se réunit.\n",
    "convention/02.md": "# Article 2 – Siège\n\nSelon l’article 1 de la présente convention, les membres versent dix euros.\n",
    "convention/03.md": "# Article 4 – Durée\n\nUn an, sauf aux cas de l’article 11 et de l’article 21.\n",
    "amendments/a/avenant.yml": "id: avenant-1\ntitre: Avenant\nsignature: 2021-01-01\nen-vigueur: 2021-02-01\n",
    "amendments/a/01.md": '---\nopérations:\n  - abroger: "1"\n---\n# Article 1\n\nL’article 1 de la convention du 1er janvier 2020 est abrogé.\n',
    "amendments/a/02.md": '---\nopérations:\n  - remplacer-mots: "2"\n    mots: dix\n    par: douze\n    note-d-édition: les membres étaient douze\n---\n'
    "# Article 2\n\nÀ l’article 2, le mot : « dix » est remplacé par le mot : « douze ».\n",
    "amendments/a/03.md": "---\nsans-effet: rien ne change\n---\n# Article 3\n\nLe CST en est averti.\n",
    "amendments/b/avenant.yml": "id: avenant-2\ntitre: Avenant\nsignature: 2021-01-02\nen-vigueur: {événement: essai}\n",
    "amendments/b/01.md": "---\nsans-effet: rien ne change\n---\n# Article 1\n\nRien ne change.\n",
}


# Of each kind of entry, parts of its key, each with an edit that leaves the others alone.
KEYS = (
    ("act", 1, "amendments/a/avenant.yml", "2021-02-01", "2021-03-01"),
    ("act", 2, "convention/convention.yml", "essai: 2021-06-01", "essai: 2021-07-01"),
    ("act", 6, "amendments/a/02.md", "douze", "quinze"),
    ("article", 1, "convention/02.md", "membres", "parties"),
    ("article-avenant", 1, "amendments/a/02.md", "douze", "quinze"),
    ("convention", 1, "convention/convention.yml", "titre: Convention", "titre: Accord"),
    ("checks", 0, "convention/02.md", "versent", "versent à la CPT"),
    ("checks", 1, "convention/01.md", " (CST)", ""),
    ("names", 0, "convention/01.md", " (CST)", ""),
    ("states", 0, "convention/03.md", "Un an", "Deux ans"),
    ("unit", 0, "convention/02.md", "membres", "parties"),
    ("unit", 1, "amendments/a/avenant.yml", "2021-02-01", "2021-03-01"),
    ("words", 0, "convention/01.md", "s’accordent", "s’engagent"),
    ("words", 1, "convention/02.md", "membres", "parties"),
    ("sha256", 0, "amendments/a/02.md", "étaient", "sont"),
    ("sha256", 1, "convention/convention.yml", "titre: Convention", "titre: Accord"),
    ("sha256", 2, "convention/02.md", "membres", "parties"),
    ("phrases", 1, "convention/02.md", "l’article 1", "l’article 7"),
    ("references", 0, "convention/convention.yml", "titre: Convention", "titre: Accord"),
    ("references", 2, "convention/01.md", "Article 1", "Article 3"),
    ("shape", 0, "convention/01.md", "Article 1", "Article 3"),
    ("references", 3, "convention/02.md", "l’article 1", "l’article 7"),
    ("nearest", 2, "convention/01.md", "Article 1", "Article 3"),
    ("nearest", 3, "convention/03.md", "l’article 11", "l’article 44"),
    ("nearest", 4, "convention/03.md", "Un an", "Deux ans"),
    ("sentences", 0, "amendments/a/01.md", "L’article 1 de", "L’article 2 de"),
    ("sentences", 2, "convention/convention.yml", "2020-01-01", "2020-01-02"),
    ("counts", 0, "convention/02.md", "membres versent", "membres. Ils versent"),
)


@pytest.mark.parametrize("edited", KEYS)
def test_a_key_that_leaves_out_what_a_result_follows_from_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edited: tuple[str, int, str, str, str]
) -> None:
    """That what is compared above can differ: with that part left out of the keys, an edit is answered wrongly."""
    kind, rank, path, old, new = edited
    written(tmp_path, TOY)

    def kept_before() -> bytes:
        cache = Cache()
        compiled(tmp_path, cache)
        return bytes(dump(cache))

    def key(asked: str, parts: Iterable[str | bytes]) -> bytes:
        return whole(asked, [p for n, p in enumerate(parts) if (asked, n) != (kind, rank)])

    right = kept_before()
    whole = clausier.cache._key
    with suppress(ValueError), monkeypatch.context() as patched:  # what is of something else may fit nothing
        patched.setattr("clausier.cache._key", key)
        wrong = kept_before()
        reworded(tmp_path / path, old, new)
        assert compiled(tmp_path, load(wrong)) != compiled(tmp_path)
        reworded(tmp_path / path, new, old)
    reworded(tmp_path / path, old, new)
    assert compiled(tmp_path, load(right)) == compiled(tmp_path)


MOVED = {
    "convention/convention.yml": "id: test\ntitre: Convention\nsignature: 2020-01-01\n",
    "convention/01.md": "# Article 1 – Objet\n\nObjet.\n\n## 1.1 – Détail\n\nAncien détail.\n",
    "convention/02.md": "# Article 2 – Siège\n\nSiège.\n\n## 2.1 – Lieu\n\nLieu.\n",
    "amendments/a/avenant.yml": "id: avenant-1\ntitre: Avenant\nsignature: 2021-01-01\n",
    "amendments/a/01.md": '---\nopérations:\n  - remplacer: "1.1, al. 1"\n---\n# Article 1\n\n'
    "Le premier alinéa de l’article 1.1 est ainsi rédigé :\n\n> « Nouveau détail. »\n",
    "amendments/b/avenant.yml": "id: avenant-2\ntitre: Avenant\nsignature: 2022-01-01\n",
    "amendments/b/01.md": '---\nopérations:\n  - déplacer: "1.1"\n    après: "2.1"\n---\n# Article 1\n\n'
    "L’article 1.1 est déplacé après l’article 2.1.\n",
}


def test_what_a_provision_was_in_another_article_is_not_kept_with_that_in_which_it_stands(tmp_path: Path) -> None:
    written(tmp_path, MOVED)
    cache = Cache()
    _, files = compiled(tmp_path, cache)
    assert "Ancien détail." in files["convention.json"].decode()
    reworded(tmp_path / "convention/01.md", "Ancien", "Premier")
    assert compiled(tmp_path, load(dump(cache))) == compiled(tmp_path)


def test_the_keys_above_are_all_that_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    recall = Cache.recall

    def noted(self: Cache, kind: str, *rest: Any) -> Any:
        asked.add(kind)
        return recall(self, kind, *rest)

    monkeypatch.setattr(Cache, "recall", noted)
    compiled(copied(tmp_path / "real"), Cache())
    compiled(written(tmp_path / "toy", TOY), Cache())
    # The rules of an article, and what is remarked beside it, are read as files are.
    assert asked - {"regles", "remarques", "avenant"} == {kind for kind, *_ in KEYS}


def test_of_another_word_in_the_convention_no_amendment_is_checked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    check = every._checked

    def noted(one: every._Lazily) -> Any:
        checked.append(one.act.id)
        return check(one)

    monkeypatch.setattr(every, "_checked", noted)
    cache = Cache()
    compiled(written(tmp_path, TOY), cache)
    assert checked == ["convention", "avenant-1", "avenant-2"]
    reworded(tmp_path / "convention/02.md", "membres", "parties")
    compiled(tmp_path, load(dump(cache)))
    assert checked[3:] == ["convention"]


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


def test_the_fingerprint_is_of_every_module_that_takes_part(tmp_path: Path) -> None:
    """What an output follows from, found by compiling: a module or a library that took part must count."""
    program = (
        "import sys; from pathlib import Path; before = set(sys.modules);"
        "from clausier.build import build_project; build_project(Path(sys.argv[1]), Path(sys.argv[2]), cache=False);"
        "from clausier.source.markdown import read_markdown; read_markdown('a.md', '*a*');"  # not written plainly
        "new = [m for n, m in sys.modules.items() if n not in before and getattr(m, '__file__', None)];"
        "print(*sorted({m.__name__ + ' ' + m.__file__ for m in new}), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(ROOT), str(tmp_path / "out")], capture_output=True, text=True, check=True
    )
    here = Path(str(compile_project.__code__.co_filename)).parent
    used = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    ours = {Path(file).relative_to(here).parts[0] for name, file in used.items() if name.startswith("clausier.")}
    assert ours - {"store"} <= {*PARTS}  # the store only carries
    assert {part for part in PARTS if "/" not in part} <= ours  # and some of what lays a draft
    theirs = {name.partition(".")[0] for name in used} - {"clausier"} - sys.stdlib_module_names
    assert {"msgspec"} <= theirs <= {*LIBRARIES, "mdurl", "typing_extensions"}


@pytest.mark.parametrize("part", ["amend/apply.py", "consolidate/states.py", "french/sentence.lark", "cache.py"])
def test_another_program_has_another_fingerprint(tmp_path: Path, part: str) -> None:
    package = Path(str(compile_project.__code__.co_filename)).parent
    shutil.copytree(package, tmp_path / "clausier", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(schemas.shipped("schema"), tmp_path / "schema")
    program = "from clausier.cache import fingerprint; print(fingerprint().hex())"

    def told() -> str:
        # A copy of the program, of which no coverage is measured.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
        environment = {**kept, "PYTHONPATH": str(tmp_path)}
        call = [sys.executable, "-c", program]
        return subprocess.run(call, capture_output=True, text=True, check=True, env=environment).stdout

    first = told()
    assert told() == first
    with (tmp_path / "clausier" / part).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert told() != first


def test_another_version_of_a_library_has_another_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "lecture" / "__init__.py"
    module.parent.mkdir()
    module.write_text("VERSION = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("clausier.cache.LIBRARIES", ("lecture",))
    first = fingerprint.__wrapped__()
    assert fingerprint.__wrapped__() == first
    module.write_text("VERSION = 10\n", encoding="utf-8")
    assert fingerprint.__wrapped__() != first


def test_an_entry_of_another_shape_is_worked_out_anew() -> None:
    cache = Cache()
    assert cache.recall("k", ["words"], int, lambda: (12, ())) == (12, ())
    again = load(dump(cache))
    assert again.recall("k", ["words"], str, lambda: ("twelve", ())) == ("twelve", ())
    assert load(dump(again)).recall("k", ["words"], str, lambda: ("other", ())) == ("twelve", ())


@pytest.mark.parametrize("length", [0, 1, 900, 999, 1000, 1100, 100_000])
def test_an_entry_of_any_length_comes_back(length: int) -> None:
    cache, words = Cache(), "mot " * (length // 4) + "x" * (length % 4)
    cache.recall("k", ["long"], str, lambda: (words, ()))
    assert load(dump(cache)).recall("k", ["long"], str, lambda: ("anew", ())) == (words, ())


def test_parts_do_not_run_into_each_other() -> None:
    cache = Cache()
    cache.recall("k", ["ab", "c"], int, lambda: (1, ()))
    assert cache.recall("k", ["a", "bc"], int, lambda: (2, ())) == (2, ())
    assert cache.recall("ka", ["b", "c"], int, lambda: (3, ())) == (3, ())


def test_what_a_whole_run_did_not_ask_for_is_dropped_and_what_a_look_did_not_is_kept() -> None:
    cache = Cache()
    cache.recall("k", ["one"], int, lambda: (1, ()))
    cache.recall("k", ["two"], int, lambda: (2, ()))
    look = load(dump(cache))
    look.recall("k", ["one"], int, lambda: (9, ()))
    assert not look.changed
    whole = load(dump(look))
    assert whole.recall("k", ["one"], int, lambda: (9, ())) == (1, ())
    whole.forget()
    assert whole.changed
    last = load(dump(whole))
    assert last.recall("k", ["one"], int, lambda: (7, ())) == (1, ())
    assert last.recall("k", ["two"], int, lambda: (7, ())) == (7, ())


def test_a_finding_is_kept_whole_for_who_says_its_code() -> None:
    finding = report(
        codes_tim.CONFLICT,
        Span("amendments/a/01.md", 3, 5, 4),
        first="a/1#1",
        second="b/1#1",
        second_last=Message(fr="« x »", en="“x”"),
        first_last="y",
        labels=[Label(Span("convention/01.md", 2), Message(fr="ici", en="here").fill(n=3))],
    )
    codes = (codes_tim.CONFLICT,)
    cache = Cache()
    cache.recall("k", ["words"], None, lambda: (None, (finding,)), codes)
    kept = load(dump(cache))
    assert kept.recall("k", ["words"], None, lambda: (None, ()), codes) == (None, (finding,))
    # Where its code is not among those that may be kept, it is found anew.
    assert kept.recall("k", ["words"], None, lambda: (None, ())) == (None, ())
    other = Cache()
    other.recall("k", ["words"], None, lambda: (None, (finding,)))
    assert load(dump(other)).recall("k", ["words"], None, lambda: (None, ())) == (None, ())


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
    called("check", project=project, code=0)
    called("show", project=project, code=0)
    assert not (project / CACHE).exists()
    called("build", "--no-cache", project=project, code=0)
    assert not (project / CACHE).exists()
    called("build", project=project, code=0)
    assert (project / CACHE / ".gitignore").read_text() == "*\n"
    assert (project / CACHE / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    before = (project / CACHE / KEPT).read_bytes()
    called("check", project=project, code=0)
    assert (project / CACHE / KEPT).read_bytes() == before
    with cached(project) as cache:
        assert not isinstance(cache, NoCache)


def test_a_folder_that_cannot_be_used_is_no_hindrance(project: Path) -> None:
    (project / CACHE / KEPT).mkdir(parents=True)
    called("build", project=project, code=0)
    shutil.rmtree(project / CACHE)
    (project / CACHE).write_text("a file in its place")
    called("build", project=project, code=0)
    assert (project / CACHE).read_text() == "a file in its place"


def test_an_error_on_the_way_keeps_what_was(project: Path) -> None:
    with cached(project, begin=True) as cache:
        compile_project(project, cache=cache)
    before = (project / CACHE / KEPT).read_bytes()
    with pytest.raises(KeyError), cached(project) as cache:
        raise KeyError
    assert (project / CACHE / KEPT).read_bytes() == before
