"""Figures that a sentence puts in the place of others without quoting them: each is a quotation to the grammar."""

from __future__ import annotations

import re

from clausier.french.lexicon import FIGURES
from clausier.french.quotations import CLOSE, OPEN
from clausier.text.numerals import MONTHS
from clausier.text.regex import regex

_BLANK = r"[ \u00a0\u202f]"
_MEASURE = rf"(?:jours?|semaines?|mois|ans?|années?|heures?|euros?|(?:[kM]|Md)?€|%)(?!\w)(?:{_BLANK}(?:HT|TTC|ouvrés|ouvrables|francs|calendaires)\b)?"
_NUMBER = rf"(?:(?:\d{{1,3}}(?:{_BLANK}\d{{3}}){{1,4}}|\d{{1,12}})(?:,\d{{1,4}})?|une?|{'|'.join(FIGURES)})"
MEASURED = regex(rf"(?<!\w)(?<!\d[.,])(?P<number>{_NUMBER}){_BLANK}?(?P<measure>{_MEASURE})", re.IGNORECASE)
_FIGURE = (
    rf"{_NUMBER}{_BLANK}?{_MEASURE}"
    rf"|\d{{1,2}}(?:er)?{_BLANK}(?:{'|'.join(MONTHS)}){_BLANK}\d{{4}}"
)
_ALONE = (
    r"(?:montant|somme|date|chiffre)[ \u00a0]d[eu][ \u00a0]"  # nouns that say no more of a figure than it does itself
)
_TOLD = r"(?:coefficient|taux|nombre|plafond|seuil|pourcentage|indice|échelon|niveau)\b"  # which `apply` seeks by their noun
_NOUN = r"(?:[\w'’-]{1,20}[ \u00a0]){1,5}?(?:d[eu][ \u00a0]|d['’])"
# « le délai de 15 jours prévu à l'article 5 est porté à 20 jours »; « les délais de 15 jours » are several, and « 20 jours à
# compter de … » says more than a figure.
_REPLACED = regex(
    rf"(?<!\w)(?<!\d[.,])"
    rf"(?P<old_typed>(?:(?:le|la)[ \u00a0](?P<noun>{_NOUN})"
    rf"|(?<!\bd[eu][ \u00a0])(?<!\bd['’]))(?P<old>{_FIGURE}))"
    rf"(?P<place>,?[ \u00a0](?:prévu|mentionné|figurant|visé|inscrit)[^,;:.«»\n]{{0,80}},?)?"
    rf"(?P<by>[ \u00a0](?:(?:est|sont|sera|seront)[ \u00a0](?:remplacée?s?[ \u00a0]par|portée?s?[ \u00a0]à|ramenée?s?[ \u00a0]à)|passe(?:nt)?[ \u00a0]à)[ \u00a0])"
    rf"(?P<new_typed>(?:(?:celui|celle)[ \u00a0](?:d[eu][ \u00a0]|d['’])|(?:le|la)[ \u00a0](?P<again>{_NOUN}))?(?P<new>{_FIGURE}))"
    r"(?=\s*(?:[.;,]|$)|[ \u00a0](?:à|au|aux|dans)\b(?![ \u00a0](?:compter|partir|dater)\b))",
    re.IGNORECASE | re.MULTILINE,
)


_PLACED = regex(r"^(?:au|à l['’]|à la|dans l)[^\n,]{3,100}, \Z", re.IGNORECASE | re.MULTILINE)
_MAY_BE = regex(
    rf"(?:est|sont|sera|seront){_BLANK}(?:remplac|port|ramen)|passe(?:nt)?{_BLANK}à", re.IGNORECASE
)  # it compiles, and finds nothing, in no time


def with_figures_quoted(masked: str, quotations: list[str]) -> tuple[str, dict[int, str]]:
    """`masked` with the figures that take the place of others as numbers of `quotations`, to which they are added, and as typed.

    What a figure is of stands in the text beside it: « le délai de 15 jours » is « délai de 15 jours » there.
    """
    if not _MAY_BE.search(masked):
        return masked, {}
    typed: dict[int, str] = {}

    def quoted(found: re.Match[str]) -> str:
        noun = found["noun"] or ""
        again = found["again"] or noun
        other = _of(noun, "").lower() != _of(again, "").lower()
        share = re.fullmatch(r"(?:taux|pourcentage)[ \u00a0]d[eu][ \u00a0]", noun, re.IGNORECASE)
        if share and not other and _PLACED.search(masked, max(0, found.start() - 120), found.start()):
            noun = ""  # « À l'article 3, le taux de 2 % est … »: the place tells which
        elif re.match(_TOLD, noun, re.IGNORECASE) or other:
            return found[0]  # « le délai de 15 jours est remplacé par le délai de grâce de 20 jours » changes more
        noun = "" if re.fullmatch(_ALONE, noun, re.IGNORECASE) else noun
        marks: list[str] = []
        for part in ("old", "new"):
            typed[len(quotations)] = found[f"{part}_typed"]
            marks.append(f"{OPEN}{len(quotations)}{CLOSE}")
            quotations.append(_of(noun, found[part]))
        return f"{marks[0]}{found['place'] or ''}{found['by']}{marks[1]}"

    return _REPLACED.sub(quoted, masked), typed


def _of(noun: str, figure: str) -> str:
    """« délai de quinze jours », « délai d'un mois »."""
    if not noun or noun.lower().endswith(("du ", "du\u00a0")):
        return f"{noun}{figure}"
    of = re.sub(r"d(?:e[ \u00a0]|['’])\Z", "", noun, flags=re.IGNORECASE)
    return f"{of}d'{figure}" if figure.lower().startswith("un") else f"{of}de {figure}"
