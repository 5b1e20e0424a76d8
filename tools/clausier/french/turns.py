"""How a clause says from what to what a figure goes, or only to what: « passe de trois à cinq ans », « est porté à 8 € »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from clausier.french.order import Part
from clausier.text.regex import regex

_FIRST, _MOST = 0xE100, 0x400
TOLD = f"[{chr(_FIRST)}-{chr(_FIRST + _MOST)}]"  # the figure of a rank, in the sentence that is read
_ROW = regex(
    rf"(?:à|sur|dans|pour) la ligne (?:relative )?(?:du |de la |de l['’]|des |d['’]|de |à la |à l['’]|aux? )?(?P<row>[^,;:()\ue100-\ue500]{{1,80}}?),? (?={TOLD}|l[ea] |l['’])",
    re.IGNORECASE,
)
_OF = r"(?:de |d['’]|du |des )"
_ABOUT = rf"(?:{_OF}|(?:(?:relati|afférent|applicable)\w* )(?:à la |à l['’]|à |aux? )|concernant (?:l[ea]s? |l['’])|pour (?:l[ea]s? |l['’]))"
_TO = r"(?:à |aux? |en |par |pour |comme étant de )"
_LIST = rf"{TOLD}(?:(?:,| et) (?:l[ea] |à |au |{_OF})?{TOLD})*"
_OLD, _NEW = rf"(?P<old>{_LIST})", rf"(?P<new>{_LIST})"
_SAME = rf"(?:(?:l[ea]s? |l['’]|une? |celui |celle |ceux )?(?P<again>[^,;:()\ue100-\ue500]{{0,40}}?){_OF}?)?"
# Words of a noun, or behind a figure: of another clause there is none among them.
_WORDS = r"(?:(?! (?:est|sont|sera|seront) )[^,;:()\ue100-\ue500])"
_NOUN = rf"(?:l['’]|l[ea]s? |son |sa |une? )?(?P<noun>{_WORDS}{{2,90}}?)"
_CHANGED = (
    "port|ramen|relev|rehauss|abaiss|rédui|augment|diminu|fix|avanc|recul|chang|modifi|élev|rectifi|corrig"
    "|revaloris|réévalu|actualis|allong|prolong|raccourci|report|repouss|major|minor|établi|arrêt"
)
_TO_CHANGE = (
    "porter|ramener|relever|rehausser|abaisser|réduire|augmenter|diminuer|fixer|élever|revaloriser|faire passer"
)
_MADE = rf"(?:est|sont|sera|seront) (?:supprimée?s? et )?(?:(?:augment|revaloris|réévalu|actualis|relev|major|rehauss)\w* et )?(?:remplac|{_CHANGED})\w* "
_GOES = r"(?:passe(?:nt|r|ra|ront)?|évolue(?:nt|ra|ront)?) "
_TAIL = rf"(?P<tail>(?: (?=[^\W\d_]){_WORDS}*)?)"
_BEFORE = r"(?: précédemment| auparavant| actuellement| jusqu['’](?:ici|alors))?"
_NO_LONGER = r"(?:et non plus|et non|au lieu|contre|en lieu et place)"
_IN_PLACE_OF = rf"(?:au |à la |à l['’]|à |aux )(?:{_NOUN} {_OF})?{_OLD}"
# How a sentence says from what to what; the last ones, only to what.
_TURNS = tuple(
    regex(turn, re.IGNORECASE)
    for turn in (
        rf"(?!les [^,]*?{_OF}{TOLD} (?:sont|passent|deviennent))(?:{_NOUN} {_OF}?)?{_OLD},? (?:{_MADE}{_TO}|{_GOES}{_TO}|devien(?:t|nent) ){_SAME}{_NEW}{_TAIL}",
        rf"(?:voi(?:t|en) )?{_NOUN} (?:{_MADE}|{_GOES}){_OF}{_OLD} {_TO}{_NEW}{_TAIL}",
        rf"{_NOUN} (?:{_MADE}à |(?:est|sont) (?:l[ea] |{_OF}|à )?|s['’](?:élèv|établi)\w* à ){_NEW},? \(?{_NO_LONGER} (?:à |{_OF})?{_OLD}{_BEFORE}\)?",
        rf"{_NOUN} (?:n['’]est|ne sont) plus (?:fixée?s? )?(?:à |{_OF}){_OLD},? mais (?:à |{_OF}){_NEW}{_TAIL}",
        rf"(?:en lieu et place|au lieu) {_OF}{_OLD},? (?:est inscrite?|(?:il (?:faut|y a lieu de|convient de) )?lire) {_SAME}{_NEW}",
        rf"(?:{_TO_CHANGE}) {_OF}{_OLD} à {_NEW} (?=l[ea]s? |l['’]){_NOUN}",
        rf"(?:remplacer|{_TO_CHANGE}) (?:(?!{_OF}){_NOUN} )?{_OF}?{_OLD} (?:par|à) {_SAME}{_NEW}{_TAIL}",
        rf"(?:{_TO_CHANGE}) (?=l[ea]s? |l['’]){_NOUN} à {_NEW}{_TAIL}",
        rf"(?:il (?:faut|y a lieu de|convient de) )?lire {_SAME}{_NEW} (?:en lieu et place|au lieu) {_OF}(?:{_NOUN} {_OF})?{_OLD}",
        rf"{_SAME}{_NEW} (?:(?:est|sont) substituée?s?|se substitue(?:nt)?) {_IN_PLACE_OF}",
        rf"{_IN_PLACE_OF} (?:est|sont) substituée?s? {_SAME}{_NEW}",
        rf"il est substitué {_IN_PLACE_OF} {_SAME}{_NEW}",
        rf"{_NOUN} (?:{_MADE}|{_GOES})(?:{_OF}(?P<by>{TOLD}),? (?:pour|et) (?:être|est) (?:port|ramen)ée?s? )?à {_NEW}{_TAIL}",
    )
)
_NOW = regex(rf"{_NOUN} (?:(?:est|sont) {_OF}|s['’](?:élèv|établi)\w* à ){_NEW}{_TAIL}", re.IGNORECASE)
_EXCHANGED = regex(rf"(?:{_NOUN} {_OF}?)?{_OLD} sont (?:inversé|interverti|permuté)e?s", re.IGNORECASE)
_OTHER = regex(
    rf"(?P<that>celui|celle|ceux) (?P<of>{_ABOUT}[^,;:()\ue100-\ue500]{{1,60}}?) (?=(?:{_GOES})?(?:{_OF}{TOLD} )?à {TOLD})",
    re.IGNORECASE,
)
_INSTEAD = regex(
    rf"(?P<new>{TOLD})(?P<tail>[^,;:()\ue100-\ue500]*) \((?:au lieu|contre|en lieu et place) {_OF}(?P<old>{TOLD}){_BEFORE}\)",
    re.IGNORECASE,
)
_SAYS_NO_MORE = regex(r"(?:montant|somme|date|chiffre|nombre|taux)s?", re.IGNORECASE)
_UNIT = regex(
    r"(?:articles?|annexes?|alinéas?|paragraphes?|points?|tirets?|titres?|chapitres?|sections?|n°)\Z", re.IGNORECASE
)
# What one of the turns needs: it compiles, and finds nothing, in no time.
CHANGING = regex(
    rf"\b(?:est|sont|sera|seront|être)[ \u00a0](?:[\w'’]+[ \u00a0]){{0,3}}?(?:{_CHANGED}|remplac|substitu|invers|interver|permut|inscri)"
    rf"|\b(?:passe(?:nt|r|ra|ront)?|évolue\w*|devien(?:t|nent)|désormais|dorénavant|lieu|substitue(?:nt)?|remplacer|{_TO_CHANGE}|lire)\b|\bs['’](?:élèv|établi)|\bplus\b.*\bmais\b",
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


def clauses(rest: str, told: Sequence[Amount], *, now: bool) -> tuple[Figure, ...]:
    """The figures of each clause, as of « 12 € devient 13 € et 15 € devient 17 € », where each says one."""
    for parts in (
        [rest],
        rest.split(";"),
        re.split(r" et (?=celui |celle |ceux )|;", rest),
        re.split(r" et (?!non)|;", rest),
    ):
        found = [tuple(_turn(_named(part.strip(" ,"), parts[0]), told, now=now)) for part in parts]
        if all(found):
            return tuple(one for figures in found for one in figures)
    return ()


def _named(clause: str, first: str) -> str:
    """« celle de Vaas à 30 % » with what the clause before says it of."""
    other = _OTHER.match(clause)
    noun = other and re.match(rf"(?:l[ea]s? |l['’])(?P<head>[^ ]+) {_ABOUT}", first, re.IGNORECASE)
    return (
        f"la {noun['head']} {other['of']} passe {clause[other.end() :].removeprefix('passe ')}"
        if other and noun
        else clause
    )


def _turn(clause: str, told: Sequence[Amount], *, now: bool) -> Iterator[Figure]:
    """The figures of a clause; none where it says more."""
    if exchanged := _EXCHANGED.fullmatch(clause):
        pair = amounts(exchanged["old"], told)
        if len(pair) == 2:
            yield from (Figure(old=a, new=b, noun=exchanged["noun"] or "") for a, b in (pair, pair[::-1]))
        return
    instead = list(_INSTEAD.finditer(clause))
    if instead and 2 * len(instead) == len(re.findall(TOLD, clause)):
        starts = (0, *(one.end() for one in instead))
        for start, one in zip(starts, instead, strict=False):  # « maternelle, 680 € pour l'année (au lieu de 640 €) »
            (old,), (new,) = amounts(one["old"], told), amounts(one["new"], told)
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
    if _UNIT.match(noun):
        return  # « l'article 4 devient l'article 3 »
    noun = f"{noun} {row['row']}".strip() if row else noun
    news, olds = amounts(said["new"], told), amounts(said.get("old") or "", told)
    if len(news) == len(olds) or (len(news) == 1 and not olds):
        by = amounts(said.get("by") or "", told)
        for rank, new in enumerate(news):
            yield Figure(
                old=olds[rank] if olds else None,
                new=new,
                noun=noun,
                tail=said.get("tail") or "",
                by=by[0] if by else None,
            )


def marked(pattern: re.Pattern[str], words: str, told: list[Amount]) -> str:
    """Words with a mark for each figure that the pattern finds, which `told` then has at the rank of its mark."""

    def mark(found: re.Match[str]) -> str:
        own = found.groupdict()
        told.append(Amount(own["number"], own["measure"]) if own.get("measure") else Amount(found[0]))
        return chr(_FIRST + len(told) - 1)

    return pattern.sub(mark, words)


def without_marks(words: str, told: Sequence[Amount]) -> str:
    """Words with their figures as typed."""
    return re.sub(TOLD, lambda mark: _typed(*amounts(mark[0], told)), words)


def _typed(amount: Amount) -> str:
    return f"{amount.number} {amount.measure}".strip()


def amounts(marks: str, told: Sequence[Amount]) -> list[Amount]:
    """The figures of which words have the marks."""
    return [told[ord(mark) - _FIRST] for mark in re.findall(TOLD, marks)]
