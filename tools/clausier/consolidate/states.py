"""The text for each set of events, worked out once."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from clausier.amend import apply
from clausier.consolidate.acts_on_acts import redirected
from clausier.consolidate.timeline import Event
from clausier.diagnostics import Diagnostic, has_errors
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision

Findings = tuple[Diagnostic, ...]


class Standing(Struct, frozen=True, order=True):
    """An event that has begun, by its id; `ended` where its last day has passed, so that its words no longer stand."""

    event: str
    ended: bool = False


State = tuple[Standing, ...]


def run(operations: Iterable[TextOperation], before: Provision) -> tuple[Provision, Findings]:
    """The operations of one act and date, one after the other, on the text `before` them. What does not fit is left out."""
    now = before
    diagnostics: list[Diagnostic] = []
    for written in operations:
        operation, found = redirected(written, now)
        diagnostics.extend(found)
        if operation is None:
            continue
        applied = apply(operation, before=before, now=now)
        now = applied.document
        diagnostics.extend(applied.diagnostics)
    return now, tuple(diagnostics)


class States(Struct):
    """The text of each state, and what does not fit in it. States that begin alike share their beginning."""

    base: Provision
    events: dict[str, Event]
    known: dict[tuple[str, ...], tuple[Provision, Findings]] = field(default_factory=dict)

    def text(self, state: State) -> tuple[Provision, Findings]:
        """The text with the events of `state` that have not ended, and the findings of each of their operations."""
        applied = tuple(s.event for s in state if not s.ended)
        document = self.base
        findings: Findings = ()
        for size in range(1, len(applied) + 1):
            key = applied[:size]
            if key not in self.known:
                after, found = run(self.events[key[-1]].operations, document)
                self.known[key] = (after, (*findings, *found))
            document, findings = self.known[key]
        return document, findings

    def possible(self, state: State) -> bool:
        """Whether every operation of the state fits."""
        return not has_errors(self.text(state)[1])
