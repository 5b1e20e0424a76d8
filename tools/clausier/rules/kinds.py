"""The kinds of rules, closed: what the words oblige, allow or decide, as types.

What the words leave open is an `Open` parameter with a case for each meaning; what they settle is `Settled`. Each kind says
which question it answers: two rules in force that answer one question contradict each other unless a precedence clause
settles it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from clausier.rules.values import Duration, Periodicity, Relative, Share

T = TypeVar("T")


class Settled(Struct, Generic[T], frozen=True):
    """A parameter that the words settle."""

    value: T


class Case(Struct, Generic[T], frozen=True):
    """One meaning of what is left open: its name, its value, and how a person puts it."""

    name: str
    value: T
    label: str


class Open(Struct, Generic[T], frozen=True):
    """A parameter that the words leave open. `reading` names the question; an assumption picks one of the cases."""

    reading: str
    cases: tuple[Case[T], ...]


Base = Literal["all", "present", "present-or-represented", "voters", "cast", "total"]


class Fixed(Struct, frozen=True):
    """A threshold that is a number, not a share: `cinq membres au moins`."""

    number: Fraction
    strict: bool


Threshold = Share | Relative | Fixed


class Criterion(Struct, frozen=True, kw_only=True):
    """That something measured reaches a threshold.

    What is measured are the seats that vote for (a majority) or that are present (a quorum), those of the group `among`
    alone where one is named: their votes (`votes`), how many they are (`heads`), or a column of data. A share is taken of
    the same measure of the `base`; `total` is the total stated for the column. The share's strictness is settled here.
    """

    threshold: Settled[Threshold] | Open[Threshold]
    measure: Settled[str] | Open[str]
    base: Settled[Base] | Open[Base]
    among: Settled[str] | Open[str] = Settled("")


class Criteria(Struct, frozen=True):
    """Several tests joined: `all` of them, or `any` one."""

    how: Literal["all", "any"]
    of: tuple[Criterion | Criteria, ...]


class Majority(Struct, frozen=True):
    """When a motion is adopted."""

    tests: Criterion | Criteria


class Quorum(Struct, frozen=True):
    """When a body may decide."""

    tests: Criterion | Criteria


class Weights(Struct, frozen=True, kw_only=True):
    """What each seat weighs: `each` alike, or by seat. `total` is the total that the table states, if it states one."""

    each: Fraction | None = None
    by: tuple[tuple[str, Fraction], ...] = ()
    total: Fraction | None = None


class Ballot(Struct, frozen=True):
    """How votes are taken: in how many rounds at most."""

    rounds: int


class Composition(Struct, frozen=True, kw_only=True):
    """Who sits in a body, or in one of its colleges: one seat for each member (`members`), or the seats listed."""

    college: str
    seats: Settled[tuple[str, ...]] | Open[tuple[str, ...]]
    voting: bool


class Frequency(Struct, frozen=True):
    """How often a body meets, at least."""

    rhythm: Settled[Periodicity] | Open[Periodicity]


class Deadline(Struct, frozen=True, kw_only=True):
    """How long `before` or `after` the event `of` the event `event` takes place, at least or at most.

    `extended`: a period that would end on a Saturday, a Sunday or a public holiday ends on the next other day; only one
    counted forward can be, where the words say so. `holidays` are those that count, of `france` or of `alsace-moselle`.
    """

    length: Settled[Duration] | Open[Duration]
    side: Literal["before", "after"]
    of: str
    event: str
    bound: Literal["at-least", "at-most"]
    extended: bool = False
    holidays: Settled[str] | Open[str] = Settled("france")

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
    """What a term means, in words."""

    term: str
    meaning: str


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

    name: Settled[str] | Open[str]
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

    by: Settled[tuple[str, ...]] | Open[tuple[str, ...]]
    gives: tuple[Power, ...]
    when: Fact | Facts


class Step(Struct, frozen=True):
    """One step of a procedure: `by` gives one of `gives`."""

    by: Settled[str] | Open[str]
    gives: tuple[Power, ...]


class Procedure(Struct, frozen=True):
    """The path of a matter: its steps, each after the one before it."""

    steps: tuple[Step, ...]


class Classification(Struct, frozen=True, kw_only=True):
    """A ground that makes a matter one of the sort `classed`: enough by itself. Each ground is a rule of its own."""

    classed: str
    when: Fact | Facts


class CostSharing(Struct, frozen=True, kw_only=True):
    """Who pays for a matter (nobody, where `payers` is empty), and in which case."""

    payers: Settled[tuple[str, ...]] | Open[tuple[str, ...]]
    when: Fact | Facts


class Exemption(Struct, frozen=True, kw_only=True):
    """That other rules (`excepts`, their ids) do not apply, in which case."""

    excepts: Settled[tuple[str, ...]] | Open[tuple[str, ...]]
    when: Fact | Facts


class Lasting(Struct, frozen=True, kw_only=True):
    """How long a thing lasts, counted from the event `of`."""

    length: Settled[Duration] | Open[Duration]
    of: str


Conduct = Competence | Procedure | Classification | CostSharing | Exemption | Lasting
"""Who does what in which case, who pays, and what is an exception: the kinds that say how a matter is dealt with."""

Rule = (
    Majority | Quorum | Weights | Ballot | Composition | Frequency | Deadline | Precedence | Definition | Norm | Conduct
)
