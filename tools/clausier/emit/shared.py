"""Where the part of the site is that every convention shares."""

from __future__ import annotations

from pathlib import Path


def shared_folder() -> Path:
    """The part of the site that every convention shares: inside the installed package, or `site/` in the repository."""
    here = Path(__file__).parents[1]
    inside = here / "data" / "site"
    return inside if inside.is_dir() else here.parents[1] / "site"
