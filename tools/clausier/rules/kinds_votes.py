"""The kinds of rules that make a vote, and what any kind may leave open. `clausier.rules.kinds` has them all."""

from __future__ import annotations

from fractions import Fraction
from typing import Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct

from clausier.rules.values import Duration, Relative, Share

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


Slot: TypeAlias = Settled[T] | Open[T]
Base = Literal[
    "all",
    "present",
    "present-or-represented",
    "voters",
    "voters-or-abstained",
    "cast",
    "cast-or-blank",
    "cast-or-abstained",
    "cast-blank-or-abstained",
    "total",
]


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
    `blocking`: it is the seats that vote against that are measured, and the threshold, once reached, that defeats the motion.
    """

    threshold: Slot[Threshold]
    measure: Slot[str]
    base: Slot[Base]
    among: Slot[str] = Settled("")
    blocking: bool = False


class Required(Struct, frozen=True):
    """That these seats are all among those that vote for (a majority) or that are present (a quorum)."""

    seats: tuple[str, ...]


class Criteria(Struct, frozen=True):
    """Several tests joined: `all` of them, or `any` one."""

    how: Literal["all", "any"]
    of: tuple[Test, ...]


Test = Criterion | Required | Criteria


class Majority(Struct, frozen=True):
    """When a motion is adopted; in the given `round` alone, where it is not 0."""

    tests: Test
    round: int = 0


class Quorum(Struct, frozen=True, kw_only=True):
    """When a body may decide.

    `proxies`: whether those represented count as present. `applies`: whether the words hold for this body at all, where
    that is open. `again`: it is that of a meeting called again for want of a quorum, which may need none (`tests` is None).
    """

    tests: Test | None
    proxies: Slot[str] = Settled("not-counted")
    applies: Slot[str] = Settled("yes")
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
