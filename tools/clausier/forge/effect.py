"""What a proposal does to the text: to the one in force, and to the one that an act it brings would make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from clausier.cache import Cache
from clausier.compile import Consolidated, consolidate_project
from clausier.consolidate import Timeline, Version
from clausier.diagnostics import Diagnostic, Filled, Message, has_errors
from clausier.emit.between import changes_between
from clausier.emit.changes import Change
from clausier.emit.redline import PROPOSAL
from clausier.model.act import Act

_OF_A_DRAFT = Message(
    fr="Effet du projet «\u00a0{title}\u00a0», s’il était signé", en="Effect of the draft “{title}”, if it were signed"
)
_OF_AN_ACT = Message(fr="Effet de «\u00a0{title}\u00a0», une fois en vigueur", en="Effect of “{title}”, once in force")


class Effect(Struct, frozen=True, kw_only=True):
    """What changes from one version to another, and what is to be said of it; `act` is the one supposed in force, if any.

    `former` is the timeline that `timeline` is compared with.
    """

    title: Message | Filled
    changes: tuple[Change, ...]
    former: Timeline
    timeline: Timeline
    before: Version
    after: Version
    act: str = ""


class Unshown(Struct, frozen=True, kw_only=True):
    """An act whose effect its errors keep from being shown."""

    title: Filled


class Faulty(Struct, frozen=True, kw_only=True):
    """Why there is no telling: the errors of the proposal, or of the state that it started from (`before`)."""

    errors: tuple[Diagnostic, ...]
    before: bool


def effects(project: Path, before: Path, at: Callable[[Message], None]) -> tuple[Effect | Unshown, ...] | Faulty:
    """What a proposal, in the folder `project`, does to the text in force, that of the folder `before`.

    Then what each act would do that it brings or changes, and that is not in force yet.
    """
    cache = Cache()
    old, found = consolidate_project(before, drafts=(), known=None, cache=cache, at=at)
    if old is None or has_errors(found):
        return Faulty(errors=_errors(found), before=True)
    new, found = consolidate_project(project, drafts=(), known=None, cache=cache, at=at)
    if new is None or has_errors(found):
        return Faulty(errors=_errors(found), before=False)
    told: list[Effect | Unshown] = [_effect(PROPOSAL, old.timeline, new.timeline)]
    for act in _brought(old, new):
        title = (_OF_A_DRAFT if act.draft else _OF_AN_ACT).fill(title=act.title or act.id)
        supposed, found = consolidate_project(
            project, drafts=(act.id,), known=None, cache=cache, supposed=act.id, at=at
        )
        if supposed is None or has_errors(found):
            told.append(Unshown(title=title))
        else:
            told.append(_effect(title, new.timeline, supposed.timeline, act.id))
    return tuple(told)


def _brought(old: Consolidated, new: Consolidated) -> Iterator[Act]:
    """The acts that are not as they were, and are no part of the text in force."""
    former = {act.id: act for act in old.corpus.acts}
    in_force = new.timeline.latest.acts
    return (a for a in new.corpus.amendments if a.id not in in_force and a != former.get(a.id))


def _effect(title: Message | Filled, former: Timeline, timeline: Timeline, act: str = "") -> Effect:
    before, after = former.latest, timeline.latest
    found = changes_between(before, after, timeline, former)
    return Effect(title=title, changes=found, former=former, timeline=timeline, before=before, after=after, act=act)


def _errors(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(d for d in found if d.severity == "error")
