"""Two wordings of a provision → the smallest changes that a good drafter would order: words, lines, or the whole of it.

What is compared is structure: the heading, the lines (alinéas, items, tables) and the provisions below, each paired with what
it was. A line of which most words change is reworded whole, and so is a provision of which most lines do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from clausier.author.draft.edits import (
    Added,
    Change,
    Edit,
    Inserted,
    Level,
    Line,
    NewTable,
    Removed,
    Renumbered,
    Retitled,
    Reworded,
    Undraftable,
    Whole,
)
from clausier.author.draft.lay import GAP, Shape, shapes, whole, words
from clausier.author.draft.passages import likeness, passages
from clausier.model.provision import Alinea, Block, Provision, Table
from clausier.source.headings import number_key

# Of the lines of a provision, how many may change before it is reworded whole.
LINES_OF_A_PROVISION = 0.6

_ALIKE = 0.5  # two lines of which so many words are the same are two wordings of one


def compared(before: Provision, was: Provision, now: Provision, level: Level) -> Iterator[Change]:
    """The changes that make `now` of the unit `before`, which reads `was` as laid, none finer than `level`."""
    if whole(was) == whole(now):
        return
    yield from _named(before, was, now)
    own = tuple(_blocks(before, was, now, level))
    if any(isinstance(c.edit, Whole) for c in own) and before.children:
        if not _known(before):
            raise _unknown(before)
        yield Change(of=before, edit=Whole(now))
        return
    yield from own
    yield from _children(before, was, now, level)


def _body(provision: Provision) -> tuple[Shape, ...]:
    return (*shapes(provision), *(whole(c) for c in provision.children))


def _named(before: Provision, was: Provision, now: Provision) -> Iterator[Change]:
    heading = now.heading.chars if now.heading else ""
    if words(was.heading.chars if was.heading else "") != words(heading):
        if not heading:
            raise Undraftable(
                "un intitulé ne peut pas être retiré sans récrire l’article", "a heading cannot be removed"
            )
        yield Change(of=before, edit=Retitled(heading))
    if number_key(was.number) != number_key(now.number):
        yield Change(of=before, edit=Renumbered(now.number))


def _known(provision: Provision) -> bool:
    return all(p.lacuna is None for p in provision.walk())


def _unknown(provision: Provision) -> Undraftable:
    return Undraftable(
        f"{provision.title()}\u00a0: son texte n’est pas disponible en entier, il ne peut pas être récrit",
        f"{provision.title()}: not all of its text is available, so it cannot be reworded",
    )


def _blocks(before: Provision, was: Provision, now: Provision, level: Level) -> Iterator[Change]:
    """The changes of the provision's own lines."""
    old, new = tuple(shapes(was)), tuple(shapes(now))
    if old == new:
        return
    if [s for s in old if _is_gap(s)] != [s for s in new if _is_gap(s)]:
        raise Undraftable(
            f"{before.title()}\u00a0: un texte non disponible ne se modifie pas par avenant\u00a0; s’il est retrouvé, il se saisit "
            "dans la convention",
            f"{before.title()}: words that are not available cannot be amended; once found, they are typed in the convention",
        )
    if not new and not now.children:
        raise Undraftable(
            f"{before.title()}\u00a0: il n’a plus de texte\u00a0; pour l’abroger, enlever aussi son intitulé, ou son fichier",
            f"{before.title()}: it has no words left; to repeal it, take its heading away too, or its file",
        )
    if not old:
        yield Change(of=before, edit=Inserted(after=0, blocks=now.blocks, at_end=True))
        return
    if level == "whole" and not before.children and _known(before):
        yield Change(of=before, edit=Whole(now))
        return
    edits = list(_lines(was, now, old, new, level))
    if before.lacuna is not None and any(not (isinstance(e, Inserted) and e.at_end) for e in edits):
        raise _unknown(before)
    alone = len(old) == len(new) == 1 and not before.children and _known(before)
    if alone and isinstance(edits[0], Line):
        yield Change(of=before, edit=Whole(now))  # its only line is the article
        return
    touched = sum(isinstance(e, Line) for e in edits)
    if touched > LINES_OF_A_PROVISION * len(old) and touched > 1 and _known(before):
        yield Change(of=before, edit=Whole(now))
        return
    yield from (Change(of=before, edit=edit) for edit in edits)


def _is_gap(shape: Shape) -> bool:
    return shape[0] == "alinea" and str(shape[-1]).startswith(GAP)


def _lines(
    was: Provision, now: Provision, old: tuple[Shape, ...], new: tuple[Shape, ...], level: Level
) -> Iterator[Edit]:
    ranks = _ranks(was.blocks)
    for op, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            continue
        for i, j in _pairs(old[i1:i2], new[j1:j2], i1, j1):
            if i is not None and j is not None:
                tables = sum(isinstance(b, Table) for b in was.blocks[: i + 1])
                yield from _reworded(
                    was.blocks[i],
                    now.blocks[j],
                    tables if tables and isinstance(was.blocks[i], Table) else ranks[i],
                    level,
                )
            elif i is not None:
                if isinstance(was.blocks[i], Table):
                    raise Undraftable("un tableau ne peut pas être retiré seul", "a table cannot be removed by itself")
                yield Line(rank=ranks[i])
        # What comes is put behind the last line before it that stays or is reworded.
        yield from _new(_pairs(old[i1:i2], new[j1:j2], i1, j1), i1, ranks, now, at_end=i2 == len(old))


def _new(
    pairs: Sequence[tuple[int | None, int | None]], start: int, ranks: dict[int, int], now: Provision, *, at_end: bool
) -> Iterator[Edit]:
    after, pending = start - 1, []  # type: int, list[Block]
    for index, (i, j) in enumerate((*pairs, (-1, None))):
        if i is None and j is not None:
            pending.append(now.blocks[j])
            continue
        if pending:
            last = at_end and all(old is None for old, _ in pairs[index:])
            rank = max((ranks[k] for k in range(after + 1)), default=0)
            yield Inserted(after=rank, blocks=tuple(pending), at_end=last)
            pending = []
        if i is not None and j is not None:
            after = i  # a line that goes is no place to put another


def _ranks(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block, the rank that drafters give it among the alinéas; a table has that of the alinéa before it."""
    ranks: dict[int, int] = {}
    count = 0
    for index, block in enumerate(blocks):
        count += isinstance(block, Alinea)
        ranks[index] = count
    return ranks


def _pairs(old: Sequence[Shape], new: Sequence[Shape], at_old: int, at_new: int) -> list[tuple[int | None, int | None]]:
    """Lines that are wordings of each other side by side, in the order in which both are read."""
    pairs: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        ahead = [(n, _alike(old[i], shape)) for n, shape in enumerate(new[j : j + 6])]
        best, score = max(ahead, key=lambda a: (a[1], -a[0]))
        if score < _ALIKE:
            pairs.append((at_old + i, None))
            i += 1
            continue
        pairs.extend((None, at_new + n) for n in range(j, j + best))
        j += best
        pairs.append((at_old + i, at_new + j))
        i, j = i + 1, j + 1
    pairs.extend((at_old + n, None) for n in range(i, len(old)))
    pairs.extend((None, at_new + n) for n in range(j, len(new)))
    if len(old) == len(new) == 1 and len(pairs) == 2 and old[0][0] == new[0][0]:
        return [(at_old, at_new)]  # a line in place of a line, however unlike
    return pairs


def _alike(old: Shape, new: Shape) -> float:
    if old[0] != new[0]:
        return 0.0
    if old[0] != "alinea":
        return 1.0
    return likeness(str(old[-1]), str(new[-1]))


def _reworded(old: Block, new: Block, rank: int, level: Level) -> Iterator[Edit]:
    if isinstance(old, Table) and isinstance(new, Table):
        yield NewTable(rank, new)
        return
    if not isinstance(old, Alinea) or not isinstance(new, Alinea):
        raise Undraftable("cette ligne ne peut pas être modifiée", "this line cannot be changed")
    same_kind = (old.depth, old.item, _label(old)) == (new.depth, new.item, _label(new))
    if level == "words" and same_kind and (found := passages(old.text.chars, new.text.chars)):
        yield from (Reworded(rank, *passage) for passage in found)
        return
    yield Line(rank=rank, blocks=(new,))


def _label(alinea: Alinea) -> str:
    return words(alinea.label.chars) if alinea.label else ""


def _children(before: Provision, was: Provision, now: Provision, level: Level) -> Iterator[Change]:
    pairs = paired(was.children, now.children)
    kept = [i for i, _ in pairs if i is not None and _ is not None]
    if kept != sorted(kept):
        raise Undraftable(
            f"{before.title()}\u00a0: des sous-articles ont changé de place",
            f"{before.title()}: sub-articles have changed places",
        )
    for rank, (i, j) in enumerate(pairs):
        if i is not None and j is not None:
            yield from compared(before.children[i], was.children[i], now.children[j], level)
        elif i is not None:
            yield Change(of=before.children[i], edit=Removed())
        elif j is not None:
            after = next((before.children[k] for k, _ in reversed(pairs[:rank]) if k is not None), None)
            following = next((before.children[k] for k, _ in pairs[rank:] if k is not None), None)
            yield Change(
                of=before, edit=Added(edited=now.children[j], after=after, before=None if after else following)
            )


def paired(old: Sequence[Provision], new: Sequence[Provision]) -> list[tuple[int | None, int | None]]:
    """Provisions of one number side by side; one whose number is gone with the one of the same words whose number is new."""
    numbers = {number_key(p.number): j for j, p in enumerate(new) if p.number}
    partner: dict[int, int] = {i: numbers[key] for i, p in enumerate(old) if (key := number_key(p.number)) in numbers}
    free = [j for j in range(len(new)) if j not in partner.values()]
    for i, provision in enumerate(old):
        if i not in partner:
            same = next((j for j in free if _body(new[j]) == _body(provision)), None)
            if same is not None:
                partner[i] = same
                free.remove(same)
    pairs: list[tuple[int | None, int | None]] = []
    done = 0
    backward = {j: i for i, j in partner.items()}
    removed = [i for i in range(len(old)) if i not in partner]
    for j in range(len(new)):
        here = backward.get(j)
        if here is not None:
            pairs.extend((k, None) for k in removed if done <= k < here)
            done = max(done, here)
        pairs.append((here, j))
    listed = {i for i, _ in pairs}
    pairs.extend((k, None) for k in removed if k not in listed)
    return pairs
