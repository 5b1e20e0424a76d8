"""What is put into an article that is without force, suspended or at its end: nobody has said whether it is, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from clausier.diagnostics import Diagnostic, Span, codes_tim, report
from clausier.model.provision import Provision
from clausier.refs.differences import differences

_WITHOUT_FORCE = {"suspended", "expired"}


def added_within(documents: Iterable[Provision]) -> tuple[Diagnostic, ...]:
    """A warning for each unit that is in force where it comes into one that is not, in texts that follow one another."""
    return tuple(dict.fromkeys(found for before, now in pairwise(documents) for found in _found(before, now)))


def _found(before: Provision, now: Provision) -> Iterator[Diagnostic]:
    changes = differences(before, now)
    owners = {c.new.id: c.new for c in changes if c.new is not None and c.new.status in _WITHOUT_FORCE}
    for change in changes:
        unit, owner = change.new, owners.get(change.owner)
        if owner is not None and unit is not None and change.old is None and unit.status == "in-force":
            yield report(
                codes_tim.ADDED_WITHOUT_FORCE,
                unit.span or Span(""),
                unit=unit.title(),
                owner=owner.title(),
                by=owner.status_origin,
            )
