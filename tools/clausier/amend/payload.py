"""What of a new text is meant for the place that an operation names, and whether its numbers are those of that place."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from clausier.amend.misfit import Misfit
from clausier.amend.stretches import Struck, own_part, part_for
from clausier.diagnostics import Message
from clausier.model.provision import Block, Fragment, Provision
from clausier.refs import Blocks, Place, WholeProvision, at
from clausier.source.headings import called, counted_anew, counted_within, number_key, unit_key


def payload_for(document: Provision, place: Place, payload: Fragment, *, several: bool) -> Fragment:
    """The part of the payload meant for `place`: of several articles replaced at once, each takes the one of its number."""
    if several and isinstance(place, WholeProvision) and not payload.blocks:
        key = unit_key(at(document, place.path))
        mine = tuple(c for c in payload.children if unit_key(c) == key)
        if mine:
            return replace(payload, children=mine)
    if several:
        payload = part_for(place, payload, document)
    return well_numbered(document, place, payload)


def left_over(payload: Fragment, struck: Iterable[Struck], document: Provision) -> str:
    """The number of a part of the payload that no target takes, where they take others of its parts; "" if there is none."""
    wholes = [place for _, place in struck if isinstance(place, WholeProvision)]
    keys = {unit_key(at(document, place.path)) for place in wholes}
    left = [called(c) for c in payload.children if unit_key(c) not in keys]
    return left[0] if len(wholes) > 1 and left and len(left) < len(payload.children) else ""


def untaken(payload: Fragment, struck: Iterable[Struck], document: Provision) -> Block | None:
    """The first line of the payload that no target takes, where each of several items takes the line of its label."""
    parts = [own_part(place, payload, document) for _, place in struck if isinstance(place, Blocks)]
    if len(parts) < 2 or not all(parts):
        return None
    taken = {block.key for part in parts for block in part}
    return next((block for block in payload.blocks if block.key not in taken), None)


def well_numbered(document: Provision, place: Place, payload: Fragment) -> Fragment:
    """The payload, where its numbers are the target's or below it; else a misfit."""
    if not isinstance(place, WholeProvision) or not payload.children:
        return payload
    target = at(document, place.path)
    if target.kind != "article":
        return payload
    own = number_key(target.number)
    anew = any(counted_anew(child, target) and child.number[:1].isdigit() for child in target.children)
    for child in payload.children:
        key = number_key(child.number)
        whole = key == own and len(payload.children) == 1 and not payload.blocks
        if (
            child.kind == "article"
            and not whole
            and not (_below(child.number, own) or (anew and counted_anew(child, target)))
        ):
            raise Misfit(Message(fr=child.number, en=child.number), "number")
    return payload


def _below(number: str, own: str) -> bool:
    """Whether a number is a sub-article's: `8.1` under `8`, or `A`, `I`, `1°` of a numbering of its own."""
    key = number_key(number)
    return key.startswith((own + ".", own + "-")) or not key[:1].isdigit() or counted_within(number)
