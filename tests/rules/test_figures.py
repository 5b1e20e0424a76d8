from __future__ import annotations

from fractions import Fraction

import pytest

from clausier.rules.figures import number, whole

ONES = ["", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"]
ONES += ["quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"]
TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]


def in_words(n: int) -> str:
    """`n`, from 1 to 999, in the traditional spelling: written for the tests, another way than the reader's."""
    hundreds, rest = divmod(n, 100)
    words = ""
    if hundreds:
        words = "cent" if hundreds == 1 else f"{ONES[hundreds]} cent{'' if rest else 's'}"
    if not rest:
        return words
    if rest < 20:
        below = ONES[rest]
    else:
        ten = rest // 10
        unit = rest - 10 * ten + (10 if ten in {7, 9} else 0)
        linked = unit in {1, 11} and ten < 8
        below = TENS[ten] + (f" et {ONES[unit]}" if linked else f"-{ONES[unit]}" if unit else "s" * (ten == 8))
    return f"{words} {below}".strip()


@pytest.mark.parametrize("n", range(1, 1000))
def test_every_number_below_a_thousand_is_read_in_both_spellings(n: int) -> None:
    words = in_words(n)
    assert whole(words) == n
    assert whole(words.replace(" ", "-")) == n


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zéro", 0),
        ("une", 1),
        ("Vingt et une", 21),
        ("mille", 1000),
        ("mille un", 1001),
        ("deux mille vingt-deux", 2022),
        ("quatre-vingt mille", 80_000),
        ("neuf cent mille neuf cents", 900_900),
        ("un million", 1_000_000),
        ("trois millions deux cent mille", 3_200_000),
    ],
)
def test_larger_numbers_are_read(words: str, value: int) -> None:
    assert whole(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "",
        "vingt trente",
        "un cent",
        "dix cents",
        "cent zéro",
        "mille zéro",
        "un mille",
        "million",
        "deux deux",
        "trente-dix",
        "cent cent",
        "mille mille",
        "et un",
        "beaucoup",
        "zéro mille",
    ],
)
def test_words_that_make_no_french_number_are_none(words: str) -> None:
    assert whole(words) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("15", Fraction(15)),
        ("4,5", Fraction(9, 2)),
        ("4.5", Fraction(9, 2)),
        ("0,125", Fraction(1, 8)),
        ("10 000", Fraction(10_000)),
        ("1 234 567,89", Fraction(123_456_789, 100)),
        ("1.0000", Fraction(1)),
        ("trois", Fraction(3)),
        ("trois (3)", Fraction(3)),
        ("3 (trois)", Fraction(3)),
        ("vingt et un (21)", Fraction(21)),
    ],
)
def test_digits_words_and_both_are_read_exactly(words: str, value: Fraction) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "",
        "1.000",
        "12.345",
        "trois (4)",
        "3 (quatre)",
        "trois ()",
        "(3)",
        "12 34",
        "1 0000",
        "1,",
        ",5",
        "4,5,6",
        "٣",
        "3 x",
    ],
)
def test_a_figure_that_may_be_misread_is_refused(words: str) -> None:
    assert number(words) is None
