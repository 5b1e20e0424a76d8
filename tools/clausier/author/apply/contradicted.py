"""What a sentence that orders nothing says otherwise than the text: another number of the same things, another holder of an office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.apply.plain import every_line, plain_lines
from clausier.french.asides import PREVAILS, PURPOSE, of_itself, tells_force
from clausier.french.changed import IS, MADE_OTHER, is_of_others
from clausier.french.lexicon import FIGURES
from clausier.french.stems import STEM, plain, stems
from clausier.model.provision import Provision
from clausier.refs.lines.bearing import NAMED, NUMBER
from clausier.refs.lines.section import is_note
from clausier.rules.figures import number
from clausier.source.headings import number_key
from clausier.text.accents import without_accents
from clausier.text.numerals import MONTHS
from clausier.text.sentences import sentences

_MONTH = "|".join(map(without_accents, MONTHS))
_TIME = "an|annee|semestre|trimestre|mois|semaine|jour|heure"
_TIMES = frozenset(("moi", *_TIME.split("|")))
_WORDS = rf"(?:{'|'.join(FIGURES)})(?:[ -](?:et[ -])?(?:{'|'.join(FIGURES)}|une?))*|une?(?= (?:{_TIME}|voix)s?\b)"
# « 12 voix », « neuf membres », « 60 % »; « n° 12 » and « article 12 » count nothing.
_COUNT = re.compile(
    rf"(?<![\w,.°])(?<!n° )(?<!n°)(?P<number>\d{{1,3}}(?: \d{{3}})+(?:,\d+)?|\d+(?:,\d+)?|{_WORDS}) ?(?P<of>[%€]|[a-z]{{2,}})"
)
_DATE = re.compile(
    rf"(?P<named>\bdu |\b(?:conclu|signe)e? le )?\b\d{{1,2}}(?:er)? (?:{_MONTH})\b(?: \d{{4}})?"  # « l’accord du 3 mai 2018 » is a name
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MAJORITY = re.compile(r"\bmajorite (?:simple|absolue|relative|qualifiee|des [a-z]+ [a-z]+)|\bunanimite\b")
# What says a change of what it is about, and orders none of the words.
_DOES = re.compile(
    rf"(?P<what>[^:;]{{0,100}}?)(?:\b{IS}(?:{MADE_OTHER}|abroge|dissou|repris|sans objet|situe|prise?s? en charge)\w*|\bdevien(?:t|nent)\b|\bn(?:e |')(?:s'|se |y )?\w+ plus\b)"
)
_VERB = re.compile(r"\b(?:est|sont|sera|seront|soit)\b")
# « Les parties ont décidé de porter le taux à 5 % », « ont souhaité porter »: who decides or wishes, and to do what.
_DECIDED = (
    r"(?:conviennent|convient|décident?|décidons|souhaitent?|entendent|actent|s['’]accordent"
    r"|(?:ont|a|avons|est|sont|se sont)(?: été)?(?: \w+ment)?"
    r" (?:convenu|décidé|accordé|souhaité|acté|arrêté|choisi|voulu|entendu|mis(?:es)? d['’]accord)e?s?)"
    r"(?: par [^,;:.]{1,40}?)?(?: pour| afin)?(?: (?:que |qu['’]|de |d['’]|sur )| (?=\w+er\b))"
)
_OPENING = re.compile(
    rf"(?:(?:À|A) (?:compter|partir)|Dès|Pour|En|Dans|Toutefois|Ainsi)\b[^,;:«»]{{0,80}}, "
    rf"|(?:L[ea]s?|L['’]|Nous|Ils?|Elles?)\b[^,;:.«»\d]{{0,60}}?(?<!\w){_DECIDED}"
)
_SENTENCE = re.compile(r"\W*(?:\d+[°.)]\s*)?(?!(?:Vu|Considérant|Attendu|Article)\b)[A-ZÀ-Ý]")
# « Le montant prévu à l’article 5 »
_WHERE = re.compile(
    rf"(?:(?:prévu|fixé|mentionné|visé|figurant|inscrit)e?s? à|dans) l['’]{NAMED.pattern}(?! d[eu])", re.IGNORECASE
)
_PART = 5  # what a sentence of the text shares with one of the act is no small part of it
_OFFICE = re.compile(
    r"(?P<who>l(?:es? |a |')[^,;:«»]{3,80}?) (?:(?:est|sont|sera|seront)(?: desormais)? (?:(?:designe|nomme|choisi)e?s?(?: comme| en qualite de)? |l(?:es? |a |'))"
    r"|(?:assure|assume|exerce)(?:nt|ra|ront)? (?:l(?:es? |a |'))?(?:missions?|fonctions?|role) de )(?P<office>[^,;:«»]{4,120})"
)


_TERM = re.compile(r"(?:la |le |l')(?:presente? )?(?:accord|convention)\b[^,;:]{0,60}\bduree (?P<no>in)?determinee\b")


class _Told(Struct, frozen=True):
    """What a sentence counts, by the noun; its long words, cut short; the years that it names."""

    counts: dict[str, set[str]]
    words: set[str]
    years: set[str]


def perhaps_changed(sentence: str, text: Provision) -> str:
    """The sentence of the text of which a sentence of an act says a change in words that order none (« Le préavis est supprimé »).

    It has half of the words that are said to change; "" where there is none.
    """
    words = plain(_of_the_matter(sentence))
    does = None if PREVAILS.search(sentence) or is_of_others(sentence) else _DOES.match(words)
    about = (stems(does["what"]) or (stems(words[does.end() :]) if "mis fin" in does[0] else set())) if does else set()
    said = _told(words)
    alike = [
        (len(about & told.words), own)
        for own, told in (_each(tuple(every_line(text))) if about else ())
        if _is_like(about, told.words) and not _agree(said, told)
    ]
    named = _lines_named(_VERB.split(sentence)[0], text) if does else ()
    return max(alike, key=lambda one: one[0])[1] if alike else next(iter(named), "")


def _agree(said: _Told, told: _Told) -> bool:
    """Whether all that a sentence counts is so in another: « est limitée à quatre ans »."""
    return bool(said.counts) and all(said.counts[of] <= told.counts.get(of, set()) for of in said.counts)


def _of_the_matter(sentence: str) -> str:
    """A sentence without what it opens with; "" for one that is none, or speaks of its act."""
    opening = _OPENING.match(sentence)
    rest = sentence[opening.end() :] if opening else sentence
    aside = of_itself(rest) or tells_force(rest) or PURPOSE.search(rest) or is_note(rest)
    return "" if aside or not (opening or _SENTENCE.match(rest)) else rest


def contradicted(sentence: str, text: Provision) -> str:
    """The sentence of the text, or the row of a table, that gives another number, or an office to another, than a sentence of an act.

    It is of the article that the sentence names, or shares half of its words; "" where there is none.
    """
    rest = _of_the_matter(sentence)
    if other := _other_term(plain(rest), text):
        return other
    said, office = _told(plain(rest)), _OFFICE.search(plain(rest))
    if not rest or not (said.counts or office):
        return ""
    said = replace(said, years={*_YEAR.findall(_DATE.sub(" ", plain(sentence)))})  # « Pour l’année 2026, … »
    named = _lines_named(sentence, text)
    first = _first_cell(sentence)
    for own, told in _each(named or tuple(every_line(text))):
        if first and first != _first_cell(own):
            continue  # a row is of the row that has its name
        if _other_number(said, told, named=bool(named), row="|" in own) or (office and _other_holder(office, own)):
            return own
    return ""


def _other_term(words: str, text: Provision) -> str:
    """The sentence by which a text lasts for a time that ends where words say that it does not, or the other way round."""
    said = _TERM.match(words)
    for own, _ in _each(tuple(every_line(text))) if said else ():
        told = _TERM.match(plain(own))
        if said and told and (said["no"] is None) != (told["no"] is None):
            return own
    return ""


def _lines_named(sentence: str, text: Provision) -> tuple[str, ...]:
    """The lines of the articles that a sentence says to provide what it is about: « Le montant prévu à l’article 5 »."""
    where = _WHERE.search(sentence)
    keys = {number_key(n) for n in NUMBER.findall(where["numbers"])} if where else set()
    return tuple(line for p in text.walk() if p.number and number_key(p.number) in keys for line in plain_lines(p))


@lru_cache(maxsize=4)
def _each(lines: tuple[str, ...]) -> tuple[tuple[str, _Told], ...]:
    """The sentences of lines, and their rows, of which a bare number counts what its column is headed by."""
    found: list[tuple[str, _Told]] = []
    heads: list[str] = []
    for line in (one for one in lines if not is_note(one) and not one.startswith("# ")):
        cells = [cell.strip() for cell in line.strip("| ").split("|")] if "|" in line else []
        heads = (cells and heads) or cells
        found += _row(line, cells, heads) if cells else _sentences(line)
    return tuple(found)


@lru_cache(maxsize=4096)
def _sentences(line: str) -> tuple[tuple[str, _Told], ...]:
    every = (line[slice(*ends)].strip() for ends in sentences(line))
    return tuple((own, _told(plain(own))) for own in every)


def _row(line: str, cells: Sequence[str], heads: Sequence[str]) -> tuple[tuple[str, _Told], ...]:
    told = _told(plain(line))
    bare = [(cell, head) for cell, head in zip(cells, heads, strict=False) if re.fullmatch(r"\d+(?:,\d+)?", cell)]
    counted = {word: {cell} for cell, head in bare for word in stems(head)}
    return ((line, replace(told, counts={**told.counts, **counted}) if counted else told),)


def _first_cell(line: str) -> str:
    """What the first cell of a row says; "" for a line that is none."""
    return plain(line.strip("| ").partition("|")[0].strip()) if "|" in line else ""


def _is_like(words: set[str], others: set[str]) -> bool:
    """Whether a sentence of the text has half of the words of one of an act, and these are no small part of its own."""
    shared = len(words & others)
    return shared > 0 and 2 * shared >= len(words) and _PART * shared >= len(others)


def _other_number(said: _Told, told: _Told, *, named: bool, row: bool) -> bool:
    """Whether two sentences on one matter give different numbers of one thing, as « 12 voix » and « 10 voix »."""
    if not (named or _is_like(said.words, told.words) or (row and told.words and told.words <= said.words)) or (
        said.years and told.years and said.years != told.years
    ):
        return False
    return any(
        not said.counts[of] <= told.counts[of] and not told.counts[of] <= said.counts[of]
        for of in said.counts.keys() & told.counts.keys()
    )


def _other_holder(office: re.Match[str], own: str) -> bool:
    """Whether a sentence gives an office to another: « La région est le coordonnateur », « le département est désigné coordonnateur »."""
    other = _OFFICE.search(plain(own))
    if other is None:
        return False
    one, two = stems(office["office"]), stems(other["office"])
    return bool(one and two) and (one <= two or two <= one) and not stems(office["who"]) & stems(other["who"])


def _told(words: str) -> _Told:
    counts: dict[str, set[str]] = {}
    for date in (one for one in _DATE.finditer(words) if not one["named"]):
        counts.setdefault("date", set()).add(date[0])
    if majority := _MAJORITY.search(words):
        counts["majorite"] = {majority[0]}
    rest = _MAJORITY.sub(" ", _DATE.sub(" ", words))
    for found in _COUNT.finditer(rest):
        of = found["of"].rstrip("s")
        value = number(found["number"]) or found["number"]
        if of in _TIMES:
            counts.setdefault("", set()).add(f"{value} {of}")
        elif of in "€%" or len(of) > 2:
            counts.setdefault("€" if of == "euro" else of[:STEM], set()).add(str(value))
    return _Told(counts, stems(_COUNT.sub(lambda m: f" {m['of']}", rest)), {*_YEAR.findall(rest)})
