"""What a forge is for these tests: a repository with a proposal, the variables of a job, and a server that keeps comments."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from clausier.author.new import new_project

ARTICLE = """# Article 8 – Délai

Chaque marché est conclu pour trois ans.
"""
# Of the forge, of git and of this tool, a test says all that there is.
OURS = ("GIT_", "GITHUB_", "FORGEJO_", "CI_", "CLAUSIER_", "COV")


def repository(root: Path, within: str = ".") -> Path:
    """A repository with a small convention (in the folder `within`) on its main branch, and a branch for a proposal."""
    root.mkdir(exist_ok=True)
    new_project(root / within)
    (root / within / "convention/08-delai.md").write_text(ARTICLE, encoding="utf-8")
    command(root, "git", "init", "--quiet", "--initial-branch=main")
    commit(root)
    command(root, "git", "update-ref", "refs/remotes/origin/main", "main")
    command(root, "git", "switch", "--quiet", "--create", "proposal")
    return root


def commit(root: Path) -> None:
    command(root, "git", "add", ".")
    command(root, "git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=x")


def propose(root: Path, words: str) -> None:
    """Commit the article, its « trois ans » made `words`."""
    (root / "convention/08-delai.md").write_text(ARTICLE.replace("trois ans", words), encoding="utf-8")
    commit(root)


def command(folder: Path, *words: str, exit_code: int = 0, variables: Mapping[str, str] | None = None) -> str:
    """What the command prints; it must end with the exit code."""
    done = ran(folder, *words, variables=variables)
    assert done.returncode == exit_code, done.stdout + done.stderr
    return done.stdout


def ran(folder: Path, *words: str, variables: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """The command, where nothing of this machine's own forge, or git's settings, is to be seen."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**own_variables(), "PATH": path, **(variables or {})}
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def own_variables() -> dict[str, str]:
    """Those of this machine, but for what its forge, its git or its user would say."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(OURS) or k.startswith("COVERAGE_")}
    return {**own, "GIT_CONFIG_GLOBAL": os.devnull}


def review(root: Path, *words: str, exit_code: int = 0, variables: Mapping[str, str] | None = None) -> str:
    """What `clausier review` prints there."""
    call = (sys.executable, "-m", "clausier", "review", *words)
    return command(root, *call, exit_code=exit_code, variables=variables)


def comment_of(root: Path) -> str:
    """The comment that the last review wrote."""
    return (root / "exports/proposal/comment.md").read_text(encoding="utf-8")


def variables(forge: str, root: Path, address: str = "http://127.0.0.1:1", token: str = "secret") -> dict[str, str]:  # noqa: S107 - opens nothing
    """What the job of a forge is told of the proposal number 7 in `root`."""
    if forge == "gitlab":
        base = command(root, "git", "merge-base", "HEAD", "main").strip()
        return {
            "CI_API_V4_URL": address,
            "CI_COMMIT_BRANCH": "",
            "CI_JOB_ID": "9",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
            "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_PROJECT_ID": "5",
            "CI_PROJECT_URL": "https://forge.example.org/o/r",
            "CLAUSIER_TOKEN": token,
        }
    return {
        "GITHUB_API_URL": address,
        "GITHUB_BASE_REF": "main",
        "GITHUB_REF": "refs/pull/7/head" if forge == "forgejo" else "refs/pull/7/merge",
        "GITHUB_REPOSITORY": "o/r",
        "GITHUB_RUN_ID": "901",
        "GITHUB_RUN_NUMBER": "4",
        "GITHUB_SERVER_URL": "https://forge.example.org",
        "GITHUB_TOKEN": token,
    }


class ListeningForge(HTTPServer):
    """A forge that keeps the comments it is given, a few to a page, and refuses whoever has no token."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.comments: list[dict[str, Any]] = [{"id": 1, "body": "Bien."}]
        self.most = 100

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def bodies(self) -> list[str]:
        return [comment["body"] for comment in self.comments]


@contextmanager
def listening() -> Iterator[ListeningForge]:
    """Such a forge, while it listens."""
    with ListeningForge() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


NOTES = "/projects/5/merge_requests/7/notes"
COMMENTS = "/repos/o/r/issues/7/comments"


class Handler(BaseHTTPRequestHandler):
    server: ListeningForge

    def answer(self, status: int, data: object, links: str = "") -> None:
        self.send_response(status)
        if links:
            self.send_header("Link", links)
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

    @property
    def listed(self) -> str:
        return COMMENTS if "Authorization" in self.headers else NOTES

    def do_GET(self) -> None:
        if self.allowed(self.listed):
            at = int(self.path.partition("&from=")[2] or 0)
            more = at + self.server.most < len(self.server.comments)
            address = f"{self.server.address}{self.listed}?per_page=100&from={at + self.server.most}"
            links = f'<{self.server.address}>; rel="first", <{address}>; rel="next"' if more else ""
            self.answer(200, self.server.comments[at : at + self.server.most], links)

    def do_POST(self) -> None:
        if self.allowed(self.listed):
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
