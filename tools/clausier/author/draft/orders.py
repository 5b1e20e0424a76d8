"""The changes of an article of the act → its orders: those that one sentence says are put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.draft import edits
from clausier.author.draft.naming import alinea, ranges
from clausier.author.draft.sentences import Ordered, ordered, payload, plain
from clausier.author.draft.structural import phrase, structural
from clausier.french import Written
from clausier.model.provision import Provision
from clausier.refs import unit_name
from clausier.source.verbs import numbers_of


class Holder(Struct, frozen=True):
    """What holds a provision right above it, and the rank that it has there."""

    provision: Provision
    rank: int


Holders = Mapping[str, Holder]


def holders_in(document: Provision) -> Holders:
    """What holds each provision of a text, by its identity."""
    return {child.id: Holder(p, rank) for p in document.walk() for rank, child in enumerate(p.children)}


def orders_of(changes: Sequence[edits.Change], holders: Holders) -> tuple[Ordered, ...]:
    """What the changes order, in their order. Raises Refused where no sentence can order one."""
    found = []
    relabelled = {change.of.id for change in changes if isinstance(change.edit, edits.Relabelled)}
    shifted: set[str] = set()
    for group in _together(changes, holders):
        of = group[0].of
        alone = len(of.blocks) == 1 and not of.children and of.id not in shifted
        order = _ordered(group, holders, by_label=of.id not in relabelled, alone=alone)
        if group[0].reading:
            order = replace(order, operation=(*order.operation, ("lecture", group[0].reading)), of_two=False)
        shifted |= {of.id for change in group if edits.shifts(change.edit)}
        found.append(replace(order, holders=tuple(_holding(group[0], holders))))
    return tuple(found)


def _holding(change: edits.Change, holders: Holders) -> list[str]:
    """The provisions that hold the one that a change is of; where that is new, those that are to hold it."""
    edit = change.edit
    new = isinstance(edit, edits.Added) and change.of not in {edit.after, edit.before}
    return [*_above(change.of, holders), *([unit_name(change.of)] if new else [])]


def _ordered(group: tuple[edits.Change, ...], holders: Holders, *, by_label: bool, alone: bool) -> Ordered:
    of, edit = group[0].of, group[0].edit
    match edit:
        case edits.Retitled() if len(group) > 1 and isinstance(last := group[1].edit, edits.Whole):
            return plain("remplacer", unit_name(of), new=payload((), (last.edited,)))
        case edits.Inserted() if len(group) > 1:
            return _replacing(of, edit, [c.edit.rank for c in group[1:] if isinstance(c.edit, edits.Line)])
        case edits.Removed():
            places = [_place(change.of, holders) for change in group]
            return plain("abroger", ranges([unit_name(change.of) for change in group], places))
        case edits.Renumbered(numbers=numbers, others=others, in_order=True):
            return _renumbered((of, *others), numbers, holders)
        case edits.Line(blocks=()):
            ranks = [change.edit.rank for change in group if isinstance(change.edit, edits.Line)]
            names = [alinea(of, rank) for rank in ranks]
            return plain("supprimer", ranges(names, [("", rank) for rank in ranks]))
        case edits.SentenceReworded(line=line, new="") if len(group) > 1:
            ranks = [change.edit.rank for change in group if isinstance(change.edit, edits.SentenceReworded)]
            return plain(
                "supprimer", ranges([phrase(of, line, n, alone=alone) for n in ranks], [("", n) for n in ranks])
            )
        case _:
            if isinstance(edit, edits.Structural):
                return structural(of, edit, alone=alone)
            return ordered(of, edit, by_label=by_label)


def _renumbered(parts: Sequence[Provision], numbers: Sequence[str], holders: Holders) -> Ordered:
    """Those that follow each other, and whose numbers do, as a range: « Les articles 4 à 10 deviennent … les articles 5 à 11 »."""
    places = [_place(part, holders) for part in parts]
    targets: list[str] = []
    given: list[str] = []
    start = 0
    for end in range(1, len(parts) + 1):
        if (
            end < len(parts)
            and places[end] == (places[end - 1][0], places[end - 1][1] + 1)
            and _run(numbers[start : end + 1])
        ):
            continue
        names = [unit_name(part) for part in parts[start:end]]
        ranged = len(names) > 2 and _run(names)
        targets += [f"{names[0]} à {names[-1]}"] if ranged else names
        given += [f"{numbers[start]} à {numbers[end - 1]}"] if ranged else numbers[start:end]
        start = end
    return plain("renuméroter", tuple(targets), ("en", ", ".join(given)))


def _run(numbers: Sequence[str]) -> bool:
    """Whether the numbers are those of a range."""
    return list(numbers_of([f"{numbers[0]} à {numbers[-1]}"])) == list(numbers)


def _replacing(of: Provision, edit: edits.Inserted, ranks: Sequence[int]) -> Ordered:
    names = [alinea(of, rank) for rank in ranks]
    written = names[0] if len(names) == 1 else f"{names[0]} à {names[-1].rpartition(' ')[2]}"
    return Ordered(
        said=Written(verb="remplacer", targets=ranges(names, [("", rank) for rank in ranks])),
        operation=(("remplacer", written),),
        new=payload(edit.blocks, ()),
        lines=len(edit.blocks),
    )


def _together(changes: Sequence[edits.Change], holders: Holders) -> Iterator[tuple[edits.Change, ...]]:
    """Changes that follow each other and that one sentence orders: « les articles 3.2 et 3.3 sont abrogés »."""
    found = [
        run
        for (kind, _), group in groupby(changes, lambda change: _kind(change, holders))
        for run in ([tuple(group)] if kind else [(one,) for one in group])
    ]
    index = 0
    while index < len(found):
        both = (*found[index], *(found[index + 1] if index + 1 < len(found) else ()))
        index += 2 if (replaced := _replaces(both)) else 1
        yield both if replaced else found[index - 1]


def _replaces(changes: tuple[edits.Change, ...]) -> bool:
    """Whether alinéas come in the place of those that go: « est remplacé par deux alinéas »."""
    first, *gone = changes
    ranks = [change.edit.rank for change in gone if isinstance(change.edit, edits.Line) and not change.edit.blocks]
    edit = first.edit
    if (
        not isinstance(edit, edits.Inserted)
        or edit.table
        or len(ranks) < max(1, len(gone))
        or gone[0].of is not first.of
    ):
        return False
    beside = ranks[-1] + 1 if edit.before else ranks[0] - 1
    return edit.rank == beside and ranks == list(range(ranks[0], ranks[-1] + 1))


def _kind(change: edits.Change, holders: Holders) -> tuple[str, str]:
    match change.edit:
        case edits.Removed() if change.of.number:
            return "repealed", ", ".join((change.of.kind, *_above(change.of, holders)))
        case edits.Line(blocks=()):
            return "deleted", change.of.id
        case edits.SentenceReworded(line=line, new=""):
            return "shortened", f"{change.of.id}, {line}"
        case edits.Retitled() | edits.Whole():
            return "rewritten", change.of.id
        case _:
            return "", ""


def _place(of: Provision, holders: Holders) -> tuple[str, int]:
    holder = holders.get(of.id)
    return (holder.provision.id, holder.rank) if holder else ("", 0)


def _above(of: Provision, holders: Holders) -> list[str]:
    """The articles, or the annex, that hold a provision, from the outermost."""
    holder = holders.get(of.id)
    if holder is None or holder.provision.kind in {"document", "division"}:
        return []
    return [*_above(holder.provision, holders), unit_name(holder.provision)]
