"""Who the members are, over time, and how many votes each has."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from clausier.consolidate import Membership
from clausier.emit.dates import in_words
from clausier.emit.html import escape
from clausier.emit.notes import article_of
from clausier.emit.site.atlas import Atlas, sentence
from clausier.emit.site.operations import said
from clausier.emit.site.page import Page, block, grid, heading, listing, paragraph
from clausier.emit.site.rules import figure, name
from clausier.emit.site.text import original_note
from clausier.rules.bound import BoundRule
from clausier.rules.kinds import Weights

PAGE = Page(path="gouvernance.html", title="Les voix", nav="Les voix")
MEMBERS = Page(path="membres.html", title="Les membres", nav="Les membres")


def markdown(atlas: Atlas) -> str:
    """How votes are weighed, body by body."""
    weights = [(rule, rule.rule) for rule in atlas.rules.of(atlas.latest.id) if isinstance(rule.rule, Weights)]
    parts = [heading(1, PAGE.title), block("lead", original_note(PAGE, atlas))]
    for rule, value in weights:
        parts += [heading(2, name(rule), rule.id), block("site", *_weights(rule, value, atlas))]
    if not weights:
        parts.append(block("site", paragraph("Aucune règle sur les voix n’est enregistrée.")))
    return PAGE.markdown(parts)


def _weights(rule: BoundRule, weights: Weights, atlas: Atlas) -> Iterator[str]:
    where = PAGE.link(atlas.places.get(rule.place.provision, "articles/index.html"), rule.place.number)
    reference = PAGE.link(f"regles.html#{rule.id}", rule.id)
    if weights.each is not None:
        votes = "une" if weights.each == 1 else figure(weights.each)
        yield paragraph(f"Chaque siège a {votes}\u00a0voix ({where}\u00a0; règle {reference}).")
        return
    total = sum((votes for _, votes in weights.by), Fraction(0))
    yield paragraph(f"Les voix sont celles du tableau de {where} (règle {reference}).")
    rows = [(escape(atlas.parties.get(seat, seat)), figure(votes), _bar(votes, total)) for seat, votes in weights.by]
    rows.append(("Total", figure(total), ""))
    yield grid("Les voix de chacun", ("Membre", "Voix", "Part"), rows, "votes")


def _bar(votes: Fraction, total: Fraction) -> str:
    """A part of the whole, as a bar and in figures; drawn by attributes, so that no style stands in the page."""
    tenths = round(votes * 1000 / total)
    bar = (
        '<svg class="bar" viewBox="0 0 500 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{tenths}" height="10"/></svg>'
    )
    return f"{tenths // 10},{tenths % 10}\u00a0% {bar}"


def members_markdown(atlas: Atlas) -> str:
    """The members, now and before, with what changed them."""
    *past, now = atlas.timeline.members
    parts = [
        heading(1, MEMBERS.title),
        block("lead", paragraph("Les membres de la convention, et ce qui a changé leur liste.")),
        heading(2, f"Depuis le {in_words(now.first)}", "depuis"),
        block("site", *_membership(now, atlas)),
    ]
    for period in reversed(past):
        last = f" au {in_words(period.last)}" if period.last else ""
        parts += [
            heading(2, f"Du {in_words(period.first)}{last}", f"du-{period.first}"),
            block("site", *_membership(period, atlas)),
        ]
    return MEMBERS.markdown(parts)


def _membership(period: Membership, atlas: Atlas) -> Iterator[str]:
    operation = atlas.timeline.operations.get(period.operation)
    if operation is not None:
        common = operation.common
        act = MEMBERS.link(sentence(common.id), f"{atlas.acts[common.act].name}, {article_of(common)}")
        rests = f"\u00a0; {escape(common.source)}" if common.source else ""
        yield paragraph(f"{said(operation, atlas.parties, atlas.act_names)} ({act}{rests}).")
    count = len(period.parties)
    yield paragraph(f"{count}\u00a0membre{'s' if count > 1 else ''}\u00a0:")
    yield listing((escape(party.name) for party in period.parties), "members")
