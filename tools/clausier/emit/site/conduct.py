"""What a rule says of who does what in which case, who pays and what is an exception, in French, as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar, assert_never

from clausier.emit.html import escape
from clausier.rules import kinds
from clausier.rules.settled import Slot
from clausier.rules.values import Duration
from clausier.rules.vocabulary import FRENCH_POWERS

T = TypeVar("T")
_OR = "\u00a0; ou "  # between lists


def said(rule: kinds.Conduct, duration: Callable[[Duration], str], name: Callable[[str], str]) -> str:
    """What `rule` says, as HTML that begins a sentence; `duration` puts a length of time in words, `name` an id."""

    def who(names: tuple[str, ...]) -> str:
        return ", ".join(map(name, names)) or "personne"

    match rule:
        case kinds.Competence():
            return escape(f"{powers(rule.gives).capitalize()} par {either(rule.by, who)}{case(rule.when, name)}.")
        case kinds.Procedure():
            steps = "\u00a0; puis ".join(f"{either(step.by, name)}\u00a0: {powers(step.gives)}" for step in rule.steps)
            return escape(f"{steps}.")
        case kinds.Classification():
            other = f" Sans aucun motif\u00a0: «\u00a0{rule.otherwise}\u00a0»." if rule.otherwise else ""
            return escape(f"Est «\u00a0{rule.classed}\u00a0»{case(rule.when, name) or ', dans tous les cas'}.{other}")
        case kinds.CostSharing():
            return escape(f"À la charge de\u00a0: {either(rule.payers, who)}{case(rule.when, name)}.")
        case kinds.Exemption():
            return escape(f"Ne s’applique pas\u00a0: {either(rule.excepts, ' et '.join, _OR)}{case(rule.when, name)}.")
        case kinds.Lasting():
            return escape(f"Dure {either(rule.length, duration)} à compter de {rule.of}.")
        case _:
            assert_never(rule)


def powers(gives: Iterable[kinds.Power]) -> str:
    """What is given, in French."""
    return " ou ".join(FRENCH_POWERS[power] for power in gives)


def case(when: kinds.Fact | kinds.Facts, name: Callable[[str], str]) -> str:
    """In which case, in French, after a comma; nothing where it is in every case."""
    words = _facts(when, name)
    return f", si {words}" if words else ""


def _facts(when: kinds.Fact | kinds.Facts, name: Callable[[str], str]) -> str:
    match when:
        case kinds.Facts():
            parts = [words for part in when.of if (words := _facts(part, name))]
            joined = (" et " if when.how == "all" else " ou ").join(parts)
            return f"({joined})" if len(parts) > 1 else joined
        case kinds.Fact():
            fact = either(when.name, lambda fact: name(fact) if fact else "rien de plus")
            return fact if when.holds else f"non {fact}"
        case _:
            assert_never(when)


def either(slot: Slot[T], of: Callable[[T], str], between: str = " ou ") -> str:
    """What a slot says, or each thing that it leaves open."""
    return between.join(dict.fromkeys(map(of, slot.values)))
