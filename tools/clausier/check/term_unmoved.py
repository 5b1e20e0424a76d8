"""**Quoi.** Un avenant change les mots qui disent combien de temps dure la convention, et aucune de ses opérations ne déplace son
dernier jour, ou elle lui en donne un autre.

**Pourquoi.** Changer «\u00a0quatre ans\u00a0» en «\u00a0six ans\u00a0» change le texte, non la fiche qui le range dans le temps\u00a0: la
convention, qui dirait durer six ans, serait donnée pour éteinte au bout de quatre.

**Exemple.** À éviter\u00a0: `remplacer-mots` seul, quand l’avenant écrit «\u00a0jusqu’au 31 décembre 2029\u00a0» à la place de
«\u00a0jusqu’au 31 décembre 2027\u00a0». Préférer, à côté de lui\u00a0: `proroger: "*"`, `jusqu-au: 2029-12-31`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausier.check.term_unrecorded import HOLDING, shown_days
from clausier.consolidate import Timeline, run
from clausier.consolidate.acts_on_acts import other_act
from clausier.consolidate.ends import ends_all, is_text
from clausier.consolidate.timeline import came_from
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.french.term import End, ends_convention, possible
from clausier.model.act import Act
from clausier.model.dates import When, the_day
from clausier.model.operation import Expire, Operation, Prolong, TextOperation
from clausier.model.provision import Provision
from clausier.refs.differences import differences
from clausier.text.sentences import sentences
from clausier.text.words import shortened

CODE = Code(
    "TXT215",
    "warning",
    Message(
        fr="l’acte change combien de temps dure la convention («\u00a0{said}\u00a0»), {recorded}",
        en="the act changes how long the convention lasts (“{said}”), {recorded}",
    ),
    __doc__,
    help=Message(
        fr='ajouter à cet article une opération «\u00a0proroger: "*"\u00a0», et «\u00a0jusqu-au:\u00a0» avec le nouveau dernier jour, ou l’événement',
        en='add an operation “proroger: "*"” to this article, and “jusqu-au:” with the new last day, or the event',
    ),
)
_NOTHING = Message(fr="aucune de ses opérations ne le fait", en="none of its operations does")
_ANOTHER = Message(fr="l’opération «\u00a0{verb}\u00a0» dit {day}", en="the operation “{verb}” says {day}")
_DAYS = Message(
    fr='ajouter à cet article une opération «\u00a0proroger: "*"\u00a0», «\u00a0jusqu-au: {days}\u00a0»',
    en='add an operation “proroger: "*"” to this article, “jusqu-au: {days}”',
)
_ENDLESS = Message(
    fr='ajouter à cet article une opération «\u00a0expirer: "*"\u00a0», et «\u00a0en-vigueur:\u00a0» avec le lendemain du dernier jour',
    en='add an operation “expirer: "*"” to this article, and “en-vigueur:” with the day after the last',
)
_CORRECT = Message(fr="le dernier jour que disent les mots\u00a0: {days}", en="the last day that the words say: {days}")
_SHOWN = 90
_ITSELF = ("convention", "groupement", "contrat", "protocole", "accord")


def find(timeline: Timeline, drafts: tuple[Act, ...]) -> Iterator[Diagnostic]:
    """A finding at the first operation of an act that changes how long the text says that it lasts, where no end is moved to that.

    What waits, and the `drafts` that are no part of the timeline, are tried on the last text.
    """
    events = {event.id: event for event in timeline.events}
    for rank, version in enumerate(timeline.versions):
        former = came_from(rank, timeline.versions)
        if former is not None:
            before = timeline.versions[former]
            fresh = tuple(o for e in version.events if e not in before.events for o in events[e].operations)
            yield from _between(before.document, version.document, fresh, timeline.touched, timeline)
    latest = timeline.newest.document
    coming = [(timeline.act(event.act), event.operations) for event in timeline.to_come]
    coming += [(act, tuple(o for o in act.operations if is_text(o) and not other_act(o))) for act in drafts]
    for act, operations in coming:
        made = run(operations, latest)
        yield from _between(latest, made.document, operations, dict(made.touched), timeline, act)


def _between(
    before: Provision,
    after: Provision,
    operations: tuple[TextOperation, ...],
    touched: Mapping[str, frozenset[str]],
    timeline: Timeline,
    act: Act | None = None,
) -> Iterator[Diagnostic]:
    """What to tell of the operations that have made `after` of `before`; `act` is theirs, where the timeline has it not."""
    changes = (c for c in differences(before, after) if c.old is None or c.new is None or c.old.blocks != c.new.blocks)
    told: dict[
        str, tuple[TextOperation, dict[str, End], dict[str, End]]
    ] = {}  # a recast may move the sentence elsewhere
    for change in changes:
        was, is_ = (dict(end for unit in units for end in _ends(unit)) for units in (change.then(), change.now()))
        if not was and not is_:
            continue  # of most, nobody needs to know which of some hundred operations made it
        here = {unit.id for unit in (*change.then(), *change.now())}
        made = next((o for o in operations if touched.get(o.common.id, frozenset()) & here), None)
        if made:
            _, then, now = told.setdefault(made.common.id, (made, {}, {}))
            then.update(was)
            now.update(is_)
    for made, then, now in told.values():
        if then.keys() != now.keys():
            yield from _of(timeline, made, act or timeline.act(made.common.act), then, now)


def _of(
    timeline: Timeline, made: TextOperation, act: Act, then: dict[str, End], now: dict[str, End]
) -> Iterator[Diagnostic]:
    moving = [o for o in act.operations if _moves(o)]
    convention = timeline.acts[0]
    days = possible(now.values(), the_day(convention.in_force), the_day(convention.signed))
    recorded, help_ = _NOTHING.fill(), _DAYS.fill(days=shown_days(days)) if days else None
    if not any(ends_all(o) for one in timeline.acts for o in one.operations):
        recorded, help_ = _NOTHING.fill(), _ENDLESS.fill()
    if moving:
        last = moving[0].common.until
        if (
            isinstance(moving[0], Expire)
            or not days
            or not isinstance(last, When)
            or not last.exact
            or last.first in days
        ):
            return
        recorded = _ANOTHER.fill(verb=moving[0].common.verb, day=last.first.isoformat())
        help_ = _CORRECT.fill(days=shown_days(days))
    said = next((words for words in now if words not in then), None) or next(
        words for words in then if words not in now
    )
    yield report(CODE, made.common.place("target"), help=help_, said=shortened(said.strip(), _SHOWN), recorded=recorded)


def _moves(operation: Operation) -> bool:
    """Whether it gives the whole convention another end."""
    return isinstance(operation, Prolong | Expire) and any(not t.steps and not t.act for t in operation.targets)


def _ends(unit: Provision) -> Iterator[tuple[str, End]]:
    """The sentences of a unit's own words that say how long the convention lasts."""
    for alinea in unit.alineas:
        words = alinea.text.chars
        if not any(map(words.__contains__, _ITSELF)) or not any(map(words.__contains__, HOLDING)):
            continue
        before = ""
        for start, stop in sentences(alinea.text.chars):
            words = alinea.text.chars[start:stop]
            end = ends_convention(words, before)
            if end is not None:
                yield words, end
            before = words
