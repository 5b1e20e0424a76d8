"""**Quoi.** Une instance vote (elle a des voix, un scrutin ou un quorum), et aucune règle n’énonce la majorité de ses
votes ordinaires.

**Pourquoi.** Majorité absolue ou relative, des présents ou des exprimés : sans règle, le résultat d’un vote serré
dépend de qui compte. Ce qu’il faut pour décider s’écrit avec l’instance (Guide de légistique, fiche 3.3.1 : la
rédaction doit être claire). `clausier decide` répond alors dans chaque lecture.

**Exemple.** À éviter : « Chaque membre du comité dispose d’une voix. » Préférer : « Chaque membre du comité dispose
d’une voix. Les décisions sont prises à la majorité des suffrages exprimés. »
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.over_rules import by_body, namer
from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Filled, Message, report
from clausier.rules.bound import Rules
from clausier.rules.kinds import Ballot, Majority, Quorum, Weights

CODE = Code(
    "TXT145",
    "remark",
    Message(
        fr="« {body} » vote, et aucune majorité n’est énoncée{except_}",
        en="“{body}” votes, and no majority is stated{except_}",
    ),
    __doc__,
)
_BUT_FOR = Message(fr=", sauf pour « {matters} »", en=", but for “{matters}”")
_NOTHING = Message(fr="", en="")


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding at the first rule about the votes of each body without a majority for every matter."""
    name = namer(timeline)
    for body, listed in by_body(rules.applicable(timeline.latest.id)).items():
        votes = [rule for rule in listed if isinstance(rule.rule, Weights | Ballot | Quorum)]
        matters = dict.fromkeys(rule.source.matter for rule in listed if isinstance(rule.rule, Majority))
        if votes and "" not in matters:
            but: Filled | Message = _BUT_FOR.fill(matters=", ".join(map(name, matters))) if matters else _NOTHING
            yield report(CODE, votes[0].source.span, body=name(body), except_=but)
