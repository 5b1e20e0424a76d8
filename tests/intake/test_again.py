"""A second import keeps what a person has changed, and no import leaves half an act."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.form import Refused
from clausier.author.intake.intake import import_act
from intake.projects import ACT, project, signed

FIRST = "01-article-1-bureau.md"


def everything(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "p")


def test_the_second_import_of_a_file_changes_nothing(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    before = everything(root)
    done = import_act(root, [signed(tmp_path)], "avenant-1")
    assert (done.written, done.kept) == ((), ())
    assert everything(root) == before


def test_a_file_that_someone_has_changed_is_left_as_it_is(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    path = root / "amendments/avenant-1" / FIRST
    path.write_text(path.read_text(encoding="utf-8") + "\nUne réponse.\n", encoding="utf-8")
    before = everything(root)
    done = import_act(root, [signed(tmp_path)], "avenant-1")
    assert (done.written, done.kept) == ((), (FIRST,))
    assert everything(root) == before


def test_a_file_that_someone_has_removed_does_not_come_back(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    (root / "amendments/avenant-1" / FIRST).unlink()
    assert import_act(root, [signed(tmp_path)], "avenant-1").kept == (FIRST,)
    assert not (root / "amendments/avenant-1" / FIRST).exists()


def test_another_file_does_not_take_the_place_of_an_act(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    before = everything(root)
    with pytest.raises(Refused, match="comes from another file"):
        import_act(root, [signed(tmp_path, ACT + "\nEt après.\n")], "avenant-1")
    assert everything(root) == before


def test_a_folder_that_was_not_imported_is_not_touched(root: Path, tmp_path: Path) -> None:
    (root / "amendments/avenant-1").mkdir(parents=True)
    (root / "amendments/avenant-1/notes.txt").write_text("à moi", encoding="utf-8")
    with pytest.raises(Refused, match="was not imported"):
        import_act(root, [signed(tmp_path)], "avenant-1")
    assert everything(root / "amendments") == {"avenant-1/notes.txt": "à moi".encode()}


@pytest.mark.parametrize("name", ["../x", "Avenant", "a b", "", "a/b"])
def test_a_name_that_leaves_the_folder_is_refused(root: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="no short name"):
        import_act(root, [signed(tmp_path)], name)
    assert not (root / "amendments").exists()


def test_an_import_that_fails_leaves_no_folder(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        import_act(root, [signed(tmp_path)], "avenant-1")
    assert everything(root / "amendments") == {}
    assert list((root / "amendments").iterdir()) == []


def test_all_files_are_as_fmt_leaves_them(root: Path, tmp_path: Path) -> None:
    from clausier.author.fmt import format_sources

    import_act(root, [signed(tmp_path)], "avenant-1")
    assert format_sources(root, [root / "amendments"], write=False).changes == ()
