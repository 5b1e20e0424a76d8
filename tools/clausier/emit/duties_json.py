"""Who owes what, as JSON (`schema/duties.schema.json`)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial

from clausier import FORMAT
from clausier.consolidate import Timeline, Version
from clausier.decide.duties import Owed, owed, roles, unnamed
from clausier.emit.answers import Cite, Selection, cited, undetermined_json, valid_json
from clausier.emit.text_json import lacunas_json
from clausier.rules.bound import Rules
from clausier.schemas import Object


def duties_json(
    rules: Rules,
    timeline: Timeline,
    selection: Selection,
    of: str | None,
    cases: Sequence[tuple[Version, tuple[str, ...]]],
    day: datetime.date | None = None,
) -> Object:
    """The answer of `clausier duties`: for the version that answers, or for each case where that, or who is a member, is open.

    `cases` are the versions of the selection, each with the members; once for each list of them that is possible.
    """
    head = {
        "format": FORMAT,
        "convention": timeline.acts[0].name,
        "day": str(day) if day else None,
        "of": of,
    }
    answers = [_of_case(rules, version, members, of) for version, members in cases]
    if selection.determined and len(cases) == 1:
        return {**head, **answers[0]}
    return {**head, **undetermined_json(selection), "candidates": answers}


def _of_case(rules: Rules, version: Version, members: tuple[str, ...], of: str | None) -> Object:
    here = rules.of(version.id)
    cite = partial(cited, rules=rules, version=version.id)
    return {
        "version": version.id,
        "valid": valid_json(version),
        "members": [*members],
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
