"""What the forge's pipelines run, run here: a proposal in a git repository, and a forge that listens."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from export.word_reader import text

ROOT = Path(__file__).parents[1]
COMMENT = "<!-- clausier -->\n## Effet de la proposition sur le texte en vigueur\n"
ADDRESS = "https://example.org/page"
ARTICLE = """# Article 8 – Délai

La convention est conclue pour trois ans.
"""


# -- the redline ------------------------------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a small convention of its own on its main branch, and the pipelines' scripts."""
    root = tmp_path / "repository"
    command(tmp_path, "clausier", "new", str(root))
    shutil.copytree(ROOT / "tools/forge", root / "tools/forge", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "convention/08-delai.md").write_text(ARTICLE, encoding="utf-8")
    (root / ".gitignore").write_text("/build/\n", encoding="utf-8")
    command(root, "git", "init", "--quiet", "--initial-branch=main")
    commit(root)
    command(root, "git", "switch", "--quiet", "--create", "proposal")
    return root


def commit(root: Path) -> None:
    command(root, "git", "add", ".")
    command(root, "git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=x")


def command(folder: Path, *words: str, exit_code: int = 0, variables: dict[str, str] | None = None) -> str:
    """What the command prints; it must end with the exit code."""
    bin_folder = Path(sys.executable).parent
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    own = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_", "CI_", "CLAUSIER_"))}
    env = {**own, "PATH": path, "CLAUSIER": str(bin_folder / "clausier"), **(variables or {})}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == exit_code, done.stdout + done.stderr
    return done.stdout


def propose(root: Path, words: str) -> None:
    (root / "convention/08-delai.md").write_text(ARTICLE.replace("trois ans", words), encoding="utf-8")
    commit(root)


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_a_proposal_is_shown_as_what_it_does_to_the_text_in_force(repository: Path, forge: str) -> None:
    propose(repository, "quatre ans")
    command(repository, "tools/forge/proposal.sh", forge, "main", "build/proposal", variables={"PAGE": ADDRESS})
    comment = (repository / "build/proposal/comment.md").read_text(encoding="utf-8")
    page = (repository / "build/proposal/redline.html").read_text(encoding="utf-8")
    assert comment.startswith(COMMENT)
    assert f"({ADDRESS})" in comment
    for shown in (comment, page):
        assert "trois" in shown
        assert "quatre" in shown
    assert "<ins" in page
    assert "<del" in page
    assert "redline.docx" in comment
    word = repository / "build/proposal/redline.docx"
    with_it, without = (set(text(word, accept=accept)) for accept in (True, False))
    ((came,), (gone,)) = with_it - without, without - with_it
    assert gone.replace("trois ans", "quatre ans") == came != gone


def test_what_the_main_branch_has_gained_since_is_no_part_of_the_redline(repository: Path) -> None:
    propose(repository, "quatre ans")
    command(repository, "git", "switch", "--quiet", "main")
    (repository / "convention/09-siege.md").write_text("# Article 9 – Siège\n\nLe siège est à Metz.\n", "utf-8")
    commit(repository)
    command(repository, "git", "switch", "--quiet", "proposal")
    command(repository, "tools/forge/proposal.sh", "github", "main", "build/proposal")
    comment = (repository / "build/proposal/comment.md").read_text(encoding="utf-8")
    assert "quatre" in comment
    assert "Metz" not in comment


def test_github_is_told_of_an_error_at_its_line_and_the_comment_says_why_there_is_no_redline(repository: Path) -> None:
    propose(repository, "trois <b>ans</b>")
    printed = command(repository, "tools/forge/proposal.sh", "github", "main", "build/proposal", exit_code=1)
    assert "::error file=convention/08-delai.md,line=3," in printed
    comment = (repository / "build/proposal/comment.md").read_text(encoding="utf-8")
    assert "convention/08-delai.md:3" in comment
    assert "La proposition ne peut pas être comparée" in comment
    assert not (repository / "build/proposal/redline.html").exists()
    assert not (repository / "build/proposal/redline.docx").exists()


def test_gitlab_is_told_of_an_error_at_its_line(repository: Path) -> None:
    propose(repository, "trois <b>ans</b>")
    command(repository, "tools/forge/proposal.sh", "gitlab", "main", "build/proposal", exit_code=1)
    report = json.loads((repository / "build/proposal/gl-code-quality-report.json").read_text(encoding="utf-8"))
    places = {(entry["location"]["path"], entry["location"]["lines"]["begin"]) for entry in report}
    assert ("convention/08-delai.md", 3) in places
    assert all(entry["fingerprint"] and entry["description"] and entry["severity"] for entry in report)


# -- the comment ------------------------------------------------------------------------------------------------------


class ListeningForge(HTTPServer):
    """A forge that keeps the comments it is given, and refuses whoever has no token."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.comments: list[dict[str, Any]] = [{"id": 1, "body": "Bien."}]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: ListeningForge

    def answer(self, status: int, data: object) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def body(self) -> str:
        return str(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"])

    def allowed(self, place: str) -> bool:
        known = self.headers["Authorization"] == "Bearer secret" or self.headers["PRIVATE-TOKEN"] == "secret"
        if not known or not self.path.startswith(place):
            self.answer(403, {})
            return False
        return True

    def do_GET(self) -> None:
        if self.allowed("/repos/o/r/issues/7/comments" if "Authorization" in self.headers else NOTES):
            self.answer(200, self.server.comments)

    def do_POST(self) -> None:
        if self.allowed("/repos/o/r/issues/7/comments" if "Authorization" in self.headers else NOTES):
            self.server.comments.append({"id": len(self.server.comments) + 1, "body": self.body()})
            self.answer(201, {})

    def change(self, place: str) -> None:
        if self.allowed(place):
            self.server.comments[int(self.path.removeprefix(place)) - 1]["body"] = self.body()
            self.answer(200, {})

    def do_PATCH(self) -> None:
        self.change("/repos/o/r/issues/comments/")

    def do_PUT(self) -> None:
        self.change(NOTES + "/")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


NOTES = "/projects/5/merge_requests/7/notes"


@pytest.fixture
def listening() -> Iterator[ListeningForge]:
    with ListeningForge() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def variables(name: str, listening: ListeningForge, token: str) -> dict[str, str]:
    if name == "github":
        return {
            "GITHUB_API_URL": listening.address,
            "GITHUB_REPOSITORY": "o/r",
            "PROPOSAL": "7",
            "GITHUB_TOKEN": token,
        }
    return {
        "CI_API_V4_URL": listening.address,
        "CI_PROJECT_ID": "5",
        "CI_MERGE_REQUEST_IID": "7",
        "CLAUSIER_TOKEN": token,
    }


def comment(tmp_path: Path, name: str, listening: ListeningForge, words: str, *, token: str) -> str:
    file = tmp_path / "comment.md"
    file.write_text(words, encoding="utf-8")
    script = str(ROOT / "tools/forge/comment.py")
    return command(tmp_path, sys.executable, script, name, str(file), variables=variables(name, listening, token))


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_second_comment_takes_the_place_of_the_first(tmp_path: Path, listening: ListeningForge, name: str) -> None:
    comment(tmp_path, name, listening, COMMENT + "un", token="secret")
    assert [c["body"] for c in listening.comments] == ["Bien.", COMMENT + "un"]
    comment(tmp_path, name, listening, COMMENT + "deux", token="secret")
    assert [c["body"] for c in listening.comments] == ["Bien.", COMMENT + "deux"]


@pytest.mark.parametrize(
    ("name", "token", "said"),
    [
        ("github", "", "GITHUB_TOKEN n’est pas défini"),
        ("gitlab", "", "CLAUSIER_TOKEN n’est pas défini"),
        ("github", "wrong", "403"),
        ("gitlab", "wrong", "403"),
    ],
)
def test_a_comment_that_cannot_be_made_is_said_and_fails_nothing(
    tmp_path: Path, listening: ListeningForge, name: str, token: str, said: str
) -> None:
    assert said in comment(tmp_path, name, listening, COMMENT, token=token)
    assert len(listening.comments) == 1


# -- the pipelines ----------------------------------------------------------------------------------------------------


def scripts(file: Path) -> list[str]:
    """The shell lines of a pipeline of either forge."""
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))
    if "jobs" in jobs:
        return [step["run"] for job in jobs["jobs"].values() for step in job["steps"] if "run" in step]
    found = [job for job in jobs.values() if isinstance(job, dict)]
    return [line for job in found for key in ("script", "after_script") for line in job.get(key, [])]


@pytest.mark.parametrize(
    "pipelines", [[".gitlab-ci.yml"], [".github/workflows/ci.yml", ".github/workflows/proposal.yml"]], ids=str
)
def test_each_forge_shows_proposals_runs_the_tests_and_builds_the_site(pipelines: list[str]) -> None:
    lines = [line for name in pipelines for line in scripts(ROOT / name)]
    for wanted in ("tools/forge/proposal.sh ", ".venv/bin/python tools/forge/comment.py ", ".ci/run", "make"):
        assert any(line.startswith(wanted) for line in lines), wanted
    for line in lines:
        first = line.split()[0]
        assert not first.startswith(("tools/", ".ci/")) or os.access(ROOT / first, os.X_OK), line


def test_each_hook_before_a_commit_is_a_command_that_answers() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks] == ["clausier-fmt", "clausier-check"]
    for hook in hooks:
        command = [sys.executable, "-m", "clausier", *hook["entry"].split()[1:]]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        assert re.match(hook["files"], "amendments/2022-avenant-1/avenant.yml")
