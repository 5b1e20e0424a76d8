"""Who the members are, over time, and what is to change them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausier.consolidate import Membership
from clausier.emit.dates import date_in_words
from clausier.emit.html import escape
from clausier.emit.membership import CHANGES, changes, counted_from, member_days
from clausier.emit.operations import article_of, said
from clausier.emit.site.atlas import Atlas, sentence
from clausier.emit.site.page import Page, block, heading, listing, paragraph
from clausier.emit.to_come import waiting
from clausier.model.operation import Operation

PAGE = Page(path="membres.html", title="Les membres", nav="Les membres")


def markdown(atlas: Atlas) -> str:
    """The members, now and before, with what changed them, and what waits to."""
    duties = PAGE.link("obligations.html", "ce que chacun doit")
    *past, now = atlas.timeline.members
    parts = [
        heading(1, PAGE.title),
        block("lead", paragraph(f"Les membres de la convention, et ce qui a changé leur liste. Voir aussi {duties}.")),
        *_coming(atlas),
        heading(2, member_days(atlas.timeline, now, None), "depuis"),
        block("site", *_membership(now, atlas)),
    ]
    for period, following in reversed(list(pairwise((*past, now)))):
        parts += [
            heading(2, member_days(atlas.timeline, period, following), f"du-{period.first}"),
            block("site", *_membership(period, atlas)),
        ]
    return PAGE.markdown(parts)


def counted(page: Page, atlas: Atlas) -> str:
    """From which day on the members are those whom a page counts; "" where they are so on every day of its text."""
    days = counted_from(atlas.timeline)
    there = page.link(PAGE.path, "les membres")
    return paragraph(f"Sont comptés ici {there} {days.fr}.") if days else ""


def _coming(atlas: Atlas) -> Iterator[str]:
    items = [
        f"{_said(operation, atlas)}, {escape(date_in_words(date))}"
        for operation, date in waiting(atlas.timeline)
        if isinstance(operation, CHANGES)
    ]
    items += [
        f"{_said(operation, atlas)}, en projet"
        for act in atlas.corpus.amendments
        if act.draft
        for operation in act.operations
        if isinstance(operation, CHANGES)
    ]
    if items:
        yield heading(2, "À venir", "a-venir")
        yield block("site", listing(items))


def _membership(period: Membership, atlas: Atlas) -> Iterator[str]:
    for operation, _ in changes(atlas.timeline, period):
        yield paragraph(f"{_said(operation, atlas)}.")
    count = len(period.parties)
    if not count:  # statutes name nobody, and have members
        yield paragraph("La fiche de la convention n’en nomme aucun.")
        return
    yield paragraph(f"{count}\u00a0membre{'s' if count > 1 else ''}\u00a0:")
    yield listing((escape(party.name) for party in period.parties), "members")


def _said(operation: Operation, atlas: Atlas) -> str:
    """What a change does, with a link to its sentence."""
    common = operation.common
    act = PAGE.link(sentence(common.id), f"{atlas.acts[common.act].name}, {article_of(common)}")
    rests = f"\u00a0; {escape(common.source)}" if common.source else ""
    return f"{escape(said(operation, atlas.parties, atlas.act_names))} ({act}{rests})"
