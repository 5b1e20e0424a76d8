"""Turns of French phrase that state rules: what a sentence says of a vote, a quorum, a rhythm, of who must, may or must not.

Each is recognised where the whole of it is plain; of anything else nothing is said. What the words leave open (a majority
of whom?) is left open in the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from clausier.author.suggest import plain
from clausier.author.suggest.conduct import conduct
from clausier.author.suggest.powers import powers_of
from clausier.author.suggest.spoken import BODIES, VERB, in_full, is_pronoun_of
from clausier.author.suggest.suggested import Suggested, figure, reads
from clausier.author.suggest.terms import terms_of
from clausier.author.suggest.votes import majority, quorum
from clausier.text.accents import as_id

_LASTS = re.compile(
    r"\A\W*(?:l[ae]\s+(?:présente?\s+)?|l['’])(?P<what>convention|groupement|accord|association|syndicat|entente|marché|avenant)\b[^,;:.]*?\s+est\s+(?:conclue?|constituée?|créée?|instituée?|passée?)\s+"
    r"(?P<for>pour\s+une\s+(?:durée|période)\s+(?:déterminée\s+)?d(?:e\s+|['’]))",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\s+à\s+(?:compter|partir)\s+d(?:e\s+(?:la\s+|sa\s+|son\s+|l['’])|u\s+)(?P<event>[^,;:.()]+?)\s*[.;]?\Z",
    re.IGNORECASE,
)
# Behind a rhythm, what makes it another one: no more often, in some years only, then otherwise, or a second rhythm.
_OTHERWISE = re.compile(
    r"\b(?:au\s+(?:plus|maximum)|maximum|(?:im)?paires?|puis|ensuite|sauf|hormis|pendant|durant|jusqu\w*|lors\w*|tant\s+que|à\s+(?:compter|partir)"
    r"|si(?!\s+(?:nécessaire|besoin|possible)\b)|par\s+(?:jour|semaine|mois|trimestre|semestre|an)|tous\s+les|toutes\s+les|chaque(?!\s+fois\b))\b",
    re.IGNORECASE,
)
NOBODY: Mapping[str, str] = MappingProxyType({})
_BODY = re.compile(
    rf"(?P<of>\b(?:du|des|de\s+(?:la\s+|l['’])|aux?|d['’]une?|par\s+(?:l[ae]\s+|l['’]))\s*)?\b(?:l[ae]s?\s+|l['’])?(?P<body>{BODIES}\b[^,;:.()«»]*?)(?=\s+(?:se\s|ne\s|est\b|sont\b|délibèr|statu|prend|vot|décid|adopt|arrêt|approuv|élit|émet|fixe|peu[tv]|doi[tv]|{VERB}\s))",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\bse\s+réuni(?:t|ssent|ra|ront)(?:,[^,;.]{1,60},)?\s+(?:en\s+séance\s+ordinaire\s+)?", re.IGNORECASE
)


def rules_of(sentence: str, body: str, people: Mapping[str, str] = NOBODY) -> Iterator[Suggested]:
    """The rules that a sentence seems to state; `body` is the id of the body that it is about by its place, "" where none is.

    `people` are the members, by what the text calls them (as an id).
    """
    body = body_of(sentence, body)
    if not is_pronoun_of(sentence, body):
        body = ""
    for formula in (_rhythm, majority, quorum, _duration):
        if found := formula(sentence, body):
            yield found
    others = tuple(plain.rules_of(sentence, body))
    yield from others
    if not others:
        powers = tuple(powers_of(sentence, body, people))
        yield from powers
        quoted = {dict(power.keys)["citation"] for power in powers}
        yield from (one for one in conduct(sentence, body, people) if dict(one.keys)["citation"] not in quoted)
    yield from terms_of(sentence, people)


def body_of(words: str, body: str = "") -> str:
    """The id of the body that words name (« Le comité de suivi se réunit »); where they name none, `body`, that of their place.

    « La conférence », in an article on the « conférence intercommunale », is that one.
    """
    found = next((m for m in _BODY.finditer(words) if not m["of"]), None)
    return in_full(as_id(found["body"]), body) if found else body


def _rhythm(sentence: str, body: str) -> Suggested | None:
    meets = _MEETS.search(sentence)
    end = figure("frequency", sentence, meets.end()) if meets else None
    if meets is None or end is None or not body or _OTHERWISE.search(sentence[end:].partition(". ")[0]):
        return None
    quoted = sentence[meets.start() : meets.end()] + "{rythme:périodicité}"
    return Suggested(kind="périodicité", keys=(("citation", quoted), ("instance", body)), named=f"{body}-periodicite")


def _duration(sentence: str, _: str) -> Suggested | None:
    """« La convention est conclue pour une durée de quatre ans à compter de sa signature »."""
    lasts = _LASTS.match(sentence)
    end = figure("duration", sentence, lasts.end()) if lasts else None
    begins = _FROM.match(sentence, end) if end else None
    if lasts is None or begins is None or reads("date", begins["event"]):
        return None  # from a day, its last one is for the act's own file
    what, event = as_id(lasts["what"]), as_id(begins["event"])
    quoted = f"{lasts['for']}{{durée:durée}}{begins.group().rstrip(' .;')}"
    return Suggested(
        kind="durée", keys=(("citation", quoted), ("objet", what), ("après", event)), named=f"{what}-duree"
    )
