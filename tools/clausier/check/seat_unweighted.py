"""**Quoi.** Un siège qui vote n’a pas de voix, ou des voix sont données à qui ne siège pas, dans toutes les lectures du
texte.

**Pourquoi.** Le total des voix, donc la majorité, dépend de qui est compté. Un siège sans voix ne peut pas voter ;
des voix sans siège entrent dans un total que personne ne peut atteindre. Qui entre ou sort change les deux ensemble
(Guide de légistique, fiche 3.3.1 : la rédaction doit être claire). Le contrôle lit les règles ; une ligne de tableau
sans membre, ou un membre sans ligne, est l’affaire de RUL209 à RUL211.

**Exemple.** À éviter : « Le comité réunit les membres et le préfet. Chaque membre dispose de deux voix. » Préférer :
« Le comité réunit les membres, qui disposent chacun de deux voix, et le préfet, sans voix. »
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clausier.check.over_rules import namer, trials
from clausier.consolidate import Timeline
from clausier.decide.seats import members_of
from clausier.diagnostics import Code, Diagnostic, Filled, Message, report
from clausier.rules.bound import BoundRule, Rules
from clausier.rules.kinds import Composition, Weights

CODE = Code(
    "TXT142",
    "warning",
    Message(
        fr="les sièges et les voix de « {body} » ne s’accordent pas : {what}",
        en="the seats and the votes of “{body}” do not agree: {what}",
    ),
    __doc__,
)
_WITHOUT_VOTES = Message(fr="« {seat} » siège et vote, sans voix", en="“{seat}” sits and votes, and has no votes")
_WITHOUT_SEAT = Message(fr="« {seat} » a des voix et ne siège pas", en="“{seat}” has votes, and does not sit")


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding at the votes of a body, for each seat without any and for each of them without a seat."""
    listed = rules.applicable(timeline.latest.id)
    members, name = members_of(timeline, timeline.latest), namer(timeline)
    seated = {rule.source.body for rule in listed if isinstance(rule.rule, Composition) and rule.rule.voting}
    said: set[tuple[str | None, Filled]] = set()  # each college has a rule of its own
    for rule in listed:
        if isinstance(rule.rule, Weights) and not rule.rule.figure and rule.source.body in seated:
            for what in _disagreements(rule, listed, members, name):
                if (rule.source.body, what) not in said:
                    yield report(CODE, rule.source.span, body=name(rule.source.body), what=what)
                said.add((rule.source.body, what))


def _disagreements(
    rule: BoundRule, rules: tuple[BoundRule, ...], members: tuple[str, ...], name: Callable[[str], str]
) -> Iterator[Filled]:
    tried = trials(rule, rules, members)
    assert isinstance(rule.rule, Weights)  # noqa: S101 - asked for by the caller
    if not tried:
        return
    always = frozenset.intersection(*(frozenset(trial.seats) for trial in tried))
    ever = frozenset(seat for trial in tried for seat in trial.seats)
    votes = frozenset(seat for trial in tried for seat in trial.facts.columns.get("votes", {}))
    known = (
        frozenset(members) if rule.source.table else frozenset()
    )  # a table is compared with the members where it is read
    for seat in sorted(always - votes - known):
        yield _WITHOUT_VOTES.fill(seat=name(seat))
    for seat in sorted(frozenset(seat for seat, _ in rule.rule.by) - ever):
        yield _WITHOUT_SEAT.fill(seat=name(seat))
