"""Exact numbers and the three ways in which JSON carries them. A float never appears: 12 of 15 is 80 %, not nearly 80."""

from __future__ import annotations

import re
from fractions import Fraction

from clausier.text.regex import regex

Json = bool | int | str | list["Json"] | dict[str, "Json"] | None
Ratio = dict[str, Json]  # a fraction in lowest terms: `num`, and `den`, which is positive

_DECIMAL = regex(r"-?\d+(?:\.\d+)?\Z", re.ASCII)


def ratio(value: Fraction) -> Ratio:
    """`value` as `{"num": 4, "den": 5}`: how a share or a threshold is written."""
    return {"num": value.numerator, "den": value.denominator}


def decimal(value: Fraction) -> str | Ratio:
    """`value` as `"4.5"`: how votes and amounts are written; as a ratio where no decimal is exact."""
    twos = fives = 0
    rest = value.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return ratio(value)
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def literal(value: Fraction) -> int | Ratio:
    """`value` as a condition writes it: an integer, else a ratio."""
    return value.numerator if value.denominator == 1 else ratio(value)


def from_json(value: object) -> Fraction:
    """The number that an integer, a decimal string or a ratio stands for. ValueError for anything else, floats too."""
    match value:
        case bool():
            pass
        case int():
            return Fraction(value)
        case str() if _DECIMAL.match(value):
            return Fraction(value)
        case {"num": int(num), "den": int(den), **others} if den > 0 and not others:
            return Fraction(num, den)
    raise ValueError(f"not an exact number: {value!r}")
