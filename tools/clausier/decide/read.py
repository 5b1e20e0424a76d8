"""The input of `clausier decide` → a motion: JSON, or YAML, as `schema/decide-input.schema.json` says."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, cast

from clausier.decide.motion import Column, Motion, Previous, Round, Vote, place
from clausier.diagnostics import Diagnostic, codes_dec, report
from clausier.source.folders import read_checked
from clausier.source.schema import plain
from clausier.source.yaml import Node
from clausier.text.regex import regex

# JSON writes a character beyond the first plane as two halves, which YAML does not know.
_HALVES = regex(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def read_motion(path: str, text: str) -> tuple[Motion | None, tuple[Diagnostic, ...]]:
    """The motion that `text` (of the file `path`) puts, and what is wrong with it; None where it cannot be read."""
    checked, problems = read_checked(path, _HALVES.sub(_whole, text), "decide-input")
    if checked is None or problems:
        return None, problems
    data = plain(checked)
    problems = tuple(_bad_days(data, checked))
    return (None, problems) if problems else (_motion(data, checked), ())


def _whole(halves: re.Match[str]) -> str:
    high, low = int(halves[2], 16) - 0xD800, int(halves[3], 16) - 0xDC00
    return halves[1] + chr(0x10000 + (high << 10) + low)


def _motion(data: dict[str, Any], source: Node) -> Motion:
    single = Round(ballots=cast("dict[str, Vote]", data.get("ballots", {})))
    rounds = tuple(_round(item) for item in data["rounds"]) if "rounds" in data else (single,)
    previous = data.get("previous")
    return Motion(
        body=data["body"],
        matter=data.get("matter", ""),
        title=data.get("title", ""),
        day=_day(data.get("date")),
        version=data.get("version", ""),
        present=tuple(data.get("present", ())),
        rounds=rounds,
        proxies=data.get("proxies", {}),
        data={name: _column(column) for name, column in data.get("data", {}).items()},
        designated={college: tuple(seats) for college, seats in data.get("designated", {}).items()},
        chair=data.get("chair", ""),
        secret={"true": True, "false": False}.get(data.get("secret", "")),
        recused=tuple(data.get("recused", ())),
        agenda=tuple(data.get("agenda", ())),
        previous=_previous(previous) if previous else None,
        source=source,
    )


def _round(data: dict[str, Any]) -> Round:
    return Round(
        ballots=data["ballots"],
        arrived=tuple(data.get("arrived", ())),
        left=tuple(data.get("left", ())),
        proxies=data.get("proxies"),
    )


def _previous(data: dict[str, Any]) -> Previous:
    day = _day(data["date"])
    assert day is not None  # noqa: S101 - looked at before
    return Previous(day=day, present=tuple(data["present"]), agenda=tuple(data.get("agenda", ())))


def _column(data: dict[str, Any]) -> Column:
    by = {seat: Fraction(value) for seat, value in data.get("by", {}).items()}
    return Column(by, Fraction(data["total"]) if "total" in data else None)


def _day(words: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(words) if words else None
    except ValueError:
        return None


def _bad_days(data: dict[str, Any], source: Node) -> Iterator[Diagnostic]:
    places: tuple[tuple[str, ...], ...] = (("date",), ("previous", "date"))
    for path in places:
        found: Any = data
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        if found is not None and _day(found) is None:
            yield report(codes_dec.NO_SUCH_DATE, place(source, *path), words=found)
