"""The text that a draft starts from: the one in force on a day, or the last that has begun; and what was laid of it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Container, Iterator
from itertools import chain
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from clausier.author.draft.article import index
from clausier.author.draft.lay import laid, laid_units
from clausier.consolidate import Event, Timeline, Version, consolidate, leniently
from clausier.diagnostics import Diagnostic, Refused
from clausier.digest import digest, sha256
from clausier.emit.dates import in_words
from clausier.model.act import Act
from clausier.model.provision import Provision, Quotation
from clausier.source.acts import DRAFT_FOLDER, read_project
from clausier.source.folders import CONVENTION
from clausier.store import cached

_INDEX = "avenant.yml"
_KEPT = "draft"  # what the cache keeps for this, apart from what builds read


class Base(Struct, frozen=True, kw_only=True):
    """A version, and the convention as signed, its own text left out; `day` is the one on which it was asked for, None for the last.

    `laid` are the files that lay it, each with its SHA-256, in the order of the units.
    """

    convention: Act
    version: Version
    laid: tuple[tuple[str, str], ...]
    day: datetime.date | None = None

    def units(self) -> dict[str, Provision]:
        """The units of its text, by the names of the files that lay them."""
        return {name: unit for (name, _), unit in zip(self.laid, laid_units(self.version.document), strict=True)}

    def timeline(self, *versions: Version, events: tuple[Event, ...] = ()) -> Timeline:
        """A timeline of those versions alone, that come from this one by those events."""
        return Timeline(
            acts=(self.convention,),
            versions=versions,
            periods=(),
            events=events,
            to_come=(),
            members=(),
            operations={},
            overtaken={},
            touched={},
        )


def base_of(root: Path, folder: str, act: str, day: datetime.date | None) -> Base:
    """The text in force on that day, or the last one, whatever stands in the draft itself, in the folder of that name.

    What an earlier run found of the same files is asked of the project's cache, where there is one. Raises Refused where
    the sources have errors, or that day has no text for certain.
    """
    with cached(root, name=_KEPT) as kept:
        sources = chain((act, str(day)), _sources(root, root / "amendments" / folder, index(act, day)))
        found, _ = kept.recall("draft", sources, Base, lambda: (_worked_out(root, act, day), ()))
        kept.forget()
    return found


def _sources(root: Path, own: Path, begun: str) -> Iterator[str]:
    """Names, and one digest of all contents, of the files that the text follows from: the convention and the acts.

    What is laid in the folder of a draft is left out. Of the draft itself, in the folder `own`, the index counts, once it
    says more than that of a draft just `begun`.
    """
    acts = [p for p in sorted((root / "amendments").glob("[!.]*")) if p != own]
    inside = [file for act in acts if act.is_dir() and not act.is_symlink() for file in sorted(act.glob("[!.]*"))]
    files = [act for act in acts if act not in {file.parent for file in inside}]
    files += [file for file in inside if file.name != DRAFT_FOLDER]
    if (own / _INDEX).is_file() and (own / _INDEX).read_bytes() != begun.encode():
        files.append(own / _INDEX)
    names = [CONVENTION, *(file.relative_to(root).as_posix() for file in files)]
    yield from names
    yield digest(root, names)


def _worked_out(root: Path, act: str, day: datetime.date | None) -> Base:
    with cached(root) as cache:
        corpus, found = read_project(root, cache)
    timeline: Timeline | None = None
    if corpus is not None:
        corpus = replace(corpus, amendments=tuple(a for a in corpus.amendments if a.id != act))
        timeline, in_time = consolidate(corpus)
        found = (*leniently(found, corpus, ()), *in_time)
    errors = [d for d in found if d.severity == "error" and not _of(d, act)]
    if corpus is None or timeline is None or errors:
        first = errors[0].message if errors else None
        raise Refused(
            "les sources ont des erreurs\u00a0: " + (first.text("fr") if first else "pas de convention"),
            "the sources have errors: " + (first.text("en") if first else "no convention"),
        )
    return based(corpus.convention, timeline.latest if day is None else _on(day, timeline), day)


def based(convention: Act, version: Version, day: datetime.date | None = None) -> Base:
    """That version of the text that began as that convention; where its words stand in the sources is left out."""
    document = replace(convention.document, blocks=(), children=())
    return Base(
        convention=replace(convention, document=document, files=(), source_text=None),
        version=replace(
            version, document=_nowhere(version.document, older_count=version.document.older_count), events=()
        ),
        laid=tuple((name, sha256(file.markdown.encode())) for name, file in laid(version.document).items()),
        day=day,
    )


def _nowhere(provision: Provision, *, older_count: bool) -> Provision:
    """A provision without the places of its words: a draft reports none of them, and they are half of what it takes to read it.

    Each part of it knows how its text counts alinéas.
    """
    blocks = tuple(b if isinstance(b, Quotation) else replace(b, span=None) for b in provision.blocks)
    children = tuple(_nowhere(child, older_count=older_count) for child in provision.children)
    return replace(provision, span=None, blocks=blocks, children=children, older_count=older_count)


def _on(day: datetime.date, timeline: Timeline) -> Version:
    period = timeline.period(day)
    named = timeline.version(period.candidates[0]) if period and period.determined else None
    if named is not None:
        return named
    if period is None:
        raise Refused(
            f"aucun texte n’était en vigueur le {in_words(day)}", f"no text was in force on {day.isoformat()}"
        )
    raise Refused(
        f"le texte du {in_words(day)} est indéterminé ({', '.join(period.candidates)})\u00a0: enregistrer les dates qui manquent, "
        "ou prendre un autre jour",
        f"the text of {day.isoformat()} is undetermined ({', '.join(period.candidates)}): record the missing dates, or take "
        "another day",
    )


def _of(finding: Diagnostic, act: str) -> bool:
    return re.match(rf"amendments/(?:\d+-)?{act}/", finding.span.path) is not None


def record(base: Base, names: Container[str]) -> str:
    """What the folder was laid from: the version, the day where one was given, and the SHA-256 of each of these files as laid."""
    at = {"at": base.day.isoformat()} if base.day else {}
    files = {name: found for name, found in base.laid if name in names}
    return json.dumps({"version": base.version.id, **at, "files": files}, indent=1) + "\n"


class _Record(Struct, frozen=True):
    files: dict[str, str]
    at: datetime.date | None = None


def recorded(record: str) -> tuple[frozenset[str], datetime.date | None]:
    """The files that a folder was laid with, and the day that it was laid for, None for the last text; no file where nobody can say."""
    try:
        known = msgspec.json.decode(record, type=_Record)
    except msgspec.MsgspecError:
        return frozenset(), None
    return frozenset(known.files), known.at
