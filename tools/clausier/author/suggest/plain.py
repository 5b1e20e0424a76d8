"""More turns of phrase that state rules: a notice before a meeting, what follows it, a vote for each, proxies, a tie.

As in `formulas`, each is recognised where the whole of it is plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.author.suggest.suggested import Suggested, figure, reads
from clausier.text.accents import as_id

_MEETING = r"(?:(?:la\s+)?(?:date\s+de\s+)?(?:la\s+)?(?:réunion|séance)|l['’]assemblée(?:\s+générale)?)"
_SENT = re.compile(
    r"\A\W*(?:l[ae]s?\s+|l['’])(?P<what>[^,;:.()«»]{3,50}?)\s+(?:est|sont|sera|seront|(?:doi|devr)\w+\s+être)\s+"
    r"(?:adressée?|envoyée?|transmise?|communiquée?|remise?|notifiée?|diffusée?|établie?)s?\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?P<least>\s+au\s+(?:moins|minimum))?\s+avant\s+{_MEETING}\s*[.;]?\Z", re.IGNORECASE)
_LEAST = re.compile(r"\bau\s+(?:moins|minimum|plus\s+tard)\s+\Z", re.IGNORECASE)
_WITHIN = re.compile(
    r"\bdans\s+(?:les|un\s+délai\s+(?:maximum\s+|maximal\s+)?d(?:e(?=\s)|(?=['’])))(?:\s+|['’])", re.IGNORECASE
)
_AFTER = re.compile(
    rf"\s+(?:suivant|après|(?:qui\s+suivent|à\s+compter\s+de))\s+{_MEETING}\s*[.;]?\Z",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\A\W*(?:chaque|chacun\s+des)\s+(?:membres?|adhérents?|associés?|représentants?|titulaires?|délégués?)(?:\s+du\s+groupement)?\s+"
    r"(?:dispose|bénéficie)\s+(?P<votes>d(?:e\s+|['’]))",
    re.IGNORECASE,
)
_PROXIES = re.compile(
    r"\A\W*(?:nul|aucun\s+\w+|(?:un|chaque)\s+\w+)\s+ne\s+peut\s+(?:détenir|recevoir|porter|être\s+porteur\s+de)\s+(?P<limit>plus\s+d(?:e\s+|['’]))",
    re.IGNORECASE,
)
_OF_PROXIES = re.compile(r"\s+(?:pouvoirs?|procurations?|mandats?)\s*[.;]?\Z", re.IGNORECASE)
_TIE = re.compile(
    r"\A\W*en\s+cas\s+d(?:e\s+|['’])(?:égalité|partage)(?:\s+(?:égal\s+)?des\s+voix)?,\s+"
    r"(?P<words>(?:la\s+voix|celle)\s+(?:du\s+président|de\s+la\s+présidente|de\s+qui\s+préside)(?:\s+de\s+séance)?\s+est\s+prépondérante)\s*[.;]?\Z",
    re.IGNORECASE,
)


def rules_of(sentence: str, body: str) -> Iterator[Suggested]:
    """The rules that a sentence about the meetings or the votes of `body` seems to state; none where no body is known."""
    if body:
        yield from (
            found for formula in (_notice, _afterwards, _votes, _proxies, _tie) if (found := formula(sentence, body))
        )


def _notice(sentence: str, body: str) -> Suggested | None:
    """« La convocation est adressée quinze jours au moins avant la réunion »: nothing where no word says least or most."""
    sent, before = _SENT.match(sentence), _BEFORE.search(sentence)
    if sent is None or before is None or not _is_of(before.group(), body):
        return None
    for word in re.finditer(r"(?<!\w)\w", sentence[sent.end() : before.start()]):
        start = sent.end() + word.start()
        if not reads("duration", sentence[start : before.start()]):
            continue
        least = _LEAST.search(sentence, 0, start)
        if least is None and not before["least"]:
            return None
        lead = sentence[least.start() : start] if least else ""
        return _deadline(sent["what"], f"{lead}{{durée:durée}}{before.group().rstrip(' .;')}", "avant", body)
    return None


def _afterwards(sentence: str, body: str) -> Suggested | None:
    """« Le compte rendu est envoyé dans les dix jours suivant la séance »."""
    sent, within = _SENT.match(sentence), _WITHIN.search(sentence)
    end = figure("duration", sentence, within.end()) if within else None
    after = _AFTER.match(sentence, end) if end else None
    if sent is None or within is None or after is None or not _is_of(after.group(), body):
        return None
    return _deadline(sent["what"], f"{within.group()}{{durée:durée}}{after.group().rstrip(' .;')}", "après", body)


def _is_of(words: str, body: str) -> bool:
    """Whether the meeting that `words` name is one of `body`: an assembly is none of a committee."""
    return "assemblée" not in words.lower() or body.startswith("assemblee")


def _deadline(what: str, quoted: str, side: str, body: str) -> Suggested:
    event = as_id(what)
    keys = (("citation", quoted), ("instance", body), ("événement", event), (side, body))
    return Suggested(kind="délai", keys=keys, named=f"{body}-{event}")


def _votes(sentence: str, body: str) -> Suggested | None:
    each = _EACH.match(sentence)
    end = figure("integer", sentence, each.end()) if each else None
    if each is None or end is None or not re.fullmatch(r"\s+voix\s*[.;]?", sentence[end:]):
        return None
    words = sentence[: each.end()].lstrip()
    return Suggested(
        kind="voix", keys=(("citation", f"{words}{{voix:entier}} voix"), ("instance", body)), named=f"{body}-voix"
    )


def _proxies(sentence: str, body: str) -> Suggested | None:
    limit = _PROXIES.match(sentence)
    end = figure("integer", sentence, limit.end()) if limit else None
    of = _OF_PROXIES.match(sentence, end) if end else None
    if limit is None or of is None:
        return None
    quoted = f"{limit['limit']}{{limite:entier}}{of.group().rstrip(' .;')}"
    return Suggested(kind="pouvoir", keys=(("citation", quoted), ("instance", body)), named=f"{body}-pouvoirs")


def _tie(sentence: str, body: str) -> Suggested | None:
    tie = _TIE.match(sentence)
    keys = (("citation", tie["words"]), ("instance", body)) if tie else ()
    return Suggested(kind="voix-prépondérante", keys=keys, named=f"{body}-partage") if tie else None
