"""A figure told without quotes, as « le coefficient 60 est remplacé par le coefficient 63 »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from clausier.french import Order, Part
from clausier.french.stems import stems
from clausier.french.unquoted import MEASURED
from clausier.model.provision import Provision
from clausier.refs.lines.ranked import ranks, unit_part
from clausier.refs.lines.section import Section, articles_of, lines_of
from clausier.refs.lines.sections import sections, whole
from clausier.rules.figures import number
from clausier.text.regex import regex
from clausier.text.sentences import sentences
from clausier.text.typography import fold
from clausier.text.words import capitalised, occurrences

_NOUN = r"coefficient|taux|montant|nombre|plafond|seuil|pourcentage|indice|échelon|niveau"
_FIGURE = r"\d+(?:[  ]\d{3})*(?:,\d+)?"
_TOLD = regex(
    rf"^\W*(?:à l['’]article (?P<first>[\d.]+), )?le (?P<noun>{_NOUN})(?: de)? (?P<old>{_FIGURE})(?P<unit>\s?[%€])?"
    rf" est (?:supprimé et )?remplacé par (?:le |celui )?(?:(?P=noun) )?(?:de )?(?P<new>{_FIGURE})(?(unit)(?P=unit))"
    r"(?P<place> (?:dans|à|au|de|du) [^.:;«,]*)?\W*$",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*"
_UNIT = r"%|€|[^\W\d_]{2,}(?:[ \u00a0](?:HT|TTC|hors taxes)\b)?"
_OF_THE_TEXT = r"(?: d(?:e la|e l['’]|u) ?(?:présente? )?(?:convention|accord|contrat|règlement)(?: constitutive)?)?"
# « La durée fixée à l’article 8 est portée de trois à cinq ans », « La participation prévue à l’article 5 est portée à 3 € ».
_RAISED = regex(
    r"\W*(?:(?:À|A) (?:compter|partir) [^,:;«»]{3,60}, )?"
    rf"(?:(?:à|dans) l['’]article (?P<first>[\d.]*\d){_OF_THE_TEXT}, )?(?P<noun>l(?:es? |a |['’])[^,:;«»]{{3,80}}?)"
    rf"(?:,? (?:prévu|fixé|mentionné|visé|figurant|inscrit|défini)e?s? (?:à|dans|par) l['’]article (?P<article>[\d.]*\d){_OF_THE_TEXT},?)?"
    r" (?:(?:est|sont|sera|seront) (?:désormais )?(?:port|ramen|relev|abaiss|rédui|augment|fix)\w+|passe(?:nt|ra|ront)?)"
    rf" (?:(?:de |d['’])(?P<old>{_NUMBER})(?:[ \u00a0\u202f]?(?P<unit>{_UNIT}))? )?à (?P<new>{_NUMBER})(?:[ \u00a0\u202f]?(?P<measure>{_UNIT}))?"
    r"(?P<tail> par [^\W\d_]+)?(?:,? à (?:compter|partir) d[^,;:.«»]{3,60})?\W*",
    re.IGNORECASE,
)
# « Le montant de la prime », of a text that says « une prime de 6 € ».
_MEASURE_OF = regex(
    r"\Al(?:e |a )(?:montant|taux|prix|valeur|niveau|somme)s? (?:d(?=u |es )|de (?=l)|(?=d['’]))", re.IGNORECASE
)
_COUNTED = regex(r"\b(?:nombre|quotité|effectif) d(?:es? |['’])(?P<of>[^\W\d_]+)", re.IGNORECASE)
_ELIDED = regex(r"d[e'’] ?\Z")
_ARTICLE = regex(r"\barticle ([\d.]*\d)", re.IGNORECASE)
_GOES = regex(
    r"\b(?:port|ramen|relev|abaiss|rédui|augment|fix|pass|remplac)", re.IGNORECASE
)  # what the two have, in no time
_QUOTED = regex('[«“"]')
_SINCE = regex(r"\b(?:compter|partir) d", re.IGNORECASE)
_NUMBERED = regex(r"\b(?:annexe|alinéa|paragraphe|tiret|titre|chapitre|point)s?\b", re.IGNORECASE)


class Figure(Struct, frozen=True):
    """A figure of the text that goes: of the line `index` of what is named, the words from `start` to `end`, and the `new` ones."""

    section: Section
    index: int
    start: int
    end: int
    new: str

    @property
    def line(self) -> str:
        """The line that it stands in."""
        return lines_of(self.section.article)[self.index]


def figure_told(sentence: str, text: Provision) -> Figure | None:
    """The figure of the text that a sentence without quotes changes; None where which one is not certain."""
    if _QUOTED.search(sentence) or not _GOES.search(sentence):
        return None
    return _replaced(sentence, text) or _raised(sentence, text)


def figure_order(sentence: str, text: Provision) -> tuple[Order, tuple[str, str]] | None:
    """The order that such a sentence gives, and the words that it would quote; None where which figure it is of is not certain.

    Nor is it where it is told since when, or in a row of a table.
    """
    told = None if _SINCE.search(sentence) else figure_told(sentence, text)
    rank = ranks(told.section.article)[told.index] if told else None
    if told is None or rank is None:
        return None
    line, start = told.line, told.start
    while start and len(occurrences(line, line[start : told.end])) > 1:
        start = line.rfind(" ", 0, start - 1) + 1  # with the word before it
    place = (unit_part(told.section.article), Part("ALINEA", (str(rank),)))
    return Order("replace_words", place, (0, 1)), (line[start : told.end], f"{line[start : told.start]}{told.new}")


def _replaced(sentence: str, text: Provision) -> Figure | None:
    """The old figure, where it stands once in the article named, or the text, by its noun."""
    told = _TOLD.match(sentence)
    if told is None or _NUMBERED.search(told["place"] or ""):
        return None
    every = articles_of(text)
    article = told["first"] or (m[1] if (m := _ARTICLE.search(told["place"] or "")) else "")
    ways = sections((Part("ARTICLE", (article,)),), (), text) if article else [whole(p, every) for p in every]
    old = re.compile(rf"(?<![\d,.]){re.escape(told['old'])}(?![\d]|[,.]\d| \d{{3}}\b)")
    found = [(way, index, figure) for way in ways for index, line in _lines(way) for figure in old.finditer(line)]
    if len(found) != 1 or told["noun"].lower() not in found[0][2].string.lower():
        return None
    way, index, figure = found[0]
    return Figure(way, index, figure.start(), figure.end(), told["new"])


def _raised(sentence: str, text: Provision) -> Figure | None:
    """The figure of the article named that goes from one to another, or is of what the sentence says, alone of its measure in its sentence."""
    told = _RAISED.fullmatch(sentence)
    article = told and (told["first"] or told["article"])
    if told is None or not article or (told["first"] and told["article"]):
        return None
    ways = sections((Part("ARTICLE", (article,)),), (), text)
    if len(ways) != 1 or ways[0].article.children:
        return None
    counted = _COUNTED.search(told["noun"])
    unit = told["measure"] or told["unit"] or (counted["of"] if counted else "")
    noun = _MEASURE_OF.sub("", told["noun"])
    nouns = stems(noun) - (stems(counted[0]) if counted else set())
    numbers = [fold(told[one].lower()).chars for one in ("old", "new") if told[one]]
    tail = fold(told["tail"] or "").chars
    found = [
        (index, figure)
        for index, line in _lines(ways[0])
        for figure in _figures(line, told["old"] or "", told["unit"] or unit)
        for start, end in sentences(line)
        if start <= figure.start() < end
        and nouns <= stems(line[start:end]) | stems(ways[0].heading)
        and fold(line[figure.end() :]).chars.startswith(tail)
        and (told["old"] or len(list(_figures(line[start:end], "", unit))) == 1)
        and (told["old"] or _is_told(told["noun"], noun, line[start : figure.start()]))
        and not (len(nouns) > 1 and _is_another_one(noun, line[start : figure.start()], nouns))
    ]
    if len(found) != 1 or not unit or None in map(number, numbers):
        return None
    ((index, figure),) = found
    line, measure = figure.string, told["measure"] or figure["measure"]
    elided = _ELIDED.search(line[: figure.start()])
    of = "" if not elided else "d’" if told["new"].lower() in {"un", "une"} else "de "
    start = elided.start() if elided and of != elided[0] else figure.start()
    between = line[figure.end("number") : figure.start("measure")]
    figures = capitalised(told["new"]) if figure["number"][0].isupper() else told["new"]
    new = f"{of if start < figure.start() else ''}{figures}{between}{measure}"
    return Figure(ways[0], index, start, figure.end(), new)


def _is_another_one(noun: str, before: str, nouns: AbstractSet[str]) -> bool:
    """Whether the words before a figure name another of the kind: « une prime de panier », of « la prime de nuit »."""
    told = re.findall(
        rf"\b{re.escape(_head(noun))}\w* d(?:e |u |es |')(?:la |l')?([^\W\d_]+)", fold(before.lower()).chars
    )
    return any(not stems(word) <= nouns for word in told[-1:])


def _head(noun: str) -> str:
    """The first word of a noun behind its article."""
    return re.sub(r"\A(?:l'|les |le |la )", "", fold(noun.lower()).chars).split(" ")[0]


def _is_told(told: str, noun: str, before: str) -> bool:
    """Whether the words before a figure say it of a noun, that is `told` with what of it is measured: its amount, its rate."""
    return _is_of(noun, before) or (noun != told and _is_subject(told, before))


def _is_of(noun: str, before: str) -> bool:
    """Whether the words before the only figure of a measure say it of that noun: « Le prix est de … », « une durée de … »."""
    aside = rf".*\b(?:une? |la |le |l'){re.escape(_head(noun))} (?:\w+ ){{0,2}}(?:d'une? (?:montant|valeur|taux|durée) )?d(?:e |')"
    return _is_subject(noun, before) or re.fullmatch(aside, fold(before.lower()).chars) is not None


def _is_subject(noun: str, before: str) -> bool:
    """Whether the words before a figure begin with that noun, and say that it is, or is fixed at, the figure."""
    subject = rf"\W*(?:l[ea]s? |l'){re.escape(_head(noun))}\b[^,;:()]{{0,80}}? (?:est|sont|sera|seront|s'élève(?:nt|ra)?)(?: (?:fixé|établi|arrêté)e?s?)? (?:à|de|d')\s?"
    return re.fullmatch(subject, fold(before.lower()).chars) is not None


def _figures(line: str, old: str, unit: str) -> Iterator[re.Match[str]]:
    """The figures of a line that are told: of that number, or any of that measure where none is given."""
    if old:
        typed = re.sub(r"\\?[ \u00a0\u202f]", "[ \u00a0\u202f]", re.escape(old))
        sought = rf"(?<![\w,.])(?P<number>{typed})[ \u00a0\u202f]?(?P<measure>{re.escape(unit)}s?)(?!\w)"
        yield from re.finditer(sought, line, re.IGNORECASE)
        return
    yield from (m for m in MEASURED.finditer(line) if m["measure"].lower().rstrip("s") == unit.lower().rstrip("s"))


def _lines(way: Section) -> list[tuple[int, str]]:
    return list(enumerate(lines_of(way.article)))[way.start : way.end]
