"""Outputs that stand as the last build of the same sources made them are left; any that do not are made anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clausier.author.new import new_project
from clausier.build import build_project
from clausier.diagnostics import Span, codes_out, report
from clausier.schemas import shipped
from clausier.store import StoreError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A convention with its outputs, in `build`."""
    new_project(tmp_path / "papier")
    assert built(tmp_path / "papier")
    return tmp_path / "papier"


def built(project: Path) -> tuple[str, ...]:
    return build_project(project, project / "build").files


def stamp(project: Path) -> int:
    """What tells one folder of outputs from the one that takes its place."""
    return (project / "build").stat().st_ino


def tree(folder: Path) -> dict[str, bytes | None]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() if p.is_file() else None for p in folder.rglob("*")}


def test_the_same_sources_leave_what_stands(project: Path) -> None:
    before, files, outputs = stamp(project), built(project), tree(project / "build")
    assert stamp(project) == before
    assert sorted(files) == sorted(name for name, content in outputs.items() if content is not None)


def edited(build: Path) -> None:
    (build / "rules.json").write_bytes((build / "rules.json").read_bytes() + b"\n")


def lost(build: Path) -> None:
    (build / "docs" / "index.md").unlink()


def added(build: Path) -> None:
    (build / "site").mkdir()
    (build / "site" / "index.html").write_bytes(b"")


def hollow(build: Path) -> None:
    (build / "docs" / "rien").mkdir()


def linked(build: Path) -> None:
    shutil.move(build / "rules.json", build.parent / "ailleurs.json")
    (build / "rules.json").symlink_to(build.parent / "ailleurs.json")


def of_another(build: Path) -> None:
    (build / "manifest.json").write_bytes((build / "manifest.json").read_bytes().replace(b"papier", b"autre"))


@pytest.mark.parametrize("harm", [edited, lost, added, hollow, linked, of_another, shutil.rmtree])
def test_what_does_not_stand_whole_is_made_anew(project: Path, harm: Callable[[Path], None]) -> None:
    whole = tree(project / "build")
    harm(project / "build")
    assert tree(project / "build") != whole or harm is linked
    assert built(project)
    assert tree(project / "build") == whole
    assert not (project / "build" / "rules.json").is_symlink()


def test_other_sources_make_other_outputs(project: Path) -> None:
    before = tree(project / "build")
    (file,) = (project / "convention").glob("01-*.md")
    file.write_text(file.read_text(encoding="utf-8") + "\nUn alinéa de plus.\n", encoding="utf-8")
    assert built(project)
    assert tree(project / "build") != before


def test_another_shared_part_makes_other_outputs(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(shipped("site"), tmp_path / "site")
    style = next((tmp_path / "site").rglob("*.css"))
    style.write_bytes(style.read_bytes() + b"\n")
    for module in ("clausier.build", "clausier.emit.site"):
        monkeypatch.setattr(f"{module}.shipped", lambda name: tmp_path / name)
    before = stamp(project)
    assert built(project)
    assert stamp(project) != before


def test_outputs_that_could_not_be_written_are_not_held_to_stand(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = (project / "convention").glob("01-*.md")
    file.write_text(file.read_text(encoding="utf-8") + "\nUn alinéa de plus.\n", encoding="utf-8")

    def refused(*_: object) -> None:
        raise StoreError(report(codes_out.SOURCES_CHANGED, Span("convention")))

    with monkeypatch.context() as patch:
        patch.setattr("clausier.build._unchanged", refused)
        assert not built(project)
    before = stamp(project)
    assert built(project)
    assert stamp(project) != before
    before = stamp(project)
    with monkeypatch.context() as patch:
        patch.setattr("clausier.build._unchanged", refused)
        assert not built(project)
    assert built(project)
    assert stamp(project) == before


def test_what_a_dead_build_left_is_removed_though_all_stands(project: Path) -> None:
    before = stamp(project)
    (project / ".build.fresh").mkdir()
    assert built(project)
    assert stamp(project) == before
    assert [p.name for p in project.iterdir() if p.name.startswith(".build")] == []
