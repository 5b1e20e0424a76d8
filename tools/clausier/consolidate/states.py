"""The text for each set of events, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.amend import apply, given_twice, left_alone, other_case, seams, without_force
from clausier.consolidate.acts_on_acts import redirected
from clausier.consolidate.timeline import Event
from clausier.diagnostics import Diagnostic, codes_amd, has_errors
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from clausier.refs.differences import Change, differences

Findings = tuple[Diagnostic, ...]


class Standing(Struct, frozen=True, order=True):
    """An event that has begun, by its id; `ended` where its last day has passed, so that its words no longer stand."""

    event: str
    ended: bool = False


State = tuple[Standing, ...]


class Made(Struct, frozen=True, kw_only=True):
    """A text made by operations: what did not fit, and the provisions whose own words, number or status each changed."""

    document: Provision
    findings: Findings = ()
    touched: tuple[tuple[str, frozenset[str]], ...] = ()


def run(operations: Iterable[TextOperation], before: Provision, start: Provision | None = None) -> Made:
    """The operations of one act and date, one after the other, on the text `before` them. What does not fit is left out.

    `start` is the text on which they are made, where the act has already changed it on another date, or until another one.

    An act may give a number before it says what the unit that has it becomes (« il est inséré un article 17 … ; les
    articles 17 et suivants deviennent … »): what counts is that each number is given once when the act has done.
    """
    operations = tuple(operations)
    start = before if start is None else start
    made = _in_turn(operations, before, start)
    if all(f.code is not codes_amd.NUMBER_TAKEN for f in made.findings):
        return made
    settled = _in_turn(operations, before, start, numbers_settled_later=True)
    better = sum(map(_is_error, settled.findings)) < sum(map(_is_error, made.findings))
    return settled if better and not any(given_twice(start, settled.document)) else made


def _is_error(finding: Diagnostic) -> bool:
    return has_errors((finding,))


def _in_turn(
    operations: Iterable[TextOperation], before: Provision, start: Provision, *, numbers_settled_later: bool = False
) -> Made:
    now = start
    findings: list[Diagnostic] = []
    touched: list[tuple[str, frozenset[str]]] = []
    steps: list[tuple[TextOperation, Provision, Provision]] = []
    for written in operations:
        operation, found = redirected(written, now)
        findings.extend(found)
        if operation is None:
            touched.append((written.common.id, frozenset()))
            continue
        applied = apply(operation, before=before, now=now, numbers_settled_later=numbers_settled_later)
        touched.append((operation.common.id, frozenset(_touched(differences(now, applied.document)))))
        steps.append((operation, now, applied.document))
        now = applied.document
        findings.extend(applied.diagnostics)
    for operation, then, after in steps:
        findings.extend(left_alone(operation, then, after, now))
        findings.extend(seams(operation, then, after, now))
        findings.extend(without_force(operation, then, after, now))
        findings.extend(other_case(operation, now))
    return Made(document=now, findings=tuple(findings), touched=tuple(touched))


def _touched(changes: Iterable[Change]) -> Iterator[str]:
    """The provisions whose own words, heading, number, status or place differ, and those that came or went."""
    for change in changes:
        if change.old is None or change.new is None:
            yield from (unit.id for unit in (*change.then(), *change.now()))
        elif _own(change.old) != _own(change.new):
            yield change.new.id


def _own(unit: Provision) -> tuple[object, ...]:
    return unit.number, unit.status, unit.heading, unit.blocks


class States(Struct):
    """The text of each state, and what does not fit in it. States that begin alike share their beginning."""

    base: Provision
    events: dict[str, Event]
    known: dict[tuple[str, ...], Made] = field(default_factory=dict)

    def made(self, state: State) -> Made:
        """The text with the events of `state` that have not ended, and the findings of each of their operations."""
        applied = tuple(s.event for s in state if not s.ended)
        start = next((n for n in range(len(applied), 0, -1) if applied[:n] in self.known), 0)
        made = self.known[applied[:start]] if start else Made(document=self.base)
        for size in range(start + 1, len(applied) + 1):
            event = self.events[applied[size - 1]]
            found = run(event.operations, self._before(event, applied[: size - 1], made), made.document)
            made = self.known[applied[:size]] = replace(found, findings=(*made.findings, *found.findings))
        return made

    def _before(self, event: Event, applied: tuple[str, ...], made: Made) -> Provision:
        """The text that the act of `event` was drafted on: that of the events `applied` but for the act's own.

        Where the other events do not fit without them, it is `made`, the text that they all make.
        """
        others = tuple(e for e in applied if self.events[e].act != event.act)
        if len(others) == len(applied):
            return made.document
        without = self.made(tuple(map(Standing, others)))
        lost = sum(map(_is_error, without.findings)) > sum(map(_is_error, made.findings))
        return made.document if lost else without.document

    def text(self, state: State) -> Provision:
        """The text of the state."""
        return self.made(state).document

    def possible(self, state: State) -> bool:
        """Whether every operation of the state fits."""
        return not has_errors(self.made(state).findings)

    def touched(self) -> dict[str, frozenset[str]]:
        """For each operation, the provisions that it changed in any state."""
        found: dict[str, frozenset[str]] = {}
        for made in self.known.values():
            for operation, ids in made.touched:
                found[operation] = found.get(operation, frozenset()) | ids
        return found
