"""**Quoi.** Des délais qui ne peuvent être tenus ensemble : la convocation doit partir au moins trois semaines avant la
séance, et au plus quinze jours avant.

**Pourquoi.** Quoi que l’on fasse, un des délais est violé, et tout acte qui en dépend peut être contesté. Deux
articles écrits à des dates différentes en sont souvent la cause (Guide de légistique, fiche 3.3.1 : la rédaction doit
être claire). Le contrôle compte chaque délai au plus large : il ne dit rien de ce qu’un calendrier favorable
permettrait.

**Exemple.** À éviter : « Les pièces sont envoyées au moins trois semaines avant la séance. […] La séance a lieu dans
les quinze jours de l’envoi des pièces. » Préférer : un seul délai, à un seul endroit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.rules.bound import BoundRule, Rules
from clausier.rules.kinds import Deadline
from clausier.rules.values import Duration

CODE = Code(
    "TXT146",
    "warning",
    Message(
        fr="des délais qui ne peuvent être tenus ensemble : {rules}",
        en="periods that cannot be kept together: {rules}",
    ),
    __doc__,
)
_HERE = Message(fr="l’un d’eux est ici", en="one of them is here")


class _Arc(Struct, frozen=True):
    """That the day of `later` comes no more than `days` after that of `earlier` (negative: at least so many before)."""

    earlier: str
    later: str
    days: int
    rule: BoundRule


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """One finding for each set of periods that contradict each other, at the last of them."""
    arcs = [arc for rule in rules.applicable(timeline.latest.id) for arc in _arcs(rule)]
    while cycle := _contradiction(arcs):
        chosen = sorted({arc.rule.id: arc.rule for arc in cycle}.values(), key=lambda rule: rule.source.span)
        labels = [Label(rule.source.span, _HERE) for rule in chosen[:-1]]
        yield report(CODE, chosen[-1].source.span, labels=labels, rules=", ".join(rule.id for rule in chosen))
        arcs = [arc for arc in arcs if arc.rule.id != chosen[-1].id]


def _arcs(rule: BoundRule) -> Iterator[_Arc]:
    """What a deadline asks, as broadly as its words and any calendar allow."""
    deadline = rule.rule
    if not isinstance(deadline, Deadline):
        return
    least = min(map(_least, deadline.length.values))
    most = max(map(_most, deadline.length.values)) + (10 if deadline.extended else 0)
    first, last = (deadline.event, deadline.of) if deadline.side == "before" else (deadline.of, deadline.event)
    if deadline.bound == "at-least":
        yield _Arc(last, first, -least, rule)
    else:
        yield _Arc(first, last, most, rule)
        yield _Arc(last, first, 0, rule)


def _least(length: Duration) -> int:
    days = {"hour": length.count // 24, "day": length.count, "week": 7 * length.count}.get(length.unit)
    return _months(length) - 3 if days is None else days


def _most(length: Duration) -> int:
    days = {"hour": -(-length.count // 24), "day": length.count, "week": 7 * length.count}.get(length.unit)
    if days is None:
        return _months(length) + 3
    # A week has five business days at least, but for holidays: four in a row, at most, with the week end beside them.
    return 3 * days + 10 if length.counting in {"business", "working"} else days + (length.counting == "clear")


def _months(length: Duration) -> int:
    """How many days so many months have, within three."""
    return length.count * (12 if length.unit == "year" else 1) * 146097 // 4800


def _contradiction(arcs: Iterable[_Arc]) -> list[_Arc]:
    """Arcs that make a circle and together ask for less than no day (Bellman and Ford); none where all can be kept."""
    listed = list(arcs)
    events = {name for arc in listed for name in (arc.earlier, arc.later)}
    days = dict.fromkeys(events, 0)
    came: dict[str, _Arc] = {}
    moved: _Arc | None = None
    for _ in range(len(events) + 1):
        moved = None
        for arc in listed:
            if days[arc.earlier] + arc.days < days[arc.later]:
                days[arc.later] = days[arc.earlier] + arc.days
                came[arc.later] = moved = arc
        if moved is None:
            return []
    # Whatever still moves hangs on a circle: so many steps back are inside it.
    at = moved.later if moved else ""
    for _ in events:
        at = came[at].earlier
    circle = [came[at]]
    while circle[-1].earlier != at:
        circle.append(came[circle[-1].earlier])
    return circle
