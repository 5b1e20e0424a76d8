"""Which figures of a line a sentence may tell, by the words around them: « une prime de panier de 6 € », of « le montant de la prime »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from clausier.french.days import MONTH
from clausier.french.figures import COUNTED, MEASURED
from clausier.french.stems import matters, plain
from clausier.french.turns import Figure
from clausier.refs.lines.section import DASH, ITEM, Section, lines_of
from clausier.rules.figures import number
from clausier.text.regex import regex
from clausier.text.sentences import sentences
from clausier.text.typography import fold

# « Le montant de la prime », of a text that says « une prime de 6 € ».
_MEASURE_OF = regex(
    r"\A(?:montant|taux|prix|valeur|niveau|somme|surface|superficie|tarif)s? (?:d(?=u |es )|de (?=l)|(?=d['’]))",
    re.IGNORECASE,
)
_LASTING = regex(r"\A(?:durée|délai|période)s? (?:d(?=u |es )|de (?=l)|(?=d['’]))", re.IGNORECASE)
_SAYS_NO_MORE = frozenset(
    matters(
        "relatif applicable afférent global actuel montant somme date chiffre nombre valeur délai durée quotité tarif pourcentage taux échéance maximal minimal maximum minimum annuel mensuel hebdomadaire journalier quotidien trimestriel semestriel"
    )
)
# Words for one matter: « le délai de paiement », of « il s'en acquitte dans un délai de 45 jours ».
_MATTERS = tuple(
    frozenset(matters(words))
    for words in (
        "paiement payer payé payée payable règlement régler réglé réglée acquitter acquitte acquittée versement verser versé versée facture facturation",
        "rémunération salaire appointements traitement",
        "membre délégué représentant siège",
        "réunion séance réunir réunit",
        "ouverture ouvrir ouvert",
        "mandat élu élue nommé nommée désigné désignée élection nomination désignation",
        "plafond plafonné plafonnée limite limité limitée maximum maximal maximale",
    )
)
# « – commune de Vaas : 12 000 € ; », an item that is a name and its figure, as a row has them.
_ITEM_NAMED = regex(r"\s*(?:[-–—•]|\d+[°.)]|[a-z]\))\s*(?P<name>[^:;,()]{2,60}?)\s*:\s*(?:de\s+)?\Z")
_COUNTED = regex(r"\b(?:nombre|quotité|effectif) d(?:es? |['’])(?P<of>[^\W\d_]+)", re.IGNORECASE)
_COUNTS = regex(r" (?P<of>(?!par\b|pour\b|de\b|du\b|des\b|à\b|au\b|dans\b)[^\W\d_]{2,})", re.IGNORECASE)
# « le 15 juillet », « l'article 15 » say no figure of their own.
_NO_MEASURE = rf"(?P<measure>)(?!(?:er)?[ \u00a0\u202f](?:{MONTH})\b)"
_NUMBER_OF = regex(r"(?:\b(?:article|annexe|alinéa|point|paragraphe)s?|n\s?°)[ \u00a0\u202f]\Z", re.IGNORECASE)
_ENDS = r"(?!\w)(?![.,]\d|[ \u00a0\u202f](?:\d{3}\b|et[ \u00a0\u202f]demie?\b))"
# What says of how many a thing is made, and what says how many of them are needed.
_MADE_UP = regex(r"\b(?:compren|compos|constitu|compte|form|dispose|designe|nomme|organise|tien)\w*[^,;:()]{0,40}\Z")
_QUORUM = regex(r"\b(?:present|quorum|majorite|moins|plus|maximum|minimum|parmi|dont|sur)\w*\b")
_COMPLETED = regex(r"\w d(?:e|u|es|['’])\b")  # « prime de jour »
_CURRENCIES = (r"(?:€|euros?)", r"(?:F|francs?)")
_TIMES = regex(r"(?:jour|semaine|mois|trimestre|semestre|an|année)s?\Z", re.IGNORECASE)


def in_row(figure: Figure, line: str, way: Section) -> Iterator[re.Match[str]]:
    """The figures of a row that the one told may be: the sentence names its first cell, or the place is the row."""
    name, heading = line.split(" | ", maxsplit=1)[0], " ".join(lines_of(way.article))
    named = _ends_with(figure.noun, name)
    own = way.end - way.start == 1
    nouns = matters(figure.noun) - matters(name) - _SAYS_NO_MORE
    if (named or own) and nouns <= matters(heading) | matters(way.heading) and not figure.tail.strip():
        found = _figures(line, figure.old.number if figure.old else "", (figure.old or figure.new).measure)
        yield from (one for one in found if one.start() > len(name))


def _ends_with(noun: str, name: str) -> bool:
    """Whether a noun ends with the name of a row or an item: « la part de Vaas »."""
    name, noun = (fold(words.lower()).chars.strip() for words in (name, noun))
    return bool(name) and re.search(rf"(?:\A|[ '’]){re.escape(name)}\Z", noun) is not None


def _is_item_of(noun: str, before: str, around: AbstractSet[str]) -> bool:
    """Whether the words before a figure name an item as the noun does, and the rest of it tells the list.

    Of « commune de Vaas », « la part de Vaas » says enough; of « Vaas-Nord » it does not.
    """
    item = _ITEM_NAMED.match(before)
    if item is None or not matters(noun) - matters(item["name"]) - _SAYS_NO_MORE <= around:
        return False
    proper = set(re.findall(r"\b[A-ZÀ-Ý][\w’'-]+", item["name"]))
    return _ends_with(noun, item["name"]) or (
        bool(proper) and all(re.search(rf"\b{name}(?![\w-])", noun) for name in proper)
    )


def in_line(figure: Figure, line: str, way: Section) -> Iterator[re.Match[str]]:
    """The figures of a line that the one told may be."""
    counted = _COUNTED.search(figure.noun)
    behind = None if figure.new.measure else _COUNTS.match(figure.tail)
    old = figure.old.number if figure.old else ""
    unit = (figure.old and figure.old.measure) or figure.new.measure or (behind or counted or {"of": ""})["of"]
    noun = without_measure(figure.noun)
    lasting = _LASTING.sub("", figure.noun)
    nouns = matters(noun) - (matters(counted[0]) if counted else set())
    nouns -= _SAYS_NO_MORE if figure.old else matters("durée délai") if _TIMES.match(unit) else set()
    tail = fold(figure.tail[behind.end() :] if behind else figure.tail).chars.rstrip()
    around = matters(way.heading) | matters(_introducing(line, lines_of(way.article)))
    for rank, (start, end) in enumerate(sentences(line), start=1):
        if way.sentence and not way.sentence <= rank <= (way.last or way.sentence):
            continue
        for one in _figures(line, old, unit):
            before, after = line[start : one.start()], fold(line[one.end() :]).chars
            if (
                start <= one.start() < end
                and (unit or not _NUMBER_OF.search(before))
                and _told_of(nouns, matters(line[start:end]) | around, known=bool(old))
                and after.startswith(tail)
                and (old or len(list(_figures(line[start:end], "", unit))) == 1)
                and (
                    old
                    or _is_told(figure.noun, noun, before)
                    or _is_count(one, figure, counted, before)
                    or _is_item_of(noun, before, around)
                )
                and not (
                    (len(nouns) > 1 or _COMPLETED.search(noun))
                    and any(names_another(one, before, nouns) for one in (noun, lasting))
                )
            ):
                yield one


def _told_of(nouns: AbstractSet[str], words: AbstractSet[str], *, known: bool) -> bool:
    """Whether words are of what the nouns say; where the figure is `known`, by other words for the same matter too."""
    other = {word for matter in _MATTERS if known and matter & words for word in matter}
    return nouns <= words | other


def _is_count(one: re.Match[str], figure: Figure, counted: re.Match[str] | None, before: str) -> bool:
    """Whether a figure counts the several of which « le nombre de représentants » is told, who make up a thing, and there are several more or fewer.

    « Cinq membres doivent être présents » says no number of the members.
    """
    both = (number(fold(told.lower()).chars) for told in (one["number"], figure.new.number))
    of = counted is not None and plain(counted["of"]) == plain(one["measure"])
    made_up = _MADE_UP.search(plain(before)) is not None and _QUORUM.search(plain(one.string)) is None
    return of and made_up and all(told is not None and told > 1 for told in both)


def _introducing(line: str, lines: Sequence[str]) -> str:
    """The line that introduces the list of which a line is an item; "" where it is none."""
    if not (DASH.match(line) or ITEM.match(line)):
        return ""
    above = lines[: lines.index(line)]
    lead = next((one for one in reversed(above) if not (DASH.match(one) or ITEM.match(one))), "")
    return lead if lead.rstrip().endswith(":") else ""


def without_measure(noun: str) -> str:
    """« la prime », of « le montant de la prime »."""
    return _MEASURE_OF.sub("", noun)


def names_another(noun: str, before: str, nouns: AbstractSet[str]) -> bool:
    """Whether the words before a figure name another of the kind: « une prime de panier », of « la prime de nuit »."""
    told = re.findall(
        rf"\b{re.escape(_head(noun))}\w* d(?:e |u |es |')(?:la |l')?([^\W\d_]{{3,}})", fold(before.lower()).chars
    )
    own = {word.rstrip("s") for word in re.findall(r"\w+", plain(noun))}
    return any(
        not (matters(word) and matters(word) <= nouns) and plain(word).rstrip("s") not in own for word in told[-1:]
    )


def _head(noun: str) -> str:
    """The first word of a noun behind its article."""
    return re.sub(r"\A(?:l'|les |le |la )", "", fold(noun.lower()).chars).split(" ")[0]


def _is_told(told: str, noun: str, before: str) -> bool:
    """Whether the words before a figure say it of a noun, that is `told` with what of it is measured: its amount, its rate."""
    lasting = _LASTING.sub("", told)  # « la durée de la priorité », of « une priorité pendant six mois »
    return (
        _is_of(noun, before)
        or (noun != told and _is_subject(told, before))
        or (lasting != told and _is_of(lasting, before))
    )


def _is_of(noun: str, before: str) -> bool:
    """Whether the words before the only figure of a measure say it of that noun: « Le prix est de … », « une durée de … »."""
    aside = rf".*\b(?:une? |la |le |l'){re.escape(_head(noun))} (?:(?:d')?\w+ ){{0,2}}(?:d'une? (?:montant|valeur|taux|durée) )?(?:d(?:e |')|(?:pendant|durant|sous|dans) )"
    return _is_subject(noun, before) or re.fullmatch(aside, fold(before.lower()).chars) is not None


def _is_subject(noun: str, before: str) -> bool:
    """Whether the words before a figure begin with that noun, and say that it is, or is fixed at, the figure."""
    subject = rf"\W*(?:l[ea]s? |l'){re.escape(_head(noun))}\b[^,;:()]{{0,80}}? (?:est|sont|sera|seront|s'élève(?:nt|ra)?)(?: (?:fixé|établi|arrêté)e?s?)? (?:à|de|d')\s?"
    return re.fullmatch(subject, fold(before.lower()).chars) is not None


def _figures(line: str, old: str, unit: str) -> Iterator[re.Match[str]]:
    """The figures of a line that are told: of that number, or any of that measure where none is given."""
    if old:
        blank = "[ \u00a0\u202f]?" if old[0].isdigit() else "[ \u00a0\u202f]"
        typed = re.sub(r"\\?[ \u00a0\u202f]", blank, re.escape(_in_thousands(old)))
        of = rf"[ \u00a0\u202f]?(?P<measure>{currency(unit) or re.escape(unit) + 's?'})" if unit else _NO_MEASURE
        yield from re.finditer(
            rf"(?<![\w-])(?<!\d[.,])(?<!\d[ \u00a0\u202f])(?P<number>{typed}){of}{_ENDS}", line, re.IGNORECASE
        )
        return
    every = list(MEASURED.finditer(line)) or list(
        re.finditer(rf"{COUNTED}(?P<measure>{re.escape(unit)})\b", line, re.IGNORECASE)
    )
    own = [one for one in every if _alike(one["measure"], unit)]
    if own or not _TIMES.match(unit):
        yield from own
    else:  # « six mois », of « est portée à un an »
        yield from (one for one in every if _TIMES.match(one["measure"]) and not line[one.end() :].startswith(" par "))


def _alike(measure: str, other: str) -> bool:
    return measure.lower().rstrip("s") == other.lower().rstrip("s") or currency(measure) == currency(other) != ""


def currency(measure: str) -> str:
    """The pattern of all the ways to type a currency; "" of another measure."""
    return next((pattern for pattern in _CURRENCIES if re.fullmatch(pattern, measure, re.IGNORECASE)), "")


def _in_thousands(number: str) -> str:
    """A number with a blank between its thousands, where it has any."""
    whole_part, comma, rest = number.partition(",")
    digits = re.sub(r"[ \u00a0\u202f]", "", whole_part)
    return f"{int(digits):,}".replace(",", " ") + comma + rest if digits.isdigit() and digits[0] != "0" else number
