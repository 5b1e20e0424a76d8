"""What is to change and is in no version yet: what waits for an event, what is a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausier.consolidate import Timeline
from clausier.consolidate.ends import begins, is_text
from clausier.model.act import Corpus
from clausier.model.dates import Date, Pending
from clausier.model.operation import NoEffect, Operation, TextOperation
from clausier.model.provision import Provision
from clausier.refs import at, find

Waiting = tuple[Operation, Pending]


def waiting(timeline: Timeline) -> tuple[Waiting, ...]:
    """What waits for something that is not recorded, in the order of the acts, with its date.

    What changes the members, or the force of another act, waits as what changes the text does.
    """
    found: list[Waiting] = [(o, e.date) for e in timeline.to_come if isinstance(e.date, Pending) for o in e.operations]
    found += [
        (operation, date)
        for act in timeline.acts
        for operation in act.operations
        if not is_text(operation) and not isinstance(operation, NoEffect)
        if isinstance(date := begins(operation, act), Pending)
    ]
    rank = {identity: index for index, identity in enumerate(timeline.operations)}
    return tuple(sorted(found, key=lambda one: rank[one[0].common.id]))


def acts_waiting(timeline: Timeline) -> tuple[tuple[str, Pending], ...]:
    """The acts of which something waits, by id, each with what it waits for."""
    return tuple(dict.fromkeys((operation.common.act, date) for operation, date in waiting(timeline)))


def waiting_for(shown: Provision, timeline: Timeline) -> tuple[Waiting, ...]:
    """Of what waits, what may concern a provision of the text in force or what is below it; for the whole text, all.

    What names nothing that is known (a part of words that are not at hand) may concern it.
    """
    if shown.kind == "document":
        return waiting(timeline)
    below = {provision.id for provision in shown.walk()}

    def concerned(operation: Operation) -> bool:
        if not is_text(operation):
            return False
        named = tuple(_named(operation, timeline))
        return not named or any(p.id in below or shown.id in {part.id for part in p.walk()} for p in named)

    return tuple(one for one in waiting(timeline) if concerned(one[0]))


def to_come(corpus: Corpus, timeline: Timeline) -> Mapping[str, tuple[tuple[Operation, Date | None], ...]]:
    """By identity, the operations that name a provision of the text in force and are in no version yet.

    Each has what it waits for, or None where it is of a draft. One that names the whole convention is left out: it is told
    with the act.
    """
    coming: list[tuple[TextOperation, Date | None]] = [(o, e.date) for e in timeline.to_come for o in e.operations]
    in_force = {act.id for act in timeline.acts}
    drafts = (act for act in corpus.amendments if act.draft and act.id not in in_force)
    coming += [(o, None) for act in drafts for o in act.operations if is_text(o)]
    found: dict[str, list[tuple[Operation, Date | None]]] = {}
    for operation, date in coming:
        for provision in {p.id: p for p in _named(operation, timeline)}.values():
            found.setdefault(provision.id, []).append((operation, date))
    return {identity: tuple(operations) for identity, operations in found.items()}


def _named(operation: TextOperation, timeline: Timeline) -> Iterator[Provision]:
    """The provisions of the text in force that the operation's targets name; what they fail to name, a check tells."""
    document = timeline.latest.document
    for target in operation.targets:
        places = find(target, document) if not target.act else ()
        if isinstance(places, tuple):
            yield from (at(document, place.path) for place in places if place.path)
