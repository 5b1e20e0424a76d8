"""What happened to a provision: each wording with the sentence that made it, and each run with its origin."""

from __future__ import annotations

from msgspec import Struct

from clausier import FORMAT
from clausier.consolidate import Timeline, Version
from clausier.emit.answers import valid_json
from clausier.emit.changes import changes
from clausier.emit.operations import origins
from clausier.emit.parts import cut, whole
from clausier.emit.text_json import alineas_json, date_json, origin_json, provision_json, runs_json, tables_json
from clausier.model.operation import Operation
from clausier.model.provision import Provision
from clausier.schemas import Object


class Wording(Struct, frozen=True, kw_only=True):
    """A provision as it stood from one version on, and the operations that made it so (none: the convention itself)."""

    version: Version
    provision: Provision | None
    operations: tuple[Operation, ...]


def wordings(timeline: Timeline, identity: str, lines: frozenset[str] | None = None) -> tuple[Wording, ...]:
    """Each wording of the provision of that identity, or of those `lines` of it, the first first; None once it is gone."""
    found: list[Wording] = []
    before: Provision | None = None
    for index, version in enumerate(timeline.versions):
        now = next((p for p in version.document.walk() if p.id == identity), None)
        if now and lines is not None:
            now = cut(now, lines)
        if found and _unchanged(before, now):
            continue
        if now is None and not found:
            continue
        former = found[-1].version if found else timeline.versions[index - 1] if index else None
        operations = _made_by(timeline, former, version, now or before)
        found.append(Wording(version=version, provision=now, operations=operations))
        before = now
    return tuple(found)


def _unchanged(before: Provision | None, now: Provision | None) -> bool:
    if before is None or now is None:
        return before is now
    return before is now or (before.number == now.number and not changes(before, now) and _own_same(before, now))


def _own_same(before: Provision, now: Provision) -> bool:
    own = (before.heading, before.blocks, before.status, [c.id for c in before.children])
    return own == (now.heading, now.blocks, now.status, [c.id for c in now.children])


def _made_by(
    timeline: Timeline, former: Version | None, version: Version, shown: Provision | None
) -> tuple[Operation, ...]:
    """The operations that changed the provision, or one below it, and that began, or ended, with this version.

    Those of a later act that changed their new text before it took effect come behind them.
    """
    if former is None:
        return ()
    fresh = set(version.events) ^ set(former.events)
    ids = {p.id for p in shown.walk()} if shown else set()
    return tuple(
        made
        for e in timeline.events
        if e.id in fresh
        for o in e.operations
        if timeline.touched.get(o.common.id, ids) & ids
        for made in (o, *(timeline.operations[other] for other in o.common.amended_by))
    )


def history_json(timeline: Timeline, target: str, found: tuple[Wording, ...]) -> Object:
    """The answer of `history`."""
    return {
        "format": FORMAT,
        "target": target,
        "wordings": [
            {
                "version": w.version.id,
                "valid": valid_json(w.version),
                "operations": [
                    {
                        "id": o.common.id,
                        "act": o.common.act,
                        "article": o.common.article,
                        "verb": o.common.verb,
                        "sentence": o.common.sentence or None,
                        "in_force": origin_json(o.common.id, timeline)["in_force"],
                        "signed": signed_json(o, timeline),
                        "path": o.common.span.path,
                        "line": o.common.span.line,
                    }
                    for o in w.operations
                ],
                "provision": provision_json(w.provision, timeline, whole(w.provision, w.version.document))
                if w.provision
                else None,
            }
            for w in found
        ],
    }


def signed_json(operation: Operation, timeline: Timeline) -> str | None:
    """When the operation's act was signed: the second clock, on which `--known` is read."""
    signed = timeline.act(operation.common.act).signed
    return date_json(signed) if signed else None


def blame_json(timeline: Timeline, version: Version, provision: Provision) -> Object:
    """The answer of `blame`: the provision's alinéas and tables, and below it, with what each origin says."""
    provisions = list(provision.walk())
    owner = whole(provision, version.document)
    found = sorted({o for p in provisions for o in origins(p)})
    return {
        "format": FORMAT,
        "version": version.id,
        "provisions": [
            {
                "number": p.number,
                "title": p.title(),
                "heading_runs": runs_json(p.heading) if p.heading else [],
                "alineas": alineas_json(p, timeline, owner if p is provision else None),
                "tables": tables_json(p),
            }
            for p in provisions
        ],
        "origins": {o: {**origin_json(o, timeline), **_sentence(timeline, o)} for o in found},
    }


def _sentence(timeline: Timeline, origin: str) -> Object:
    operation = timeline.operations.get(origin)
    return {"sentence": operation.common.sentence or None if operation else None}
