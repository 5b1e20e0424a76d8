"""Acronyms in an act: where each is used, and where it is explained."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from clausier.check.passage import Lines, Passage
from clausier.text.regex import CLOSING, OPENING, SMALL, regex

# Words by now, or numbers that everybody reads as such: nobody expects them spelt out.
KNOWN = frozenset(
    "TVA HT TTC SIRET SIREN APE NAF SMIC CDD CDI INSEE SNCF UE RIB IBAN BIC PDF CD DVD USB SMS URSSAF CNIL RGPD RTT CSG CRDS"
    " ONU PME TPE NB BP CEDEX NOR JO JORF BO IDCC FAX TEL OK QR XML CSV SIRENE PACS RSA RH DRH PV DOM BAC CAP BEP BTS EDF RER ETP PTT DUT".split()
)
# Capitals that are words: headings and emphasis, not acronyms.
_WORDS = frozenset(
    "LE LA LES UN UNE DES DU DE ET OU EN AU AUX SUR PAR POUR SOUS DANS AVEC SANS ENTRE NI NE PAS NON OUI SI QUE QUI DONT EST"
    " SONT IL ELLE CE CET CETTE CES SA SON SES ART ARTICLE TITRE ANNEXE AVENANT ACCORD TOTAL VU FAIT OBJET NOTE".split()
)
_ACRONYM = regex(r"(?<![\w.&@/°-])(?P<a>[A-ZÉÈ][A-ZÉÈ&]{0,6}[A-ZÉÈ])(?P<plural>s?)(?![\w&@°]|['’.-]\w|\.[A-Z])")
_ROMAN = regex(r"[IVXLC]+$")
_TWO_CAPITALS = regex(r"[A-ZÉÈ][A-ZÉÈ&]")  # few lines have them, and an acronym begins so
_CAPITALS = regex(r"(?:[A-ZÀ-Þ]{2,}|[DL]['’][A-ZÀ-Þ]{2,})(?:[ \u00a0'’-]+(?:[A-ZÀ-Þ]{2,}|[DL]['’][A-ZÀ-Þ]{2,})){2,}")
_LONGEST = 8  # letters of an acronym
_REFERENCE = regex(r"n°[ \u00a0]?\Z|\d-\d+[ \u00a0]\Z")  # « décision n° 2013-672 DC », « instruction n° DSS/… »
_SMALL = frozenset("de du des la le les l d et à a au aux en pour sur par ou un".split())
# `nom (SIGLE)`, `nom (ci-après « SIGLE »)`
_OPENS = regex(rf"\w{{4}}{CLOSING}?\s*\(\s*(?:ci-après[^()]{{0,60}}|dite?s?\s+|(?:ou|soit)\s+)?(?:{OPENING}|')?\s*\Z")
_CLOSES = regex(rf"\s*(?:{CLOSING}|')?(?:[ \u00a0]\w{{1,3}})?\s*\)")
# `ci-après dénommé SIGLE`
_CALLED = regex(r"\b(?:ci-après|dénommée?s?|dite?s?|appelée?s?|désignée?s?|sigle|acronyme)[^.;]{0,30}\Z")
# A line of a legend: `SIGLE : ce que cela désigne ;`
_LEGEND = regex(r"(?:^|[;,.])\s*(?:[\w–-]+\s+){0,2}\Z")
_MEANING = regex(rf"(?:/[ \u00a0]?[\w-]+)?\s*[:=]\s*{SMALL}\w*(?:\s+[\w’'-]+){{2}}")
# `SIGLE (nom développé)`, `SIGLE, nom développé`
_TOLD = regex(rf"\s*{CLOSING}?\s*(?:\(|[:=]|[–—-]\s|,\s)\s*(?:l['’]|le |la |les |un |une )?(?P<words>\w[^.;)]*)")
# `nom développé, SIGLE`, `nom développé ou SIGLE`
_OR = regex(r"(?:,|[–—/:-]|\bou(?: l['’]| la| le)?)\s*\Z")
_COMPANY = regex(
    r"[ \u00a0](?:Prévoyance|Mutuelle|Assurances?|Santé|Groupe)\b"
    r"|,[ \u00a0](?:mutuelle|institution|société|association|union|sise?|dont le siège|régie|immatriculée)\b"
)
_SURNAME = regex(r"(?:Monsieur|Madame|MM?\.|Mmes?|Mme|Maître)[ \u00a0](?:[A-Z][\w.-]+[ \u00a0])*\Z")


class Use(Struct, frozen=True, kw_only=True):
    """One place where an acronym stands; `explained` where that very place says what it means."""

    acronym: str
    passage: Passage
    start: int
    end: int
    explained: bool


def uses(lines: Lines) -> Iterator[Use]:
    """The acronyms of running text, in reading order: not those of tables, of lines in capitals, nor surnames.

    A word in capitals that also stands in small letters is emphasis.
    """
    small = {bare(word) for word in lines.words if word.islower() and 2 <= len(word) <= _LONGEST}
    for passage in lines.matching(_TWO_CAPITALS):
        if passage.kind == "cell" or "//" in passage.chars or passage.shouted:  # an address has its own capitals
            continue
        shouts = [m.span() for m in _CAPITALS.finditer(passage.chars)]
        for match in _ACRONYM.finditer(passage.chars):
            acronym, start, end = match["a"], match.start(), match.end()
            if acronym in _WORDS or acronym in KNOWN or bare(acronym) in small or _ROMAN.match(acronym):
                continue
            if any(low <= start < high for low, high in shouts) or _named(passage.chars[:start], passage.chars[end:]):
                continue
            explained = _explained(passage.chars, acronym, start, end)
            yield Use(acronym=acronym, passage=passage, start=start, end=end, explained=explained)


def _named(before: str, after: str) -> bool:
    """Whether what stands between is a surname, part of a reference, or the trade name of a company."""
    return bool(_SURNAME.search(before) or _REFERENCE.search(before) or _COMPANY.match(after))


def _explained(chars: str, acronym: str, start: int, end: int) -> bool:
    """Whether the words around say what the acronym stands for."""
    before, after = chars[:start], chars[end:]
    if _OPENS.search(before) and _CLOSES.match(after):
        return True
    if _CALLED.search(before) or (_LEGEND.search(before) and _MEANING.match(after)):
        return True
    told = _TOLD.match(after)
    words = words_of(told["words"]) if told else []
    if len(words) > 1 and plain(words[0][0]) == acronym[0]:
        return True
    return bool(_OR.search(before)) and bare("".join(w[0] for w in words_of(before)[-len(acronym) :])) == acronym


def words_of(chars: str) -> list[str]:
    """The words of `chars` that count in an acronym: articles and prepositions left out."""
    return [w for w in re.findall(r"\w+", chars) if w.lower() not in _SMALL]


def bare(word: str) -> str:
    """A word in capitals without accents."""
    return "".join(map(plain, word))


@cache
def plain(char: str) -> str:
    """A letter as an acronym has it: a capital without accent."""
    return unicodedata.normalize("NFD", char)[0].upper()
