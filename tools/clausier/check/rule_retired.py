"""**Quoi.** Une règle prend fin par un acte (`fin`), et ses mots sont toujours dans le texte en vigueur, sans qu’une autre règle les cite.

**Pourquoi.** Le quorum ou la limite qu’elle énonçait n’est plus compté, alors que le texte l’énonce encore : un vote se décide comme s’il
n’y en avait pas. `fin` est pour une règle dont l’acte a retiré ou récrit les mots, ou que ses mots écartent.

**Exemple.** À éviter : `fin: avenant-2` dans le quorum de l’article 3, quand l’avenant n° 2 ne change que la majorité. Préférer : retirer
`fin` ; si l’avenant écarte le quorum sans toucher à ses mots, une règle de nature `exception`, ou un autre quorum, qui cite l’avenant.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.over_rules import provision_of
from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import BoundRule, Rules
from clausier.rules.find import units
from clausier.text.typography import fold

CODE = Code(
    "TXT138",
    "warning",
    Message(
        fr="la règle «\u00a0{id}\u00a0» prend fin par {act}, et ses mots sont toujours dans le texte, sans autre règle ({article})",
        en="the rule “{id}” ends with {act}, and its words still stand in the text, with no other rule ({article})",
    ),
    __doc__,
    help=Message(fr="le texte dit\u00a0: «\u00a0{words}\u00a0»", en="the text says: “{words}”"),
)


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding for each rule that an act in force has ended and whose words stand, where its end is written."""
    latest = timeline.latest
    here = {rule.id for rule in rules.of(latest.id)}
    last = {rule.id: rule for rule in rules.rules if rule.source.ends and rule.id not in here}
    for rule in last.values():
        ends = rule.source.ends
        if ends and ends.value in latest.acts and not latest.over and _stands(rule, rules, timeline):
            words, article = rule.quote, rule.place.article
            yield report(CODE, ends.span, id=rule.id, act=ends.value, article=article, words=words)


def _stands(rule: BoundRule, rules: Rules, timeline: Timeline) -> bool:
    """Whether the words of `rule` stand in its provision and no rule in force, nor any that is declared to state none, quotes some of them."""
    provision = provision_of(rule.place, timeline)
    if provision is None or rule.source.quote is None:
        return False
    latest, quote = timeline.latest.id, fold(rule.quote).chars
    others = [fold(one.quote).chars for one in rules.of(latest) if one.place.provision == rule.place.provision]
    others += [fold(s.quote).chars for s in rules.silences if latest in s.versions and s.quote]
    for unit in units(provision):
        text = fold(unit.text.chars).chars
        at = text.find(quote)
        if at >= 0:
            found = ((text.find(other), other) for other in others)
            return not any(start >= 0 and start < at + len(quote) and start + len(o) > at for start, o in found)
    return False
