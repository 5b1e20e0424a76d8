"""What the job of a forge is told of the proposal that it runs for, in its variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Forge = Literal["github", "gitlab", "forgejo"]
FORGES: tuple[Forge, ...] = ("github", "gitlab", "forgejo")
Variables = Mapping[str, str]


def target(forge: Forge, env: Variables) -> str:
    """The commit that the proposal would join. Raises KeyError with the name of the variable that is missing."""
    if forge == "gitlab":
        # Where GitLab runs the result of the merge, that already holds what the branch has gained: only the first tells.
        return env.get("CI_MERGE_REQUEST_TARGET_BRANCH_SHA") or env["CI_MERGE_REQUEST_DIFF_BASE_SHA"]
    return f"origin/{env['GITHUB_BASE_REF']}"


def page(forge: Forge, env: Variables, file: str) -> str:
    """The address at which people find a file that the job keeps: itself, or the run among whose files it is."""
    if forge == "gitlab":
        return f"{env['CI_PROJECT_URL']}/-/jobs/{env['CI_JOB_ID']}/artifacts/file/{file}"
    # The addresses of Forgejo count the runs of each repository.
    run = env["GITHUB_RUN_NUMBER" if forge == "forgejo" else "GITHUB_RUN_ID"]
    return f"{env['GITHUB_SERVER_URL']}/{env['GITHUB_REPOSITORY']}/actions/runs/{run}"
