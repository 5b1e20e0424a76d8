"""The acts, and what makes each binding: who has signed, what is missing, since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from clausier import FORMAT
from clausier.consolidate import Timeline
from clausier.consolidate.ends import ends_all
from clausier.emit.dates import awaited
from clausier.emit.text_json import date_json
from clausier.model.act import Act, Corpus, Formality
from clausier.model.dates import ONE_DAY, Pending, When
from clausier.model.operation import Annul, Postpone
from clausier.schemas import Object

# In the order in which they come, with the key that records each.
STEPS = (
    ("deliberation", "deliberated"),
    ("transmission", "transmitted"),
    ("signature", "signed"),
    ("publication", "published"),
)


def acts_json(corpus: Corpus, timeline: Timeline) -> Object:
    """Every act with its dates, what other acts do to its force, and the formalities of each of its signatories."""
    return {"format": FORMAT, "acts": [_act(a, corpus, timeline) for a in corpus.acts]}


def _act(act: Act, corpus: Corpus, timeline: Timeline) -> Object:
    standing = next((a for a in timeline.acts if a.id == act.id), None)
    date = standing.in_force if standing else act.in_force
    return {
        "id": act.id,
        "title": act.title,
        "status": "draft" if act.draft else "annulled" if standing is None else "signed",
        "signed": date_json(act.signed) if act.signed else None,
        "in_force": None if act.draft else date_json(date),
        "because": date.because if isinstance(date, Pending) else date.reason or None,
        "presumed": isinstance(date, When) and date.presumed,
        **_until(act, timeline),
        "changed_by": list(_changed_by(act, corpus.amendments)),
        "parties": [_party(p, act, timeline.party_names) for p in _signing(act)],
    }


def _until(act: Act, timeline: Timeline) -> Object:
    """The last day of the convention: the day before the first on which all of it expires, or what that waits for."""
    ends = () if act.kind != "convention" else (*timeline.events, *timeline.to_come)
    dates = [e.date for e in ends if any(map(ends_all, e.operations))]
    known = sorted((d for d in dates if isinstance(d, When)), key=lambda date: date.first)
    waits = None if known else next((awaited(d) for d in dates if isinstance(d, Pending)), None)
    last = date_json(replace(known[0], first=known[0].first - ONE_DAY, last=known[0].last - ONE_DAY)) if known else None
    return {"until": last, "until_because": waits}


def _changed_by(act: Act, amendments: Iterable[Act]) -> Iterator[Object]:
    for other in amendments:
        for operation in other.operations:
            if isinstance(operation, Annul) and operation.annulled == act.id:
                yield {"act": other.id, "operation": operation.common.id, "verb": "annul"}
            if isinstance(operation, Postpone) and operation.postponed == act.id:
                yield {"act": other.id, "operation": operation.common.id, "verb": "postpone"}


def _signing(act: Act) -> tuple[str, ...]:
    """Who is expected to sign: the signatories; for the convention, its members."""
    listed = [s.party for s in act.signatories] or [p.id for p in act.parties]
    return tuple(dict.fromkeys([*listed, *(f.party for f in act.formalities)]))


def _party(party: str, act: Act, names: Mapping[str, str]) -> Object:
    found = next((f for f in act.formalities if f.party == party), None)
    who = next((s for s in act.signatories if s.party == party), None)
    answer: Object = {
        "party": party,
        "name": names.get(party, party),
        "represented_by": who.represented_by or None if who else None,
        "body": found.body or None if found else None,
        "number": found.number or None if found else None,
    }
    missing: list[str] = []
    for step, field in STEPS:
        day = _day(found, field)
        answer[step] = date_json(day) if day else None
        if day is None:
            missing.append(step)
    return {**answer, "missing": missing}


def _day(formality: Formality | None, field: str) -> When | None:
    value: When | None = getattr(formality, field) if formality else None
    return value
