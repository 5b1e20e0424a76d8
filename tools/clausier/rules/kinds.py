"""The kinds of rules, closed: what the words oblige, allow or decide, as types.

What the words leave open is an `Open` parameter with a case for each meaning; what they settle is `Settled`. Each kind says
which question it answers: two rules in force that answer one question contradict each other unless a precedence clause
settles it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from clausier.rules.criteria import Test
from clausier.rules.settled import Settled, Slot
from clausier.rules.values import Duration, Periodicity, Share


class Majority(Struct, frozen=True):
    """When a motion is adopted; in the given `round` alone, where it is not 0."""

    tests: Test
    round: int = 0


class Quorum(Struct, frozen=True, kw_only=True):
    """When a body may decide.

    `proxies`: whether those represented count as present. `applies`: whether the words hold for this body at all, where
    that is open. `again`: it is that of a meeting called again for want of a quorum, which may need none (`tests` is None).
    """

    applies: Slot[str] = Settled("yes")
    tests: Test | None
    proxies: Slot[str] = Settled("not-counted")
    again: Again | None = None


class Again(Struct, frozen=True, kw_only=True):
    """What a meeting called again must observe: how long after the first, at least, and on the `same_agenda`."""

    interval: Slot[Duration] | None
    same_agenda: bool


class Weights(Struct, frozen=True, kw_only=True):
    """What each seat weighs, those of the college `among` alone where one is named: `each` alike, `by` seat, or by a `figure`.

    `total` is the total that the table states, if it states one.
    """

    each: Fraction | None = None
    by: tuple[tuple[str, Fraction], ...] = ()
    total: Fraction | None = None
    figure: Figure | None = None
    among: str = ""


Most = Fraction | Share | Literal["others"]


class Figure(Struct, frozen=True, kw_only=True):
    """Votes that follow from a column of data.

    By `bands` (up to a figure, so many votes; the last without end), or one vote for each `per`, rounded or not; then no
    fewer than `least`, nor more than `most`: a number, a share of all votes, or the votes of all others together (`others`).
    """

    column: str
    bands: tuple[tuple[Fraction | None, Fraction], ...] = ()
    per: Fraction = Fraction(1)
    rounded: Literal["", "up", "down"] = ""
    least: Fraction | None = None
    most: Most | None = None


class Ballot(Struct, frozen=True):
    """How votes are taken: in how many rounds at most.

    `later` is what those after the first need, where the words say it or leave it open: the `same` majority, or `relative`.
    """

    rounds: int
    later: Slot[str] | None = None


class Composition(Struct, frozen=True, kw_only=True):
    """Who sits in a body, or in one of its colleges.

    One seat for each member (`members`), the seats listed, or as many as others designate (`designated`), who are then given
    under the name `given_as`. `held_by`: who together hold the one seat that is listed.
    """

    college: str
    given_as: str
    seats: Slot[tuple[str, ...]]
    voting: bool
    held_by: tuple[str, ...] = ()


class Proxy(Struct, frozen=True):
    """Whether an absent seat may be represented by another, and how many one seat may represent at most (None: no limit)."""

    allowed: bool
    limit: int | None = None


class CastingVote(Struct, frozen=True):
    """That in a tie the side prevails on which `seat` votes ("": who presides); not in a secret ballot, if `open_only`.

    The tie is one of `measure`: votes, or heads.
    """

    seat: str
    open_only: bool
    measure: str = "votes"


class Recusal(Struct, frozen=True):
    """Whether a seat that may not vote on a motion still counts, among all seats and for the quorum."""

    counts: Slot[str]


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
        return self.extended or any(length.counting in {"business", "working"} for length in self.length.values)


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
