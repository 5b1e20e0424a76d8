"""What has changed → the articles of the amendment in their order, each with its changes in theirs.

Words are changed first, under the numbers that stand; then what moves is moved, numbers are given, and what is new comes in,
beside what has its number by now. So no sentence names what another one of the act has made into something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from clausier.author.draft import family as families
from clausier.author.draft.compare import Comparison
from clausier.author.draft.edits import (
    Change,
    Edit,
    Inserted,
    Line,
    Removed,
    Restored,
    Retitled,
    Reworded,
    SentenceReworded,
    SentencesAdded,
    Whole,
    shifts,
)
from clausier.author.draft.family import Family
from clausier.author.draft.lay import shapes, words
from clausier.author.draft.lines import Lines, line_edits
from clausier.author.draft.moved_lines import MovedLines
from clausier.author.draft.units import Edition, Unit
from clausier.diagnostics import Refused
from clausier.model.provision import Provision

Kind = Literal["changed", "repealed", "added", "joined", "moved", "renumbered", "split"]


class Ordering(Struct, frozen=True, kw_only=True):
    """An article of the amendment: its changes, the units of the text that they come from, and what its heading says.

    `of` is what it changes, repeals, adds, moves … in the text.
    """

    kind: Kind
    of: Provision
    changes: tuple[Change, ...]
    units: tuple[Unit, ...]


def arranged(edition: Edition, compared: Comparison) -> list[Ordering]:
    """The articles of the amendment. Raises Refused where an edit is none that an act may make."""
    later = _reordered(compared)
    first = [*_of_units(edition, compared, later=later)]
    return [o for o in (*first, *_of_structure(edition, compared, later=later)) if o.changes]


def _reordered(compared: Comparison) -> bool:
    """Whether units move or take other numbers: new ones then come in an article of the amendment behind those that do this."""
    top = compared.top
    parts = any(child.joined or child.split for child in top.children)
    return parts or bool(families.renumbered(top, final=True)) or families.moves(top) or top.tied


def _of_units(edition: Edition, compared: Comparison, *, later: bool) -> Iterator[Ordering]:
    """An article for each unit that has changed, in the order of the text."""
    adds = {id(child): change for child, change in families.added(compared.top, final=True)}
    gone = {p.id for p in compared.top.gone}
    last = {id(m): _last(m, edition.units, compared) for m in compared.moved}
    for unit in edition.units:
        if unit.before is None:
            child = next(c for c in compared.top.children if c.unit is unit)
            if not later and id(child) in adds:
                yield Ordering(kind="added", of=child.final, changes=(adds[id(child)],), units=(unit,))
        elif unit.before.id in gone:
            removed = Change(of=unit.before, edit=Removed())
            yield Ordering(kind="repealed", of=unit.before, changes=(removed,), units=(unit,))
        else:
            here = [m for m in compared.moved if last[id(m)] is unit]
            sides = {id(compared.units[side.before.id]) for m in here for side in (m.source, m.into)}
            changes = (*_within(unit.before, compared), *_carried(here, compared))
            involved = tuple(u for u in edition.units if u is unit or id(u) in sides)
            yield Ordering(kind="changed", of=unit.before, changes=changes, units=involved)


def _last(moved: MovedLines, units: Sequence[Unit], compared: Comparison) -> Unit:
    """The later of the two units that lines go from and to: the move is ordered once what else happens to both has been."""
    sides = [compared.units[side.before.id] for side in (moved.source, moved.into)]
    return [unit for unit in units if any(unit is side for side in sides)][-1]


def _carried(moved: Sequence[MovedLines], compared: Comparison) -> Iterator[Change]:
    """The moves of lines; where anything else changes how lines are counted, by the count before the amendment."""
    for one in moved:
        sides = {one.source, one.into}
        others = any(m is not one and not sides.isdisjoint({m.source, m.into}) for m in compared.moved)
        shifted = any(shifts(e) for side in (one.source, one.into) for e in line_edits(side, compared.limits))
        yield Change(of=one.source.before, edit=one.edit, reading="avant" if others or shifted else "")


def _of_structure(edition: Edition, compared: Comparison, *, later: bool) -> Iterator[Ordering]:
    """The articles for what happens to units as such, and to parts that go from one to another."""
    tied = [compared.top, *(f for f in compared.families.values() if f.tied)]
    if not later and len(tied) == 1:
        return
    every = edition.units
    sorts: tuple[tuple[Kind, Callable[[Family], Iterator[Change]]], ...] = (
        ("joined", families.joined),
        ("moved", families.moved),
    )
    for kind, found in sorts:
        for change in (c for f in tied for c in found(f)):
            yield Ordering(kind=kind, of=change.of, changes=(change,), units=every)
    numbers = [pair for f in tied for pair in families.renumbered(f, final=True)]
    if numbers:
        stones = [p for f in tied for p in families.repealed(f)]
        in_order = not any(map(families.moves, tied))
        changes = tuple(families.renumbering(numbers, stones, in_order=in_order))
        yield Ordering(kind="renumbered", of=numbers[0][0], changes=changes, units=every)
    for family in tied:
        parts = tuple(families.split(family, final=True))
        if parts:
            yield Ordering(kind="split", of=parts[0].of, changes=parts, units=every)
    for family in tied:
        for child, change in families.added(family, final=True):
            yield Ordering(
                kind="added", of=child.final, changes=(change,), units=(child.unit,) if child.unit else every
            )


def _within(before: Provision, compared: Comparison) -> Iterator[Change]:
    """The changes of a provision and of its parts, under the numbers that they have."""
    if restored := compared.restored.get(before.id):
        yield Change(of=before, edit=Restored(restored))
    lines = compared.lines.get(before.id)
    if lines is None:
        return
    yield from _heading(before, lines.now)
    family = compared.families.get(before.id)
    own = _own(lines, compared)
    if any(isinstance(c.edit, Whole) for c in own):
        yield from own
        return
    yield from own
    if family is None:
        return
    gone = {p.id for p in family.gone}
    for part in family.old:
        if part.id in gone:
            yield Change(of=part, edit=Removed())
        else:
            yield from _within(part, compared)
    if not family.tied:
        yield from families.joined(family)
        yield from families.moved(family)
        numbers, in_order = families.renumbered(family, final=False), not families.moves(family)
        yield from families.renumbering(numbers, families.repealed(family), in_order=in_order)
        yield from families.split(family, final=False)
        yield from (change for _, change in families.added(family, final=False))


def _heading(before: Provision, now: Provision) -> Iterator[Change]:
    heading = now.heading.chars if now.heading else ""
    if words(before.heading.chars if before.heading else "") != words(heading):
        yield Change(of=before, edit=Retitled(heading))


def _own(lines: Lines, compared: Comparison) -> list[Change]:
    """The changes of a provision's own lines; or one, where it is reworded whole."""
    before, now = lines.before, lines.now
    edits = line_edits(lines, compared.limits)
    own = tuple(shapes(before)) != tuple(shapes(now))
    if own and not now.blocks and not now.children:
        raise _emptied(before)
    known = all(p.lacuna is None for p in before.walk())
    if _reads_better_whole(lines, edits, compared) and (known or before.children):
        if not known:
            raise _unknown(before)
        if empty := next(
            (p for p in now.walk() if p.kind == "article" and not (p.blocks or p.children or p.lacuna)), None
        ):
            raise _emptied(empty)
        return [Change(of=before, edit=Whole(now))]
    if before.lacuna is not None and any(not (isinstance(e, Inserted) and e.at_end) for e in edits):
        raise _unknown(before)
    return [Change(of=before, edit=e, reading=_reading(e, edits[:n])) for n, e in enumerate(edits)]


def _reads_better_whole(lines: Lines, edits: list[Edit], compared: Comparison) -> bool:
    before, now = lines.before, lines.now
    if not before.blocks or lines.gone or lines.come or _is_tied(before, compared):
        return False
    if lines.level == "whole":
        return bool(edits) or _parts_change(before, compared)
    stays = any(i is not None and j is not None for i, j in lines.pairs)
    touched = sum(isinstance(e, Line) for e in edits)
    alone = len(before.blocks) == len(now.blocks) == 1 and not before.children
    most = touched > 1 and touched > compared.limits.article * len(before.blocks)
    return bool(edits) and (not stays or most or (alone and isinstance(edits[0], Line)))


def _parts_change(before: Provision, compared: Comparison) -> bool:
    """Whether parts of the provision come, go, move or take other numbers."""
    family = compared.families.get(before.id)
    if family is None:
        return False
    moved = families.moves(family) or bool(families.renumbered(family, final=False))
    return moved or bool(family.gone) or any(child.was is None for child in family.children)


def _is_tied(before: Provision, compared: Comparison) -> bool:
    """Whether a part of the provision has gone elsewhere, or come from there."""
    return any(
        ((family := compared.families.get(p.id)) is not None and family.tied)
        or ((lines := compared.lines.get(p.id)) is not None and p is not before and bool(lines.gone or lines.come))
        for p in before.walk()
    )


def _emptied(provision: Provision) -> Refused:
    return Refused(
        f"{provision.title()}\u00a0: il n’a plus de texte\u00a0; pour l’abroger, enlever aussi son intitulé, ou son fichier",
        f"{provision.title()}: it has no words left; to repeal it, take its heading away too, or its file",
    )


def _unknown(provision: Provision) -> Refused:
    return Refused(
        f"{provision.title()}\u00a0: son texte n’est pas disponible en entier, il ne peut pas être récrit",
        f"{provision.title()}: not all of its text is available, so it cannot be reworded",
    )


def _reading(edit: Edit, before: Sequence[Edit]) -> Literal["", "avant"]:
    """Whether lines, or sentences of a line, are counted as they stood, since a change `before` it counts otherwise."""
    shifted = any(shifts(e) for e in before)
    if isinstance(edit, (Reworded, Line, Inserted)):
        return "avant" if shifted and not (isinstance(edit, Inserted) and edit.at_end) else ""
    if isinstance(edit, (SentenceReworded, SentencesAdded)):
        line = edit.line
        apart = any(isinstance(e, (SentenceReworded, SentencesAdded)) and e.line == line for e in before)
        return "avant" if apart or shifted else ""
    return ""
