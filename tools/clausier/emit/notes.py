"""Notes d'édition: recorded departures from the letter of a sentence, shown everywhere their result is."""

from __future__ import annotations

from clausier.consolidate import Timeline
from clausier.model.operation import Common, Operation
from clausier.model.provision import Provision

_UNITS = {
    "opening": "ouverture",
    "preamble": "préambule",
    "annex": "annexe",
    "division": "division",
    "closing": "clôture",
    "term": "durée",  # what the file of the convention says of its last day
}


def origins(provision: Provision) -> frozenset[str]:
    """What wrote the provision's own words, heading, number and status, those below it left out."""
    found: set[str] = {o for o in (provision.number_origin, provision.status_origin) if o}
    found.update(alinea.status_origin for alinea in provision.alineas if alinea.status_origin)
    return frozenset(found.union(*(text.origins() for text in provision.texts)))


def noted(provision: Provision, timeline: Timeline, *, below: bool = False) -> tuple[Operation, ...]:
    """The operations with a note d'édition whose result stands in the provision (and, `below`, in those under it)."""
    if not timeline.noted:
        return ()
    found: set[str] = set()
    for p in provision.walk() if below else (provision,):
        found |= origins(p)
    return tuple(o for o in timeline.noted if o.common.id in found)


def article_of(common: Common) -> str:
    """Where in its act an operation stands, in French."""
    return part_of_act(common.article)


def part_of_act(name: str) -> str:
    """A part of an act by its name, in French: `art. 3`, `préambule`, `annexe 2`."""
    kind, _, number = name.partition(" ")
    if kind in _UNITS:
        return f"{_UNITS[kind]} {number}".strip()
    return f"art.\u00a0{name}"


def note_line(operation: Operation) -> str:
    """A note as a line of French: which operation departs from the letter of its sentence, and why."""
    common = operation.common
    return f"Note d’édition ({common.act}, {article_of(common)})\u00a0: {common.editorial_note}"
