"""What a sentence orders of the whole convention: that it is prolonged, ends, is suspended or gets another text."""

from __future__ import annotations

import datetime
import re

from clausier.french.force import DAY, iso, plain_words
from clausier.french.order import Order
from clausier.model.dates import ONE_DAY
from clausier.text.regex import regex

_CONVENTION = (
    r"(?:la|cette) (?:presente )?convention(?: (?:constitutive|cadre|initiale|susvisee|de groupement de commandes))*"
)
_ITS_END = r"(?:(?:la duree|la validite|l'application|l'execution|le terme|l'echeance)(?: initiale?)? de )?"
_NAMED = regex(r"convention", re.IGNORECASE)  # most sentences have no such word: it spares making theirs plain
_PROLONGED = regex(
    rf"{_ITS_END}{_CONVENTION} est (?:prorogee?|prolongee?|reportee?|repoussee?)(?: d'une? [^,.;:]+)?,?(?: soit)? (?P<until>jusqu'au|au) {DAY}(?: inclus)?"
)
_SUSPENDED = regex(
    rf"(?:l'application de |l'execution de )?{_CONVENTION} est suspendue (?P<until>jusqu'au) {DAY}(?: inclus)?"
)
_ENDED = regex(
    rf"(?:{_CONVENTION} (?:est resiliee|cesse de produire (?:(?:ses )?effets?))|il est mis fin a {_CONVENTION})"
    rf",? (?:(?P<since>a compter du|a partir du)|le|au) {DAY}"
)
_ITS_TEXT = (
    rf"(?:(?:(?:l'ensemble|l'integralite|la totalite) des|(?:toutes )?les) (?:stipulations|dispositions|articles|clauses) de |le texte de )?"
    rf"{_CONVENTION}"
)
_WHOLLY = r"(?: (?:dans son (?:integralite|ensemble)|en (?:totalite|integralite|entier)|integralement|entierement|totalement))?"
_FOLLOWS = (
    r"(?:les (?:stipulations|dispositions|articles|clauses) (?:suivant(?:e)?s|qui suivent|ci-apres|ci-dessous)"
    r"|celles qui suivent|ce qui suit|(?:le texte|la convention|la redaction) (?:suivante?|ci-apres|ci-dessous|qui suit))"
)
_STEMS = ("remplac", "rédig", "récrit")
_BEGINS = ("la ", "cette ", "le texte ", "les ", "toutes les ", "l'ensemble ", "l'integralite ")
_REWORDED = regex(
    rf"{_ITS_TEXT} (?:est|sont){_WHOLLY} (?:(?:annulee?s?|abrogee?s?|supprimee?s?) et )?remplacee?s?{_WHOLLY},? par {_FOLLOWS}"
    rf"|{_ITS_TEXT} (?:est|sont){_WHOLLY} (?:ainsi redigee?s?|(?:redigee?s?|recrite?s?) (?:ainsi|comme suit))"
)
_MAY_END = regex(
    rf"(?:la suspension de )?{_ITS_END}{_CONVENTION} (?:(?:prend|prendra) fin|expire|cesse|(?:est|sera) (?:\w+ )?(?:fixe|resilie|prorog|prolong|reconduit|renouvel|suspend|report|repouss))"
    rf"|il est mis fin a {_CONVENTION}\b",
    needs="fin expire cesse fixe resilie prorog prolong reconduit renouvel suspend report repouss".split(),
)


def order_of_all(sentence: str) -> Order | None:
    """The order of a sentence about the whole convention and nothing else; None where it is none, or has no certain day.

    What ends « le 31 décembre » is in force on that day: a month is meant to its end. On another day nobody knows.
    """
    if sentence.rstrip().endswith(":"):
        return Order("replace", everywhere=True) if _is_reworded(sentence) else None
    if not ends_or_lasts(sentence):
        return None
    words = plain_words(sentence).rstrip(" .;")
    for verb, pattern in (("prolong", _PROLONGED), ("suspend", _SUSPENDED)):
        if (found := pattern.fullmatch(words)) and (day := iso(found)):
            return Order(verb, until=day, everywhere=True)
    found = _ENDED.fullmatch(words)
    day = iso(found) if found else ""
    if not found or not day:
        return None
    after = datetime.date.fromisoformat(day) + ONE_DAY
    if found["since"]:
        return Order("expire", since=day, everywhere=True)
    return Order("expire", since=after.isoformat(), everywhere=True) if after.day == 1 else None


def _is_reworded(sentence: str) -> bool:
    """Whether a sentence announces another text of the whole convention."""
    if not any(stem in sentence for stem in _STEMS) or not _NAMED.search(sentence):
        return False
    words = plain_words(sentence).rstrip(" :")
    return words.startswith(_BEGINS) and _REWORDED.fullmatch(words) is not None


def ends_or_lasts(sentence: str) -> bool:
    """Whether a sentence may say that the whole convention ends, or lasts longer, so that it is not passed over.

    « La convention prend fin le 31 décembre » may tell what is so already, or order it.
    """
    return _NAMED.search(sentence) is not None and _MAY_END.match(plain_words(sentence)) is not None
