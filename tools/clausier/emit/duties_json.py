"""Who owes what, as JSON (`schema/duties.schema.json`)."""

from __future__ import annotations

import datetime
from functools import partial

from clausier import FORMAT
from clausier.consolidate import Timeline, Version
from clausier.decide.duties import Owed, members_on, owed, roles, unnamed
from clausier.emit.answers import Selection, undetermined_json, valid_json
from clausier.emit.cited import Cite, cited
from clausier.emit.text_json import lacunas_json
from clausier.rules.bound import Rules
from clausier.schemas import Object


def duties_json(
    rules: Rules, timeline: Timeline, selection: Selection, day: datetime.date | None, of: str | None
) -> Object:
    """The answer of `clausier duties`: for the version that answers, or for each candidate where that is open."""
    head = {
        "format": FORMAT,
        "convention": timeline.acts[0].name,
        "day": str(day) if day else None,
        "of": of,
        "members": [*members_on(timeline, day)],
    }
    answers = [_of_version(rules, timeline, version, day, of) for version in selection.versions]
    if selection.determined:
        return {**head, **answers[0]}
    return {**head, **undetermined_json(selection), "candidates": answers}


def _of_version(
    rules: Rules, timeline: Timeline, version: Version, day: datetime.date | None, of: str | None
) -> Object:
    here = rules.of(version.id)
    members = members_on(timeline, day)
    cite = partial(cited, rules=rules, version=version.id)
    return {
        "version": version.id,
        "valid": valid_json(version),
        "duties": [_owed(found, cite) for found in owed(here, members, of)],
        "roles": [{"role": role.id, "designates": [*role.designates], **cite(role.rule)} for role in roles(here)],
        "unnamed": [*unnamed(here, members)],
        "lacunas": lacunas_json(version),
        "left": rules.left(version.id),
    }


def _owed(found: Owed, cite: Cite) -> Object:
    norm = found.norm
    return {
        "modality": norm.modality,
        "bearer": [*norm.bearer],
        "through": [*found.through],
        "action": norm.action,
        "beneficiary": [*norm.beneficiary],
        "condition": norm.condition or None,
        "deadline": norm.deadline or None,
        "set_by": [*norm.set_by],
        "body": found.rule.source.body or None,
        **cite(found.rule),
    }
