"""The bodies: who sits in each, how it votes, how often it meets, what it gives; and the path that each matter takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from clausier.decide.docket import bodies as sitting
from clausier.emit.html import escape
from clausier.emit.quotas import figure
from clausier.emit.site import glossary
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.conduct import case, either, powers
from clausier.emit.site.grounds import cited
from clausier.emit.site.names import named
from clausier.emit.site.page import Page, block, grid, heading, listing, paragraph
from clausier.emit.site.rules import said
from clausier.emit.site.text import original_note
from clausier.rules.bound import BoundRule
from clausier.rules.criteria import Criterion
from clausier.rules.kinds import Competence, Majority, Procedure, Weights
from clausier.rules.settled import Settled
from clausier.rules.values import Share
from clausier.text.words import capitalised

PAGE = Page(path="gouvernance.html", title="Les instances", nav="Les instances")
# What is said of a body, in the order in which someone who prepares a meeting asks for it.
ABOUT = (
    ("Qui siège", ("composition",)),
    ("Quand elle se réunit", ("frequency", "deadline")),
    ("Quorum", ("quorum",)),
    ("Voix", ("weights",)),
    ("Vote", ("ballot", "majority", "proxy", "casting-vote", "recusal")),
    ("Ses compétences", ("competence",)),
    ("Ce qu’elle doit, peut, ne doit pas", ("duty", "permission", "prohibition")),
)


def markdown(atlas: Atlas) -> str:
    """Each body with its rules, then the path of each matter; every line links to the rule, which quotes its words."""
    found = atlas.rules.applicable(atlas.latest.id)
    bodies = dict.fromkeys(rule.source.body for rule in found if rule.source.body)
    lead = "Ce que le texte dit de chaque instance. Ce qu’il laisse ouvert est montré, jamais tranché."
    parts = [heading(1, PAGE.title), block("lead", original_note(PAGE, atlas), paragraph(lead))]
    for body in bodies:
        own = [rule for rule in found if rule.source.body == body]
        parts += [heading(2, title(body, atlas), body), block("site", *_body(own, atlas))]
    paths = [(rule, rule.rule) for rule in found if isinstance(rule.rule, Procedure) and len(rule.rule.steps) > 1]
    if paths:
        parts.append(heading(2, "Le chemin d’une décision", "chemins"))
        parts.append(block("site", *(_path(rule, procedure, atlas) for rule, procedure in paths)))
    if not bodies:
        parts.append(block("site", paragraph("Aucune règle sur une instance n’est enregistrée.")))
    return PAGE.markdown(parts)


def title(body: str, atlas: Atlas) -> str:
    """The name of a body, spelt out where the text spells its acronym out."""
    short = named(body, atlas)
    words = next((entry.words for entry in glossary.entries(atlas) if entry.term == short), "")
    return words.partition("– ")[2] or (words if not words.startswith("…") else "") or capitalised(short)


def _body(rules: list[BoundRule], atlas: Atlas) -> Iterator[str]:
    silent = []
    for what, kinds in ABOUT:
        own = [rule for rule in rules if rule.source.kind in kinds]
        if own:
            yield paragraph(f"<strong>{escape(what)}.</strong>", "asked")
            yield listing(_said(own, atlas))
        elif kinds[0] in {"quorum", "composition", "frequency"}:
            silent.append(what.lower())
        for rule in own:
            if isinstance(rule.rule, Weights) and rule.rule.by:
                yield _chart(rule.rule, rules, atlas)
    if not any(rule.source.kind == "majority" for rule in rules):
        silent.append("majorité")
    body = rules[0].source.body
    see = [("calendrier.html", "le calendrier")] if any(rule.source.kind == "frequency" for rule in rules) else []
    if body in sitting(rules):
        see.insert(0, (f"coalitions.html#{body}", "qui peut faire adopter, et qui peut bloquer"))
    if see:
        yield paragraph(f"Voir aussi\u00a0: {', '.join(PAGE.link(*there) for there in see)}.")
    if silent:
        yield paragraph(f"Aucune règle sur ces points\u00a0: {escape(', '.join(silent))}.", "silent")


def _said(rules: Iterable[BoundRule], atlas: Atlas) -> Iterator[str]:
    for rule in rules:
        matter = f"\u00a0: {escape(named(rule.source.matter, atlas))}" if rule.source.matter else ""
        if isinstance(rule.rule, Competence):
            gives = f"{escape(powers(rule.rule.gives))}{escape(case(rule.rule.when, lambda name: named(name, atlas)))}{matter}"
            yield f"{gives} ({cited(rule, atlas, PAGE)})"
            continue
        about = f" ({escape(named(rule.source.matter, atlas))})" if rule.source.matter else ""
        yield f"{said(rule.rule, atlas).removesuffix('.')}{about} ({cited(rule, atlas, PAGE)})."


def _chart(weights: Weights, rules: list[BoundRule], atlas: Atlas) -> str:
    """The votes of each seat as a table with bars, and together as one bar with the line that a majority of all needs."""
    total = sum((votes for _, votes in weights.by), Fraction(0))
    rows = [(escape(atlas.parties.get(seat, seat)), figure(votes), bar(votes, total)) for seat, votes in weights.by]
    rows.append(("Total", figure(total), ""))
    needed = [(other, share * total) for other in rules if (share := _share_of_all(other))]
    lines = [
        paragraph(
            f"Avec l’ensemble des voix pour assiette, il en faut {figure(votes)} sur\u00a0{figure(total)} "
            f"({cited(other, atlas, PAGE)})\u00a0:",
            "needed",
        )
        + _stack(weights, total, votes)
        for other, votes in needed
    ]
    return grid("Les voix de chacun", ("Membre", "Voix", "Part"), rows, "votes") + "\n" + "\n".join(lines)


def _share_of_all(rule: BoundRule) -> Fraction | None:
    """The share of votes that a majority asks for, where that of all votes is what it may be taken of."""
    if not isinstance(rule.rule, Majority) or not isinstance(rule.rule.tests, Criterion):
        return None
    tests = rule.rule.tests
    if "all" not in tests.base.values or tests.measure != Settled("votes") or not isinstance(tests.threshold, Settled):
        return None
    share = tests.threshold.value
    return share.of if isinstance(share, Share) and not share.plus else None


def _stack(weights: Weights, total: Fraction, needed: Fraction) -> str:
    """All votes as one bar, each seat's a part of it, with a line at those that are needed. The table has the figures."""
    at = Fraction(0)
    parts = []
    for rank, (_, votes) in enumerate(weights.by):
        x, width = (round(v * 1000 / total) for v in (at, votes))
        parts.append(f'<rect class="part{rank % 2}" x="{x}" y="10" width="{width}" height="30"/>')
        at += votes
    line = round(needed * 1000 / total)
    parts.append(f'<rect class="line" x="{line - 2}" y="0" width="4" height="50"/>')
    return (
        f'<svg class="stack" viewBox="0 0 1000 50" preserveAspectRatio="none" aria-hidden="true">{"".join(parts)}</svg>'
    )


def bar(part: Fraction, whole: Fraction) -> str:
    """A part of the whole, as a bar and in figures; drawn by attributes, so that no style stands in the page."""
    drawn = (
        '<svg class="bar" viewBox="0 0 500 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{round(part * 1000 / whole)}" height="10"/></svg>'
    )
    return f"{percentage(part / whole)} {drawn}"


def percentage(share: Fraction) -> str:
    """A share to the nearest tenth of a hundredth, as French readers write it."""
    tenths = round(share * 1000)
    return f"{tenths // 10},{tenths % 10}\u00a0%"


def _path(rule: BoundRule, procedure: Procedure, atlas: Atlas) -> str:
    """The steps of a matter, one after the other."""
    steps = "\n".join(
        f"<li><strong>{escape(either(step.by, lambda name: named(name, atlas)))}</strong> <span>{escape(powers(step.gives))}</span></li>"
        for step in procedure.steps
    )
    matter = escape(named(rule.source.matter or rule.id, atlas))
    head = paragraph(f"<strong>{matter}</strong> ({cited(rule, atlas, PAGE)})", "asked")
    return f'{head}\n<ol class="path">\n{steps}\n</ol>'
