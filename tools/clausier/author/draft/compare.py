"""A text and what somebody made of it → the smallest changes that a good drafter would order, article by article of the act.

What is compared is structure: the units and the parts below them, each paired with what it was (`pairing`), the order and the
numbers of those (`family`), the lines of each (`lines`) and the words in them (`wording`). What has not changed is not looked at.
"""

from __future__ import annotations

from msgspec import Struct, field

from clausier.author.draft.family import Child, Family, find_joins, find_splits, numbered_under
from clausier.author.draft.lay import same
from clausier.author.draft.lines import Lines, lines_of
from clausier.author.draft.moved_lines import MovedLines, moved_lines
from clausier.author.draft.pairing import numbered, paired, part_of, twins
from clausier.author.draft.thresholds import Thresholds
from clausier.author.draft.units import Edition, Unit
from clausier.model.provision import Provision


class Comparison(Struct, kw_only=True):
    """What is found while a text is compared: the lines and the parts of each provision, and the unit that it is of, by its id."""

    limits: Thresholds
    moves: bool
    top: Family
    lines: dict[str, Lines] = field(default_factory=dict)
    families: dict[str, Family] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    restored: dict[str, Provision] = field(default_factory=dict)
    moved: tuple[MovedLines, ...] = ()


def compared(edition: Edition, limits: Thresholds, *, moves: bool) -> Comparison:
    """What has changed; without `moves`, what stands elsewhere goes, and comes as new text.

    Raises Refused where an edit is none that an act may make.
    """
    found = Comparison(limits=limits, moves=moves, top=_top(edition))
    found.units |= {u.before.id: u for u in edition.units if u.before}
    for child in found.top.children:
        if child.unit and child.was:
            _descend(child.was, child.now, child.unit, found, final=child.final)
    if moves:
        _between_families(found)
    for one in (found.top, *found.families.values()):
        for child in one.children:
            child.lines = found.lines.get(child.was.id) if child.was else None
        find_splits(one)
        found.lines |= {lines.before.id: lines for lines in find_joins(one)}
    if moves:
        found.moved = moved_lines(tuple(found.lines.values()), limits)
    return found


def _top(edition: Edition) -> Family:
    units = {u.before.id: u for u in edition.units if u.before}
    new = {id(u.now): u for u in edition.units if u.now}
    standing = {was.id for was, _ in edition.now if was}
    return Family(
        of=None,
        old=edition.before,
        gone=[p for p in edition.before if p.id in units and p.id not in standing],
        children=[
            Child(was=was, now=now, final=now, unit=units.get(was.id) if was else new.get(id(now)))
            for was, now in edition.now
        ],
    )


def _descend(before: Provision, now: Provision, unit: Unit, found: Comparison, *, final: Provision) -> None:
    """Compare a provision with what it is now, and its parts with theirs. `final` is `now` by the numbers of the edited text."""
    inner = numbered_under(now, before.number)
    found.units[before.id] = unit
    if same(before, inner):
        return
    if before.status == "repealed":
        found.restored[before.id] = inner
        return
    found.lines[before.id] = lines_of(before, inner, unit.level)
    if not before.children and not inner.children:
        return
    moves = found.moves and unit.level == "structure"
    partner = paired(numbered(before.children), numbered(inner.children), moves=moves)
    family = Family(
        of=before,
        old=before.children,
        unit=unit,
        gone=[p for i, p in enumerate(before.children) if i not in partner.values() and p.status != "repealed"],
        children=[
            Child(
                was=before.children[partner[j]] if j in partner else None, now=child, final=final.children[j], unit=unit
            )
            for j, child in enumerate(inner.children)
        ],
    )
    found.families[before.id] = family
    for child in family.children:
        if child.was:
            _descend(child.was, child.now, unit, found, final=child.final)


def _between_families(found: Comparison) -> None:
    """Find the parts that have gone to another provision."""
    fine = [f for f in (found.top, *found.families.values()) if f.unit is None or f.unit.level == "structure"]
    gone = [(f, p) for f in fine for p in f.gone]
    come = [(f, c) for f in fine for c in f.children if c.was is None]
    for n, m in sorted(twins([part_of(p) for _, p in gone], [part_of(c.now) for _, c in come]).items()):
        (giver, provision), (taker, child) = gone[m], come[n]
        unit = giver.unit or found.units[provision.id]
        if giver is taker or unit.level != "structure":
            continue
        giver.gone.remove(provision)
        giver.tied = taker.tied = True
        child.was = provision
        _descend(provision, child.now, unit, found, final=child.final)
