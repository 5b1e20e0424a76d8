"""**Quoi.** Deux règles confient à des organes différents la même chose (préparer, décider, qualifier…) sur le même objet.

**Pourquoi.** Qui prépare ou décide doit se lire d’une seule façon : une règle par article, et une seule place pour chaque règle
(Guide de légistique, fiche 3.2.2, « Division du texte »). Si deux organes en sont chargés sans que rien ne dise dans quel cas,
nul ne répond de ce qui n’est pas fait. Le contrôle lit les règles ; celui qui lit le texte seul est TXT115.

**Exemple.** À éviter : « 3.1 – Le bureau prépare l’assemblée. […] 3.4 – Le comité prépare l’assemblée. » Préférer : « 3.1 – Le
bureau prépare l’assemblée, sur avis du comité. »
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.over_rules import namer
from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.rules.bound import BoundRule, Rules
from clausier.rules.kinds import Competence, Facts, Power, Procedure
from clausier.rules.read import FIRST_HERE
from clausier.rules.settled import Settled
from clausier.rules.vocabulary import FRENCH_POWERS

CODE = Code(
    "TXT133",
    "warning",
    Message(
        fr="les règles «\u00a0{first}\u00a0» et «\u00a0{second}\u00a0» confient la même chose ({power}, {matter}) à {one} et à {other}",
        en="the rules “{first}” and “{second}” give the same thing ({power}, {matter}) to {one} and to {other}",
    ),
    __doc__,
)
# What one alone can give; several may each give an opinion, tell, watch, propose or discuss.
_SOLE = frozenset({"decision", "approval", "preparation", "examination", "classification", "direction"})


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding at each further rule that gives a power to someone else."""
    name = namer(timeline)
    given: dict[tuple[str, Power], dict[tuple[str, ...], BoundRule]] = {}
    for rule in rules.of(timeline.latest.id):
        for power, by in _gives(rule):
            given.setdefault((rule.source.matter, power), {}).setdefault(tuple(sorted(by)), rule)
    for (matter, power), holders in given.items():
        (one, first), *others = holders.items()
        for other, second in others if power in _SOLE else ():
            labels = [Label(first.source.span, FIRST_HERE)]
            yield report(
                CODE,
                second.source.span,
                labels=labels,
                first=first.id,
                second=second.id,
                power=FRENCH_POWERS[power],
                matter=name(matter),
                one=", ".join(map(name, one)),
                other=", ".join(map(name, other)),
            )


def _gives(rule: BoundRule) -> Iterator[tuple[Power, tuple[str, ...]]]:
    """What the rule gives in every case, and to whom; what its words leave open, or settle for a case, is no clash."""
    if not rule.source.matter:
        return
    match rule.rule:
        case Competence(by=Settled(value=by), gives=gives, when=Facts(of=())):
            yield from ((power, by) for power in gives)
        case Procedure(steps=steps):
            for step in steps:
                if isinstance(step.by, Settled):
                    yield from ((power, (step.by.value,)) for power in step.gives)
        case _:
            return
