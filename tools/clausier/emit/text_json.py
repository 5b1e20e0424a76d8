"""A provision as JSON: its words with the runs that say who wrote them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import assert_never

from clausier.amend import own_words
from clausier.consolidate import Membership, Timeline, Version
from clausier.consolidate.members_by_day import OpenMembership, members_by_day
from clausier.digest import sha256
from clausier.emit.operations import noted
from clausier.model.act import Party
from clausier.model.dates import Date, When
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs import full_names, ranks, unit_name
from clausier.schemas import Object
from clausier.text import Text


def runs_json(text: Text) -> list[Object]:
    """The runs of a text as strings, each with the operation, or the act, that wrote it."""
    return [{"text": chars, "origin": run.origin} for chars, run in text.pieces()]


def date_json(date: Date) -> str | None:
    """A date as EDTF: a day, or `first/last` where it is known to lie between the two; None while it is pending."""
    if not isinstance(date, When):
        return None
    return str(date.first) if date.exact else f"{date.first}/{date.last}"


def days_json(first: datetime.date | None, last: datetime.date | None) -> Object:
    """The days from `first` to `last`, both included; None for one that is not known, or not yet."""
    return {"from": str(first) if first else None, "to": str(last) if last else None}


def origin_json(origin: str, timeline: Timeline) -> Object:
    """What an origin says: the act, its article, and since when."""
    operation = timeline.operations.get(origin)
    act = timeline.act(operation.common.act if operation else origin)
    date = (operation.common.in_force if operation else None) or act.in_force
    return {"act": act.id, "article": operation.common.article if operation else None, "in_force": date_json(date)}


def periods_json(timeline: Timeline, versions: str) -> list[Object]:
    """Each stretch of days with what may be in force in it, under the key `versions`: None is no text yet."""
    return [
        {
            **days_json(p.first, p.last),
            versions: [*([None] if p.or_none else []), *p.candidates],
            "because": [{"act": name.partition("#")[0], "date": date_json(date)} for name, date in p.because],
        }
        for p in timeline.periods
    ]


def members_json(timeline: Timeline, *, operations: bool = False) -> list[Object]:
    """Who the members are, on which days; with `operations`, what made them so."""
    found: list[Object] = []
    for stretch in members_by_day(timeline):
        days = days_json(stretch.first, stretch.last)
        match stretch:
            case Membership(parties=parties, operation=operation):
                made = {"operation": operation or None} if operations else {}
                found.append({**days, "members": _named(parties), **made})
            case OpenMembership():
                lists = [{"version": version, "members": _named(parties)} for version, parties in stretch.lists]
                because = [{"act": act, "date": date_json(date)} for act, date in stretch.because]
                made = {"operation": None} if operations else {}
                found.append({**days, "members": None, "candidates": lists, "because": because, **made})
            case _:
                assert_never(stretch)
    return found


def _named(parties: Iterable[Party]) -> list[Object]:
    return [{"id": party.id, "name": party.name} for party in parties]


def lacunas_json(version: Version) -> list[Object]:
    """The provisions of a version whose words are not at hand, each with the reason."""
    parts = ((name, part.lacuna) for part, name in full_names(version.document))
    return [{"article": name, "reason": lacuna.reason} for name, lacuna in parts if lacuna is not None]


def provision_json(provision: Provision, timeline: Timeline, whole: Provision | None = None) -> Object:
    """The provision, and those below it, as `show.schema.json` has them; of a part, `whole` is what it is a part of."""
    return worded_json(provision, timeline, whole)[0]


def worded_json(
    provision: Provision, timeline: Timeline, whole: Provision | None = None
) -> tuple[Object, tuple[str, ...]]:
    """The provision as `provision_json` has it, and its words as they are hashed, each line of them made once."""
    below = [worded_json(child, timeline) for child in provision.children]
    words = (*own_words(provision), *(line for _, lines in below for line in lines))
    gap = provision.lacuna
    answer: Object = {
        "id": provision.id,
        "kind": provision.kind,
        "number": unit_name(provision),
        "title": provision.title(),
        "heading": provision.heading.chars if provision.heading else None,
        "heading_runs": runs_json(provision.heading) if provision.heading else [],
        "status": _status(provision),
        "alineas": alineas_json(provision, timeline, whole),
        "tables": tables_json(provision),
        "children": [child for child, _ in below],
        "origin": origin_json(_latest_origin(provision, timeline), timeline),
        "hash": sha256("\n".join(words).encode()),
    }
    if notes := noted(provision, timeline):
        answer["editorial_notes"] = [{"operation": o.common.id, "note": o.common.editorial_note} for o in notes]
    if gap:
        answer["lacuna"] = {"number": provision.number, "reason": gap.reason}
    return answer, words


def _status(provision: Provision) -> str:
    return "lacuna" if provision.lacuna and provision.kind != "document" else provision.status


def alineas_json(provision: Provision, timeline: Timeline, whole: Provision | None = None) -> list[Object]:
    """The alinéas of a provision, numbered as its drafters count them; those of a part as they are in the `whole`."""
    numbers = ranks((whole or provision).blocks, older=timeline.versions[0].document.older_count)
    return [
        {
            "n": numbers[alinea.key],
            "label": alinea.label.chars if alinea.label else None,
            "label_runs": runs_json(alinea.label) if alinea.label else [],
            "depth": alinea.depth,
            "item": alinea.item,
            "status": alinea.status,
            "text": alinea.text.chars,
            "runs": runs_json(alinea.text),
        }
        for alinea in provision.alineas
    ]


def tables_json(provision: Provision) -> list[Object]:
    """The tables of a provision, each with how many of its alinéas stand before it."""
    found: list[Object] = []
    n = 0
    for block in provision.blocks:
        if isinstance(block, Alinea):
            n += 1
        elif isinstance(block, Table):
            found.append(
                {
                    "after": n,
                    "rows": [[cell.chars for cell in row] for row in block.rows],
                    "runs": [[runs_json(cell) for cell in row] for row in block.rows],
                }
            )
    return found


def _latest_origin(provision: Provision, timeline: Timeline) -> str:
    """The origin, among those of the provision's own words, whose act is the last; its creation where it has no words."""
    origins = {provision.status_origin: None} if provision.status_origin else {}
    for block in provision.blocks:
        if isinstance(block, Alinea):
            origins.update((run.origin, None) for run in block.text.runs)
        elif isinstance(block, Table):
            origins.update((run.origin, None) for cell in block.cells for run in cell.runs)
    if not origins:
        return provision.number_origin or timeline.acts[0].id
    if len(origins) == 1:
        return next(iter(origins))
    order, operations = timeline.rank_of_act, timeline.operations
    return max(origins, key=lambda o: order.get(operations[o].common.act if o in operations else o, 0))
