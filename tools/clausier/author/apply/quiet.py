"""Sentences that no rule reads: which of them may yet change the text, and which only recite, announce or explain."""

from __future__ import annotations

import re
from collections.abc import Collection

from clausier.author.apply.plain import is_note
from clausier.french import Said
from clausier.source.headings import number_key

_UNIT = re.compile(
    r"\b(?:articles?|annexes?|préambule|alinéas?|paragraphes?|tirets?|tableaux?|grilles?|points?"
    r"|listes?|barèmes?|intitulés?|chapitres?|clauses?|mots?|termes?|phrases?)\b",
    re.IGNORECASE,
)
# Changes that need a new text, and those that a sentence can order by itself.
_WITH_A_TEXT = r"(?:modifi|rédig|complét|réécri|libell|actualis|mis à jour)\w*"
_BY_ITSELF = (
    r"(?:remplac|supprim|abrog|annul|insér|ajout|substitu|intégr|renomm|créé|rétabli|suspend|prorog|déplac|scind|exclu|retir"
    r"|réuni\w* en|renumérot)\w*"
)
_BE = r"(?<!\bse )(?:\b(?:est|sont|sera|seront)|(?<!été )(?<!été convenu )\bêtre)\s(?:\S+\s){0,4}?"
ORDERS = re.compile(
    rf"{_BE}(?:{_WITH_A_TEXT}|{_BY_ITSELF})"
    r"|(?<!s['’])\b(?:annulent|annule|remplacent|remplace|modifient|modifie|complètent|complète|suppriment|supprime|ajoute|abroge"
    r"|devient|deviennent)\b",
    re.IGNORECASE,
)
_ORDERS_BY_ITSELF = re.compile(
    rf"{_BE}{_BY_ITSELF}"
    r"|(?<!s['’])\b(?:annule|remplace|supprime|ajoute|abroge|insère|substitue|intègre|retire)(?:nt)?\b|\b(?:devient|deviennent)\b",
    re.IGNORECASE,
)
# Changes that the grammar does not read at all.
_NOT_DONE = re.compile(
    r"(?<!\bse )\b(?:est|sont|sera|seront)\s(?:\S+\s){0,2}?(?:suspend|prorog|déplac|scind|réuni\w* en|renumérot|actualis|mis à jour|exclu|retir)\w*",
    re.IGNORECASE,
)
# What an act says that it is for, or was, orders nothing; unless a colon brings the text that it speaks of.
_PURPOSE = re.compile(
    r"\b(?:(?:a|ont) (?:\w+ )?(?:pour )?(?:objet|but|vocation)|(?:ont|a) (?:\w+ )?(?:décidé|convenu|souhaité)|souhaitent|décident"
    r"|conviennent|envisagent|entendent|s'engagent|il est rappelé|pour rappel|à l'article \S+ ci-dessus|tel que prévu"
    r"|certain(?:e)?s (?:dispositions|stipulations|articles|clauses))\b",
    re.IGNORECASE,
)
# What says how a text is worded today, or was changed before, orders nothing.
_RECITES = re.compile(
    r"\b(?:définit|définissent|détermine|déterminent|prévoit|prévoient|dispose|disposent|stipule|stipulent|énonce|est actuellement rédigée?"
    rf"|(?:a|ont|avait|avaient) été {_BY_ITSELF})\b.*:\W*$",
    re.IGNORECASE | re.DOTALL,
)
# « … est remplacé par « … » », however the rest of the sentence is worded.
_OF_WORDS = re.compile(
    r"»[^«»]{0,60}\b(?:remplac|supprim|substitu|insér|ajout|retir)\w*(?:[^«»]{0,60}«|\W*$)", re.IGNORECASE
)
# « … comme suit : », « … par les dispositions suivantes : »: a text comes. « … modifie : » may only list what is changed.
_BRINGS_A_TEXT = re.compile(
    r"\b(?:comme suit|ainsi|qu['’]il suit|suivante?s?|ci-(?:dessous|après)|par|manière|façon|termes|(?:rédig|libell)\w+)\b[^:]{0,80}:\W*$",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:désormais|dorénavant|nouvel(?:le)?s?|nouveaux?|remplac\w+|modifi\w+|complét\w+)\b", re.IGNORECASE
)

_NUMBER = re.compile(r"\d+(?:[.-]\d+)*(?:\s(?:bis|ter|quater))?|\b[IVX]+\b")
_NAMED = re.compile(
    rf"\b(?:articles?|annexes?)\s+(?:n\s?°\s?)?(?P<numbers>(?:{_NUMBER.pattern})(?:er)?(?:(?:\s?,|\set|\sà)\s(?:{_NUMBER.pattern}))*)",
    re.IGNORECASE,
)


def may_change(said: Said) -> bool:
    """Whether a sentence that is not understood may change the text."""
    if is_note(said.sentence):
        return False
    if _RECITES.search(said.sentence) and not _CHANGES.search(said.sentence):
        return False
    if said.payload:
        return True
    if not (said.amends or _NOT_DONE.search(said.sentence)):
        return False
    if said.amends and _BRINGS_A_TEXT.search(said.sentence):
        return True
    if said.amends and _OF_WORDS.search(said.sentence):
        return True
    if not _UNIT.search(said.sentence) or not _ORDERS_BY_ITSELF.search(said.sentence):
        return False
    return not _PURPOSE.search(said.sentence)


def told_again(sentence: str, changed: Collection[str]) -> bool:
    """Whether a sentence of a preamble names only articles and annexes that the amendment's own articles change."""
    named = {number_key(n) for one in _NAMED.finditer(sentence) for n in _NUMBER.findall(one["numbers"])}
    return bool(named) and named <= set(changed)
