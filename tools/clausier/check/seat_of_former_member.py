"""**Quoi.** Une règle nomme parmi les sièges d’une instance, ou parmi ceux dont l’accord est requis, un membre qui s’est retiré.

**Pourquoi.** Le texte de l’instance n’a pas suivi la liste des membres : son vote serait compté, ou attendu, alors qu’il n’est plus
partie à la convention. `sièges: membres` suit les adhésions et les retraits de lui-même.

**Exemple.** À éviter : « Le bureau réunit la Commune A et la Commune B », quand un avenant a retiré la Commune B sans toucher à
cette phrase. Préférer : l’avenant récrit la composition du bureau.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.consolidate import Timeline
from clausier.decide.seats import members_of
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import Rules
from clausier.rules.criteria import Criteria, Required, Test
from clausier.rules.kinds import CastingVote, Composition, Majority, Quorum, Rule

CODE = Code(
    "TXT148",
    "warning",
    Message(
        fr="{article}\u00a0: la règle «\u00a0{id}\u00a0» nomme «\u00a0{seat}\u00a0», qui n’est plus membre",
        en="{article}: the rule “{id}” names “{seat}”, who is no member any more",
    ),
    __doc__,
    help=Message(fr="le texte dit\u00a0: «\u00a0{words}\u00a0»", en="the text says: “{words}”"),
)


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding for each seat of one who has left, in the rules of the text in force, where the rule is written."""
    now = members_of(timeline, timeline.latest)
    gone = timeline.party_names.keys() - set(now)
    for rule in rules.applicable(timeline.latest.id) if gone else ():
        for seat in sorted(gone & set(_seats(rule.rule))):
            name = timeline.party_names[seat]
            place, words = rule.place.article, rule.quote
            yield report(CODE, rule.source.span, article=place, id=rule.id, seat=name, words=words)


def _seats(rule: Rule) -> Iterator[str]:
    match rule:
        case Composition(seats=seats, held_by=held_by):
            yield from (seat for listed in seats.values for seat in listed)
            yield from held_by
        case CastingVote(seat=seat):
            yield seat
        case Majority(tests=tests) | Quorum(tests=Required() | Criteria() as tests):
            yield from _required(tests)
        case _:
            pass


def _required(test: Test) -> Iterator[str]:
    match test:
        case Required(seats=seats):
            yield from seats
        case Criteria(of=of):
            for part in of:
                yield from _required(part)
        case _:
            pass
