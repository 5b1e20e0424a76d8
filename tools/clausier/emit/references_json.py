"""`references.json`: every reference of every version, what it names there, or of which other text it is."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from clausier import FORMAT
from clausier.consolidate import Timeline
from clausier.emit.contract import Long, compact
from clausier.emit.stretches import Stretches, joined, stretches
from clausier.model.provision import Alinea, Provision
from clausier.refs import at, describe, unit_name
from clausier.refs.references import Reference
from clausier.schemas import Object


def references_json(timeline: Timeline) -> Object:
    """The references in the order in which they first appear, as `references.schema.json` has them."""
    return {
        "format": FORMAT,
        "convention": timeline.acts[0].name,
        "versions": [version.id for version in timeline.versions],
        "references": Long(_references(timeline), "reference"),
    }


def _references(timeline: Timeline) -> Iterator[Object]:
    """Each reference; one that stands unchanged in several versions is told once.

    It has the stretches of versions (by rank, both ends included) in which it says the same of the same provision.
    """
    found: dict[bytes, Stretches] = {}  # by what is told, as JSON, which takes a fifth of its memory
    for reading, standing in stretches(parts.values() for parts in timeline.readings):
        document = timeline.versions[standing[0][0]].document
        for one in reading.references:
            found.setdefault(compact(_reference(one, document)), []).extend(standing)
    for told, standing in found.items():
        yield {**msgspec.json.decode(told), "versions": [*joined(standing)]}


def _reference(reference: Reference, document: Provision) -> Object:
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


def _place(reference: Reference, document: Provision) -> Object:
    provision, line = at(document, reference.path), reference.line
    place: Object = {"provision": provision.id, "number": unit_name(provision), "start": reference.start}
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
