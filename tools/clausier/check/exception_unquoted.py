"""**Quoi.** La phrase qu’une règle cite continue par une exception (« sauf … », « à l’exception de … », « à moins que … ») que ni cette
règle, ni une autre ne cite.

**Pourquoi.** La règle répond alors comme si l’exception n’existait pas : un vote est compté, un délai est daté, là où le texte en
dispose autrement. La phrase passe pour lue, parce que son début l’est.

**Exemple.** À éviter : citer « à la majorité des suffrages exprimés » seul, quand la phrase ajoute « , sauf pour l’élection du bureau,
faite à la majorité relative ». Préférer : une seconde règle, avec son `objet`, qui cite la fin de la phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import BoundRule, Rules
from clausier.rules.kinds import (
    Ballot,
    CastingVote,
    Deadline,
    Frequency,
    Majority,
    Proxy,
    Quorum,
    Recusal,
    Weights,
)
from clausier.text.regex import regex
from clausier.text.typography import fold

CODE = Code(
    "TXT137",
    "warning",
    Message(
        fr="{article}\u00a0: aucune règle ne cite la suite de la phrase de «\u00a0{id}\u00a0», «\u00a0{words}\u00a0»",
        en="{article}: no rule quotes what the sentence of “{id}” says besides, “{words}”",
    ),
    __doc__,
    help=Message(
        fr="citer ces mots dans une règle, ou les déclarer «\u00a0sans-règle\u00a0»",
        en="quote these words in a rule, or declare them under “sans-règle”",
    ),
)
_DECIDING = (Ballot, CastingVote, Deadline, Frequency, Majority, Proxy, Quorum, Recusal, Weights)
_EXCEPTION = regex(
    r"(?<!\w)(?:sauf|excepté|hormis|à l'exception|à l'exclusion|à moins qu|par exception|par dérogation|ne s'applique(?:nt)? pas"
    r"|(?:est|sont) (?:alors |toutefois )?(?:ramenée?s?|réduite?s?|portée?s?) à|abstentions?|(?:bulletins |votes )?(?:blancs|nuls))(?!\w)[^;.]{0,80}",
    re.IGNORECASE,
    needs=(
        *"sauf excepté hormis exception exclusion dérogation applique ramené réduit porté abstention blancs nuls".split(),
        "à moins",
    ),
)


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding for each rule of the text in force whose sentence has an exception that nobody quotes, where it is written."""
    version = timeline.latest.id
    listed = rules.applicable(version)
    quoted = [(one.place, fold(one.quote).chars) for one in listed]
    quoted += [(silence.place, fold(silence.quote).chars) for silence in rules.silences if version in silence.versions]
    told: set[tuple[str, str]] = set()
    for rule in listed:
        if not isinstance(rule.rule, _DECIDING):
            continue
        sentence = fold(rules.sentence_of(rule, version)).chars
        for place, quote in quoted:
            if place.provision == rule.place.provision:
                sentence = sentence.replace(quote, " … ")
        words = _EXCEPTION.search(sentence)
        if words and (rule.place.provision, words[0]) not in told:
            told.add((rule.place.provision, words[0]))
            yield _found(rule, words[0].partition(" … ")[0].strip())


def _found(rule: BoundRule, words: str) -> Diagnostic:
    shown = words.replace("'", "’")
    return report(CODE, rule.source.span, article=rule.place.article, id=rule.id, words=shown)
