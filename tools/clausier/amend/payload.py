"""What of a new text is meant for the place that an operation names, and whether its numbers are those of that place."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from clausier.amend.misfit import Misfit
from clausier.amend.stretches import Struck, own_part, part_for
from clausier.diagnostics import Message
from clausier.model.provision import Block, Fragment, Provision
from clausier.refs import Blocks, Place, WholeProvision, at
from clausier.source.headings import called, counted_anew, counted_within, number_key, rank_of, unit_key

ONE_DEEPER = Message(
    fr="ce qui fait partie d’un article a un dièse de plus que son titre",
    en="what is part of an article has one # more than its heading",
)
Unit = tuple[str, str, str]  # what tells a unit from others: its kind, the word of a division, its number


def payload_for(document: Provision, place: Place, payload: Fragment, *, several: bool) -> Fragment:
    """The part of the payload meant for `place`: of several articles replaced at once, each takes the one of its number."""
    if several and isinstance(place, WholeProvision) and not payload.blocks:
        unit = unit_of(at(document, place.path))
        mine = tuple(c for c in payload.children if unit_of(c) == unit)
        if mine:
            return replace(payload, children=mine)
    if several:
        payload = part_for(place, payload, document)
    return well_numbered(document, place, payload)


def left_over(payload: Fragment, struck: Iterable[Struck], document: Provision) -> str:
    """The number of the first article of the new text that no target takes, though the targets take others; "" where all are taken.

    « Les articles 3 et 4 sont remplacés par : » with new articles 3, 4 and 5 leaves the 5 over.
    """
    wholes = [place for _, place in struck if isinstance(place, WholeProvision)]
    units = {unit_of(at(document, place.path)) for place in wholes}
    left = [called(c) for c in payload.children if unit_of(c) not in units]
    return left[0] if len(wholes) > 1 and left and len(left) < len(payload.children) else ""


def untaken(payload: Fragment, struck: Iterable[Struck], document: Provision) -> Block | None:
    """Where several items are replaced, each by the line of its own label: the first new line whose label none of them has."""
    parts = [own_part(place, payload, document) for _, place in struck if isinstance(place, Blocks)]
    if len(parts) < 2 or not all(parts):
        return None
    taken = {block.key for part in parts for block in part}
    return next((block for block in payload.blocks if block.key not in taken), None)


def well_numbered(document: Provision, place: Place, payload: Fragment) -> Fragment:
    """The new text itself, where its numbers are the target's or below it (8.1 for 8). Raises `Misfit` where they are not."""
    if not isinstance(place, WholeProvision) or not payload.children:
        return payload
    target = at(document, place.path)
    if not place.path or reworded_whole(target, payload):
        return payload
    own = number_key(target.number)
    anew = any(counted_anew(child, target) and child.number[:1].isdigit() for child in target.children)
    for child in payload.children:
        if child.kind != "article":
            if not _holds(target, child):
                found = f"{child.word} {child.number}".strip()
                raise Misfit(Message(fr=found, en=found), "number")
        elif target.kind == "article" and not (_below(child.number, own) or (anew and counted_anew(child, target))):
            beside = number_key(child.number) == own and payload.children[1:]
            raise Misfit(Message(fr=child.number, en=child.number), "number", ONE_DEEPER if beside else None)
    return payload


def reworded_whole(target: Provision, payload: Fragment) -> Provision | None:
    """The target as the payload rewords it, heading and all: its only part, of the same kind, with its number or none."""
    if payload.blocks or len(payload.children) != 1:
        return None
    (part,) = payload.children
    named = not part.number or unit_of(part)[2] == unit_of(target)[2]
    return part if named and _kind(part) == _kind(target) else None


def unit_of(provision: Provision) -> Unit:
    """What a unit is known by: « Article 1 », « Annexe 1 », « Titre I » and « Chapitre I » are four, « Titre premier » no fifth."""
    rank = rank_of(provision.number) if provision.kind != "article" else 0
    return *_kind(provision), str(rank) if rank else unit_key(provision)


def _kind(provision: Provision) -> tuple[str, str]:
    return provision.kind, provision.word if provision.kind == "division" else ""


def _holds(target: Provision, part: Provision) -> bool:
    """Whether a part that is no article may stand in the target: a chapter in a title, an annex where there is one.

    Another title in a title, or an annex in an article, is the sign that two quotations were swapped.
    """
    if part.kind == "division" and target.kind in {"division", "annex"} and part.word != target.word:
        return True
    return any(_kind(c) == _kind(part) for c in target.children)


def _below(number: str, own: str) -> bool:
    """Whether a number is a sub-article's: `8.1` under `8`, or `A`, `I`, `1°` of a numbering of its own."""
    key = number_key(number)
    return key.startswith((own + ".", own + "-")) or not key[:1].isdigit() or counted_within(number)
