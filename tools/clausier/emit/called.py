"""What readers call a version, which commands and addresses name by its id: « version issue de l’avenant n° 2 »."""

from __future__ import annotations

from collections.abc import Sequence

from clausier.consolidate import Timeline, Version
from clausier.emit.dates import in_words
from clausier.text.words import enumerated, uncapitalised

_FEW = 6


def called(timeline: Timeline, version: Version) -> str:
    """The version by the act it comes from, in a sentence and without article; the acts before it that it does without.

    Of several that come from the same acts, each after the first has the day on which it begins; or says that the convention has ended.
    """
    last = max(version.acts, key=timeline.rank_of_act.__getitem__)
    name = "version initiale"
    if last != timeline.acts[0].id:
        name = f"version issue de {_act(last, timeline)}"
        changing = {event.act for event in (*timeline.events, *timeline.to_come)}
        earlier = timeline.acts[1 : timeline.rank_of_act[last]]
        if without := [_act(a.id, timeline) for a in earlier if a.id in changing and a.id not in version.acts]:
            name += f", sans {enumerated(without)}"
    same = [v for v in timeline.versions if set(v.acts) == set(version.acts)]
    if version.over and sum(v.over for v in same) == 1:
        return f"{name}, après la fin de la convention"
    if version.id == same[0].id:
        return name
    begins = {v.id: min(p.first for p in timeline.periods if v.id in p.candidates) for v in same}
    day = begins.get(version.id)
    if day is None or list(begins.values()).count(day) > 1:
        return f"{name} ({version.id})"
    return f"{name}, texte du {in_words(day)}"


def the_act(name: str) -> str:
    """The name of an act inside a sentence."""
    return f"l’{uncapitalised(name)}" if name.lower().startswith("avenant") else f"«\u00a0{name}\u00a0»"


def the_acts(names: Sequence[str]) -> str:
    """Acts inside a sentence: each by its name, or how many and the last where they would fill a page."""
    if len(names) > _FEW:
        return f"{len(names)}\u00a0actes, dont le dernier est {the_act(names[-1])}"
    return enumerated([the_act(name) for name in names])


def _act(identity: str, timeline: Timeline) -> str:
    """The act inside a sentence, told from another of the same title."""
    act = timeline.act(identity)
    alike = [a for a in timeline.acts if a.title == act.title]
    return the_act(act.title or act.id) + (f" ({act.id})" if len(alike) > 1 else "")
