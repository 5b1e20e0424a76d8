"""Who prevails in a tie: when the rule that says so has a say, and what it adds to a majority."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from clausier.decide.docket import MAJORITY, Assumes, Docket, supposed_test
from clausier.decide.world import settled
from clausier.rules.bound import BoundRule
from clausier.rules.conditions import Compare, Condition, Constant, Joined, Named, Seats, Within
from clausier.rules.criteria import Criteria, Criterion, Required, Test
from clausier.rules.desugar_votes import tally, tests
from clausier.rules.kinds import CastingVote, Majority
from clausier.rules.settled import Settled
from clausier.rules.values import Relative, Share


class Tie(Struct, frozen=True):
    """The rule by which one side prevails in a tie, and what it says; `counted`: in the outcome. It is not where who presides is not known.

    `besides` is what the majority asks for beside more votes for than against, such as seats that are for.
    """

    rule: BoundRule
    vote: CastingVote
    counted: bool
    besides: Condition | None = None


def near_miss(casting: BoundRule, majority: BoundRule | None, assumes: Assumes, case: str) -> Condition | None:
    """The condition on which, in a tie, the majority fails because of the tie alone, so that the casting vote settles it.

    None where no tie makes this majority fail: two thirds are never missed by a tie. More than half of those present are
    missed by a tie if half of them are for and half against, not if some abstained. `case` is the majority that is supposed
    where no words state one; what is left open is as it is assumed. The condition has the readings of the majority.
    """
    vote = casting.rule
    if not isinstance(vote, CastingVote):
        return None
    if majority is None:
        return _near(supposed_test(case, vote.measure), vote, "", assumes)
    return _near(majority.rule.tests, vote, majority.id, assumes) if isinstance(majority.rule, Majority) else None


def _near(test: Test, vote: CastingVote, rule: str, assumes: Assumes) -> Condition | None:
    match test:
        case Criteria(how="any"):
            near = tuple(found for part in test.of if (found := _near(part, vote, rule, assumes)) is not None)
            return Joined("any", near) if near else None
        case Criteria():
            parts = tuple(_parts(test, vote, rule, assumes))
            return Joined("all", tuple(part for part, _ in parts)) if any(near for _, near in parts) else None
        case Criterion() if not test.blocking and test.among == Settled(""):
            if settled(test.measure, rule, assumes) != vote.measure:
                return None
            match settled(test.threshold, rule, assumes):
                case Relative():
                    return Constant(holds=True)
                case Share(of=of) as share if of * 2 == 1 and (share.strict or share.plus):
                    half = replace(share, strict=False, plus=0)
                    return tests(replace(test, threshold=Settled(half)), Named("for"))
                case _:
                    return None
        case Criterion() | Required():
            return None


def _parts(test: Criteria, vote: CastingVote, rule: str, assumes: Assumes) -> Iterator[tuple[Condition, bool]]:
    """What is to hold of each of the tests joined, and whether it is one that a tie fails."""
    for part in test.of:
        near = _near(part, vote, rule, assumes)
        yield (tests(part, Named("for")), False) if near is None else (near, True)


def tie_of(found: Docket, majority: BoundRule | None, assumes: Assumes, seats: tuple[str, ...]) -> Tie | None:
    """What settles a tie under that majority: counted where the words name the seat, and hold in a secret ballot too."""
    rules = found.slot("casting-vote")
    vote = rules[0].rule if rules else None
    near = near_miss(rules[0], majority, assumes, assumes.get(MAJORITY.key, "")) if rules else None
    if not isinstance(vote, CastingVote) or near is None:
        return None
    known = vote.seat in seats and not vote.open_only
    joined = majority is not None and isinstance(majority.rule, Majority) and isinstance(majority.rule.tests, Criteria)
    return Tie(rules[0], vote, counted=known and len(rules) == 1, besides=near if joined else None)


def wins_ties(tie: Tie) -> Condition:
    """That at least half are for, and the seat that prevails in a tie is: where more are, the majority is reached anyhow."""
    return Joined("all", (ties(tie), Within(Seats((tie.vote.seat,)), Named("for"))))


def ties(tie: Tie) -> Condition:
    """That at least half are for, and all else that the majority asks for is there."""
    half = Compare(">=", *(tally(tie.vote.measure, Named(side)) for side in ("for", "against")))
    return Joined("all", (half, tie.besides)) if tie.besides is not None else half
