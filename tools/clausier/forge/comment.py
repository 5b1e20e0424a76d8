"""A comment on a proposal, in place of the one put before.

The same sentences hold for GitHub and for Forgejo, which speaks its language. A project's token of GitLab must have the scope
`api`, since a job's own may not comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

from msgspec import Struct

from clausier.forge.job import Forge, Variables

MARK = "<!-- clausier -->"
_SECONDS = 30


class Place(Struct, frozen=True, kw_only=True):
    """Where comments are listed and made, where one is changed and how, and what says who asks."""

    comments: str
    comment: str
    change: str
    headers: dict[str, str]


def place(forge: Forge, env: Variables) -> Place:
    """Where the proposal of a job is commented on; KeyError names the variable that is missing."""
    if forge == "gitlab":
        project = f"{env['CI_API_V4_URL']}/projects/{env['CI_MERGE_REQUEST_PROJECT_ID']}"
        notes = f"{project}/merge_requests/{env['CI_MERGE_REQUEST_IID']}/notes"
        return Place(comments=notes, comment=notes, change="PUT", headers={"PRIVATE-TOKEN": env["CLAUSIER_TOKEN"]})
    issues = f"{env['GITHUB_API_URL']}/repos/{env['GITHUB_REPOSITORY']}/issues"
    proposal = re.fullmatch(r"refs/pull/(\d+)/\w+", env["GITHUB_REF"])
    if proposal is None:
        raise KeyError("GITHUB_REF")
    return Place(
        comments=f"{issues}/{proposal[1]}/comments",
        comment=f"{issues}/comments",
        change="PATCH",
        headers={"Authorization": f"Bearer {env['GITHUB_TOKEN']}"},
    )


def put(words: str, on: Place) -> None:
    """Make the comment, or change the one that begins with the same mark. Raises OSError where the forge refuses."""
    before = next((c["id"] for c in _comments(on) if c["body"].startswith(MARK)), None)
    if before is None:
        _ask(on, "POST", on.comments, {"body": words})
    else:
        _ask(on, on.change, f"{on.comment}/{before}", {"body": words})


def _comments(on: Place) -> Iterator[Any]:
    """Every comment, page after page."""
    address = f"{on.comments}?per_page=100"
    while address:
        found, links = _ask(on, "GET", address)
        yield from found
        following = re.search(r'<([^<>]+)>;\s*rel="next"', links)
        address = following[1] if following else ""


def _ask(on: Place, method: str, address: str, data: dict[str, str] | None = None) -> tuple[Any, str]:
    """The forge's answer to one request, and the addresses that it joins to it."""
    body = None if data is None else json.dumps(data).encode()
    headers = {**on.headers, "Content-Type": "application/json"}
    request = Request(address, body, headers, method=method)  # noqa: S310 - the forge's own address
    with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - likewise
        return json.load(answer), answer.headers.get("Link", "")
