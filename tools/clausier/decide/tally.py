"""What was cast, for whom to read: how many votes for, against and so on, of how many."""

from __future__ import annotations

from fractions import Fraction

from clausier.rules.evaluation import Facts


def tally(facts: Facts) -> dict[str, Fraction] | None:
    """The count of a round; None where it was not held, or the weight of a seat is not known.

    Of votes, or of seats where nothing says what a seat weighs. `silent`: present or represented, without a ballot.
    """
    weights = facts.columns.get("votes")
    if "all" not in facts.sets:
        return None
    if weights is not None and not facts.sets["all"] <= weights.keys():
        return None

    def count(*names: str) -> Fraction:
        seats = frozenset[str]().union(*(facts.sets[name] for name in names))
        return sum((weights[seat] for seat in seats), Fraction()) if weights is not None else Fraction(len(seats))

    there, voted = count("present", "represented"), count("for", "against", "abstain", "blank", "void")
    return {
        **{name: count(name) for name in ("for", "against", "abstain", "blank", "void")},
        "silent": there - voted,
        "cast": count("for", "against"),
        **{name: count(name) for name in ("present", "represented", "all")},
    }
