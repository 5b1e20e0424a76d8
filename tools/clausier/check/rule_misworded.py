"""**Quoi.** Une règle dit autre chose que les mots qu’elle cite : une autre part, « plus de » où le texte dit « au moins », une
autre assiette, des jours du calendrier où il dit « ouvrés », un délai au lieu d’un préavis, une permission au lieu d’une obligation,
un membre oublié dans la liste des sièges.

**Pourquoi.** Ce que la règle énonce à la main n’est pas lu dans la phrase : la réponse d’un vote ou d’une échéance est alors celle de
la règle, et non celle du texte. Une place (`{seuil:fraction}`) y prend le chiffre lui-même, et ne peut s’en écarter.

**Exemple.** À éviter : « à la majorité des suffrages exprimés » avec `assiette: présents`. Préférer : `assiette: exprimés`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from clausier.check.misworded import norms, times, votes
from clausier.check.misworded.said import said
from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import Rules
from clausier.rules.kinds import Weights

CODE = Code(
    "TXT136",
    "warning",
    Message(
        fr="{article}\u00a0: le texte dit «\u00a0{words}\u00a0», et la règle «\u00a0{id}\u00a0» {stated}",
        en="{article}: the text says “{words}”, and the rule “{id}” {stated}",
    ),
    __doc__,
    help=Message(
        fr="relire la phrase\u00a0: «\u00a0{quote}\u00a0»\u00a0; où les mots laissent un doute, l’écrire sous «\u00a0interprétations\u00a0»",
        en="read the sentence again: “{quote}”; what the words leave open goes under “interprétations”",
    ),
)
_SAYS = Message(fr="dit «\u00a0{it}\u00a0»", en="says “{it}”")
_SAYS_NOTHING = Message(fr="ne dit rien de «\u00a0{it}\u00a0»", en="says nothing of “{it}”")


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding for each thing that a rule of the text in force says against its words, where the rule is written."""
    version = timeline.latest.id
    listed = rules.applicable(version)
    weights = [(rule.source.body, rule.rule) for rule in listed if isinstance(rule.rule, Weights)]
    for rule in listed:
        own = (one for body, one in weights if body == rule.source.body)
        words = said(rule, partial(rules.sentence_of, rule, version), own)
        found = (*votes.contradictions(words), *times.contradictions(words))
        for text, name, value in (*found, *norms.contradictions(words, timeline.party_names)):
            yield report(
                CODE,
                rule.source.span,
                article=rule.place.article,
                words=text.replace("'", "’"),
                id=rule.id,
                stated=(_SAYS if value else _SAYS_NOTHING).fill(it=f"{name}: {value}" if value else name),
                quote=rule.quote,
            )
