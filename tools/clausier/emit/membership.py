"""The members in words: on which days a list is theirs, what made it so, and what a proposal does to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clausier.consolidate import Membership, Timeline
from clausier.consolidate.ends import begins
from clausier.diagnostics import Lang, Message
from clausier.emit.dates import date_in_words, in_words, perhaps_from, perhaps_until
from clausier.emit.operations import said
from clausier.emit.redline import Lists
from clausier.model.dates import ONE_DAY, When
from clausier.model.operation import Admit, MemberOperation, MergeParties, RenameParty, Represent, Withdraw
from clausier.text.words import uncapitalised

_COME = Message(fr="Les membres changent\u00a0:", en="The members change:")
_GONE = Message(
    fr="Ne figure plus parmi ce qui change les membres\u00a0:", en="No longer among what changes the members:"
)
_COUNTED = Message(fr="Membres comptés\u00a0: ceux {days}.", en="Members counted: those {days}.")
CHANGES = (Admit, Withdraw, MergeParties, RenameParty, Represent)


def member_days(timeline: Timeline, period: Membership, following: Membership | None) -> str:
    """On which days these are the members: those that are certain, those that are possible."""
    opened = [when.first for _, when in changes(timeline, period) if not when.exact]
    since = perhaps_from(min(opened)).fr if opened else ""
    if following is None or period.last is None:
        return f"À compter du {in_words(period.first)}{since}"
    ends = min((when.first for _, when in changes(timeline, following)), default=following.first) - ONE_DAY
    if ends >= period.last:
        return f"Du {in_words(period.first)}{since}{',' if since else ''} au {in_words(period.last)}"
    if ends < period.first:
        return f"Peut-être du {in_words(min((*opened, period.first)))} au {in_words(period.last)}"
    until = f"au {in_words(ends)}{perhaps_until(period.last).fr}"
    return f"Du {in_words(period.first)}{since}{',' if since else ''} {until}"


def counted_from(timeline: Timeline) -> Message | None:
    """Since when those whom an answer without a date counts have been the members; None where they were when the text began."""
    members, begun = timeline.members, timeline.latest.first
    if not members or begun is None or members[-1].first <= begun:
        return None
    return Message(fr=uncapitalised(member_days(timeline, members[-1], None)), en=f"from {members[-1].first} on")


def counted_text(timeline: Timeline, lang: Lang) -> str:
    """The same as a sentence, behind an empty line; "" where there is nothing to say."""
    days = counted_from(timeline)
    return f"\n\n{_COUNTED.fill(days=days).text(lang)}" if days else ""


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


def members_changed(before: Timeline, after: Timeline, lang: Lang, *, dated: bool = True) -> Lists:
    """What changes the members in `after` and not in `before`, then what did so there alone, each under its title.

    `dated`: each with its day.
    """
    then, now = (Counter(_told(timeline, lang, dated=dated)) for timeline in (before, after))
    both = ((_COME, now - then), (_GONE, then - now))
    return tuple((title.text(lang), tuple(lines)) for title, lines in both if lines)


def _told(timeline: Timeline, lang: Lang, *, dated: bool) -> Iterator[str]:
    """Each change of the members, in a line."""
    titles = {act.id: act.title for act in timeline.acts}
    for act in timeline.acts:
        for operation in act.operations:
            if not isinstance(operation, CHANGES):
                continue
            date = begins(operation, act)
            if lang == "en":
                day = f", {date.words or date.first}" if isinstance(date, When) and dated else ""
                yield f"{operation.common.id} ({operation.common.verb}){day}"
                continue
            day = f", {date_in_words(date)}" if dated else ""
            yield f"{said(operation, timeline.party_names, titles)}{day} ({act.title or act.id})"
