"""Who the members are, over time, and what is to change them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausier.consolidate import Membership
from clausier.consolidate.ends import begins
from clausier.emit.dates import date_in_words, in_words
from clausier.emit.html import escape
from clausier.emit.notes import article_of
from clausier.emit.operations import said
from clausier.emit.site.atlas import Atlas, sentence
from clausier.emit.site.page import Page, block, heading, listing, paragraph
from clausier.emit.to_come import waiting
from clausier.model.dates import ONE_DAY, When
from clausier.model.operation import Admit, MergeParties, Operation, RenameParty, Represent, Withdraw

PAGE = Page(path="membres.html", title="Les membres", nav="Les membres")
_CHANGES = (Admit, Withdraw, MergeParties, RenameParty, Represent)


def markdown(atlas: Atlas) -> str:
    """The members, now and before, with what changed them, and what waits to."""
    duties = PAGE.link("obligations.html", "ce que chacun doit")
    *past, now = atlas.timeline.members
    parts = [
        heading(1, PAGE.title),
        block("lead", paragraph(f"Les membres de la convention, et ce qui a changé leur liste. Voir aussi {duties}.")),
        *_coming(atlas),
        heading(2, _days(now, None, atlas), "depuis"),
        block("site", *_membership(now, atlas)),
    ]
    for period, following in reversed(list(pairwise((*past, now)))):
        parts += [
            heading(2, _days(period, following, atlas), f"du-{period.first}"),
            block("site", *_membership(period, atlas)),
        ]
    return PAGE.markdown(parts)


def _coming(atlas: Atlas) -> Iterator[str]:
    items = [
        f"{_said(operation, atlas)}, {escape(date_in_words(date))}"
        for operation, date in waiting(atlas.timeline)
        if isinstance(operation, _CHANGES)
    ]
    items += [
        f"{_said(operation, atlas)}, en projet"
        for act in atlas.corpus.amendments
        if act.draft
        for operation in act.operations
        if isinstance(operation, _CHANGES)
    ]
    if items:
        yield heading(2, "À venir", "a-venir")
        yield block("site", listing(items))


def _days(period: Membership, following: Membership | None, atlas: Atlas) -> str:
    """On which days these are the members: those that are certain, those that are possible."""
    opened = [when.first for _, when in _made(period, atlas) if not when.exact]
    since = f" de façon certaine, et peut-être dès le {in_words(min(opened))}" if opened else ""
    if following is None or period.last is None:
        return f"À compter du {in_words(period.first)}{since}"
    ends = min((when.first for _, when in _made(following, atlas)), default=following.first) - ONE_DAY
    if ends >= period.last:
        return f"Du {in_words(period.first)}{since}{',' if since else ''} au {in_words(period.last)}"
    if ends < period.first:
        return f"Peut-être du {in_words(min((*opened, period.first)))} au {in_words(period.last)}"
    until = f"au {in_words(ends)}, et peut-être jusqu’au {in_words(period.last)}"
    return f"Du {in_words(period.first)}{since}{',' if since else ''} {until}"


def _made(period: Membership, atlas: Atlas) -> list[tuple[Operation, When]]:
    """The changes that made these the members, all of the same last possible day, each with its date."""
    if not period.operation:
        return []
    acts = {act.id: act for act in atlas.timeline.acts}
    dated = [
        (operation, when)
        for operation in atlas.timeline.operations.values()
        if isinstance(operation, _CHANGES) and operation.common.act in acts
        if isinstance(when := begins(operation, acts[operation.common.act]), When)
    ]
    last = next(when.last for operation, when in dated if operation.common.id == period.operation)
    return [one for one in dated if one[1].last == last]


def _membership(period: Membership, atlas: Atlas) -> Iterator[str]:
    for operation, _ in _made(period, atlas):
        yield paragraph(f"{_said(operation, atlas)}.")
    count = len(period.parties)
    yield paragraph(f"{count}\u00a0membre{'s' if count > 1 else ''}\u00a0:")
    yield listing((escape(party.name) for party in period.parties), "members")


def _said(operation: Operation, atlas: Atlas) -> str:
    """What a change does, with a link to its sentence."""
    common = operation.common
    act = PAGE.link(sentence(common.id), f"{atlas.acts[common.act].name}, {article_of(common)}")
    rests = f"\u00a0; {escape(common.source)}" if common.source else ""
    return f"{escape(said(operation, atlas.parties, atlas.act_names))} ({act}{rests})"
