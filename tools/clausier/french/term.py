"""Until when: what an act says of its own end, or of that of one of its articles, as `force` reads since when.

An end counts where the words give a day, a length of time, an event, or say that there is one. « Pour une durée indéterminée », « pour la
durée de la convention », « à l’instar de l’accord » give none that our dates should have; nor does « par tacite reconduction », by which it
is put off each time, unless it is so many times.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from msgspec import Struct

from clausier.french.days import MONTH
from clausier.french.force import A_DAY, BEHIND, COMES, DAY, SUBJECT, iso, plain_words, read_when
from clausier.model.dates import ONE_DAY, days_of
from clausier.text.regex import regex

_NUMBERS = {
    **{word: n for n, word in enumerate("un deux trois quatre cinq six sept huit neuf dix".split(), start=1)},
    "une": 1,
    "douze": 12,
    "dix-huit": 18,
    "vingt-quatre": 24,
    "trente-six": 36,
}
_LENGTH = rf"(?:\d+|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?: \(\d+\))? (?:jours?|semaines?|mois|ans?|annees?)\b"
_A_TIME = (
    rf"(?:une (?:duree|periode)(?: (?:determinee|limitee|maximale|initiale|ferme|experimentale))* d(?:e |'))?{_LENGTH}"
)
_FIXED_TERM = (
    rf"(?:pour une|a) duree (?:determinee|limitee)(?:,? jusqu'au {A_DAY}|\b(?! (?:de la convention|de l'accord)))"
)
_EVENT = (
    r"(?:jusqu'(?:a ce qu(?:e |')|(?:a|au)(?: la| sa| son| leur| l'|) ?(?:(?:prochain|nouvel|premier)(?:le|e)? )?"
    r"(?:\w+(?:tion|sion|ment|ture)|date|fin|arrivee|entree|rentree|reprise|issue|mise|prise|tenue|mois|jour|moment|vote|depart)\b"
    rf"|en (?:(?:{MONTH}) )?\d{{4}}))"
)
_LASTING = (
    r"(?:,? ?a titre (?:experimental|temporaire|transitoire|provisoire)(?: et)?,? ?)?(?:et ce,? )?"
    rf"(?:jusqu'au {A_DAY}|du {A_DAY} (?:jusqu')?au {A_DAY}|{_FIXED_TERM}|(?:pour|pendant) {_A_TIME}|{_EVENT})"
)
_HOLDS = (
    rf"(?:n'|ne )?(?:{COMES}|(?:est|sont|sera|seront) (?:conclu|passe|signe|consenti|etabli|valable|applicable)e?s?(?: et acceptee?s?)?"
    r"|(?:reste|demeure)(?:nt|ra|ront)? (?:en vigueur|applicables?))"
)
_CEASES = (
    r"(?:pren(?:d|dra|nent|dront) fin|expire(?:nt|ra|ront)?|(?:vien(?:t|dra)|arrive(?:ra)?) a (?:expiration|echeance|terme)"
    r"|cesse(?:nt|ra|ront)? (?:de produire (?:(?:ses |leurs )?effets?)|de s'appliquer|d'etre applicables?|d'etre en vigueur))"
)
_THEN = (
    rf"(?:[^.;:]{{,60}} au plus tard)? (?:(?:le|au|a la date du) {A_DAY}"
    rf"|(?:au bout|au terme|a l'issue|a l'expiration) d(?:e |'){_A_TIME}|{_LENGTH} apres)"
)
_ENDS = regex(rf"{_HOLDS},? ?(?:qu(?:e |'))?{_LASTING}|{_CEASES}{_THEN}|conclue?s? {_LASTING}")
_BEGINS_AND_ENDS = regex(rf"{COMES},? (?P<when>.+?),? (?={_LASTING})")
_ORDER = (
    r"(?:est|sont) (?:ainsi (?:redige|modifie|complete)|remplace|complete|insere|ajoute|supprime|modifie|redige)e?s?"
)
_MAY_END = regex(
    rf"{_LASTING}|{_CEASES}|{_A_TIME}|le terme du present",
    needs=(" au ", " an", *"jusqu' duree fin expir echeance terme cesse jour semaine mois".split()),
)
_ORDERED = regex(rf"(?P<until>{_LASTING})(?:,? (?:a compter|a partir) [^,]+| d[^,]+)?, .+\b{_ORDER}\b")
_NEXT = regex(r",? et (?:il )?|, il ")
_ANOTHER = regex(r"\b(?:qui|que|dont|convention|marches?)\b")
_LAST_DAY = regex(rf"(?:jusqu'au|\bau) {DAY}\Z")
_ON_A_DAY = regex(rf"\b(?:le|date du) {DAY}\Z")
_CEASING = regex(_CEASES)
_ITSELF = regex(rf"(?!(?:.+ de )?la presente convention)(?:{SUBJECT})(?: de revision| modificatif)?,? ")
_ITS_LENGTH = regex(
    rf"la duree (?:de validite |d'application )?du present (?:avenant|accord) est (?:fixee a |limitee a |de |d'){_A_TIME}"
    rf"|le terme du present (?:avenant|accord) est fixe au {A_DAY}|le present (?:avenant|accord) (?:est valable|(?:a|est) (?:d')?une duree d(?:e |')) ?{_A_TIME}"
)
_NO_END = regex(
    r"\bindeterminee?\b|\ba l'instar\b|\bcomme (?:la convention|l'accord)\b"
    r"|\b(?:duree|terme|fin|echeance|expiration)(?: restant a courir)? (?:de la convention|de l'accord|de celle-ci|de celui-ci)\b"
    r"|\bjusqu'(?:a|au)(?: sa| son| leur| la| l'|) ?(?:terme|echeance|expiration|denonciation|revision|modification|resiliation)\b"
    r"|\bjusqu'a .{1,60}\b(?:nouvel|prochain) (?:avenant|accord)\b"
)
# A convention calls itself by these words, and « elle » behind a sentence about it.
_CONVENTION = regex(
    r"(?:(?:la|cette) (?:presente )?convention(?: (?:constitutive|cadre|de (?:groupement(?: de commandes)?|partenariat|cooperation)"
    r"|du groupement(?: de commandes)?))*|le present (?:contrat|protocole|accord)|le (?:present )?groupement(?: de commandes)?),? "
)
# How a sentence about it begins, before its words are made plain, which takes longer.
_BEGINS = regex(
    r"\W*(?:(?:la|cette)\s+(?:pr[ée]sente\s+)?convention|le\s+(?:pr[ée]sent\s+)?(?:contrat|protocole|accord|groupement)"
    r"|la\s+dur[ée]e|(?P<it>elle|il))\b",
    re.IGNORECASE,
)
_OF_ITSELF = regex(
    r"la duree (?:initiale |totale |de validite )?(?:de la (?:presente )?convention|du (?:present )?groupement(?: de commandes)?)"
    rf" est (?:fixee a |limitee a |de |d'){_A_TIME}"
)
_LASTS_LONG = regex(rf"dure(?:ra)? {_A_TIME}|(?:a|est) (?:d')?une duree (?:\w+ )?d(?:e |'){_LENGTH}")
_FOR_ANOTHER = regex(
    rf"(?:{_HOLDS}|est constitue|dure(?:ra)?),? (?:pour|pendant) (?:toute )?la duree (?!de la (?:presente )?convention)d"
)
_CONSTITUTED = regex(rf"est constitue {_LASTING}")
_NEVER_ENDS = regex(
    r"\b(?:indeterminee?|illimitee?)\b|\bsans limit\w+ de duree\b|\bjusqu'(?:a|au)(?: sa| la|) ?(?:denonciation|resiliation|dissolution)\b"
)
_TACIT = regex(r"\btacite")
# « À défaut de dénonciation par l'une des parties un mois avant son expiration, elle se poursuivra, par tacite reconduction »
_UNLESS_ENDED = regex(r"\A(?:(?:a defaut|faute|en l'absence) de|sauf) denonciation\b.*?, (?=elle |il |celle-ci |la )")
_SO_OFTEN = regex(r"\bfois\b|\bexceder\b|\bdans la limite\b|\bdepasser\b|\bmaxim")
# What makes a length other than that which the words give from their day on.
_OTHERWISE = regex(
    r"\b(?:annees? (?:civile|scolaire|\d)|exercice|renouvel|reconduc|prolong|prorog|maxim|plus tard|et jusqu'|\w+ apres)"
)
_SINCE = regex(
    rf"\b(?:a compter|a partir) (?:du {DAY}|de (?P<own>(?:son|l') ?entree en vigueur|sa (?:date d'|prise d')effet)"
    r"|(?P<signed>(?:de la date )?de (?:sa|la) (?:date de )?signature"
    r"(?: de la presente convention| du present (?:avenant|accord|contrat)| des presentes)?)(?! d(?:e|u|es)\b| d'| et | ou )|d)"
)
_COUNT = regex(_LENGTH)


SIGNATURE = "signature"


class End(Struct, frozen=True, kw_only=True):
    """What words say of an end: nothing more where they leave it to an event, or are not certain.

    `day` is the last day (ISO); `around`, a day which is the last, or follows it (« prend fin le … »). `days` or
    `months` is how long it lasts, from the day `since` on (ISO, or SIGNATURE), "" where that is when the words begin to apply.
    `renewed`: it is put off tacitly.
    """

    day: str = ""
    around: str = ""
    days: int = 0
    months: int = 0
    since: str = ""
    renewed: bool = False


def may_end(sentence: str) -> bool:
    """Whether a sentence holds words that may give an end to something."""
    return _MAY_END.search(plain_words(sentence)) is not None


def ends_itself(sentence: str, before: str = "") -> End | None:
    """The end that a sentence gives to its whole act; None where it says none.

    `before` is the sentence before it, which says what « il » is.
    """
    words = plain_words(sentence)
    if _NO_END.search(words):
        return None
    if found := _ITS_LENGTH.match(words):
        return _said(found.group(), words[found.end() :])
    if found := _ITSELF.match(words):
        return _end(words[found.end() :])
    follows = re.match(r"il ", words) and _ITSELF.match(plain_words(before))
    return _end(words[3:]) if follows else None


def ends_convention(sentence: str, before: str = "") -> End | None:
    """The same of the sentence of a convention; what the length of something else says is left to an event."""
    begins = _BEGINS.match(sentence)
    if not begins or (begins["it"] and not _BEGINS.match(before)):
        return None
    words = plain_words(sentence)
    if _NEVER_ENDS.search(words):
        return None
    if found := _OF_ITSELF.match(words):
        return _said(found.group(), words[found.end() :])
    subject = _CONVENTION.match(words)
    if not subject and re.match(r"(?:elle|il) ", words) and _CONVENTION.match(plain_words(before)):
        subject = re.match(r"(?:elle|il) ", words)
    if not subject:
        return None
    said = words[subject.end() :]
    if _FOR_ANOTHER.match(said):
        return End()
    if plain := _LASTS_LONG.match(said) or _CONSTITUTED.match(said):
        return _said(plain.group(), said[plain.end() :])
    return _end(said)


def ends_order(sentence: str) -> End | None:
    """The same of an order that begins with its own end (« À titre expérimental, jusqu’au …, l’article 5 est ainsi rédigé »)."""
    words = plain_words(sentence)
    found = _ORDERED.match(words)
    return None if found is None or _NO_END.search(words) else _said(found["until"], words[found.end("until") :])


def ends_part(words: str) -> End | None:
    """The same in the words behind a part of the act (« s’applique jusqu’au … »)."""
    behind = plain_words(words)
    found = re.match(BEHIND, behind)
    return None if found is None or _NO_END.search(behind) else _end(behind[found.end() :])


def _end(words: str) -> End | None:
    """What a predicate, or one behind « et », says of the end."""
    found = _ENDS.match(words)
    if not found and (begins := _BEGINS_AND_ENDS.match(words)) and read_when(begins["when"]):
        found = re.compile(_LASTING).match(words, begins.end())
    for other in _NEXT.finditer(words) if re.match(_HOLDS, words) else ():
        if not found and not _ANOTHER.search(words, 0, other.start()):
            found = _ENDS.match(words, other.end())
    return _said(found.group(), words[found.end() :]) if found else None


def _said(words: str, behind: str) -> End:
    """What the words of an end say, and those behind them."""
    if may_be_renewed(behind):
        return End() if _SO_OFTEN.search(behind) else End(renewed=True)
    if "au plus tard" in words:
        return End()
    ceasing = _CEASING.match(words)
    if (until := _LAST_DAY.search(words)) and not ceasing and not behind.startswith(" exclu"):
        return End(day=iso(until))
    if on := until or _ON_A_DAY.search(words):
        return End(around=iso(on))
    counted, since = _COUNT.search(words), _SINCE.search(behind)
    if (
        not counted
        or _OTHERWISE.search(words + behind)
        or (since and not (since["d"] or since["own"] or since["signed"]))
    ):
        return End()
    number, *_, unit = counted.group().split(" ")
    count = int(number) if number.isdigit() else _NUMBERS[number]
    day = "" if not since or since["own"] else SIGNATURE if since["signed"] else iso(since)
    if unit[0] in "js":
        return End(days=count * (7 if unit[0] == "s" else 1), since=day)
    return End(months=count * (1 if unit == "mois" else 12), since=day)


def last_days(end: End, begin: datetime.date | None, signed: datetime.date | None) -> tuple[datetime.date, ...]:
    """The days that may be the last, the first of them first; none where nobody knows.

    `begin`: when the words begin to apply; `signed`: when their act was signed; None where that is not known.
    """
    if end.day:
        return (datetime.date.fromisoformat(end.day),)
    if end.around:
        day = datetime.date.fromisoformat(end.around)
        return (day - ONE_DAY, day)
    first = begin if not end.since else signed if end.since == SIGNATURE else datetime.date.fromisoformat(end.since)
    try:
        if first and end.days:
            after = first + end.days * ONE_DAY
            return (after - ONE_DAY, after)
        return _months_after(first, end.months) if first and end.months else ()
    except (OverflowError, ValueError):  # beyond the last year that there is
        return ()


def possible(
    ends: Iterable[End], begin: datetime.date | None, signed: datetime.date | None
) -> tuple[datetime.date, ...]:
    """The days any of which may be the last by all that is said (see `last_days`); none where that is not known."""
    found = [last_days(end, begin, signed) for end in ends]
    return tuple(sorted({day for days in found for day in days})) if all(found) else ()


def meant(days: tuple[datetime.date, ...]) -> tuple[datetime.date, ...]:
    """Those of `days` that end a month, the whole of which is meant where one does; else all."""
    return tuple(day for day in days if (day + ONE_DAY).day == 1) or days


def _months_after(first: datetime.date, months: int) -> tuple[datetime.date, ...]:
    """The same day of the month, or the day before it; where the month has no such day, its last (code de procédure civile, art. 641)."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    last = days_of(year, month + 1)
    if first.day > last:
        return (datetime.date(year, month + 1, last),)
    after = datetime.date(year, month + 1, first.day)
    return (after - ONE_DAY, after)


def renews_convention(sentence: str) -> bool:
    """Whether a sentence of a convention, or of an article about how long it lasts, says that it goes on tacitly."""
    words = _UNLESS_ENDED.sub("", plain_words(sentence))
    itself = _CONVENTION.match(words) or re.match(r"(?:elle|il|celle-ci|(?:sa|la|cette) (?:duree|periode)) ", words)
    return itself is not None and _TACIT.search(words) is not None and not _SO_OFTEN.search(words)


def may_be_renewed(sentence: str) -> bool:
    """Whether a sentence says that something goes on tacitly."""
    return _TACIT.search(plain_words(sentence)) is not None
