"""Two builds at once, and sources that change under a build: refused, told, the former outputs left."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clausier import build as compiler
from clausier.author.new import new_project
from clausier.compile import compile_project
from clausier.digest import digest
from clausier.store import StoreError, files, write_file
from support.calling import called
from support.paged import write_outputs
from support.projects import written
from support.trees import tree

FORMER = {"manifest.json": b"{}", "un": b"un"}
NEW = {"manifest.json": b"{} ", "un": b"deux"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "papier"
    new_project(root)
    assert compiler.build_project(root, root / "build").files
    return root


def test_a_build_while_another_writes_is_refused_with_what_to_do_and_disturbs_nothing(project: Path) -> None:
    said: list[str] = []

    def meanwhile(fresh: Path) -> None:
        said.append(called("build", project=project, code=1).stderr)
        assert fresh.is_dir()

    write_outputs(project / "build", NEW, finish=meanwhile)
    assert "erreur[OUT102]" in said[0]
    assert "attendre la fin de l’autre" in said[0]
    assert tree(project / "build") == NEW
    assert not [p for p in project.iterdir() if p.name.startswith(".build")]
    called("build", project=project, code=0)


def test_documents_are_written_one_at_a_time_too_and_no_lock_stays_open(tmp_path: Path) -> None:
    opened = len(list(Path("/proc/self/fd").iterdir()))

    def meanwhile(_: Path) -> None:
        with pytest.raises(StoreError, match="another build"):
            write_file(tmp_path / "sorties", b"")

    write_outputs(tmp_path / "sorties", FORMER, finish=meanwhile)
    assert len(list(Path("/proc/self/fd").iterdir())) == opened


def test_a_lock_that_was_removed_as_it_was_opened_locks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its holder ends between the two steps of the next build, and a third one has made another: two would write."""
    lock: Callable[[int], bool] = files._lock

    def after_the_other_ended(descriptor: int) -> bool:
        (tmp_path / ".sorties.lock").unlink()
        return lock(descriptor)

    write_outputs(tmp_path / "sorties", FORMER)
    monkeypatch.setattr(files, "_lock", after_the_other_ended)
    with pytest.raises(StoreError, match="another build"):
        write_outputs(tmp_path / "sorties", NEW)
    assert tree(tmp_path / "sorties") == FORMER


def test_a_file_system_without_locks_is_not_taken_for_another_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", refused)
    with pytest.raises(StoreError) as told:
        write_outputs(tmp_path / "sorties", FORMER)
    assert told.value.diagnostic.code.id == "OUT101"


def saved(path: str, content: bytes | None) -> Callable[[Path], None]:
    """A save: the file gets these bytes, or goes."""

    def save(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink() if content is None else file.write_bytes(content)

    return save


CHANGES = {
    "an article is saved": saved("convention/01-objet.md", "# Article 1 – Objet\n\nAutre chose.\n".encode()),
    "an article comes": saved("convention/90-plus.md", "# Article 90 – Plus\n\nDes mots.\n".encode()),
    "an article goes": saved("convention/01-objet.md", None),
    "an amendment is saved": saved("amendments/2025-avenant-1/avenant.yml", b"id: avenant-1\n"),
    "a page comes": saved("site/pages/propre.md", b"# Propre\n"),
    "a link comes": lambda root: (root / "convention/95-lien.md").symlink_to("01-objet.md"),
}
NOTHING = {
    "a file is saved as it was": lambda root: os.utime(root / "convention/01-objet.md", (1, 1)),
    "an editor keeps a copy": saved("convention/.01-objet.md.swp", b"\0"),
    "a draft is written": saved("brouillon/01.md", b"# Article 1\n"),
}


def built_during(project: Path, change: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch) -> compiler.Built:
    """What becomes of a build during which the sources change, once they have been read."""
    read = compile_project

    def then_changed(root: Path, **options: Any) -> object:
        found = read(root, **options)
        change(root)
        return found

    monkeypatch.setattr(compiler, "compile_project", then_changed)
    return compiler.build_project(project, project / "build")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_sources_that_change_while_they_are_read_are_refused(
    change: Callable[[Path], object], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(project / "build")
    done = built_during(project, change, monkeypatch)
    assert done.files == ()
    assert [d.code.id for d in done.diagnostics if d.severity == "error"] == ["OUT107"]
    assert tree(project / "build") == before


@pytest.mark.parametrize("change", NOTHING.values(), ids=NOTHING)
def test_what_changes_no_source_refuses_nothing(
    change: Callable[[Path], object], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built_during(project, change, monkeypatch).files


def test_a_digest_is_that_of_the_names_and_the_bytes_wherever_they_stand(project: Path, tmp_path: Path) -> None:
    one = digest(project)
    sources = {path: content for path, content in tree(project).items() if not path.startswith("build/")}
    elsewhere = written(tmp_path / "ailleurs", sources)
    assert digest(elsewhere) == one
    (elsewhere / "convention/01-objet.md").rename(elsewhere / "convention/02-objet.md")
    assert digest(elsewhere) != one
    os.mkfifo(project / "convention/03-tube.md")  # would never end
    assert digest(project) != one
