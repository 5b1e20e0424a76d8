"""What is made already of the same sources, by the same program, is left; what is not whole is made anew."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from clausier import schemas
from clausier.collection import task as tasks
from clausier.collection.projects import Project
from clausier.collection.task import MOST, Outcome, Task, compiler, run
from collection.stage import project
from support.projects import reworded, written
from support.trees import tree


@pytest.fixture
def task(tmp_path: Path) -> Task:
    """A task whose outputs stand."""
    found = Task(
        project=Project("papier", project(tmp_path / "papier"), tmp_path / "sorties/papier"), compiler=compiler()
    )
    assert run(found).state == "built"
    return found


def test_what_stands_is_left_and_says_what_it_is_made_from(task: Task) -> None:
    made = json.loads((task.project.out / "made-from.json").read_bytes())
    jsonschema.validate(made, schemas.load("made-from"))
    before = tree(task.project.out)
    assert run(task) == Outcome(project=task.project, state="unchanged")
    assert tree(task.project.out) == before


def test_times_count_for_nothing(task: Task) -> None:
    for path in task.project.root.rglob("*"):
        os.utime(path, (1, 1))
    assert run(task).state == "unchanged"
    article = task.project.root / "convention/01-objet.md"
    stat = article.stat()
    reworded(article, "papier.", "carton.")
    os.utime(article, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert article.stat().st_size == stat.st_size
    assert run(task).state == "built"


def truncated(out: Path) -> None:
    (out / "rules.json").write_bytes(b"")


def lost(out: Path) -> None:
    (out / "convention.md").unlink()


def other_manifest(out: Path) -> None:
    (out / "manifest.json").write_bytes(b'{"files": {}}')


def built_alone(out: Path) -> None:
    (out / "made-from.json").unlink()


def odd_record(out: Path) -> None:
    (out / "made-from.json").write_bytes(b"[]")


@pytest.mark.parametrize("damage", [truncated, lost, other_manifest, built_alone, odd_record])
def test_outputs_that_are_not_whole_are_made_anew(damage: Callable[[Path], None], task: Task) -> None:
    before = tree(task.project.out)
    damage(task.project.out)
    assert run(task).state == "built"
    assert tree(task.project.out) == before
    assert run(task).state == "unchanged"


def test_force_makes_anew(task: Task) -> None:
    assert run(replace(task, force=True)).state == "built"


def test_outputs_of_another_compiler_are_made_anew(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "compiler", lambda: "0" * 64)
    assert run(replace(task, compiler="0" * 64)).state == "built"


def test_a_machine_with_another_compiler_builds_nothing(task: Task) -> None:
    shutil.rmtree(task.project.out)
    done = run(replace(task, compiler="0" * 64))
    assert (done.state, [d.code.id for d in done.diagnostics]) == ("failed", ["OUT123"])
    assert not task.project.out.exists()


def test_a_machine_that_does_not_see_the_folder_says_which(task: Task, tmp_path: Path) -> None:
    done = run(replace(task, project=Project("absent", tmp_path / "absent", tmp_path / "sorties/absent")))
    assert [d.code.id for d in done.diagnostics] == ["OUT124"]
    assert str(tmp_path / "absent") in done.diagnostics[0].message.text("fr")


def test_a_site_that_is_asked_for_is_not_there_until_it_is_built(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    def site(_: object, __: Path, folder: Path, ___: object) -> None:
        (folder / "site").mkdir()
        (folder / "site/index.html").write_bytes(b"")

    monkeypatch.setattr("clausier.build._site", site)
    wanted = replace(task, site=True, documents=False)
    assert [run(wanted).state, run(wanted).state, run(task).state] == ["built", "unchanged", "built"]
    assert run(wanted).state == "built"
    (task.project.out / "site/index.html").unlink()
    assert run(wanted).state == "built"


def test_a_collection_that_cannot_be_written_says_so_of_each(task: Task, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_bytes(b"")
    done = run(replace(task, project=replace(task.project, out=tmp_path / "fichier/papier")))
    assert [d.code.id for d in done.diagnostics] == ["OUT101"]


def test_of_a_project_with_many_errors_the_first_are_told_and_all_are_counted(task: Task) -> None:
    wrong = "\n".join("Des <br> mots.\n" for _ in range(30))
    (task.project.root / "convention/91-faux.md").write_text(f"# Article 91 – Faux\n\n{wrong}", encoding="utf-8")
    done = run(task)
    assert (done.state, done.errors, len(done.diagnostics)) == ("failed", 30, MOST)
    assert done.diagnostics[0].span.path == "papier/convention/91-faux.md"
    assert pickle.loads(pickle.dumps(done)) == done  # noqa: S301 - as processes and machines hand it on


def test_two_commands_over_one_collection_do_not_mix(task: Task) -> None:
    import fcntl

    (task.project.root / "convention/92-plus.md").write_text("# Article 92 – Plus\n\nDes mots.\n", encoding="utf-8")
    lock = os.open(task.project.out.parent / ".papier.lock", os.O_CREAT | os.O_RDWR)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run(task)
    finally:
        os.close(lock)
    assert [d.code.id for d in done.diagnostics] == ["OUT102"]
    assert run(task).state == "built"


def test_the_hash_of_the_compiler_is_that_of_its_files_and_of_what_it_reads_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert compiler.__wrapped__() == compiler()
    own = "outils/clausier/collection/task.py"
    others = "outils/autre/a.py", "outils/clausier/data/site/a.css"  # what an installed one ships is hashed by itself
    written(tmp_path, dict.fromkeys((own, *others), "1"))
    monkeypatch.setattr(tasks, "__file__", str(tmp_path / own))
    found = []
    for changed in (*others, own):
        found.append(compiler.__wrapped__())
        written(tmp_path, {changed: "2"})
    assert len(set(found)) == 1
    assert compiler.__wrapped__() not in found
    monkeypatch.setattr("importlib.metadata.version", lambda _: "99")
    assert compiler.__wrapped__() != compiler()
