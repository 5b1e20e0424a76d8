"""Sentences that are not understood, where the new lines show by their words which they reword."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausier.author.apply.lines import alineas, common_of, named, replaced, unit_of
from clausier.author.apply.payloads import new_text
from clausier.french import Said
from clausier.model.operation import Replace
from clausier.model.provision import Provision
from clausier.refs.lines.about import item_by_item
from clausier.refs.lines.articles import whole
from clausier.refs.lines.likeness import continued, line_by_line
from clausier.refs.lines.section import articles_of, lines_of
from clausier.source.headings import number_key

_REWORDS = re.compile(
    r"(?:\b(?:est|sont|être)\b.{0,40}\b(?:modifi|remplac|rédig|réécri|libell)\w*[^:]{0,60}|\b(?:annule|remplace|modifie)(?:nt)?\b.*)"
    r":\s*$",
    re.DOTALL,
)
_MORE = re.compile(
    r"\bn['’e]\b|\b(?:p[eo]u(?:t|v|rr)|uniquement|seulement|temporaire|provisoire|jusqu|pendant|durant|pour (?:l['’]année|l['’]exercice|la saison|le mois|la période|\d{4}))\w*"
    r"|\b(?:insér|ajout|complét|supprim|abrog|après|avant|sauf|exception|mots?|termes?)\w*\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\barticles?\s+(\d+(?:[.-]\d+)*(?:\s(?:bis|ter|quater))?)", re.IGNORECASE)


def by_its_words(said: Said, text: Provision, name: str) -> tuple[Replace, ...]:
    """The lines that a sentence rewords, where the new ones show which: nothing where they do not, or where several may be.

    One new line says a line in force again, all of it, and goes on; or several are like those of one stretch, each like the one
    in its place, or are the items of a list, each with the words that it has before its colon. Where the sentence names an article that the text has, the lines are its.
    """
    new = new_text(said.payload, "").lines
    if not new or said.after or not _REWORDS.search(said.sentence) or _MORE.search(said.sentence):
        return ()
    every = articles_of(text)
    found = [(p, stretch) for p in every for stretch in _stretches(new, lines_of(p))]
    told = {number_key(number) for number in _ARTICLE.findall(said.sentence)}
    known = told & {number_key(p.number) for p in every if p.number}
    if len(found) != 1 or (known and known != {number_key(found[0][0].number)}):
        return ()
    ((article, (start, end)),) = found
    target = named((unit_of(article, whole(article, every).rank), alineas(start, end)))
    return (replaced(common_of(name), target, new),)


def _stretches(new: Sequence[str], lines: Sequence[str]) -> list[tuple[int, int]]:
    return (
        [(i, i + 1) for i in continued(new[0], lines)]
        if len(new) == 1
        else item_by_item(new, lines) or line_by_line(new, lines)
    )
