"""What a vote may depend on that the text leaves open, and what is assumed about it (`--assume assiette=ensemble`), and what of it matters."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import prod
from typing import TypeVar

from clausier.decide.docket import MAJORITY, PROXIES, RECUSAL, SECOND_MEETING, Docket, Question, Silence
from clausier.decide.motion import VOTES, Motion
from clausier.decide.world import vote_of
from clausier.diagnostics import Diagnostic, Span, codes_dec, report
from clausier.rules.kinds import Composition
from clausier.rules.parameters import case_name
from clausier.rules.vocabulary import FRENCH_PARAMETERS, french_reading

ASSUME = Span("--assume")
MOST_READINGS = 256
_SILENT = {
    "majorité": MAJORITY.key,
    "pouvoirs": PROXIES.key,
    "déport": RECUSAL.key,
    "seconde-réunion": SECOND_MEETING.key,
}


class ManyReadingsError(ValueError):
    """More is left open than is answered one by one."""


def questions(docket: Docket, motion: Motion) -> tuple[Question, ...]:
    """Everything left open that a vote may come to depend on, in the order in which it is looked at."""
    found = [*docket.left_open_by(docket.compositions)]
    for rule in docket.compositions:
        if isinstance(rule.rule, Composition) and rule.rule.held_by:
            found += [
                Question(vote_of(seat), rule, vote_of(seat), tuple((vote, "") for vote in VOTES[:3]))
                for seat in _held_together(rule.rule)
            ]
    found += _silent(docket, motion)
    for name in docket.slots:
        found += docket.left_open_in(name)
    return (*found, *docket.left_open_by(docket.competences))


def _held_together(composition: Composition) -> Iterator[str]:
    for seats in composition.seats.values:
        if len(seats) == 1 and seats[0] not in {"members", "designated"}:
            yield seats[0]


def silences(docket: Docket, motion: Motion) -> tuple[Silence, ...]:
    """What the vote needs and no rule states."""
    found = []
    if any(not docket.slot(docket.of_round(n)) for n in range(1, len(motion.rounds) + 1)):
        found.append(MAJORITY)
    if not docket.slot("proxy") and any(proxies for _, proxies in motion.sittings()):
        found.append(PROXIES)
    if not docket.slot("recusal") and motion.recused:
        found.append(RECUSAL)
    if motion.previous and docket.second_meeting_unstated:
        found.append(SECOND_MEETING)
    return tuple(found)


def _silent(docket: Docket, motion: Motion) -> Iterator[Question]:
    for silence in silences(docket, motion):
        yield Question(silence.key, None, silence.key, tuple((case, "") for case in silence.cases))


def assumed(wanted: Iterable[str], asked: tuple[Question, ...]) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """The case that each of `wanted` (`name=meaning`, French or English) picks, by the key of its question.

    A name alone stands for every reading of that name: those of the majority, or where it has none, of any rule.
    """
    found: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    for words in wanted:
        name, equals, case = words.partition("=")
        if not (name and equals and case):
            diagnostics.append(report(codes_dec.BAD_ASSUMPTION, ASSUME, words=words))
            continue
        meant = [question for question in asked if _called(question, name)]
        if not meant:
            listed = ", ".join(question.key for question in asked) or "—"
            diagnostics.append(report(codes_dec.UNKNOWN_READING, ASSUME, name=name, open=listed))
            continue
        majorities = [q for q in meant if q.rule is not None and q.rule.source.kind == "majority"]
        picked = [(q, chosen) for q in majorities or meant if (chosen := _case(q, case))]
        if not picked and majorities:
            picked = [(q, chosen) for q in meant if (chosen := _case(q, case))]
        if not picked:
            cases = ", ".join(dict.fromkeys(name for question in meant for name, _ in question.cases))
            diagnostics.append(report(codes_dec.UNKNOWN_CASE, ASSUME, case=case, name=name, cases=cases))
        found.update({question.key: chosen for question, chosen in picked})
    return found, tuple(diagnostics)


def _called(question: Question, name: str) -> bool:
    rule, dot, reading = name.rpartition(".")
    if dot and (question.rule is None or question.rule.id != rule) and name != question.key:
        return False
    own = {question.key, question.name, french_reading(question.name)}
    silent = _SILENT.get(name) if question.rule is None else None
    return name == question.key or reading in own or silent == question.key


def _case(question: Question, words: str) -> str:
    parameter = question.name.rpartition("-")[2]
    names = {case for case, _ in question.cases}
    tried = (
        words,
        case_name(FRENCH_PARAMETERS.get(question.name, ""), words),
        case_name(FRENCH_PARAMETERS.get(parameter, ""), words),
    )
    return next((case for case in tried if case in names), "")


def each_reading(
    asked: Iterable[Question], known: Mapping[str, str], most: int = MOST_READINGS
) -> Iterator[dict[str, str]]:
    """Every way to read what is left open, in agreement with what is assumed. Raises ManyReadingsError beyond `most` of them."""
    listed = tuple(asked)
    options = [[known[q.key]] if q.key in known else [case for case, _ in q.cases] for q in listed]
    if prod(map(len, options)) > most:
        raise ManyReadingsError
    return (dict(zip((q.key for q in listed), cases, strict=True)) for cases in itertools.product(*options))


T = TypeVar("T")
MANY = 200
"""So many readings are compared; of more, all that they assume is told."""


def that_matter(readings: Sequence[tuple[Mapping[str, str], T]]) -> tuple[str, ...]:
    """The questions on which the results depend; for all others, any answer gives the same result.

    Each reading is given as its assumptions, by question, with its result. A question that a reading does not mention
    made no difference to it.
    """
    keys = tuple(dict.fromkeys(key for assumes, _ in readings for key in assumes))
    if len(readings) > MANY:
        return keys
    for key in keys:
        fewer = tuple(k for k in keys if k != key)
        if _agree(readings, fewer):
            keys = fewer
    return keys


def told(readings: Sequence[tuple[Mapping[str, str], T]]) -> list[tuple[dict[str, str], T]]:
    """The results, each once for each way to answer the questions that matter (`that_matter`)."""
    keys = that_matter(readings)
    cut = [({key: assumes[key] for key in keys if key in assumes}, value) for assumes, value in readings]
    return [entry for n, entry in enumerate(cut) if entry not in cut[:n]]


def _agree(readings: Sequence[tuple[Mapping[str, str], T]], keys: tuple[str, ...]) -> bool:
    """Whether readings that answer none of `keys` differently have one value."""
    return all(
        value == other or any(k in assumes and k in others and assumes[k] != others[k] for k in keys)
        for n, (assumes, value) in enumerate(readings)
        for others, other in readings[:n]
    )
