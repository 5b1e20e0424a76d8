"""`versions/ID/convention.json`: one version, whole, in the shape of `show`."""

from __future__ import annotations

from typing import Any

from clausier.consolidate import Timeline, Version
from clausier.emit.answers import FORMAT, valid_json
from clausier.emit.text_json import provision_json


def version_json(timeline: Timeline, version: Version) -> dict[str, Any]:
    """The version, as `clausier show --version ID --format json` answers it."""
    return {
        "format": FORMAT,
        "version": version.id,
        "valid": valid_json(version),
        "provision": provision_json(version.document, timeline),
        "to_come": [],
    }
