"""Until when: what an amendment says of its own end, or of that of one of its articles, as `force` reads since when.

An end counts where the words give a day, a length of time, or say that there is one. « Pour une durée indéterminée », « pour la durée
de la convention », « par tacite reconduction », « à l’instar de l’accord » give none that our dates should have; an event gives none either.
"""

from __future__ import annotations

import re

from clausier.french.force import BEHIND, COMES, DAY, SUBJECT, iso, plain_words, read_when
from clausier.text.regex import regex

_A_DAY = re.sub(r"\?P<\w>", "?:", DAY)
_LENGTH = (
    r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|dix-huit|vingt-quatre|trente-six)(?: \(\d+\))?"
    r" (?:jours?|semaines?|mois|ans?|annees?)\b"
)
_A_TIME = (
    rf"(?:une (?:duree|periode)(?: (?:determinee|limitee|maximale|initiale|ferme|experimentale))* d(?:e |'))?{_LENGTH}"
)
_FIXED_TERM = (
    rf"(?:pour une|a) duree (?:determinee|limitee)(?:,? jusqu'au {_A_DAY}|\b(?! (?:de la convention|de l'accord)))"
)
_LASTING = (
    r"(?:,? ?a titre (?:experimental|temporaire|transitoire|provisoire)(?: et)?,? ?)?(?:et ce,? )?"
    rf"(?:jusqu'au {_A_DAY}|du {_A_DAY} (?:jusqu')?au {_A_DAY}|{_FIXED_TERM}|(?:pour|pendant) {_A_TIME})"
)
_HOLDS = (
    rf"(?:n'|ne )?(?:{COMES}|(?:est|sont|sera|seront) (?:conclu|passe|signe|consenti|etabli|valable|applicable)e?s?"
    r"|(?:reste|demeure)(?:nt|ra|ront)? (?:en vigueur|applicables?))"
)
_CEASES = (
    r"(?:pren(?:d|dra|nent|dront) fin|expire(?:nt|ra|ront)?|(?:vien(?:t|dra)|arrive(?:ra)?) a (?:expiration|echeance|terme)"
    r"|cesse(?:nt|ra|ront)? (?:de produire (?:(?:ses |leurs )?effets?)|de s'appliquer|d'etre applicables?|d'etre en vigueur))"
)
_THEN = (
    rf"(?:[^.;:]{{,60}} au plus tard)? (?:(?:le|au|a la date du) {_A_DAY}"
    rf"|(?:au bout|au terme|a l'issue|a l'expiration) d(?:e |'){_A_TIME}|{_LENGTH} apres)"
)
_ENDS = regex(rf"{_HOLDS},? ?(?:qu(?:e |'))?{_LASTING}|{_CEASES}{_THEN}|conclue?s? {_LASTING}")
_BEGINS_AND_ENDS = regex(rf"{COMES},? (?P<when>.+?),? (?={_LASTING})")
_ORDER = (
    r"(?:est|sont) (?:ainsi (?:redige|modifie|complete)|remplace|complete|insere|ajoute|supprime|modifie|redige)e?s?"
)
_MAY_END = regex(rf"{_LASTING}|{_CEASES}|{_A_TIME}")
_ORDERED = regex(rf"(?P<until>{_LASTING})(?:,? (?:a compter|a partir) [^,]+)?, .+\b{_ORDER}\b")
_NEXT = regex(r",? et (?:il )?|, il ")
_ANOTHER = regex(r"\b(?:qui|que|dont|convention|marches?)\b")
_LAST_DAY = regex(rf"(?:jusqu'au|\bau) {DAY}\Z")
_ITSELF = regex(rf"(?!(?:.+ de )?la presente convention)(?:{SUBJECT})(?: de revision| modificatif)?,? ")
_ITS_LENGTH = regex(
    rf"la duree (?:de validite |d'application )?du present (?:avenant|accord) est (?:fixee a |limitee a |de |d'){_A_TIME}"
)
_NO_END = regex(
    r"\bindeterminee?\b|\btacite|\ba l'instar\b|\bcomme (?:la convention|l'accord)\b"
    r"|\b(?:duree|terme|fin|echeance)(?: restant a courir)? (?:de la convention|de l'accord)\b"
)


def may_end(sentence: str) -> bool:
    """Whether a sentence holds words that may give an end to something."""
    return _MAY_END.search(plain_words(sentence)) is not None


def ends_itself(sentence: str, before: str = "") -> str | None:
    """The last day (ISO) that a sentence gives to its whole act, "" where it gives it otherwise; None where it says no end.

    `before` is the sentence before it, which says what « il » is.
    """
    words = plain_words(sentence)
    if _NO_END.search(words):
        return None
    if _ITS_LENGTH.match(words):
        return ""
    if found := _ITSELF.match(words):
        return _end(words[found.end() :])
    follows = re.match(r"il ", words) and _ITSELF.match(plain_words(before))
    return _end(words[3:]) if follows else None


def ends_order(sentence: str) -> str | None:
    """The same of an order that begins with its own end (« À titre expérimental, jusqu’au …, l’article 5 est ainsi rédigé »)."""
    words = plain_words(sentence)
    found = _ORDERED.match(words)
    return None if found is None or _NO_END.search(words) else _last_day(found["until"])


def ends_part(words: str) -> str | None:
    """The same in the words behind a part of the act (« s’applique jusqu’au … »)."""
    behind = plain_words(words)
    found = re.match(BEHIND, behind)
    return None if found is None or _NO_END.search(behind) else _end(behind[found.end() :])


def _end(words: str) -> str | None:
    """What a predicate, or one behind « et », says of the end."""
    found = _ENDS.match(words)
    if not found and (begins := _BEGINS_AND_ENDS.match(words)) and read_when(begins["when"]):
        found = re.compile(_LASTING).match(words, begins.end())
    for other in _NEXT.finditer(words) if re.match(_HOLDS, words) else ():
        if not found and not _ANOTHER.search(words, 0, other.start()):
            found = _ENDS.match(words, other.end())
    return _last_day(found.group()) if found else None


def _last_day(words: str) -> str:
    last = None if re.match(_CEASES, words) else _LAST_DAY.search(words)
    return iso(last) if last else ""
