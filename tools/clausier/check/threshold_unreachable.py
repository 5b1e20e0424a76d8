"""**Quoi.** Une majorité ou un quorum que rien ne peut atteindre : toute l’instance présente et d’accord n’y suffit pas,
quelle que soit la lecture du texte.

**Pourquoi.** Une instance qui ne peut jamais décider bloque ce qui dépend d’elle. Le seuil vaut souvent pour un
nombre de membres d’avant une fusion ou un retrait : un acte qui change les membres relit les seuils (Guide de
légistique, fiche 3.3.1 : la rédaction doit être claire). Le contrôle lit les règles, et ne dit rien d’un seuil qui
dépend d’un chiffre que les sources n’ont pas.

**Exemple.** À éviter : « Le comité réunit les dix membres. Il ne délibère que si douze sièges sont présents. »
Préférer : « Il ne délibère que si la majorité des sièges est présente. »
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.over_rules import namer, trials
from clausier.consolidate import Timeline
from clausier.decide.seats import members_of
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import Rules
from clausier.rules.kinds import Majority, Quorum

CODE = Code(
    "TXT141",
    "warning",
    Message(
        fr="la règle « {rule} » ne peut être satisfaite : les {seats} sièges de « {body} », présents et d’accord, n’y suffisent pas",
        en="the rule “{rule}” cannot be satisfied: the {seats} seats of “{body}”, present and agreed, are not enough",
    ),
    __doc__,
)


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding at each majority or quorum that everyone together does not reach under any reading."""
    listed = rules.applicable(timeline.latest.id)
    members, name = members_of(timeline, timeline.latest), namer(timeline)
    for rule in listed:
        if not rule.source.body or not isinstance(rule.rule, Majority | Quorum):
            continue
        tried = trials(rule, listed, members)
        if tried and all(trial.holds(trial.seats) is False for trial in tried):
            seats = max(len(trial.seats) for trial in tried)
            yield report(CODE, rule.source.span, rule=rule.id, seats=seats, body=name(rule.source.body))
