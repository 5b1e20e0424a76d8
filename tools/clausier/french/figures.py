"""Figures that a sentence changes without quoting them: « Le délai fixé à l'article 5 est porté de quinze à vingt jours »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.french.days import MONTH
from clausier.french.lexicon import FIGURES, OTHER_ACTS
from clausier.french.order import Part
from clausier.french.phrases import read_sentence
from clausier.french.quotations import CLOSE, OPEN, OWN
from clausier.text.regex import regex

_BLANK = r"[ \u00a0\u202f]"
_MEASURE = (
    r"(?:jours?|semaines?|mois|trimestres?|semestres?|ans?|années?|heures?|minutes?|euros?|(?:[kM]|Md)?€|%|[km]?m[²³]?|[km]g|[kM]Wh?"
    rf"|[MG]bit/s|[MG]o|ha|litres?|tonnes?)(?!\w)(?:{_BLANK}(?:HT|TTC|ouvrés|ouvrables|francs|calendaires)\b)?"
)
_SPELT = rf"(?:{'|'.join(FIGURES)})s?(?:[ -](?:et[ -])?(?:{'|'.join(FIGURES)}|une?)s?){{0,12}}(?:{_BLANK}\(\d+\))?"
_NUMBER = rf"(?:(?:\d{{1,3}}(?:{_BLANK}\d{{3}}){{1,4}}|\d{{1,12}})(?:,\d{{1,4}})?|{_SPELT})"
_MEASURED = rf"(?<![\w-])(?<!\d[.,])(?P<number>{_NUMBER}|une?){_BLANK}?(?P<measure>{_MEASURE})"
MEASURED = regex(_MEASURED, re.IGNORECASE)
# Those of a measure, and days, are told before the places are, the others behind them (« à l'article 3 »).
_FIGURES = (
    regex(rf"(?<![\w-])\d{{1,2}}(?:er)?{_BLANK}(?:{MONTH})(?:{_BLANK}\d{{4}})?(?!\w)|{_MEASURED}", re.IGNORECASE),
    regex(rf"(?<![\w°.,-]){_NUMBER}(?![\w-]|[.,]?\d)", re.IGNORECASE),
)
_FIRST, _MOST = 0xE100, 0x400
_F = f"[{chr(_FIRST)}-{chr(_FIRST + _MOST)}]"  # the figure of a rank, in the sentence that is read

_NUMBERED = (
    r"(?:n° ?)?(?:premier|\d+(?:er)?(?:[.-]\d+)*(?: (?:bis|ter|quater))?|(?-i:[IVX]+(?:[.-]\d+)*|[A-Z]|[a-z]\)))"
)
_ORDINAL = r"(?:premi(?:er|ère)|\w+ième|seconde?|derni(?:er|ère)|avant-derni(?:er|ère)|même)"
_STEP = (
    rf"(?:(?:{_ORDINAL} )?(?:article|annexe|alinéa|paragraphe|point|tiret|phrase|tableau|préambule)\b(?: {_NUMBERED}(?!\w))?"
    rf"|ligne (?={OPEN}){OPEN}\d+{CLOSE}|(?-i:\d+(?:[.-]\d+)+|[IVX]+(?:[.-]\d+)*|\d+°|[a-z]\))(?![\w'’]))"
)
_ACT = rf"(?:(?:de la |du |des |de l['’])(?:présente?s? )?(?:accord|convention|{'|'.join(OTHER_ACTS)})(?: constitutive| initiale?)?\b|de l['’]{OWN})"
_CHAIN = rf"(?P<chain>{_STEP}(?:,? (?:à |de )?(?:l['’]|la |du |au )?{_STEP})*(?: {_ACT})?)"
_PLACE = regex(
    rf"(?:\(|\A(?:l['’]|l[ea] )?(?={_STEP}[^,;\ue100-\ue500]*? (?:voit|(?:est|sont) (?:ainsi )?modifiée?s?[^,;]* ?:))"
    r"|(?:,? ?(?:(?:tel(?:le)?s? qu['’])?(?:prévu|fixé|mentionné|visé|figurant|inscrit|défini|stipulé|indiqué)e?s? )"
    r"|(?<!\w)(?:quant |s['’]agissant )?)(?:à|aux?|dans|sous|par|sur|du|de|pour)(?: l['’]|(?: l[ea])? )|\A)"
    rf"{_CHAIN}(?:\)|,|(?= )| :|\Z)",
    re.IGNORECASE,
)
_TO_IT = regex(r"\A(?:à la |à l['’]|à |aux? |du |de la |de l['’]|de )", re.IGNORECASE)
_SINCE = regex(r"(?:,? |\A)[àa] (?:compter|partir) d[^,;:.«»]{3,60}", re.IGNORECASE)
# « 20 jours à compter de la réception » says how they are counted.
_LASTS = regex(r"(?:jour|semaine|mois|trimestre|semestre|ans?\b|année|heure|minute)", re.IGNORECASE)
# What says why, or what stays, and changes nothing.
_BESIDE = regex(
    rf",? (?:par suite|en raison|compte tenu|du fait|à la suite|suite à)\b[^\ue100-\ue500]*\Z|, [^,;:\ue100-\ue500]* (?:restant|demeurant) (?:inchangée?s?|fixée?s? à (?P<kept>{_F}))\Z",
    re.IGNORECASE,
)
_UNSURE = regex(r"\b(?:ne|pas|si|sauf|hormis|lorsque?|quand|dès|peu(?:ven)?t|pourr\w+)\b", re.IGNORECASE)
_LEAD = regex(
    r"\A[^:\ue100-\ue500]{0,80}(?:modifi|corrig|rectifi|actualis)\w*(?: comme suit| ainsi(?: qu['’]il suit)?)? ?:",
    re.IGNORECASE,
)
_NOISE = regex(r",? (?:désormais|donc|dorénavant|respectivement|ainsi),?(?= )| y(?= )", re.IGNORECASE)

_ROW = regex(
    rf"(?:à|sur|dans|pour) la ligne (?:relative )?(?:du |de la |de l['’]|des |d['’]|de |à la |à l['’]|aux? )?(?P<row>[^,;:()\ue100-\ue500]{{1,80}}?),? (?={_F}|l[ea] |l['’])",
    re.IGNORECASE,
)
_OF = r"(?:de |d['’]|du |des )"
_TO = r"(?:à |aux? |en |par |pour |comme étant de )"
_LIST = rf"{_F}(?:(?:,| et) (?:l[ea] |à |au |{_OF})?{_F})*"
_OLD, _NEW = rf"(?P<old>{_LIST})", rf"(?P<new>{_LIST})"
_SAME = rf"(?:(?:l[ea]s? |l['’]|une? |celui |celle |ceux )?(?P<again>[^,;:()\ue100-\ue500]{{0,40}}?){_OF}?)?"
_NOUN = r"(?:l['’]|l[ea]s? |son |sa |une? )?(?P<noun>[^,;:()\ue100-\ue500]{2,90}?)"
_MADE = (
    r"(?:est|sont|sera|seront) (?:supprimée?s? et )?(?:remplac|port|ramen|relev|rehauss|abaiss|rédui|augment|diminu|fix|avanc|recul"
    r"|chang|modifi|élev|rectifi|corrig)\w* "
)
_GOES = r"passe(?:nt|r|ra|ront)? "
_TAIL = r"(?P<tail>(?: [^\W\d_][^,;:()\ue100-\ue500]*)?)"
_BEFORE = r"(?: précédemment| auparavant| actuellement| jusqu['’](?:ici|alors))?"
_NO_LONGER = r"(?:et non plus|et non|au lieu|contre|en lieu et place)"
# How a sentence says from what to what; the last ones, only to what.
_TURNS = tuple(
    regex(turn, re.IGNORECASE)
    for turn in (
        rf"(?!les [^,]*?{_OF}{_F} (?:sont|passent|deviennent))(?:{_NOUN} {_OF}?)?{_OLD},? (?:{_MADE}{_TO}|{_GOES}{_TO}|devien(?:t|nent) ){_SAME}{_NEW}{_TAIL}",
        rf"(?:voi(?:t|en) )?{_NOUN} (?:{_MADE}|{_GOES}){_OF}{_OLD} {_TO}{_NEW}{_TAIL}",
        rf"{_NOUN} (?:{_MADE}à |(?:est|sont) (?:l[ea] |{_OF}|à )?|s['’](?:élèv|établi)\w* à ){_NEW},? \(?{_NO_LONGER} (?:à |{_OF})?{_OLD}{_BEFORE}\)?",
        rf"{_NOUN} (?:n['’]est|ne sont) plus (?:fixée?s? )?(?:à |{_OF}){_OLD},? mais (?:à |{_OF}){_NEW}{_TAIL}",
        rf"(?:en lieu et place|au lieu) {_OF}{_OLD},? (?:est inscrite?|(?:il (?:faut|y a lieu de|convient de) )?lire) {_SAME}{_NEW}",
        rf"(?:remplacer|porter|ramener) (?:{_NOUN} )?{_OF}?{_OLD} (?:par|à) {_SAME}{_NEW}",
        rf"{_NOUN} (?:{_MADE}|{_GOES})(?:{_OF}(?P<by>{_F}),? (?:pour|et) (?:être|est) (?:port|ramen)ée?s? )?à {_NEW}{_TAIL}",
    )
)
_NOW = regex(rf"{_NOUN} (?:(?:est|sont) {_OF}|s['’](?:élèv|établi)\w* à ){_NEW}{_TAIL}", re.IGNORECASE)
_EXCHANGED = regex(rf"(?:{_NOUN} {_OF}?)?{_OLD} sont (?:inversé|interverti|permuté)e?s", re.IGNORECASE)
_OTHER = regex(
    rf"(?P<that>celui|celle|ceux) (?P<of>{_OF}[^,;:()\ue100-\ue500]{{1,60}}?) (?=(?:{_GOES})?à {_F})", re.IGNORECASE
)
_INSTEAD = regex(
    rf"(?P<new>{_F})(?P<tail>[^,;:()\ue100-\ue500]*) \((?:au lieu|contre|en lieu et place) {_OF}(?P<old>{_F}){_BEFORE}\)",
    re.IGNORECASE,
)
_NOW_SAID = regex(r"\b(?:désormais|dorénavant)\b", re.IGNORECASE)
_SAYS_NO_MORE = regex(r"(?:montant|somme|date|chiffre|nombre|taux)s?", re.IGNORECASE)
# What one of the turns needs: it compiles, and finds nothing, in no time.
_MAY_BE = regex(
    r"\b(?:est|sont|sera|seront|être)[ \u00a0](?:[\w'’]+[ \u00a0]){0,3}?(?:port|ramen|relev|rehauss|abaiss|rédui|augment|diminu|fix|avanc|recul"
    r"|chang|modifi|élev|rectifi|corrig|remplac|invers|interver|permut|inscri)"
    r"|\b(?:passe(?:nt|r|ra|ront)?|devien(?:t|nent)|désormais|dorénavant|lieu|remplacer|porter|ramener|lire)\b|\bs['’](?:élèv|établi)|\bplus\b.*\bmais\b",
    re.IGNORECASE | re.DOTALL,
)


class Amount(Struct, frozen=True):
    """A number and its measure, as typed; a day has none."""

    number: str
    measure: str = ""


class Figure(Struct, frozen=True, kw_only=True):
    """A figure that is to be `new`: the `old` one where it is said, `noun` what it is said to be of, `tail` what is said behind it.

    `by` is by how much it is said to change, `place` where it stands, `acts` those that the place is said to be of, `when` since when,
    as written.
    """

    new: Amount
    old: Amount | None = None
    noun: str = ""
    tail: str = ""
    by: Amount | None = None
    place: tuple[Part, ...] = ()
    acts: tuple[str, ...] = ()
    when: str = ""


def figures_told(masked: str) -> tuple[Figure, ...]:
    """The figures that a sentence changes; none where it says more than that. Quotations stand in it by their numbers."""
    if not _MAY_BE.search(masked):
        return ()
    told: list[Amount] = []
    chains: list[str] = []

    def marked(found: re.Match[str]) -> str:
        own = found.groupdict()
        told.append(Amount(own["number"], own["measure"]) if own.get("measure") else Amount(found[0]))
        return chr(_FIRST + len(told) - 1)

    def taken(found: re.Match[str]) -> str:
        chains.append(found["chain"])
        return " "

    since = _SINCE.search(masked)
    rest = re.sub(r"\s+", " ", masked.replace(since[0], "") if since else masked).strip(" .;,")
    rest = _FIGURES[1].sub(marked, _PLACE.sub(taken, _FIGURES[0].sub(marked, rest)))
    if not told or OPEN in rest:
        return ()
    now = _NOW_SAID.search(rest) is not None
    rest = re.sub(r" +", " ", _NOISE.sub("", rest)).replace(" ,", ",").strip(" ,:")
    beside = _BESIDE.search(rest)
    rest = rest[: beside.start()] if beside else rest
    found = () if _UNSURE.search(rest) else _clauses(_LEAD.sub("", rest).strip(), told, now=now)
    if found and beside and beside["kept"]:
        (kept,) = _amounts(beside["kept"], told)
        found = (*found, Figure(old=kept, new=kept))
    placed = _placed(chains) if found else None
    if placed is None:
        return ()
    when = since[0].strip(" ,") if since else ""
    told_by_day = any(map(str.isdigit, when))
    return tuple(
        replace(one, place=placed[0], acts=placed[1], when=when)
        if told_by_day or not _LASTS.match(one.new.measure)
        else replace(one, place=placed[0], acts=placed[1], tail=f"{one.tail} {when}")
        for one in found
    )


def _placed(chains: Sequence[str]) -> tuple[tuple[Part, ...], tuple[str, ...]] | None:
    """The place that is named by words here and there of a sentence, and the acts that it is said to be of; None where it is none."""
    if not chains:
        return (), ()
    steps = [_TO_IT.sub("", step) for chain in chains for step in chain.split(", ")]
    for order in dict.fromkeys((tuple(steps), tuple(reversed(steps)))):
        reading = read_sentence(f"Au {', au '.join(order)}, {OPEN}98{CLOSE} est remplacé par {OPEN}99{CLOSE}.")
        if len(reading.orders) == 1 and reading.orders[0].words == (98, 99):
            return reading.orders[0].place, reading.acts
    return None


def _clauses(rest: str, told: Sequence[Amount], *, now: bool) -> tuple[Figure, ...]:
    """The figures of each clause, as of « 12 € devient 13 € et 15 € devient 17 € », where each says one."""
    for parts in ([rest], rest.split(";"), re.split(r" et (?!non)|;", rest)):
        found = [tuple(_turn(_named(part.strip(" ,"), parts[0]), told, now=now)) for part in parts]
        if all(found):
            return tuple(one for figures in found for one in figures)
    return ()


def _named(clause: str, first: str) -> str:
    """« celle de Vaas à 30 % » with what the clause before says it of."""
    other = _OTHER.match(clause)
    noun = other and re.match(rf"(?:l[ea]s? |l['’])(?P<head>[^ ]+) {_OF}", first, re.IGNORECASE)
    return (
        f"la {noun['head']} {other['of']} passe {clause[other.end() :].removeprefix('passe ')}"
        if other and noun
        else clause
    )


def _turn(clause: str, told: Sequence[Amount], *, now: bool) -> Iterator[Figure]:
    """The figures of a clause; none where it says more."""
    if exchanged := _EXCHANGED.fullmatch(clause):
        pair = _amounts(exchanged["old"], told)
        if len(pair) == 2:
            yield from (Figure(old=a, new=b, noun=exchanged["noun"] or "") for a, b in (pair, pair[::-1]))
        return
    instead = list(_INSTEAD.finditer(clause))
    if instead and 2 * len(instead) == len(re.findall(_F, clause)):
        starts = (0, *(one.end() for one in instead))
        for start, one in zip(starts, instead, strict=False):  # « maternelle, 680 € pour l'année (au lieu de 640 €) »
            (old,), (new,) = _amounts(one["old"], told), _amounts(one["new"], told)
            yield Figure(old=old, new=new, noun=f"{clause[start : one.start()]} {one['tail']}")
        return
    row = _ROW.match(clause)
    clause = clause[row.end() :] if row else clause
    turn = next((m for pattern in (*_TURNS, *((_NOW,) if now else ())) if (m := pattern.fullmatch(clause))), None)
    if turn is None:
        return
    said = turn.groupdict()
    noun, again = said.get("noun") or "", said.get("again") or ""
    if again.strip() and again.strip().lower() not in noun.lower() and not _SAYS_NO_MORE.fullmatch(again.strip()):
        return  # « le délai de 15 jours est remplacé par le délai de grâce de 20 jours » changes more
    noun = f"{noun} {row['row']}".strip() if row else noun
    news, olds = _amounts(said["new"], told), _amounts(said.get("old") or "", told)
    if len(news) == len(olds) or (len(news) == 1 and not olds):
        by = _amounts(said.get("by") or "", told)
        for rank, new in enumerate(news):
            yield Figure(
                old=olds[rank] if olds else None,
                new=new,
                noun=noun,
                tail=said.get("tail") or "",
                by=by[0] if by else None,
            )


def _amounts(marks: str, told: Sequence[Amount]) -> list[Amount]:
    return [told[ord(mark) - _FIRST] for mark in re.findall(_F, marks)]
