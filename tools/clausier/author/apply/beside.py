"""Sentences that order no change of the words, and say what these no longer say alone: a derogation, a scope, another figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.author.apply.plain import every_line, plain_lines
from clausier.author.apply.quiet import NAMED, NUMBER, OF_ITSELF, purpose
from clausier.french import Said
from clausier.french.asides import PREVAILS, PURPOSE, beside_the_text, tells_force
from clausier.french.unquoted import MEASURED
from clausier.model.provision import Provision
from clausier.source.headings import number_key
from clausier.text.sentences import sentences

_OF_ANOTHER = re.compile(r"\s(?:du (?:code|décret|règlement|présent)|de la loi|ci-dess)", re.IGNORECASE)
# « Le taux de la contribution est fixé à 5 % », « s’élève à 5 % »: of what, and the figure behind.
_IS = re.compile(
    r"(?:À (?:compter|partir) d[^,]{4,40}, l|L)(?P<what>(?:es?|a|['’])\s?[^,;:.«»]{3,80}?)(?P<where> (?:prévu|fixé|mentionné|visé|figurant|inscrit)[^;:«»]{0,60})?"
    r" (?:(?:est|sont|sera|seront)(?: fixée?s?)?|s['’]élève(?:nt)?) (?:à |de |d['’])(?=\w)"
)
# How a sentence begins that speaks of a part of the text: « Le 2° de », « Aux missions de », « Est nul », « S’ajoute à ».
_HEAD = re.compile(
    r"\W*(?:les?\s|la\s|l['’]|aux?\s|à\s|dans\s|est\s|sont\s|s['’]|il\sn['’]y\sa\s)[^,;:«»]*\Z", re.IGNORECASE
)
_LONGEST_HEAD = 14  # words
# « La carte prévue à l’article 3 » is no part of it.
_MENTIONED = re.compile(
    r"\b(?:prévu|mentionné|visé|défini|fixé|figurant|cité|énoncé|instauré|créé)e?s?\s", re.IGNORECASE
)
_STAYS = re.compile(r"\b(?:conserv|gard|maint)\w+", re.IGNORECASE)
_SAVE = re.compile(r"\b(?:sauf|sous réserve|hormis|à l['’]exception)\b", re.IGNORECASE)
_IT_STAYS = re.compile(r"\W*(?:toutefois|cependant|néanmoins),?\s(?:il|elle)s?\s", re.IGNORECASE)
_LONG = re.compile(r"[^\W\d_]{4,}?(?=s?\b)")


def why_beside(said: Said, text: Provision) -> str:
    """Why a sentence that orders nothing is asked about all the same: who reads the text will not know; "" where it is not."""
    if said.verb and not said.amends:
        return ""  # what another sentence does: « L’article 3 est abrogé. Il est remplacé par : »
    beside = beside_the_text(said.sentence)
    if beside is None:
        return _other_figure(said.sentence, text) or ("phrase non comprise" if _of_a_part(said, text) else "")
    return beside.why if any(_named(said.sentence, text)) or _IT_STAYS.match(said.sentence) else ""


def _of_a_part(said: Said, text: Provision) -> bool:
    """Whether a sentence begins with a part of the text, of which it says neither that it stays nor since when it holds."""
    sentence = said.sentence
    told = NAMED.search(sentence)
    head = sentence[: told.start()] if told else ""
    spoken_of = (
        _HEAD.match(head)
        and not OF_ITSELF.search(head)
        and len(head.split()) <= _LONGEST_HEAD
        and not _MENTIONED.search(head)
    )
    if not spoken_of or (purpose(said) and "ne plus" not in sentence) or not any(_named(sentence, text)):
        return False
    stays = PREVAILS.search(sentence) or _STAYS.search(sentence)
    return not (tells_force(sentence) or PURPOSE.search(sentence) or (stays and not _SAVE.search(sentence)))


def _other_figure(sentence: str, text: Provision) -> str:
    """The question on a figure of which the text gives another, of what has half of its nouns, or in the article named; "" for none."""
    told = None if OF_ITSELF.search(sentence) else _IS.match(sentence)
    figure = MEASURED.match(sentence, told.end()) if told else None
    if told is None or figure is None:
        return ""
    nouns, named = set(_LONG.findall(told["what"].lower())), list(_named(told["where"] or "", text))
    lines = [line for p in named for line in plain_lines(p)] or every_line(text)
    for own in (line[slice(*ends)].strip() for line in lines for ends in sentences(line)):
        alike = named or 2 * len(nouns & set(_LONG.findall(own.lower()))) >= len(nouns) > 0
        numbers = {m["number"].lower() for m in MEASURED.finditer(own) if _same(m, figure)}
        if alike and numbers and figure["number"].lower() not in numbers:
            return f"le texte dit « {own} » : ce chiffre y est-il remplacé ?"
    return ""


def _same(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two figures have one measure."""
    return one["measure"].lower().rstrip("s") == other["measure"].lower().rstrip("s")


def _named(sentence: str, text: Provision) -> Iterator[Provision]:
    """The articles of the text that a sentence names by their numbers."""
    told = (m["numbers"] for m in NAMED.finditer(sentence) if not _OF_ANOTHER.match(sentence, m.end()))
    keys = {number_key(number) for numbers in told for number in NUMBER.findall(numbers)}
    yield from (p for p in text.walk() if p.number and number_key(p.number) in keys)
