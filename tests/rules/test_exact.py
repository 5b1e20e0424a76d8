from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.rules.exact import decimal, from_json, literal, ratio

RATIONALS = st.fractions(max_denominator=10_000)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(9, 2), "4.5"),
        (Fraction(1), "1"),
        (Fraction(0), "0"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 50), "0.02"),
        (Fraction(-1, 4), "-0.25"),
        (Fraction(-3), "-3"),
        (Fraction(1001, 1000), "1.001"),
        (Fraction(100), "100"),
        (Fraction(1, 3), {"num": 1, "den": 3}),
        (Fraction(-7, 6), {"num": -7, "den": 6}),
    ],
)
def test_votes_are_written_as_decimals_and_as_ratios_where_no_decimal_is_exact(
    value: Fraction, written: object
) -> None:
    assert decimal(value) == written


def test_a_share_is_a_ratio_in_lowest_terms() -> None:
    assert ratio(Fraction(80, 100)) == {"num": 4, "den": 5}


def test_a_literal_is_an_integer_where_it_can_be() -> None:
    assert literal(Fraction(-21)) == -21
    assert literal(Fraction(1, 2)) == {"num": 1, "den": 2}


@given(RATIONALS)
def test_what_is_written_is_read_back_exactly(value: Fraction) -> None:
    assert from_json(decimal(value)) == value
    assert from_json(ratio(value)) == value
    assert from_json(literal(value)) == value


@pytest.mark.parametrize(
    "value",
    [
        0.8,
        True,
        None,
        "",
        "4,5",
        "1e3",
        "٣",
        "4.",
        ".5",
        {"num": 1},
        {"num": 1, "den": 0},
        {"num": 1, "den": 2, "x": 1},
    ],
)
def test_nothing_else_is_an_exact_number(value: object) -> None:
    with pytest.raises(ValueError, match="not an exact number"):
        from_json(value)
