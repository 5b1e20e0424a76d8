"""`convention.json`: the acts, each provision with its states stored once, and the versions.

The states of a provision hold for stretches of the list of versions, so that the file grows with what changes, not with
versions times articles. The text of a version: take the state that holds for it of the document's root, then, in the
order of `children`, those of the provisions below.
"""

from __future__ import annotations

from clausier import FORMAT
from clausier.consolidate import Timeline, Version
from clausier.emit.answers import to_come_json
from clausier.emit.contract import Long
from clausier.emit.states import provisions
from clausier.emit.text_json import date_json, days_json, members_json, periods_json
from clausier.model import operation as op
from clausier.model.act import Act
from clausier.schemas import Object


def convention_json(timeline: Timeline) -> Object:
    """All of the text over time, as `convention.schema.json` of the outputs has it."""
    convention = timeline.acts[0]
    return {
        "format": FORMAT,
        "convention": {
            "id": convention.name,
            "title": convention.title,
            "complete": convention.complete,
            "language": "fr",
            "authentic": False,
        },
        "acts": [_act(a) for a in timeline.acts],
        "operations": Long((_operation(o, timeline) for o in timeline.operations.values()), "operation"),
        "versions": [_version(v) for v in timeline.versions],
        "periods": periods_json(timeline, "versions"),
        "members": members_json(timeline, operations=True),
        "provisions": Long(provisions(timeline), "provision"),
        "to_come": to_come_json(timeline),
    }


def _act(act: Act) -> Object:
    return {
        "id": act.id,
        "kind": act.kind,
        "title": act.title,
        "signed": date_json(act.signed) if act.signed else None,
        "in_force": date_json(act.in_force),
        "presumed": bool(getattr(act.in_force, "presumed", False)),
        "reason": getattr(act.in_force, "reason", "") or None,
        "status": "draft" if act.draft else "signed",
        "parties": [{"id": p.id, "name": p.name, "source": p.source or None} for p in act.parties],
        "signatories": [
            {"party": s.party, "represented_by": s.represented_by or None, "quality": s.quality or None}
            for s in act.signatories
        ],
        "folder": act.folder,
    }


def _operation(operation: op.Operation, timeline: Timeline) -> Object:
    common = operation.common
    date = (
        common.in_force or timeline.act(common.act).in_force if common.act in timeline.rank_of_act else common.in_force
    )
    answer: Object = {
        "id": common.id,
        "act": common.act,
        "article": common.article,
        "verb": common.verb,
        "sentence": common.sentence or None,
        "in_force": date_json(date) if date else None,
        "path": common.span.path,
        "line": common.span.line,
    }
    match operation:
        case op.NoEffect(reason=reason):
            answer["reason"] = reason
        case op.MergeParties(parties=parties, into=into):
            answer["parties"], answer["into"] = list(parties), into
        case op.Admit(party=party) | op.Withdraw(party=party) | op.RenameParty(party=party) | op.Represent(party=party):
            answer["parties"] = [party]
        case op.Postpone(postponed=other) | op.Annul(annulled=other):
            answer["other_act"] = other
        case _:
            answer["targets"] = [t.words for t in operation.targets]
    for key, value in (("editorial_note", common.editorial_note), ("note", common.note), ("source", common.source)):
        if value:
            answer[key] = value
    return answer


def _version(version: Version) -> Object:
    return {
        "id": version.id,
        "acts": list(version.acts),
        "valid": days_json(version.first, version.last),
        "root": version.document.id,
    }
