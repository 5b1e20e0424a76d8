"""What several checks over the rules look up: the provision that a rule is in, and the rules about a body."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.consolidate import Timeline
from clausier.model.provision import Provision
from clausier.rules.bound import BoundRule, Place


def provision_of(place: Place, timeline: Timeline) -> Provision | None:
    """The provision that `place` names, in the text in force, or in the act whose own words it names."""
    own = [act.document for act in timeline.acts if act.id == place.act]
    documents = own if place.act else [timeline.latest.document]
    return next((p for document in documents for p in document.walk() if p.id == place.provision), None)


def by_body(rules: Iterable[BoundRule]) -> dict[str, list[BoundRule]]:
    """The rules about each body, by its name."""
    found: dict[str, list[BoundRule]] = {}
    for rule in rules:
        if rule.source.body:
            found.setdefault(rule.source.body, []).append(rule)
    return found
