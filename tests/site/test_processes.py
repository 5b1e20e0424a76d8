"""A site rendered by several processes is that of MkDocs alone, and fails as that does; none of them is left behind."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from clausier.website.ready import CALLS
from support.trees import tree

MARK = "[nulle part](nulle-part.md)"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process renders all pages")


def build(root: Path, out: Path, jobs: int, *, code: int = 0) -> str:
    """What a build of the site says, by so many processes."""
    command = [sys.executable, "-m", "clausier", "build", "--site", "--no-documents", "--project", str(root)]
    done = subprocess.run(
        [*command, "--out", str(out), "--jobs", str(jobs)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stdout + done.stderr
    return done.stderr


@pytest.fixture
def root(essai_root: Path, tmp_path: Path) -> Path:
    """A convention with a site, to be changed."""
    return Path(shutil.copytree(essai_root, tmp_path / "convention"))


@pytest.fixture(scope="module")
def alone(essai_root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("alone") / "build"
    build(essai_root, out, 1)
    return tree(out)


@pytest.mark.parametrize("jobs", [2, 5])
def test_the_site_is_the_same_bytes_by_any_number_of_processes(
    jobs: int, alone: dict[str, bytes], essai_root: Path, tmp_path: Path
) -> None:
    build(essai_root, tmp_path / "build", jobs)
    found = tree(tmp_path / "build")
    assert [path for path in found.keys() | alone.keys() if found.get(path) != alone.get(path)] == []
    assert b"var __index = " in found["site/search/search_index.js"]


def test_a_plugin_that_sees_every_page_sees_them_all_in_one_process(
    root: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    (root / "seen.py").write_text(
        "seen = []\n"
        "def on_page_content(html, *, page, **_):\n"
        "    seen.append(page.url)\n"
        "def on_post_build(config):\n"
        "    open(config.site_dir + '/seen.txt', 'w').write('\\n'.join(seen))\n",
        encoding="utf-8",
    )
    own = root / "mkdocs.yml"
    own.write_text(own.read_text(encoding="utf-8") + "hooks: [seen.py]\n", encoding="utf-8")
    build(root, tmp_path / "build", 2)
    found = tree(tmp_path / "build")
    assert set(found.pop("site/seen.txt").decode().split("\n")) == {
        path.removeprefix("site/") for path in alone if path.startswith("site/") and path.endswith(".html")
    } - {"404.html"}
    assert found["site/index.html"] == alone["site/index.html"]


def test_every_warning_of_every_process_fails_the_build(root: Path, tmp_path: Path) -> None:
    pages = root / "site/pages"
    pages.mkdir(exist_ok=True)
    for n in range(30):
        (pages / f"notes-{n}.md").write_text(f"# Notes {n}\n\n{MARK}\n", encoding="utf-8")
    (pages / "ancre.md").write_text("# Ancre\n\n[plus bas](notes-1.md#plus-bas)\n", encoding="utf-8")
    said = build(root, tmp_path / "build", 2, code=1)
    assert "OUT104" in said
    assert [n for n in range(30) if f"'notes-{n}.md'" not in said] == []
    assert said.count("'nulle-part.md'") == 30
    assert "the doc 'notes-1.md' does not contain an anchor '#plus-bas'" in said
    assert sorted(said.split(" · ")) == sorted(build(root, tmp_path / "build", 1, code=1).split(" · "))
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_template_that_fails_says_so(jobs: int, root: Path, tmp_path: Path) -> None:
    (root / "site/overrides/partials/copyright.html").write_text(
        "{% if page %}{{ page.url / 1 }}{% endif %}", encoding="utf-8"
    )
    said = build(root, tmp_path / "build", jobs, code=1)
    assert "OUT104" in said
    assert "unsupported operand type" in said
    assert "Traceback" not in said


def test_a_configuration_that_cannot_be_read_is_the_same_finding(root: Path, tmp_path: Path) -> None:
    (root / "mkdocs.yml").write_text("INHERIT: site/mkdocs.yml\nsite_name: A\ntheme: {name: none}\n", encoding="utf-8")
    said = build(root, tmp_path / "build", 2, code=1)
    assert "OUT104" in said
    assert said == build(root, tmp_path / "build", 1, code=1)


def test_an_interrupted_build_leaves_no_process_and_nothing_beside(root: Path, tmp_path: Path) -> None:
    begun, never = tmp_path / "begun", tmp_path / "never"
    for pipe in (begun, never):
        os.mkfifo(pipe)
    (root / "wait.py").write_text(
        f"def on_post_build(config):\n    open({str(begun)!r}, 'w').close()\n    open({str(never)!r}).read()\n",
        encoding="utf-8",
    )
    own = root / "mkdocs.yml"
    own.write_text(own.read_text(encoding="utf-8") + "hooks: [wait.py]\n", encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    command = [sys.executable, "-m", "clausier", "build", "--site", "--no-documents", "--jobs", "2"]
    pages = os.open(begun, os.O_RDONLY | os.O_NONBLOCK)
    with subprocess.Popen(
        [*command, "--project", str(root), "--out", str(home / "build")], stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            assert process.stderr
            # The pages are written; had it died, its stderr would be at an end.
            assert select.select([pages, process.stderr.fileno()], [], [], 120)[0] == [pages]
            os.killpg(process.pid, signal.SIGINT)
            assert process.communicate(timeout=60)[1] == b""  # until nobody holds it open
            assert process.returncode == 130
        finally:
            os.close(pages)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert list(home.iterdir()) == []


def test_the_process_that_renders_says_nothing_where_nobody_waits_for_its_answer(root: Path) -> None:
    """The pages could not be made, and who asked has told why."""
    command = [sys.executable, "-m", "clausier.website", str(root / "mkdocs.yml"), "2", str(os.getpid())]
    waits, answers = os.pipe()
    os.close(waits)
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=answers, stderr=subprocess.PIPE, check=False)
    os.close(answers)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", CALLS)
def test_the_theme_calls_what_renders_an_entry_as_it_is_taken_over(name: str) -> None:
    folder = find_spec("material")
    assert folder
    assert folder.submodule_search_locations
    template = Path(folder.submodule_search_locations[0], "templates", name).read_text(encoding="utf-8")
    assert template.count(CALLS[name]) == 1


def told(program: str, *, code: int = 0) -> list[str]:
    """The lines of a process that does nothing else: it makes copies of itself."""
    head = "import os, signal, sys\nfrom clausier.website.workers import DiedError, end_with, shared\n"
    done = subprocess.run(
        [sys.executable, "-c", head + program], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == code, done.stderr
    return done.stdout.splitlines()


def test_tasks_are_done_once_each_and_answered_in_their_order() -> None:
    assert told("print(*shared([lambda n=n: n * n for n in range(2500)], 3))") == [
        " ".join(str(n * n) for n in range(2500))
    ]
    assert told("print(shared([], 2), shared([lambda: 1], 9))") == ["[] [1]"]


def test_tasks_are_shared() -> None:
    # Each waits for the other: one process alone would never end.
    wait = "r, w = os.pipe(); r2, w2 = os.pipe()\n"
    one = "lambda: (os.write(w, b'1'), os.read(r2, 1))[1]"
    other = "lambda: (os.write(w2, b'2'), os.read(r, 1))[1]"
    assert told(f"{wait}print(shared([{one}, {other}], 2))") == ["[b'2', b'1']"]


@pytest.mark.parametrize("jobs", [1, 3])
def test_what_a_task_raises_is_raised_and_no_copy_is_left(jobs: int) -> None:
    program = f"""
def work(n):
    if n == 40:
        raise OSError(28, "No space left on device")
    return n
try:
    shared([lambda n=n: work(n) for n in range(80)], {jobs})
except OSError as error:
    print(error.errno)
try:
    os.wait()
except ChildProcessError:
    print("none left")
"""
    assert told(program) == ["28", "none left"]


def test_a_copy_that_dies_is_told_and_the_others_are_ended() -> None:
    program = """
me = os.getpid()
def work():
    if os.getpid() != me:
        os.kill(os.getpid(), signal.SIGKILL)
    return 1
r, w = os.pipe()
def last():
    return os.read(r, 1) if os.getpid() == me else (os.write(w, b"1"), work())
try:
    shared([last, last], 2)
except DiedError:
    print("died")
try:
    os.wait()
except ChildProcessError:
    print("none left")
"""
    assert told(program) == ["died", "none left"]


def test_a_process_ends_with_the_one_that_began_it() -> None:
    program = """
r, w = os.pipe()
began = os.getpid()
if not os.fork():
    end_with(began)
    os.write(w, b"1")
    while True:
        signal.pause()
os.read(r, 1)
os.kill(began, signal.SIGKILL)
"""
    assert told(program, code=-9) == []  # its outputs are closed: nobody is left to hold them open
