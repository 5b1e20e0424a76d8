"""A vote that a command reads, and what comes out of it: what `decide` answers, and the minutes of a vote tell."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NoReturn

from msgspec.structs import replace

from clausier.cli.framework import refuse
from clausier.cli.reading import given_text, report_and_end, selected
from clausier.compile import Compiled
from clausier.consolidate import Version
from clausier.consolidate.members import ManyMembersError, open_changes
from clausier.decide.motion import Motion
from clausier.diagnostics import Diagnostic, Lang, Message, codes_dec, report
from clausier.emit.answers import Selection, with_members_open
from clausier.schemas import Object

Members = tuple[str, ...]
Case = tuple[Version, Members, bool]
"""A version, a list of members that may be its own, and whether there are several such lists."""

_OVER = Message(
    fr="la convention a pris fin\u00a0: personne n’y siège plus",
    en="the convention has ended: nobody sits in it any more",
)


def motion_of(file: str, at: datetime.date | None) -> Motion:
    """The motion of a file (`-`: standard input), held on the day `at` where one is given; the command ends where it is none."""
    from clausier.decide.read import read_motion

    motion, problems = read_motion(file, given_text(file))
    if motion is None:
        report_and_end(problems)
    if at is not None:
        motion = replace(motion, day=at, version="")
    if motion.day is None and not motion.version:
        report_and_end((report(codes_dec.NO_DATE, motion.at()),))
    return motion


def no_body(body: str, found: Compiled, versions: Sequence[Version]) -> NoReturn:
    """Refuse a body in which no rule of these versions says who sits."""
    from clausier.decide.docket import bodies

    if all(version.over for version in versions):
        refuse(fr=_OVER.fr, en=_OVER.en, code=1)
    listed = ", ".join(dict.fromkeys(name for v in versions for name in bodies(found.rules.of(v.id)))) or "—"
    refuse(
        fr=f"aucune règle connue ne dit qui siège dans «\u00a0{body}\u00a0» (instances connues\u00a0: {listed})",
        en=f"no known rule says who sits in “{body}” (known bodies: {listed})",
        code=1,
    )


def voted(found: Compiled, motion: Motion, assumptions: tuple[str, ...], lang: Lang) -> tuple[Object, tuple[Case, ...]]:
    """What `clausier decide` answers in JSON, and its cases; the command ends where no version has an answer."""
    from clausier.emit.decision_json import answer_json

    chosen = selected(found.timeline, day=motion.day, version=motion.version)
    chosen, cases = each_case(found, chosen, motion.day)
    answers: list[Object] = []
    refused: list[Diagnostic] = []
    for version, members, several in cases:
        answer, problems = _answer(found, version, motion, members, assumptions, lang)
        answers.append({**answer, "members": list(members)} if several else answer)
        refused += problems
    if all(answer.get("status") == "refused" for answer in answers):
        report_and_end(tuple(dict.fromkeys(refused)))
    return answer_json(chosen, answers), cases


def each_case(found: Compiled, chosen: Selection, day: datetime.date | None) -> tuple[Selection, tuple[Case, ...]]:
    """Each version of the selection with each list of members that is possible on that day.

    Where there are several, the selection that comes back says so. The command ends where they are too many.
    """
    lists = [(version, memberships(found, version, day)) for version in chosen.versions]
    if day and any(len(possible) > 1 for _, possible in lists):
        chosen = with_members_open(chosen, open_changes(found.timeline, day))
    return chosen, tuple((version, members, len(possible) > 1) for version, possible in lists for members in possible)


def memberships(found: Compiled, version: Version, day: datetime.date | None) -> tuple[Members, ...]:
    """Each list of members that is possible on that day; the command ends where they are too many."""
    from clausier.decide.seats import each_membership

    try:
        return each_membership(found.timeline, version, day)
    except ManyMembersError as many:
        acts = ", ".join(many.acts)
        refuse(
            fr=f"trop de listes de membres sont possibles ce jour-là\u00a0: préciser la date de ces actes ({acts})",
            en=f"too many lists of members are possible on that day: record the date of these acts ({acts})",
            code=1,
        )


def _answer(
    found: Compiled,
    version: Version,
    motion: Motion,
    members: tuple[str, ...],
    assumptions: tuple[str, ...],
    lang: Lang,
) -> tuple[Object, tuple[Diagnostic, ...]]:
    """The answer under one version; where there is none, why."""
    from clausier.decide.decide import decide
    from clausier.decide.docket import bodies, docket
    from clausier.emit.decision_json import decision_json, lacuna_of, refused_json, unknown_json

    made = docket(found.rules.of(version.id), motion.body, motion.matter)
    if made is None:
        numbers = [r.place.number for r in found.rules.rules if r.source.body == motion.body and not r.place.act]
        lacuna = lacuna_of(version, numbers)
        if lacuna is not None:
            return unknown_json(version, motion, lacuna), ()
        known = ", ".join(bodies(found.rules.of(version.id))) or "—"
        place = motion.at("body")
        help_ = _OVER if version.over else None
        problem = report(codes_dec.UNKNOWN_BODY, place, body=motion.body, version=version.id, bodies=known, help=help_)
        return refused_json(version, motion, (problem,), lang), (problem,)
    decision, problems = decide(motion, made, frozenset(members), assumptions)
    if decision is None:
        return refused_json(version, motion, problems, lang), problems
    return decision_json(found.rules, version, motion, decision), ()
