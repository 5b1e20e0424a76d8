"""What a sentence that orders nothing says otherwise than the text: another number of the same things, another holder of an office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.apply.plain import every_line, is_note, plain_lines
from clausier.author.apply.quiet import NAMED, NUMBER, of_itself
from clausier.french.asides import PURPOSE, tells_force
from clausier.french.lexicon import FIGURES
from clausier.model.provision import Provision
from clausier.rules.figures import number
from clausier.source.headings import number_key
from clausier.text.accents import without_accents
from clausier.text.numerals import MONTHS
from clausier.text.sentences import sentences
from clausier.text.typography import fold

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
_OPENING = re.compile(r"(?:(?:À|A) (?:compter|partir)|Dès|Pour|En|Dans|Toutefois|Ainsi)\b[^,;:«»]{0,80}, ")
_SENTENCE = re.compile(r"\W*(?:\d+[°.)]\s*)?(?!(?:Vu|Considérant|Attendu|Article)\b)[A-ZÀ-Ý]")
_LONG = re.compile(r"[a-z]{4,}")
_OF_NO_MATTER = frozenset(
    "pour dans avec cette leur leurs sont sera etre entre compter partir fixe fixee prevu prevue eleve desormais article articles peut mois jour jours semaine semaines heure heures annee annees".split()
)
_STEM = 6  # letters
# « Le montant prévu à l’article 5 »
_WHERE = re.compile(
    rf"(?:(?:prévu|fixé|mentionné|visé|figurant|inscrit)e?s? à|dans) l['’]{NAMED.pattern}(?! d[eu])", re.IGNORECASE
)
_PART = 4  # what a sentence of the text shares with one of the act is no small part of it
_OFFICE = re.compile(
    r"(?P<who>l(?:es? |a |')[^,;:«»]{3,80}?) (?:(?:est|sont|sera|seront)(?: desormais)? (?:(?:designe|nomme|choisi)e?s?(?: comme| en qualite de)? |l(?:es? |a |'))"
    r"|(?:assure|assume|exerce)(?:nt|ra|ront)? (?:l(?:es? |a |'))?(?:missions?|fonctions?|role) de )(?P<office>[^,;:«»]{4,120})"
)


class _Told(Struct, frozen=True):
    """What a sentence counts, by the noun; its long words, cut short; the years that it names."""

    counts: dict[str, set[str]]
    words: set[str]
    years: set[str]


def contradicted(sentence: str, text: Provision) -> str:
    """The sentence of the text, or the row of a table, that gives another number, or an office to another, than a sentence of an act.

    It is of the article that the sentence names, or shares half of its words; "" where there is none.
    """
    opening = _OPENING.match(sentence)
    rest = sentence[opening.end() :] if opening else sentence
    if (
        not (opening or _SENTENCE.match(rest))
        or of_itself(rest)
        or tells_force(rest)
        or PURPOSE.search(rest)
        or is_note(rest)
    ):
        return ""
    said, office = _told(_plain(sentence)), _OFFICE.search(_plain(rest))
    if not said.counts and not office:
        return ""
    where = _WHERE.search(sentence)
    keys = {number_key(n) for n in NUMBER.findall(where["numbers"])} if where else set()
    named = [p for p in text.walk() if p.number and number_key(p.number) in keys]
    for own, told in _each([line for p in named for line in plain_lines(p)] or every_line(text)):
        if _other_number(said, told, named=bool(named), row="|" in own) or (office and _other_holder(office, own)):
            return own
    return ""


def _each(lines: Iterable[str]) -> Iterator[tuple[str, _Told]]:
    """The sentences of lines, and their rows, of which a bare number counts what its column is headed by."""
    heads: list[str] = []
    for line in (one for one in lines if not is_note(one)):
        cells = [cell.strip() for cell in line.strip("| ").split("|")] if "|" in line else []
        heads = (cells and heads) or cells
        for own in [line] if cells else (line[slice(*ends)].strip() for ends in sentences(line)):
            told = _told(_plain(own))
            bare = [
                (cell, head) for cell, head in zip(cells, heads, strict=False) if re.fullmatch(r"\d+(?:,\d+)?", cell)
            ]
            counted = {word: {cell} for cell, head in bare for word in stems(head)}
            yield own, replace(told, counts={**told.counts, **counted}) if counted else told


def _other_number(said: _Told, told: _Told, *, named: bool, row: bool) -> bool:
    """Whether two sentences on one matter give different numbers of one thing, as « 12 voix » and « 10 voix »."""
    shared = len(said.words & told.words)
    alike = named or (shared and 2 * shared >= len(said.words) and _PART * shared >= len(told.words))
    if not (alike or (row and told.words and told.words <= said.words)) or (
        said.years and told.years and said.years != told.years
    ):
        return False
    return any(
        not said.counts[of] <= told.counts[of] and not told.counts[of] <= said.counts[of]
        for of in said.counts.keys() & told.counts.keys()
    )


def _other_holder(office: re.Match[str], own: str) -> bool:
    """Whether a sentence gives an office to another: « La région est le coordonnateur », « le département est désigné coordonnateur »."""
    other = _OFFICE.search(_plain(own))
    if other is None:
        return False
    one, two = stems(office["office"]), stems(other["office"])
    return bool(one and two) and (one <= two or two <= one) and not stems(office["who"]) & stems(other["who"])


@lru_cache(maxsize=4096)
def _told(plain: str) -> _Told:
    counts: dict[str, set[str]] = {}
    for date in (one for one in _DATE.finditer(plain) if not one["named"]):
        counts.setdefault("date", set()).add(date[0])
    if majority := _MAJORITY.search(plain):
        counts["majorite"] = {majority[0]}
    rest = _MAJORITY.sub(" ", _DATE.sub(" ", plain))
    for found in _COUNT.finditer(rest):
        of = found["of"].rstrip("s")
        value = number(found["number"]) or found["number"]
        if of in _TIMES:
            counts.setdefault("", set()).add(f"{value} {of}")
        elif of in "€%" or len(of) > 2:
            counts.setdefault("€" if of == "euro" else of[:_STEM], set()).add(str(value))
    return _Told(counts, stems(_COUNT.sub(lambda m: f" {m['of']}", rest)), {*_YEAR.findall(rest)})


def stems(words: str) -> set[str]:
    """The long words of a sentence, cut short, but those that say nothing of its matter."""
    return {word.rstrip("s")[:_STEM] for word in _LONG.findall(_plain(words)) if word not in _OF_NO_MATTER}


def _plain(words: str) -> str:
    return without_accents(fold(words).chars.lower())
