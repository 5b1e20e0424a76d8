"""A figure told without quotes, as « le coefficient 60 est remplacé par le coefficient 63 »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.author.apply.contradicted import stems
from clausier.author.apply.lines import common_of, one_line, replaced
from clausier.author.apply.section import Section, articles_of, lines_of
from clausier.author.apply.sections import sections, whole
from clausier.french import Part, Said
from clausier.french.unquoted import MEASURED
from clausier.model.operation import Replace
from clausier.model.provision import Provision
from clausier.rules.figures import number
from clausier.text.sentences import sentences
from clausier.text.typography import fold

_NOUN = r"coefficient|taux|montant|nombre|plafond|seuil|pourcentage|indice|échelon|niveau"
_FIGURE = r"\d+(?:[  ]\d{3})*(?:,\d+)?"
_TOLD = re.compile(
    rf"^\W*(?:à l['’]article (?P<first>[\d.]+), )?le (?P<noun>{_NOUN})(?: de)? (?P<old>{_FIGURE})(?P<unit>\s?[%€])?"
    rf" est (?:supprimé et )?remplacé par (?:le |celui )?(?:(?P=noun) )?(?:de )?(?P<new>{_FIGURE})(?(unit)(?P=unit))"
    r"(?P<place> (?:dans|à|au|de|du) [^.:;«,]*)?\W*$",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*"
_UNIT = r"%|€|[^\W\d_]{2,}(?:[ \u00a0](?:HT|TTC|hors taxes)\b)?"
_OF_THE_TEXT = r"(?: d(?:e la|e l['’]|u) ?(?:présente? )?(?:convention|accord|contrat|règlement)(?: constitutive)?)?"
# « La durée fixée à l’article 8 est portée de trois à cinq ans », « La participation prévue à l’article 5 est portée à 3 € ».
_RAISED = re.compile(
    r"\W*(?:(?:À|A) (?:compter|partir) [^,:;«»]{3,60}, )?"
    rf"(?:(?:à|dans) l['’]article (?P<first>[\d.]*\d){_OF_THE_TEXT}, )?(?P<noun>l(?:es? |a |['’])[^,:;«»]{{3,80}}?)"
    rf"(?:,? (?:prévu|fixé|mentionné|visé|figurant|inscrit|défini)e?s? (?:à|dans|par) l['’]article (?P<article>[\d.]*\d){_OF_THE_TEXT},?)?"
    r" (?:(?:est|sont|sera|seront) (?:désormais )?(?:port|ramen|relev|abaiss|rédui|augment)\w+|passe(?:nt|ra|ront)?)"
    rf" (?:(?:de |d['’])(?P<old>{_NUMBER})(?:[ \u00a0\u202f]?(?P<unit>{_UNIT}))? )?à (?P<new>{_NUMBER})(?:[ \u00a0\u202f]?(?P<measure>{_UNIT}))?"
    r"(?P<tail> par [^\W\d_]+)?(?:,? à (?:compter|partir) d[^,;:.«»]{3,60})?\W*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:nombre|quotité|effectif) d(?:es? |['’])(?P<of>[^\W\d_]+)", re.IGNORECASE)
_ELIDED = re.compile(r"d[e'’] ?\Z")
_ARTICLE = re.compile(r"\barticle ([\d.]*\d)", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:annexe|alinéa|paragraphe|tiret|titre|chapitre|point)s?\b", re.IGNORECASE)


def figure_replaced(said: Said, text: Provision, name: str) -> tuple[Replace, ...]:
    """The line that takes a new figure; nothing unless the old one stands once in the article named, or the text, by its noun."""
    told = _TOLD.match(said.sentence) if not (said.payload or said.quotations) else None
    if told is None or _NUMBERED.search(told["place"] or ""):
        return ()
    every = articles_of(text)
    article = told["first"] or (m[1] if (m := _ARTICLE.search(told["place"] or "")) else "")
    ways = sections((Part("ARTICLE", (article,)),), (), text) if article else [whole(p, every) for p in every]
    old = re.compile(rf"(?<![\d,.]){re.escape(told['old'])}(?![\d]|[,.]\d| \d{{3}}\b)")
    found = [(way, index, line) for way in ways for index, line in _lines(way) for _ in old.finditer(line)]
    if len(found) != 1 or told["noun"].lower() not in found[0][2].lower():
        return ()
    way, index, line = found[0]
    return (replaced(common_of(name), one_line(way, index), [old.sub(lambda _: told["new"], line)]),)


def figure_raised(said: Said, text: Provision, name: str) -> tuple[Replace, ...]:
    """The line of the article named in which a figure goes from one to another, or is the only one of its measure, and is of what the sentence says."""
    told = _RAISED.fullmatch(said.sentence) if not (said.payload or said.quotations) else None
    article = told and (told["first"] or told["article"])
    if told is None or not article or (told["first"] and told["article"]):
        return ()
    ways = sections((Part("ARTICLE", (article,)),), (), text)
    if len(ways) != 1 or ways[0].article.children:
        return ()
    counted = _COUNTED.search(told["noun"])
    unit = told["measure"] or told["unit"] or (counted["of"] if counted else "")
    nouns = stems(told["noun"]) - (stems(counted[0]) if counted else set())
    found = [
        (index, figure, line[slice(*ends)])
        for index, line in _lines(ways[0])
        for figure in _figures(line, told["old"] or "", told["unit"] or unit)
        for ends in sentences(line)
        if ends[0] <= figure.start() < ends[1]
    ]
    numbers = [fold(told[one].lower()).chars for one in ("old", "new") if told[one]]
    if len(found) != 1 or not unit or None in map(number, numbers):
        return ()
    ((index, figure, own),) = found
    if not told["old"] and not _is_of(told["noun"], own[: own.find(figure[0])]):
        return ()
    line, measure = figure.string, told["measure"] or figure["measure"]
    behind, tail = line[figure.end() :], fold(told["tail"] or "").chars
    if not nouns <= stems(own) | stems(ways[0].heading) or not fold(behind).chars.startswith(tail):
        return ()
    before, new = line[: figure.start()], told["new"]
    if _ELIDED.search(before):
        before = _ELIDED.sub("d’" if new.lower() in {"un", "une"} else "de ", before)
    between = line[figure.end("number") : figure.start("measure")]
    return (replaced(common_of(name), one_line(ways[0], index), [f"{before}{new}{between}{measure}{behind}"]),)


def _is_of(noun: str, before: str) -> bool:
    """Whether the words before the only figure of a measure say it of that noun: « Le prix est de … », « une durée de … »."""
    plain = fold(noun.lower()).chars
    head = re.escape(
        plain.removeprefix("l'").removeprefix("les ").removeprefix("le ").removeprefix("la ").split(" ")[0]
    )
    subject = rf"\W*(?:l[ea]s? |l'){head}\b[^,;:()]{{0,80}}? (?:est|sont|sera|seront|s'élève(?:nt|ra)?)(?: (?:fixé|établi|arrêté)e?s?)? (?:à|de|d')\s?"
    aside = rf".*\b(?:une? |la |le |l'){head} (?:\w+ ){{0,2}}d(?:e |')"
    return re.fullmatch(f"{subject}|{aside}", fold(before.lower()).chars) is not None


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
