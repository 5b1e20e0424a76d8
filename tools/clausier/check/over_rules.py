"""What a check over the rules is, and where a rule's place is in the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic
from clausier.model.provision import Provision
from clausier.rules.bound import Place, Rules


class CheckOverRules(Struct, frozen=True, kw_only=True):
    """One check over the rules of the text in force: its code, whether it runs unless asked, and the function that finds."""

    code: Code
    on: bool = True
    find: Callable[[Rules, Timeline], Iterator[Diagnostic]]


def provision_of(place: Place, timeline: Timeline) -> Provision | None:
    """The provision that `place` names, in the text in force, or in the act whose own words it names."""
    if place.act:
        documents = (act.document for act in timeline.acts if act.id == place.act)
    else:
        documents = (version.document for version in (timeline.latest,))
    return next((p for document in documents for p in document.walk() if p.id == place.provision), None)
