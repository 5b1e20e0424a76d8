"""Sentences of an act that order nothing and yet speak of the text: of a provision by its number, of its words, of whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.french.asides import PREVAILS, PURPOSE, of_itself, purposes, says_it_stays, tells_force
from clausier.french.changed import is_of_others, says_changed
from clausier.french.stems import stems
from clausier.model.provision import Provision
from clausier.refs.lines.section import is_note, lines_of
from clausier.source.headings import number_key
from clausier.text.regex import regex
from clausier.text.typography import fold

NUMBER = regex(r"\d+(?:[.-]\d+)*(?:\s(?:bis|ter|quater))?|\b[IVX]+\b")
_NUMBERS = rf"(?:n\s?°\s?)?(?P<numbers>(?:{NUMBER.pattern})(?:er)?(?:(?:\s?,|\set|\sà)\s(?:{NUMBER.pattern}))*)"
NAMED = regex(rf"\b(?:articles?|annexes?)\s+{_NUMBERS}", re.IGNORECASE)
_UNITS = r"articles?|annexes?|points?|paragraphes?"
# « Le 9 » may be a day: with a full stop inside, or in roman, a number names a part wherever it stands, or begins the sentence.
_PARTS = regex(
    rf"\b(?:{_UNITS})\s+{_NUMBERS}"
    r"|(?:\A\W*|\b(?:[ad]u|le|aux|des|les|et)\s)(?P<alone>\d+(?:\.\d+)+|(?-i:[IVX]+))(?=[\s,:;–-]|\.?\Z)",
    re.IGNORECASE,
)
_UNNUMBERED = regex(
    r"\A\W*(?:à |dans )?(?:l['’]|le |au )(?P<unit>annexe|préambule)\s(?!\d|au |du |ci|joint)", re.IGNORECASE
)
_OF_ANOTHER = regex(
    r"\s(?:du (?:code|décret|règlement|présent)|de (?:la loi|l['’]avenant|(?:son|sa|leur) )|dudit|ci-dess)",
    re.IGNORECASE,
)
# « Conformément à l’article 5 », « les principes rappelés à l’article 6 »: what is said is of something else.
_MENTIONED = r"prévu|rappelé|mentionné|visé|défini|fixé|figurant|cité|énoncé|instauré|créé|stipulé|inscrit|institué|décrit|résultant|joint|annexé"
_BY_THE_WAY = regex(
    r"\b(?:conformément|en application|en vertu|au titre|au sens|dans les conditions|selon|tel(?:le)?s? que|comme"
    rf"|en respectant|relevant|au regard|nonobstant|outre|(?:{_MENTIONED})e?s?)\b[^,;:.«»]*?"
    rf"(?=\b(?:{_UNITS})\b)[^,;:.]{{0,12}}",
    re.IGNORECASE,
)
_STAYS = regex(
    r"(?<!\bne )\b(?:(?:conserv|gard|maint)\w+|partie intégrante|(?:rest|demeur)\w+ sans (?:aucun )?changement)",
    re.IGNORECASE,
)
# « Les parties conviennent que la seconde phrase de l’article 1 tombe »: what is agreed upon may be ordered.
_AGREE = r"(?:les \w+ (?:\w+ )?(?:conviennent|décident)|il est (?:convenu|décidé)) (?:que |qu['’]|de |d['’])"
_AGREED = regex(rf"\W*{_AGREE}", re.IGNORECASE)
_THEN_AGREED = regex(rf", (?={_AGREE})", re.IGNORECASE, needs=("convien", "décid", "convenu"))
_SAVE = regex(r"\b(?:sauf|sous réserve|hormis|à l['’]exception|seuls?|seules?)\b", re.IGNORECASE)
# « a déjà été modifié par l’avenant n° 1 », « avait été réécrit »
_OF_THE_PAST = regex(
    r"\brappell(?:e|ent)\b|\bavai(?:t|ent) (?:déjà )?été\b|\b(?:a|ont) (?:déjà été|été (?:déjà )?[^,;:.]{1,80} par (?:l['’]|la |un))",
    re.IGNORECASE,
)
# « Article 7. », « Annexe 1 (1) », « Modification de l’article 4 »: the name of what stands below.
_ONLY_A_NAME = regex(
    rf"\W*(?:(?:modification|révision)s? (?:de (?:l['’]|la )|d[ue]s? ))?(?:{_UNITS})\s+{_NUMBERS}\s?(?:\(\d+\)|\([^():;«»\d]*\)|d[eu] [^,;:.]{{1,40}})?"
    r"(?:\s?[–.-]\s(?P<title>[^;:.«»]+))?\W*",
    re.IGNORECASE,
    needs=("article", "annexe", "point", "paragraphe"),
)
_SAYS = regex(r"\d|\b(?:est|sont)\b|ée?s? (?:à|par|pour)\b")
# What sets one thing against another, and a part of a text that is told by its rank.
_AGAINST = regex(
    r"\bet non (?:plus |pas )?(?:à |aux? |d[eu]s? |d['’]|par |en |«)|\b(?:en lieu et place|au lieu) d|\b(?:précédemment|auparavant)\b"
    r"|\b(?:premi(?:er|ère)|seconde?|(?:avant-)?derni(?:er|ère)|(?:deux|trois|quatr|cinqu|six)ième|[1-9]e)s? (?:alinéa|tiret|phrase|ligne|colonne)s?\b",
    re.IGNORECASE,
)
# Of a whole sentence, and not of an item or a title: « Diplôme de « Contrôleur » ».
_QUOTES = regex(r"\W*(?:L[ae]s? |L['’]|Une? |Aux? (?!regard)|À |Dans l)[^«]*«")
_QUOTED = regex(r"(?<!ci-après )«[ \u00a0\u202f]*([^«»]{2,}?)[ \u00a0\u202f]*»")
_PERSON = regex(r"\b(?:MM?\.|Mm?es?|Mmes|Monsieur|Madame|Mlle)\s(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)*)")
_REPRESENTS = regex(r"\breprésenté|\A\W*pour\b", re.IGNORECASE)


def bears_on(sentence: str, text: Provision) -> bool:
    """Whether a sentence that orders nothing speaks of the text all the same, so that it may change what it says.

    It names a provision of it, quotes its words, or names a person of whom it speaks; unless it says of itself that nothing changes.
    """
    if opening := _THEN_AGREED.search(sentence):
        sentence = sentence[opening.end() :]  # « Afin de tenir compte de l’article 3 de la loi, il est décidé de … »
    if _is_aside(sentence):
        return False
    own = _BY_THE_WAY.sub(" ", _QUOTED.sub("«»", sentence))
    if _AGAINST.search(own) or any(named(own, text)):
        return True
    return _repeats(sentence, text) or (any(named(sentence, text)) and says_changed(sentence))


def named(sentence: str, text: Provision) -> Iterator[Provision]:
    """The provisions of the text that a sentence names by their numbers; the article of a number that is typed before an alinéa."""
    told = [m["numbers"] or m["alone"] for m in _PARTS.finditer(sentence) if not _OF_ANOTHER.match(sentence, m.end())]
    keys = {number_key(number): number for numbers in told for number in NUMBER.findall(numbers)}
    dotted = tuple(number for number in keys.values() if "." in number)
    alone = _UNNUMBERED.match(sentence)
    unit = alone["unit"].lower() if alone else ""
    for p in text.walk() if keys or unit else ():
        typed = any(line.startswith(dotted) for line in lines_of(p)) if dotted else False
        if typed or (p.number and number_key(p.number) in keys) or (unit and p.title().lower().startswith(unit)):
            yield p


def _is_aside(sentence: str) -> bool:
    """Whether a sentence says for certain that it changes nothing: of the act itself, of what was, of what stays, to what end."""
    name = _ONLY_A_NAME.fullmatch(sentence)
    if name and not (name["title"] and _SAYS.search(name["title"])):
        return True
    if (
        says_it_stays(sentence)
        or is_note(sentence)
        or of_itself(sentence)
        or is_of_others(sentence)
        or tells_force(sentence)
    ):
        return True
    if (
        PURPOSE.search(sentence)
        or (purposes(sentence) and not _AGREED.match(sentence) and "ne plus" not in sentence)
        or _OF_THE_PAST.search(sentence)
    ):
        return True
    stays = PREVAILS.search(sentence) or _STAYS.search(sentence)
    return bool(stays) and not _SAVE.search(sentence)


def _repeats(sentence: str, text: Provision) -> bool:
    """Whether a sentence quotes words of the text, or names a person whom it names, or another of that office."""
    quotes = _QUOTED.findall(sentence) if _QUOTES.match(sentence) else []
    quoted = [fold(q.lower()).chars.strip(" ,;.") for q in quotes]
    people = [] if _REPRESENTS.search(sentence) else [m["name"] for m in _PERSON.finditer(sentence)]
    if not quoted and not people:
        return False
    lines = [line for p in text.walk() for line in (p.title(), *lines_of(p))]
    words = "\n".join(lines)
    if any(name in words for name in people) or any(q in fold(words.lower()).chars for q in quoted if q):
        return True
    office = stems(_PERSON.sub(" ", sentence)) if people else set()
    return bool(office) and any(_PERSON.search(line) and office & stems(line) for line in lines)
