"""On which days a list of members is theirs, in words, and what made it so."""

from __future__ import annotations

from clausier.consolidate import Membership, Timeline
from clausier.consolidate.ends import begins
from clausier.emit.dates import in_words
from clausier.model.dates import ONE_DAY, When
from clausier.model.operation import Admit, MemberOperation, MergeParties, RenameParty, Represent, Withdraw

CHANGES = (Admit, Withdraw, MergeParties, RenameParty, Represent)


def member_days(timeline: Timeline, period: Membership, following: Membership | None) -> str:
    """On which days these are the members: those that are certain, those that are possible."""
    opened = [when.first for _, when in changes(timeline, period) if not when.exact]
    since = f" de façon certaine, et peut-être dès le {in_words(min(opened))}" if opened else ""
    if following is None or period.last is None:
        return f"À compter du {in_words(period.first)}{since}"
    ends = min((when.first for _, when in changes(timeline, following)), default=following.first) - ONE_DAY
    if ends >= period.last:
        return f"Du {in_words(period.first)}{since}{',' if since else ''} au {in_words(period.last)}"
    if ends < period.first:
        return f"Peut-être du {in_words(min((*opened, period.first)))} au {in_words(period.last)}"
    until = f"au {in_words(ends)}, et peut-être jusqu’au {in_words(period.last)}"
    return f"Du {in_words(period.first)}{since}{',' if since else ''} {until}"


def changes(timeline: Timeline, period: Membership) -> list[tuple[MemberOperation, When]]:
    """The changes that made these the members, all of the same last possible day, each with its date."""
    if not period.operation:
        return []
    acts = {act.id: act for act in timeline.acts}
    dated = [
        (operation, when)
        for operation in timeline.operations.values()
        if isinstance(operation, CHANGES) and operation.common.act in acts
        if isinstance(when := begins(operation, acts[operation.common.act]), When)
    ]
    last = next(when.last for operation, when in dated if operation.common.id == period.operation)
    return [one for one in dated if one[1].last == last]
