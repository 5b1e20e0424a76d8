"""Who the members are, over time."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.consolidate import Membership
from clausier.emit.dates import in_words
from clausier.emit.html import escape
from clausier.emit.notes import article_of
from clausier.emit.operations import said
from clausier.emit.site.atlas import Atlas, sentence
from clausier.emit.site.page import Page, block, heading, listing, paragraph

PAGE = Page(path="membres.html", title="Les membres", nav="Les membres")


def markdown(atlas: Atlas) -> str:
    """The members, now and before, with what changed them."""
    duties = PAGE.link("obligations.html", "ce que chacun doit")
    *past, now = atlas.timeline.members
    parts = [
        heading(1, PAGE.title),
        block("lead", paragraph(f"Les membres de la convention, et ce qui a changé leur liste. Voir aussi {duties}.")),
        heading(2, f"À compter du {in_words(now.first)}", "depuis"),
        block("site", *_membership(now, atlas)),
    ]
    for period in reversed(past):
        last = f" au {in_words(period.last)}" if period.last else ""
        parts += [
            heading(2, f"Du {in_words(period.first)}{last}", f"du-{period.first}"),
            block("site", *_membership(period, atlas)),
        ]
    return PAGE.markdown(parts)


def _membership(period: Membership, atlas: Atlas) -> Iterator[str]:
    operation = atlas.timeline.operations.get(period.operation)
    if operation is not None:
        common = operation.common
        act = PAGE.link(sentence(common.id), f"{atlas.acts[common.act].name}, {article_of(common)}")
        rests = f"\u00a0; {escape(common.source)}" if common.source else ""
        yield paragraph(f"{escape(said(operation, atlas.parties, atlas.act_names))} ({act}{rests}).")
    count = len(period.parties)
    yield paragraph(f"{count}\u00a0membre{'s' if count > 1 else ''}\u00a0:")
    yield listing((escape(party.name) for party in period.parties), "members")
