"""The kinds of rules, closed: what the words oblige, allow or decide, as types.

What the words leave open is an `Open` parameter with a case for each meaning; what they settle is `Settled`. Each kind says
which question it answers: two rules in force that answer one question contradict each other unless a precedence clause
settles it.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from clausier.rules.kinds_votes import (
    Again,
    Ballot,
    Base,
    Case,
    CastingVote,
    Composition,
    Criteria,
    Criterion,
    Figure,
    Fixed,
    Majority,
    Most,
    Open,
    Proxy,
    Quorum,
    Recusal,
    Required,
    Settled,
    Slot,
    Test,
    Threshold,
    Weights,
)
from clausier.rules.values import Duration, Periodicity

__all__ = [
    "Again",
    "Ballot",
    "Base",
    "Case",
    "CastingVote",
    "Classification",
    "Competence",
    "Composition",
    "Conduct",
    "CostSharing",
    "Criteria",
    "Criterion",
    "Deadline",
    "Definition",
    "Exemption",
    "Fact",
    "Facts",
    "Figure",
    "Fixed",
    "Frequency",
    "Lasting",
    "Majority",
    "Most",
    "Norm",
    "Open",
    "Power",
    "Precedence",
    "Procedure",
    "Proxy",
    "Quorum",
    "Recusal",
    "Required",
    "Rule",
    "Settled",
    "Slot",
    "Step",
    "Test",
    "Threshold",
    "Weights",
]


class Frequency(Struct, frozen=True):
    """How often a body meets, at least."""

    rhythm: Slot[Periodicity]


class Deadline(Struct, frozen=True, kw_only=True):
    """How long `before` or `after` the event `of` the event `event` takes place, at least or at most.

    `extended`: a period that would end on a Saturday, a Sunday or a public holiday ends on the next other day; only one
    counted forward can be, where the words say so. `holidays` are those that count, of `france` or of `alsace-moselle`.
    """

    length: Slot[Duration]
    side: Literal["before", "after"]
    of: str
    event: str
    bound: Literal["at-least", "at-most"]
    extended: bool = False
    holidays: Slot[str] = Settled("france")

    @property
    def needs_holidays(self) -> bool:
        """Whether the day on which it ends depends on public holidays."""
        lengths = (self.length,) if isinstance(self.length, Settled) else self.length.cases
        return self.extended or any(length.value.counting in {"business", "working"} for length in lengths)


class Precedence(Struct, frozen=True, kw_only=True):
    """That the act `prevails` prevails over other acts, and within what scope, in words."""

    prevails: str
    over: tuple[str, ...]
    scope: str


class Definition(Struct, frozen=True):
    """What a term means, in words. `designates` are those whom it names, where it is a role: members, or bodies."""

    term: str
    meaning: str
    designates: tuple[str, ...] = ()


class Norm(Struct, frozen=True, kw_only=True):
    """What a bearer must, may or must not do; toward whom, on what condition and by when, in words, where said.

    `set_by` are those who set the time by which it is to be done, where the words leave it to someone.
    """

    modality: Literal["duty", "permission", "prohibition"]
    bearer: tuple[str, ...]
    action: str
    beneficiary: tuple[str, ...]
    condition: str
    deadline: str = ""
    set_by: tuple[str, ...] = ()


class Fact(Struct, frozen=True):
    """That the fact `name` holds of the thing at hand or, where `holds` is false, that it does not.

    The name "" is no fact: a meaning of the words that asks for nothing more.
    """

    name: Slot[str]
    holds: bool = True


class Facts(Struct, frozen=True):
    """Several facts joined: `all` of them, or `any` one. All of none: in every case."""

    how: Literal["all", "any"]
    of: tuple[Fact | Facts, ...]


Power = Literal[
    "decision",
    "approval",
    "opinion",
    "position",
    "examination",
    "preparation",
    "proposal",
    "classification",
    "debate",
    "direction",
    "monitoring",
    "information",
]


class Competence(Struct, frozen=True, kw_only=True):
    """Who gives what (`gives`, any one of these) on a matter, and in which case."""

    by: Slot[tuple[str, ...]]
    gives: tuple[Power, ...]
    when: Fact | Facts


class Step(Struct, frozen=True):
    """One step of a procedure: `by` gives one of `gives`."""

    by: Slot[str]
    gives: tuple[Power, ...]


class Procedure(Struct, frozen=True):
    """The path of a matter: its steps, each after the one before it."""

    steps: tuple[Step, ...]


class Classification(Struct, frozen=True, kw_only=True):
    """A ground that makes a matter one of the sort `classed`: enough by itself. Each ground is a rule of its own.

    `otherwise` is the sort of what no ground takes, where the words name it.
    """

    classed: str
    when: Fact | Facts
    otherwise: str = ""


class CostSharing(Struct, frozen=True, kw_only=True):
    """Who pays for a matter (nobody, where `payers` is empty), and in which case."""

    payers: Slot[tuple[str, ...]]
    when: Fact | Facts


class Exemption(Struct, frozen=True, kw_only=True):
    """That other rules (`excepts`, their ids) do not apply, in which case."""

    excepts: Slot[tuple[str, ...]]
    when: Fact | Facts


class Lasting(Struct, frozen=True, kw_only=True):
    """How long a thing lasts, counted from the event `of`."""

    length: Slot[Duration]
    of: str


Conduct = Competence | Procedure | Classification | CostSharing | Exemption | Lasting
"""Who does what in which case, who pays, and what is an exception: the kinds that say how a matter is dealt with."""

Rule = (
    Majority
    | Quorum
    | Weights
    | Ballot
    | Composition
    | Proxy
    | CastingVote
    | Recusal
    | Frequency
    | Deadline
    | Precedence
    | Definition
    | Norm
    | Conduct
)
