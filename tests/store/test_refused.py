"""Where the system refuses to write, the former outputs stand, nothing is left beside them, and the reason is told."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clausier.author.new import new_project
from clausier.store import StoreError, write_file
from support.paged import write_outputs
from support.trees import tree

FORMER = {"manifest.json": b"{}", "un/a": b"un"}
NEW = {"manifest.json": b"{} ", "un/a": b"deux", "deux/b": b"trois"}
# What a root may do whatever a folder's mode says, it may do no longer.
AS_A_USER = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
# No file of the command may be longer than these bytes: a disk that is full for the largest alone. At its end the
# limit is lifted, since what measures the tests writes a file of its own then.
FULL = """
import atexit, resource
former = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, former[1]))
atexit.register(resource.setrlimit, resource.RLIMIT_FSIZE, former)
from clausier.cli import main
main()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A convention with its outputs."""
    new_project(tmp_path / "papier")
    done = build(tmp_path / "papier", [sys.executable, "-m", "clausier"])
    assert done.returncode == 0, done.stderr
    return tmp_path / "papier"


def build(project: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    # Without what is kept, since outputs that stand need no writing.
    call = [*command, "build", "--no-cache", "--project", str(project)]
    return subprocess.run(call, capture_output=True, text=True, check=False)


def refusing(number: int, error: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the system refuse the `number`-th thing that is written, and all after it."""
    calls = 0
    for owner, name in ((Path, "mkdir"), (io, "open"), (Path, "chmod")):
        original = getattr(owner, name)

        def call(*args: Any, original: Callable[..., Any] = original, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls >= number:
                raise OSError(error, os.strerror(error))
            return original(*args, **kwargs)

        monkeypatch.setattr(owner, name, call)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
def test_a_disk_that_is_full_at_any_step_leaves_the_former_outputs(error: int, tmp_path: Path) -> None:
    out = tmp_path / "sorties"
    write_outputs(out, FORMER)
    for number in range(
        1, 11
    ):  # the manifest that stands, two folders, then three files, each with the folder it is in, and the mode of the whole
        with pytest.MonkeyPatch.context() as patched:
            refusing(number, error, patched)
            with pytest.raises(StoreError, match=os.strerror(error)) as told:
                write_outputs(out, NEW)
        assert told.value.diagnostic.code.id == "OUT101"
        assert tree(out) == FORMER
        assert [p.name for p in tmp_path.iterdir()] == ["sorties"]
    with pytest.MonkeyPatch.context() as patched:
        refusing(11, error, patched)
        write_outputs(out, NEW)
    assert tree(out) == dict(sorted(NEW.items()))


def test_a_document_that_finds_the_disk_full_leaves_the_former_one(tmp_path: Path) -> None:
    write_file(tmp_path / "texte.docx", b"un")
    assert (tmp_path / "texte.docx").stat().st_mode & 0o777 == 0o644
    for number in (1, 2, 3):
        with pytest.MonkeyPatch.context() as patched:
            refusing(number, errno.ENOSPC, patched)
            with pytest.raises(StoreError, match="No space left"):
                write_file(tmp_path / "texte.docx", b"deux")
        assert tree(tmp_path) == {"texte.docx": b"un"}
    write_file(tmp_path / "texte.docx", b"deux")
    assert tree(tmp_path) == {"texte.docx": b"deux"}


def test_a_command_that_finds_the_disk_full_tells_it_and_leaves_the_former_outputs(project: Path) -> None:
    before = tree(project)
    assert max(map(len, tree(project / "build").values())) > 20_000
    done = build(project, [sys.executable, "-c", FULL])
    assert done.returncode == 1
    assert "erreur[OUT101]" in done.stderr
    assert os.strerror(errno.EFBIG) in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project) == before
    assert build(project, [sys.executable, "-m", "clausier"]).returncode == 0


@pytest.mark.parametrize("folder", [".", "build", "build/docs"])
def test_a_folder_that_may_not_be_written_is_told_and_left(folder: str, project: Path) -> None:
    before = tree(project)
    (project / folder).chmod(0o555)
    try:
        done = build(project, [*AS_A_USER, sys.executable, "-m", "clausier"])
    finally:
        (project / folder).chmod(0o755)
    assert done.returncode == 1
    assert "erreur[OUT101]" in done.stderr
    assert "Permission denied" in done.stderr
    assert tree(project) == before
    assert build(project, [sys.executable, "-m", "clausier"]).returncode == 0


def test_the_two_folders_are_exchanged_as_rename_2_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    class Library:
        def renameat2(self, *words: object) -> int:
            asked.append(words)
            return 0

    out = tmp_path / "sorties"
    write_outputs(out, FORMER)
    monkeypatch.setattr("ctypes.CDLL", lambda _: Library())
    write_outputs(out, NEW)
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    assert asked == [(here, os.fsencode(tmp_path / ".sorties.fresh"), here, os.fsencode(out), exchange)]


def test_without_an_exchange_a_rename_that_fails_puts_the_former_outputs_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "sorties"
    write_outputs(out, FORMER)
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())  # a C library that knows of no exchange
    rename: Callable[[Path, Path], Path] = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path.name == ".sorties.fresh":
            raise OSError(errno.EIO, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(StoreError) as told:
        write_outputs(out, NEW)
    assert "Input/output error" in told.value.diagnostic.message.text("en")
    assert tree(out) == FORMER
    assert [p.name for p in tmp_path.iterdir()] == ["sorties"]
    monkeypatch.setattr(Path, "rename", rename)
    write_outputs(out, NEW)
    assert tree(out) == dict(sorted(NEW.items()))
    assert [p.name for p in tmp_path.iterdir()] == ["sorties"]


def test_outputs_moved_aside_by_a_build_that_died_are_put_back_even_where_the_sources_are_wrong(project: Path) -> None:
    before = tree(project / "build")
    (project / "build").rename(project / ".build.former")
    shutil.copytree(project / ".build.former", project / ".build.fresh")
    (project / "convention/convention.yml").write_text("id: [", encoding="utf-8")
    assert build(project, [sys.executable, "-m", "clausier"]).returncode == 1
    assert tree(project / "build") == before
    assert not [p for p in project.iterdir() if p.name.startswith(".build")]


def a_folder(out: Path) -> None:
    out.mkdir()
    (out / "lettre.txt").write_bytes(b"lettre")


def a_file(out: Path) -> None:
    out.write_bytes(b"lettre")


def a_link(out: Path) -> None:
    write_outputs(out.parent / "ailleurs", FORMER)
    out.symlink_to("ailleurs")


def an_application(out: Path) -> None:
    """A folder whose manifest is that of a web application: it has the name of ours."""
    out.mkdir()
    (out / "manifest.json").write_text('{"name": "Papier", "start_url": "/", "icons": []}', encoding="utf-8")
    (out / "index.html").write_text("<h1>Papier</h1>", encoding="utf-8")


@pytest.mark.parametrize("what", [a_folder, a_file, a_link, an_application], ids=lambda what: what.__name__)
def test_what_is_not_a_folder_of_outputs_is_left_as_it_is(what: Callable[[Path], None], tmp_path: Path) -> None:
    out = tmp_path / "out"
    what(out)
    before = tree(tmp_path), out.is_symlink()
    with pytest.raises(StoreError) as refused:
        write_outputs(out, NEW)
    assert refused.value.diagnostic.code.id == "OUT103"
    assert (tree(tmp_path), out.is_symlink()) == before


@pytest.mark.parametrize("there", ["", "pages/convention", "pages/convention/out"])
def test_folders_that_are_not_there_are_made_and_an_empty_one_is_taken(there: str, tmp_path: Path) -> None:
    (tmp_path / there).mkdir(parents=True, exist_ok=True)
    write_outputs(tmp_path / "pages/convention/out", NEW)
    assert tree(tmp_path / "pages/convention/out") == dict(sorted(NEW.items()))
