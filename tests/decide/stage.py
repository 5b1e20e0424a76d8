"""The rules of the real convention, and votes put to them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from clausier.decide.decide import Decision, decide
from clausier.decide.docket import Docket, docket
from clausier.decide.read import read_motion
from clausier.diagnostics import Diagnostic
from support.projects import real_convention

TEN = (
    "region-grand-est",
    "ardennes",
    "aube",
    "marne",
    "haute-marne",
    "meurthe-et-moselle",
    "meuse",
    "moselle",
    "collectivite-europeenne-alsace",
    "vosges",
)
ONES = tuple(seat for seat in TEN if seat not in {"region-grand-est", "moselle", "collectivite-europeenne-alsace"})
AA = ("recteur-grand-est", "draaf-grand-est")


@cache
def rules_for(body: str, matter: str) -> Docket:
    found = docket(real_convention().rules.of("avenant-1"), body, matter)
    assert found is not None
    return found


def put(vote: Mapping[str, Any], *assumes: str) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    """What comes out of a vote of the real convention, read as the command reads it."""
    motion, problems = read_motion("vote.json", json.dumps(vote))
    if motion is None:
        return None, problems
    return decide(motion, rules_for(motion.body, motion.matter), frozenset(TEN), assumes)


def outcome(vote: Mapping[str, Any], *assumes: str) -> str:
    """The outcome of a vote that can be decided."""
    decision, problems = put(vote, *assumes)
    assert decision is not None, [d.message.text("en") for d in problems]
    return decision.outcome


def cogouv(for_: tuple[str, ...], present: tuple[str, ...] = TEN, against: tuple[str, ...] = ()) -> dict[str, Any]:
    """A vote of the COGOUV on a structuring evolution."""
    ballots = {**dict.fromkeys(for_, "for"), **dict.fromkeys(against, "against")}
    return {
        "body": "cogouv",
        "matter": "evolution-structurante",
        "date": "2023-06-20",
        "present": list(present),
        "ballots": ballots,
    }


def pupils(**by: int) -> dict[str, Any]:
    """Ten pupils for each member, but for those said."""
    figures = {seat: str(by.get(seat.replace("-", "_"), 10)) for seat in TEN}
    total = str(by.get("total", sum(int(n) for n in figures.values())))
    return {"data": {"eleves": {"by": figures, "total": total}}}
