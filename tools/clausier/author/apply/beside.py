"""Sentences that order no change of the words, and say what these no longer say alone: a derogation, a scope, another figure."""

from __future__ import annotations

import re

from clausier.author.apply.contradicted import contradicted, perhaps_changed
from clausier.author.apply.plain import every_line
from clausier.author.apply.quiet import UNIT
from clausier.french import Said
from clausier.french.asides import beside_the_text
from clausier.french.leads import NOT_UNDERSTOOD, with_lead
from clausier.french.members import members_told
from clausier.model.provision import Provision
from clausier.refs.lines.bearing import NUMBER, bears_on, named
from clausier.source.headings import number_key
from clausier.text.typography import fold

_ANNEX_JOINED = re.compile(
    r"\b(?P<annex>annexes?\b[^.;:«»]{0,80}?)\b(?:fait|font|fera|feront)\s(?:désormais\s)?partie\s(?:intégrante\s)?d(?:e\s(?:l['’]|la\s)|u\s|es\s)(?!présent avenant)",
    re.IGNORECASE,
)
_IT_STAYS = re.compile(r"\W*(?:toutefois|cependant|néanmoins),?\s(?:il|elle)s?\s", re.IGNORECASE)


def why_beside(said: Said, text: Provision) -> str:
    """Why a sentence that orders nothing is asked about all the same: who reads the text will not know; "" where it is not."""
    if said.verb and not said.amends:
        return ""  # what another sentence does: « L’article 3 est abrogé. Il est remplacé par : »
    beside = beside_the_text(said.sentence)
    if beside is None:
        if own := contradicted(said.sentence, text):
            return f"le texte dit « {own} » : est-ce remplacé ?"
        if own := perhaps_changed(said.sentence, text):
            return f"le texte dit « {own} » : est-ce changé, et en quels mots ?"
        return with_lead(NOT_UNDERSTOOD, said.sentence) if bears_on(said.sentence, text) else ""
    return beside.why if any(named(said.sentence, text)) or _IT_STAYS.match(said.sentence) else ""


def why_missing(sentence: str, before: Provision, text: Provision) -> str:
    """Why a sentence of an act that has made `text` of `before` is asked about: of members, or an annex, that the text should name, or no longer; "" where it is not."""
    gone, new = ([], []) if UNIT.search(sentence) else members_told(sentence)
    words = fold("\n".join(every_line(text)).lower()).chars if gone or new else ""
    if still := [name for name in gone if fold(name.lower()).chars in words]:
        return f"le texte nomme encore « {still[0]} »"
    if unnamed := [name for name in new if fold(name.lower()).chars not in words]:
        return f"le texte ne nomme nulle part « {unnamed[0]} »"
    return "" if _annexes(before) != _annexes(text) else why_annex(sentence, text)


def why_annex(sentence: str, text: Provision) -> str:
    """Why a sentence that says an annex to be of the text is asked about: the text has none of that number; "" where it has."""
    told = _ANNEX_JOINED.search(sentence)
    if told is None:
        return ""
    numbers = {number_key(number) for number in NUMBER.findall(told["annex"])}
    known = {number_key(number) for p in _annexes(text) if p.heading for number in NUMBER.findall(p.heading.chars)[:1]}
    there = numbers <= known if numbers else _annexes(text) and "joint" not in sentence
    return "" if there else "le texte n’a pas cette annexe"


def _annexes(text: Provision) -> list[Provision]:
    return [p for p in text.walk() if p.heading and p.heading.chars.lower().startswith("annexe")]
