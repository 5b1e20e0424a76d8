"""The glossary: the acronyms and the defined terms of the text in force, each with the words that explain it.

An acronym that nothing explains is listed too, and said to be unexplained: what it stands for is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.acronyms import uses
from clausier.check.passage import Lines, document_passages
from clausier.emit.anchors import slug
from clausier.emit.html import To, escape
from clausier.emit.site.atlas import Atlas, Term
from clausier.emit.site.grounds import cited
from clausier.emit.site.page import Page, block, heading, paragraph, relative
from clausier.emit.site.text import Leads, original_note
from clausier.model.provision import Provision
from clausier.rules.kinds import Definition
from clausier.text.words import capitalised

PAGE = Page(path="glossaire.html", title="Glossaire", nav="Glossaire", weight=2)
_BEFORE = 70  # characters of the explaining line that are quoted before the acronym


def entries(atlas: Atlas) -> tuple[Term, ...]:
    """Every acronym of the text in force and every term that a rule defines, in alphabetical order; worked out once."""
    if not atlas.terms:
        atlas.terms.append(tuple(_entries(atlas)))
    return atlas.terms[0]


def _entries(atlas: Atlas) -> list[Term]:
    found = {entry.term: entry for entry in _acronyms(atlas)}
    for rule in atlas.rules.of(atlas.latest.id):
        if isinstance(rule.rule, Definition):
            term = rule.rule.term
            used = found[term].used if term in found else ()
            own = None if rule.rule.meaning in rule.quote else rule
            found[term] = Term(term=term, words=rule.rule.meaning, place=rule.place.provision, used=used, summed_up=own)
    return sorted(found.values(), key=lambda e: slug(e.term).lower())


def _acronyms(atlas: Atlas) -> Iterator[Term]:
    document = atlas.latest.document
    explained: dict[str, tuple[str, str]] = {}
    used: dict[str, dict[str, None]] = {}
    for use in uses(Lines(document_passages(document))):
        place = use.passage.within.id
        used.setdefault(use.acronym, {})[place] = None
        if use.explained and use.acronym not in explained:
            explained[use.acronym] = (_around(use.passage.chars, use.start, use.end), place)
    for acronym, places in used.items():
        words, place = explained.get(acronym, ("", ""))
        yield Term(term=acronym, words=words, place=place, used=tuple(places))


def _around(chars: str, start: int, end: int) -> str:
    """The words that end with an acronym, from the start of their sentence or from a word not far before it."""
    opening = max(0, start - _BEFORE)
    cut = chars.rfind(" ", 0, opening) + 1 if opening else 0
    begins = max((m.end() for m in re.finditer(r"[.;:] ", chars[cut:start])), default=0) + cut
    closing = re.match(r"[^()]{0,30}\)", chars[end:])
    words = chars[begins : end + (closing.end() if closing else 0)]
    return f"{'… ' if begins and begins == cut else ''}{words}"


def markdown(atlas: Atlas) -> str:
    """The page: each term with its explanation, and where it is used."""
    found = entries(atlas)
    lead = "Les sigles et les termes définis du texte en vigueur, avec les mots qui les expliquent. Ce qui n’est pas entre guillemets les résume."
    parts = [heading(1, PAGE.title), block("lead", original_note(PAGE, atlas), paragraph(lead))]
    if not found:
        return PAGE.markdown([*parts, block("site", paragraph("Ce texte n’a ni sigle ni terme défini."))])
    for entry in found:
        parts += [heading(2, entry.term, slug(entry.term)), block("site", *_entry(entry, atlas))]
    return PAGE.markdown(parts)


def _entry(entry: Term, atlas: Atlas) -> Iterator[str]:
    if entry.summed_up:
        summary = entry.words.removesuffix(".")
        yield paragraph(f"{escape(capitalised(summary))}\u00a0: {cited(entry.summed_up, atlas, PAGE)}.")
    elif entry.words:
        there = atlas.places.get(entry.place)
        where = f" ({PAGE.link(there, atlas.numbers[entry.place])})" if there else ""
        yield paragraph(f"«\u00a0{escape(entry.words)}\u00a0»{where}.")
    else:
        yield paragraph("<strong>Expliqué nulle part</strong> dans le texte en vigueur.")
    links = [PAGE.link(atlas.places[p], atlas.numbers[p]) for p in entry.used if p in atlas.places]
    if links:
        yield paragraph(f"Employé dans\u00a0: {', '.join(links)}.")


def with_terms(leads: Leads, unit: Provision, page: Page, atlas: Atlas) -> Leads:
    """`leads` and, at the first use of each acronym in each provision of `unit`, a link to its entry."""
    terms = {entry.term for entry in entries(atlas) if entry.term.isupper()}
    if not terms:
        return leads
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(terms, key=len, reverse=True)))})(?!\w)")
    found: dict[tuple[str, int, int], tuple[To, ...]] = dict(leads)
    for provision in unit.walk():
        seen: set[str] = set()
        for alinea in provision.alineas:
            key = (alinea.key, -1, -1)
            for match in pattern.finditer(alinea.text.chars):
                if match.group() not in seen and _free(match, found.get(key, ())):
                    seen.add(match.group())
                    to = relative(page.path, f"{PAGE.path}#{slug(match.group())}")
                    found[key] = tuple(sorted((*found.get(key, ()), To(*match.span(), to)), key=lambda t: t.start))
    return found


def _free(match: re.Match[str], taken: tuple[To, ...]) -> bool:
    return not any(t.start < match.end() and match.start() < t.end for t in taken)
