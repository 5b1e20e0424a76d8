"""Which sentences of the text in force the rules account for: those that a rule formalises, those declared to state none, the rest."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.emit.anchors import slug
from clausier.emit.html import escape
from clausier.emit.operations import part_of_act
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.former import named
from clausier.emit.site.grounds import rule_link
from clausier.emit.site.page import Page, block, grid, heading, listing, paragraph
from clausier.rules.bound import Coverage, Covered
from clausier.rules.vocabulary import MOTIVES
from clausier.text.words import capitalised

PAGE = Page(path="couverture.html", title="Les phrases et leurs règles", nav="Les phrases", weight=0)
_FRENCH = {english: french for french, english in MOTIVES.items()}


def markdown(atlas: Atlas) -> str:
    """The count by article, then each article's sentences with what accounts for them."""
    found = [c for c in atlas.rules.covered(atlas.latest.id) if c.sentences or c.lacuna]
    counted = [c for c in found if c.sentences]
    lead = paragraph(
        "Chaque phrase du texte en vigueur énonce une règle, ou n’en énonce aucune (et il est dit pourquoi), ou n’a pas "
        "encore été lue. Ce qui manque au texte disponible n’est pas compté."
    )
    total = sum(len(c.sentences) for c in counted)
    said = tuple(sum(c.count(status) for c in counted) for status in ("rule", "no-rule", "left"))
    summary = f"{total} phrase{'s' * (total > 1)}\u00a0: {said[0]} avec une règle, {said[1]} sans règle, {said[2]} dont rien n’est dit."
    rows = [_row(coverage, atlas) for coverage in found]
    columns = ("Article", "Avec une règle", "Sans règle", "Rien n’en est dit")
    parts = [
        heading(1, PAGE.title),
        block("lead", lead, paragraph(summary, "count")),
        block("site", grid("Les phrases de chaque article", columns, rows)),
    ]
    for coverage in counted:
        parts += [
            heading(2, _name(coverage, atlas), _anchor(coverage)),
            block(
                "coverage", listing((_sentence(one, coverage.words(one)) for one in coverage.sentences), "sentences")
            ),
        ]
    return PAGE.markdown(parts)


def _row(coverage: Coverage, atlas: Atlas) -> Iterator[str]:
    name = _name(coverage, atlas)
    yield f'<a href="#{_anchor(coverage)}">{escape(name)}</a>' if coverage.sentences else escape(name)
    if coverage.sentences:
        yield from (str(coverage.count(status)) for status in ("rule", "no-rule", "left"))
    else:
        yield from ("texte non disponible", "", "")


def _name(coverage: Coverage, atlas: Atlas) -> str:
    place = coverage.place
    if place.act:
        return f"{atlas.act_names.get(place.act, place.act)}, {part_of_act(place.number)}"
    provision = atlas.edition(atlas.latest).provisions.get(place.provision)
    below = "," in place.number  # « annexe 2, A »
    return capitalised(place.number if below or provision is None else named(provision)) or "La convention"


def _anchor(coverage: Coverage) -> str:
    return slug(
        f"{coverage.place.act} {coverage.place.number}" if coverage.place.act else f"art {coverage.place.number}"
    )


def _sentence(covered: Covered, words: str) -> str:
    """A sentence and, after it, its rules, or why it states none."""
    if covered.rules:
        links = ", ".join(rule_link(rule, PAGE) for rule in covered.rules)
        said = f'<span class="by-rule">{links}</span>'
    elif covered.motive:
        said = f'<span class="no-rule">sans règle\u00a0: {escape(_FRENCH[covered.motive])}</span>'
    else:
        said = '<span class="left">rien n’en est dit</span>'
    return f"«\u00a0{escape(words)}\u00a0» {said}"
