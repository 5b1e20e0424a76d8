"""What changed between two versions, and the same as data: what a lacuna hides in one of them is neither added by the other nor taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from clausier import FORMAT
from clausier.consolidate import Timeline, Version
from clausier.emit.changes import Change, changes
from clausier.model.operation import Replace, Restore, TextOperation
from clausier.model.provision import Provision


def changes_between(
    before: Version, after: Version, timeline: Timeline, former: Timeline | None = None
) -> tuple[Change, ...]:
    """As `changes`, of two versions of `timeline`; `before` is one of `former` where they have two histories."""
    old, new = ({p.id: p.lacuna is not None for p in v.document.walk()} for v in (before, after))
    found = tuple(
        replace(change, kind="unknown-before" if old[change.id] else "unknown-after")
        if change.kind == "changed" and old[change.id] != new[change.id]
        else change
        for change in changes(before.document, after.document)
    )
    if not any(change.kind in {"added", "removed"} for change in found):
        return found
    known_since = unknown(after, timeline, before, former or timeline)
    known_until = unknown(before, former or timeline, after, timeline)
    return tuple(
        replace(change, kind="unknown-before")
        if change.kind == "added" and change.id in known_since
        else replace(change, kind="unknown-after")
        if change.kind == "removed" and change.id in known_until
        else change
        for change in found
    )


def unknown(here: Version, timeline: Timeline, other: Version, others: Timeline) -> frozenset[str]:
    """The provisions of `here` of which nobody knows whether `other` had them.

    An act not in force in `other` reworded what stood there, and the words of what they are part of are not at hand.
    Adding an article supposes that there was none; rewording one says nothing of what it held.
    """
    made = {o.common.id for e in others.events if e.id in other.events for o in e.operations}
    writers: dict[str, TextOperation] = {}
    for event in timeline.events:
        for operation in event.operations if event.id in here.events else ():
            for identity in timeline.touched.get(operation.common.id, ()):
                writers.setdefault(identity, operation)
    theirs = {p.id: p for p in other.document.walk()}
    found: set[str] = set()

    def look(provision: Provision, owner: Provision | None) -> None:
        like = theirs.get(provision.id)
        if like is None:
            wrote = writers.get(provision.id)
            reworded = isinstance(wrote, (Replace, Restore)) and wrote.common.id not in made
            if reworded and owner is not None and owner.lacuna is not None:
                found.add(provision.id)
        elif like.kind != "division" or like.lacuna is not None:
            owner = like  # a division holds but articles: those that are missing are the whole text's
        for child in provision.children:
            look(child, owner)

    look(here.document, None)
    return frozenset(found)


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
