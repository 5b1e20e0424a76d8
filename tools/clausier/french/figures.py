"""Figures that a sentence changes without quoting them: « Le délai fixé à l'article 5 est porté de quinze à vingt jours »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clausier.french.clauses import without_lead
from clausier.french.context import in_context
from clausier.french.days import MONTH
from clausier.french.idioms import idioms_joined
from clausier.french.lexicon import FIGURES, OTHER_ACTS
from clausier.french.order import Order, Part
from clausier.french.phrases import read_sentence
from clausier.french.prepare import without_agreement
from clausier.french.quotations import CLOSE, MARK, OPEN, OWN
from clausier.french.tokens import tokens
from clausier.french.turns import CHANGING, TOLD, Amount, Figure, amounts, clauses, marked, without_marks
from clausier.text.regex import regex

_BLANK = r"[ \u00a0\u202f]"
_MEASURE = (
    r"(?:jours?|semaines?|mois|trimestres?|semestres?|ans?|années?|heures?|minutes?|euros?|F(?:CFP)?|francs?|points?|(?:[kM]|Md)?€|%|[km]?m[²³]?|[km]g|[kM]Wh?"
    rf"|[MG]bit/s|[MG]o|ha|litres?|tonnes?|(?:kilo)?mètres?)(?!\w)(?:{_BLANK}(?:HT|TTC|ouvrés|ouvrables|francs|calendaires|et{_BLANK}demie?)\b)?"
)
_SPELT = rf"(?:{'|'.join(FIGURES)})s?(?:[ -](?:et[ -])?(?:{'|'.join(FIGURES)}|une?)s?){{0,12}}(?:{_BLANK}\(\d+\))?"
_NUMBER = rf"(?:(?:\d{{1,3}}(?:{_BLANK}\d{{3}}){{1,4}}|\d{{1,12}})(?:,\d{{1,4}})?|{_SPELT})"
_MEASURED = rf"(?<![\w-])(?<!\d[.,])(?P<number>{_NUMBER}|une?){_BLANK}?(?P<measure>{_MEASURE})"
MEASURED = regex(_MEASURED, re.IGNORECASE)
COUNTED = rf"(?<![\w-])(?<!\d[.,])(?P<number>{_NUMBER}){_BLANK}"  # before what is counted
# « le travail un jour férié » says no figure.
_ONE = regex(rf"\b(une?)(?={_BLANK}(?:jour|mois|an|année|heure|semaine|minute)\b)", re.IGNORECASE)
# Those of a measure, and days, are told before the places are, the others behind them (« à l'article 3 »).
_FIGURES = (
    regex(rf"(?<![\w-])\d{{1,2}}(?:er)?{_BLANK}(?:{MONTH})(?:{_BLANK}\d{{4}})?(?!\w)|{_MEASURED}", re.IGNORECASE),
    regex(rf"(?<![\w°.,-]){_NUMBER}(?![\w-]|[.,]?\d)", re.IGNORECASE),
)

_NUMBERED = (
    r"(?:n° ?)?(?:premier|\d+(?:er)?(?:[.-]\d+)*(?: (?:bis|ter|quater))?|(?-i:[IVX]+(?:[.-]\d+)*|[A-Z]|[a-z]\)))"
)
_ORDINAL = r"(?:premi(?:er|ère)|\w+ième|seconde?|derni(?:er|ère)|avant-derni(?:er|ère)|même|\d+(?:er|re|e|ème|nde?))"
_STEP = (
    rf"(?:(?:{_ORDINAL} )?(?:article|annexe|alinéa|paragraphe|tiret|phrase|tableau|préambule)\b(?: {_NUMBERED}(?!\w))?(?: {OPEN}\d+{CLOSE})?"
    rf"|{_ORDINAL} point\b|point (?:{_NUMBERED}|(?-i:[a-z]))(?![\w'’])"  # « la valeur du point » names none
    rf"|ligne (?={OPEN}){OPEN}\d+{CLOSE}|(?-i:\d+(?:[.-]\d+)+|[IVX]+(?:[.-]\d+)*|\d+°|[a-z]\)|[a-z](?= (?:de |du )))(?![\w'’]))"
)
_ACT = (
    rf"(?:(?:de la |du |des |de l['’])(?:présente?s? |même )?(?:accord|convention|avenant|{'|'.join(OTHER_ACTS)})\b"
    rf"(?: (?:constitutive|initiale?|collective?|nationale?|cadre|de travail|précitée?|susvisée?|n° ?\d+|(?:conclue? le |signée? le |du ){TOLD}))*|de l['’]{OWN})"
)
_CHAIN = rf"(?P<chain>{_STEP}(?:,? (?:à |de )?(?:l['’]|la |du |au )?{_STEP})*(?: {_ACT})?)"
_PLACE = regex(
    rf"(?:\(|\A(?:l['’]|l[ea] )?(?={_STEP}[^,;\ue100-\ue500]*? (?:voit|(?:est|sont) (?:ainsi )?modifiée?s?[^,;]* ?:))"
    r"|(?:,? ?(?:(?:tel(?:le)?s? qu(?:['’]|e ))?(?:prévu|fixé|mentionné|visé|figurant|inscrit|défini|stipulé|indiqué)e?s? )"
    r"|(?<!\w)(?:quant |s['’]agissant )?)(?:à|aux?|dans|sous|par|sur|du|de|pour|en application de|en vertu de|au titre de)(?: l['’]|(?: l[ea])? )|\A)"
    rf"{_CHAIN}(?:\)|,|(?= )| :|\Z)",
    re.IGNORECASE,
)
_TO_IT = regex(r"\A(?:à la |à l['’]|à |aux? |du |de la |de l['’]|de )", re.IGNORECASE)
_DAY = rf"\d{{1,2}}(?:er)? (?:{MONTH}) \d{{4}}"
_SINCE = regex(
    rf"(?:,? |\A)(?:[àa] (?:compter|partir|dater) d|avec effet (?:au|du|à|rétroactif)|dès le (?={_DAY}))(?:(?! (?:et|ou) )[^,;:.«»]){{3,60}}(?<! )"
    rf"|\Aau {_DAY}(?=,)|(?<=[€%s]) au {_DAY}\Z",
    re.IGNORECASE,
)
# What such a clause says beside since when: until when, for whom, on what condition.
_NARROWS = regex(
    r"\b(?:jusqu|pour|seul\w*|uniquement|seulement|si|sauf|hors|tant|lorsque?|quand|concernant|chez)\b", re.IGNORECASE
)
# « 20 jours à compter de la réception » says how they are counted.
_LASTS = regex(r"(?:jour|semaine|mois|trimestre|semestre|ans?\b|année|heure|minute)", re.IGNORECASE)
# What says why, or what stays, and changes nothing.
_BESIDE = regex(
    r",? (?:par suite|en raison|compte tenu|du fait|à la suite|suite à|afin de|pour tenir compte|eu égard|conformément)\b[^\ue100-\ue500]*\Z"
    rf"|,? \(?soit (?:une |un )?(?:augmentation|hausse|baisse|revalorisation|diminution|majoration|réduction) d[^;]*\Z"
    rf"|, [^,;:\ue100-\ue500]* (?:restant|demeurant) (?:inchangée?s?|fixée?s? à (?P<kept>{TOLD}))\Z",
    re.IGNORECASE,
)
# « l'article 5 (Inscriptions) »: its heading.
_HEADING = regex(
    r"(?<=\d) \((?!(?:pour|dont|seul|unique|exclu|hors|sauf|hormis|concernant|chez|cas)\w*\b)(?-i:[A-ZÀ-Ý])[^()\d\ue000-\uf8ff]*\)",
    re.IGNORECASE,
)
# « , soit 250 €, est porté à … », « , fixé à 22 heures, passe à … »: what the figure is, told beside its noun.
_NAMELY = regex(
    rf"(?:,? \(|, | (?=soit ))(?:actuellement |initialement |précédemment )?(?:soit|(?:fixée?s?|établie?s?|arrêtée?s?) à|de)"
    rf" (?P<old>{TOLD})\)?,?(?= (?:est|sont|sera|seront|passe(?:nt|ra|ront)?) )",
    re.IGNORECASE,
)
_UNSURE = regex(r"\b(?:ne|pas|si|sauf|hormis|lorsque?|quand|dès|peu(?:ven)?t|pourr\w+)\b", re.IGNORECASE)
_LEAD = regex(
    r"\A[^:\ue100-\ue500]{0,80}(?:modifi|corrig|rectifi|actualis)\w*(?: comme suit| ainsi(?: qu['’]il suit)?)? ?:",
    re.IGNORECASE,
)
_NOW_SAID = regex(r"\b(?:désormais|dorénavant)\b", re.IGNORECASE)
_NOISE = regex(r",? (?:désormais|donc|dorénavant|respectivement|ainsi),?(?= )| y(?= )", re.IGNORECASE)

_MOST_JOINTS = 4  # a sentence that has more says more than two clauses, and each is tried
_JOINT = regex(r",? et(?! non\b),? |; (?:et )?", re.IGNORECASE)
# « ; au deuxième alinéa, … », « et, à l'article 4, … »
_AND_THERE = regex(rf"(?:;(?: et)?|,? et),? (?=(?:à|aux?|dans|sur)(?: l['’]|(?: l[ea])? ){_STEP})", re.IGNORECASE)
_DATED = regex(rf"\b(?:{MONTH}|(?:19|20)\d\d)\b", re.IGNORECASE)
# Others since when the act may be in force; not « à compter du troisième mois », which is of the matter itself.
_EVENT = regex(
    r"\b(?:vigueur|signature|rentrée|exercice|saison|campagne|notification|publication|extension|dépôt|exécutoire|prochaine?|suivante?)\b",
    re.IGNORECASE,
)


def figures_told(masked: str) -> tuple[Figure, ...]:
    """The figures that a sentence changes; none where it says more than that. Quotations stand in it by their numbers."""
    if not CHANGING.search(masked):
        return ()
    ordering = re.sub(r"\s+", " ", _ordering(masked)).strip(" .;,")
    parts = _AND_THERE.split(re.sub(r"\AA (?=l['’]|la )", "À ", ordering))
    every = [_of_one_place(part) or _of_one_place(_ONE.sub("\\1\ue600", part)) for part in parts]
    dated = [bool(one and one[0].when) for one in every]
    if not all(every) or (len({*dated}) > 1 and (any(dated[:-1]) or not dated[-1])):
        return ()
    found: list[Figure] = []
    for here in every:
        around = found[-1].place if found else ()
        found += [replace(one, place=_in_full(one.place, around)) for one in here]
    return tuple(
        replace(one, when=one.when or found[-1].when, noun=_shown(one.noun), tail=_shown(one.tail)) for one in found
    )


def with_amounts(masked: str, quotations: Sequence[str]) -> str:
    """A sentence with each amount that it quotes as if it did not: « le taux de « 5 % » est porté, pour l'année, à « 6 % » »."""
    return MARK.sub(lambda m: words if MEASURED.fullmatch(words := quotations[int(m[1])].strip()) else m[0], masked)


def _shown(words: str) -> str:
    return words.replace("\ue600", "")


def figures_beside(masked: str) -> tuple[tuple[Figure, ...], tuple[Order, ...]]:
    """The figures that one clause of a sentence changes, and what the other orders: « … est portée à 16 € et le deuxième alinéa est supprimé »."""
    joints = list(_JOINT.finditer(masked)) if CHANGING.search(masked) else []
    for joint in joints if len(joints) <= _MOST_JOINTS else ():
        clauses_of_it = masked[: joint.start()], masked[joint.end() :]
        for one, other in (clauses_of_it, clauses_of_it[::-1]):
            figures, reading = figures_told(one), read_sentence(f"{other.strip(' .;')}.")
            placed = all(one.place and not one.words and not one.when for one in reading.orders)
            if not (figures and reading.orders and placed) or reading.acts or any(f.when for f in figures):
                continue
            if one is clauses_of_it[0]:
                place = figures[0].place
                return figures, tuple(in_context(order, place, place, ()) for order in reading.orders)
            place = reading.orders[-1].place
            if reading.orders[-1].verb in {"repeal", "delete"} and not all(f.place for f in figures):
                continue  # « L'article 3 est abrogé et la prime est portée à 8 € »: it is in none that is gone
            return tuple(replace(f, place=_in_full(f.place, place)) for f in figures), reading.orders
    return (), ()


def _ordering(masked: str) -> str:
    """A sentence without the clauses before it that say why, or who agrees to it."""
    stream, opened = idioms_joined(list(tokens(masked))), False
    while stream:
        then = stream[1:] if opened and stream[0].kind == "AND" else stream
        rest = without_lead(then, masked) or without_agreement(then)
        opened = len(rest) < len(then)
        if not opened:
            return masked[then[0].start :]
        stream = rest
    return ""


def _of_one_place(part: str) -> tuple[Figure, ...]:
    """The figures that a clause changes, or several which name one place together."""
    told: list[Amount] = []
    chains: list[str] = []

    def taken(found: re.Match[str]) -> str:
        chains.append(without_marks(found["chain"], told))
        return " "

    since = _SINCE.search(part)
    when = since[0].strip(" ,") if since else ""
    if _NARROWS.search(when):
        return ()
    rest = _HEADING.sub("", part.replace(since[0], "") if since else part).strip(" .;,")
    rest = marked(_FIGURES[1], _PLACE.sub(taken, marked(_FIGURES[0], rest, told)), told)
    if not told or OPEN in rest:
        return ()
    now = _NOW_SAID.search(rest) is not None
    rest = _NOISE.sub("", re.sub(r", {2,}", " ", rest))
    rest = _NAMELY.sub(r" de \g<old>", re.sub(r" +", " ", rest).replace(" ,", ",").strip(" ,:"))
    beside = _BESIDE.search(rest)
    rest = rest[: beside.start()] if beside else rest
    found = () if _UNSURE.search(rest) else clauses(_LEAD.sub("", rest).strip(), told, now=now)
    if found and beside and beside["kept"]:
        (kept,) = amounts(beside["kept"], told)
        found = (*found, Figure(old=kept, new=kept))
    placed = _placed(chains) if found else None
    if placed is None or (since and len(found) > 1 and since.start() and since.end() < len(part)):
        return ()
    dated = _DATED.search(when) is not None
    event = _EVENT.search(when) is not None
    return tuple(
        replace(one, place=placed[0], acts=placed[1], tail=f"{one.tail} {when}")
        if when and not dated and (not event or _LASTS.match(one.new.measure))
        else replace(one, place=placed[0], acts=placed[1], when=when)
        for one in found
    )


def _in_full(place: tuple[Part, ...], around: tuple[Part, ...]) -> tuple[Part, ...]:
    """A place as the clause before it says it: « au deuxième alinéa du même article »."""
    return in_context(Order("replace_words", place), around, around, ()).place if around else place


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
