"""What wakes a rebuild: a source that says something else, and nothing else."""

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from clausier.serve.watch import saves
from serve.served import DEADLINE


@pytest.fixture
def woken(tmp_path: Path) -> Iterator[Queue[int]]:
    """The saves seen in a project, from the first item on."""
    (tmp_path / "convention").mkdir()
    found: Queue[int] = Queue()
    stop = threading.Event()

    def watch() -> None:
        for number, _ in enumerate(saves(tmp_path, stop)):
            found.put(number)

    thread = threading.Thread(target=watch)
    thread.start()
    yield found
    stop.set()
    thread.join(timeout=DEADLINE)
    assert not thread.is_alive()


def test_the_first_item_comes_at_once_and_then_one_for_each_source_saved(tmp_path: Path, woken: Queue[int]) -> None:
    assert woken.get(timeout=DEADLINE) == 0
    (tmp_path / "convention/01.md").write_text("un", encoding="utf-8")
    assert woken.get(timeout=DEADLINE) == 1
    (tmp_path / "convention/01.md").unlink()
    assert woken.get(timeout=DEADLINE) == 2


@pytest.mark.parametrize("name", ["mkdocs.yml", "amendments/1/01.md", "site/pages/a.md"])
def test_what_was_not_there_is_seen_when_it_comes(tmp_path: Path, woken: Queue[int], name: str) -> None:
    assert woken.get(timeout=DEADLINE) == 0
    fresh = tmp_path / "ailleurs"
    (fresh / name).parent.mkdir(parents=True)
    (fresh / name).write_text("un", encoding="utf-8")
    top = name.partition("/")[0]
    (fresh / top).rename(tmp_path / top)
    assert woken.get(timeout=DEADLINE) == 1
    (tmp_path / name).write_text("deux", encoding="utf-8")
    assert woken.get(timeout=DEADLINE) == 2


def test_what_is_hidden_or_built_or_saved_as_it_was_wakes_nobody(tmp_path: Path, woken: Queue[int]) -> None:
    assert woken.get(timeout=DEADLINE) == 0
    (tmp_path / "convention/.01.md.swp").write_text("un", encoding="utf-8")
    (tmp_path / "build").mkdir()
    (tmp_path / "build/convention.md").write_text("un", encoding="utf-8")
    (tmp_path / "convention/01.md").write_text("un", encoding="utf-8")
    assert woken.get(timeout=DEADLINE) == 1
    assert woken.empty()


def test_a_save_during_a_rebuild_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "convention").mkdir()
    stop = threading.Event()
    found = saves(tmp_path, stop)
    next(found)
    # Nothing is watched yet: the first build is at work.
    (tmp_path / "convention/01.md").write_text("un", encoding="utf-8")
    next(found)
    (tmp_path / "convention/01.md").write_text("deux", encoding="utf-8")
    next(found)
    stop.set()
    assert list(found) == []
