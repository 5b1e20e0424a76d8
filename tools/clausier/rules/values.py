"""What a figure in the words can be: a number, a share, a duration, a date, an amount, a rhythm, or plain words. Exact."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Literal, assert_never

from msgspec import Struct

from clausier.rules.exact import Json, decimal, ratio

CaptureType = Literal["integer", "number", "percentage", "fraction", "duration", "date", "amount", "frequency", "text"]
Unit = Literal["hour", "day", "week", "month", "year"]
Counting = Literal["calendar", "clear", "business", "working"]


class Share(Struct, frozen=True, kw_only=True):
    """A part of a whole: `of` of it, and `plus` more (`la moitié plus un`). `strict` as the words say, None where silent.

    `plus de la moitié` and `la majorité absolue` are strict; `au moins la moitié` is not.
    """

    of: Fraction
    plus: int = 0
    strict: bool | None = None


class Relative(Struct, frozen=True):
    """`majorité relative`, `majorité simple`: more for than against."""


class Duration(Struct, frozen=True):
    """`count` units. `counting`: of the calendar, or days that are clear (francs), business (ouvrés), working (ouvrables)."""

    count: int
    unit: Unit
    counting: Counting = "calendar"

    def iso(self) -> str:
        """The duration in ISO 8601: `P3W`, `PT48H`."""
        letter = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}[self.unit]
        return f"P{'T' if self.unit == 'hour' else ''}{self.count}{letter}"


class Money(Struct, frozen=True):
    """An amount in euros; `tax` is `HT` or `TTC` where the words say so."""

    amount: Fraction
    tax: Literal["", "HT", "TTC"] = ""


class Periodicity(Struct, frozen=True):
    """`times` in each period `every`: `chaque semestre` is once in six months."""

    times: int
    every: Duration


Value = int | Fraction | Share | Relative | Duration | datetime.date | Money | Periodicity | str


def value_json(value: Value) -> Json:
    """`value` as the outputs write it: votes as `"4.5"`, shares as `{"num", "den"}`, durations and dates in ISO 8601."""
    match value:
        case int() | str():
            return value
        case Fraction():
            return decimal(value)
        case Share():
            return share_json(value)
        case Relative():
            return "relative"
        case Duration(counting="calendar"):
            return value.iso()
        case Duration():
            return {"duration": value.iso(), "counting": value.counting}
        case datetime.date():
            return value.isoformat()
        case Money():
            money: dict[str, Json] = {"amount": decimal(value.amount), "currency": "EUR"}
            return {**money, "tax": value.tax} if value.tax else money
        case Periodicity():
            return {"times": value.times, "every": value_json(value.every)}
        case _:
            assert_never(value)


def share_json(share: Share) -> Json:
    """A share as a ratio; with what it adds, where it adds something."""
    part = ratio(share.of)
    return {"share": part, "plus": share.plus} if share.plus else part
