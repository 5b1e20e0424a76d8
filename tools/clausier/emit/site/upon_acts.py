"""What acts do to other acts: annul them, postpone them, change their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausier.consolidate import Timeline
from clausier.consolidate.ends import is_text
from clausier.model.dates import When
from clausier.model.operation import Annul, Operation, Postpone


def upon_acts(timeline: Timeline) -> Mapping[str, tuple[Operation, ...]]:
    """The operations that bear upon each act, by its id; none of drafts, of acts annulled, or of what still waits."""
    days = {act.id: act.in_force for act in timeline.acts}
    found: dict[str, list[Operation]] = {}
    for operation in timeline.operations.values():
        common = operation.common
        if common.act in days and isinstance(common.in_force or days[common.act], When):
            for act in _upon(operation):
                found.setdefault(act, []).append(operation)
    return {act: tuple(operations) for act, operations in found.items()}


def _upon(operation: Operation) -> Iterator[str]:
    match operation:
        case Annul(annulled=act) | Postpone(postponed=act):
            yield act
        case _ if is_text(operation):
            yield from {t.act: None for t in operation.targets if t.act}
        case _:
            return
