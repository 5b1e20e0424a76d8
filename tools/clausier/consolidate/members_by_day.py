"""Who the members are on each day: one list, or those that are possible where the dates leave it open."""

from __future__ import annotations

import datetime
import itertools

from msgspec import Struct
from msgspec.structs import replace

from clausier.consolidate.members import ManyMembersError, dated_changes, possible_members
from clausier.consolidate.timeline import Membership, Timeline
from clausier.model.act import Party
from clausier.model.dates import ONE_DAY, When


class OpenMembership(Struct, frozen=True, kw_only=True):
    """Days on which it is open who the members are.

    `lists` are those that are possible, each with the version of the text with which it is: none where they are too many to
    be told one by one. `because`: the acts whose date leaves it open.
    """

    first: datetime.date
    last: datetime.date | None
    lists: tuple[tuple[str, tuple[Party, ...]], ...]
    because: tuple[tuple[str, When], ...]


def members_by_day(timeline: Timeline) -> tuple[Membership | OpenMembership, ...]:
    """The members from the convention's first day on, cut where the answer changes."""
    opened = tuple(one for one in dated_changes(timeline) if not one[1].exact)
    if not opened:
        return timeline.members
    days = {d for _, date in opened for d in (date.first, date.last)} | {m.first for m in timeline.members}
    first = timeline.members[0].first
    cuts = sorted(d for d in days | {p.first for p in timeline.periods} if d >= first)
    found: list[Membership | OpenMembership] = []
    for day, following in itertools.zip_longest(cuts, cuts[1:]):
        last = following - ONE_DAY if following else None
        because = tuple(one for one in opened if one[1].first <= day < one[1].last)
        stretch = _stretch(timeline, day, last, because)
        if found and replace(stretch, first=found[-1].first, last=found[-1].last) == found[-1]:
            found[-1] = replace(found[-1], last=last)
        else:
            found.append(stretch)
    return tuple(found)


def _stretch(
    timeline: Timeline, day: datetime.date, last: datetime.date | None, because: tuple[tuple[str, When], ...]
) -> Membership | OpenMembership:
    """The answer from `day` to `last`."""
    settled = next(m for m in reversed(timeline.members) if m.first <= day)
    settled = replace(settled, first=day, last=last)
    if not because:
        return settled
    names = next(p.candidates for p in reversed(timeline.periods) if p.first <= day)
    versions = (version for name in names if (version := timeline.version(name)) is not None)
    try:
        lists = tuple((v.id, parties) for v in versions for parties in possible_members(timeline, v, day))
    except ManyMembersError:
        lists = ()
    if lists and all({p.id for p in parties} == {p.id for p in settled.parties} for _, parties in lists):
        return settled
    return OpenMembership(first=day, last=last, lists=lists, because=because)
