"""Who prevails in a tie: the rule that says so, and what it adds to a majority."""

from __future__ import annotations

from msgspec import Struct

from clausier.decide.docket import MAJORITY, Docket, breaks_ties
from clausier.decide.seats import Assumes
from clausier.rules.bound import BoundRule
from clausier.rules.conditions import Compare, Condition, Joined, Named, Seats, Within
from clausier.rules.desugar_votes import tally
from clausier.rules.kinds import CastingVote


class Tie(Struct, frozen=True):
    """The rule by which one side prevails in a tie, and what it says; `counted`: in the outcome. It is not where who presides is not known."""

    rule: BoundRule
    vote: CastingVote
    counted: bool


def tie_of(found: Docket, majority: BoundRule | None, assumes: Assumes, seats: tuple[str, ...]) -> Tie | None:
    """What settles a tie under that majority: counted where the words name the seat, and hold in a secret ballot too."""
    rules = found.slot("casting-vote")
    vote = rules[0].rule if rules else None
    if not isinstance(vote, CastingVote) or not breaks_ties(rules[0], majority, assumes.get(MAJORITY.key, "")):
        return None
    known = vote.seat in seats and not vote.open_only
    return Tie(rules[0], vote, counted=known and len(rules) == 1)


def wins_ties(vote: CastingVote) -> Condition:
    """That at least half are for, and the seat that prevails in a tie is: where more are, the majority is reached anyhow."""
    return Joined("all", (ties(vote), Within(Seats((vote.seat,)), Named("for"))))


def ties(vote: CastingVote) -> Condition:
    """That at least half are for."""
    return Compare(">=", *(tally(vote.measure, Named(side)) for side in ("for", "against")))
