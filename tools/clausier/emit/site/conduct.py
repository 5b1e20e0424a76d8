"""What a rule says of who does what in which case, who pays and what is an exception, in French, as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar, assert_never

from clausier.emit.html import escape
from clausier.rules.kinds import (
    Classification,
    Competence,
    Conduct,
    CostSharing,
    Exemption,
    Fact,
    Facts,
    Lasting,
    Open,
    Power,
    Procedure,
    Settled,
)
from clausier.rules.values import Duration
from clausier.rules.vocabulary import POWERS

T = TypeVar("T")
_FRENCH = {english: french for french, english in POWERS.items()}


def said(rule: Conduct, duration: Callable[[Duration], str]) -> str:
    """What `rule` says, as HTML that begins a sentence; `duration` puts a length of time in words."""
    match rule:
        case Competence():
            return escape(f"{_slot(rule.by, _who)} donne\u00a0: {powers(rule.gives)}{case(rule.when)}.")
        case Procedure():
            steps = "\u00a0; puis ".join(f"{_slot(step.by, _one)}\u00a0: {powers(step.gives)}" for step in rule.steps)
            return escape(f"{steps}.")
        case Classification():
            return escape(f"Est «\u00a0{rule.classed}\u00a0»{case(rule.when) or ', dans tous les cas'}.")
        case CostSharing():
            return escape(f"Paie\u00a0: {_slot(rule.payers, _who)}{case(rule.when)}.")
        case Exemption():
            return escape(f"Ne s’applique pas\u00a0: {_slot(rule.excepts, _who)}{case(rule.when)}.")
        case Lasting():
            return escape(f"Dure {_slot(rule.length, duration)} à compter de {rule.of}.")
        case _:
            assert_never(rule)


def powers(gives: Iterable[Power]) -> str:
    """What is given, in French."""
    return " ou ".join(_FRENCH[power] for power in gives)


def case(when: Fact | Facts) -> str:
    """In which case, in French, after a comma; nothing where it is in every case."""
    words = _facts(when)
    return f", si {words}" if words else ""


def _facts(when: Fact | Facts) -> str:
    match when:
        case Facts():
            parts = [words for part in when.of if (words := _facts(part))]
            joined = (" et " if when.how == "all" else " ou ").join(parts)
            return f"({joined})" if len(parts) > 1 else joined
        case Fact():
            name = _slot(when.name, lambda name: name or "rien de plus")
            return name if when.holds else f"non {name}"
        case _:
            assert_never(when)


def _who(names: tuple[str, ...]) -> str:
    return ", ".join(_one(name) for name in names) or "personne"


def _one(name: str) -> str:
    return "les membres" if name == "members" else name


def _slot(slot: Settled[T] | Open[T], of: Callable[[T], str]) -> str:
    match slot:
        case Settled():
            return of(slot.value)
        case Open():
            return " ou ".join(dict.fromkeys(of(case.value) for case in slot.cases))
        case _:
            assert_never(slot)
