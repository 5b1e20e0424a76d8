"""The references of one text, read as those of its first state are."""

from __future__ import annotations

from clausier.model.provision import Provision
from clausier.refs.over_time import State, readings
from clausier.refs.references import Reference


def references(document: Provision, *, own: str = "convention", complete: bool = True) -> tuple[Reference, ...]:
    """The references in every line of `document`, in reading order."""
    (found,) = readings([State(document, complete, None)], own)
    return tuple(reference for part in found.values() for reference in part.references)
