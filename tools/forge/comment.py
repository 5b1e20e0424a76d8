"""Put a comment on a proposal, in place of the one put before: `comment.py github|gitlab FILE`.

What it needs comes from the job's variables. GitHub and Forgejo (which speaks GitHub's language): GITHUB_API_URL,
GITHUB_REPOSITORY, GITHUB_TOKEN, PROPOSAL (the number of the pull request). GitLab: CI_API_V4_URL, CI_PROJECT_ID,
CI_MERGE_REQUEST_IID, CLAUSIER_TOKEN (a project access token with the scope `api`, since a job's own token may not
comment). Without a token (a proposal from a fork has none), or where the forge refuses, it says so and exits 0: the
comment stays among the job's files.
"""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

MARK = "<!-- clausier -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """Where comments are listed and made, where one is changed and how, and what says who asks."""

    comments: str
    comment: str
    change: str
    headers: dict[str, str]


def forge(name: str, env: dict[str, str]) -> Forge:
    """The forge that the job's variables `env` tell of; KeyError names the variable that is missing."""
    if name == "github":
        repository = f"{env['GITHUB_API_URL']}/repos/{env['GITHUB_REPOSITORY']}/issues"
        return Forge(
            comments=f"{repository}/{env['PROPOSAL']}/comments",
            comment=f"{repository}/comments",
            change="PATCH",
            headers={"Authorization": f"Bearer {env['GITHUB_TOKEN']}"},
        )
    proposal = f"{env['CI_API_V4_URL']}/projects/{env['CI_PROJECT_ID']}/merge_requests/{env['CI_MERGE_REQUEST_IID']}"
    return Forge(
        comments=f"{proposal}/notes",
        comment=f"{proposal}/notes",
        change="PUT",
        headers={"PRIVATE-TOKEN": env["CLAUSIER_TOKEN"]},
    )


def put(words: str, on: Forge) -> None:
    """Make the comment, or change the one that begins with the same mark; OSError where the forge refuses."""
    before = [c["id"] for c in ask(on, "GET", f"{on.comments}?per_page=100") if c["body"].startswith(MARK)]
    if before:
        ask(on, on.change, f"{on.comment}/{before[0]}", {"body": words})
    else:
        ask(on, "POST", on.comments, {"body": words})


def ask(on: Forge, method: str, address: str, data: dict[str, str] | None = None) -> Any:
    """The forge's answer to one request."""
    body = None if data is None else json.dumps(data).encode()
    headers = {**on.headers, "Content-Type": "application/json"}
    with urlopen(Request(address, body, headers, method=method), timeout=30) as answer:
        return json.load(answer)


def main(name: str, file: str) -> None:
    """Put the comment that stands in `file` on the proposal of this job."""
    try:
        put(Path(file).read_text(encoding="utf-8"), forge(name, {k: v for k, v in os.environ.items() if v}))
    except KeyError as missing:
        print(f"Pas de commentaire : {missing.args[0]} n’est pas défini.")
    except OSError as refusal:
        print(f"Pas de commentaire : la forge répond « {refusal} ».")


if __name__ == "__main__":
    main(*sys.argv[1:])
