"""Sentences that no rule reads: which of them may yet change the text, and which only recite, announce or explain."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from clausier.author.apply.plain import every_line
from clausier.french import Itself, Said
from clausier.french.asides import not_upon_force, of_itself, purposes, says_it_stays, tells_force
from clausier.french.itself import without_itself
from clausier.french.whole import ends_or_lasts
from clausier.model.provision import Provision
from clausier.refs.lines.bearing import NAMED, NUMBER
from clausier.refs.lines.section import is_note
from clausier.source.headings import number_key
from clausier.text.typography import fold

UNIT = re.compile(
    r"\b(?:articles?|annexes?|préambule|alinéas?|paragraphes?|tirets?|tableaux?|grilles?|points?"
    r"|listes?|barèmes?|intitulés?|chapitres?|clauses?|mots?|termes?|phrases?)\b",
    re.IGNORECASE,
)
# Changes that need a new text, and those that a sentence can order by itself.
_WITH_A_TEXT = r"(?:modifi|rédig|complét|réécri|libell|actualis|mis à jour)\w*"
_BY_ITSELF = (
    r"(?:remplac|supprim|abrog|annul|insér|ajout|substitu|intégr|renomm|créé|rétabli|suspend|prorog|déplac|scind|exclu|retir|transfér"
    r"|réuni\w* en|renumérot)\w*"
)
_BE = r"(?<!\bse )(?:\b(?:est|sont|sera|seront)|(?<!été )(?<!été convenu )\bêtre)\s(?:\S+\s){0,4}?"
ORDERS = re.compile(
    rf"{_BE}(?:{_WITH_A_TEXT}|{_BY_ITSELF})"
    r"|(?<!s['’])\b(?:annulent|annule|remplacent|remplace|modifient|modifie|complètent|complète|suppriment|supprime|ajoute|abroge"
    r"|devient|deviennent)\b",
    re.IGNORECASE,
)
_ORDERS_BY_ITSELF = re.compile(
    rf"{_BE}{_BY_ITSELF}"
    r"|(?<!s['’])\b(?:annule|remplace|supprime|ajoute|abroge|insère|substitue|intègre|retire|rétablit)(?:nt)?\b|\b(?:devient|deviennent)\b"
    r"|\bn['’](?:est|ont|a|y a) plus\b|\A\W*article [^,;:]{1,20}[(:–-]\s?(?:abrogé|supprimé)e?\b|\bcomplété\w* (?:pour|afin)\b"
    r"|(?:\A|[,:] )(?:il faut )?(?:supprimer|abroger|ajouter|remplacer|insérer|retirer|compléter|retrancher)\b|\best (?:précis|ajout)é\w* (?:à|au)\b",
    re.IGNORECASE,
)
# Changes that the grammar does not read at all.
_NOT_DONE = re.compile(
    r"(?<!\bse )\b(?:est|sont|sera|seront)\s(?:\S+\s){0,2}?(?:suspend|prorog|déplac|scind|réuni\w* en|renumérot|actualis|mis à jour|exclu|retir)\w*",
    re.IGNORECASE,
)
# What says how a text is worded today, or was changed before, orders nothing.
_RECITES = re.compile(
    r"\b(?:définit|définissent|détermine|déterminent|prévoit|prévoient|dispose|disposent|stipule|stipulent|énonce|est actuellement rédigée?"
    rf"|(?:a|ont|avait|avaient) été {_BY_ITSELF})\b.*:\W*$",
    re.IGNORECASE | re.DOTALL,
)
# « … est remplacé par « … » », however the rest of the sentence is worded.
_OF_WORDS = re.compile(
    r"»[^«»]{0,60}\b(?:remplac|supprim|substitu|insér|ajout|retir|suivi|lire|place\b)\w*(?:[^«»]{0,60}«|\W*$)"
    r"|\b(?:(?:remplac|supprim|substitu|retranch|insér|ajout)er|lire)\b[^«»]{0,60}«"
    r"|»[^«»]{0,40}\b(?:s['’]enten\w+|se (?:lit|lisent|lira|liront))\b",
    re.IGNORECASE,
)
# « Les mots « … » … », « prend le nom de « … » », however the rest of the sentence is worded.
_OF_A_NAME = re.compile(
    r"\A\W*(?:(?:les|le|la|l['’])\s?(?:mots?|termes?|expressions?|mentions?|sigles?|phrases?)\s?«|au lieu d[eu]s?\s)"
    r"|\b(?:noms?|dénominations?|intitulés?|titres?)\b[^«»]{0,40}\b(?:de|d['’]|est|sont|sera|seront|devient|pour)\s?«",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}(?:er)?\s\w+\s\d{4}")
# « … comme suit : », « … par les dispositions suivantes : »: a text comes. « … modifie : » may only list what is changed.
_BRINGS_A_TEXT = re.compile(
    r"\b(?:comme suit|ainsi|qu['’]il suit|suivante?s?|ci-(?:dessous|après)|par|manière|façon|termes|(?:rédig|libell)\w+)\b[^:]{0,80}:\W*$",
    re.IGNORECASE,
)
_TEXT_FOLLOWS = re.compile(
    r"\b(?:est|sont|sera|seront)\s(?:\S+\s){0,3}?(?:modifi|rédig|complét|réécri|libell|remplac)\w*[^:«»]{0,40}:\s+\S",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:désormais|dorénavant|nouvel(?:le)?s?|nouveaux?|remplac\w+|modifi\w+|complét\w+)\b", re.IGNORECASE
)

_BY_A_SHARE = re.compile(r"\b(?:est|sont|sera|seront)\b[^.;:]*\bde \+?\s?[\d,]+\s?%", re.IGNORECASE)
_OF_WHAT_PRECEDES = re.compile(r"\W*ce(?:s|t|tte)?\s", re.IGNORECASE)
_LONG = re.compile(r"\b[^\W\d_]{4,}?(?=s?\b)")
_AMOUNT = re.compile(r"€|\beuros?\b|(?<=\d)[ \u00a0]F\b|\bfrancs?\b", re.IGNORECASE)

_FIGURE = re.compile(r"\d+(?:[ .,]\d+)*")
_ONLY_CHANGED = re.compile(
    r"\b(?:est|sont) (?:ainsi )?(?:modifié|actualisé|revu|revalorisé|corrigé|rectifié|révisé)e?s?\W*\Z", re.IGNORECASE
)

# What needs no new text: « les parties conviennent d'abroger l'article 8 ».
_ENDS = re.compile(r"\b(?:de |d['’])(?:supprimer|abroger)\b|\best (?:supprim|abrog)é", re.IGNORECASE)


# « Les stipulations relatives aux primes sont supprimées », wherever they stand.
_OF_A_MATTER = re.compile(
    r"\A\W*(?:(?:toute?s? )?(?:les )?)(?:dispositions|stipulations|clauses|mentions|références)\s(?:relatives|concernant|portant|afférentes|ayant trait)\b"
    r"(?!.*\b(?:loi|code|décret|règlement)\b)[^.;:]*\b(?:sont|seront)\s(?:\S+\s)?(?:supprim|abrog|annul|remplac)ée?s\b",
    re.IGNORECASE,
)


def may_change(said: Said, text: Provision) -> bool:
    """Whether a sentence that is not understood may change the text."""
    if is_note(said.sentence) or says_it_stays(said.sentence):
        return False
    if any(one.old and one.place and not one.acts for one in said.figures):
        return True
    if said.tells and _of_the_text(said, text):
        return True
    if _RECITES.search(said.sentence) and not _CHANGES.search(said.sentence):
        return False
    if said.payload:
        return True
    if not (said.amends or _NOT_DONE.search(said.sentence)):
        return False
    if said.amends and (_BRINGS_A_TEXT.search(said.sentence) or _TEXT_FOLLOWS.search(said.sentence)):
        return True
    if said.amends and _OF_WORDS.search(said.sentence):
        return True
    if ends_or_lasts(said.sentence):
        day = _DAY.search(said.sentence)
        return day is None or not any(fold(day[0]).chars in fold(line).chars for line in every_line(text))
    if said.amends and _OF_A_NAME.search(said.sentence):
        return not purposes(said.sentence)
    if _OF_A_MATTER.search(said.sentence):
        return True
    if not UNIT.search(said.sentence) or not (_ORDERS_BY_ITSELF.search(said.sentence) or _ENDS.search(said.sentence)):
        return False
    return not purposes(said.sentence) or bool(_ENDS.search(said.sentence) and NAMED.search(said.sentence))


def _of_the_text(said: Said, text: Provision) -> bool:
    """Whether a change that is told without the words of the text (« est porté à 8 € ») may be of a text, by what it counts."""
    sentence = not_upon_force(said.sentence)
    if tells_force(sentence) or of_itself(sentence):
        return False
    lines = tuple(every_line(text))
    if _AMOUNT.search(said.sentence) and not any(map(_AMOUNT.search, lines)):
        return False
    share = None if _OF_WHAT_PRECEDES.match(said.sentence) else _BY_A_SHARE.search(said.sentence)
    counted = set(_LONG.findall(said.sentence[: share.start()].lower())) if share else set()
    known = counted & {word for line in lines for word in _LONG.findall(line.lower())}
    return not counted or 2 * len(known) >= len(counted)


def says_it(text: Provision, sentence: str) -> bool:
    """Whether a text says a sentence, word for word."""
    letters = _without_blanks(sentence)
    return any(letters in _without_blanks(line) for line in every_line(text))


def _without_blanks(words: str) -> str:
    return fold(words).chars.replace(" ", "")


def said_by_its_order(said: Said, following: Sequence[Said]) -> bool | None:
    """Whether a sentence that orders no words says of an article what the next one orders: « Le prix fixé à l'article 9 est de 20 €. L'article 9 est ainsi rédigé : … ».

    The new text of the article has each figure that it says, or brings; or it only says that something of the article is
    changed. None where the next one does not reword that article, and all of it.
    """
    then = following[0] if following and following[0].orders and not (said.orders or said.payload) else None
    named = [n for one in NAMED.finditer(said.sentence) for n in NUMBER.findall(one["numbers"])]
    says = said.amends or said.tells or said.figures
    if then is None or not says or len(named) != 1 or "«" in said.sentence:
        return None
    places = {tuple((p.unit, *map(number_key, p.numbers)) for p in order.place[:1]) for order in then.orders}
    if places != {(("ARTICLE", number_key(named[0])),)}:
        return None
    order, rest = then.orders[0], NAMED.sub("", said.sentence)
    if not _FIGURE.search(rest) and _ONLY_CHANGED.search(rest):
        return True
    whole = len(then.orders) == len(order.place) == 1 and order.verb == "replace"
    text = " ".join((*then.payload, *(then.quotations[n] for n in order.words)))
    if not whole or not text:
        return None
    brought = " ".join(one.new.number for one in said.figures) if said.figures else rest
    return all(f in fold(text).chars for f in _FIGURE.findall(fold(brought).chars))


def told_again(sentence: str, changed: Collection[str], itself: Itself | None) -> bool:
    """Whether a sentence of a preamble only names articles and annexes that the amendment changes anyway, or the text `itself`."""
    others = without_itself(sentence, itself)
    named = {number_key(n) for one in NAMED.finditer(others) for n in NUMBER.findall(one["numbers"])}
    return bool(changed and (named or others != sentence)) and named <= set(changed)
