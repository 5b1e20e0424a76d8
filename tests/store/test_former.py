"""A file that a build would write again as it stands keeps its place, and nothing that anyone has written since does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clausier.build import build_project
from clausier.cache import Cache, dump, load
from clausier.emit.content import Pieces, put
from clausier.store.outputs import replacing
from support.projects import written
from support.trees import tree

HERE, THERE = b"le texte en vigueur", b"le texte d'hier"


def write(out: Path, cache: Cache, **files: bytes) -> Cache:
    """Make `out` these files, each known by what it holds; what is kept for the next time."""
    with replacing(out, cache) as fresh:
        for name, content in {"manifest.json": b"{}", **files}.items():
            put(fresh, name, Pieces((content,), (content,)), cache)
    return load(dump(cache))


def inode(path: Path) -> int:
    return path.stat().st_ino


def test_what_is_the_same_stays_and_what_is_not_is_written(tmp_path: Path) -> None:
    out = tmp_path / "sorties"
    kept = write(out, Cache(), un=HERE, deux=THERE)
    for second in (HERE, THERE):
        one, two = inode(out / "un"), inode(out / "deux")
        kept = write(out, kept, un=HERE, deux=second)
        assert inode(out / "un") == one
        assert inode(out / "deux") != two
        assert ((out / "un").read_bytes(), (out / "deux").read_bytes()) == (HERE, second)
        assert (out / "un").stat().st_nlink == 1


def test_what_is_known_to_stand_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "sorties"
    kept = write(out, Cache(), un=HERE)
    before = inode(out / "un")
    monkeypatch.setattr("clausier.store.outputs._sha256", lambda file: pytest.fail(f"reads {file.name}"))
    write(out, kept, un=HERE)
    assert inode(out / "un") == before


def rewritten(file: Path) -> None:
    """As many bytes, and the times of before."""
    before = file.stat()
    file.write_bytes(HERE[::-1])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(file: Path) -> None:
    file.with_name("autre").write_bytes(HERE[::-1])
    file.with_name("autre").replace(file)


def elsewhere(file: Path) -> None:
    shutil.move(file, file.parents[1] / "ailleurs")
    file.symlink_to(file.parents[1] / "ailleurs")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("harm", [rewritten, replaced, elsewhere, a_folder, Path.unlink])
def test_what_was_written_since_is_written_anew(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    out = tmp_path / "sorties"
    kept = write(out, Cache(), un=HERE)
    harm(out / "un")
    write(out, kept, un=HERE)
    assert (out / "un").read_bytes() == HERE
    assert not (out / "un").is_symlink()


def test_what_has_only_been_touched_is_looked_at_and_stays(tmp_path: Path) -> None:
    out = tmp_path / "sorties"
    kept = write(out, Cache(), un=HERE)
    (out / "un").touch()
    before = inode(out / "un")
    write(out, kept, un=HERE)
    assert inode(out / "un") == before


def test_where_no_file_can_have_two_names_all_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    out = tmp_path / "sorties"
    kept = write(out, Cache(), un=HERE)
    before = inode(out / "un")
    monkeypatch.setattr(Path, "hardlink_to", refused)
    write(out, kept, un=HERE)
    assert (out / "un").read_bytes() == HERE
    assert inode(out / "un") != before
    with replacing(tmp_path / "copies", kept) as fresh:
        put(fresh, "un", Pieces((HERE,), (HERE,)), kept)
        fresh.copy("un", "deux")
    assert (tmp_path / "copies/deux").read_bytes() == HERE


def test_a_build_that_fails_leaves_what_stood(tmp_path: Path) -> None:
    out = tmp_path / "sorties"
    kept = write(out, Cache(), un=HERE, deux=THERE)

    def fail() -> None:
        with replacing(out, kept) as fresh:
            put(fresh, "un", Pieces((HERE,), (HERE,)), kept)
            assert (out / "un").stat().st_nlink > 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert {p.name: p.read_bytes() for p in out.iterdir()} == {"manifest.json": b"{}", "un": HERE, "deux": THERE}
    assert (out / "un").stat().st_nlink == 1


INDEX = "id: essai\ntitre: Convention d’essai\nsignature: 2018-01-01\nparties:\n  - id: nord\n    nom: Nord\n"
ACT = "id: avenant-{n}\ntitre: Avenant n° {n}\nsignature: 202{n}-01-01\n"
ARTICLE = """\
---
opérations:
  - remplacer: 1, al. 1
---

# Article 1

L’article 1er est ainsi rédigé :

> La convention dure {n} ans.
"""


def test_an_edit_of_the_latest_act_leaves_the_versions_before_it_where_they_are(tmp_path: Path) -> None:
    root, out = tmp_path / "papier", tmp_path / "papier/build"
    sources = {
        "convention/convention.yml": INDEX,
        "convention/01-duree.md": "# Article 1 – Durée\n\nElle dure un an.\n",
    }
    for n in (1, 2):
        sources[f"amendments/2020-avenant-{n}/avenant.yml"] = ACT.format(n=n)
        sources[f"amendments/2020-avenant-{n}/01-duree.md"] = ARTICLE.format(n=n)
    assert build_project(written(root, sources), out).files
    files = {n: out / f"versions/avenant-{n}/convention.json" for n in (1, 2)}
    before = {n: inode(file) for n, file in files.items()}
    (root / "amendments/2020-avenant-2/01-duree.md").write_text(ARTICLE.format(n=7), encoding="utf-8")
    assert build_project(root, out).files
    assert (inode(files[1]) == before[1], inode(files[2]) == before[2]) == (True, False)
    assert build_project(root, tmp_path / "propre", cache=False).files
    found, clean = tree(out), tree(tmp_path / "propre")
    assert found == clean
