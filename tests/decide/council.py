"""Three governance texts of other kinds, in `texts/`, in words of our own after the articles that their titles cite."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from clausier.compile import Compiled
from clausier.decide.decide import Decision, decide
from clausier.decide.docket import docket
from clausier.decide.read import read_motion
from support.projects import sound

TEXTS = Path(__file__).parent / "texts"


@cache
def text(name: str) -> Compiled:
    return sound(TEXTS / name, checks=False)


def decided(name: str, vote: Mapping[str, Any], *assumes: str) -> tuple[Decision | None, list[str]]:
    """What comes out of a vote under the text of that name, and the codes of what is wrong with it."""
    motion, problems = read_motion("vote.json", json.dumps(vote))
    assert motion is not None, [p.message.text("en") for p in problems]
    found = text(name)
    (version,) = found.timeline.versions
    rules = docket(found.rules.of(version.id), motion.body, motion.matter)
    assert rules is not None
    members = frozenset(p.id for p in found.timeline.members[0].parties)
    decision, problems = decide(motion, rules, members, assumes)
    return decision, [p.code.id for p in problems]


def council(vote: Mapping[str, Any], *assumes: str) -> tuple[str, list[str]]:
    """The outcome of a vote of the council, and the codes of what is wrong with it."""
    decision, codes = decided("conseil", vote, *assumes)
    return (decision.outcome if decision else ""), codes
