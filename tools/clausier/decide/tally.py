"""What was cast, for whom to read: how many votes for, against and so on, of how many."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from clausier.rules.evaluation import Facts


class Tally(Struct, frozen=True, kw_only=True):
    """Votes, or seats where nothing says what a seat weighs (`unit`). `silent`: present or represented, without a ballot."""

    unit: str
    for_: Fraction
    against: Fraction
    abstain: Fraction
    blank: Fraction
    void: Fraction
    silent: Fraction
    cast: Fraction
    present: Fraction
    represented: Fraction
    all: Fraction


def tally(facts: Facts) -> Tally | None:
    """The count of a round; None where it was not held, or the weight of a seat is not known."""
    weights = facts.columns.get("votes")
    if "all" not in facts.sets:
        return None
    if weights is not None and not facts.sets["all"] <= weights.keys():
        return None

    def count(*names: str) -> Fraction:
        seats = frozenset[str]().union(*(facts.sets[name] for name in names))
        return sum((weights[seat] for seat in seats), Fraction()) if weights is not None else Fraction(len(seats))

    there, voted = count("present", "represented"), count("for", "against", "abstain", "blank", "void")
    return Tally(
        unit="votes" if weights is not None else "heads",
        for_=count("for"),
        against=count("against"),
        abstain=count("abstain"),
        blank=count("blank"),
        void=count("void"),
        silent=there - voted,
        cast=count("for", "against"),
        present=count("present"),
        represented=count("represented"),
        all=count("all"),
    )
