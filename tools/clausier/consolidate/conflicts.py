"""Pairs of operations whose order decides the text, and which no act puts in order.

They are of one day, or the one signed later is in force earlier; and the one touches words of the other (`Footprint`), or
makes what the other names something else (`named`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, groupby

from msgspec import Struct
from msgspec.structs import replace

from clausier.amend import Footprint, Reach, excerpt, footprint, lines, meant, named, overwritten, reach
from clausier.consolidate.ends import CONVENTION
from clausier.consolidate.states import Made, Standing, States, run
from clausier.consolidate.timeline import Event
from clausier.diagnostics import Code, Diagnostic, Label, Message, codes_tim, has_errors, report
from clausier.model.act import Act
from clausier.model.dates import When
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision

_THE_OTHER = Message(fr="l’autre opération", en="the other operation")
_NO_MORE = Message(fr="elle ne s’applique plus", en="it no longer applies")
_STATUS = {
    "in-force": ("en vigueur", "in force"),
    "repealed": ("abrogé", "repealed"),
    "suspended": ("suspendu", "suspended"),
    "expired": ("qui a pris fin", "expired"),
}
_ALONE = Message(fr="l’autre ne s’applique pas", en="the other does not apply")


def conflicts(acts: tuple[Act, ...], events: tuple[Event, ...], states: States) -> Iterator[Diagnostic]:
    """An error for each pair of operations whose order changes the text and is settled neither by dates nor by the acts.

    It shows the text that each order makes. Of two acts that clash, only the smallest pairs of operations are reported. The last day
    that the convention has itself is in no order with what acts change: it ends what there is by then.
    """
    events = tuple(e for e in events if e.act != CONVENTION)
    for _, group in groupby(events, key=lambda e: e.date):
        same_day = [e for e in group if isinstance(e.date, When) and e.date.exact]
        if len(same_day) > 1:
            before = states.text(tuple(Standing(e.id) for e in events[: events.index(same_day[0])]))
            yield from _same_day(same_day, before)
    yield from _undone(acts, events, states)
    yield from _in_doubt(acts, events, states)


# An operation, and the event that it is part of.
_Within = tuple[TextOperation, Event]


class _Mark(Struct, frozen=True):
    """An operation of one of several acts of a day; `coarse`: it fits only what its own act has made of the text."""

    event: Event
    operation: TextOperation
    before: Provision
    footprint: Footprint
    coarse: bool


def _same_day(events: list[Event], before: Provision) -> Iterator[Diagnostic]:
    """The pairs of one act with another, in their order, by the names of the operations."""
    rank = {event.id: n for n, event in enumerate(events)}
    marks = tuple(mark for event in events for mark in _marks(event, before))
    found: dict[tuple[int, int, str, str], tuple[_Within, _Within]] = {}
    for pair in (*_touching(marks), *_renaming(events, marks)):
        one, other = sorted(pair, key=lambda within: rank[within[1].id])
        found[rank[one[1].id], rank[other[1].id], one[0].common.id, other[0].common.id] = one, other
    for _, (one, other) in sorted(found.items()):
        first, second = one[0].common, other[0].common
        if second.after_act != first.act or first.after_act == second.act:
            yield _conflict(one, other, before)


def _marks(event: Event, before: Provision) -> Iterator[_Mark]:
    own, made = before, 0  # the text as the event’s first operations make it, one by one
    for number, operation in enumerate(event.operations):
        found = footprint(operation, before)
        if found is not None:
            yield _Mark(event, operation, before, found, coarse=False)
            continue
        for earlier in event.operations[made:number]:
            own = run((earlier,), own).document
        made = number
        yield _Mark(event, operation, own, footprint(operation, own) or Footprint(), coarse=True)


def _touching(marks: tuple[_Mark, ...]) -> Iterator[tuple[_Within, _Within]]:
    """The pairs that touch, looked for among those that have anything in common."""
    having: dict[tuple[str, ...], list[int]] = {}
    for number, mark in enumerate(marks):
        things = mark.footprint.things
        for other in sorted({n for thing in things for n in having.get(thing, ())}):
            if marks[other].event.act != mark.event.act and _touch(marks[other], mark):
                yield (marks[other].operation, marks[other].event), (mark.operation, mark.event)
        for thing in things:
            having.setdefault(thing, []).append(number)


def _touch(one: _Mark, other: _Mark) -> bool:
    if one.coarse or other.coarse:
        return one.footprint.coarse().touches(other.footprint.coarse())
    return one.footprint.touches(other.footprint)


def _renaming(events: list[Event], marks: tuple[_Mark, ...]) -> Iterator[tuple[_Within, _Within]]:
    """Each operation of which the words name something else once another act has been applied, with that one's that does it."""
    # Most operations fit the text before the day, which an act therefore changes once for all of another's.
    made: dict[tuple[str, int], Made] = {}
    reaches: dict[tuple[str, int], Reach | None] = {}
    for mark in marks:
        mine = reach((mark.operation,), mark.before)
        for event in events:
            if event.act == mark.event.act:
                continue
            key = (event.id, id(mark.before))
            if key not in reaches:
                reaches[key] = reach(event.operations, mark.before)
            theirs = reaches[key]
            if mine and theirs and not theirs.may_rename(mine):
                continue
            if key not in made:
                made[key] = run(event.operations, mark.before)
            meant = named(mark.operation, mark.before)
            if not has_errors(made[key].findings) and named(mark.operation, made[key].document) != meant:
                alone = (o for o in event.operations if named(mark.operation, run((o,), mark.before).document) != meant)
                yield (mark.operation, mark.event), (next(alone, event.operations[0]), event)


def _undone(acts: tuple[Act, ...], events: tuple[Event, ...], states: States) -> Iterator[Diagnostic]:
    """An error where an act comes into force later than one that was signed after it, and strikes what that one has changed."""
    rank = {a.id: i for i, a in enumerate(acts)}
    last_signed = list(accumulate((rank[e.act] for e in events), max))
    for index, event in enumerate(events):
        if last_signed[index] == rank[event.act]:
            continue
        later_signed = [e for e in events[:index] if rank[e.act] > rank[event.act] and e.date != event.date]
        if not later_signed:
            continue
        for other, mine, as_signed in _struck(event, later_signed, events[:index], states):
            if mine[0].common.after_act != other[0].common.act:
                found = _conflict(other, mine, as_signed)
                yield replace(found, help=found.help and codes_tim.UNDONE.fill(**dict(found.help.values)))


def _in_doubt(acts: tuple[Act, ...], events: tuple[Event, ...], states: States) -> Iterator[Diagnostic]:
    """An error where the days of two acts leave open which comes into force first, and the text depends on it."""
    rank = {a.id: i for i, a in enumerate(acts)}
    open_days = [e for e in events if isinstance(e.date, When) and not e.date.exact]
    for index, event in enumerate(events) if open_days else ():
        earlier = [e for e in events[:index] if rank[e.act] < rank[event.act] and _may_follow(e, event)]
        for other, mine, without in _struck(event, earlier, events[:index], states) if earlier else ():
            first, second = other[0].common, mine[0].common
            said = second.after_act == first.act or first.after_act == second.act
            # Where they do not fit the other way round, they cannot have come so.
            if not said and isinstance(_made(event, other[1], without), Provision):
                yield _conflict(other, mine, without, codes_tim.ORDER_IN_DOUBT)


def _may_follow(one: Event, other: Event) -> bool:
    """Whether the one, which comes first in the text, may begin on a later day than the other: their days leave it open."""
    return isinstance(one.date, When) and isinstance(other.date, When) and one.date.last > other.date.first


def _struck(
    event: Event, theirs: list[Event], earlier: tuple[Event, ...], states: States
) -> Iterator[tuple[_Within, _Within, Provision]]:
    """Each operation of `theirs` (of the `earlier` events) that one of the event strikes, with that one, and the text without them."""
    before = states.text(tuple(Standing(e.id) for e in earlier))
    without = states.text(tuple(Standing(e.id) for e in earlier if e not in theirs))
    by_id = {o.common.id: (o, e) for e in theirs for o in e.operations}
    for operation in event.operations:
        touched = footprint(operation, before)
        found = set(overwritten(touched, before) & by_id.keys()) if touched else set()
        if not found and named(operation, without) != named(operation, before):
            found = {_renaming_one(operation, by_id, without)}
        for origin in sorted(found):
            yield by_id[origin], (operation, event), without


def _renaming_one(operation: TextOperation, theirs: dict[str, _Within], as_signed: Provision) -> str:
    """Which of `theirs` makes the words of the operation name something else; the last where it takes several."""
    meant = named(operation, as_signed)
    alone = (i for i, (o, _) in theirs.items() if named(operation, run((o,), as_signed).document) != meant)
    return next(alone, list(theirs)[-1])


def _conflict(one: _Within, other: _Within, before: Provision, code: Code = codes_tim.CONFLICT) -> Diagnostic:
    """The pair, and what the two acts make in each order, where the texts differ."""
    (first, first_event), (second, second_event) = one, other
    second_last = _made(first_event, second_event, before)
    first_last = _made(second_event, first_event, before)
    # What the acts do besides is not what the two differ about.
    others = (o for e, of in (one[::-1], other[::-1]) for o in e.operations if o.common.id != of.common.id)
    apart = run(others, before).document
    of_second, of_first = _shown(second_last, first_last, apart), _shown(first_last, second_last, apart)
    if of_second == of_first:  # the same words, which stand elsewhere
        meant_last, meant_first = _meant(second, run(first_event.operations, before).document), _meant(second, before)
        if meant_last != meant_first:
            of_second, of_first = meant_last, meant_first
        elif isinstance(second_last, Provision) and isinstance(first_last, Provision):
            of_second, of_first = _told_apart(second_last, first_last) or (of_second, of_first)
    return report(
        code,
        second.common.span,
        first=first.common.id,
        second=second.common.id,
        first_act=first.common.act,
        second_act=second.common.act,
        second_last=of_second,
        first_last=of_first,
        labels=[Label(first.common.span, _THE_OTHER)],
    )


def _told_apart(one: Provision, other: Provision) -> tuple[Message, Message] | None:
    """Of two texts that have the same lines, the first unit that is in force in one and not in the other, or the first that stands elsewhere."""
    units = {unit.id: unit for unit in other.walk()}
    for unit in one.walk():
        same = units.get(unit.id)
        if same is not None and same.status != unit.status:
            return _status(unit), _status(same)
    mine, theirs = ["", *lines(one)], ["", *lines(other)]
    rank = next((n for n, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), 0)
    return (_after(mine, rank), _after(theirs, rank)) if rank else None


def _status(unit: Provision) -> Message:
    fr, en = _STATUS[unit.status]
    return Message(fr=f"«\u00a0{unit.title()}\u00a0» {fr}", en=f"“{unit.title()}” {en}")


def _after(text: list[str], rank: int) -> Message:
    line, above = text[rank], text[rank - 1]
    return Message(fr=f"«\u00a0{line}\u00a0» après «\u00a0{above}\u00a0»", en=f"“{line}” after “{above}”")


def _made(one: Event, other: Event, before: Provision) -> Provision | Message:
    """The text that the two make in this order, or why they make none."""
    middle = run(one.operations, before)
    if has_errors(middle.findings):
        return _ALONE
    after = run(other.operations, middle.document)
    return _NO_MORE if has_errors(after.findings) else after.document


def _meant(operation: TextOperation, document: Provision) -> Message:
    """What the operation names in `document`."""
    words, names = operation.targets[0].words, meant(operation, document)
    if not names:
        return Message(fr=f"«\u00a0{words}\u00a0» n’y désigne rien", en=f"“{words}” names nothing there")
    return Message(fr=f"« {words} » y est « {names} »", en=f"“{words}” is “{names}” there")


def _shown(made: Provision | Message, otherwise: Provision | Message, before: Provision) -> Message:
    """Where it differs from what the other order makes."""
    if isinstance(made, Message):
        return made
    words = excerpt(before if isinstance(otherwise, Message) else otherwise, made) or excerpt(before, made)
    return Message(fr=f"«\u00a0{words}\u00a0»", en=f"“{words}”")
