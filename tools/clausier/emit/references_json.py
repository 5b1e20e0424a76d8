"""`references.json`: every reference of every version, what it names there, or of which other text it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from clausier.consolidate import Timeline
from clausier.model.provision import Alinea, Provision
from clausier.refs import at, describe, unit_name
from clausier.refs.over_time import Reading
from clausier.refs.references import Reference

FORMAT = "0.1"
Json = dict[str, Any]


def references_json(timeline: Timeline) -> Json:
    """The references in the order in which they first appear, as `references.schema.json` has them.

    One that stands unchanged in several versions is told once, with the stretches of versions (by rank, both ends
    included) in which it says the same of the same provision.
    """
    found: dict[str, list[list[int]]] = {}
    for rank, reference in _all(timeline):
        stretches = found.setdefault(reference, [])
        if stretches and stretches[-1][1] >= rank - 1:
            stretches[-1][1] = rank
        else:
            stretches.append([rank, rank])
    return {
        "format": FORMAT,
        "convention": timeline.acts[0].name,
        "versions": [version.id for version in timeline.versions],
        "references": [{**json.loads(reference), "versions": stretches} for reference, stretches in found.items()],
    }


def _all(timeline: Timeline) -> Iterator[tuple[int, str]]:
    """The references of each version, in reading order, as JSON; what a version shares with another is written once."""
    written: dict[Reading, tuple[str, ...]] = {}
    for rank, found in enumerate(timeline.readings):
        document = timeline.versions[rank].document
        for reading in found.values():
            if reading not in written:
                written[reading] = tuple(
                    json.dumps(_reference(r, document), ensure_ascii=False) for r in reading.references
                )
            yield from ((rank, one) for one in written[reading])


def _reference(reference: Reference, document: Provision) -> Json:
    external = reference.kind == "external"
    return {
        "words": reference.words,
        "kind": reference.kind,
        "status": None if external else reference.status,
        "in": _place(reference, document),
        "origin": reference.origin or None,
        "to": [{"provision": at(document, p.path).id, "target": describe(p, document)} for p in reference.places],
        "text": reference.owner or None,
        "act": reference.act or None,
    }


def _place(reference: Reference, document: Provision) -> Json:
    provision, line = at(document, reference.path), reference.line
    place: Json = {"provision": provision.id, "number": unit_name(provision), "start": reference.start}
    if line.block < 0:
        return {**place, "heading": True}
    if line.row >= 0:
        return {**place, "table": _rank(provision, line.block), "row": line.row + 1, "column": line.column + 1}
    return {**place, "alinea": _rank(provision, line.block)}


def _rank(provision: Provision, index: int) -> int:
    """The rank of a block among the alinéas, or among the tables, of its provision."""
    alinea = isinstance(provision.blocks[index], Alinea)
    same = provision.alineas if alinea else provision.tables
    return next(n for n, block in enumerate(same, start=1) if block is provision.blocks[index])
