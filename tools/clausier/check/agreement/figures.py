"""A figure that a sentence changes without quoting it, where the text has it: « est portée de trois à cinq ans »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from clausier.french import Order, Part, Said
from clausier.french.days import MONTH
from clausier.french.figures import MEASURED, Figure
from clausier.french.stems import stems
from clausier.model.provision import Provision
from clausier.refs.each_article import of_an_article
from clausier.refs.lines.ranked import unit_part
from clausier.refs.lines.section import Section, articles_of, is_whole, lines_of
from clausier.refs.lines.sections import sections, whole
from clausier.rules.figures import number
from clausier.text.regex import regex
from clausier.text.sentences import sentences
from clausier.text.typography import fold
from clausier.text.words import capitalised, occurrences

# Nouns of which a figure may stand anywhere in the text: « Le coefficient 60 est remplacé par le coefficient 63 ».
_TOLD_ALONE = regex(
    r"(?:coefficient|taux|montant|nombre|plafond|seuil|pourcentage|indice|échelon|niveau)\b", re.IGNORECASE
)
_IN_THE_TEXT = regex(
    r"\A (?:dans|du|de la|des) .*", re.IGNORECASE
)  # « dans la grille de classification »: it names no place
# « Le montant de la prime », of a text that says « une prime de 6 € ».
_MEASURE_OF = regex(
    r"\A(?:montant|taux|prix|valeur|niveau|somme|surface|superficie|tarif)s? (?:d(?=u |es )|de (?=l)|(?=d['’]))",
    re.IGNORECASE,
)
_SAYS_NO_MORE = frozenset(
    stems(
        "montant somme date chiffre nombre valeur délai durée quotité tarif pourcentage taux échéance maximal minimal maximum minimum annuel mensuel"
    )
)
_COUNTED = regex(r"\b(?:nombre|quotité|effectif) d(?:es? |['’])(?P<of>[^\W\d_]+)", re.IGNORECASE)
_COUNTS = regex(r" (?P<of>(?!par\b|pour\b|de\b|du\b|des\b|à\b|au\b|dans\b)[^\W\d_]{2,})", re.IGNORECASE)
_ELIDED = regex(r"d[e'’] ?\Z")
_YEAR = regex(r"[ \u00a0\u202f]\d{4}\b")
# « le 15 juillet », « l'article 15 » say no figure of their own.
_NO_MEASURE = rf"(?P<measure>)(?!(?:er)?[ \u00a0\u202f](?:{MONTH})\b)"
_NUMBER_OF = regex(r"(?:\b(?:article|annexe|alinéa|point|paragraphe)s?|n\s?°)[ \u00a0\u202f]\Z", re.IGNORECASE)
_ENDS = r"(?!\w)(?![.,]\d|[ \u00a0\u202f]\d{3}\b)"


class _Found(Struct, frozen=True):
    """Words of the text that go: of the line `index` of an article, named by `unit`, those from `start` to `end`, and the `new` ones."""

    unit: Part
    article: Provision
    index: int
    start: int
    end: int
    new: str

    @property
    def line(self) -> str:
        """The line that they stand in."""
        return lines_of(self.article)[self.index]


def with_figures(said: Said, text: Provision) -> Said:
    """The sentence with the orders on the figures of the text that it changes; as it is where it quotes them, or which they are is not certain."""
    if said.orders or said.payload or not said.figures:
        return said
    orders, quotations = orders_on_figures(said.figures, said.quotations, text)
    return replace(said, orders=orders, quotations=quotations) if orders else said


def orders_on_figures(
    figures: Sequence[Figure], quotations: tuple[str, ...], text: Provision
) -> tuple[tuple[Order, ...], tuple[str, ...]]:
    """The orders on the figures of the text that a sentence changes, and its quotations with the words that they quote; no order where any is not certain."""
    found = [_found(figure, quotations, text) for figure in figures]
    certain = [one for one in found if one is not None]
    if not certain or len(certain) < len(found) or len({(one.index, one.start) for one in certain}) < len(found):
        return (), quotations
    orders: list[Order] = []
    for one in (each for each in _exchanged(certain) if each.new != each.line[each.start : each.end]):
        order, words = _order(one, len(quotations))
        orders.append(replace(order, when=figures[0].when))
        quotations = (*quotations, *words)
    return tuple(orders), quotations


def _exchanged(found: Sequence[_Found]) -> Sequence[_Found]:
    """Two figures of a line that take each other's place, as one stretch of its words."""
    first, last = (min(found, key=lambda one: one.start), max(found, key=lambda one: one.start))
    if len(found) != 2 or first.line != last.line or first.new not in last.line[last.start : last.end]:
        return found
    return [replace(first, end=last.end, new=f"{first.new}{first.line[first.end : last.start]}{last.new}")]


def _order(found: _Found, first: int) -> tuple[Order, Sequence[str]]:
    """The order on a figure, and the words that it quotes, of which the first is to be of that number."""
    line, start = found.line, found.start
    while start and len(occurrences(line, line[start : found.end])) > 1:
        start = line.rfind(" ", 0, start - 1) + 1  # with the word before it
    words: tuple[str, ...] = (line[start : found.end], f"{line[start : found.start]}{found.new}")
    rank = sum("|" not in one for one in lines_of(found.article)[: found.index + 1])
    place: tuple[Part, ...] = (Part("ALINEA", (str(rank),)),)
    if "|" in line:
        tables = [n for n, table in enumerate(found.article.tables, start=1) if line in table.lines]
        number = (str(tables[0]),) if len(found.article.tables) > 1 else ()
        place, words = (Part("TABLE", number), Part("ROW", named=first + 2)), (*words, line.split(" | ")[0])
    unit = found.unit
    if unit.numbers == ("",) and found.article.heading:
        unit, words = Part(unit.unit, named=first + len(words)), (*words, found.article.heading.chars)
    return Order("replace_words", (unit, *place), (first, first + 1)), words


def _found(figure: Figure, quotations: tuple[str, ...], text: Provision) -> _Found | None:
    """What goes of the text for a figure, in the one place that is named; None where which it is is not certain."""
    every = articles_of(text)
    alone = not figure.place and figure.old is not None and _TOLD_ALONE.match(figure.noun) is not None
    if alone:
        figure = replace(figure, tail=_IN_THE_TEXT.sub("", figure.tail))
    ways = [whole(p, every) for p in every] if alone else sections(of_an_article(figure.place, text), quotations, text)
    if not alone and (len(ways) != 1 or (is_whole(ways[0]) and ways[0].article.children)):
        return None
    found = [
        (way.article, index, one)
        for way in ways
        for index, line in _lines(way)
        for one in (_in_row(figure, line, way) if "|" in line else _in_line(figure, line, way))
        if not alone or figure.noun.split(" ")[0].lower() in line.lower()
    ]
    if len(found) != 1:
        return None
    ((article, index, one),) = found
    return _written(figure, article, index, one)


def _written(figure: Figure, article: Provision, index: int, one: re.Match[str]) -> _Found | None:
    """The new figure as the line has the old one: its measure, « de » or « d’ » before it; None where the two are not of a kind, or do not add up."""
    line, new = one.string, figure.new
    was, is_now = (number(fold(words.lower()).chars) for words in (one["number"], new.number))
    if (was is None) != (is_now is None) or (was is None and _YEAR.match(line, one.end())):
        return None
    by = number(fold(figure.by.number.lower()).chars) if figure.by else None
    if figure.by and (was is None or is_now is None or by != abs(is_now - was)):
        return None
    elided = _ELIDED.search(line[: one.start()])
    of = "" if not elided else "d’" if new.number.lower() in {"un", "une"} else "de "
    start = elided.start() if elided and of != elided[0] else one.start()
    between = line[one.end("number") : one.start("measure")]
    figures = capitalised(new.number) if one["number"][0].isupper() else new.number
    words = f"{of if start < one.start() else ''}{figures}{between}{new.measure or one['measure']}"
    annex = figure.place and figure.place[0].unit == "ANNEX"
    return _Found(figure.place[0] if annex else unit_part(article), article, index, start, one.end(), words)


def _in_row(figure: Figure, line: str, way: Section) -> Iterator[re.Match[str]]:
    """The figures of a row that the one told may be: the sentence names its first cell, or the place is the row."""
    name, heading = line.split(" | ", maxsplit=1)[0], " ".join(lines_of(way.article))
    named = name and re.search(rf"(?:\A|[ '’]){re.escape(fold(name).chars)}\Z", fold(figure.noun).chars.strip())
    own = way.end - way.start == 1
    nouns = stems(figure.noun) - stems(name) - _SAYS_NO_MORE
    if (named or own) and nouns <= stems(heading) | stems(way.heading) and not figure.tail.strip():
        found = _figures(line, figure.old.number if figure.old else "", (figure.old or figure.new).measure)
        yield from (one for one in found if one.start() > len(name))


def _in_line(figure: Figure, line: str, way: Section) -> Iterator[re.Match[str]]:
    """The figures of a line that the one told may be."""
    counted = _COUNTED.search(figure.noun)
    behind = None if figure.new.measure else _COUNTS.match(figure.tail)
    old = figure.old.number if figure.old else ""
    unit = (figure.old and figure.old.measure) or figure.new.measure or (behind or counted or {"of": ""})["of"]
    noun = _MEASURE_OF.sub("", figure.noun)
    nouns = stems(noun) - (stems(counted[0]) if counted else set())
    nouns -= _SAYS_NO_MORE if figure.old else set()
    tail = fold(figure.tail[behind.end() :] if behind else figure.tail).chars.rstrip()
    for rank, (start, end) in enumerate(sentences(line), start=1):
        if way.sentence and not way.sentence <= rank <= (way.last or way.sentence):
            continue
        for one in _figures(line, old, unit):
            before, after = line[start : one.start()], fold(line[one.end() :]).chars
            if (
                start <= one.start() < end
                and (unit or not _NUMBER_OF.search(before))
                and nouns <= stems(line[start:end]) | stems(way.heading)
                and after.startswith(tail)
                and (old or len(list(_figures(line[start:end], "", unit))) == 1)
                and (old or _is_told(figure.noun, noun, before))
                and not (len(nouns) > 1 and _is_another_one(noun, before, nouns))
            ):
                yield one


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
        of = rf"[ \u00a0\u202f]?(?P<measure>{re.escape(unit)}s?)" if unit else _NO_MEASURE
        yield from re.finditer(
            rf"(?<![\w-])(?<!\d[.,])(?<!\d[ \u00a0\u202f])(?P<number>{typed}){of}{_ENDS}", line, re.IGNORECASE
        )
        return
    yield from (m for m in MEASURED.finditer(line) if m["measure"].lower().rstrip("s") == unit.lower().rstrip("s"))


def _lines(way: Section) -> list[tuple[int, str]]:
    return list(enumerate(lines_of(way.article)))[way.start : way.end]
