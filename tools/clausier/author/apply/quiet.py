"""Sentences that no rule reads: which of them may yet change the text, and which only recite, announce or explain."""

from __future__ import annotations

import re

from clausier.author.apply.plain import is_note
from clausier.french import Said

_UNIT = re.compile(
    r"\b(?:articles?|annexes?|préambule|alinéas?|paragraphes?|tirets?|tableaux?|grilles?|points?)\b", re.IGNORECASE
)
_CHANGED = r"(?:remplac|modifi|rédig|complét|supprim|abrog|annul|insér|ajout|réécri|substitu|intégr|renomm|créé|libell|rétabli|suspend|prorog|déplac|scind|réuni|renumérot|actualis|mis à jour)\w*"
ORDERS = re.compile(
    rf"\b(?:est|sont|sera|seront|être)\s(?:\S+\s){{0,4}}?{_CHANGED}"
    r"|\b(?:annulent|annule|remplacent|remplace|modifient|modifie|complètent|complète|suppriment|supprime|ajoute|abroge"
    r"|devient|deviennent)\b",
    re.IGNORECASE,
)
# Changes that the grammar does not read at all.
_NOT_DONE = re.compile(
    r"(?<!\bse )\b(?:est|sont|sera|seront)\s(?:\S+\s){0,2}?(?:suspend|prorog|déplac|scind|réuni|renumérot|actualis|mis à jour)\w*",
    re.IGNORECASE,
)
# What an act says that it is for, or was, orders nothing; unless a colon brings the text that it speaks of.
_PURPOSE = re.compile(
    r"\b(?:(?:a|ont) (?:\w+ )?(?:pour )?(?:objet|but|vocation)|(?:ont|a) (?:\w+ )?(?:décidé|convenu|souhaité)|souhaitent|décident"
    r"|conviennent|envisagent|entendent|s'engagent|il est rappelé|pour rappel|à l'article \S+ ci-dessus|tel que prévu)\b",
    re.IGNORECASE,
)

# What says how a text is worded today orders nothing.
_RECITES = re.compile(
    r"\b(?:définit|définissent|détermine|déterminent|prévoit|prévoient|dispose|disposent|stipule|stipulent|énonce|est actuellement rédigée?)\b.*:\W*$",
    re.IGNORECASE | re.DOTALL,
)
_CHANGES = re.compile(
    r"\b(?:désormais|dorénavant|nouvel(?:le)?s?|nouveaux?|remplac\w+|modifi\w+|complét\w+)\b", re.IGNORECASE
)


def may_change(said: Said) -> bool:
    """Whether a sentence that is not understood may change the text."""
    if is_note(said.sentence):
        return False
    announced = said.sentence.rstrip().endswith(":")
    if _RECITES.search(said.sentence) and not _CHANGES.search(said.sentence):
        return False
    if said.payload:
        return True
    if not (said.amends or _NOT_DONE.search(said.sentence)):
        return False
    if not _UNIT.search(said.sentence) or not ORDERS.search(said.sentence):
        return False
    return announced or not _PURPOSE.search(said.sentence)
