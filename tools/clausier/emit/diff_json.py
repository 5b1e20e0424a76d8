"""A redline as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clausier import FORMAT
from clausier.emit.changes import Change


def diff_json(before: str, after: str, found: Sequence[Change]) -> dict[str, Any]:
    """The changes between two versions, named `before` and `after`."""
    return {
        "format": FORMAT,
        "from": before,
        "to": after,
        "changes": [
            {
                "id": c.id,
                "number": c.number,
                "title": c.title,
                "kind": c.kind,
                "segments": [{"op": s.op, "text": s.text, "origin": s.origin or None} for s in c.segments],
            }
            for c in found
        ],
    }
