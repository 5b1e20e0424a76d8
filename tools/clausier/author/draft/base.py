"""The text that a draft starts from: the one in force on a day, or the last that has begun; and what was laid of it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.draft.edits import Undraftable
from clausier.consolidate import Timeline, Version, consolidate, leniently
from clausier.diagnostics import Diagnostic
from clausier.emit.dates import in_words
from clausier.model.act import Corpus
from clausier.source.acts import read_project
from clausier.store import cached


class Base(Struct, frozen=True, kw_only=True):
    """A version, of a timeline of these acts; `day` is the one on which it was asked for, None for the last one."""

    corpus: Corpus
    timeline: Timeline
    version: Version
    day: datetime.date | None = None


def base_of(root: Path, act: str, day: datetime.date | None) -> Base:
    """The text in force on that day, or the last one, whatever stands in the draft itself.

    Raises Undraftable where the sources have errors, or that day has no text for certain.
    """
    with cached(root, begin=True) as cache:
        corpus, found = read_project(root, cache)
    timeline: Timeline | None = None
    if corpus is not None:
        signed = tuple(a for a in corpus.amendments if not a.draft and a.id != act)
        corpus = replace(corpus, amendments=signed)
        timeline, in_time = consolidate(corpus)
        found = (*leniently(found, corpus, ()), *in_time)
    errors = [d for d in found if d.severity == "error" and not _of(d, act)]
    if corpus is None or timeline is None or errors:
        first = errors[0].message if errors else None
        raise Undraftable(
            "les sources ont des erreurs\u00a0: " + (first.text("fr") if first else "pas de convention"),
            "the sources have errors: " + (first.text("en") if first else "no convention"),
        )
    version = timeline.latest if day is None else _on(day, timeline)
    return Base(corpus=corpus, timeline=timeline, version=version, day=day)


def _on(day: datetime.date, timeline: Timeline) -> Version:
    period = timeline.period(day)
    named = timeline.version(period.candidates[0]) if period and period.determined else None
    if named is not None:
        return named
    if period is None:
        raise Undraftable(
            f"aucun texte n’était en vigueur le {in_words(day)}", f"no text was in force on {day.isoformat()}"
        )
    raise Undraftable(
        f"le texte du {in_words(day)} est indéterminé ({', '.join(period.candidates)})\u00a0: enregistrer les dates qui manquent, "
        "ou prendre un autre jour",
        f"the text of {day.isoformat()} is undetermined ({', '.join(period.candidates)}): record the missing dates, or take "
        "another day",
    )


def _of(finding: Diagnostic, act: str) -> bool:
    return re.match(rf"amendments/(?:\d+-)?{act}/", finding.span.path) is not None


def record(base: Base, digests: Iterable[tuple[str, str]]) -> str:
    """What the folder was laid from: the version, the day where one was given, and the SHA-256 of each file as laid."""
    at = {"at": base.day.isoformat()} if base.day else {}
    return json.dumps({"version": base.version.id, **at, "files": dict(digests)}, indent=1) + "\n"


def recorded_day(recorded: str) -> datetime.date | None:
    """The day that a folder was laid for; None where it was laid from the last text, or nobody can say."""
    try:
        known = json.loads(recorded)
        return datetime.date.fromisoformat(known["at"])
    except (json.JSONDecodeError, KeyError, TypeError, ValueError):
        return None


def recorded_names(recorded: str) -> frozenset[str]:
    """The files that were laid; none where nobody can say."""
    try:
        known = json.loads(recorded)
        return frozenset(known["files"])
    except (json.JSONDecodeError, KeyError, TypeError):
        return frozenset()
