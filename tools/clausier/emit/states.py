"""The provisions of `convention.json`, each with its states: written part by part, an article with all below it, and kept so.

What a part was in all its states is all that these entries say, but for the versions of which they hold: the ranks of
those are put in where an entry is made whole, since another version changes most of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec.structs import replace

from clausier.consolidate import Timeline
from clausier.diagnostics import Diagnostic
from clausier.emit.contract import apart, filled, hold, text
from clausier.emit.stretches import Stretches, joined, stretches
from clausier.emit.text_json import runs_json
from clausier.model.provision import Alinea, Block, Lacuna, Provision, Quotation, Table
from clausier.refs.over_time import parts
from clausier.schemas import Object
from clausier.text import Text

_SCHEMA = "convention-output"
_DEEP = 4  # how far a state is indented, in an entry that is indented by two
_CLOSED = b"\n    }"  # how it ends there
_States = list[tuple[Provision, Stretches]]
_Told = dict[str, tuple[bytes, ...]]  # of each provision its states, the versions left out


def provisions(timeline: Timeline) -> Iterator[bytes]:
    """Each provision with its states; a state lists the stretches of versions (by rank, both ends included) it holds for.

    Each is held to its schema. Raises `OutputFault`.
    """
    found: dict[str, _States] = {}
    of_part: dict[str, list[Provision]] = {}  # each part in all its states
    homes: dict[str, str] = {}  # the part that a provision is in; "" where that changes, or it is none but itself
    every = ((part for part, _, _ in parts(version.document)) for version in timeline.versions)
    for part, standing in stretches(every):
        alone = part.kind in {"document", "division"}
        of_part.setdefault(part.id, []).append(part)
        for unit in (part,) if alone else part.walk():
            _stretches(unit, found.setdefault(unit.id, [])).extend(standing)
            home = "" if alone else part.id
            homes[unit.id] = home if homes.get(unit.id, home) == home else ""

    def of_home(home: str) -> tuple[_Told, tuple[Diagnostic, ...]]:
        units = dict.fromkeys(unit.id for part in of_part[home] for unit in part.walk())
        return {one: _told(one, found[one]) for one in units if homes[one] == home}, ()

    cache, told = timeline.cache, _Told()
    for identity, states in found.items():
        home = homes[identity]
        if home and identity not in told:
            key = map(cache.digest, of_part[home])
            told |= cache.recall("states", key, _Told, partial(of_home, home))[0]
        alike = told.pop(identity, None) if home else None
        yield _entry(identity, alike or _told(identity, states), [ranks for _, ranks in states])


def _told(identity: str, states: _States) -> tuple[bytes, ...]:
    """Each state as JSON, without the versions for which it holds."""
    told = tuple(state_json(provision) for provision, _ in states)
    one = [[0, 0]]
    hold("convention.json", {"id": identity, "states": [{"versions": one, **t} for t in told]}, _SCHEMA, "provision")
    return tuple(text(t, _DEEP) for t in told)


def _entry(identity: str, told: tuple[bytes, ...], ranks: Iterable[Stretches]) -> bytes:
    """A provision as JSON, with its states and their versions, which come first in each."""
    states = (
        apart(_DEEP) + text({"versions": [*joined(r)]}, _DEEP)[: -len(_CLOSED)] + b"," + state[1:]
        for state, r in zip(told, ranks, strict=True)
    )
    return b"".join(filled(text({"id": identity, "states": []}, 2), "states", 3, states))


def _stretches(provision: Provision, states: _States) -> Stretches:
    """The stretches of that one of the states which the provision is in, a new one where it is in none."""
    for state, ranks in states:
        if state is provision or _same(state, provision):
            return ranks
    states.append((provision, []))
    return states[-1][1]


def _same(one: Provision, other: Provision) -> bool:
    """Whether they make one state: the same words of their own, and the same provisions below, whatever these say."""
    below = (len(p.children) for p in (one, other))
    if len(set(below)) > 1 or any(a.id != b.id for a, b in zip(one.children, other.children, strict=True)):
        return False
    return replace(one, children=()) == replace(other, children=())


def state_json(provision: Provision) -> Object:
    """One state of a provision: its own words with their origins, and the ids of the provisions below it."""
    return {
        "kind": provision.kind,
        "prefix": provision.prefix,
        "number": provision.number,
        "number_origin": provision.number_origin or None,
        "separator": provision.separator,
        "heading": runs_json(provision.heading) if provision.heading else None,
        "status": provision.status,
        "status_origin": provision.status_origin or None,
        "blocks": [_block(b) for b in provision.blocks],
        "children": [c.id for c in provision.children],
    }


def _block(block: Block) -> Object:
    match block:
        case Alinea():
            answer: Object = {
                "type": "alinea",
                "label": runs_json(block.label) if block.label else None,
                "depth": block.depth,
                "item": block.item,
                "status": block.status,
                "runs": runs_json(block.text),
            }
            if block.text.marks:
                answer["marks"] = _marks(block.text)
            return answer
        case Table(rows=rows):
            return {"type": "table", "rows": [[runs_json(cell) for cell in row] for row in rows]}
        case Lacuna(reason=reason):
            return {"type": "lacuna", "reason": reason}
        case Quotation(content=content):
            inner = [_block(b) for b in content.blocks]
            return {"type": "quotation", "blocks": inner, "provisions": [state_json(c) for c in content.children]}


def _marks(text: Text) -> list[Object]:
    return [
        {
            "kind": m.kind,
            "text": text.chars[m.start : m.end],
            "start": m.start,
            "end": m.end,
            **({"href": m.href} if m.href else {}),
        }
        for m in text.marks
    ]
