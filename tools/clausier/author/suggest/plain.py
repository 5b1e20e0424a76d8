"""More turns of phrase that state rules: a notice before a meeting, what follows it, a vote for each, proxies, a tie.

As in `formulas`, each is recognised where the whole of it is plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausier.author.suggest.spoken import BODIES, headed_by, in_full
from clausier.author.suggest.suggested import Suggested, figure, reads
from clausier.text.accents import as_id

_OF_BODY = rf"(?P<whose>\s*(?:du\s+|de\s+la\s+|de\s+l['’])(?={BODIES}\b)[^,;:.()«»]+?)?"
_MEETING = (
    rf"(?:(?:la\s+|(?:la\s+)?(?:date\s+de\s+)(?:la\s+|sa\s+)|chaque\s+)?(?:réunion|séance){_OF_BODY}"
    rf"|la\s+date\s+(?:fixée|prévue)(?:\s+pour\s+(?:la|sa)\s+réunion{_OF_BODY.replace('whose', 'its')})?|(?:la\s+date\s+de\s+)?(?P<assembly>l['’]assemblée(?:\s+générale)?))"
)
_SENT = re.compile(
    r"\A\W*(?P<unless>sauf\s+[^,;:.]{3,40},\s+)?(?:l[ae]s?\s+|l['’])(?P<what>[^,;:.()«»]{3,50}?)\s+(?:est|sont|sera|seront|(?:doi|devr)\w+\s+être)\s+"
    r"(?:adressée?|envoyée?|transmise?|communiquée?|remise?|notifiée?|diffusée?|établie?|faite?)s?\b",
    re.IGNORECASE,
)
_CONVENED = re.compile(
    rf"\A\W*(?P<unless>sauf\s+[^,;:.]{{3,40}},\s+)?(?:(?:l[ae]\s+|l['’])(?:{BODIES})\b[^,;:.()«»]*?|il|elle|(?:les|ses)\s+membres)\s+(?:est|sont|sera|seront)\s+convoquée?s?\b",
    re.IGNORECASE,
)
# Spaces are taken whole, and once: a long run of them would be tried from each.
_BEFORE = re.compile(
    rf"(?<!\s)(?P<least>\s++au\s+(?:moins|minimum))?\s++(?:(?P<ahead>à\s+l['’]avance)|avant\s+{_MEETING})\s*[.;]?\Z",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\bau\s+(?:moins|minimum|plus\s+tard)\s+\Z", re.IGNORECASE)
_WITHIN = re.compile(
    r"\bdans\s+(?:les|un\s+délai\s+(?:maximum\s+|maximal\s+)?d(?:e(?=\s)|(?=['’])))(?:\s+|['’])", re.IGNORECASE
)
_AFTER = re.compile(
    rf"(?<!\s)\s++(?:suivant|après|(?:qui\s+suivent|à\s+compter\s+de))\s+{_MEETING}\s*[.;]?\Z",
    re.IGNORECASE,
)
_SEATED = r"(?:membre|adhérent|associé|représentant|titulaire|délégué|administrateur|copropriétaire)"
_EACH = re.compile(
    rf"\A\W*(?:chaque|chacun\s+des)\s+{_SEATED}s?(?:\s+du\s+groupement|\s+(?:du\s+|de\s+la\s+|de\s+l['’])(?P<body>{BODIES}\b[^,;:.]*?))?\s+"
    r"(?:dispose|bénéficie)\s+(?P<votes>d(?:e\s+|['’]))",
    re.IGNORECASE,
)
_EACH_COLLEGE = re.compile(
    r"\A\W*(?:chaque|chacun\s+des)\s+collèges?\s+(?:dispose|bénéficie)\s+d(?:e\s+|['’])", re.IGNORECASE
)
_PROXIES = re.compile(
    r"\A\W*(?:nul|aucun(?:\s+\w+){1,2}|(?:un|une|chaque|le|un\s+même)(?:\s+\w+){1,2})\s+ne\s+peut(?:,[^,]{3,40},)?\s+(?:détenir|recevoir|porter|(?:disposer|être\s+porteur)(?:\s+de(?=\s+plus))?)\s+(?P<limit>plus\s+d(?:e\s+|['’])|que\s+d(?:e\s+|['’])|que\s+|qu['’])",
    re.IGNORECASE,
)
_OF_PROXIES = re.compile(
    r"(?<!\s)(?P<alone>\s++seule?)?\s++(?:pouvoirs?|procurations?|mandats?|délégations?\s+de\s+vote)\s*[.;]?\Z",
    re.IGNORECASE,
)
_MAY_GIVE = re.compile(
    rf"\A\W*(?P<words>(?:une?|tout|toute|chaque)\s+{_SEATED}\b[^,;:.()]*?\s+peu(?:t|vent)\s+(?:donner\s+(?:un\s+)?(?:pouvoir|procuration|mandat)\b(?:\s+écrit)?|donner\s+à\s+une?\s+autre\s+{_SEATED}(?:\s+de\s+son\s+choix)?\s+(?:un\s+)?pouvoir\b(?:\s+écrit)?|se\s+faire\s+représenter\s+par\s+une?\s+(?:autre\s+)?{_SEATED}|déléguer\s+son\s+droit\s+de\s+vote)"
    r"(?:[^,;:.()]*))\s*[.;]?\Z",
    re.IGNORECASE,
)
_ADMITTED = re.compile(
    r"\A\W*(?P<words>le\s+vote\s+par\s+procuration\s+est\s+(?:admis|autorisé|permis))\s*[.;]?\Z", re.IGNORECASE
)
_COMPOSED = re.compile(
    rf"\A\W*(?:(?:l[ae]\s+|l['’]){BODIES}\b[^,;:.()«»]*?|il|elle)\s+(?:est\s+composée?|se\s+compose|est\s+constituée?)\s+(?:de\s+(?:l['’]ensemble\s+des|tous\s+les)\s+membres|d['’]un\s+représentant\s+(?:de|par)\s+(?:chaque|chacun\s+des)\s+membres?)"
    r"(?:\s+du\s+groupement(?:\s+de\s+commandes)?|\s+de\s+l['’](?:association|entente))?\s*[.;]?\Z",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"(?:\A|;)\W*en\s+cas\s+d(?:e\s+|['’])(?:égalité|partage)(?:\s+(?:égal\s+)?des\s+voix)?,\s+"
    r"(?P<words>(?:la\s+voix|celle)\s+(?:du\s+président|de\s+la\s+présidente|de\s+qui\s+préside)(?:\s+de\s+séance)?\s+est\s+prépondérante|le\s+président(?:\s+de\s+séance)?\s+a\s+voix\s+prépondérante)\s*[.;]?\Z",
    re.IGNORECASE,
)

_IN_A_TIE = re.compile(
    r"\A\W*(?P<words>(?:la\s+voix\s+)?(?:du\s+|le\s+)président(?:\s+de\s+séance)?\s+(?:est\s+prépondérante|a\s+voix\s+prépondérante)\s+en\s+cas\s+d(?:e\s+|['’])(?:égalité|partage)(?:\s+(?:égal\s+)?des\s+voix)?)\s*[.;]?\Z",
    re.IGNORECASE,
)


def rules_of(sentence: str, body: str) -> Iterator[Suggested]:
    """The rules that a sentence about the meetings or the votes of `body` seems to state; none where no body is known, nor named."""
    if not body and (before := _BEFORE.search(sentence)):
        body = headed_by(before["whose"] or before["its"] or "")  # « la réunion de l’assemblée générale »
    if body:
        formulas = (_notice, _afterwards, _votes, _proxies, _may_give, _tie, _seats)
        yield from (found for formula in formulas if (found := formula(sentence, body)))


def _notice(sentence: str, body: str) -> Suggested | None:
    """« La convocation est adressée quinze jours au moins avant la réunion »: nothing where no word says least or most."""
    sent, convened, before = _SENT.match(sentence), _CONVENED.match(sentence), _BEFORE.search(sentence)
    told = sent or convened
    if told is None or before is None or not _is_of(before, body) or (before["ahead"] and not convened):
        return None
    for word in re.finditer(r"(?<!\w)\w", sentence[told.end() : before.start()]):
        start = told.end() + word.start()
        if not reads("duration", sentence[start : before.start()]):
            continue
        least = _LEAST.search(sentence, 0, start)
        if least is None and not before["least"]:
            return None
        # « Sauf urgence, … » is quoted too.
        lead = (
            sentence[told.start("unless") : start]
            if told["unless"]
            else sentence[least.start() : start]
            if least
            else ""
        )
        what = sent["what"] if sent else "convocation"
        return _deadline(what, f"{lead}{{durée:durée}}{before.group().rstrip(' .;')}", "avant", body)
    return None


def _afterwards(sentence: str, body: str) -> Suggested | None:
    """« Le compte rendu est envoyé dans les dix jours suivant la séance »."""
    sent, within = _SENT.match(sentence), _WITHIN.search(sentence)
    end = figure("duration", sentence, within.end()) if within else None
    after = _AFTER.match(sentence, end) if end else None
    if sent is None or within is None or after is None or sent["unless"] or not _is_of(after, body):
        return None
    return _deadline(sent["what"], f"{within.group()}{{durée:durée}}{after.group().rstrip(' .;')}", "après", body)


def _is_of(meeting: re.Match[str], body: str) -> bool:
    """Whether the meeting that words name is one of `body`: an assembly is none of a committee."""
    if whose := meeting["whose"] or meeting["its"]:
        return in_full(headed_by(whose), body) == body
    return not meeting["assembly"] or body.startswith("assemblee")


def _deadline(what: str, quoted: str, side: str, body: str) -> Suggested:
    event = as_id(what)
    return _suggested("délai", quoted, body, event, ("événement", event), (side, body))


def _suggested(kind: str, quoted: str, body: str, named: str, *more: tuple[str, str]) -> Suggested:
    """A rule of that kind about the body, by the words that are quoted; `named` ends its id."""
    return Suggested(kind=kind, keys=(("citation", quoted), ("instance", body), *more), named=f"{body}-{named}")


def _seats(sentence: str, body: str) -> Suggested | None:
    """« L’assemblée générale est composée de l’ensemble des membres », « d’un représentant de chaque membre »: a seat for each."""
    found = _COMPOSED.match(sentence)
    if found is None:
        return None
    return _suggested("composition", sentence.strip().rstrip(" .;\u00a0"), body, "composition", ("sièges", "membres"))


def _votes(sentence: str, body: str) -> Suggested | None:
    each = _EACH.match(sentence)
    end = figure("integer", sentence, each.end()) if each else None
    if each is None or end is None or not re.fullmatch(r"\s+voix(?:\s+délibératives?)?\s*[.;]?", sentence[end:]):
        return None
    if each["body"] and in_full(as_id(each["body"]), body) != body:
        return None
    words, after = sentence[: each.end()].lstrip(), sentence[end:].rstrip(" .;\u00a0")
    return _suggested("voix", f"{words}{{voix:entier}}{after}", body, "voix")


def votes_of_colleges(sentence: str, body: str, colleges: Sequence[str]) -> Iterator[Suggested]:
    """« Chaque collège dispose de dix voix »: a rule for each of them, of the colleges of one seat."""
    each = _EACH_COLLEGE.match(sentence)
    end = figure("integer", sentence, each.end()) if each else None
    if each is None or end is None or not re.fullmatch(r"\s+voix\s*[.;]?", sentence[end:]):
        return
    quoted = f"{each.group().lstrip()}{{voix:entier}} voix"
    for college in colleges:
        yield _suggested("voix", quoted, body, f"voix-{college}", ("collège", college))


def _proxies(sentence: str, body: str) -> Suggested | None:
    limit = _PROXIES.match(sentence)
    end = figure("integer", sentence, limit.end()) if limit else None
    of = _OF_PROXIES.match(sentence, end) if end else None
    if limit is None or of is None:
        return None
    quoted = f"{limit['limit']}{{limite:entier}}{of.group().rstrip(' .;')}"
    return _suggested("pouvoir", quoted, body, "pouvoirs")


def _may_give(sentence: str, body: str) -> Suggested | None:
    """That one who is absent may have another vote."""
    may = _MAY_GIVE.match(sentence) or _ADMITTED.match(sentence)
    return _suggested("pouvoir", may["words"].rstrip("\u00a0 "), body, "pouvoirs") if may else None


def _tie(sentence: str, body: str) -> Suggested | None:
    tie = _TIE.search(sentence) or _IN_A_TIE.match(sentence)
    return _suggested("voix-prépondérante", tie["words"], body, "partage") if tie else None
