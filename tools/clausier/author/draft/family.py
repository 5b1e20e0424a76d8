"""The parts of a provision, as they were and as they are: which of them moved, took a number, were split, joined or added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.author.draft.edits import (
    Added,
    Change,
    Joined,
    MovedWhole,
    Reading,
    Renumbered,
    Retitled,
    Split,
)
from clausier.author.draft.lines import Lines, lines_of
from clausier.author.draft.pairing import steady
from clausier.author.draft.units import Unit
from clausier.diagnostics import Refused
from clausier.model.provision import Alinea, Provision
from clausier.source.headings import number_key


class Child(Struct, kw_only=True, eq=False):
    """A part of a provision as it now stands, beside what it `was` (None: it is new).

    `now` is numbered as if nothing above it had taken another number, `final` as it is in the end. `split`: it is the
    second half of a part that was split. `joined`: the part after it, which has become one with it.
    """

    now: Provision
    final: Provision
    was: Provision | None = None
    lines: Lines | None = None
    unit: Unit | None = None
    split: bool = False
    joined: Provision | None = None


class Family(Struct, kw_only=True, eq=False):
    """The parts of one provision, in their order: the `old` ones, and those that now stand. `of` is None for the whole text.

    A part that moves to another provision ties the two families together (`tied`): what is ordered for one waits for the
    other.
    """

    of: Provision | None
    old: tuple[Provision, ...]
    children: list[Child]
    unit: Unit | None = None
    gone: list[Provision] = field(default_factory=list)
    tied: bool = False


def numbered_under(now: Provision, number: str) -> Provision:
    """The provision with another number, and its parts with the numbers that follow from it (8 → 9: 8.1 → 9.1)."""
    if now.number == number:
        return now
    return replace(
        now, number=number, children=tuple(numbered_under(c, below(c, now.number, number)) for c in now.children)
    )


def below(child: Provision, owner: str, number: str) -> str:
    """The number of a part when the provision above it goes from `owner` to `number`: 9.1 for 8.1, if 8 becomes 9."""
    inside = owner and number_key(child.number).startswith(number_key(owner) + ".")
    return number + child.number[len(owner) :] if inside and child.number.startswith(owner) else child.number


def find_splits(family: Family) -> None:
    """New parts that are the end of the one before them, as it was."""
    for first, second in zip(family.children, family.children[1:], strict=False):
        lines = first.lines
        if second.was is not None or first.was is None or lines is None or lines.level != "structure":
            continue
        was, new = first.was, second.now
        start = len(was.blocks) - len(new.blocks)
        tail = range(start, len(was.blocks))
        alone = not (was.children or new.children) and was.kind == new.kind == "article" and was.prefix == new.prefix
        if not alone or not new.number or not new.blocks or start < 1 or not set(tail) <= set(lines.removed):
            continue
        if not isinstance(was.blocks[start], Alinea) or was.lacuna:
            continue
        if _whole_pairs(inner := lines_of(replace(was, blocks=was.blocks[start:]), new, "structure")):
            second.split = True
            lines.gone |= set(tail)
            lines.moved |= {start + i: new.blocks[j] for i, j in inner.pairs if i is not None and j is not None}


def find_joins(family: Family) -> Iterator[Lines]:
    """Parts that are gone, and now are the end of the one that stood before them: their own lines beside what they became."""
    known = {child.was.id: child for child in family.children if child.was}
    for first, second in zip(family.old, family.old[1:], strict=False):
        child = known.get(first.id)
        lines = child.lines if child else None
        if child is None or lines is None or lines.level != "structure" or second not in family.gone:
            continue
        now = lines.now.blocks
        start = len(now) - len(second.blocks)
        tail = range(start, len(now))
        alone = not (first.children or second.children) and first.kind == second.kind == "article"
        if not alone or not second.blocks or start < 1 or not set(tail) <= set(lines.added) or second.lacuna:
            continue
        inner = lines_of(second, replace(second, blocks=now[start:]), "structure")
        if _whole_pairs(inner):
            child.joined = second
            lines.come |= set(tail)
            family.gone.remove(second)
            yield inner


def _whole_pairs(lines: Lines) -> bool:
    """Whether every line is paired with one on the other side, and at least one of these pairs is the same words."""
    pairs = lines.pairs
    if any(i is None or j is None for i, j in pairs):
        return False
    return any(_same(lines, i, j) for i, j in pairs if i is not None and j is not None)


def _same(lines: Lines, i: int, j: int) -> bool:
    old, new = lines.before.blocks[i], lines.now.blocks[j]
    return isinstance(old, Alinea) and isinstance(new, Alinea) and old.text.chars.split() == new.text.chars.split()


def joined(family: Family) -> Iterator[Change]:
    """The parts that become one with the next."""
    for child in family.children:
        if child.was and child.joined:
            yield Change(of=child.was, edit=Joined(child.joined))


def moved(family: Family) -> Iterator[Change]:
    """The parts that stand elsewhere: from the first on, each behind the one before it, by the numbers that they had."""
    known = [child.was for child in family.children if child.was]
    place = {p.id: n for n, p in enumerate(family.old)}
    own = [n for n, p in enumerate(known) if p.id in place]
    kept = {own[at] for at in steady([place[known[n].id] for n in own])}
    for n, part in enumerate(known):
        if n in kept:
            continue
        if n:
            yield Change(of=part, edit=MovedWhole(after=known[n - 1]))
        elif kept:
            yield Change(of=part, edit=MovedWhole(before=known[min(kept)]))


def moves(family: Family) -> bool:
    """Whether any part stands elsewhere."""
    return any(True for _ in moved(family))


def repealed(family: Family) -> tuple[Provision, ...]:
    """The parts that are repealed, or are about to be."""
    return (*family.gone, *(p for p in family.old if p.status == "repealed"))


def renumbered(family: Family, *, final: bool) -> list[tuple[Provision, str]]:
    """The parts that take another number, and those numbers: as they are when all is done, or as if nothing was above them."""
    own = {p.id for p in family.old}
    found: list[tuple[Provision, str]] = []
    for child in family.children:
        if child.was is None:
            continue
        changed = child.now if child.was.id in own else child.final  # what has come here takes no number along
        if number_key(changed.number) != number_key(child.was.number):
            found.append((child.was, child.final.number if final else child.now.number))
    return found


def renumbering(
    pairs: list[tuple[Provision, str]], repealed: Iterable[Provision], *, in_order: bool
) -> Iterator[Change]:
    """All of them at once; `in_order`: no part has moved. Raises Refused where one would take the number of what is `repealed`, which keeps it."""
    stones = {number_key(p.number): p for p in repealed}
    for part, number in pairs:
        if number_key(number) in stones:
            raise Refused(
                f"{part.title()}\u00a0: le numéro {number} reste celui d’un article abrogé, et n’est pas repris\u00a0; garder les "
                "numéros qui suivent",
                f"{part.title()}: number {number} stays with a repealed article and is not taken again; keep the numbers after it",
            )
    if pairs:
        (first, _), *rest = pairs
        yield Change(of=first, edit=Renumbered(tuple(n for _, n in pairs), tuple(p for p, _ in rest), in_order))


def split(family: Family, *, final: bool) -> Iterator[Change]:
    """The parts that are split, and the headings of the second ones, by the numbers that all have by now."""
    anew = bool(renumbered(family, final=final))
    for first, second in zip(family.children, family.children[1:], strict=False):
        if not second.split or first.was is None:
            continue
        part = _named(second, final=final)
        rank = _alineas(first.now) + 1
        same = rank == _alineas(first.was) - _alineas(second.now) + 1 and not anew
        reading: Reading = "" if same else "résultat"
        yield Change(of=_named(first, final=final), edit=Split(rank, part.number), reading=reading)
        if part.heading:
            yield Change(of=part, edit=Retitled(part.heading.chars))


def _alineas(provision: Provision) -> int:
    return sum(isinstance(b, Alinea) for b in provision.blocks)


def added(family: Family, *, final: bool) -> Iterator[tuple[Child, Change]]:
    """The new parts, each behind the one before it, by the numbers that all have by now."""
    anew = renumbered(family, final=final)
    taken = {number_key(n) for one, number in anew for n in (one.number, number)}
    for n, child in enumerate(family.children):
        if child.was or child.split:
            continue
        after = _named(family.children[n - 1], final=final) if n else None
        following = next((c for c in family.children[n:] if c.was), None)
        before = _named(following, final=final) if following and not after else None
        beside = after or before
        reading: Reading = "résultat" if beside and number_key(beside.number) in taken else ""
        holder = family.of or beside
        if holder is not None:
            edit = Added(edited=_named(child, final=final), after=after, before=before)
            yield child, Change(of=holder, edit=edit, reading=reading)


def _named(child: Child, *, final: bool) -> Provision:
    """A part as it is called once the numbers are given."""
    now = child.final if final else child.now
    if child.was is None:
        return now
    same = number_key(now.number) == number_key(child.was.number)
    return child.was if same else replace(child.was, number=now.number)
