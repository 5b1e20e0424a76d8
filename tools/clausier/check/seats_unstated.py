"""**Quoi.** Une règle de vote est celle d’une instance dont rien ne dit qui y siège, alors que le texte le dit d’une autre.

**Pourquoi.** Un nom d’instance mal écrit ne se voit pas : le quorum de « agg » ne vaut pas pour « ag », dont les votes sont comptés
comme s’il n’y en avait pas. Si l’instance est une autre, il reste à dire qui la compose : sans cela, aucun de ses votes ne se décide.

**Exemple.** À éviter : `instance: agg` dans le quorum de l’assemblée, dont les autres règles disent `instance: ag`. Préférer : un
seul nom par instance, et une règle de nature `composition` pour chacune.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.over_rules import by_body
from clausier.consolidate import Timeline
from clausier.decide.docket import bodies
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import Rules
from clausier.rules.kinds import Ballot, CastingVote, Majority, Proxy, Quorum, Recusal, Weights

CODE = Code(
    "TXT147",
    "remark",
    Message(
        fr="rien ne dit qui siège dans «\u00a0{body}\u00a0»\u00a0: la règle «\u00a0{id}\u00a0» ne vaut pour aucun vote",
        en="nothing says who sits in “{body}”: the rule “{id}” holds for no vote",
    ),
    __doc__,
    help=Message(
        fr="les instances dont une règle dit qui y siège\u00a0: {bodies}",
        en="bodies of which a rule says who sits: {bodies}",
    ),
)
_OF_VOTES = (Ballot, CastingVote, Majority, Proxy, Quorum, Recusal, Weights)


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding at the first rule about the votes of each body that nobody composes."""
    listed = rules.applicable(timeline.latest.id)
    seated = bodies(listed)
    if not seated:
        return
    for body, about in by_body(listed).items():
        votes = [rule for rule in about if isinstance(rule.rule, _OF_VOTES)]
        if body not in seated and votes:
            yield report(CODE, votes[0].source.span, body=body, id=votes[0].id, bodies=", ".join(seated))
