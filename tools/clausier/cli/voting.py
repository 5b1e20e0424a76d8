"""A vote that a command reads, and what comes out of it: what `decide` answers, and the minutes of a vote tell."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, NoReturn

from msgspec.structs import replace

from clausier.cli.framework import refuse
from clausier.cli.reading import given_text
from clausier.compile import Compiled
from clausier.consolidate import Version
from clausier.decide.motion import Motion
from clausier.diagnostics import Diagnostic, Lang, Message, codes_dec, report
from clausier.emit.answers import Selection


def motion_of(file: str, at: datetime.date | None) -> tuple[Motion | None, tuple[Diagnostic, ...]]:
    """The motion of a file (`-`: standard input), held on the day `at` where one is given; None where it is none, and why."""
    from clausier.decide.read import read_motion

    motion, problems = read_motion(file, given_text(file))
    if motion is None:
        return None, problems
    if at is not None:
        motion = replace(motion, day=at, version="")
    if motion.day is None and not motion.version:
        return None, (report(codes_dec.NO_DATE, motion.at()),)
    return motion, ()


def no_body(body: str, found: Compiled, versions: Iterable[Version]) -> NoReturn:
    """Refuse a body in which no rule of these versions says who sits."""
    from clausier.decide.docket import bodies

    listed = ", ".join(dict.fromkeys(name for v in versions for name in bodies(found.rules.of(v.id)))) or "—"
    refuse(
        Message(
            fr=f"aucune règle connue ne dit qui siège dans «\u00a0{body}\u00a0» (instances connues\u00a0: {listed})",
            en=f"no known rule says who sits in “{body}” (known bodies: {listed})",
        ),
        code=1,
    )


def answered(
    found: Compiled, chosen: Selection, motion: Motion, assumptions: tuple[str, ...], lang: Lang
) -> tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]:
    """What `clausier decide` answers in JSON; None where no version has an answer, and why."""
    from clausier.emit.decision_json import answer_json

    answers: list[dict[str, Any]] = []
    refused: list[Diagnostic] = []
    for version in chosen.versions:
        answer, problems = _answer(found, version, motion, assumptions, lang)
        answers.append(answer)
        refused += problems
    if all(answer.get("status") == "refused" for answer in answers):
        return None, tuple(dict.fromkeys(refused))
    return answer_json(chosen, answers), ()


def _answer(
    found: Compiled, version: Version, motion: Motion, assumptions: tuple[str, ...], lang: Lang
) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """The answer under one version; where there is none, why."""
    from clausier.decide.decide import decide
    from clausier.decide.docket import bodies, docket
    from clausier.decide.seats import members_of
    from clausier.emit.decision_json import decision_json, lacuna_of, refused_json, unknown_json

    made = docket(found.rules.of(version.id), motion.body, motion.matter)
    if made is None:
        numbers = [r.place.number for r in found.rules.rules if r.source.body == motion.body and not r.place.act]
        lacuna = lacuna_of(version, numbers)
        if lacuna is not None:
            return unknown_json(version, motion, lacuna), ()
        known = ", ".join(bodies(found.rules.of(version.id))) or "—"
        place = motion.at("body")
        problem = report(codes_dec.UNKNOWN_BODY, place, body=motion.body, version=version.id, bodies=known)
        return refused_json(version, motion, (problem,), lang), (problem,)
    decision, problems = decide(motion, made, frozenset(members_of(found.timeline, version, motion.day)), assumptions)
    if decision is None:
        return refused_json(version, motion, problems, lang), problems
    return decision_json(found.rules, version, motion, decision), ()
