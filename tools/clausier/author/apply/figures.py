"""A figure told without quotes, as « le coefficient 60 est remplacé par le coefficient 63 »."""

from __future__ import annotations

import re

from clausier.author.apply.lines import common_of, one_line, replaced
from clausier.author.apply.section import Section, articles_of, lines_of
from clausier.author.apply.sections import sections, whole
from clausier.french import Part, Said
from clausier.model.operation import Replace
from clausier.model.provision import Provision

_NOUN = r"coefficient|taux|montant|nombre|plafond|seuil|pourcentage|indice|échelon|niveau"
_FIGURE = r"\d+(?:[  ]\d{3})*(?:,\d+)?"
_TOLD = re.compile(
    rf"^\W*(?:à l['’]article (?P<first>[\d.]+), )?le (?P<noun>{_NOUN})(?: de)? (?P<old>{_FIGURE})(?P<unit>\s?[%€])?"
    rf" est (?:supprimé et )?remplacé par (?:le |celui )?(?:(?P=noun) )?(?:de )?(?P<new>{_FIGURE})(?(unit)(?P=unit))"
    r"(?P<place> (?:dans|à|au|de|du) [^.:;«,]*)?\W*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\barticle ([\d.]*\d)", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:annexe|alinéa|paragraphe|tiret|titre|chapitre|point)s?\b", re.IGNORECASE)


def figure_replaced(said: Said, text: Provision, name: str) -> tuple[Replace, ...]:
    """The line that takes a new figure; nothing unless the old one stands once in the article named, or the text, by its noun."""
    told = _TOLD.match(said.sentence) if not (said.payload or said.quotations) else None
    if told is None or _NUMBERED.search(told["place"] or ""):
        return ()
    every = articles_of(text)
    article = told["first"] or (m[1] if (m := _ARTICLE.search(told["place"] or "")) else "")
    ways = sections((Part("ARTICLE", (article,)),), (), text) if article else [whole(p, every) for p in every]
    old = re.compile(rf"(?<![\d,.]){re.escape(told['old'])}(?![\d]|[,.]\d| \d{{3}}\b)")
    found = [(way, index, line) for way in ways for index, line in _lines(way) for _ in old.finditer(line)]
    if len(found) != 1 or told["noun"].lower() not in found[0][2].lower():
        return ()
    way, index, line = found[0]
    return (replaced(common_of(name), one_line(way, index), [old.sub(lambda _: told["new"], line)]),)


def _lines(way: Section) -> list[tuple[int, str]]:
    return list(enumerate(lines_of(way.article)))[way.start : way.end]
