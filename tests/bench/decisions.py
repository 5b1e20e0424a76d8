"""How long ten thousand decisions take, beside a bare loop that works out the same sums with fractions (`make bench`)."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from fractions import Fraction

from clausier.decide.decide import decide
from clausier.decide.motion import VOTES, Column, Motion, Round
from decide.stage import TEN, rules_for

COUNT = 10_000
WEIGHTS = {seat: Fraction(1) for seat in TEN} | {
    "region-grand-est": Fraction(9, 2),
    "moselle": Fraction(3, 2),
    "collectivite-europeenne-alsace": Fraction(2),
}


def votes(count: int) -> list[Motion]:
    """Votes of the COGOUV on a structuring evolution, drawn from a seed, with all that any reading asks for."""
    dice = random.Random(0)  # noqa: S311 - votes to try, no secrets
    found = []
    for _ in range(count):
        present = tuple(seat for seat in TEN if dice.random() < 0.9)
        ballots = {seat: "for" if dice.random() < 0.8 else dice.choice(VOTES) for seat in present}
        by = {seat: Fraction(dice.randint(1, 40)) for seat in TEN}
        data = {"eleves": Column(by, sum(by.values(), Fraction()) + dice.randint(0, 20))}
        turn = Round(ballots=ballots)
        found.append(Motion(body="cogouv", matter="evolution-structurante", present=present, rounds=(turn,), data=data))
    return found


def bare(motions: list[Motion]) -> int:
    """The sums and comparisons that the readings of these votes come to, and nothing else."""
    adopted = 0
    for motion in motions:
        ballots = motion.rounds[0].ballots
        pupils = motion.data["eleves"]
        here = sum((pupils.by[seat] for seat in motion.present), Fraction())
        every = sum((pupils.by[seat] for seat in TEN), Fraction())
        total = pupils.total or Fraction()
        heads = Fraction(len(motion.present)) >= Fraction(1, 2) * len(TEN)
        quorums = (True, heads and here > Fraction(1, 2) * total, heads and here > Fraction(1, 2) * every)
        for_ = sum((WEIGHTS[seat] for seat, vote in ballots.items() if vote == "for"), Fraction())
        cast = sum((WEIGHTS[seat] for seat, vote in ballots.items() if vote in {"for", "against"}), Fraction())
        there = sum((WEIGHTS[seat] for seat in motion.present), Fraction())
        whole = sum((WEIGHTS[seat] for seat in TEN), Fraction())
        for quorum in quorums:
            for of in (whole, there, cast):
                adopted += quorum and for_ > 0 and for_ >= Fraction(4, 5) * of
    return adopted


def decided(motions: list[Motion]) -> int:
    """How many readings of these votes adopt, by the rules of the convention."""
    rules, members = rules_for("cogouv", "evolution-structurante"), frozenset(TEN)
    adopted = 0
    for motion in motions:
        decision, _ = decide(motion, rules, members)
        assert decision is not None
        adopted += sum(reading.outcome == "adopted" for reading in decision.readings)
    return adopted


def seconds(work: Callable[[list[Motion]], int], motions: list[Motion]) -> tuple[float, int]:
    """How long some work takes, and what it comes to."""
    start = time.perf_counter()
    found = work(motions)
    return time.perf_counter() - start, found


def compared(count: int = COUNT) -> tuple[float, float]:
    """The seconds of the decisions and of the bare loop, which must come to the same."""
    motions = votes(count)
    rules_for("cogouv", "evolution-structurante")
    bare(motions[:100]), decided(motions[:100])
    (took, ours), (reference, theirs) = seconds(decided, motions), seconds(bare, motions)
    assert ours == theirs, (ours, theirs)
    return took, reference


if __name__ == "__main__":
    took, reference = compared()
    sys.stdout.write(f"{took / reference:.1f} × the bare loop ({took:.2f} s, {reference:.2f} s)\n")
