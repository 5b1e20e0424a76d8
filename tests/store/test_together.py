"""Files written together: all of them take their place, or none."""

import os
from pathlib import Path

import pytest

from clausier.store import StoreError
from clausier.store.together import write_together
from support.projects import written
from support.trees import tree

FORMER = {"01.md": b"un", "02.md": b"deux", "03.md": b"trois"}
NEW: dict[str, bytes] = {"02.md": b"second", "04.md": b"quatre", "schema/a.json": b"{}"}


def test_files_take_the_place_of_others_beside_those_that_stay(tmp_path: Path) -> None:
    folder = written(tmp_path / "acte", FORMER)
    write_together(folder, NEW, ["01.md"])
    assert tree(tmp_path) == {f"acte/{name}": data for name, data in {"03.md": b"trois", **NEW}.items()}


def test_a_new_folder_is_made_with_those_above_it_and_can_be_read_by_all(tmp_path: Path) -> None:
    write_together(tmp_path / "amendments" / "acte", NEW)
    assert tree(tmp_path) == {f"amendments/acte/{name}": data for name, data in NEW.items()}
    assert (tmp_path / "amendments" / "acte").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("moves", range(3))
def test_a_move_that_fails_half_way_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    folder = written(tmp_path / "acte", FORMER)
    replace = Path.replace
    moved: list[Path] = []

    def limited(path: Path, target: Path) -> Path:
        if len(moved) == moves and path.parent.name == "fresh":
            raise PermissionError(13, os.strerror(13))
        moved.append(path)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", limited)
    with pytest.raises(StoreError, match="Permission denied"):
        write_together(folder, NEW, ["01.md"])
    assert tree(tmp_path) == {f"acte/{name}": data for name, data in FORMER.items()}


def test_what_is_gone_comes_back_where_the_next_cannot_go(tmp_path: Path) -> None:
    folder = written(tmp_path / "acte", FORMER)
    with pytest.raises(StoreError):
        write_together(folder, NEW, ["01.md", "nothing.md"])
    assert tree(tmp_path) == {f"acte/{name}": data for name, data in FORMER.items()}
