"""Since when, and until when, a sentence says that its order holds or goes on, against the operations beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.check.agreement.candidates import ways_in
from clausier.check.agreement.codes import CONTRADICTED, shown_way
from clausier.check.agreement.sentences import Sentence
from clausier.diagnostics import Diagnostic, Label, Message, report
from clausier.french import Written, written
from clausier.model.act import Act
from clausier.model.dates import Date, When
from clausier.model.operation import Operation, Prolong, TextOperation
from clausier.model.provision import Provision

THE_WHOLE = ("*",)


def prolonging(sentence: Sentence) -> tuple[Written, ...]:
    """How to write the orders of a sentence that does nothing but prolong; none of any other.

    Such sentences alone move the end of another operation, and so change no text of their own.
    """
    ways = [written(order, sentence.quotations) for order in sentence.orders]
    alone = tuple(way[0] for way in ways if len(way) == 1 and way[0].verb == "proroger")
    return alone if len(alone) == len(ways) else ()


def prolonged(way: Written, operations: Iterable[Operation]) -> bool:
    """Whether one of the operations prolongs what `way` does; until when is another check's."""
    return any(isinstance(o, Prolong) and tuple(t.words for t in o.targets) == way.targets for o in operations)


THE_SENTENCE = Message(fr="la phrase est ici", en="the sentence is here")
_DATES = ("en-vigueur", "jusqu-au")


def misdated(
    sentences: tuple[Sentence, ...], operations: tuple[TextOperation, ...], act: Act, text: Provision
) -> Iterator[Diagnostic]:
    """A finding for each operation of which the day is not the one that its sentence gives.

    An operation without a date of its own has that of its act. What is not known to the day is not compared.
    """
    for sentence in sentences:
        for order in sentence.orders if sentence.understood else ():
            if not (order.since or order.until or order.when):
                continue  # it gives no day
            for operation, way in _followed(ways_in(order, sentence.quotations, text), operations):
                wanted = {key: day for key, day in way.details if key in _DATES}
                done = {key: _day(operation, key, act) for key in wanted}
                if operation.common.editorial_note or all(done[key] in {day, None} for key, day in wanted.items()):
                    continue
                plain = tuple(one for one in way.details if one[0] not in _DATES)
                own = tuple((key, day) for key, day in done.items() if day)
                yield report(
                    CONTRADICTED,
                    operation.common.place("target"),
                    labels=[Label(sentence.place(act), THE_SENTENCE)],
                    ordered=shown_way(way, None),
                    done=shown_way(Written(verb=way.verb, targets=way.targets, details=(*plain, *own)), None),
                )


def _followed(
    ways: tuple[Written, ...], operations: tuple[TextOperation, ...]
) -> Iterator[tuple[TextOperation, Written]]:
    """The one operation that has the verb and the targets of an order that gives a day."""
    found = [
        (operation, way)
        for operation in operations
        for way in ways
        if way.verb == operation.common.verb and way.targets == tuple(t.words for t in operation.targets)
    ]
    if len({operation.common.id for operation, _ in found}) == 1 and any(k in _DATES for k, _ in found[0][1].details):
        yield found[0]


def _day(operation: TextOperation, key: str, act: Act) -> str | None:
    """The day of an operation; "" where it has none, None where it is not known."""
    common = operation.common
    date: Date | None = common.until if key == "jusqu-au" else common.in_force or act.in_force
    if isinstance(date, When) and date.exact:
        return date.first.isoformat()
    own = common.until if key == "jusqu-au" else common.in_force
    return "" if own is None else None
