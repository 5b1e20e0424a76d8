"""**Quoi.** Un seul siège peut à lui seul empêcher une majorité d’être atteinte, dans toutes les lectures du texte, voix
prépondérante comprise.

**Pourquoi.** Ce n’est pas une faute, et c’est souvent voulu ; mais un droit de veto se lit mieux quand il est écrit
que quand il résulte d’une addition, et un changement de voix ou de membres peut le donner ou l’ôter sans que personne
l’ait décidé (Guide de légistique, fiche 3.3.1 : la rédaction doit être claire). `clausier coalitions` en donne le
détail.

**Exemple.** À éviter : « A dispose de 5 voix, B et C de 2 ; les décisions sont prises à 60 % des voix. » Préférer, si
c’est ce que l’on veut : « … à 60 % des voix, dont celles de A. »
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.over_rules import Trial, namer, trials
from clausier.consolidate import Timeline
from clausier.decide.seats import members_of
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import Rules
from clausier.rules.kinds import Majority

CODE = Code(
    "TXT143",
    "remark",
    Message(
        fr="sans « {seat} », la règle « {rule} » ne peut être satisfaite",
        en="without “{seat}” the rule “{rule}” cannot be satisfied",
    ),
    __doc__,
    help=Message(
        fr="« clausier coalitions {body} » dit qui peut gagner et qui peut bloquer",
        en="“clausier coalitions {body}” says who can win and who can block",
    ),
)


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding at each majority that one seat, and no other, can block alone under every reading."""
    listed = rules.applicable(timeline.latest.id)
    members, name = members_of(timeline, timeline.latest), namer(timeline)
    for rule in listed:
        if not rule.source.body or not isinstance(rule.rule, Majority):
            continue
        tried = trials(rule, listed, members)
        found: tuple[str, ...] = tried[0].seats if tried else ()
        for trial in tried:
            reached = trial.holds(trial.seats)
            found = tuple(seat for seat in found if reached and _needed(trial, seat))
        if len(found) == 1 and all(len(trial.seats) > 1 for trial in tried):
            yield report(CODE, rule.source.span, seat=name(found[0]), rule=rule.id, body=rule.source.body)


def _needed(trial: Trial, seat: str) -> bool:
    """Whether all the others together do not reach it, nor win a tie."""
    return trial.may_pass(s for s in trial.seats if s != seat) is False
