"""Games of weights: equal to counting every coalition one by one, and to examples that textbooks work out."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.decide.listing import blocking, minimal_coalitions, power_by_listing, winners, winners_in
from clausier.decide.power import (
    Game,
    Joint,
    NotMonotoneError,
    Opposite,
    Reach,
    TooManySumsError,
    dual,
    joint,
    least_sum,
    minimal,
    opposite,
    power,
    reach,
    wins,
)

ONE = Fraction(1)


def shares(*parts: str) -> tuple[Fraction, ...]:
    return tuple(Fraction(part) for part in parts)


@pytest.mark.parametrize(
    ("quota", "weights", "banzhaf", "shapley"),
    [
        # Three shareholders: 50 %, 49 % and 1 %
        (51, (50, 49, 1), shares("3/5", "1/5", "1/5"), shares("2/3", "1/6", "1/6")),
        # The Council of the six, 1958: Luxembourg's vote never counted
        (
            12,
            (4, 4, 4, 2, 2, 1),
            shares(*["5/21"] * 3, *["1/7"] * 2, "0"),
            shares(*["7/30"] * 3, *["3/20"] * 2, "0"),
        ),
        # The Security Council: five members with a veto, ten without, nine votes of fifteen
        (
            39,
            (*[7] * 5, *[1] * 10),
            shares(*["106/635"] * 5, *["21/1270"] * 10),
            shares(*["421/2145"] * 5, *["4/2145"] * 10),
        ),
        # A dictator
        (3, (3, 1, 1), shares("1", "0", "0"), shares("1", "0", "0")),
    ],
)
def test_the_examples_of_textbooks(
    quota: int, weights: tuple[int, ...], banzhaf: tuple[Fraction, ...], shapley: tuple[Fraction, ...]
) -> None:
    game = Reach(weights, quota)
    found = power(game, len(weights))
    assert (found.banzhaf, found.shapley) == (banzhaf, shapley)
    assert power_by_listing(winners(len(weights), lambda c: wins(game, c)), len(weights)) == found


def test_sixty_equal_seats_are_counted_and_not_listed() -> None:
    """31 of 60: by symmetry each has a sixtieth; 31 seats are a minimal majority, 30 a minimal minority that blocks."""
    game = Reach((1,) * 60, 31)
    found = power(game, 60)
    assert set(found.banzhaf) == set(found.shapley) == {Fraction(1, 60)}
    assert set(found.swings) == {comb(59, 30)}
    assert minimal(game, 60) == comb(60, 31)
    assert minimal(dual(game), 60) == comb(60, 30)


def test_sixty_seats_of_which_one_wins_with_any_other() -> None:
    """The large one turns defeat into victory but as first or as last; a small one beside it, or as last of all small ones."""
    game = Reach((58, *[1] * 59), 59)
    found = power(game, 60)
    assert found.swings == (2**59 - 2, *[2] * 59)
    assert found.shapley == (Fraction(58, 60), *[Fraction(1, 30) / 59] * 59)
    assert minimal(game, 60) == 59 + 1
    assert minimal(dual(game), 60) == 59 + 1


def test_sixty_seats_with_heads_and_weights_joined_are_all_counted() -> None:
    weights = tuple(1 + rank % 7 for rank in range(60))
    game = Joint("all", (Reach(weights, sum(weights) * 2 // 3), Reach((1,) * 60, 31)))
    found = power(game, 60)
    assert sum(found.shapley) == sum(found.banzhaf) == 1
    assert [found.shapley[a] < found.shapley[a + 1] for a in range(6)] == [True] * 6
    assert found.shapley[0] == found.shapley[7]


def every(seats: int) -> list[frozenset[int]]:
    return [frozenset(r for r in range(seats) if n >> r & 1) for n in range(1 << seats)]


@st.composite
def games(draw: st.DrawFn) -> tuple[Game, int]:
    """One sum to reach, or two joined, among at most six seats."""
    seats = draw(st.integers(1, 6))
    weights = st.one_of(st.just((1,) * seats), st.lists(st.integers(0, 5), min_size=seats, max_size=seats).map(tuple))
    listed = [Reach(w, draw(st.integers(0, sum(w) + 1))) for w in draw(st.lists(weights, min_size=1, max_size=2))]
    return joint(draw(st.sampled_from(["all", "any"])), listed), seats


@given(games())
def test_what_is_counted_is_what_a_list_of_all_coalitions_gives(made: tuple[Game, int]) -> None:
    game, seats = made
    won = {c for c in every(seats) if wins(game, c)}
    found = power(game, seats)
    assert found.winning == len(won)
    assert found.swings == tuple(
        sum(c not in won and c | {seat} in won for c in every(seats) if seat not in c) for seat in range(seats)
    )
    together = sum(found.swings)
    assert found.banzhaf == tuple(Fraction(n, together) if together else Fraction() for n in found.swings)
    least = {c for c in won if not any(c - {seat} in won for seat in c)}
    counted = minimal(game, seats)
    assert counted in {None, len(least)}
    listed = winners(seats, lambda c: wins(game, c))
    assert winners_in(game, seats) == listed
    assert set(map(frozenset, minimal_coalitions(listed, seats))) == least
    assert power_by_listing(listed, seats) == found


@given(games().filter(lambda made: made[1] <= 5))
def test_the_shapley_index_is_the_part_of_orders_in_which_a_seat_turns_the_scale(made: tuple[Game, int]) -> None:
    game, seats = made
    pivots = [0] * seats
    orders = list(permutations(range(seats)))
    for order in orders:
        for place, seat in enumerate(order):
            if not wins(game, frozenset(order[:place])) and wins(game, frozenset(order[: place + 1])):
                pivots[seat] += 1
    assert power(game, seats).shapley == tuple(Fraction(count, len(orders)) for count in pivots)


@given(games())
def test_a_coalition_blocks_exactly_when_the_others_lose(made: tuple[Game, int]) -> None:
    game, seats = made
    whole = frozenset(range(seats))
    assert [wins(dual(game), c) for c in every(seats)] == [not wins(game, whole - c) for c in every(seats)]
    listed = winners(seats, lambda c: wins(game, c))
    assert blocking(listed, seats) == winners(seats, lambda c: wins(dual(game), c))
    assert winners_in(opposite(game), seats) == winners(seats, lambda c: not wins(game, c))


@given(games())
def test_what_is_opposite_is_won_exactly_when_the_game_is_not(made: tuple[Game, int]) -> None:
    game, seats = made
    assert [wins(opposite(game), c) for c in every(seats)] == [not wins(game, c) for c in every(seats)]
    assert opposite(opposite(game)) == game


def test_seats_of_one_weight_have_an_order_and_seats_stronger_each_in_its_own_way_have_none() -> None:
    assert minimal(Reach((2, 1, 1), 2), 3) == 2
    assert minimal(Joint("all", (Reach((2, 1), 2), Reach((1, 2), 2))), 2) is None
    assert minimal(Opposite(Reach((1, 1), 1)), 2) is None
    assert minimal(Reach((1, 1), 0), 2) == 1
    assert minimal(Reach((1, 1), 3), 2) == 0


def test_where_one_more_vote_may_undo_a_victory_there_is_no_index() -> None:
    exactly_one = Joint("all", (Reach((1, 1), 1), Opposite(Reach((1, 1), 2))))
    with pytest.raises(NotMonotoneError):
        power(exactly_one, 2)
    with pytest.raises(NotMonotoneError):
        power_by_listing(winners(2, lambda c: wins(exactly_one, c)), 2)


def test_weights_with_too_many_different_sums_are_refused_and_not_guessed() -> None:
    game = Reach(tuple(2**rank for rank in range(40)), 2**39)
    with pytest.raises(TooManySumsError):
        power(game, 40)
    with pytest.raises(TooManySumsError):
        minimal(game, 40)


@pytest.mark.parametrize(
    ("weights", "quota", "strict", "expected"),
    [
        (shares("9/2", "1", "3/2"), Fraction(4), False, Reach((9, 2, 3), 8)),
        (shares("9/2", "1", "3/2"), Fraction(4), True, Reach((9, 2, 3), 9)),
        (shares("1", "1"), Fraction(3, 2), False, Reach((1, 1), 2)),
        (shares("1", "1"), Fraction(3, 2), True, Reach((1, 1), 2)),
        # at most one against: -x-y >= -1, so that x+y stays below 2
        (shares("-1", "-1"), Fraction(-1), False, Opposite(Reach((1, 1), 2))),
        (shares("-1", "-1"), Fraction(-1), True, Opposite(Reach((1, 1), 1))),
        ((), Fraction(1), False, Reach((), 1)),
        # more for than against, of twelve: 2x > 12 is seven
        (shares("2", "2"), Fraction(12), True, Reach((1, 1), 7)),
        (shares("0", "0"), Fraction(1, 2), False, Reach((0, 0), 1)),
    ],
)
def test_quotas_are_brought_to_whole_numbers(
    weights: tuple[Fraction, ...], quota: Fraction, expected: Game, *, strict: bool
) -> None:
    found = reach(weights, quota, strict=strict)
    assert (Reach(found.weights, found.quota) if isinstance(found, Reach) else found) == expected


@pytest.mark.parametrize(
    ("weights", "quota", "least"),
    [
        ((11, 5, 4), 11, 11),  # the first alone
        ((5, 3, 2), 6, 7),  # 5 and 2: no two or three make six
        ((5, 3, 2), 11, None),
        ((5, 3, 2), 0, 0),
        ((10**7, 1), 1, None),  # too large to be looked at
    ],
)
def test_the_least_sum_that_wins_is_one_that_seats_make(
    weights: tuple[int, ...], quota: int, least: int | None
) -> None:
    assert least_sum(Reach(weights, quota)) == least


def test_weights_of_both_signs_are_no_game_of_weights() -> None:
    with pytest.raises(ValueError, match="both signs"):
        reach((ONE, -ONE), ONE, strict=False)


def test_of_several_quotas_for_the_same_weights_one_decides() -> None:
    low, high, other = Reach((1, 2), 1), Reach((1, 2), 3), Reach((1, 1), 2)
    assert joint("all", (low, high)) == high
    assert joint("any", (low, high)) == low
    assert joint("all", (low, other, high)) == Joint("all", (high, other))
    # 3/2 and 2 are both reached with 2; what is told is the one that the words ask for.
    half, two = Reach((1, 2), 2, Fraction(3, 2)), Reach((1, 2), 2, Fraction(2))
    assert joint("all", (half, two)) == joint("all", (two, half)) == two
    assert joint("any", (half, two)) == joint("any", (two, half)) == half
