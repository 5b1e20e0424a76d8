"""What documents are about: an amendment, a meeting, a vote; compiled, with the data that their templates are given."""

from __future__ import annotations

import datetime
from pathlib import Path

from clausier.cli.framework import refuse_unknown
from clausier.cli.reading import compiled, selected, the_version
from clausier.cli.voting import memberships, motion_of, no_body, voted
from clausier.compile import Compiled
from clausier.decide.motion import Motion
from clausier.diagnostics import Lang
from clausier.schemas import Object


def of_act(project: Path, subject: str, member: str, drafts: tuple[str, ...]) -> tuple[Compiled, Object]:
    """An amendment, as if it were signed and in force; `member` is the one whose assembly the document is for, if any."""
    from clausier.export.templates.act import act_data

    found = compiled(project, drafts=drafts)
    act = next((a for a in found.corpus.amendments if a.id == subject), None)
    if act is None:
        ids = (a.id for a in found.corpus.amendments)
        refuse_unknown(ids, fr=f"pas d’avenant «\u00a0{subject}\u00a0»", en=f"no amendment “{subject}”")
    found = compiled(project, drafts=(*drafts, subject), supposed=subject)
    if member and member not in found.timeline.party_names:
        refuse_unknown(
            sorted(found.timeline.party_names), fr=f"pas de membre «\u00a0{member}\u00a0»", en=f"no member “{member}”"
        )
    return found, act_data(found, act, member)


def of_body(
    project: Path, subject: str, at: datetime.date | None, version: str, drafts: tuple[str, ...]
) -> tuple[Compiled, Object]:
    """A meeting of a body, or that at which the vote of a file is held."""
    from clausier.export.templates.body import body_data

    motion = Motion(body=subject, day=at)
    if subject == "-" or Path(subject).suffix or Path(subject).is_file():
        motion = motion_of(subject, at)
    found = compiled(project, drafts=drafts)
    chosen = selected(found.timeline, day=None if version else motion.day, version=version or motion.version)
    one = the_version(chosen, " (--version)")
    data = body_data(found, one, memberships(found, one, motion.day), motion)
    if data is None:
        no_body(motion.body, found, (one,))
    return found, data


def of_vote(
    project: Path,
    file: str,
    at: datetime.date | None,
    assumptions: tuple[str, ...],
    drafts: tuple[str, ...],
    lang: Lang,
) -> tuple[Compiled, Object]:
    """The vote of a file, with all that comes out of it."""
    from clausier.export.templates.vote import vote_data

    motion = motion_of(file, at)
    found = compiled(project, drafts=drafts)
    answer, cases = voted(found, motion, assumptions, lang)
    return found, vote_data(found, [(version, members) for version, members, _ in cases], motion, answer)
