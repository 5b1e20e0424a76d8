"""What a person takes for settled, as typed: `assiette=ensemble`, `cogouv-majorite.assiette=ensemble`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausier.rules.bound import BoundRule
from clausier.rules.kinds import Open
from clausier.rules.parameters import case_name
from clausier.rules.vocabulary import PARAMETERS

_FRENCH = {english: french for french, english in PARAMETERS.items()}


class NoSuchReadingError(ValueError):
    """Nothing of that name is left open; `known` lists what is, as it may be typed."""

    def __init__(self, words: str, known: tuple[str, ...]) -> None:
        super().__init__(words)
        self.words, self.known = words, known


def assumed(
    words: Iterable[str], rules: Iterable[tuple[BoundRule, tuple[Open[object], ...]]]
) -> Mapping[tuple[str, str], str]:
    """The case of each reading that `words` settle, by rule and reading. Raises NoSuchReadingError.

    `rules` come with what they leave open. Names may be French or English; without a rule's id, one holds for all rules
    that leave it open and have such a case.
    """
    listed = tuple(rules)
    found: dict[tuple[str, str], str] = {}
    for word in words:
        name, _, value = word.partition("=")
        rule_id, _, reading = name.rpartition(".")
        fitting = {
            (rule.id, slot.reading): case
            for rule, slots in listed
            if rule_id in {"", rule.id}
            for slot in slots
            if reading in _names(slot.reading)
            for case in _case(slot, value)
        }
        if not fitting:
            raise NoSuchReadingError(word, tuple(_known(listed)))
        found |= fitting
    return found


def _names(reading: str) -> tuple[str, str]:
    """A reading's name in both languages (`eleves-base`, `eleves-assiette`)."""
    head, dash, parameter = reading.rpartition("-")
    return reading, head + dash + _FRENCH.get(parameter, parameter)


def _case(slot: Open[object], value: str) -> tuple[str, ...]:
    parameter = _FRENCH.get(slot.reading.rpartition("-")[2], "")
    return tuple(case.name for case in slot.cases if case.name in {value, case_name(parameter, value)})


def _known(rules: Iterable[tuple[BoundRule, tuple[Open[object], ...]]]) -> Iterable[str]:
    for rule, slots in rules:
        for slot in slots:
            yield f"{rule.id}.{slot.reading}={'|'.join(case.name for case in slot.cases)}"
