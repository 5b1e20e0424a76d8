"""**Quoi.** Une obligation, une permission ou une interdiction dont les mots ne disent pas à qui elle s’adresse.

**Pourquoi.** Une obligation que personne ne porte n’est due par personne : on ne peut ni la réclamer, ni constater que quelqu’un y
a manqué. La phrase dont le sujet est celui qui agit évite le doute (Guide de légistique, fiche 3.3.1, « Principes de rédaction » :
préférer la forme active).

**Exemple.** À éviter : « Un calendrier est établi avant le 1er mars. » Préférer : « Le secrétariat établit un calendrier avant le
1er mars. »
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import Rules
from clausier.rules.kinds import Norm

CODE = Code(
    "TXT132",
    "warning",
    Message(
        fr="{article}\u00a0: les mots ne disent pas à qui s’adresse la règle «\u00a0{id}\u00a0»",
        en="{article}: the words do not say whom the rule “{id}” is for",
    ),
    __doc__,
    help=Message(fr="le texte dit\u00a0: «\u00a0{words}\u00a0»", en="the text says: “{words}”"),
)


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding for each rule of the text in force that binds nobody, where it is written."""
    for rule in rules.of(timeline.latest.id):
        if isinstance(rule.rule, Norm) and not rule.rule.bearer:
            yield report(CODE, rule.source.span, article=rule.place.article, id=rule.id, words=rule.quote)
