"""What is to change in the text in force, as far as it is published: what waits for an event, what is a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausier.consolidate import Timeline
from clausier.consolidate.ends import is_text
from clausier.model.act import Corpus
from clausier.model.dates import Date
from clausier.model.operation import Operation, TextOperation
from clausier.refs import at, find


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
        for identity in dict.fromkeys(_named(operation, timeline)):
            found.setdefault(identity, []).append((operation, date))
    return {identity: tuple(operations) for identity, operations in found.items()}


def _named(operation: TextOperation, timeline: Timeline) -> Iterator[str]:
    """The provisions of the text in force that the operation's targets name; what they fail to name, a check tells."""
    document = timeline.latest.document
    for target in operation.targets:
        places = find(target, document) if target.steps and not target.act else ()
        if isinstance(places, tuple):
            yield from (at(document, place.path).id for place in places if place.path)
